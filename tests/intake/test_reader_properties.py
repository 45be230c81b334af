"""Promises of the reader for any text whatever."""

import re
from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speeches import markup
from speeches.intake import read
from speeches.intake.reading import Fact, Voice
from speeches.offsets import find_folded

from . import papers

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "[words](#)",
        "[",
        "](",
        "**",
        "***",
        "# ",
        "“",
        "”",
        "12 September 2012",
        "31 February 2012",
        "12 September",
        "VIENNA, 12 September (UN Information Service) - ",
        "12 September 2017 – ",
        "United Nations Secretary-General Ann Bee",
        "the Deputy Secretary-General said",
        "UN News\n",
        "Following is Minister Ann Bee’s message on the World Day of Wells:",
        "today",
        "recently",
        "at an event in New York",
        "* *** *",
        "SG/SM/12345-DEV/6789",
        "For information only - not an official document",
        "For the people of the South, and of the North.",
        "Statement by H.E. Ms. Ann Bee, Minister of Wells,\non behalf of the Group of 77 and China",
        "Mr. President,\n\n",
        "Question: who drinks?\n",
        "Ann Bee: Everybody.\n",
        "From: a@b.org\nTo: c@d.org\nSubject: Fwd: a well\n\n",
        "> quoted ",
        "“We dig,” said the mayor, Otto Wheel. “You drink.”\n\n",
        "« Nous creusons », a déclaré mercredi la ministre, Anne Puits.\n\n",
        "主席先生：\n",
        "常驻联合国代表李明大使在会议上的发言",
        "كلمة السفير محمد، المندوب الدائم، أمام اللجنة",
        "Выступление Министра А.Б.Колодцева на сессии",
        "Provisional agenda\n1. Opening\n2. Wells\n3. Closing\n",
        "https://example.org/a 1/2\n",
        "- 2 - SG/SM/99999\n",
        "Related stories\n",
        "\\",
        "|",
        "\x0b",
        "\u2028",
        "\ud800",
        "ﬁ",
        "İ",
    ]
)
PASTES = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("".join),
)


def items(reading):
    """Everything in a reading that has a span."""
    found = [*reading.passages, *reading.kept_out, *reading.warnings, *reading.quotations]
    for thing in (reading, *reading.statements):
        for field in fields(thing):
            value = getattr(thing, field.name)
            if isinstance(value, Fact):
                found.append(value)
            elif isinstance(value, tuple):
                found += [fact for fact in value if isinstance(fact, Fact)]
    return found


def assert_sound(reading):
    for item in items(reading):
        assert 0 <= item.start < item.end <= len(reading.text)
        if isinstance(item, Fact) and item.basis == "printed":
            assert find_folded(item.value, reading.words(item))
    spans = sorted((p.start, p.end) for p in (*reading.passages, *reading.kept_out))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    left = list(reading.text)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    assert not "".join(left).strip()


@given(PASTES)
@settings(max_examples=400, deadline=None)
def test_any_text_can_be_read_and_every_word_of_it_is_accounted_for_once(text):
    assert_sound(read(text))


@pytest.mark.parametrize("mark", ["#", "> #", "##"])
def test_a_mark_alone_below_a_question_is_no_answer(mark):
    question = "Interview: who drinks from the wells of the South?"
    assert_sound(read("\n\n".join([question, mark, "And who digs them?", mark, "Who else?"])))


@pytest.mark.parametrize("letter", ["ﬁ", "İ", "ß", "ŉ", "ΐ"])
@pytest.mark.parametrize("words", ["Statement", "Ann Bee, Minister of Wells\nBee: We dig."])
def test_letters_that_become_several_when_folded_move_nothing(letter, words):
    assert_sound(read(f"{letter} {words}"))
    assert_sound(read(f"{letter * 30} {words}\n\nMr. President,\n\nWe dig {letter} wells."))


@given(st.sampled_from([papers.MESSAGE, papers.STORY]), st.data())
@settings(max_examples=100, deadline=None)
def test_a_damaged_document_is_read_as_soundly(path, data):
    text = path.read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 80)))
        text = text[:start] + data.draw(st.one_of(PIECES, st.text(max_size=5))) + text[end:]
    assert_sound(read(text))


@given(PASTES)
@settings(max_examples=200, deadline=None)
def test_each_passage_is_one_block_of_the_body_with_the_words_that_were_read(text):
    for passage in read(text).passages:
        (block,) = markup.blocks(passage.source)
        assert (block.kind == "heading") == passage.is_heading


def test_the_reading_of_the_founding_documents_is_sound():
    for reading in (papers.message(), papers.story()):
        assert_sound(reading)
        assert {p.voice for p in reading.passages} <= set(Voice)


@given(st.text(alphabet="ab*_[]()\\ <>|#`“”", min_size=1, max_size=60))
@settings(max_examples=300, deadline=None)
def test_what_a_passage_renders_are_the_words_that_were_read(text):
    for passage in read(f"{text}\n\nThe end of it, and of all.").passages:
        read_words = re.sub(r"\s+", "", markup.plain(passage.source))
        assert re.sub(r"[\\*_\[\]()#\s]", "", read_words) == re.sub(
            r"[\\*_\[\]()#\s]", "", passage.source
        )
