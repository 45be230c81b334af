"""Which lines are one, which are of the page and not of the text, and who can be a person."""

import pytest

from speeches.intake import hard_lines, names
from speeches.intake.layouts import boundary, tail
from speeches.intake.page import Page
from speeches.intake.parser import read

WIDE = (
    "The well stands where the two roads meet, and nobody remembers who was the\n"
    "first to drink from it. My grandmother said that it was a goat. The elders of\n"
    "the village say that it was a saint, and the goat has never been asked what it\n"
    "saw on that morning, so that the matter has been left as it was found.\n"
    "Dear friends,\n"
    "This summer the rope broke twice, and twice it was mended by the children of\n"
    "the other village, who had come for their own water and stayed for the knot.\n"
    "They have asked for nothing in return, and we have given it to them gladly.\n"
    "I propose that we give them a bucket.\n"
)


def test_lines_broken_by_the_margin_are_one_and_others_end_on_purpose():
    lines = [line.text for line in Page(WIDE).lines]
    assert lines[1] == "Dear friends,"
    assert lines[0].startswith("The well stands")
    assert lines[0].endswith("as it was found.")
    assert [line.split()[0] for line in lines] == ["The", "Dear", "This"]


def test_a_text_of_long_lines_has_no_margin():
    assert hard_lines.width("A short title\n" + "Water is older than any of its owners. " * 9) == 0


def test_long_lines_without_an_empty_one_between_are_paragraphs_each():
    line = (
        "Water is older than any of its owners, and it has never signed anything that we gave it; "
    )
    page = Page(f"Wells of the North\n{line * 2}first.\n{line * 3}second.\n")
    assert [block.text[:5] for block in page.blocks] == ["Wells", "Water", "Water"]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Bee, Minister of Wells",
        "Permanent Mission of Sarnia, 3 rue des Puits, 1202 Geneva",
        "Watch the message | Download",
        "Geneva, 3 May 2014",
    ],
)
def test_signatures_addresses_and_links_are_of_the_page(line):
    assert tail.is_tail(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you.",
        "Thank you",
        "Water is for all",
        "Q: And the rope?",
        "- more wells",
        "and let us listen",
    ],
)
def test_words_that_may_have_been_said_are_kept(line):
    assert not tail.is_tail(line)


def test_a_list_of_persons_is_said_and_no_signature():
    lines = [
        "The members are:",
        "Dr. Ann Bee, Sarnia",
        "Mr. Cee Dee, Northmoor",
        "Ms. Eff Gee, Puna",
    ]
    assert tail.cut(lines) == len(lines)


def test_loose_lines_below_the_text_end_it_whatever_follows():
    said = ["We dig. " * 40, "And then we drink."]
    page = ["Our offices", "Ann Bee, Minister", "Terms and conditions", "Was it good? Tell us."]
    assert tail.ends_before([*said, *page], 0.35) == len(said)


def test_a_standfirst_above_labels_is_no_first_sentence():
    text = (
        "The Minister sets out how wells will be shared.\n"
        "Published:\n3 May 2014\n\n" + "Friends, we dig because we thirst. " * 20
    )
    assert text[boundary.later_head(Page(text), 0) :].lstrip().startswith("Friends")


@pytest.mark.parametrize(
    "words", ["New York", "Latest Statements", "External Affairs", "On Monday"]
)
def test_what_can_be_no_person(words):
    assert not names.is_plausible(words)


@pytest.mark.parametrize(
    "line", ["Office of Wells", "CONFERENCIA DE LAS NACIONES UNIDAS SOBRE POZOS"]
)
def test_the_name_of_a_body_is_no_headline(line):
    assert names.is_body(line)
    assert not names.is_body("Minister opens the Office of Wells")


def test_who_was_first_named_in_full_is_the_speaker():
    text = (
        "Ropes are lent along the river\n\n3 May 2014\n\n"
        "The Minister of Wells, Ann Beeton, is in Puna this week to look at the ropes.\n\n"
        "“A rope has two ends,” Ms. Beeton said.\n"
    )
    (statement,) = read(text).statements
    assert (statement.speaker.value, statement.capacity.value) == (
        "Ann Beeton",
        "Minister of Wells",
    )
    assert [said.speaker for said in read(text).quotations] == ["Ann Beeton"]


def test_a_notice_in_nobodys_voice_has_a_day_of_issue_and_no_speaker():
    text = (
        "Ministry of Wells\n\nSuspension of the weekly drawing of water\n\n3 May 2014\n\n"
        "The weekly drawing of water is suspended from 5 to 9 May for the feast of springs. It "
        "will be resumed on 12 May, at the usual hour, with the usual bucket.\n"
    )
    reading = read(text)
    assert reading.published.date.edtf == "2014-05-03"
    assert [statement.speaker for statement in reading.statements] in ([], [None])
