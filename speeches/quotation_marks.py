"""Where somebody's words begin and end: the quotation marks of the archive's languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Quotation", "find"]

# Opening marks and what may close them. Single marks are left out: apostrophes look like them,
# and words between them are more often doubted than said.
_CLOSERS = {"“": "”", "„": "”“", "«": "»", '"': '"', "「": "」", "『": "』"}
_MARKS = re.compile("[" + "".join({*_CLOSERS, *"".join(_CLOSERS.values())}) + "]|\n[^\\S\n]*(?=\n)")


class Quotation(NamedTuple):
    """Words said: with their marks from `start` to `end`, without from `inner_start`."""

    start: int
    inner_start: int
    inner_end: int
    end: int


def find(text: str) -> list[Quotation]:
    """The quotations in a text, the outermost ones, in order; empty ones left out.

    Marks may nest. One that is not closed ends with its paragraph, as in print, where only the
    last paragraph of a long quotation carries the closing mark.
    """
    return [quotation for quotation in _all(text) if quotation.inner_start < quotation.inner_end]


def _all(text: str) -> Iterator[Quotation]:
    opened = -1  # where the open quotation began, or -1
    depth = 0
    for found in _MARKS.finditer(text):
        mark, place = found[0], found.start()
        if opened >= 0:
            opener = text[opened]
            if mark.startswith("\n"):
                yield _trimmed(text, opened, place, place)
                opened = -1
            elif mark in _CLOSERS[opener]:
                depth -= 1
                if not depth:
                    yield _trimmed(text, opened, place, place + 1)
                    opened = -1
            elif mark == opener:
                depth += 1
        elif mark in _CLOSERS and not (mark == '"' and text[place - 1 : place].isalnum()):
            # a straight mark after a letter or digit opens nothing: it is an inch or a slip
            opened, depth = place, 1
    if opened >= 0:
        yield _trimmed(text, opened, len(text), len(text))


def _trimmed(text: str, opened: int, closed: int, end: int) -> Quotation:
    """The quotation, its inside without the spaces that French puts beside the marks."""
    inside = text[opened + 1 : closed]
    start = opened + 1 + len(inside) - len(inside.lstrip())
    inner_end = max(start, opened + 1 + len(inside.rstrip()))
    if end == closed:  # not closed: the marks end with the words
        end = inner_end
    return Quotation(opened, start, inner_end, end)
