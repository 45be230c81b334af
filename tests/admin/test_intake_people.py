"""At the desk: the others who had a part, embargoes, and records made in place."""

from datetime import UTC, datetime

import pytest

from speeches.intake import desk as desks
from speeches.models import (
    Attribution,
    Event,
    Office,
    Organization,
    Speaker,
    Speech,
    Tenure,
)
from tests import builders

from .intake_desk import MESSAGE, bring, press, shown

pytestmark = pytest.mark.django_db

PAPER = """\
Permanent Mission of Freedonia to the United Nations

Statement by H.E. Mr. Rufus FIREFLY, Minister of Planning of Freedonia

on behalf of the Group of 77 and China

delivered by Ms. Gloria Teasdale, Counsellor

at the Conference on Wells

Lima, 7 May 2031

Mr. President,

I have the honour to speak of wells, of those who dig them, and of the water that all share.

What one has learnt about water another need not learn anew; we are here to tell each other.

I thank you.
"""
READY = {"s1-as": "draft", "s1-status": "as-prepared", "s1-occasion": "none"}


def filed(editor, intake, **answers):
    response = press(editor, intake, "_file", **READY, **answers)
    assert intake.state == "filed", response.content.decode()
    return Speech.objects.get()


def proposals(intake):
    return desks.Desk(intake).statements[0].proposals


# -- others who had a part


def test_the_others_are_matched_to_speakers_with_reasons(lists, editor):
    teasdale = builders.a_speaker("Gloria Teasdale")
    group = builders.a_speaker("Group of 77 and China", kind="body")
    intake = bring(editor, PAPER)
    found = proposals(intake)
    assert found["delivered_by"].certain_answer == f"id:{teasdale.pk}"
    assert found["on_behalf_of"].certain_answer == f"id:{group.pk}"
    assert "The name is the same." in shown(editor, intake)
    press(editor, intake, "_certain")
    speech = filed(editor, intake, **{"s1-speaker": "printed", "s1-event": "none"})
    rows = {row.role: row for row in speech.attributions.all()}
    assert rows["delivered_by"].speaker == teasdale
    assert rows["on_behalf_of"].speaker == group
    evidence = {row.fact: row for row in speech.evidence.all()}
    assert evidence["delivered_by"].words == "Gloria Teasdale"
    assert evidence["on_behalf_of"].basis == "printed"
    for row in evidence.values():
        row.full_clean()


def test_the_others_can_be_new_or_names_as_printed_or_nobody(lists, editor):
    intake = bring(editor, PAPER)
    answers = {"s1-on_behalf_of": "new", "s1-delivered_by": "printed", "s1-event": "none"}
    speech = filed(editor, intake, **answers, **{"s1-speaker": "printed"})
    rows = {row.role: row for row in speech.attributions.all()}
    assert rows["on_behalf_of"].speaker.kind == "body"
    assert rows["on_behalf_of"].speaker.sort_name == rows["on_behalf_of"].speaker.name
    assert (rows["delivered_by"].speaker, rows["delivered_by"].printed_as) == (
        None,
        "Gloria Teasdale",
    )
    assert not {"spokesperson", "addressee"} & set(rows)


def test_a_part_that_is_refused_or_left_open_is_not_filed(lists, editor):
    intake = bring(editor, PAPER)
    answers = {"s1-on_behalf_of": "none", "s1-speaker": "printed", "s1-event": "none"}
    speech = filed(editor, intake, **answers)
    assert [row.role for row in speech.attributions.all()] == ["author"]
    assert not speech.evidence.filter(fact__in=("on_behalf_of", "delivered_by")).exists()


def test_a_part_that_the_reader_missed_is_entered_and_found_in_the_document(lists, editor):
    intake = bring(editor, PAPER)
    answers = {"s1-addressee": "printed", "s1-addressee-name": "Mr. President"}
    speech = filed(editor, intake, **answers, **{"s1-speaker": "printed", "s1-event": "none"})
    assert speech.attributions.get(role="addressee").printed_as == "Mr. President"
    assert speech.evidence.get(fact="addressee").words == "Mr. President"


# -- made in place


