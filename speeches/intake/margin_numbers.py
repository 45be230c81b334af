"""
The numbers of lines that a paper prints in its margin: 1, 2, 3, or every fifth.

They are no words of the text. That they are numbers of lines, and not of paragraphs, is told by
their order, and by sentences that go on from one numbered line to the next.
"""

from __future__ import annotations

import re
from itertools import pairwise

_NUMBERED = re.compile(r"^[ \t]{0,8}(?P<number>\d{1,3})(?:[ \t]{2,}(?P<text>\S.*)?|[ \t]*)$", re.M)
_FEWEST = 8
_FIFTH = 5
_FEWEST_FIFTHS = 3
_SHARE = 5
"""One numbered line in so many, at least, goes on with a small letter."""

Span = tuple[int, int]


def find(text: str) -> list[Span]:
    """The numbers of lines in a text, in order; none on a paper whose lines bear no numbers."""
    found = list(_NUMBERED.finditer(text))
    if len(found) < _FEWEST_FIFTHS:
        return []
    numbers = [int(line["number"]) for line in found]
    lines = _line_numbers(text, [line.start() for line in found])
    steps = list(zip(pairwise(numbers), pairwise(lines), strict=True))
    for step, fewest in ((1, _FEWEST), (_FIFTH, _FEWEST_FIFTHS)):
        regular = sum(
            (b - a == step or b == step) and step <= last - first <= 2 * step
            for (a, b), (first, last) in steps
        )
        if len(found) >= fewest and regular * 10 >= len(steps) * 9 and _goes_on(text, found):
            return [line.span("number") for line in found]
    return []


def blanked(text: str, numbers: list[Span]) -> str:
    """The text with spaces for these numbers, so that every other word keeps its place."""
    parts, place = [], 0
    for start, end in numbers:
        parts += [text[place:start], " " * (end - start)]
        place = end
    return "".join([*parts, text[place:]])


def _line_numbers(text: str, starts: list[int]) -> list[int]:
    """How many lines stand above each of some places."""
    counts, place, above = [], 0, 0
    for start in starts:
        above += text.count("\n", place, start)
        place = start
        counts.append(above)
    return counts


def _goes_on(text: str, found: list[re.Match[str]]) -> bool:
    """Whether sentences go on from line to line."""
    small = sum(bool(line["text"]) and line["text"][0].islower() for line in found)
    return small * _SHARE >= len(found)
