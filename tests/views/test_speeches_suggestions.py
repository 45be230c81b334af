"""/speeches/suggestions/: suggestions as the script of a search field reads them."""

import pytest

from speeches.models import TagLabel
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


def test_they_are_kept_for_a_minute_and_asked_again_with_what_they_were(client):
    a_speech("Rain")
    first = asked(client, "rain")
    assert first["Cache-Control"] == "public, max-age=60"
    assert first["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in first.get("Vary", "")
    again = client.get("/speeches/suggestions/?q=rain", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


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
