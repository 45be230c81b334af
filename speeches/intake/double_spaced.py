"""
Papers with an empty line after every line, as text recognition leaves double spacing.

Their lines are put together to paragraphs again: a line that is full, and ends in the middle of a
sentence, goes on in the next.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from . import hard_lines
from .paste import Block, whole

_ENDS = re.compile(r"[.!?:;…]\W{0,4}$|\s[-–—]$")
_DATELINE = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,30}, )?\d{1,2}(?:st|nd|rd|th|er)? (?:de )?\w+")
_DANGLES = re.compile(
    r",$|\b(?:OF|THE|AND|FOR|TO|DE|DU|DES|DEL|LA|LAS|LOS|LE|LES|ET|Y|E|DO|DA|CON|PARA|POUR|И|ПО)$"
)
_LEAST = 6
_WIDEST = 130
_NARROWEST = 30
_SHARE = 8
"""One in so many lines, at least, goes on in the next with a small letter."""


def joined(blocks: list[Block], text: str) -> list[Block]:
    """The paragraphs of a text, those of a double-spaced paper put together; else as they are."""
    margin = margin_of(blocks)
    usual = int(median(len(block.text) for block in blocks)) if margin else 0
    if not margin:
        return blocks
    found: list[Block] = []
    first = last = None
    for block in blocks:
        if first is not None and last is not None and not _goes_on(last, block, margin, usual):
            found.append(whole(first, last, text) if first is not last else first)
            first = None
        first, last = first or block, block
    if first is not None and last is not None:
        found.append(whole(first, last, text) if first is not last else first)
    return found


def margin_of(blocks: list[Block]) -> int:
    """How long a full line is; 0 where the paper is not double-spaced."""
    if len(blocks) < _LEAST:
        return 0
    lengths = sorted(len(block.text) for block in blocks)
    margin = lengths[-1 - len(lengths) // 30]
    if not _NARROWEST <= margin <= _WIDEST:
        return 0
    broken = sum(
        not _ENDS.search(one.text) and next_.text[:1].islower() for one, next_ in pairwise(blocks)
    )
    return margin if broken * _SHARE > len(blocks) else 0


def _goes_on(line: Block, following: Block, margin: int, usual: int) -> bool:
    if line.level or following.level or not following.text or _ENDS.search(line.text):
        return False
    if following.text[:1].islower():
        return True
    if _DATELINE.match(following.text):
        return False
    if line.text.isupper():
        is_full = hard_lines.is_broken(line.text, following.text, margin)
        return following.text.isupper() and (is_full or bool(_DANGLES.search(line.text)))
    return len(line.text) * 4 >= usual * 3
