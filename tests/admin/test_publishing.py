"""Publishing: the full rules, what is missing named with its field, and a record of who did it."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from speeches.models import Speech
from tests import builders

from .desk import a_draft, errors, page, typed

pytestmark = pytest.mark.django_db


def press(client, speech, button, **changes):
    """Open the form, change something, press a button."""
    data = typed(client.get(page("speech_change", speech.pk)))
    return client.post(
        page("speech_change", speech.pk), data | changes | {button: "1"}, follow=True
    )


def test_a_whole_draft_is_published_and_the_log_says_by_whom(editor):
    speech = builders.a_speech(published=False)
    press(editor, speech, "_publish")
    assert Speech.objects.published().filter(pk=speech.pk).exists()
    assert LogEntry.objects.filter(change_message="Published.", user__groups__name="editor")
    history = editor.get(page("speech_history", speech.pk)).content.decode()
    assert "Published." in history


def test_a_new_statement_is_saved_though_it_cannot_be_published_yet(editor):
    response = editor.post(page("speech_add"), a_draft(_publish="1"), follow=True)
    speech = Speech.objects.get()
    assert speech.state == "draft"
    shown = response.content.decode()
    assert "Saved, but not published yet" in shown
    for target in ("#id_kind", "#id_delivered", "#attributions-group", "#texts-group"):
        assert f'href="{target}"' in shown


def test_what_was_typed_is_kept_when_publishing_is_refused(editor):
    speech = builders.a_speech(published=False, body="", kind="")
    response = press(editor, speech, "_publish", title="A better title", summary="In short")
    assert "Saved, but not published yet" in response.content.decode()
    speech.refresh_from_db()
    assert (speech.title, speech.summary, speech.state) == ("A better title", "In short", "draft")


def test_a_date_explicitly_unknown_is_enough(editor):
    speech = builders.a_speech(published=False)
    press(editor, speech, "_publish", delivered="unknown")
    assert Speech.objects.get().state == "published"


def test_the_text_may_be_missing_where_the_rights_say_why(editor):
    document = builders.a_document(full=False, held=False)
    speech = builders.a_speech(published=False, body="", document=document)
    press(editor, speech, "_publish")
    assert Speech.objects.get().state == "published"


def test_a_published_statement_cannot_become_incomplete(editor):
    speech = builders.a_speech()
    data = typed(editor.get(page("speech_change", speech.pk)))
    data |= {"attributions-0-DELETE": "on", "title": "Changed"}
    response = editor.post(page("speech_change", speech.pk), data)
    assert any("Name the author" in error for error in errors(response))
    assert "Changed" in response.content.decode()
    speech.refresh_from_db()
    assert speech.title != "Changed"
    assert speech.attributions.count() == 1


@pytest.mark.parametrize("field", ["kind", "delivered"])
def test_a_published_statement_keeps_kind_and_date(editor, field):
    speech = builders.a_speech()
    data = typed(editor.get(page("speech_change", speech.pk)))
    response = editor.post(page("speech_change", speech.pk), data | {field: ""})
    assert any("can’t be without this" in error for error in errors(response))


def test_unpublishing_makes_it_a_draft_again(editor):
    speech = builders.a_speech()
    response = press(editor, speech, "_unpublish")
    assert "draft again" in response.content.decode()
    assert not Speech.objects.published().exists()
    assert LogEntry.objects.filter(change_message="Unpublished.").count() == 1


def test_an_incomplete_edit_is_kept_when_it_is_unpublished_with_it(editor):
    speech = builders.a_speech()
    press(editor, speech, "_unpublish", kind="")
    speech.refresh_from_db()
    assert (speech.state, speech.kind) == ("draft", "")


def test_the_form_of_a_draft_lists_what_it_lacks(editor):
    speech = builders.a_speech(published=False, body="")
    shown = editor.get(page("speech_change", speech.pk)).content.decode()
    assert "Before it can be published" in shown
    assert 'href="#texts-group"' in shown
    assert "Name the author" not in shown


def test_under_embargo_the_form_says_when_readers_will_see_it(editor):
    later = timezone.now() + datetime.timedelta(days=3)
    speech = builders.a_speech(embargo_until=later)
    assert (
        "Readers will see it from" in editor.get(page("speech_change", speech.pk)).content.decode()
    )


def test_the_later_of_embargo_and_appointed_moment_is_told(editor):
    speech = builders.a_speech(
        embargo_until="2099-01-01T00:00Z", published_at="2099-03-01T12:00Z", state="published"
    )
    shown = editor.get(page("speech_change", speech.pk)).content.decode()
    assert "Readers will see it from 1 March 2099, 12:00 UTC" in shown


def act(client, action, *speeches, **data):
    chosen = {"action": action, "_selected_action": [speech.pk for speech in speeches]}
    return client.post(page("speech_changelist"), chosen | data, follow=True)


def test_many_are_published_and_the_refused_are_named(editor):
    whole = builders.a_speech(published=False)
    lacking = builders.a_speech("Lacks its text", published=False, body="")
    shown = act(editor, "publish", whole, lacking).content.decode()
    assert "1 statement was published" in shown
    assert "1 could not be published" in shown
    assert "Lacks its text" in shown
    assert list(Speech.objects.published()) == [whole]


def test_many_are_unpublished(editor):
    shown = act(editor, "unpublish", builders.a_speech(), builders.a_speech()).content.decode()
    assert "2 statements were made drafts again" in shown
    assert not Speech.objects.published().exists()


def test_tags_are_added_to_many_after_they_were_all_shown(editor):
    one, two = builders.a_speech("First", tags=["trade"]), builders.a_speech("Second")
    asked = act(editor, "add_tags", one, two).content.decode()
    assert "First" in asked
    assert "Second" in asked
    shown = act(editor, "add_tags", one, two, apply="1", tag_names="TRADE").content.decode()
    assert "2 statements were tagged" in shown
    assert [speech.tags.count() for speech in (one, two)] == [1, 1]


def test_adding_an_unknown_tag_to_many_changes_nothing(editor):
    speech = builders.a_speech()
    shown = act(editor, "add_tags", speech, apply="1", tag_names="fishing").content.decode()
    assert "No tag is called “fishing”" in shown
    assert speech.tags.count() == 0
