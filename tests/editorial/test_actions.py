"""The verbs refuse what may not be, change what they say, and record who did it."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from speeches import editorial
from speeches.models import Speech, TaggedSpeech
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return builders.a_user(permissions=["publish_speech"])


def test_publishing_shows_it_to_readers_and_records_who(publisher):
    speech = editorial.publish(builders.a_speech(published=False), by=publisher)
    assert speech in Speech.objects.published()
    assert LogEntry.objects.get().user == publisher


def test_publishing_later_is_a_date_in_the_future(publisher):
    later = timezone.now() + datetime.timedelta(days=2)
    speech = editorial.publish(builders.a_speech(published=False), by=publisher, at=later)
    assert speech.state == "published"
    assert speech not in Speech.objects.published()


def test_who_may_not_publish_changes_nothing():
    speech = builders.a_speech(published=False)
    for verb in (editorial.publish, editorial.unpublish):
        with pytest.raises(PermissionDenied):
            verb(speech, by=builders.a_user(permissions=["change_speech"]))
    assert not LogEntry.objects.exists()


def test_what_is_missing_is_named_with_its_field(publisher):
    bare = Speech.objects.create(title="Bare")
    with pytest.raises(editorial.RefusedError) as refusal:
        editorial.publish(bare, by=publisher)
    fields = [point.field for point in refusal.value.points]
    assert fields == ["kind", "delivered", "attributions", "texts"]


def test_a_deliverer_is_no_author():
    speech = builders.a_speech(published=False)
    speech.attributions.update(role="delivered_by")
    assert [point.field for point in editorial.missing(speech)] == ["attributions"]


def test_a_text_known_but_not_held_needs_rights_that_say_why():
    document = builders.a_document(held=False, full=True)
    speech = builders.a_speech(published=False, body="", document=document)
    assert [point.field for point in editorial.missing(speech)] == ["texts"]
    document.rights = builders.rights(full=False)
    document.save()
    assert editorial.missing(speech) == []


def test_publishing_twice_is_refused(publisher):
    speech = editorial.publish(builders.a_speech(published=False), by=publisher)
    with pytest.raises(editorial.RefusedError):
        editorial.publish(speech, by=publisher)


def test_unpublishing_keeps_the_address(publisher):
    speech = builders.a_speech()
    slug = speech.slug
    speech = editorial.unpublish(speech, by=publisher)
    assert speech.slug == slug
    assert not Speech.objects.published().exists()
    with pytest.raises(editorial.RefusedError):
        editorial.unpublish(speech, by=publisher)


def test_a_published_statement_is_not_discarded():
    speech = builders.a_speech()
    with pytest.raises(editorial.RefusedError):
        editorial.discard(speech)
    assert Speech.objects.exists()


def test_tags_chosen_by_an_editor_leave_the_origin_of_others():
    kept, gone = builders.a_tag(), builders.a_tag()
    speech = builders.a_speech(tags=[kept, gone])
    speech.tagged.update(origin="import")
    new = builders.a_tag()
    assert editorial.set_tags(speech, [kept, new])
    origins = dict(TaggedSpeech.objects.values_list("tag", "origin"))
    assert origins == {kept.pk: "import", new.pk: "editor"}
    assert not editorial.set_tags(speech, [new, kept])


def test_voices_are_set_by_id_and_unknown_ids_mean_nothing():
    text = builders.a_speech().texts.get()
    editorial.set_voices(text, {"p2": "narration", "p99": "paraphrase"})
    assert list(text.passages.values_list("voice", flat=True)) == ["verbatim", "narration"]


def test_the_parts_of_a_compound_symbol_are_named_once():
    document = builders.a_document(symbols=["DSG/SM/1083-DEV/3280", "DEV/3280"])
    assert [part.symbol for part in editorial.name_parts(document)] == ["DSG/SM/1083"]
    assert editorial.name_parts(document) == []
