"""
Printed lines as paragraphs: which lines go together, and how a word broken at an end is mended.

What parts paragraphs on paper parts them here: more space than between lines, another size of
letters, an indent, a line that ends early, a bullet or number. In doubt lines stay apart: the
editor can join what was parted, and sees nothing of what was wrongly joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Line", "join"]

_BULLET = re.compile(r"[•▪●◦‣·■□➢–—-]\s|\uf0b7")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]\s")
_ENDS = re.compile(r"[.:;?!…。！？؟۔][\"'”’»)\]]*$")
_HYPHENS = ("-", "\u2010", "\u00ad")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 60
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CHINESE = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef]")
_OWNS_HYPHEN = frozenset(
    {"all", "cross", "ex", "half", "high", "long", "low", "mid", "self", "short", "socio", "well"}
)
_SHORT = 0.68
_SPACED = 1.22
_OFTEN = 0.2
_LINES_A_BREAK = 25


class Line(NamedTuple):
    """A line of print: its words, where it begins (points from the lower left), its size."""

    text: str
    x: float
    y: float
    size: float


def join(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of all pages, in order. None reaches over the end of a page."""
    measures = _Measures(pages)
    mender = _Mender(line.text for lines in pages for line in lines)
    return [mender.join(run) for lines in pages for run in _runs(lines, measures) if run]


def _runs(lines: list[Line], measures: _Measures) -> Iterator[list[str]]:
    run: list[str] = []
    for number, line in enumerate(lines):
        if number and measures.parts(lines[number - 1], line, run):
            yield run
            run = []
        run.append(line.text)
    yield run


class _Measures:
    """What is usual in a document: the space between lines, the margin, the length of a line."""

    def __init__(self, pages: list[list[Line]]) -> None:
        lines = [line for page in pages for line in page]
        self.leading = _leadings(pages)
        self.length = _usual_length(lines)
        self.margin = _margin(lines)

    def parts(self, before: Line, line: Line, run: list[str]) -> bool:
        """Whether a new paragraph begins with a line. `run` holds the paragraph so far."""
        if abs(before.size - line.size) > max(0.6, 0.08 * before.size):
            return True
        gap = before.y - line.y
        usual = self.leading.get(round(line.size), 1.5 * line.size)
        if not 0 <= gap <= _SPACED * usual:
            return True
        if _BULLET.match(line.text):
            return True
        if _NUMBER.match(line.text) and (_ENDS.search(before.text) or self._is_short(before)):
            return True
        is_item = bool(_BULLET.match(run[0]) or _NUMBER.match(run[0]))
        if self._is_indented(before, line) and not is_item:
            return True
        return self._is_short(before) and not line.text[:1].islower()

    def _is_indented(self, before: Line, line: Line) -> bool:
        """Whether a line begins further in than the one before, which begins at the margin."""
        inward = line.x - before.x > 0.9 * line.size
        return inward and before.x - self.margin < 0.9 * before.size

    def _is_short(self, line: Line) -> bool:
        return _width(line) < _SHORT * self.length


def _leadings(pages: list[list[Line]]) -> dict[int, float]:
    """For each size of letters the space from line to line: the smallest that is common."""
    gaps: dict[int, Counter[float]] = {}
    for lines in pages:
        for before, line in pairwise(lines):
            gap = round((before.y - line.y) * 2) / 2
            if abs(before.size - line.size) < 0.6 and 0 < gap < 4 * max(line.size, 1):
                gaps.setdefault(round(line.size), Counter())[gap] += 1
    return {
        size: min(gap for gap, times in counted.items() if times >= _OFTEN * max(counted.values()))
        for size, counted in gaps.items()
    }


def _usual_length(lines: list[Line]) -> float:
    """How wide a full line is: nine in ten are narrower."""
    lengths = sorted(_width(line) for line in lines)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _broken(line: str) -> str:
    """The letters before a hyphen that ends a line; none where no word is broken."""
    found = _LAST_LETTERS.search(line[-_LONGEST_WORD:-1]) if line.endswith(_HYPHENS) else None
    return found[0] if found else ""


def _width(line: Line) -> float:
    """How wide a line is, near enough: a Chinese character takes the room of two letters."""
    return (len(line.text) + len(_CHINESE.findall(line.text))) * line.size


def _margin(lines: list[Line]) -> float:
    """Where most lines begin."""
    counted = Counter(round(line.x) for line in lines)
    return counted.most_common(1)[0][0] if counted else 0


class _Mender:
    """Joins lines, and decides of a hyphen at an end of one whether the word owns it.

    The document's own words decide: a word that stands elsewhere with its hyphen keeps it, one
    that stands elsewhere without loses it. Where it says nothing, hyphens go in documents that
    break words often, but for the beginnings that own one, and stay in those that hardly do.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: set[str] = set()
        breaks = total = 0
        for line in lines:
            total += 1
            breaks += bool(_broken(line))
            self.words.update(word.casefold() for word in _WORD.findall(line))
        self.breaks_words = breaks * _LINES_A_BREAK >= total

    def join(self, lines: list[str]) -> str:
        """The lines of one paragraph as one line."""
        pieces = [lines[0]]
        for line in lines[1:]:
            before = pieces[-1]
            broken, begins = _broken(before), _FIRST_LETTERS.match(line)
            if broken and begins:
                if self._loses_hyphen(before, broken, begins[0]):
                    pieces[-1] = before[:-1]
            elif not (_CHINESE.match(before[-1]) and _CHINESE.match(line)):
                pieces.append(" ")
            pieces.append(line)
        return "".join(pieces).replace("\u00ad", "")

    def _loses_hyphen(self, before: str, first: str, second: str) -> bool:
        if before.endswith("\u00ad"):
            return True
        if not second[0].islower():
            return False
        first, second = first.casefold(), second.casefold()
        if f"{first}-{second}" in self.words:
            return False
        if first + second in self.words:
            return True
        return self.breaks_words and first not in _OWNS_HYPHEN
