"""Who says something in a story in Arabic, Chinese or Russian, and who is only pointed back to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import arabic, chinese, russian

Span = tuple[int, int]

_SPEAKERS = tuple(re.compile(row) for of in (arabic, russian, chinese) for row in of.SPEAKERS)
_LETTERS = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]")
_BEFORE_OFFICE = re.compile(chinese.BEFORE_OFFICE)
POINTS_BACK = rf"(?=[\u0400-\u04ff])(?<!\w){russian.PRONOUN}(?!\w)|{chinese.PRONOUN}"
"""Pronouns: who was named before."""
INFORMAL = rf"(?=[\u0400-\u04ff]){russian.INFORMAL}|(?=[\u0600-\u06ff]){arabic.INFORMAL}"
"""Offices alone, by which a story points back to who was named with them."""


def speakers(told: str) -> Iterator[tuple[Span, Span | None]]:
    """The spans of name and office of everyone who says something, by the formulas."""
    if not _LETTERS.search(told):
        return
    for pattern in _SPEAKERS:
        for found in pattern.finditer(told):
            start, end = found.span("office")
            if before := _BEFORE_OFFICE.match(told, start, end):
                start = before.end()
            yield found.span("name"), (start, end) if end > start else None


def family_name(name: str) -> str:
    """The part of a name by which a story goes on naming somebody."""
    return re.split(r"[\s·•]", name)[-1] if name else ""
