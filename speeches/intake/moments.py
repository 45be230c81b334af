"""
Moments as papers print them and editors type them: “8 May 2031, 10:00 a.m. (New York time)”.

A moment without an hour is the beginning of its day; one without a zone is in that of the archive.
"""

from __future__ import annotations

import re
from datetime import datetime, time, tzinfo
from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from speeches.dates import NotADate, PartialDate

from . import datings
from .reading import Fact

__all__ = ["in_words", "read_moment"]

_HOUR = r"(?P<h>[01]?\d|2[0-4])"
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_HOURS = (
    re.compile(rf"(?<![\d:.]){_HOUR}\s?[:.h]\s?(?P<m>[0-5]\d)(?!\d)\s?{_HALF}?", re.I),
    re.compile(rf"(?<!\d)(?P<h>1[0-2]|0?\d)\s?{_HALF}", re.I),
    re.compile(r"(?<!\d)(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)\s?(?:hours|hrs?)\b", re.I),
    re.compile(rf"(?<!\d){_HOUR}\s?(?:hours|heures|horas|часов|h\b)", re.I),
)  # fmt: skip
_UNCLEAR = "Give the day, and the hour if it is known: “8 May 2031, 10:00 New York”."
_NOON = re.compile(r"\b(?:noon|midi|mediodía)\b", re.I)
_ZONES = (
    ("GMT", "UTC", r"gmt|utc|universal time|z(?=\W|$)"),
    ("New York", "America/New_York", r"new york|nueva york|e[sd]?t|eastern"),
    ("Geneva", "Europe/Zurich", r"geneva|genève|ginebra|vienna|vienne|viena|paris|bonn|rome|ces?t"),
    ("London", "Europe/London", r"london|londres|bst"),
    ("Nairobi", "Africa/Nairobi", r"nairobi|eat"),
    ("Addis Ababa", "Africa/Addis_Ababa", r"addis"),
    ("Bangkok", "Asia/Bangkok", r"bangkok"),
    ("Beirut", "Asia/Beirut", r"beirut|beyrouth"),
    ("Santiago", "America/Santiago", r"santiago"),
)


def read_moment(typed: str) -> datetime:
    """
    The moment that words name. Raises NotADate, with a sentence for the editor, where none is, or
    where an hour is named that is not understood: the beginning of the day would be too early.
    """
    moment, left = _moment(typed)
    if re.search(r"\d", left):
        raise NotADate(_UNCLEAR)
    return moment


def _moment(typed: str) -> tuple[datetime, str]:
    """The moment, and the words that say neither its day nor its hour."""
    day, rest = _day(typed)
    found = next((match for hours in _HOURS if (match := hours.search(rest))), None)
    at = time(12) if _NOON.search(rest) else _time(found) if found else time()
    left = f"{rest[: found.start()]} {rest[found.end() :]}" if found else rest
    return datetime.combine(day, at, _zone(rest)), left


def _day(typed: str) -> tuple[datetime, str]:
    """The day, and the words without it."""
    found = [dated for dated in datings.find(typed) if dated.year is not None]
    day = found[0].on() if found else PartialDate.parse(typed)
    if day is None or not day.is_day or day.sort_day is None:
        raise NotADate(_UNCLEAR)
    rest = f"{typed[: found[0].start]} {typed[found[0].end :]}" if found else ""
    return datetime.combine(day.sort_day, time()), rest


def _time(found: re.Match[str]) -> time:
    parts = found.groupdict()
    hour, minute = int(parts["h"]) % 24, int(parts.get("m") or 0)
    if half := (parts.get("half") or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute)


def _zone(words: str) -> tzinfo:
    for _label, name, pattern in _ZONES:
        if re.search(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", words, re.I):
            return ZoneInfo(name)
    return timezone.get_default_timezone()


def in_words(fact: Fact | None) -> str:
    """A notice of an embargo as the moment that an editor would type; empty where it names none."""
    if fact is None or fact.date is None or not fact.date.is_day:
        return ""
    with translation.override("en"):
        day = str(fact.date)
    rest = fact.value
    for dated in reversed(datings.find(rest)):
        rest = f"{rest[: dated.start]} {rest[dated.end :]}"
    moment, _left = _moment(f"{day}, {rest}")
    zone = str(moment.tzinfo)
    label = next((label for label, name, _pattern in _ZONES if name == zone), zone)
    return f"{day}, {moment:%H:%M} {label}"
