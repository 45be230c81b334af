"""
Lines that a typewriter, a mail or a scan broke at the margin, told apart from those meant to end.

In a text of one width a line was broken where the next word no longer fitted. Where it would have
fitted, the line ends on purpose: a title, a name, a salutation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NARROWEST = 38
_WIDEST = 130
_LONG = 20
_FEWEST = 5
_SLACK = 2
"""Lines may be a little longer than the margin: a stop or a bracket was let stand."""
_OWN_BEGINNING = re.compile(
    r"(?:[-–—•*#]|\(?\d{1,3}[.)]|\(?[a-zivx]{1,4}\))\s|[^\W\d][\w .’'-]{0,30}[:：](?:\s|$)"
)


def width(text: str) -> int:
    """The margin at which the lines of a text are broken; 0 where they are not."""
    lengths = sorted(len(line) for raw in text.split("\n") if len(line := raw.strip()) > _LONG)
    if len(lengths) < _FEWEST:
        return 0
    margin = lengths[-1 - len(lengths) // 50]
    if not _NARROWEST <= margin <= _WIDEST or lengths[-1] > margin * 5 // 4:
        return 0
    return margin if _is_full_of_broken(text, margin) else 0


def _is_full_of_broken(text: str, margin: int) -> bool:
    """Whether most of the lines that have a neighbour below end at the margin."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [
        (line, following) for line, following in pairwise(lines) if len(line) > _LONG and following
    ]
    broken = sum(is_broken(line, following, margin) for line, following in pairs)
    return len(pairs) >= _FEWEST and broken * 2 > len(pairs)


def is_broken(line: str, following: str, margin: int) -> bool:
    """Whether the first word of the next line had no room at the end of this one."""
    word = following.split(None, 1)[0] if following else ""
    return bool(word) and len(line) + 1 + len(word) > margin - _SLACK


def are_paragraphs(lines: Sequence[str]) -> bool:
    """Whether each line between two empty ones is a paragraph: most letters are in long lines."""
    lengths = [len(line) for line in lines]
    long = [length for length in lengths if length > _WIDEST]
    return len(lines) > 1 and len(set(long)) == len(long) > 0 and 2 * sum(long) > sum(lengths)


def runs(lines: Sequence[str], margin: int) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, as runs (first, past the last) that the margin alone has broken."""
    first = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        goes_on = (
            margin
            and len(line) > _LONG
            and is_broken(line, following, margin)
            and not _OWN_BEGINNING.match(following)
        )
        if not goes_on:
            yield first, number + 1
            first = number + 1
