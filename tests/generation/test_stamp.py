"""The archive's stamp moves with all that readers can see, and with nothing else."""

import datetime

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from speeches import generation
from speeches.models import (
    Attribution,
    Document,
    DocumentAddress,
    DocumentSymbol,
    Event,
    EventName,
    EventOrganizer,
    EventSeries,
    Evidence,
    Intake,
    Office,
    Organization,
    Passage,
    PassageNote,
    Rights,
    SeriesDate,
    SeriesName,
    Speaker,
    SpeakerName,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
    TagLabel,
    Tenure,
)
from speeches.models.permalink import PastSlug
from tests.builders import (
    a_document,
    a_rule,
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    a_text,
    a_user,
    an_event,
    an_evidence,
    an_organization,
    place_passages,
)

pytestmark = pytest.mark.django_db


def archive(**state):
    """A statement with a row in every table that its page could read."""
    event = an_event("Forum", series=a_series("Forums"))
    a_rule(event.series, 9, 12, 2012)
    SeriesName.objects.create(series=event.series, name="Meetings")
    EventName.objects.create(event=event, name="Meeting")
    EventOrganizer.objects.create(event=event, organization=an_organization())
    tenure = a_tenure()
    SpeakerName.objects.create(speaker=tenure.speaker, name="Another name")
    paper = a_document(symbols=["A/1/1"], addresses=["https://example.org/"])
    tag = a_tag("trade")
    TagLabel.objects.create(tag=tag, label="commerce")
    tag.related.add(a_tag("aid"))
    speech = a_speech(event=event, tenure=tenure, document=paper, tags=[tag], **state)
    place_passages(speech.texts.get())
    an_evidence(speech, "kind", "Solidarity", paper)
    passage = Passage.objects.filter(speech=speech).first()
    PassageNote.objects.create(speech=speech, passage=passage, note="A note.")
    return speech


UPDATES = {
    Attribution: {"printed_as": "Otherwise"},
    Document: {"title": "Otherwise"},
    DocumentAddress: {"url": "https://example.org/otherwise"},
    DocumentSymbol: {"symbol": "A/2/2"},
    Event: {"name": "Otherwise"},
    EventName: {"name": "Otherwise"},
    EventOrganizer: {"role": "host"},
    EventSeries: {"name": "Otherwise"},
    Evidence: {"note": "Otherwise"},
    Office: {"title": "Otherwise"},
    Organization: {"abbreviation": "OTH"},
    Passage: {"body": "Otherwise."},
    PassageNote: {"note": "Otherwise."},
    Rights: {"statement": "Otherwise."},
    SeriesDate: {"day": 11},
    SeriesName: {"name": "Otherwise"},
    Speaker: {"biography": "Otherwise"},
    SpeakerName: {"name": "Otherwise"},
    Speech: {"title": "Otherwise"},
    SpeechText: {"excerpt": "Otherwise"},
    Tag: {"scope_note": "Otherwise"},
    TagLabel: {"label": "Otherwise"},
    TaggedSpeech: {"origin": "rule"},
    Tenure: {"basis": "attested"},
}
OF_ONE_STATEMENT = (
    *(Attribution, Evidence, Passage, PassageNote, Speech, SpeechText, TaggedSpeech),
)
OF_ITS_PAPER = (Document, DocumentAddress, DocumentSymbol)


@pytest.mark.parametrize("model", UPDATES, ids=lambda model: model.__name__)
def test_whatever_readers_see_moves_it_however_it_is_changed(model):
    archive()
    before = generation.stamp()
    assert generation.stamp() == before
    assert model.objects.update(**UPDATES[model])
    assert generation.stamp() != before


@pytest.mark.parametrize("model", [*OF_ONE_STATEMENT, *OF_ITS_PAPER], ids=lambda m: m.__name__)
@pytest.mark.parametrize("state", ["draft", "scheduled", "embargoed"])
def test_what_nobody_can_see_does_not_move_it(model, state):
    later = timezone.now() + datetime.timedelta(days=9)
    a_speech("Public")
    archive(
        **{
            "draft": {"published": False},
            "scheduled": {"published_at": later},
            "embargoed": {"embargo_until": later},
        }[state]
    )
    before = generation.stamp()
    hidden = model.objects.order_by("-pk")[:1]
    assert model.objects.filter(pk__in=[row.pk for row in hidden]).update(**UPDATES[model])
    assert generation.stamp() == before


