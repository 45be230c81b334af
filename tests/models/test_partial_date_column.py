"""A partial date in the database sorts, compares and filters as the date that it stands for."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.dates import PartialDate
from speeches.models import Speech

pytestmark = pytest.mark.django_db

WRITTEN = [
    "unknown",
    "2011",
    "December 2011",
    "19 December 2011",
    "before 12 September 2012",
    "12 September 2012",
    "September 2012",
    "between 6 and 8 September 2017",
    "12 September 2017",
    "2017",
    "after 2018",
]


@pytest.fixture
def dated():
    """One statement for each way of writing a date."""
    return {text: Speech.objects.create(title=text, delivered=text) for text in WRITTEN}


def titles(queryset):
    return set(queryset.values_list("title", flat=True))


def test_it_comes_back_as_it_went_in(dated):
    for text, speech in dated.items():
        speech.refresh_from_db()
        assert speech.delivered == PartialDate.parse(text)


def test_the_database_sorts_as_the_values_do(dated):
    stored = Speech.objects.order_by("delivered", "pk").values_list("delivered", flat=True)
    assert list(stored) == sorted(PartialDate.parse(text) for text in WRITTEN)


def test_lists_are_newest_first_and_the_unknown_last(dated):
    ordered = list(Speech.objects.values_list("title", flat=True))
    assert ordered[0] == "after 2018"
    assert ordered[-1] == "unknown"


def test_a_year_holds_what_sorts_into_it(dated):
    assert titles(Speech.objects.filter(delivered__year=2012)) == {
        "before 12 September 2012",
        "12 September 2012",
        "September 2012",
    }


def test_a_range_holds_all_that_could_lie_in_it(dated):
    first, last = datetime.date(2012, 9, 10), datetime.date(2012, 9, 11)
    within = Speech.objects.filter(delivered__on_or_after=first, delivered__on_or_before=last)
    assert titles(within) == {"before 12 September 2012", "September 2012"}


def test_the_range_of_the_database_is_the_range_of_the_value(dated):
    first, last = datetime.date(2017, 9, 7), datetime.date(2018, 6, 1)
    within = Speech.objects.filter(delivered__on_or_after=first, delivered__on_or_before=last)
    assert titles(within) == {t for t in WRITTEN if PartialDate.parse(t).overlaps(first, last)}


def test_the_day_is_there_for_whoever_needs_a_plain_date(dated):
    day = dict(Speech.objects.values_list("title", "delivered_on"))
    assert day["12 September 2017"] == datetime.date(2017, 9, 12)
    assert day["September 2012"] == datetime.date(2012, 9, 1)
    assert day["before 12 September 2012"] == datetime.date(2012, 9, 11)
    assert day["unknown"] is None


def test_the_order_of_lists_is_total():
    same = [Speech.objects.create(title="same day", delivered="2017") for _ in range(5)]
    keys = [speech.sort_key for speech in Speech.objects.filter(title="same day")]
    assert keys == sorted(set(keys), reverse=True)
    assert len(keys) == len(same)


@given(
    st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(9998, 1, 1)),
    st.sampled_from(["day", "month", "year", "before", "after"]),
)
def test_every_date_survives_the_database(day, precision):
    make = {
        "day": lambda: PartialDate.of(day.year, day.month, day.day),
        "month": lambda: PartialDate.of(day.year, day.month),
        "year": lambda: PartialDate.of(day.year),
        "before": lambda: PartialDate.before(day),
        "after": lambda: PartialDate.after(day),
    }
    value = make[precision]()
    pk = Speech.objects.create(title="x", delivered=value).pk
    stored = Speech.objects.get(pk=pk)
    assert stored.delivered == value
    assert stored.delivered_on == value.sort_day
