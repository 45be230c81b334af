"""Counts beside each choice: one query, exact, the most frequent first."""

import pytest

from speeches.models import Speech
from speeches.search import facets
from tests.builders import a_series, a_speech, a_text, an_event, many_speeches

pytestmark = pytest.mark.django_db


def counts(name, statements=None):
    public = Speech.objects.published() if statements is None else statements
    return [(choice.label, choice.count) for choice in facets.count({name: public})[name]]


def test_all_facets_are_counted_in_one_query(django_assert_num_queries):
    many_speeches(30)
    public = Speech.objects.published()
    with django_assert_num_queries(1):
        found = facets.count(dict.fromkeys(facets.FACETS, public))
    assert set(found) == set(facets.FACETS)
    assert sum(choice.count for choice in found["kind"]) == 30


def test_each_facet_counts_in_its_own_statements():
    a_speech(kind="message", tags=["trade"])
    a_speech(kind="remarks", tags=["aid"])
    public = Speech.objects.published()
    found = facets.count({"kind": public, "tag": public.filter(kind="message")})
    assert [choice.value for choice in found["tag"]] == ["trade"]
    assert sorted(choice.value for choice in found["kind"]) == ["message", "remarks"]


def test_the_most_frequent_comes_first_and_ties_by_name():
    a_speech(tags=["b", "a", "c"])
    a_speech(tags=["c"])
    assert counts("tag") == [("c", 2), ("a", 1), ("b", 1)]


def test_years_come_newest_first_and_the_unknown_is_left_out():
    for date in ("2012", "2017", "2012", "unknown"):
        a_speech(delivered=date)
    assert counts("year") == [("2017", 1), ("2012", 2)]


def test_a_statement_at_an_event_that_it_marks_counts_once():
    event = an_event("The Day 2012", start="2012", series=a_series("The Day"))
    a_speech(event=event, occasion=event)
    a_speech(occasion=event)
    assert counts("event") == [("The Day 2012", 2)]
    assert counts("series") == [("The Day", 2)]


def test_two_texts_of_one_kind_count_once_and_unheld_ones_not():
    speech = a_speech(text={"status": "reported"})
    a_text(speech, status="reported", language="fr")
    a_text(speech, "", status="as-delivered")
    assert counts("status") == [("reported", 1)]
    assert sorted(counts("language")) == [("en", 1), ("fr", 1)]


def test_an_event_is_called_as_everywhere_else():
    series = a_series()
    for event in (
        an_event("The Day", start="2012", series=series),
        an_event("Expo 2013", start="2013", series=series),
        an_event("Panel", start="2014"),
        an_event("Of old", start=None, series=series),
    ):
        a_speech(event=event)
        assert (str(event), 1) in counts("event")


def test_no_more_values_are_read_than_can_be_shown():
    for number in range(facets.MOST_VALUES + 5):
        a_speech(tags=[f"tag {number:02}"])
    assert len(counts("tag")) == facets.MOST_VALUES


def test_nothing_is_asked_when_nothing_is_wanted(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert facets.count({}) == {}
