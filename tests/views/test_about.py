"""/about/: what is in, what is not, how to read it, who may use it."""

import pytest
from django.db.models import AutoField
from django.utils import timezone
from django.utils.formats import date_format

from speeches.models import SpeechText
from speeches.views import dictionary
from tests.builders import (
    a_document,
    a_rule,
    a_series,
    a_speech,
    a_text,
    an_event,
    many_speeches,
    rights,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_it_counts_what_is_held_and_what_is_only_known(client):
    a_speech(delivered="2012")
    a_speech(body="", document=a_document(held=False), delivered="2017")
    a_speech(published=False)
    coverage = read(client, "/about/").all("//section[@id='coverage']/dl/dd")
    today = date_format(timezone.localdate(), "j F Y")
    assert coverage == ["2 (2012 to 2017)", "1", "2", today]


def test_every_kind_of_text_is_explained_and_leads_to_its_statements(client):
    speech = a_speech(text={"status": "reported"})
    a_text(speech, status="as-issued")
    page = read(client, "/about/")
    badges = page.words("//section[@id='badges']")
    for status in SpeechText.Status:
        assert str(status.label) in badges
    assert "/speeches/?status=reported" in page.links()
    assert "/speeches/?status=notes" not in page.links()


def test_the_rights_in_public_documents_are_stated(client):
    a_speech(document=a_document(full=True))
    a_speech(document=a_document(full=False), published=False)
    stated = read(client, "/about/").words("//section[@id='rights']")
    assert rights(full=True).statement in stated
    assert rights(full=False).statement not in stated


def test_the_foot_of_every_page_leads_to_parts_that_are_there(client):
    page = read(client, "/about/")
    anchors = {a.split("#")[1] for a in page.tree.xpath("//footer//a/@href") if "#" in a}
    assert anchors
    assert anchors <= set(page.tree.xpath("//section/@id"))


def test_it_names_the_gaps_that_are_known(client):
    series = a_series("The Day")
    a_rule(series, 12, 9, 2012, to_year=2014)
    a_speech(occasion=an_event(series=series, start="2012", year=2012), delivered="2012")
    only_reported = a_speech(text={"coverage": "excerpts"}, delivered="unknown")
    a_text(only_reported, "", document=a_document(held=False))
    a_text(a_speech(), "", document=a_document(held=False))
    a_speech(published=False, delivered="unknown")
    gaps = read(client, "/about/").all("//section[@id='coverage']/ul/li")
    years = timezone.localdate().year - 2012 + 1
    assert gaps == [
        "1 statement has a full text that we know of and do not hold.",
        "1 statement has no date that we know.",
        f"The Day: no statement of {years - 1} out of {years} years.",
    ]


def test_an_archive_without_gaps_names_none(client):
    a_speech()
    assert "Known gaps" not in read(client, "/about/").main


OURS_ALONE = {
    "Speech": {"slug", "delivered_on", "embargo_until", "state", "published_at", "passages_made"}
    | {"created_at", "modified_at", "version", "sort_key"},
    "Attribution": {"speech", "position"},
    "SpeechText": {"speech", "excerpt"},
    "Passage": {"speech", "text", "position"},
    "Document": {"slug", "media_type"},
    "DocumentSymbol": {"document", "key"},
    "DocumentAddress": {"document"},
    "Rights": {"slug"},
    "Evidence": {"speech"},
    "Speaker": {"slug", "sort_letters"},
    "Office": {"slug"},
    "Tenure": {"note"},
    "Event": {"slug", "starts_on"},
    "EventSeries": {"slug"},
    "SeriesDate": {"series"},
    "Tag": {"slug", "key"},
    "TagLabel": {"tag", "key"},
}
"""Fields that say nothing about the world: addresses, order, workflow, what they hang on."""


@pytest.mark.parametrize("entry", dictionary.MEANINGS, ids=lambda entry: entry[1].__name__)
def test_every_field_has_a_meaning_or_is_ours_alone(entry):
    _noun, model, meanings = entry
    fields = {
        field.name
        for field in [*model._meta.get_fields()]
        if not field.auto_created and not isinstance(field, AutoField)
    }
    assert meanings.keys() | OURS_ALONE[model.__name__] == fields


def test_the_data_dictionary_gives_the_few_values_of_a_field(client):
    data = read(client, "/about/").words("//section[@id='data']")
    for kind in (SpeechText.Coverage, SpeechText.Status):
        assert ", ".join(str(label) for label in kind.labels) in data


def test_what_we_add_is_under_a_named_licence(client):
    found = read(client, "/about/").tree.xpath("//section[@id='rights']//a[@rel='license']/@href")
    assert found == ["https://creativecommons.org/publicdomain/zero/1.0/"]
    statement = a_speech()
    things = read(client, statement.get_absolute_url()).things
    assert things["CreativeWork"]["sdLicense"] == found[0]


def test_it_takes_as_many_queries_for_three_as_for_three_hundred(queries_of):
    many_speeches(3)
    few = queries_of("/about/")
    many_speeches(300)
    # Each series whose gaps are named takes two.
    assert queries_of("/about/") <= few + 2 <= 14
