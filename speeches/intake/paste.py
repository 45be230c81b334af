"""
A pasted text as lines and paragraphs of plain words, each character knowing where it came from.

Marks that carry no meaning go (links without a target, emphasis, heading marks); what was printed
stays: curly quotes, dashes, official numbers. Nothing is joined across an empty line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINK = re.compile(r"!?\[([^\[\]]{0,1000})\]\(([^()\s]{0,2000})\)")
_HEADING = re.compile(r"^[ \t]*(#{1,6})(?:[ \t]+|$)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>~-])")
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}")
_SPACES = re.compile(r"\s{2}|^\s|\s\Z")
_OTHER_SPACE = re.compile(r"[^\S \u00a0\u202f]")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_MARKS_ALONE = re.compile(r"[>\s]*")
_TARGET = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>]")
_OPENS_A_BLOCK = re.compile(r"(?:#{1,6}(?=\s|$)|>|\|)")

_RUN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words without marks; ``places`` gives each character's offset in the whole text."""

    text: str
    places: tuple[int, ...]
    links: tuple[tuple[int, int, str], ...] = ()

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Where these characters stand in the whole text."""
        end = len(self.text) if end is None else end
        return self.places[start], self.places[end - 1] + 1

    def part(self, start: int, end: int | None = None) -> Words:
        """Some of the words, without spaces at the ends; links that are cut are dropped."""
        end = len(self.text) if end is None else end
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = max(start, end - (len(piece) - len(piece.rstrip())))
        links = tuple(
            (a - start, b - start, target) for a, b, target in self.links if start <= a and b <= end
        )
        return Words(self.text[start:end], self.places[start:end], links)

    def within(self, start: int, end: int) -> Words:
        """The words that stand between two offsets of the whole text."""
        return self.part(bisect_left(self.places, start), bisect_left(self.places, end))

    def source(self) -> str:
        """As restricted Markdown that renders these very words, with the links that lead on."""
        if not self.links:
            source = _MEANS_SOMETHING.sub(r"\\\g<0>", self.text)
            return f"\\{source}" if _OPENS_A_BLOCK.match(source) else source
        opens = {start: "[" for start, _, _ in self.links}
        closes = {end: f"]({target})" for _, end, target in self.links}
        cuts = sorted({0, len(self.text), *opens, *closes})
        parts = []
        for start, end in pairwise([*cuts, len(self.text)]):
            parts.append(closes.get(start, "") + opens.get(start, ""))
            parts.append(_MEANS_SOMETHING.sub(r"\\\g<0>", self.text[start:end]))
        source = "".join(parts)
        return f"\\{source}" if _OPENS_A_BLOCK.match(source) else source


NO_WORDS = Words("", ())


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line of one: what stands between empty lines, or line ends."""

    start: int
    end: int
    words: Words
    level: int = 0

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def is_heading(self) -> bool:
        return self.level > 0


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text, in order; they hold all but space and the marks of quoted mails."""
    found: list[Block] = []
    place, start = 0, -1
    for line in [*text.split("\n"), ""]:
        if _MARKS_ALONE.fullmatch(line):
            if start >= 0:
                found.append(_block(text, start, place - 1))
                start = -1
        elif start < 0:
            start = place + len(line) - len(line.lstrip())
        place += len(line) + 1
    return found


def whole(first: Block, last: Block, text: str) -> Block:
    """Neighbouring paragraphs as one."""
    return _block(text, first.start, last.end)


def lines(block: Block, text: str) -> list[Block]:
    """The lines of a paragraph, in order."""
    found, start = [], block.start
    for line in text[block.start : block.end].split("\n"):
        end = start + len(line)
        level = len(mark[1]) if (mark := _HEADING.match(line)) else 0
        stripped = start + len(line) - len(line.lstrip()), end - (len(line) - len(line.rstrip()))
        found.append(Block(*stripped, block.words.within(start, end), level))
        start = end + 1
    return found


def join(parts: list[Block]) -> Words:
    """Several lines as one text with line ends between them, each word still knowing its place."""
    characters: list[str] = []
    places: list[int] = []
    for part in parts:
        if not part.text:
            continue
        if characters:
            characters.append("\n")
            places.append(places[-1] + 1)
        characters.append(part.text)
        places.extend(part.words.places)
    return Words("".join(characters), tuple(places))


def _block(text: str, start: int, end: int) -> Block:
    raw = text[start:end].rstrip()
    end = start + len(raw)
    dropped = bytearray(len(raw))
    targets = _drop_links(raw, dropped)
    heading = _HEADING.match(raw)
    for marks in (_HEADING, _QUOTED, _ESCAPE):
        for found in marks.finditer(raw):
            _drop(dropped, *found.span())
    _drop_emphasis(raw, dropped)
    words = _words(raw, start, dropped, targets)
    return Block(start, end, words, len(heading[1]) if heading else 0)


def _drop(dropped: bytearray, start: int, end: int) -> None:
    dropped[start:end] = b"\1" * (end - start)


def _drop_links(raw: str, dropped: bytearray) -> list[tuple[int, int, str]]:
    """Drop the marks of links, keep their words; returns the links that lead somewhere."""
    kept = []
    for link in _LINK.finditer(raw):
        _drop(dropped, link.start(), link.start(1))
        _drop(dropped, link.end(1), link.end())
        if _TARGET.fullmatch(link[2]) and link[1].strip():
            kept.append((link.start(1), link.end(1), link[2]))
    return kept


def _drop_emphasis(raw: str, dropped: bytearray) -> None:
    """Drop asterisks and underscores that stand in pairs around words, like brackets."""
    opened: dict[str, int] = {}
    for found in _EMPHASIS.finditer(raw):
        start, end = found.span()
        if dropped[start] or (start and dropped[start - 1] and raw[start - 1] == "\\"):
            continue
        before = raw[start - 1] if start else " "
        after = raw[end] if end < len(raw) else " "
        if found[0] in opened and not before.isspace() and not after.isalnum():
            opening = opened.pop(found[0])
            _drop(dropped, opening, opening + end - start)
            _drop(dropped, start, end)
        elif not before.isalnum() and not after.isspace():
            opened[found[0]] = start


def _words(raw: str, offset: int, dropped: bytearray, targets: list[tuple[int, int, str]]) -> Words:
    """The characters that were not dropped, each run of spaces as one space."""
    if not targets and dropped.find(1) < 0 and not _SPACES.search(raw):
        return Words(_OTHER_SPACE.sub(" ", raw), tuple(range(offset, offset + len(raw))), ())
    pieces: list[str] = []
    places: list[int] = []
    after_space = True
    for run in _RUN.finditer(raw):
        start, end = run.span()
        is_whole = dropped.find(1, start, end) < 0
        held: Sequence[int] = range(start, end)
        if not is_whole:
            held = [place for place in held if not dropped[place]]
        if raw[start].isspace():
            if after_space or not held:
                continue
            space = raw[held[0]]
            pieces.append(space if space in "\u00a0\u202f" else " ")
            places.append(offset + held[0])
            after_space = True
        elif is_whole:
            pieces.append(run[0])
            places.extend(range(offset + start, offset + end))
            after_space = False
        elif held:
            pieces.append("".join(raw[place] for place in held))
            places.extend(offset + place for place in held)
            after_space = False
    if pieces and after_space:
        pieces.pop()
        places.pop()
    links = []
    for start, end, target in targets:
        first, last = (bisect_left(places, offset + place) for place in (start, end))
        if first < last:
            links.append((first, last, target))
    return Words("".join(pieces), tuple(places), tuple(links))
