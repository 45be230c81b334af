"""Several days printed as one: “6-8 September 2017”, “from 30 August to 2 September”.

A span is the time of an event, not the day on which somebody spoke; that is one of its days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from speeches.dates import NotADate, PartialDate

from . import calendar_words
from .page import fact
from .paste import Words
from .reading import Basis, Fact

_TO = (
    r"\s?(?:-|–|—|~|/)\s?|\s(?:to|until|till|through|thru|and|et|au|al|hasta el|a|y|e|até|até o"
    r"|por|по|и|до|إلى|الى|حتى|و)\s(?:the |el |le |o )?"
)
_ENDING = r"(?:\s?(?:st|nd|rd|th|er|ère|º|ª|°)\b)?"
_YEAR = (
    r"(?:,?\s?(?:of |de |del |do )?(?P<year>(?:1[89]|20|21)\d\d|[٠-٩]{4})(?!\d)"
    r"(?:\s?(?:года|г\.))?)"
)


_LOOKED_AT = 3000


class Span(NamedTuple):
    """Two days, the later not before the earlier; offsets count in the text."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = calendar_words.month_pattern()
    weekday = rf"(?:(?:{calendar_words.weekday_pattern()}),?\s)?"
    of = r"\s?(?:(?:day\s)?of\s|de\s|d['’])?\s?"
    day = rf"\d{{1,2}}(?!\d){_ENDING}"

    def month(name: str) -> str:
        return rf"(?P<{name}>{names})(?:\s?/\s?(?:{names}))?\.?"

    return (
        re.compile(
            rf"(?<![\w/.-]){weekday}(?P<day>{day})(?:{of}{month('month')}(?:,?\s(?P<before>\d{{4}}))?)?"
            rf"(?:{_TO}){weekday}(?P<until>{day}){of}{month('other')}(?!\w){_YEAR}",
            re.I,
        ),
        re.compile(
            rf"(?<![\w/.-]){month('month')}\s(?P<day>{day})(?:{_TO})(?:{month('other')}\s)?"
            rf"(?P<until>{day}){_YEAR}",
            re.I,
        ),
        re.compile(
            r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日?"
            r"\s?(?:至|到|-|–|—|~)\s?(?:(?P<other>\d{1,2})\s?月\s?)?(?P<until>\d{1,2})\s?日"
        ),
    )


def find(text: str) -> list[Span]:
    """The spans of days in a text, in order; what is no span of real days is left out."""
    return sorted(_all(text))


def _all(text: str) -> Iterator[Span]:
    for pattern in _patterns():
        for found in pattern.finditer(text):
            if span := _span(found):
                yield span


def _span(found: re.Match[str]) -> Span | None:
    said = found.groupdict()
    last_month = _month(said["other"] or said["month"])
    first_month = _month(said["month"] or said["other"])
    year = int(said["year"])
    before = said.get("before")
    first_year = int(before) if before else year - (first_month > last_month)
    try:
        first = PartialDate.of(first_year, first_month, _number(said["day"]))
        last = PartialDate.of(year, last_month, _number(said["until"]))
    except NotADate:
        return None
    return Span(*found.span(), first, last) if first < last else None


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else calendar_words.month_number(name)


def _number(day: str) -> int:
    digits = re.match(r"\d+", day)
    return int(digits[0]) if digits else 0


def of_event(head: Words) -> tuple[Fact, Fact] | tuple[None, None]:
    """The first and the last day of the event that a head names; both rest on the same words."""
    found = find(head.text[:_LOOKED_AT])
    if not found:
        return None, None
    span = found[0]
    printed = fact(head, span.start, span.end, basis=Basis.DERIVED)
    printed = replace(printed, value=" ".join(printed.value.split()))
    return (
        replace(printed, date=span.first, note="The first day of the event."),
        replace(printed, date=span.last, note="The last day of the event."),
    )
