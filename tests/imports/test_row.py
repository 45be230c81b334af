"""What a row may say, and what is said of one that is wrong."""

import pytest

from speeches.dates import PartialDate
from speeches.imports import FIELDS, RowError, read
from tests.imports.rows import a_row


def test_a_row_says_at_least_which_it_is_and_its_title():
    row = read({"id": "a", "title": "Remarks"})
    assert (row.kind, row.language, row.date) == ("statement", "en", PartialDate.unknown())


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2017-09-12", PartialDate.of(2017, 9, 12)),
        ("September 2017", PartialDate.of(2017, 9)),
        (2017, PartialDate.of(2017)),
        ("unknown", PartialDate.unknown()),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(said, meant):
    assert read(a_row(date=said)).date == meant


def test_blanks_and_composed_letters_are_tidied():
    assert read(a_row(title="e\u0301" * 300)).title == "é" * 300
    assert read(a_row(title="  Cafe\u0301 \n talk ")).title == "Café talk"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"id": ""}, "id is missing"),
        ({"title": None}, "title is missing"),
        ({"id": " "}, "id is missing"),
        ({"title": "\u0000"}, "title is missing"),
        ({"tags": [f"tag {n}" for n in range(201)]}, "tags: there are 201; 200 are the most"),
        ({"kind": "s" * 200}, f"kind: “{'s' * 79}…” is none of"),
        ({"title": "x" * 301}, "title: it has 301 characters"),
        ({"title": ["a"]}, "title: it is no text"),
        ({"date": "the day after"}, "date: “the day after” is no date"),
        ({"language": "xx"}, "language: “xx” is none of"),
        ({"kind": "song"}, "kind: “song” is none of"),
        ({"speaker_country": "Ghana"}, "speaker_country: “Ghana” is no code"),
        ({"urls": ["javascript:alert(1)"]}, "is no address of the web"),
        ({"symbols": "./."}, "is no symbol"),
        ({"title": "\ud800"}, "half a character"),
        ({"offise": "Minister"}, "“offise” is no field"),
        ({"speaker": None, "office": "Minister"}, "says nobody who holds it"),
        ({"event_start": "2017", "event_end": "2016"}, "lies before"),
    ],
)
def test_what_is_wrong_is_said_by_field(fields, said):
    with pytest.raises(RowError) as refused:
        read(a_row(**fields))
    assert said in str(refused.value)


@pytest.mark.parametrize("record", [None, 3, "words", ["a"], {}])
def test_anything_else_is_refused_in_words(record):
    with pytest.raises(RowError):
        read(record)


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(RowError) as refused:
        read({"kind": "song", "language": "xx"})
    assert len(refused.value.problems) == 4


def test_every_field_stands_in_the_description():
    with open("docs/import.md", encoding="utf-8") as page:
        described = page.read()
    assert not [name for name in FIELDS if f"| `{name}` |" not in described]


def test_the_digest_is_of_what_is_said_in_whatever_order():
    row = a_row()
    turned = dict(reversed(row.items()))
    assert read(row).digest == read(turned).digest != read(row | {"summary": "New."}).digest
