"""
Names of months and days of the week in the languages that the reader knows.

They come from Django's locale data; what documents of the United Nations print besides (the
Levantine names of Arabic, short forms) stands in the tables here. Folded: small letters without
accents.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_ALT, WEEKDAYS

from .alternatives import by_letters

LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar", "zh-hans")

_LEVANTINE = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
_ALSO = {"يونيه": 6, "يوليه": 7, "setiembre": 9}
_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12, "janv": 1, "fevr": 2, "avr": 4, "juil": 7, "ene": 1,
    "abr": 4, "ago": 8, "dic": 12, "fev": 2, "out": 10, "set": 9, "dez": 12,
}  # fmt: skip
_HAN_WEEK = {f"周{day}": number for number, day in enumerate("一二三四五六日")} | {"星期天": 6}


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word without case and accents, for looking it up."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def months() -> dict[str, int]:
    """Every name of a month, folded, with its number."""
    found: dict[str, int] = dict(_SHORT)
    found |= {fold(name): number for name, number in _ALSO.items()}
    found |= {fold(name): number for number, name in enumerate(_LEVANTINE, start=1)}
    for language in LANGUAGES[:-1]:  # Chinese months are numbers
        with translation.override(language):
            for number in range(1, 13):
                found[fold(str(MONTHS[number]))] = number
                found[fold(str(MONTHS_ALT[number]))] = number
    return found


def month_number(name: str) -> int:
    """The number of a month by its name, whatever its case and accents; 0 for another word."""
    return months().get(fold(" ".join(name.split())), 0)


@cache
def weekdays() -> dict[str, int]:
    """Every name of a day of the week, folded, with its number from Monday, 0."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        with translation.override(language):
            for number in range(7):
                name = fold(str(WEEKDAYS[number]))
                found[name] = number
                found[name.removesuffix("-feira")] = number
    return found | {"вторник": 1, "среду": 2, "пятницу": 4, "субботу": 5} | _HAN_WEEK


@cache
def month_pattern() -> str:
    """Alternatives for a regular expression: every name as it may be printed, accents or not."""
    names = set(months())
    for language in LANGUAGES[:-1]:
        with translation.override(language):
            names |= {str(table[n]).lower() for table in (MONTHS, MONTHS_ALT) for n in range(1, 13)}
    names |= {name.lower() for name in (*_LEVANTINE, *_ALSO)}
    names |= {"février", "août", "décembre", "janv", "févr", "juil", "déc"}
    return _alternatives(names)


@cache
def weekday_pattern() -> str:
    """Alternatives for a regular expression: every day of the week."""
    names = set(weekdays())
    for language in LANGUAGES:
        with translation.override(language):
            names |= {str(WEEKDAYS[n]).lower() for n in range(7)}
    return _alternatives(names)


def _alternatives(names: set[str]) -> str:
    """The longest first, so that no name hides a longer one."""
    longest = sorted((name.replace(" ", r"\s") for name in names), key=len, reverse=True)
    return by_letters("|".join(longest))
