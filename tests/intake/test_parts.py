"""The reader's parts: words without marks, people with offices, days that are pointed at."""

import datetime

import pytest

from speeches.dates import PartialDate
from speeches.intake import datings, paste, people
from speeches.intake.reading import Fact


def words(text):
    return [block.text for block in paste.blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A heading](#)", "A heading"),
        ("[](#) bare", "bare"),
        ("# [Wrapped](#)", "Wrapped"),
        ("## ***Bold and italic***", "Bold and italic"),
        ("**2** is * 3", "2 is * 3"),
        ("* *** *", "* *** *"),
        ("snake_case_name", "snake_case_name"),
        (r"\# \# \#", "# # #"),
        ("“Curly”, ‘single’ – dash", "“Curly”, ‘single’ – dash"),
        ("one\ntwo  three", "one two three"),
        ("10\u00a0000", "10\u00a0000"),
        ("a*b*c and 5*6", "a*b*c and 5*6"),
    ],
)
def test_marks_go_and_words_stay(text, expected):
    assert words(text) == [expected]


def test_a_link_that_leads_somewhere_stays_one_in_the_body():
    (block,) = paste.blocks("See [the plan](https://example.org/plan), not [this](#).")
    assert block.text == "See the plan, not this."
    assert block.words.source() == "See [the plan](https://example.org/plan), not this."


def test_every_word_knows_its_place():
    text = "\n  # [South–South](#) **cooperation**\n"
    (block,) = paste.blocks(text)
    start = block.text.index("cooperation")
    first, last = block.words.span(start, start + len("cooperation"))
    assert text[first:last] == "cooperation"


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Under-Secretary General for Economic and Social Affairs Liu Zhenmin said",
            "Liu Zhenmin",
            "Under-Secretary General for Economic and Social Affairs",
        ),
        (
            "Anna Bee, Director of the UN Office for South-South Cooperation, said",
            "Anna Bee",
            "Director of the UN Office for South-South Cooperation",
        ),
        ("President of Arcadia Otto Wheel told", "Otto Wheel", "President of Arcadia"),
        ("Deputy Secretary-General Anna Bee’s remarks", "Anna Bee", "Deputy Secretary-General"),
        (
            "H.E. Mr. Otto Wheel, Permanent Representative of Arcadia to the United Nations",
            "Otto Wheel",
            "Permanent Representative of Arcadia to the United Nations",
        ),
        ("the Deputy Secretary-General highlighted", "", "Deputy Secretary-General"),
        ("Secretary-General U Thant", "U Thant", "Secretary-General"),
    ],
)
def test_a_person_and_the_office_as_printed(text, name, office):
    (person,) = people.find(text)
    assert (person.name, person.office) == (name, office)
    assert text[person.office_start : person.office_end] == office
    assert text[person.name_start : person.name_end] == name


ANCHOR = Fact("12 September 2017", 0, 17, date=PartialDate.of(2017, 9, 12))  # a Tuesday


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("She today urged", "2017-09-12"),
        ("said yesterday", "2017-09-11"),
        ("said on Tuesday", "2017-09-12"),
        ("said on Friday", "2017-09-08"),
        ("gathered recently", "[..2017-09-11]"),
        ("met last week", "[..2017-09-11]"),
    ],
)
def test_a_pointing_word_is_counted_from_the_day_of_the_story(words, edtf):
    fact, start, end = datings.pointed_at(words, ANCHOR)
    assert fact.date.edtf == edtf
    assert fact.value == words[start:end]
    assert "12 September 2017" in fact.note


def test_without_a_day_of_the_story_nothing_is_pointed_at():
    assert datings.pointed_at("said today", None) is None


@pytest.mark.parametrize(
    ("words", "near", "day"),
    [
        ("12 September", (2012, 9, 11), (2012, 9, 12)),
        ("31 December", (2031, 1, 2), (2030, 12, 31)),
        ("2 January", (2030, 12, 30), (2031, 1, 2)),
        ("le 19 décembre", (2011, 12, 16), (2011, 12, 19)),
    ],
)
def test_a_day_without_its_year_is_the_nearest_one(words, near, day):
    assert datings.with_year(words, datetime.date(*near)) == PartialDate.of(*day)
