"""Dates in words: as people type them, and as the reader's language writes them.

Month names of the seven languages of the archive are known; the words around them ("before",
"between … and …") in English and in the language of the interface. What a date is worth is the
business of `dates`; here only the writing is understood, or refused with a sentence for a person.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import NamedTuple

from django.utils.dateformat import format as format_day
from django.utils.translation import get_language, gettext, gettext_noop

# January to December: English, French, Spanish, Portuguese, Russian (as a date needs it, and as a
# heading), Arabic (of Egypt and of the Levant), Chinese. Unicode CLDR, dates/calendars/gregorian.
_MONTHS = (
    "january janvier enero janeiro января январь يناير كانون_الثاني 一月",
    "february février febrero fevereiro февраля февраль فبراير شباط 二月",
    "march mars marzo março марта март مارس آذار 三月",
    "april avril abril апреля апрель أبريل نيسان 四月",
    "may mai mayo maio мая май مايو أيار 五月",
    "june juin junio junho июня июнь يونيو يونيه حزيران 六月",
    "july juillet julio julho июля июль يوليو يوليه تموز 七月",
    "august août agosto августа август أغسطس آب 八月",
    "september septembre septiembre setembro сентября сентябрь سبتمبر أيلول 九月",
    "october octobre octubre outubro октября октябрь أكتوبر تشرين_الأول 十月",
    "november novembre noviembre novembro ноября ноябрь نوفمبر تشرين_الثاني 十一月",
    "december décembre diciembre dezembro декабря декабрь ديسمبر كانون_الأول 十二月",
)
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_FILLERS = {"the", "of", "on", "in", "de", "del", "do", "el", "le", "em", "года", "год", "г"}

# The first of each is how `dates` shows it, so that what is shown can be typed; then what people
# write instead. The order counts: "from … to …" before "… to …".
_WORDINGS = {
    "unknown": [gettext_noop("date not known"), "unknown", "not known", "date unknown"],
    "before": [gettext_noop("before %(date)s")],
    "after": [gettext_noop("after %(date)s")],
    "circa": [
        gettext_noop("about %(date)s"),
        "circa %(date)s",
        "around %(date)s",
        "ca %(date)s",
        "c %(date)s",
    ],
    "between": [
        gettext_noop("between %(first)s and %(last)s"),
        "from %(first)s to %(last)s",
        "%(first)s to %(last)s",
        "%(first)s and %(last)s",
        "%(first)s - %(last)s",
    ],
}
# a date in numbers alone, whose hyphens part no range
_NUMERIC = r"(?<!\d)(\d{4}-\d{1,2}(?!\d)(?:-\d{1,2}(?!\d))?|\d{1,2}-\d{1,2}-\d{4}(?!\d))"
_LONGEST = 200  # no date is longer; the patterns below never see more


class _Patterns(NamedTuple):
    """How a language writes a day, a month, a year; and the first of two bounds, shortened."""

    day: str = "j F Y"
    month: str = "F Y"
    year: str = "Y"
    day_same_month: str = "j"
    day_same_year: str = "j F"
    month_same_year: str = "F"


_IBERIAN = _Patterns(
    day=r"j \d\e F \d\e Y", month=r"F \d\e Y", day_same_year=r"j \d\e F", month_same_year="F"
)
# The month beside a day has its own ending in Russian.
_RUSSIAN = _Patterns(day="j E Y", day_same_year="j E")
# Chinese puts the year first, so nothing can be left out of the first bound.
_CHINESE = _Patterns("Y年n月j日", "Y年n月", "Y年", "Y年n月j日", "Y年n月j日", "Y年n月")
_PATTERNS = {"es": _IBERIAN, "pt": _IBERIAN, "ru": _RUSSIAN, "zh": _CHINESE}


class NotADate(ValueError):  # noqa: N818 - the name is what it says
    """What was written is not a date. The message is a sentence for the person who wrote it."""


class Parts(NamedTuple):
    """What is written of one day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Read(NamedTuple):
    """What was understood. `parts` is None only for a date that is said to be unknown."""

    relation: str  # a key of _WORDINGS, or "" for a plain date
    parts: Parts | None
    second: Parts | None = None


def read(text: str) -> Read:
    """Understand a date as typed. Raises NotADate when it can't, or when no such day exists."""
    folded = _fold(text[: _LONGEST + 1])
    if not folded:
        raise NotADate(gettext("Write a date, or “unknown”."))
    if len(text) > _LONGEST:
        raise _not_understood(text)
    for relation, wordings in _WORDINGS.items():
        gaps = _gaps(wordings, folded)
        if gaps is None:
            continue
        if relation == "unknown":
            return Read(relation, None)
        if relation == "between":
            return Read(relation, *_read_range(gaps["first"], gaps["last"], text))
        return Read(relation, _require_day(_read_parts(gaps["date"], text), text))
    return Read("", _require_day(_read_parts(folded, text), text))


def show(day: date, size: str) -> str:
    """The day, or the month or year that it stands for, in the active language."""
    return format_day(day, getattr(_patterns(), size))


def show_range(first: date, last: date, size: str) -> tuple[str, str]:
    """Both bounds in the active language, the first without what the second says again."""
    short = size
    if size != "year" and first.year == last.year:
        same_month = size == "day" and first.month == last.month
        short = f"{size}_same_month" if same_month else f"{size}_same_year"
    return show(first, short), show(last, size)


