"""Expressions for many words, accents that may be missing, signs that a machine misread."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.intake import accents, alternatives, misread, paste, read, verbs

WORDS = st.lists(st.text(alphabet="abc ", min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS, st.text(alphabet="abc ", max_size=12))
def test_alternatives_put_together_find_what_they_found_before(words, text):
    pattern = "|".join(words)
    apart = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
    together = re.compile(rf"(?<!\w)(?:{alternatives.by_letters(pattern)})(?!\w)")
    assert [m.span() for m in apart.finditer(text)] == [m.span() for m in together.finditer(text)]


def test_groups_and_classes_stay_whole():
    assert alternatives.split(r"a(?:b|c)|[|]d|e\|f") == ["a(?:b|c)", "[|]d", r"e\|f"]
    pattern = re.compile(alternatives.by_letters(r"sa(?:id|ys)|s?he|sang|\bso"))
    assert [m[0] for m in pattern.finditer("said says she he sang so")] == [
        "said", "says", "she", "he", "sang", "so",
    ]  # fmt: skip


@pytest.mark.parametrize("verb", ["said", "according to", "a déclaré", "señaló", "заявила", "قالت"])
def test_verbs_of_every_language_are_found(verb):
    assert verbs.VERB.fullmatch(verb)


def test_an_accent_may_be_missing_but_not_be_another_letter():
    pattern = re.compile(accents.optional("déclaration[àé]"), re.IGNORECASE)
    assert pattern.fullmatch("DECLARATIONÉ")
    assert pattern.fullmatch("déclarationà")
    assert not pattern.fullmatch("daclarationé")
    assert not pattern.fullmatch("declaratione")


@pytest.mark.parametrize(
    ("misread_as", "meant"),
    [
        ("UNITED NATI0NS", "UNITED NATIONS"),
        ("T0 THE SESSI0N 0F", "TO THE SESSION OF"),
        ("PRESS RE1EASE", "PRESS RELEASE"),
        ("M1SSION PERMANENTE", "MISSION PERMANENTE"),
        ("NATlONS", "NATIONS"),
        ("lnformation on vil1ages", "Information on villages"),
        ("1ength", "length"),
        ("G20, COP21 and 1st of 10 A/RES/60/1", "G20, COP21 and 1st of 10 A/RES/60/1"),
    ],
)
def test_misread_signs_are_put_right_in_their_places(misread_as, meant):
    assert misread.repaired(misread_as) == meant


def test_a_fact_from_misread_words_says_so_and_the_words_of_the_text_stay():
    text = (
        "STATEMENT BY H.E. MR. OTTO WHEEL\nSECRETARY 0F STATE\n\n21 October 1985\n\n"
        "Mr. President,\n\nWe are ten is1ands, and it has not rained on nine of them.\n"
    )
    (statement,) = read(text).statements
    assert statement.capacity.value == "SECRETARY OF STATE"
    assert statement.capacity.basis == "derived"
    assert statement.capacity.note == "Printed so, but for signs that a machine misread."
    assert "ten is1ands" in statement.passages[-1].source


def test_lines_of_a_double_spaced_paper_are_put_together():
    lines = [
        "We are a country of one river and of forty bridges over",
        "it, each of them built together with our neighbours in",
        "the valley, and none of them was ever built on credit.",
        "Every bridge has two banks, and so has every bargain",
        "that we ever made; we kept all of them, and we mean to",
        "keep those that we shall make here in this hall today.",
    ] * 3
    reading = read("\n\n".join(["STATEMENT BY THE MINISTER OF WELLS", "7 May 2031", *lines]))
    sources = [passage.source for passage in reading.passages]
    assert sources[0] == " ".join(lines[:3])
    assert len(sources) == 6


def test_paragraphs_of_one_line_that_end_are_left_apart():
    text = "\n\n".join(["Every bridge of our country has two banks and a name."] * 20)
    assert len(read(text).passages) > 15
    assert len(paste.blocks(text)) == 20
