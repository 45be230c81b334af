"""Pages of the admin take a number of queries that does not grow with the archive."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speeches.models import Attribution
from tests import builders

from .desk import page

pytestmark = pytest.mark.django_db
FORM = 25
LIST = 25
"""Four of these are sign-in and permissions, five the counts beside the filters."""


def count(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def a_rich_speech(rows):
    document = builders.a_document()
    event = builders.an_event(series=builders.a_series())
    tags = [builders.a_tag() for _ in range(rows)]
    speech = builders.a_speech(
        tenure=builders.a_tenure(), event=event, occasion=event, tags=tags, document=document
    )
    for position in range(rows):
        tenure = builders.a_tenure()
        Attribution.objects.create(
            speech=speech,
            speaker=tenure.speaker,
            tenure=tenure,
            role="delivered_by",
            position=position,
        )
        builders.an_evidence(speech, "title", "share", document)
    return speech


def test_the_form_of_a_statement(editor):
    few = count(editor, page("speech_change", a_rich_speech(2).pk))
    many = count(editor, page("speech_change", a_rich_speech(12).pk))
    assert few == many <= FORM


def test_each_further_text_takes_one_query_for_its_originals(editor):
    speech = a_rich_speech(2)
    one = count(editor, page("speech_change", speech.pk))
    for language in ("fr", "es", "ar"):
        builders.a_text(speech, language=language)
    assert count(editor, page("speech_change", speech.pk)) <= one + 3 <= FORM + 3


@pytest.mark.parametrize("noun", ["speech", "document", "speaker", "event", "tag", "tenure"])
def test_lists(editor, noun):
    builders.many_speeches(3)
    few = count(editor, page(f"{noun}_changelist"))
    builders.many_speeches(60)
    assert count(editor, page(f"{noun}_changelist")) <= max(few, 12) <= LIST


def test_past_addresses(editor):
    for _ in range(2):
        speech = builders.a_speech()
        speech.slug += "-moved"
        speech.save()
    few = count(editor, page("pastslug_changelist"))
    for _ in range(20):
        speech = builders.a_speech()
        speech.slug += "-moved"
        speech.save()
    assert count(editor, page("pastslug_changelist")) == few
