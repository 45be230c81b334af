"""/speeches/suggestions/: suggestions as the script of a search field reads them."""

import pytest
from django.core.cache import caches

from speeches.models import Speech, TagLabel
from tests.builders import a_speaker, a_speech, a_tag

pytestmark = pytest.mark.django_db


def asked(client, text):
    return client.get("/speeches/suggestions/", {"q": text})


def test_they_come_in_groups_with_what_was_typed_apart(client):
    tag = a_tag("Trade")
    TagLabel.objects.create(tag=tag, label="Commerce", language="fr")
    a_speech("Of commerce", speaker=a_speaker("Ada Osei"), tags=[tag], delivered="2012")
    assert asked(client, "comm").json() == {
        "label": "Suggestions",
        "said": "2 suggestions: the down arrow leads to them.",
        "groups": [
            {
                "kind": "tag",
                "label": "Tags",
                "options": [
                    {
                        "label": "Commerce",
                        "parts": [["Comm", True], ["erce", False]],
                        "also": "Trade",
                        "note": "Topic",
                        "url": "/tags/trade/",
                    }
                ],
            },
            {
                "kind": "title",
                "label": "Statements",
                "options": [
                    {
                        "label": "Of commerce",
                        "parts": [["Of ", False], ["comm", True], ["erce", False]],
                        "also": "",
                        "note": "2012",
                        "url": "/speeches/of-commerce/",
                    }
                ],
            },
        ],
    }


def test_they_are_asked_for_again_with_what_they_were(client):
    speech = a_speech("Rain")
    first = asked(client, "rain")
    assert first["Cache-Control"] == "public, no-cache"
    assert first["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in first.get("Vary", "")
    known = {"If-None-Match": first["ETag"]}
    again = client.get("/speeches/suggestions/?q=rain", headers=known)
    assert (again.status_code, again["Cache-Control"]) == (304, "public, no-cache")
    Speech.objects.filter(pk=speech.pk).update(state="draft", published_at=None)
    withdrawn = client.get("/speeches/suggestions/?q=rain", headers=known)
    assert (withdrawn.status_code, withdrawn.json()["groups"]) == (200, [])


def test_what_is_typed_takes_no_place_of_pages_that_are_kept(client, settings):
    settings.SSCOOP_KEEP_PAGES = True
    caches["pages"].clear()
    a_speech("Rain")
    first = asked(client, "rain")
    assert caches["pages"].get(first["ETag"]) is None


def test_nobody_keeps_those_of_somebody_who_is_signed_in(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("ada"))
    assert asked(client, "rain")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("text", ["", " ", "\0", "x" * 100_000, "<script>", "ra\u0301in" * 50])
def test_whatever_is_typed_gets_an_answer(client, text):
    a_speech("Rain")
    assert asked(client, text).json()["groups"] == []


def test_no_statement_can_stand_at_its_address(client):
    from speeches.forms.record import RESERVED_SLUGS

    assert "suggestions" in RESERVED_SLUGS


def test_a_title_of_this_word_gets_another_address(client):
    speech = a_speech("Suggestions")
    assert client.get(speech.get_absolute_url()).status_code == 200
