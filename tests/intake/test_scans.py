"""What a scan, a typewriter or a fax puts between the words, and what is a text's all the same."""

import pytest

from speeches.intake import events, letterhead, margin_numbers, misread
from speeches.intake.layouts import first_words
from speeches.intake.page import Page
from speeches.intake.parser import read
from speeches.intake.paste import blocks
from speeches.intake.reading import Reason

LONG = "We dug the well together, and nobody asked whose spade it was, or who would drink first."


def reasons(text):
    page = Page(text)
    return {line.text: reason for line, reason in zip(page.lines, page.reasons, strict=True)}


def only(text):
    return blocks(text)[0]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("P R E S S   R E L E A S E", "PRESS RELEASE"),
        ("R E C U", "RECU"),
        ("S T A T E M E N T by the Minister", "STATEMENT by the Minister"),
        ("A b c: it is as easy as that", "A b c: it is as easy as that"),
    ],
)
def test_letters_printed_apart_are_words_and_keep_their_places(printed, read_as):
    line = misread.closed_up(only(printed))
    assert line.text == read_as
    assert line.words.places[-1] == len(printed) - 1


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        ("SG/SM/92l4", "SG/SM/9214"),
        ("DEV/9O31", "DEV/9031"),
        ("l2 October 1984", "12 October 1984"),
        ("0ffice of the Well", "Office of the Well"),
        ("A/C.2/97/L.5", "A/C.2/97/L.5"),
        ("and/or he/she 4th", "and/or he/she 4th"),
    ],
)
def test_figures_that_were_taken_for_letters_are_figures_again(printed, repaired):
    assert misread.repaired(printed) == repaired


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Press Section              17 May 1974", ["Press Section", "17 May 1974"]),
        ("Office of Wells            DEV/9O31", ["Office of Wells", "DEV/9O31"]),
        ("United Nations, New York   17 May 1974", ["United Nations, New York 17 May 1974"]),
        ("We met them                 at the well", ["We met them at the well"]),
    ],
)
def test_a_letterhead_holds_two_things_in_one_line(line, parts):
    assert [part.text for part in letterhead.columns(only(line))] == parts


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("(sigue)", Reason.PAGE_NUMBER),
        ("...2/", Reason.PAGE_NUMBER),
        (". . . /2", Reason.PAGE_NUMBER),
        ("fl. 3", Reason.PAGE_NUMBER),
        ("90-25917 1234f /...", Reason.PAGE_NUMBER),
        ("CP/9931/93 Pag. 2", Reason.PAGE_NUMBER),
        ("OCT-04-94 15:12 FROM:MISSION OF KETA ID:2125550144 PAGE 1/3", Reason.PRINT),
        ("The train of 15:12 from Keta had 40 pages for us.", None),
        ("See page 3", None),
    ],
)
def test_what_a_machine_prints_on_every_page_is_no_words_of_the_text(line, reason):
    assert reasons(f"{LONG}\n\n{line}\n\n{LONG}\n")[line] is reason


def test_the_day_under_a_stamp_is_that_of_whoever_stamped_the_paper():
    found = reasons(
        f"MISSION OF KETA\n\nRECEIVED\n12 OCT. 1983\n\n{LONG}\n\nArchives\n12 May 1983\n"
    )
    assert found["RECEIVED"] is found["12 OCT. 1983"] is Reason.PRINT
    assert found["Archives"] is found["12 May 1983"] is None


def test_the_head_of_a_page_is_printed_again_beside_its_number():
    head = "Address by the Minister of Wells, Ann Bee, to the Assembly of Spades"
    found = reasons(f"{head}\n\n{LONG}\n\n- 2 -\n\nAddress by the Minister of Wells\n\n{LONG}\n\n")
    assert found["Address by the Minister of Wells"] is Reason.RUNNING_TITLE
    found = reasons(f"{head}\n\n{LONG}\n\n- 2 -\n\nThe Minister of Harbours\n\n{LONG}\n\n")
    assert found["The Minister of Harbours"] is None


def test_a_masthead_names_no_event():
    text = (
        "Distr.\nGENERAL\n\nA/45/9917\n3 October 1990\nORIGINAL: ENGLISH\n\nForty-fifth session\n"
        "Agenda item 139\n\nLetter dated 2 October 1990 from the Permanent Representative of Keta "
        f"addressed to the Secretary-General\n\n{LONG} {LONG}\n"
    )
    statement = read(text).statements[0]
    assert (statement.event, statement.occasion) == (None, None)
    assert reasons(text)["Forty-fifth session"] is Reason.ISSUER
    assert reasons(f"Forty-fifth session\n\n{LONG}\n")["Forty-fifth session"] is None


NUMBERED = "".join(
    f"{number:>3}   {words}\n"
    for number, words in enumerate(
        ["Statement by the Minister of Wells", "", "Mr. President,", ""]
        + ["The well that we dug is deeper than the", "one that was dug by those before us, and"]
        * 4,
        start=1,
    )
)


def test_numbers_of_lines_are_no_words_and_every_one_is_accounted_for():
    assert len(margin_numbers.find(NUMBERED)) == 12
    found = read(NUMBERED)
    assert found.title.value == "Statement by the Minister of Wells"
    assert not any(sign.isdigit() for passage in found.passages for sign in passage.source)
    kept = [found.words(piece) for piece in found.kept_out if piece.reason is Reason.PAGE_NUMBER]
    assert "4" in kept


def test_a_list_with_numbers_is_no_paper_with_numbered_lines():
    assert margin_numbers.find("".join(f"{n}   Apples and Pears\n" for n in range(1, 20))) == []


def test_a_record_tells_who_takes_the_floor():
    found = read(f"A/34/PV.999\n\nMr. BEE (Keta) (spoke in French): {LONG} {LONG}\n").statements[0]
    assert (found.speaker.value, found.capacity.value) == ("BEE", "Keta")
    assert found.passages[0].source.startswith("We dug")


def test_blanks_before_stops_hide_no_salutation():
    assert first_words.is_salutation("Mr . Chairman ,")


def test_an_event_in_brackets_is_the_words_between_them():
    line = "  (Second Committee)"
    assert line[slice(*events.in_line(line))] == "Second Committee"


def test_the_days_of_a_session_are_not_the_day_of_what_was_said_there():
    text = (
        "Commission on Wells\nSecond session\nNew York, 16-27 May 1994\n\n"
        f"Statement by the Chairman of the Commission, Mr. Otto Wheel, 27 May 1994\n\n{LONG}\n"
    )
    assert str(read(text).statements[0].delivered.date.edtf) == "1994-05-27"


def test_a_title_with_an_open_quotation_goes_on_in_the_next_line():
    text = (
        f'SECRETARY-GENERAL ASKS ALL TO "MEASURE\nBEFORE DIGGING"\n\n5 May 1977\n\n{LONG} {LONG}\n'
    )
    assert read(text).title.value == 'SECRETARY-GENERAL ASKS ALL TO "MEASURE BEFORE DIGGING"'
