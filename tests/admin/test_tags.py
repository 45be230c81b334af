"""The vocabulary, and the suggestions made from it."""

import pytest

from speeches.models import Tag, TagLabel
from tests import builders

from .desk import errors, page, rows

pytestmark = pytest.mark.django_db


def suggested(client, term):
    response = client.get(page("tag_suggest"), {"term": term})
    return [tag["name"] for tag in response.json()["results"]]


def test_labels_in_any_language_lead_to_the_tag(curator):
    tag = builders.a_tag("South-South cooperation")
    TagLabel.objects.create(tag=tag, label="南南合作", language="zh")
    TagLabel.objects.create(tag=tag, label="Coopération Sud-Sud", language="fr")
    for term in ("south", "SOUTH–SOUTH", "南南", "coopération", "sud-sud"):
        assert suggested(curator, term) == ["South-South cooperation"]
    answer = curator.get(page("tag_suggest"), {"term": "sud"}).json()["results"][0]
    assert answer["label"] == "Coopération Sud-Sud"


def test_accents_order_and_forms_of_letters_do_not_count(curator):
    tag = builders.a_tag("Triangular cooperation")
    TagLabel.objects.create(tag=tag, label="Cooperación triangular", language="es")
    TagLabel.objects.create(tag=tag, label="التَّعاون الثلاثي", language="ar")
    for term in (
        "cooperacion",
        "triang coop",
        "TRIANG COOPERACION",
        "التعاون",
        "الثلاثى",
        "ngular",
    ):
        assert suggested(curator, term) == ["Triangular cooperation"], term
        page_of = curator.get(page("tag_changelist"), {"q": term})
        assert [str(tag) for tag in page_of.context["cl"].result_list] == [str(tag)], term
    assert suggested(curator, "cooperacion zebra") == []
    answer = curator.get(page("tag_suggest"), {"term": "cooperacion"}).json()["results"][0]
    assert answer["label"] == "Cooperación triangular"


def test_new_tags_wait_in_a_queue_until_they_are_described(curator):
    builders.a_tag("Made in passing", scope_note="")
    builders.a_tag("Described", scope_note="What it covers.")
    queue = curator.get(page("tag_changelist"), {"described": "not-yet"})
    assert [str(tag) for tag in queue.context["cl"].result_list] == ["Made in passing"]
    assert "New: not described yet" in queue.content.decode()
    whole = curator.get(page("tag_changelist"))
    assert len(whole.context["cl"].result_list) == 2


def test_names_that_begin_so_come_first_and_few_are_shown(curator):
    for number in range(20):
        builders.a_tag(f"fair trade {number:02}")
    builders.a_tag("Trade")
    found = suggested(curator, "trade")
    assert found[0] == "Trade"
    assert len(found) == 12


@pytest.mark.parametrize("term", ["", "\0", "%", "x" * 100_000, "'\"<script>"])
def test_odd_terms_suggest_nothing(curator, term):
    builders.a_tag("Trade")
    assert suggested(curator, term) == []


def a_word(name, *labels):
    return {"name": name, "kind": "topic"} | rows("labels", *({"label": each} for each in labels))


def test_two_tags_of_one_name_are_refused(curator):
    builders.a_tag("South-South cooperation")
    response = curator.post(page("tag_add"), a_word("SOUTH–SOUTH  Cooperation"))
    assert any("has this name" in error for error in errors(response))


def test_a_label_belongs_to_one_tag(curator):
    tag = builders.a_tag("Official development assistance")
    TagLabel.objects.create(tag=tag, label="ODA")
    response = curator.post(page("tag_add"), a_word("Other", "oda"))
    assert any("already belongs to" in error for error in errors(response))
    response = curator.post(page("tag_add"), a_word("oda"))
    assert any("already a label" in error for error in errors(response))


def test_one_label_twice_on_one_tag_is_refused(curator):
    response = curator.post(page("tag_add"), a_word("Aid", "help", "Help"))
    assert errors(response)
    assert not Tag.objects.exists()
    tag = builders.a_tag("Aid")
    TagLabel.objects.create(tag=tag, label="help")
    data = a_word("Aid", "HELP") | {"labels-TOTAL_FORMS": 1}
    assert errors(curator.post(page("tag_change", tag.pk), data))


def test_a_tag_is_not_broader_than_itself(curator):
    broad = builders.a_tag("Economy")
    narrow = builders.a_tag("Trade", broader=broad)
    response = curator.post(
        page("tag_change", broad.pk), a_word("Economy") | {"broader": narrow.pk}
    )
    assert any("broader than itself" in error for error in errors(response))
