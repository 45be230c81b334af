"""Partial dates: what people type, what is stored, what is shown."""

import contextlib
from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from speeches.dates import Kind, NotADate, PartialDate

LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh-hans", "pt"]
INNER_DAYS = st.dates(date.min + timedelta(days=1), date.max - timedelta(days=1))
PRECISIONS = st.sampled_from([1, 2, 3])


@st.composite
def plain_dates(draw, make=PartialDate.of):
    day = draw(st.dates())
    return make(*(day.year, day.month, day.day)[: draw(PRECISIONS)])


@st.composite
def ranges(draw):
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    return PartialDate.between(first, last)


PARTIAL_DATES = st.one_of(
    plain_dates(),
    plain_dates(make=PartialDate.circa),
    ranges(),
    INNER_DAYS.map(PartialDate.before),
    INNER_DAYS.map(PartialDate.after),
    st.just(PartialDate.unknown()),
    # the ends of calendar units are where the coarse forms begin
    st.integers(2, 9999).map(lambda year: PartialDate.before(date(year, 1, 1))),
    st.integers(1, 9998).map(lambda year: PartialDate.after(date(year, 12, 31))),
    st.integers(1, 9999).map(lambda year: PartialDate.between(date(year, 3, 1), date(year, 5, 31))),
)


@given(PARTIAL_DATES)
def test_what_is_stored_comes_back(partial):
    assert PartialDate.from_int(int(partial)) == partial
    assert 0 <= int(partial) < 2**63


@given(PARTIAL_DATES)
def test_what_is_exported_comes_back(partial):
    assert PartialDate.from_edtf(partial.edtf) == partial
    assert PartialDate.parse(partial.edtf) == partial


@given(PARTIAL_DATES, st.sampled_from(LANGUAGES))
def test_what_is_shown_can_be_typed(partial, language):
    with translation.override(language):
        assert PartialDate.parse(str(partial)) == partial


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_dates_sort_as_their_stored_numbers_and_their_days(one, other):
    assert (one < other) == (int(one) < int(other))
    assert (one == other) == (int(one) == int(other))
    if one.sort_day and other.sort_day and one.sort_day < other.sort_day:
        assert one < other


@given(PARTIAL_DATES, st.dates(), st.dates())
def test_a_date_overlaps_a_range_when_some_possible_day_lies_in_it(partial, one, other):
    first, last = sorted([one, other])
    earliest, latest = partial.earliest or date.min, partial.latest or date.max
    expected = partial.is_known and max(earliest, first) <= min(latest, last)
    assert partial.overlaps(first, last) == expected
    assert partial.overlaps(None, None)


@given(st.text(max_size=300))
def test_whatever_is_typed_is_a_date_or_a_sentence(text):
    try:
        partial = PartialDate.parse(text)
    except NotADate as refusal:
        said = str(refusal)
        assert said[-1] == "."
    else:
        assert PartialDate.from_int(int(partial)) == partial


@given(st.text(alphabet="0123456789-/.[]X~ ,–andtobecfrm年月日", max_size=40))
def test_whatever_looks_like_a_date_is_one_or_is_refused(text):
    try:
        partial = PartialDate.parse(text)
    except NotADate:
        return
    assert PartialDate.from_edtf(partial.edtf) == partial


