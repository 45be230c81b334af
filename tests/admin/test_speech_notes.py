"""Annotating passages on the page of a statement."""

import pytest
from django.utils.html import strip_tags

from speeches.models import PassageNote, SpeechText
from tests import builders

from .desk import errors, page, somebody, typed

pytestmark = pytest.mark.django_db

BODY = "We met in teh rain.\n\nIn teh snow, and in teh wind, we met again."


@pytest.fixture
def speech():
    return builders.a_speech(published=False, body=BODY)


def annotate(client, speech, **fields):
    """Fill in the empty row and save."""
    data = typed(client.get(page("speech_change", speech.pk)))
    number = int(data["notes-TOTAL_FORMS"]) - 1
    data |= {f"notes-{number}-{name}": value for name, value in fields.items()}
    return client.post(page("speech_change", speech.pk), data)


def saved(response):
    assert response.status_code == 302, errors(response)
    return PassageNote.objects.get()


def test_words_are_marked_where_they_stand_and_the_text_stays(editor, speech):
    note = saved(annotate(editor, speech, kind="sic", exact="teh rain"))
    assert (note.passage.pid, note.exact, note.start) == ("p1", "teh rain", 10)
    assert speech.texts.get().body == BODY
    assert "teh rain" in editor.get(page("speech_history", speech.pk)).text
    assert 'class="sic"' in editor.get(speech.get_absolute_url()).text


def test_a_note_is_about_a_whole_passage_when_no_words_are_given(editor, speech):
    note = saved(annotate(editor, speech, kind="note", passage="2", note="Added by hand."))
    assert (note.passage.pid, note.exact, note.start) == ("p2", "", None)


def test_words_that_stand_twice_are_asked_for_and_told_apart(editor, speech):
    response = annotate(editor, speech, kind="sic", passage="p2", exact="teh")
    assert any("stands in p2 2 times: say which" in error for error in errors(response))
    note = saved(annotate(editor, speech, kind="sic", passage="p2", exact="teh (2)"))
    assert (note.exact, note.start) == ("teh", 20)
    shown = typed(editor.get(page("speech_change", speech.pk)))
    assert (shown["notes-0-passage"], shown["notes-0-exact"]) == ("p2", "teh (2)")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "sic", "exact": "tha"}, "does not stand there. Copy the words"),
        ({"kind": "sic", "passage": "p1", "exact": "snow"}, "does not stand in p1"),
        ({"kind": "sic", "passage": "p2", "exact": "teh (3)"}, "does not stand in p2 3 times"),
        ({"kind": "sic", "passage": "p9", "exact": "teh"}, "has no passage “p9”"),
        ({"kind": "sic", "passage": "p1"}, "Say which words are printed so"),
        ({"kind": "note", "note": "Hm."}, "Say which passage it is about"),
        ({"kind": "note", "passage": "p1"}, "Write the note"),
        ({"kind": "corr", "passage": "p1", "note": "x"}, "Select a valid choice"),
    ],
)
def test_what_can_not_be_is_said_and_nothing_is_saved(editor, speech, fields, said):
    response = annotate(editor, speech, **fields)
    shown = strip_tags(response.text).replace("&#x27;", "'")
    assert said in shown
    assert not PassageNote.objects.exists()


def test_words_marked_twice_are_refused_in_words(editor, speech):
    saved(annotate(editor, speech, kind="sic", exact="teh rain"))
    response = annotate(editor, speech, kind="sic", exact="teh rain")
    assert any("“teh rain” is marked already" in error for error in errors(response))
    assert PassageNote.objects.count() == 1


def test_a_note_is_changed_moved_and_deleted(editor, speech):
    saved(annotate(editor, speech, kind="note", exact="teh rain", note="Read “the”."))
    data = typed(editor.get(page("speech_change", speech.pk)))
    data |= {"notes-0-note": "Read “the rain”.", "notes-0-passage": "", "notes-0-exact": "teh wind"}
    note = saved(editor.post(page("speech_change", speech.pk), data))
    assert (note.note, note.exact, note.passage.pid) == ("Read “the rain”.", "teh wind", "p2")
    data = typed(editor.get(page("speech_change", speech.pk))) | {"notes-0-DELETE": "on"}
    assert editor.post(page("speech_change", speech.pk), data).status_code == 302
    assert not PassageNote.objects.exists()


def test_the_words_are_looked_for_in_the_text_as_it_is_saved_with_them(editor, speech):
    data = typed(editor.get(page("speech_change", speech.pk)))
    data |= {"texts-0-body": "First.\r\n\r\n" + BODY.replace("rain", "hale")}
    data |= {"notes-0-kind": "sic", "notes-0-exact": "hale"}
    note = saved(editor.post(page("speech_change", speech.pk), data))
    assert (note.passage.pid, note.exact) == ("p1", "hale")


def test_a_note_moves_with_its_words_while_it_is_rewritten(editor, speech):
    saved(annotate(editor, speech, kind="note", exact="teh rain", note="Hm."))
    data = typed(editor.get(page("speech_change", speech.pk)))
    data |= {"texts-0-body": BODY.replace("We met in teh", "We all met in teh")}
    data |= {"notes-0-note": "Read “the”."}
    note = saved(editor.post(page("speech_change", speech.pk), data))
    assert (note.start, note.note) == (14, "Read “the”.")


def test_a_note_that_lost_its_words_is_named_and_put_on_others(editor, speech):
    saved(annotate(editor, speech, kind="sic", exact="teh rain"))
    text = SpeechText.objects.get()
    text.body = BODY.replace("teh rain", "the rain")
    text.save()
    response = editor.get(page("speech_change", speech.pk))
    said = " ".join(strip_tags(response.text).split())
    assert "1 note has lost its words; readers don’t see it: “teh rain”." in said
    assert "Its words, “teh rain”, do not stand there any more" in said
    data = typed(response)
    assert data["notes-0-exact"] == ""
    assert editor.post(page("speech_change", speech.pk), data).status_code == 302
    assert PassageNote.objects.get().is_loose
    data |= {"notes-0-passage": "", "notes-0-exact": "the rain"}
    note = saved(editor.post(page("speech_change", speech.pk), data))
    assert not note.is_loose


def test_the_passages_say_how_many_notes_they_have(editor, speech):
    builders.a_note(speech, "teh")
    builders.a_note(speech, note="Hm.")
    assert 'href="#notes-group">2 notes</a>' in editor.get(page("speech_change", speech.pk)).text
    voices = editor.get(page("speech_voices", speech.pk, speech.texts.get().pk)).text
    assert f'href="{page("speech_change", speech.pk)}#notes-group">2 notes</a>' in voices


def test_a_contributor_annotates_drafts_and_nothing_published(client, speech):
    client.force_login(somebody("contributor"))
    saved(annotate(client, speech, kind="sic", exact="teh rain"))
    public = builders.a_speech(body=BODY)
    builders.a_note(public, "teh rain")
    response = client.get(page("speech_change", public.pk))
    assert "teh rain" in response.text
    assert 'name="notes-0-exact"' not in response.text
    assert client.post(page("speech_change", public.pk), {"title": "x"}).status_code == 403


def test_a_curator_only_looks(client, speech):
    builders.a_note(speech, "teh rain", note="Read “the”.")
    client.force_login(somebody("curator"))
    response = client.get(page("speech_change", speech.pk))
    assert "Read “the”." in response.text
    assert 'name="notes-0-exact"' not in response.text
