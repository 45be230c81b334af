"""Notes on passages go with their words through every edit, and point at no others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speeches import markup
from speeches.models import PassageNote, SpeechText
from tests.builders import a_note, a_speech, a_text

pytestmark = pytest.mark.django_db

FIRST = "We met in teh rain of March, and spoke of trade."
SECOND = "In April we met in teh snow, and spoke of aid."


@pytest.fixture
def speech():
    return a_speech(body=f"{FIRST}\n\n{SECOND}")


def edit(speech, *paragraphs):
    text = SpeechText.objects.get(speech=speech)
    text.body = "\n\n".join(paragraphs)
    text.save()


def stands(note):
    """Where a note stands: its passage, and the passage with a bar before its words."""
    note = PassageNote.objects.get(pk=note.pk)
    if note.is_loose:
        return "loose"
    words = markup.plain(note.passage.body)
    start, end = note.span_in(words)
    assert words[start:end] == (note.exact or words)
    return f"{note.passage.pid} {words[:start]}|{words[start:]}"


def test_a_note_moves_with_its_words(speech):
    note = a_note(speech, "teh")
    edit(speech, FIRST.replace("We", "On that day we all"), SECOND)
    assert stands(note) == "p1 On that day we all met in |teh rain of March, and spoke of trade."


def test_a_note_whose_words_were_mended_is_loose_and_kept(speech):
    note, other = a_note(speech, "teh"), a_note(speech, "teh", pid="p2")
    edit(speech, FIRST.replace("teh", "the"), SECOND)
    assert stands(note) == "loose"
    assert PassageNote.objects.get(pk=note.pk).exact == "teh"
    assert stands(other).startswith("p2 In April we met in |teh")


def test_a_note_goes_with_a_paragraph_that_moves(speech):
    note = a_note(speech, "teh", pid="p2")
    edit(speech, SECOND, FIRST)
    assert stands(note).startswith("p2 In April")


def test_a_note_goes_into_the_part_of_a_paragraph_that_has_its_words():
    speech = a_speech(body=f"{FIRST} {SECOND}")
    note = a_note(speech, "teh snow")
    edit(speech, FIRST, SECOND)
    assert stands(note) == "p2 In April we met in |teh snow, and spoke of aid."


def test_a_note_goes_into_the_paragraph_that_its_own_was_joined_to(speech):
    one, other = a_note(speech, "teh"), a_note(speech, "teh", pid="p2")
    edit(speech, f"{FIRST} {SECOND}")
    assert {stands(one)[3:], stands(other)[3:]} == {
        f"{FIRST} {SECOND}".replace("teh rain", "|teh rain"),
        f"{FIRST} {SECOND}".replace("teh snow", "|teh snow"),
    }


def test_a_note_on_a_paragraph_that_is_removed_stays_with_the_statement(speech):
    words, whole = a_note(speech, "teh", pid="p2"), a_note(speech, note="Added later.", pid="p2")
    edit(speech, FIRST)
    assert [stands(words), stands(whole)] == ["loose", "loose"]
    assert set(speech.notes.all()) == {words, whole}


def test_a_note_on_the_whole_paragraph_stays_while_it_stays(speech):
    note = a_note(speech, note="Added later.")
    edit(speech, SECOND, FIRST.replace("trade", "ships"))
    assert stands(note) == "p1 |We met in teh rain of March, and spoke of ships."


def test_of_equal_words_each_note_keeps_its_own():
    speech = a_speech(body="Millenium Goals first. Millenium Goals second. Millenium Goals third.")
    notes = [a_note(speech, "Millenium Goals"), *(a_note(speech, w) for w in ("second", "third"))]
    PassageNote.objects.filter(pk=notes[0].pk).update(start=23)
    edit(speech, "Millenium Goals first. Millennium Goals second. Millenium Goals third.")
    assert [stands(note).partition("|")[2] for note in notes] == [
        "",
        "second. Millenium Goals third.",
        "third.",
    ]


def test_words_that_another_hand_put_in_the_place_are_not_taken_for_them(speech):
    note = a_note(speech, "teh")
    speech.passages.filter(pid="p1").update(body="Not the same words at all here.")
    assert stands(note) == "loose"


def test_emphasis_changes_nothing(speech):
    note = a_note(speech, "teh")
    edit(speech, FIRST.replace("teh rain", "*teh* **rain**"), SECOND)
    assert stands(note).startswith("p1 We met in |teh rain")


def test_a_note_of_one_text_stays_when_another_is_edited(speech):
    note = a_note(speech, "teh")
    text = a_text(speech, SECOND, language="fr")
    text.body = SECOND.replace("teh", "the")
    text.save()
    assert stands(note).startswith("p1 ")


WORDS = st.lists(st.sampled_from(["teh", "rain", "of", "and", "snow."]), min_size=3, max_size=12)


@settings(max_examples=40, deadline=None)
@given(old=WORDS, new=st.lists(WORDS, min_size=0, max_size=3), place=st.integers(0, 11))
def test_after_any_edit_a_note_stands_on_its_words_or_is_loose(old, new, place):
    speech = a_speech(body=" ".join(old))
    word = old[place % len(old)].strip(".")
    note = a_note(speech, word)
    edit(speech, *(" ".join(row) for row in new))
    assert stands(note) == "loose" or f"|{word}" in stands(note)
