"""Where used, and deletion only of what nothing uses."""

import pytest

from speeches.models import Document, Event, Speaker, Tag
from tests import builders

from .desk import page, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def used():
    """One statement, and what it uses, by noun."""
    event = builders.an_event(series=builders.a_series())
    tenure = builders.a_tenure()
    tag = builders.a_tag("Trade")
    speech = builders.a_speech("Uses them all", tenure=tenure, event=event, tags=[tag])
    return {
        "speaker": tenure.speaker,
        "tenure": tenure,
        "office": tenure.office,
        "organization": tenure.office.organization,
        "event": event,
        "eventseries": event.series,
        "tag": tag,
        "document": speech.texts.get().document,
        "rights": speech.texts.get().document.rights,
    }


NOUNS = (
    "speaker tenure office organization event eventseries tag document rights".split()  # noqa: SIM905
)


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_in_use_says_so_and_stays(admin, used, noun):
    record = used[noun]
    shown = admin.get(page(f"{noun}_used", record.pk)).content.decode()
    assert "What is in use can’t be deleted" in shown
    for method in (admin.get, lambda url: admin.post(url, {"post": "yes"})):
        response = method(page(f"{noun}_delete", record.pk))
        assert response.status_code == 200
        assert "is in use, so it can’t be deleted" in response.content.decode()
    assert type(record).objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize("noun", NOUNS)
def test_in_bulk_nothing_is_deleted_when_one_is_in_use(admin, used, noun):
    record = used[noun]
    data = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    response = admin.post(page(f"{noun}_changelist"), data)
    assert response.status_code == 200
    assert "some of these can’t be" in response.content.decode()
    assert type(record).objects.filter(pk=record.pk).exists()


def test_the_uses_are_named_with_links(admin, used):
    shown = admin.get(page("tag_used", used["tag"].pk)).content.decode()
    assert "1 speech (tag)" in shown
    assert "Uses them all" in shown
    shown = admin.get(page("speaker_used", used["speaker"].pk)).content.decode()
    assert "1 tenure (speaker)" in shown


def test_many_uses_are_counted_and_the_first_few_named(admin):
    tag = builders.a_tag("Trade")
    for speech in builders.many_speeches(30):
        builders.tag(speech, tag)
    shown = admin.get(page("tag_used", tag.pk)).content.decode()
    assert "30 speeches (tag)" in shown
    assert "and 20 more" in shown


def test_what_nothing_uses_is_deleted(admin):
    tag, speaker = builders.a_tag("Unused"), builders.a_speaker("Nobody")
    assert "Nothing uses" in admin.get(page("tag_delete", tag.pk)).content.decode()
    assert admin.post(page("tag_delete", tag.pk), {"post": "yes"}).status_code == 302
    data = {"action": "delete_selected", "_selected_action": [speaker.pk], "post": "yes"}
    assert admin.post(page("speaker_changelist"), data).status_code == 302
    assert not Tag.objects.exists()
    assert not Speaker.objects.exists()


def test_a_draft_with_a_translation_is_deleted_whole(admin):
    speech = builders.a_speech(published=False)
    builders.a_text(speech, "Bonjour.", language="fr", translation_of=speech.texts.get())
    assert admin.post(page("speech_delete", speech.pk), {"post": "yes"}).status_code == 302


def test_a_tenure_in_use_cannot_be_taken_off_its_speaker(admin, used):
    data = typed(admin.get(page("speaker_change", used["speaker"].pk)))
    data["tenures-0-DELETE"] = "on"
    response = admin.post(page("speaker_change", used["speaker"].pk), data)
    assert response.status_code == 200
    assert "protected" in response.content.decode()


def test_too_many_at_once_are_refused(admin):
    Event.objects.bulk_create(Event(name=f"E{n}", kind="panel", slug=f"e{n}") for n in range(101))
    data = {
        "action": "delete_selected",
        "_selected_action": list(Event.objects.values_list("pk", flat=True)),
        "post": "yes",
        "select_across": "1",
    }
    assert "at most 100" in admin.post(page("event_changelist"), data).content.decode()
    assert Event.objects.count() == 101


def test_nobody_deletes_a_document_of_which_facts_are_evidence(admin):
    document = builders.a_document()
    speech = builders.a_speech(published=False)
    builders.an_evidence(speech, "title", "share", document)
    admin.post(page("document_delete", document.pk), {"post": "yes"})
    assert Document.objects.filter(pk=document.pk).exists()
