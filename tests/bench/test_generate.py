"""The archive of the benchmarks is always the same one, and its rows can be imported."""

import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

import generate

from speeches import imports


@pytest.fixture(scope="module")
def rows():
    return list(islice(generate.statements(400), 400))


def test_it_is_the_same_every_time(rows):
    assert list(islice(generate.statements(400), 50)) == rows[:50]
    assert list(islice(generate.statements(400, seed=2), 5)) != rows[:5]


def test_every_row_can_be_imported(rows):
    assert len({imports.read(row).id for row in rows}) == 400


def test_texts_are_as_long_as_statements_are(rows):
    lengths = [len(row["body"].split()) for row in rows if row["language"] == "en"]
    assert 590 < min(lengths) < max(lengths) < 930


def test_planted_words_stand_where_they_should(rows):
    bodies = [row["body"].lower() for row in rows]
    english = [row["body"].lower() for row in rows if row["language"] == "en"]
    assert sum(generate.RARE in body for body in bodies) == generate.RARE_EVERY
    assert 0.9 < sum(generate.COMMON in body for body in english) / len(english) < 1


def test_there_are_several_languages_and_the_first_words_are_frequent(rows):
    assert {row["language"] for row in rows} == set(generate.LANGUAGES)
    speakers = [row["speaker"] for row in rows]
    assert speakers.count(max(set(speakers), key=speakers.count)) > 3 * len(speakers) / 50