def test_a_new_speaker_shows_name_and_sort_name_before_it_is_filed(lists, editor):
    intake = bring(editor, PAPER)
    html = shown(editor, intake)
    assert 'value="Firefly, Rufus"' in html
    answers = {"s1-speaker": "new", "s1-speaker-record": "Rufus T. Firefly", "s1-event": "none"}
    speech = filed(editor, intake, **answers, **{"s1-speaker-sort": "Firefly, Rufus T."})
    speaker = speech.attributions.get(role="author").speaker
    assert (speaker.name, speaker.sort_name) == ("Rufus T. Firefly", "Firefly, Rufus T.")


def test_a_guess_follows_the_name_until_somebody_writes_another(lists, editor):
    intake = bring(editor, PAPER)
    press(editor, intake, "_keep", **{"s1-speaker-name": "Ann Bee"})
    assert proposals(intake)["speaker"].said("sort") == "Bee, Ann"
    press(editor, intake, "_keep", **{"s1-speaker-sort": "Ann Bee"})
    press(editor, intake, "_keep", **{"s1-speaker-name": "Bea Cee"})
    assert proposals(intake)["speaker"].said("sort") == "Ann Bee"
    assert proposals(intake)["speaker"].said("record") == "Bea Cee"


def test_a_new_office_is_of_the_organization_that_the_editor_sees(lists, editor):
    intake = bring(editor, PAPER)
    answers = {
        "s1-speaker": "new",
        "s1-capacity": "new",
        "s1-capacity-body": "Republic of Sylvania",
    }
    speech = filed(editor, intake, **answers, **{"s1-event": "none"})
    tenure = speech.attributions.get(role="author").tenure
    assert tenure.office.title == "Minister of Planning"
    assert str(tenure.office.organization) == "Republic of Sylvania"
    assert tenure.basis == "attested"


def test_an_office_without_an_organization_is_asked_for_and_none_is_invented(lists, editor):
    intake = bring(editor, PAPER)
    answers = {"s1-speaker": "new", "s1-capacity": "new", "s1-capacity-body": " "}
    response = press(editor, intake, "_file", **READY, **answers, **{"s1-event": "none"})
    assert "of which organization is it an office?" in response.content.decode()
    assert intake.state == "open"
    assert not Organization.objects.filter(name__icontains="not known").exists()
    speech = filed(editor, intake, **{"s1-capacity": "none"})
    assert speech.attributions.get(role="author").tenure is None
    assert not Office.objects.filter(title="Minister of Planning").exists()


def test_an_office_that_we_hold_is_offered_even_if_nobody_is_known_to_have_held_it(lists, editor):
    office = builders.an_office(
        "Minister of Planning of Freedonia", builders.an_organization("Freedonia")
    )
    intake = bring(editor, PAPER)
    assert f'value="office:{office.pk}"' in shown(editor, intake)
    answers = {"s1-speaker": "new", "s1-capacity": f"office:{office.pk}", "s1-event": "none"}
    speech = filed(editor, intake, **answers)
    assert (
        Tenure.objects.get(office=office).speaker == speech.attributions.get(role="author").speaker
    )


def test_no_office_is_certain_while_it_is_not_said_who_spoke(lists, editor):
    text = MESSAGE.decode().replace("Ban Ki-moon", "Rufus Firefly")
    intake = bring(editor, text)
    assert proposals(intake)["capacity"].certain_answer == ""
    press(editor, intake, "_keep", **{"s1-speaker": "new"})
    offered = [choice.value for choice in proposals(intake)["capacity"].choices]
    assert not [value for value in offered if value.startswith("id:")]


def test_a_new_event_is_filled_from_the_document_and_can_be_changed(lists, editor):
    intake = bring(editor, PAPER)
    event = proposals(intake)["event"]
    assert event.said("record") == "Conference on Wells"
    assert (event.said("kind"), event.said("start")) == ("conference", "7 May 2031")
    assert (event.said("city"), event.said("end")) == ("Lima", "")
    answers = {"s1-event": "new", "s1-event-end": "9 May 2031", "s1-event-country": "PE"}
    answers |= {"s1-event-organizers": "Freedonia\nUnited Nations", "s1-speaker": "printed"}
    made = filed(editor, intake, **answers).event
    assert (made.name, made.kind, made.city) == ("Conference on Wells", "conference", "Lima")
    assert (made.start.edtf, made.end.edtf, made.country.code) == ("2031-05-07", "2031-05-09", "PE")
    assert {str(row.organization) for row in made.organizers.all()} == {
        "Freedonia",
        "United Nations",
    }


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("s1-event-start", "the other day", "Delivered at, From"),
        ("s1-event-end", "1 May 2031", "The end lies before the start"),
        ("s1-event-year", "MMXXXI", "a year has four digits"),
        ("s1-event-kind", "banquet", "is not a valid choice"),
    ],
)
def test_what_is_wrong_with_a_new_event_is_said_and_nothing_is_made(
    lists, editor, field, typed, sentence
):
    intake = bring(editor, PAPER)
    answers = {"s1-event": "new", "s1-speaker": "printed", field: typed}
    response = press(editor, intake, "_file", **READY, **answers)
    assert sentence in response.content.decode()
    assert intake.state == "open"
    assert not Event.objects.filter(name="Conference on Wells").exists()
    assert not Speech.objects.exists()


