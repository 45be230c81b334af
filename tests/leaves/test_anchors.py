"""Words that something is said about: named, found, followed through an edit, marked in HTML."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches import anchors, markup
from speeches.anchors import Mark

TWICE = "Of teh rain, and of teh snow."


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("teh", ("teh", None)),
        ("  teh\n rain ", ("teh rain", None)),
        ("teh (2)", ("teh", 2)),
        ("teh(12)", ("teh", 12)),
        ("teh (0)", ("teh (0)", None)),
        ("(2)", ("(2)", None)),
    ],
)
def test_words_are_named_with_the_time_at_which_they_stand_there(typed, named):
    assert anchors.named(typed) == named


def test_words_are_found_wherever_they_stand_and_never_as_a_part_of_others():
    assert anchors.occurrences("teh", TWICE) == [(3, 6), (20, 23)]
    assert anchors.occurrences("he", "he, the, he.") == [(0, 2), (9, 11)]
    assert anchors.occurrences("caf", "un café") == []
    assert anchors.occurrences("e", "e\u0301 e") == [(3, 4)]
    assert anchors.occurrences(" ", "a b") == []


def test_straight_quotes_and_other_case_find_the_words_as_they_are_printed():
    assert anchors.occurrences('"teh rain"', "“Teh  rain”"[:0] + "said “Teh rain” twice") == [
        (5, 15)
    ]
    assert anchors.occurrences("Un", "un UN Un") == [(6, 8)]


def test_a_script_without_spaces_has_words_within_a_run():
    assert anchors.occurrences("合作", "南南合作日") == [(2, 4)]


@pytest.mark.parametrize(
    ("old", "words", "new", "there"),
    [
        ("Of teh rain.", "teh", "Much of teh rain.", "Much of |teh"),
        ("Of teh rain.", "teh", "Of teh, rain.", "Of |teh"),
        ("Of teh rain.", "teh", "Of the rain.", None),
        ("Of teh rain.", "teh", "Of teh\u0301 rain.", None),
        ("قال كتب هنا.", "كتب", "قال كتبُ هنا.", None),
        (TWICE, (20, 23), "Of teh rain, and of the snow.", None),
        (TWICE, (3, 6), "Of the rain, and of teh snow.", None),
        (TWICE, (20, 23), "Of the rain, and of teh snow.", "Of the rain, and of |teh"),
        (
            "Millenium Goals, and Millenium Goals.",
            (21, 30),
            "Millenium Goals, and the Goals.",
            None,
        ),
        ("Teh rain. Teh snow.", (0, 3), "Teh snow.", None),
        ("Of teh rain.", "teh", "Wind; teh, sun", None),
        ("teh", "teh", "teh", "|teh"),
        ("teh", "teh", "and teh", None),
        ("南南合作日", "合作", "在南南合作日", "在南南|合作"),
    ],
)
def test_words_are_followed_with_a_neighbour_and_otherwise_gone(old, words, new, there):
    span = words if isinstance(words, tuple) else (old.index(words), old.index(words) + len(words))
    (place,) = anchors.carried(old, new, [span])
    assert place == (there.index("|") if there else None)
    if place is not None:
        assert new[place : place + span[1] - span[0]] == old[slice(*span)]


def test_no_words_are_followed_through_an_edit_that_is_too_long():
    many = "rain " * (anchors.MOST_WORDS + 1)
    assert anchors.carried(many, many, [(0, 4)]) == [None]


LETTERS = st.text("ab <&>*_[](),.\u00e9\u0645", max_size=40)


@given(old=LETTERS, new=LETTERS, data=st.data())
def test_what_is_followed_is_always_the_same_words(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    (place,) = anchors.carried(old, new, [(start, end)])
    assert place is None or new[place : place + end - start] == old[start:end]


# -- marks in the HTML


def put(body, words, mark="[sic]", *, is_link=False):
    plain = markup.plain(body)
    end = plain.index(words) + len(words)
    return anchors.put_after(markup.render_block(body), [Mark(end, mark, is_link)])


@pytest.mark.parametrize(
    ("body", "words", "there"),
    [
        ("Of teh rain.", "teh", "<p>Of teh[sic] rain.</p>"),
        ("Of teh rain.", "rain.", "<p>Of teh rain.[sic]</p>"),
        ("Of *teh* rain.", "teh", "<p>Of <em>teh[sic]</em> rain.</p>"),
        ("Of teh\nrain & sun.", "& sun", "<p>Of teh\nrain &amp; sun[sic].</p>"),
        (
            "> Of teh\n>\n> rain.",
            "rain",
            "<blockquote><p>Of teh</p>\n<p>rain[sic].</p></blockquote>",
        ),
        ("## Of teh rain", "teh", "<h3>Of teh[sic] rain</h3>"),
        ("a < b and c", "b", "<p>a &lt; b[sic] and c</p>"),
    ],
)
def test_a_mark_stands_behind_its_words(body, words, there):
    assert put(body, words) == there


def test_a_mark_stands_behind_its_words_in_a_table():
    shown = put("| one | two |\n|---|---|\n| teh | four |", "teh")
    assert "<td>teh[sic]</td>" in shown


def test_a_link_waits_for_the_end_of_another():
    body = "Of [teh rain](https://example.org/a) and sun."
    assert "teh[sic] rain</a>" in put(body, "teh")
    assert put(body, "teh", "<a>1</a>", is_link=True).endswith("rain</a><a>1</a> and sun.</p>")


@given(LETTERS.filter(lambda text: markup.plain(text)), st.integers(1, 40))
def test_without_its_mark_a_passage_is_what_it_was(body, end):
    (block, *_) = markup.blocks(body)
    rendered = markup.render_block(block.source, mark_quotes=True)
    end = len(markup.plain(block.source)[:end].rstrip())  # words end at a letter
    shown = anchors.put_after(rendered, [Mark(end, "<i>sic</i>")] if end else [])
    assert shown.count("<i>sic</i>") == bool(end)
    assert shown.replace("<i>sic</i>", "") == rendered
    if end:
        before = html.unescape(re.sub(r"<[^>]*>", "", shown.partition("<i>sic</i>")[0]))
        letters = markup.plain(block.source)[:end].split()
        assert "".join(before.split()) == "".join(letters)