@given(st.integers(-(2**63), 2**63 - 1))
def test_a_number_is_read_only_if_it_stores_a_date(number):
    with contextlib.suppress(NotADate):
        assert int(PartialDate.from_int(number)) == number


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12 September 2017", "2017-09-12"),
        ("September 12, 2017", "2017-09-12"),
        ("12 Sep 2017", "2017-09-12"),
        ("12 sept. 2017", "2017-09-12"),
        ("12-Sep-2017", "2017-09-12"),
        ("Tuesday, 12 September 2017", "2017-09-12"),
        ("12th of September 2017", "2017-09-12"),
        ("2017-09-12", "2017-09-12"),
        ("2017/9/12", "2017-09-12"),
        ("25/09/2017", "2017-09-25"),
        ("09/25/2017", "2017-09-25"),
        ("12/12/2017", "2017-12-12"),
        ("  september   2017 ", "2017-09"),
        ("2017", "2017"),
        ("before 12 September 2017", "[..2017-09-11]"),
        ("before September 2017", "[..2017-08-31]"),
        ("before 2017", "[..2016-12-31]"),
        ("after 2017", "[2018-01-01..]"),
        ("after 12 September 2017", "[2017-09-13..]"),
        ("between 6 and 8 September 2017", "[2017-09-06..2017-09-08]"),
        ("6-8 September 2017", "[2017-09-06..2017-09-08]"),
        ("6–8 September 2017", "[2017-09-06..2017-09-08]"),
        ("September 6 – 8, 2017", "[2017-09-06..2017-09-08]"),
        ("from 30 August to 2 September 2017", "[2017-08-30..2017-09-02]"),
        ("30 December 2017 - 2 January 2018", "[2017-12-30..2018-01-02]"),
        ("2017-09-06 to 2017-09-08", "[2017-09-06..2017-09-08]"),
        ("between 2015 and 2017", "[2015..2017]"),
        ("September-November 2017", "[2017-09..2017-11]"),
        ("between 1 and 30 September 2017", "2017-09"),
        ("circa 2017", "2017~"),
        ("c. 2017", "2017~"),
        ("about September 2017", "2017-09~"),
        ("Unknown", "XXXX"),
        ("2017-XX-XX", "2017"),
        ("[..2016]", "[..2016-12-31]"),
        ("1er août 2017", "2017-08-01"),
        ("12 de septiembre de 2017", "2017-09-12"),
        ("12 de março de 2017", "2017-03-12"),
        ("12 сентября 2017 года", "2017-09-12"),
        ("май 2017 г.", "2017-05"),
        ("١٢ سبتمبر ٢٠١٧", "2017-09-12"),
        ("12 أيلول/سبتمبر 2017", "2017-09-12"),
        ("كانون الثاني/يناير 2017", "2017-01"),
        ("2017年9月12日", "2017-09-12"),
        ("2017 年 9 月", "2017-09"),
    ],
)
def test_dates_are_read_as_people_write_them(typed, edtf):
    assert PartialDate.parse(typed).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 February 2017", "“31 February 2017” is not a day that exists."),
        ("2017-02-31", "“2017-02-31” is not a day that exists."),
        ("0000", "“0000” is not a day that exists."),
        ("12/09/2017", "“12/09/2017” can be read in two ways: write the month as a word."),
        ("12 September", "“12 September” names no year: write it with four digits."),
        ("Monday 12 September 2017", "that day was another day of the week."),
        ("yesterday", "“yesterday” is not understood as a date."),
        ("17 17 September 2017", "is not understood as a date."),
        ("12 - September 2017", "is not understood as a date."),
        ("5", "is not understood as a date."),
        ("99999", "is not understood as a date."),
        ("", "Write a date, or “unknown”."),
        ("between 2017 and 2015", "The first day of a range can’t come after its last day."),
        ("[2017..2015]", "The first day of a range can’t come after its last day."),
        ("[..]", "“[..]” is not an EDTF date."),
        ("before 0001", "No day comes before the first day of the year 1."),
        ("after 9999", "No day comes after the last day of the year 9999."),
        ("x" * 5000, "…” is not understood as a date."),
    ],
)
def test_what_is_no_date_is_refused_in_a_sentence(typed, said):
    with pytest.raises(NotADate) as refusal:
        PartialDate.parse(typed)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize(
    ("partial", "shown"),
    [
        (PartialDate.of(2017, 9, 12), "12 September 2017"),
        (PartialDate.of(2017, 9), "September 2017"),
        (PartialDate.of(2017), "2017"),
        (PartialDate.circa(2017), "about 2017"),
        (PartialDate.unknown(), "date not known"),
        (PartialDate.before(date(2017, 9, 12)), "before 12 September 2017"),
        (PartialDate.before(date(2017, 9, 1)), "before September 2017"),
        (PartialDate.before(date(2017, 1, 1)), "before 2017"),
        (PartialDate.after(date(2017, 12, 31)), "after 2017"),
        (PartialDate.after(date(2017, 9, 30)), "after September 2017"),
        (
            PartialDate.between(date(2017, 9, 6), date(2017, 9, 8)),
            "between 6 and 8 September 2017",
        ),
        (
            PartialDate.between(date(2017, 8, 30), date(2017, 9, 2)),
            "between 30 August and 2 September 2017",
        ),
        (PartialDate.between(date(2015, 1, 1), date(2017, 12, 31)), "between 2015 and 2017"),
    ],
)
def test_dates_are_shown_with_the_month_in_words(partial, shown):
    with translation.override("en"):
        assert str(partial) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("fr", "12 septembre 2017"),
        ("es", "12 de septiembre de 2017"),
        ("ru", "12 сентября 2017"),
        ("ar", "12 سبتمبر 2017"),
        ("zh-hans", "2017年9月12日"),
    ],
)
def test_dates_are_shown_in_the_readers_language(language, shown):
    with translation.override(language):
        assert str(PartialDate.of(2017, 9, 12)) == shown


def test_precision_says_what_is_known():
    day, month, year = PartialDate.of(2017, 9, 12), PartialDate.of(2017, 9), PartialDate.of(2017)
    assert (day.year, day.month, day.day, day.is_day) == (2017, 9, 12, True)
    assert (month.year, month.month, month.day, month.is_day) == (2017, 9, None, False)
    assert (year.year, year.month, year.day) == (2017, None, None)
    days = PartialDate.parse("6-8 September 2017")
    assert (days.month, days.day) == (9, None)
    assert PartialDate.unknown().year is None
    assert not PartialDate.unknown().is_known


def test_the_more_precise_comes_first_on_the_same_day_and_the_unknown_before_all():
    day, month, year = (PartialDate.of(*(2017, 1, 1)[:size]) for size in (3, 2, 1))
    assert sorted([year, day, PartialDate.unknown(), month]) == [
        PartialDate.unknown(),
        day,
        month,
        year,
    ]


def test_before_a_day_sorts_just_before_that_day():
    before = PartialDate.before(date(2017, 9, 12))
    assert PartialDate.of(2017, 9, 11) < before < PartialDate.of(2017, 9, 12)
    assert before.sort_day == date(2017, 9, 11)


def test_only_plain_dates_are_given_to_time_elements():
    assert PartialDate.of(2017, 9).iso_day == "2017-09"
    assert PartialDate.circa(2017, 9).iso_day == ""
    assert PartialDate.before(date(2017, 9, 12)).iso_day == ""


def test_the_same_knowledge_has_one_form():
    whole_month = PartialDate.between(date(2016, 2, 1), date(2016, 2, 29))
    assert whole_month == PartialDate.of(2016, 2)
    assert len({whole_month, PartialDate.parse("February 2016")}) == 1


def test_an_inconsistent_date_cannot_be_made():
    with pytest.raises(NotADate):
        PartialDate(Kind.DAY, date(2017, 1, 1), date(2017, 1, 2))
    with pytest.raises(NotADate):
        PartialDate.of(2017, None, 12)
