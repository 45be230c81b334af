"""
Dates in running text: in full, without their year, or only pointed at (“today”, “recently”).

A pointing word is resolved against an anchor, the day of the story in which it stands, and only
for the statement with which it stands. “Recently” is some day before the anchor, never the anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from speeches.dates import NotADate, PartialDate

from . import calendar_words
from .reading import Basis, Confidence, Fact

_HAN = "〇零○一二三四五六七八九"
_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_NOT_IN_WORD = r"(?<![^\W_])"
_ENDING = r"(?:\s?(?:st|nd|rd|th|er|ère|º|ª|°)\b)?"

Resolver = Callable[[date, str], PartialDate]


class Dated(NamedTuple):
    """A date as it stands in a text. The year is None where it is not printed."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    is_ambiguous: bool = False

    def on(self, near: date | None = None) -> PartialDate | None:
        """The day; without a printed year the one that comes nearest to another day."""
        if self.year is not None:
            return _day(self.year, self.month, self.day)
        if near is None:
            return None
        days = [_day(near.year + step, self.month, self.day) for step in (-1, 0, 1)]
        known = [found for found in days if found is not None]
        return min(known, key=lambda found: abs((found.earliest or near) - near), default=None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Full dates and dates without a year, as the languages print them."""
    names = calendar_words.month_pattern()
    month = rf"(?P<month>{names})(?:\s?/\s?(?:{names}))?\.?"
    weekday = rf"(?:(?:{calendar_words.weekday_pattern()}),?\s)?"
    first = rf"(?:(?P<first>\d{{1,2}}){_ENDING}\s?(?:-|–|—|to|and|et|au|al|a|y|e|по)\s?)?"
    of = r"\s?(?:(?:day\s)?of\s|de\s|d['’])?"
    year = (
        r"(?:\s?,?\s?(?:de\s|del\s|of\s|do\s)?(?P<year>(?:1[89]|20"
        r"|21)\d\d|[٠-٩]{4})(?!\d)(?:\s?(?:года|г\.))?)?"
    )
    day = rf"(?P<day>\d{{1,2}}){_ENDING}"
    return (
        re.compile(rf"{_NOT_IN_WORD}{weekday}{first}{day}{of}\s?{month}(?!\w){year}", re.I),
        re.compile(
            rf"{_NOT_IN_WORD}{weekday}{month}\s(?P<first>)?{day}(?:\s?[-–]\s?\d{{1,2}})?(?!\d)"
            r"(?:,?\s(?:del?\s)?(?P<year>(?:1[89]|20|21)\d\d|[٠-٩]{4})(?!\d))?",
            re.I,
        ),
        re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
        re.compile(
            r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)(?![\w/.-])"
        ),
        re.compile(
            r"(?<![\d/.-])(?P<one>\d{1,2})([/.-])(?P<two>\d{1,2})\2(?P<year>\d{4})(?![\d/])"
        ),
        re.compile(
            rf"(?:(?P<year>\d{{4}}|[{_HAN}]{{4}})\s?年)?\s?(?P<number>\d{{1,2}}"
            rf"|[{_HAN}十]{{1,3}})\s?月"
            rf"\s?(?P<day>\d{{1,2}}|[{_HAN}十廿]{{1,3}})\s?[日号]"
        ),
    )


def find(text: str) -> list[Dated]:
    """Every day named in a text, with its year or without, in order; none inside another."""
    found = sorted(_all(text), key=lambda dated: (dated.start, -dated.end))
    kept: list[Dated] = []
    for dated in found:
        if not kept or dated.start >= kept[-1].end:
            kept.append(dated)
    return kept


def _all(text: str) -> Iterator[Dated]:
    if not re.search(r"\d|月", text):
        return
    for pattern in _patterns():
        for found in pattern.finditer(text):
            if dated := _dated(found):
                yield dated


def _dated(found: re.Match[str]) -> Dated | None:
    """What was found, when there is such a day."""
    parts = found.groupdict()
    ambiguous = False
    year = _number(parts["year"]) if parts.get("year") else None
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        day, month = (two, one) if two > 12 else (one, two)
        ambiguous = one <= 12 and two <= 12 and one != two
    else:
        day = _number(parts["day"])
        named = parts.get("month")
        month = calendar_words.month_number(named) if named else _number(parts["number"])
    if parts.get("first") and _day(year or 2000, month, _number(parts["first"])):
        day = _number(parts["first"])
    if _day(year or 2000, month, day) is None:
        return None
    return Dated(*found.span(), year, month, day, ambiguous)


def _number(digits: str) -> int:
    """A number in digits of any script, or in Chinese words up to 99, or a year digit by digit."""
    if digits.isdecimal():
        return int(digits)
    digits = digits.replace("廿", "二十")
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return _HAN_DIGITS.get(tens, 1) * 10 + _HAN_DIGITS.get(ones, 0)
    return int("".join(str(_HAN_DIGITS.get(sign, 0)) for sign in digits) or 0)


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate.of(year, month, day)
    except (NotADate, OverflowError):
        return None


def parse(words: str) -> PartialDate | None:
    """A full date as printed; None when it is not one."""
    words = words.strip()
    found = find(words)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        return None
    return found[0].on()


def with_year(words: str, near: date) -> PartialDate | None:
    """A day and month without a year: the one of three years that comes nearest to a day."""
    found = find(words)
    return found[0].on(near) if found else None


def is_date(line: str) -> bool:
    """Whether a line holds a full date and nothing else."""
    return parse(line.strip(" .,:;()[]")) is not None


# -- pointing words


def _on(day: date) -> PartialDate:
    return PartialDate.of(day.year, day.month, day.day)


def _weekday(anchor: date, words: str) -> PartialDate:
    """The last such day up to the anchor itself."""
    folded = calendar_words.fold(words)
    days = calendar_words.weekdays()
    wanted = next(number for name, number in days.items() if folded.endswith(name))
    return _on(anchor - timedelta((anchor.weekday() - wanted) % 7))


def _day_of_month(anchor: date, words: str) -> PartialDate:
    """The day of this number up to the anchor: in its month, else in the one before."""
    number = int(words.removesuffix("日"))
    month = anchor if number <= anchor.day else anchor.replace(day=1) - timedelta(1)
    return PartialDate.of(month.year, month.month, number)


@cache
def pointers() -> tuple[tuple[re.Pattern[str], Resolver, Basis, Confidence], ...]:
    """Words that point at a day, how to count it from the anchor, and how sure that is."""
    weekday = calendar_words.weekday_pattern()
    return (
        (
            re.compile(
                r"\b(?:today|this (?:morning|afternoon|evening)|tonight|aujourd.hui"
                r"|ce (?:matin|jour)"
                r"|hoy|esta (?:mañana|tarde)|hoje|сегодня)\b"
                r"|اليوم(?! (?:الدولي|العالمي))|今天|今日",
                re.I,
            ),
            lambda anchor, _: _on(anchor),
            Basis.DERIVED,
            Confidence.CERTAIN,
        ),
        (
            re.compile(r"\b(?:yesterday|hier|ayer|ontem|вчера)\b|昨天|昨日", re.I),
            lambda anchor, _: _on(anchor - timedelta(1)),
            Basis.DERIVED,
            Confidence.CERTAIN,
        ),
        (
            re.compile(
                rf"(?<!next )(?<!every )(?<!cada )(?<!chaque )(?<!próximo )(?<!\w)"
                rf"(?:(?:on|le|ce|el|este|na|nesta|в|во)\s"
                rf"|يوم )?(?:{weekday})(?![\w-])(?! prochain)"
                r"|(?<![上下每])(?:周|星期)[一二三四五六日天]",
                re.I,
            ),
            _weekday,
            Basis.DERIVED,
            Confidence.LIKELY,
        ),
        (
            re.compile(r"(?<![\d月])\d{1,2}日(?!电)"),
            _day_of_month,
            Basis.DERIVED,
            Confidence.LIKELY,
        ),
        (
            re.compile(
                r"\b(?:recently|earlier this (?:week|month|year)|last (?:week|month)|the other day"
                r"|récemment|la semaine dernière|le mois dernier|recientemente|la semana pasada"
                r"|el mes pasado|recentemente|na semana passada|недавно)\b|最近|上周",
                re.I,
            ),
            lambda anchor, _: PartialDate.before(anchor),
            Basis.INFERRED,
            Confidence.LIKELY,
        ),
    )


def pointed_at(words: str, anchor: Fact | None) -> tuple[Fact, int, int] | None:
    """What the first pointing word means. The value is the word, the span counts in ``words``."""
    if anchor is None or anchor.date is None or anchor.date.earliest is None:
        return None
    day = anchor.date.earliest
    for pattern, resolve, basis, confidence in pointers():
        found = pattern.search(words)
        if found is None:
            continue
        try:
            meant = resolve(day, found[0])
        except (NotADate, OverflowError, StopIteration):
            continue
        note = f"“{found[0]}”, in a text of {anchor.value}."
        fact = Fact(found[0], *found.span(), basis, confidence, note, meant)
        return fact, *found.span()
    return None