def test_drafting_intake_and_new_papers_do_not_move_it():
    tenure, tag, event = a_tenure(), a_tag("trade"), an_event()
    before = generation.stamp()
    an_organization()
    Rights.objects.create(name="None", slug="none", statement="None.")
    draft = a_speech(tenure=tenure, tags=[tag], event=event, published=False)
    draft.slug = "another"
    draft.save()
    user = a_user()
    Intake.objects.create(received_by=user, changed_by=user)
    assert generation.stamp() == before
    draft.delete()
    assert generation.stamp() == before


def test_publishing_withdrawing_and_removing_move_it():
    speech = a_speech(published=False)
    seen = {generation.stamp()}
    changes = (
        {"state": "published", "published_at": timezone.now() - datetime.timedelta(seconds=1)},
        {"state": "draft"},
        {"state": "published"},
        {"embargo_until": timezone.now() + datetime.timedelta(days=9)},
    )
    for number, change in enumerate(changes, start=2):
        Speech.objects.filter(pk=speech.pk).update(**change)
        seen.add(generation.stamp())
        assert len(seen) == number
    public = a_speech()
    seen.add(generation.stamp())
    public.delete()
    assert generation.stamp() not in seen


def test_raw_bulk_and_related_writes_move_it():
    speech, tag = a_speech(), a_tag("trade")
    seen = {generation.stamp()}
    with connection.cursor() as cursor:
        cursor.execute("UPDATE speeches_passage SET body = 'Otherwise.'")
    seen.add(generation.stamp())
    TaggedSpeech.objects.bulk_create([TaggedSpeech(content_object=speech, tag=tag)])
    seen.add(generation.stamp())
    tag.related.add(a_tag("aid"))
    seen.add(generation.stamp())
    speech.attributions.update(speaker=a_speaker("Another"))
    seen.add(generation.stamp())
    a_text(speech, language="fr")
    seen.add(generation.stamp())
    Passage.objects.filter(speech=speech).delete()
    seen.add(generation.stamp())
    assert len(seen) == 7


def test_an_earlier_slug_of_a_tag_moves_it():
    tag = a_tag("trade")
    before = generation.stamp()
    PastSlug.objects.create(record=tag, slug="commerce")
    assert generation.stamp() != before


def test_what_is_rolled_back_leaves_it_and_never_shares_its_stamp():
    speech = a_speech()
    before = generation.stamp()
    with transaction.atomic():
        Speech.objects.filter(pk=speech.pk).update(title="One")
        within = generation.stamp()
        transaction.set_rollback(True)
    assert within != before
    assert generation.stamp() == before
    Speech.objects.filter(pk=speech.pk).update(title="Another")
    assert generation.stamp() not in (before, within)


@pytest.mark.parametrize("field", ["published_at", "embargo_until"])
def test_a_moment_that_comes_moves_it_without_a_write(field):
    moment = timezone.now() + datetime.timedelta(hours=1)
    a_speech("Public")
    a_speech("To come", **{field: moment})
    before = generation.stamp()
    with time_machine.travel(moment - datetime.timedelta(seconds=1), tick=False):
        assert generation.stamp() == before
    with time_machine.travel(moment + datetime.timedelta(seconds=1), tick=False):
        after = generation.stamp()
        assert after != before
        assert Speech.objects.published().count() == 2
    with time_machine.travel(moment + datetime.timedelta(days=1), tick=False):
        assert generation.stamp() == after


def test_it_takes_one_query(django_assert_num_queries):
    a_speech()
    with django_assert_num_queries(1):
        generation.stamp()


@pytest.mark.django_db(transaction=True)
def test_a_committed_change_is_seen_once_by_all():
    speech = a_speech()
    before = generation.stamp()
    with transaction.atomic():
        Speech.objects.filter(pk=speech.pk).update(title="One")
        Speech.objects.filter(pk=speech.pk).update(title="Two")
    after = generation.stamp()
    assert after != before
    assert generation.stamp() == after
    Speech.objects.all().delete()
    assert generation.stamp() != after
