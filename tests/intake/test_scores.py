"""How good the reader is on cases: the figure does not fall, in any group."""

from pathlib import Path

import pytest

from speeches.intake import scoring

CASES = Path(__file__).parent / "cases"
FLOORS = {"open": 0.985, "held_back": 0.92}
LEAST_OF_A_GROUP = {"open": 0.97, "held_back": 0.8}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scored(request):
    return request.param, scoring.means(list(scoring.score_folder(CASES / request.param)))


def test_the_whole_stands_above_its_floor(scored):
    folder, (_, _, overall) = scored
    assert overall >= FLOORS[folder]


def test_no_group_is_left_behind(scored):
    folder, (_, groups, _) = scored
    assert {name: value for name, value in groups.items() if value < LEAST_OF_A_GROUP[folder]} == {}


TRUTH = {
    "title": "A title",
    "kind": "message",
    "delivered_on": "2031-03-05",
    "released_on": None,
    "place": None,
    "symbol": None,
    "language": "en",
    "speakers": [{"name": "Ann Bee", "office": "Minister of Wells"}],
    "event": None,
    "body_first_words": "We dig.",
    "body_last_words": "we drink.",
    "quotations": [{"speaker": "Ann Bee", "first_words": "Wells remember"}],
    "not_in_body": ["Share this page", "ok"],
    "accept": {"kind": ["statement"], "place": ["Lima"]},
}
RIGHT = {
    **TRUTH,
    "title": "A  TITLE",
    "place": "Lima",
    "body": "“We dig.\n\nThen we drink.”",
    "quotations": [{"speaker": "Bee", "text": "Wells remember everything"}],
}


def test_a_right_draft_has_every_point_whatever_its_quotes_and_spaces():
    assert set(scoring.score(TRUTH, RIGHT).values()) == {1.0}


@pytest.mark.parametrize(
    ("field", "value", "name", "points"),
    [
        ("kind", "other", "kind", 0),
        ("kind", "statement", "kind", 1),
        ("place", None, "place", 1),
        ("place", "Quito", "place", 0),
        ("symbol", "A/1/2", "symbol", 0),
        ("title", "Another one altogether", "title", 0),
        ("speakers", [], "speakers", 0),
        ("speakers", [{"name": "Ann Bee", "office": "Poet"}], "speakers", 0.6),
        ("body", "Well, we dig. Then we drink.", "body_start", 0),
        ("body", "We dig.\nShare this page\nThen we drink.", "junk_kept_out", 0),
        ("body", "We dig.", "body_end", 0),
        ("quotations", [], "quotations", 0),
        ("quotations", [{"speaker": "Cee", "text": "Wells remember"}], "quotations", 0.5),
        ("quotations", [*RIGHT["quotations"], {"speaker": "Bee", "text": "No"}], "quotations", 0.5),
    ],
)
def test_what_is_wrong_costs_its_own_points(field, value, name, points):
    assert scoring.score(TRUTH, {**RIGHT, field: value})[name] == points


def test_a_person_too_many_costs_half_a_person():
    two = [*RIGHT["speakers"], {"name": "Cee Dee", "office": None}]
    assert scoring.score(TRUTH, {**RIGHT, "speakers": two})["speakers"] == pytest.approx(1 / 1.5)
