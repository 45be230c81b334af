"""
A head that runs into the first words: “TITLE IN CAPITALS Media statement, Name, 3 May 1974 The …”.

Papers whose line ends were lost have it so. The line is parted where the capitals end, and behind
the day that follows them, as it would be printed.
"""

from __future__ import annotations

import re

from . import datelines, datings, patterns
from .paste import Block

LOOKED_AT = 2500
"""Only the beginning of a text can be a head."""
_LONG = 180
_LEAST_WORDS = 4
_LEAST_LETTERS = 24
_NEAR = 170
_TOKEN = re.compile(r"\S+")
_SMALL = re.compile(r"[a-zà-þß-ÿ]")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_BEGINS = re.compile(
    r"[\s,.;:–—-]*(?:\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?)?)?[\s,.;:–—)-]*(?=[A-ZÀ-Þ“\"«¿¡])"
)
_CREDIT = re.compile(
    rf"(?:{patterns.KIND_WORDS}|(?:press|media|news) (?:release|statement)|by\b|communiqué"
    r"|comunicado|nota de prensa)",
    re.I,
)


def cuts(text: str) -> list[int]:
    """Where a line is to be parted; nowhere when it is an ordinary one."""
    if len(text) < _LONG or datelines.match(text):
        return []
    shouted = _end_of_capitals(text)
    found = [shouted] if shouted else []
    start = shouted
    if not shouted and not _CREDIT.match(text):
        return []
    if end := _end_of_day(text, start):
        found.append(end)
    return found


def _end_of_capitals(text: str) -> int:
    """Where a title in capitals ends at the head of a line; 0 where there is none."""
    tokens: list[re.Match[str]] = []
    following = None
    for token in _TOKEN.finditer(text[:400]):
        if _SMALL.search(token[0]):
            following = token
            break
        tokens.append(token)
    while tokens and (len(tokens[-1][0]) == 1 and tokens[-1][0].isalpha()):
        following = tokens.pop()
    if following is None or not tokens or tokens[-1][0].endswith(":"):
        return 0
    if not following[0][:1].isupper() and following[0][:1] not in '“"«¿¡':
        return 0
    words = sum(bool(_LETTERS.search(token[0])) for token in tokens)
    if words < _LEAST_WORDS or tokens[-1].end() < _LEAST_LETTERS:
        return 0
    return following.start()


def _end_of_day(text: str, start: int) -> int:
    """Where the words begin behind a day close below the capitals; 0 where none stands there."""
    near = text[start : start + _NEAR]
    for dated in datings.find(near):
        before = near[: dated.start]
        if dated.year is None or re.search(r"[a-zà-ÿ]{4}[.!?]\s", before):
            continue
        after = _BEGINS.match(text, start + dated.end)
        if after and len(text) - after.end() > _LONG // 2:
            return after.end()
    return 0


def parted(line: Block) -> list[Block]:
    """A line as the lines that it would be in print."""
    if line.start > LOOKED_AT or not (found := cuts(line.text)):
        return [line]
    ends = [*found, len(line.text)]
    parts = [line.words.part(a, b) for a, b in zip([0, *found], ends, strict=True)]
    return [
        Block(line.start if number == 0 else part.places[0], part.places[-1] + 1, part, line.level)
        for number, part in enumerate(parts)
        if part.text
    ]
