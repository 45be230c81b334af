"""A date of which the day, the month or even the year may be missing: its value, its forms.

Here a date is a kind and two bounds, which can be compared, stored as one integer and written in
EDTF (ISO 8601-2:2019, annex A). How its words are read and shown is in `date_words`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import total_ordering

from django.utils.translation import gettext

from speeches import date_words
from speeches.date_words import NotADate, Parts

__all__ = ["Kind", "NotADate", "PartialDate", "digits"]

_ONE_DAY = timedelta(days=1)
_ISO_LENGTH = {"day": 10, "month": 7, "year": 4}
_EDTF_POINT = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(~?)", re.ASCII)
_EDTF_RANGE = re.compile(r"\[([\d-]*)\.\.([\d-]*)\]", re.ASCII)


class Kind(IntEnum):
    """What is known. The number is the last digit of the stored integer: never renumber."""

    UNKNOWN = 0
    DAY = 1
    MONTH = 2
    YEAR = 3
    BETWEEN = 4
    BEFORE = 5
    AFTER = 6
    CIRCA = 7


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """One day, as far as it is known. Sorts as its integer does: by day, the more precise first.

    `earliest` and `latest` are the first and last day it can be; None is an open end. Build one
    with the named constructors; they and this one raise NotADate for what can't be a date.
    """

    kind: Kind
    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if not _is_consistent(self.kind, self.earliest, self.latest):
            raise NotADate(gettext("These bounds do not make a date."))

    # -- made from what is known

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """A day, a month or a year. Raises NotADate when there is no such day."""
        first, last = _bounds(Parts(year, month, day))
        return cls(_precision(first, last), first, last)

    @classmethod
    def circa(cls, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
        """About that day, month or year; it sorts where the plain date would."""
        return cls(Kind.CIRCA, *_bounds(Parts(year, month, day)))

    @classmethod
    def unknown(cls) -> PartialDate:
        """Explicitly not known: somebody looked."""
        return cls(Kind.UNKNOWN)

    @classmethod
    def before(cls, day: date) -> PartialDate:
        """Some day before this one."""
        if day == date.min:
            raise NotADate(gettext("No day comes before the first day of the year 1."))
        return cls(Kind.BEFORE, None, day - _ONE_DAY)

    @classmethod
    def after(cls, day: date) -> PartialDate:
        """Some day after this one."""
        if day == date.max:
            raise NotADate(gettext("No day comes after the last day of the year 9999."))
        return cls(Kind.AFTER, day + _ONE_DAY, None)

    @classmethod
    def between(cls, first: date, last: date) -> PartialDate:
        """One of the days from `first` to `last`, both possible.

        A whole month or year is that month or year: the same knowledge has one form.
        """
        if first > last:
            raise NotADate(gettext("The first day of a range can’t come after its last day."))
        return cls(_precision(first, last), first, last)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date as people type it, or in EDTF. Raises NotADate with a sentence for them."""
        if text.strip().startswith("["):
            return cls.from_edtf(text)
        try:
            return cls.from_edtf(text)
        except NotADate:
            relation, parts, second = date_words.read(text)
        if parts is None or parts.year is None:
            return cls.unknown()
        first, last = _bounds(parts)
        match relation:
            case "before":
                return cls.before(first)
            case "after":
                return cls.after(last)
            case "circa":
                return cls.circa(parts.year, parts.month, parts.day)
            case "between" if second:
                return cls.between(first, _bounds(second)[1])
        return cls.of(parts.year, parts.month, parts.day)

    # -- as one integer

    def __int__(self) -> int:
        """Sort day, latest possible day (8 digits each) and kind (1 digit); 0 is unknown."""
        if self.sort_day is None:
            return 0
        latest = self.latest or date.max
        return (digits(self.sort_day) * 10**8 + digits(latest)) * 10 + self.kind

    @classmethod
    def from_int(cls, number: int) -> PartialDate:
        """The date that int() stored. Raises NotADate for a number that no date stores."""
        days, kind = divmod(number, 10)
        sort_day, latest = divmod(days, 10**8)
        if number == 0:
            return cls.unknown()
        try:
            found = cls(
                Kind(kind),
                None if kind == Kind.BEFORE else _day_of(sort_day),
                None if kind == Kind.AFTER else _day_of(latest),
            )
        except ValueError as error:
            raise NotADate(gettext("This number does not store a date.")) from error
        if int(found) != number:
            raise NotADate(gettext("This number does not store a date."))
        return found

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return int(self) < int(other)

    # -- in EDTF

    @property
    def edtf(self) -> str:
        """The date in EDTF, level 2 where a range needs it."""
        match self.kind:
            case Kind.UNKNOWN:
                return "XXXX"
            case Kind.BEFORE:
                return f"[..{self.latest}]"
            case Kind.AFTER:
                return f"[{self.earliest}..]"
            case Kind.BETWEEN:
                first, last = self._ends()
                length = _ISO_LENGTH[_size(first, last)]
                return f"[{first.isoformat()[:length]}..{last.isoformat()[:length]}]"
        first, last = self._ends()
        iso = first.isoformat()[: _ISO_LENGTH[_size(first, last)]]
        return f"{iso}~" if self.kind == Kind.CIRCA else iso

    @classmethod
    def from_edtf(cls, text: str) -> PartialDate:
        """Read the EDTF forms that `edtf` writes, coarser bounds and XX. Raises NotADate."""
        text = text.strip().upper()
        if text in {"XXXX", "XXXX-XX", "XXXX-XX-XX"}:
            return cls.unknown()
        if point := _EDTF_POINT.fullmatch(text):
            year, month, day, about = point.groups()
            known = [int(part) for part in (month, day) if part and part != "XX"]
            if month == "XX" and known:
                raise NotADate(gettext("A day without its month is not a date."))
            return (cls.circa if about else cls.of)(int(year), *known)
        ends = _EDTF_RANGE.fullmatch(text)
        if not ends or not any(ends.groups()):
            shown = date_words.shorten(text)
            raise NotADate(gettext("“%(text)s” is not an EDTF date.") % {"text": shown})
        # from_edtf again for each end, so that a bound may be a day, a month or a year
        first, last = (cls.from_edtf(end) if end else None for end in ends.groups())
        if first is None or first.earliest is None:
            return cls(Kind.BEFORE, None, last.latest if last else None)
        if last is None or last.latest is None:
            return cls(Kind.AFTER, first.earliest, None)
        return cls.between(first.earliest, last.latest)

    # -- what is known of it

    @property
    def sort_day(self) -> date | None:
        """The day it is sorted under: the earliest possible one; the latest for *before*."""
        return self.earliest or self.latest

    @property
    def year(self) -> int | None:
        """The year it is sorted under; None when nothing is known."""
        return self.sort_day.year if self.sort_day else None

    @property
    def month(self) -> int | None:
        """The month, when it is known; None otherwise."""
        if self.earliest is None or self.latest is None:
            return None
        same = (self.earliest.year, self.earliest.month) == (self.latest.year, self.latest.month)
        return self.earliest.month if same else None

    @property
    def day(self) -> int | None:
        """The day of the month, when it is known; None otherwise."""
        return self.earliest.day if self.earliest and self.earliest == self.latest else None

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return self.kind != Kind.UNKNOWN

    @property
    def is_day(self) -> bool:
        """Whether it is one day, certainly."""
        return self.kind == Kind.DAY

    @property
    def iso_day(self) -> str:
        """For <time datetime>, which knows only plain days, months and years; else empty."""
        return self.edtf if self.kind in {Kind.DAY, Kind.MONTH, Kind.YEAR} else ""

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether it may fall from `first` to `last` (both included; None is an open end).

        What is not known falls into no range but the one that is open at both ends.
        """
        if not self.is_known:
            return first is None and last is None
        begins_late = last is not None and self.earliest is not None and self.earliest > last
        ends_early = first is not None and self.latest is not None and self.latest < first
        return not begins_late and not ends_early

    # -- in words

    def __str__(self) -> str:
        """The date in the active language, with the month in words."""
        match self.kind:
            case Kind.UNKNOWN:
                return gettext("date not known")
            case Kind.BEFORE:
                limit = self._ends()[1] + _ONE_DAY
                shown = date_words.show(limit, _size(limit, date.max))
                return gettext("before %(date)s") % {"date": shown}
            case Kind.AFTER:
                limit = self._ends()[0] - _ONE_DAY
                shown = date_words.show(limit, _size(date.min, limit))
                return gettext("after %(date)s") % {"date": shown}
            case Kind.BETWEEN:
                ends = date_words.show_range(*self._ends(), _size(*self._ends()))
                between = gettext("between %(first)s and %(last)s")
                return between % {"first": ends[0], "last": ends[1]}
        first, last = self._ends()
        shown = date_words.show(first, _size(first, last))
        return gettext("about %(date)s") % {"date": shown} if self.kind == Kind.CIRCA else shown

    def _ends(self) -> tuple[date, date]:
        return self.earliest or date.min, self.latest or date.max


def _bounds(parts: Parts) -> tuple[date, date]:
    """First and last day of a day, a month or a year."""
    year, month, day = parts
    if month is None and day is not None:
        raise NotADate(gettext("A day without its month is not a date."))
    try:
        first = date(year or 0, month or 1, day or 1)
        if day is not None:
            return first, first
        month = month or 12
        return first, date(first.year, month, calendar.monthrange(first.year, month)[1])
    except ValueError as error:
        raise NotADate(gettext("There is no such day.")) from error


def _size(first: date, last: date) -> str:
    """The coarsest unit in which both bounds can be written."""
    if (last + _ONE_DAY if last != date.max else date.min).day != 1 or first.day != 1:
        return "day"
    return "year" if (first.month, last.month) == (1, 12) else "month"


def _precision(first: date, last: date) -> Kind:
    """Day, month or year when the bounds are just that; between otherwise."""
    if first == last:
        return Kind.DAY
    size = _size(first, last)
    if size == "year" and first.year == last.year:
        return Kind.YEAR
    if size == "month" and (first.year, first.month) == (last.year, last.month):
        return Kind.MONTH
    return Kind.BETWEEN


def _is_consistent(kind: Kind, earliest: date | None, latest: date | None) -> bool:
    match kind:
        case Kind.UNKNOWN:
            return earliest is None and latest is None
        case Kind.BEFORE:
            return earliest is None and latest is not None and latest < date.max
        case Kind.AFTER:
            return latest is None and earliest is not None and earliest > date.min
    if earliest is None or latest is None or earliest > latest:
        return False
    precision = _precision(earliest, latest)
    return precision != Kind.BETWEEN if kind == Kind.CIRCA else precision == kind


def digits(day: date) -> int:
    """A day as one number of eight digits, 20170912: the form in which integers hold days."""
    return day.year * 10_000 + day.month * 100 + day.day


def _day_of(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)