def test_a_new_event_may_be_a_part_of_what_it_marks(lists, editor):
    text = PAPER.replace("at the Conference on Wells", "at the World Day of Wells")
    intake = bring(editor, text)
    answers = {"s1-event": "new", "s1-event-record": "Panel on wells", "s1-event-part": "occasion"}
    answers |= {"s1-occasion": "new", "s1-occasion-name": "World Day of Wells"}
    answers |= {"s1-speaker": "printed", "s1-event-kind": "panel"}
    press(editor, intake, "_keep", **{"s1-occasion-name": "World Day of Wells"})
    press(editor, intake, "_file", **(READY | answers))
    assert intake.state == "filed"
    speech = Speech.objects.get()
    assert speech.event.part_of == speech.occasion
    assert (speech.occasion.name, speech.occasion.kind) == ("World Day of Wells", "observance")


def test_the_same_new_person_in_two_statements_is_one_record(lists, editor):
    intake = bring(editor, PAPER)
    press(editor, intake, "_another")
    numbered = [piece.name for piece in desks.Desk(intake).paragraphs if piece.to == "1"]
    answers = {f"{numbered[-1]}-to": "2", "s2-title": "More", "s2-status": "as-prepared"}
    answers |= {"s1-speaker": "new", "s2-speaker": "new", "s2-speaker-name": "Rufus FIREFLY"}
    answers |= {"s1-event": "none", "s2-as": "draft"}
    press(editor, intake, "_file", **READY, **answers)
    assert intake.state == "filed"
    assert Speaker.objects.filter(sort_name="Firefly, Rufus").count() == 1
    assert Attribution.objects.filter(role="author", speaker__isnull=False).count() == 2


# -- held back, and who may use it


def held_back(notice="EMBARGOED UNTIL 8 May 2031, 10:00 a.m. (New York time)"):
    return f"{notice}\n\n{PAPER}\nAll rights reserved.\n"


def test_an_embargo_is_a_warning_and_has_to_be_decided(lists, editor):
    intake = bring(editor, held_back())
    html = shown(editor, intake)
    assert "Held back until 8 May 2031" in html
    assert 'value="8 May 2031, 10:00 New York"' in html
    answers = {"s1-speaker": "printed", "s1-event": "none"}
    response = press(editor, intake, "_file", **READY, **answers)
    assert "the paper is under embargo" in response.content.decode()
    speech = filed(editor, intake, **{"s1-embargo-is": "yes"})
    assert speech.embargo_until == datetime(2031, 5, 8, 14, tzinfo=UTC)
    row = speech.evidence.get(fact="embargo_until")
    assert "EMBARGOED UNTIL" in row.words
    row.full_clean()


def test_an_embargo_that_is_no_moment_is_said_and_a_refused_one_is_not_filed(lists, editor):
    intake = bring(editor, held_back())
    answers = {"s1-speaker": "printed", "s1-event": "none", "s1-embargo-is": "yes"}
    wrong = press(editor, intake, "_file", **READY, **answers, **{"s1-embargo": "soon"})
    assert "Statement 1, Embargo until" in wrong.content.decode()
    speech = filed(editor, intake, **{"s1-embargo-is": "no"})
    assert speech.embargo_until is None
    assert not speech.evidence.filter(fact="embargo_until").exists()


def test_what_is_printed_of_the_rights_stands_beside_the_choice(lists, editor):
    html = shown(editor, bring(editor, held_back()))
    beside = html.split('id="d-rights"')[1].split("</fieldset>")[0]
    assert "“All rights reserved.”" in beside