def _patterns() -> _Patterns:
    return _PATTERNS.get((get_language() or "").split("-")[0], _Patterns())


def shorten(text: str) -> str:
    """The text as an error message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"


def _fold(text: str) -> str:
    """Small letters without accents, plain spaces, and ` - ` for a dash that parts two dates."""
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c for c in text if unicodedata.category(c) not in {"Mn", "Cf"})
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"\b(\d{1,2})-([^\W\d]+)-(\d{4})\b", r"\1 \2 \3", text)
    text = re.sub(_NUMERIC + "|-", lambda found: found[1] or " - ", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th|er|o|a)\b", "", text)
    return " ".join(re.sub(r"[,،]|(?<=[^\W\d])\.", " ", text).split())


def _gaps(wordings: list[str], folded: str) -> dict[str, str] | None:
    """What stands in the gaps of the first of these wordings that the text follows."""
    for wording in (gettext(wordings[0]), *wordings):
        pattern = re.escape(_fold(re.sub(r"%\((\w+)\)s", r"\1_gap", wording)))
        pattern = re.sub("(date|first|last)_gap", r"(?P<\1>.+?)", pattern)
        if found := re.fullmatch(pattern, folded):
            return found.groupdict()
    return None


def _read_range(first_text: str, last_text: str, shown: str) -> tuple[Parts, Parts]:
    """Both bounds; what one leaves out ("6 and 8 September 2017") the other says."""
    first, last = _read_parts(first_text, shown), _read_parts(last_text, shown)
    if first.year is None:
        first = first._replace(year=last.year)
    if (first.day is None) == (last.day is None):
        month = first.month or last.month
        first = first._replace(month=month)
        last = last._replace(month=last.month or month)
    return _require_day(first, shown), _require_day(last, shown)


def _read_parts(folded: str, shown: str) -> Parts:
    """Year, month and day as far as the words or numbers give them."""
    if found := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?", folded):
        return Parts(int(found[1]), int(found[3]), int(found[4]) if found[4] else None)
    if found := re.fullmatch(r"(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?", folded):
        return Parts(*(int(number) if number else None for number in found.groups()))
    if found := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", folded):
        return _read_numeric(int(found[1]), int(found[3]), int(found[4]), shown)
    return _read_words(folded, shown)


def _read_numeric(first: int, second: int, year: int, shown: str) -> Parts:
    """Two numbers and a year: refused where either number could be the month."""
    if first != second and first <= 12 and second <= 12:
        raise NotADate(
            gettext("“%(text)s” can be read in two ways: write the month as a word.")
            % {"text": shorten(shown)}
        )
    return Parts(year, first, second) if second > 12 else Parts(year, second, first)


def _read_words(folded: str, shown: str) -> Parts:
    """Words and numbers in any order: each of year, month and day at most once."""
    for month in _two_word_months():
        folded = folded.replace(month.replace("_", " "), month)
    # documents of the UN print both Arabic names of a month: one of them is enough
    folded = re.sub(r"[^\W\d]+/(?=[^\W\d])", "", folded)
    found: dict[str, int] = {}
    for token in re.findall(r"\d+|[^\W\d]+|\S", folded):
        if token in _FILLERS:
            continue
        if token.isdecimal():
            name, value = ("year" if len(token) == 4 else "day"), int(token[:4])
        elif token in _WEEKDAYS:
            name, value = "weekday", _WEEKDAYS.index(token)
        else:
            name, value = "month", _month(token)
        fits = bool(value) if name == "month" else name != "day" or len(token) <= 2
        if name in found or not fits:
            raise _not_understood(shown)
        found[name] = value
    weekday = found.pop("weekday", None)
    parts = Parts(**found)
    day = _first_day(parts) if None not in parts else None
    if weekday is not None and day and day.weekday() != weekday:
        message = gettext("“%(text)s”: that day was another day of the week.")
        raise NotADate(message % {"text": shorten(shown)})
    return parts


def _require_day(parts: Parts, shown: str) -> Parts:
    """The parts, when they name a day, a month or a year that exists."""
    if parts.year is None and parts.month is not None:
        message = gettext("“%(text)s” names no year: write it with four digits.")
        raise NotADate(message % {"text": shorten(shown)})
    if parts.year is None or (parts.month is None and parts.day is not None):
        raise _not_understood(shown)
    if _first_day(parts) is None:
        message = gettext("“%(text)s” is not a day that exists.")
        raise NotADate(message % {"text": shorten(shown)})
    return parts


def _first_day(parts: Parts) -> date | None:
    """The first day that the parts can mean; None when there is none."""
    try:
        return date(*(1 if part is None else part for part in parts))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Every month name that is known, folded, with its number."""
    rows = enumerate(_MONTHS, start=1)
    return {_fold(name): number for number, row in rows for name in row.split()}


@cache
def _two_word_months() -> list[str]:
    return [name for name in _months() if "_" in name]


def _month(word: str) -> int:
    """The number of the month; 0 when the word, or a beginning of three letters, is none."""
    months = _months()
    if word in months:
        return months[word]
    numbers = {number for name, number in months.items() if name.startswith(word)}
    return numbers.pop() if len(word) >= 3 and len(numbers) == 1 else 0


def _not_understood(shown: str) -> NotADate:
    message = gettext(
        "“%(text)s” is not understood as a date. Write it like “12 September 2017”, "
        "“September 2017”, “2017”, “before 12 September 2017” or “unknown”."
    )
    return NotADate(message % {"text": shorten(shown)})
