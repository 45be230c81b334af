"""
Papers with an empty line after every line, as text recognition leaves double spacing.

Their lines are put together to paragraphs again: a line that is full, and ends in the middle of a
sentence, goes on in the next.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from .paste import Block, whole

_ENDS = re.compile(r"(?<!\s)[.!?:;…]\W{0,4}$")
_LEAST = 12
_FULLEST = 110
_SHARE = 0.7


def joined(blocks: list[Block], text: str) -> list[Block]:
    """The paragraphs of a text, those of a double-spaced paper put together; else as they are."""
    full = _fullness(blocks)
    if not full:
        return blocks
    found: list[Block] = []
    first = last = None
    for block in blocks:
        if first is not None and last is not None and not _goes_on(last, block, full):
            found.append(whole(first, last, text) if first is not last else first)
            first = None
        first, last = first or block, block
    if first is not None and last is not None:
        found.append(whole(first, last, text) if first is not last else first)
    return found


def _fullness(blocks: list[Block]) -> int:
    """How long a full line is; 0 where the paper is not double-spaced."""
    if len(blocks) < _LEAST:
        return 0
    lengths = [len(block.text) for block in blocks]
    usual = int(median(lengths))
    if not 30 <= usual <= _FULLEST or sum(length <= _FULLEST for length in lengths) < _SHARE * len(
        lengths
    ):
        return 0
    broken = sum(
        not _ENDS.search(one.text) and next_.text[:1].islower() for one, next_ in pairwise(blocks)
    )
    return usual if broken * 5 > len(blocks) else 0


def _goes_on(line: Block, following: Block, full: int) -> bool:
    if line.level or following.level or not following.text:
        return False
    if following.text[:1].islower() and not _ENDS.search(line.text):
        return True
    return len(line.text) >= 0.75 * full and not _ENDS.search(line.text) and not line.text.isupper()
