"""[sic] and notes at the desk of an intake: filed with the statement, whose words stay as read."""

import pytest

from speeches.intake import clashes
from speeches.intake import desk as desks
from speeches.models import PassageNote, Speech

from .intake_desk import bring, press, shown

pytestmark = pytest.mark.django_db

PAPER = """PRESS RELEASE

Message of the Secretary-General on World Rain Day

VIENNA, 12 September 2012

The past decade has shown teh power of partnerships to advance development in all countries.

We have seen teh rain and teh snow, and we shall go on working together for the good of all.

South-South cooperation has the potential to balance growth and equity on a global scale.
"""


@pytest.fixture
def intake(editor):
    return bring(editor, PAPER)


def stem(intake, words):
    """The name of the piece that begins so."""
    pieces = desks.Desk(intake).paragraphs
    return next(p.name for p in pieces if intake.text[p.read.start :].startswith(words))


def file(editor, intake, **fields):
    answers = {"s1-title": "Message", "s1-status": "as-issued", "s1-as": "draft"}
    return press(editor, intake, "_file", **answers, **fields)


def test_what_is_said_of_a_paragraph_is_filed_with_it_and_its_words_stay(editor, intake):
    one, two = stem(intake, "The past"), stem(intake, "We have")
    fields = {f"{one}-sic": "teh\n\n Partnerships", f"{two}-sic": "teh (2)\nteh (2)"}
    fields |= {f"{two}-note": "The snow\nfell later."}
    response = file(editor, intake, **fields)
    assert intake.state == "filed", response.text
    first, second = Speech.objects.get().passages.order_by("position")[:2]
    marked = [(n.passage, n.exact, n.start) for n in PassageNote.objects.filter(kind="sic")]
    assert marked == [(first, "teh", 26), (first, "partnerships", 39), (second, "teh", 26)]
    note = PassageNote.objects.get(kind="note")
    assert (note.passage, note.exact, note.note) == (second, "", "The snow fell later.")
    assert (
        second.body
        == "We have seen teh rain and teh snow, and we shall go on working together "
        + ("for the good of all.")
    )


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("sic", "tha", "“tha” does not stand there"),
        ("sic", "teh", "“teh” stands there 2 times: say which"),
        ("sic", "teh (3)", "“teh” does not stand there 3 times"),
        ("note", "x" * 1001, "It has 1001 letters; 1000 are the most"),
    ],
)
def test_what_can_not_be_filed_is_said_with_its_place_and_kept(editor, intake, field, typed, said):
    name = stem(intake, "We have")
    response = file(editor, intake, **{f"{name}-{field}": typed})
    assert said in response.text
    assert f'href="#piece-{name}"' in response.text
    assert not Speech.objects.exists()
    assert intake.decisions[f"{name}-{field}"] == typed
    assert '<details class="quotations noting" open>' in shown(editor, intake)


def test_a_joined_paragraph_keeps_what_was_said_of_its_parts(editor, intake):
    one = stem(intake, "The past")
    kept = next(p.name for p in desks.Desk(intake).paragraphs if p.reason and p.read.start)
    press(editor, intake, "_keep", **{f"{kept}-to": "1", f"{one}-sic": "teh"})
    press(editor, intake, "_keep", **{f"{one}-join": "yes", f"{kept}-note": "From the head."})
    file(editor, intake)
    notes = PassageNote.objects.order_by("kind")
    assert intake.state == "filed"
    assert {note.kind for note in notes} == {"note", "sic"}
    for note in notes:
        assert note.speech == Speech.objects.get()
        assert not note.is_loose


def test_notes_on_paragraphs_that_are_left_out_are_not_filed(editor, intake):
    name = stem(intake, "South-South")
    file(editor, intake, **{f"{name}-sic": "nowhere", f"{name}-to": "out"})
    assert intake.state == "filed"
    assert not PassageNote.objects.exists()


def test_two_who_annotate_one_paragraph_see_whose_words_stand(intake):
    name = stem(intake, "We have")
    intake.decisions = {f"{name}-note": "Theirs."}
    aside = {f"{name}-note": {"value": "Mine.", "by": "editor"}}
    (clash,) = clashes.clashes(desks.Desk(intake), aside)
    assert (clash.stands, clash.mine) == ("Theirs.", "Mine.")
    assert clash.label.endswith("editor’s note")
