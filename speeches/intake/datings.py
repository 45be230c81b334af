"""
Dates in running text: in full, without their year, or only pointed at (“today”, “recently”).

A pointing word is resolved against an anchor, the day of the story in which it stands, and only
for the statement with which it stands. “Recently” is some day before the anchor, never the anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from speeches.dates import NotADate, PartialDate

from .reading import Basis, Confidence, Fact

_MONTH = r"[A-Za-zÀ-ÿ]{3,10}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?"
FULL = re.compile(
    rf"\b(?:{_DAY} (?:de )?{_MONTH}(?: de)?,? \d{{4}}|{_MONTH} {_DAY}, \d{{4}}|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}/\d{1,2}/\d{4})\b"
)
YEARLESS = re.compile(rf"\b(?:le )?({_DAY} (?:de )?{_MONTH}|[A-Z][a-z]{{2,8}} {_DAY})\b")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er)\b")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Resolver = Callable[[date, str], PartialDate]


def _on(day: date) -> PartialDate:
    return PartialDate.of(day.year, day.month, day.day)


def _weekday(anchor: date, words: str) -> PartialDate:
    """The last such day up to the anchor itself."""
    wanted = next(n for n, name in enumerate(_WEEKDAYS) if name in words.casefold())
    return _on(anchor - timedelta((anchor.weekday() - wanted) % 7))


POINTERS: tuple[tuple[re.Pattern[str], Resolver, Basis, Confidence], ...] = (
    (
        re.compile(
            r"\b(?:today|this (?:morning|afternoon|evening)|tonight|aujourd.hui|hoy)\b", re.I
        ),
        lambda anchor, _: _on(anchor),
        Basis.DERIVED,
        Confidence.CERTAIN,
    ),
    (
        re.compile(r"\b(?:yesterday|hier|ayer)\b", re.I),
        lambda anchor, _: _on(anchor - timedelta(1)),
        Basis.DERIVED,
        Confidence.CERTAIN,
    ),
    (
        re.compile(rf"\bon (?:{'|'.join(_WEEKDAYS)})\b", re.I),
        _weekday,
        Basis.DERIVED,
        Confidence.LIKELY,
    ),
    (
        re.compile(
            r"\b(?:recently|earlier this (?:week|month|year)|last (?:week|month)|the other day"
            r"|récemment|recientemente)\b",
            re.I,
        ),
        lambda anchor, _: PartialDate.before(anchor),
        Basis.INFERRED,
        Confidence.LIKELY,
    ),
)


def parse(words: str) -> PartialDate | None:
    """A full date as printed; None when it is not one."""
    try:
        found = PartialDate.parse(_ORDINAL.sub("", words.replace(" de ", " ")))
    except (NotADate, OverflowError):
        return None
    return found if found.is_day else None


def with_year(words: str, near: date) -> PartialDate | None:
    """A day and month without a year: the one of three years that comes nearest to a day."""
    candidates = [parse(f"{words.removeprefix('le ')} {near.year + step}") for step in (-1, 0, 1)]
    days = [found for found in candidates if found is not None]
    return min(days, key=lambda found: abs((found.earliest or near) - near), default=None)


def is_date(line: str) -> bool:
    """Whether a line holds a full date and nothing else."""
    line = line.strip(" .,:;()")
    return bool(FULL.fullmatch(line)) and parse(line) is not None


def pointed_at(words: str, anchor: Fact | None) -> tuple[Fact, int, int] | None:
    """What the first pointing word means. The value is the word, the span counts in ``words``."""
    if anchor is None or anchor.date is None or anchor.date.earliest is None:
        return None
    day = anchor.date.earliest
    for pattern, resolve, basis, confidence in POINTERS:
        found = pattern.search(words)
        if found is None:
            continue
        try:
            meant = resolve(day, found[0])
        except (NotADate, OverflowError):
            continue
        note = f"“{found[0]}”, in a text of {anchor.value}."
        fact = Fact(found[0], *found.span(), basis, confidence, note, meant)
        return fact, *found.span()
    return None
