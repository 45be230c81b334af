"""One document on the reader's desk: its paragraphs, and facts made from words of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from speeches import symbols

from . import (
    datings,
    double_spaced,
    furniture,
    hard_lines,
    letterhead,
    margin_numbers,
    misread,
    patterns,
    run_in,
)
from .paste import Block, Words, blocks, lines
from .reading import Basis, Confidence, Fact, KeptOut, ReadPassage, Reason, Voice

_WORD = re.compile(r"\w")


def fact(
    words: Words,
    start: int = 0,
    end: int | None = None,
    *,
    value: str = "",
    basis: Basis = Basis.PRINTED,
    confidence: Confidence = Confidence.CERTAIN,
    note: str = "",
) -> Fact:
    """A fact that rests on some of these words; without a value, the words are the value."""
    end = len(words.text) if end is None else end
    value = value or words.text[start:end]
    return Fact(value, *words.span(start, end), basis, confidence, note)


def date_in(words: Words) -> Fact | None:
    """The first full date in the words."""
    for found in datings.find(words.text):
        if found.year is not None and (day := found.on()):
            printed = words.text[found.start : found.end]
            sure = Confidence.DOUBTFUL if found.is_ambiguous else Confidence.CERTAIN
            note = "Read with the day before the month." if found.is_ambiguous else ""
            span = words.span(found.start, found.end)
            return Fact(printed, *span, confidence=sure, note=note, date=day)
    return None


class Page:
    """A normalised text, parted once; layouts read from it and write nothing back."""

    def __init__(self, text: str) -> None:
        self.text = text
        numbers = margin_numbers.find(text)
        self.line_numbers = frozenset(start for start, _ in numbers)
        self._words = margin_numbers.blanked(text, numbers) if numbers else text
        self._printed = blocks(self._words)
        self.blocks: list[Block] = double_spaced.joined(self._printed, self._words)
        self._lines: dict[tuple[int, int], list[Block]] = {}
        self.blocks = [part for block in self.blocks for part in self._parted(block)]

    def _parted(self, block: Block) -> list[Block]:
        """A paragraph, or its lines where each of them is one."""
        if "\n" not in self.text[block.start : block.end]:
            return [block]
        held = [line for line in lines(block, self._words) if line.start < line.end]
        if not hard_lines.are_paragraphs([line.text for line in held]):
            return [block]
        return [self.between(line.start, line.end, block) for line in held]

    @cached_property
    def _margin(self) -> int:
        """Where lines are broken; a double-spaced paper has its own measure."""
        return hard_lines.width(self._words) or double_spaced.margin_of(self._printed)

    @cached_property
    def lines(self) -> list[Block]:
        """Every line of every paragraph."""
        return [line for block in self.blocks for line in self.lines_of(block)]

    @cached_property
    def reasons(self) -> list[Reason | None]:
        """For each line why it is furniture; None where it is not."""
        return furniture.reasons(self.lines)

    @cached_property
    def content(self) -> list[Block]:
        """The lines that are no furniture, and have words."""
        pairs = zip(self.lines, self.reasons, strict=True)
        return [line for line, reason in pairs if reason is None and has_words(line)]

    @cached_property
    def furniture(self) -> list[tuple[Block, Reason]]:
        """The lines that are, each with the reason."""
        pairs = zip(self.lines, self.reasons, strict=True)
        return [(line, reason) for line, reason in pairs if reason is not None]

    def kept_before(self, end: int) -> list[KeptOut]:
        """The furniture above an offset, as lines kept out."""
        return [keep_out(line, reason) for line, reason in self.furniture if line.start < end]

    @cached_property
    def paragraphs(self) -> list[Block]:
        """The paragraphs without the furniture in or between their lines."""
        found: list[Block] = []
        reason_of = dict(zip((line.start for line in self.lines), self.reasons, strict=True))
        for block in self.blocks:
            found += self._without_furniture(block, reason_of)
        return found

    def _without_furniture(
        self, block: Block, reason_of: dict[int, Reason | None]
    ) -> Iterable[Block]:
        held = self.lines_of(block)
        if not any(reason_of[line.start] for line in held):
            yield block
            return
        run: list[Block] = []
        for line in [*held, None]:
            if line is not None and reason_of[line.start] is None:
                run.append(line)
            elif run:
                yield self.between(run[0].start, run[-1].end, block)
                run = []

    def between(self, start: int, end: int, block: Block) -> Block:
        """A part of a paragraph as a paragraph of its own."""
        level = block.level if start == block.start else 0
        return Block(start, end, block.words.within(start, end), level)

    @cached_property
    def top(self) -> str:
        """Its first lines as plain words, for recognising a layout."""
        return "\n".join(line.text for line in self.lines[:14])[:3000]

    def lines_of(self, block: Block) -> list[Block]:
        """The lines of a paragraph, parted once."""
        held = self._lines.get((block.start, block.end))
        if held is None:
            held = [
                part
                for line in self._unbroken(block)
                for part in self._run_out(misread.closed_up(line))
            ]
            self._lines[block.start, block.end] = held
        return held

    def _run_out(self, line: Block) -> list[Block]:
        """A line as it is, or parted where its head runs into the words."""
        if "\n" in self.text[line.start : line.end]:
            return [line]
        return [part for column in letterhead.columns(line) for part in run_in.parted(column)]

    def _unbroken(self, block: Block) -> list[Block]:
        """The lines of a paragraph, those joined that only the margin has parted."""
        broken = lines(block, self._words)
        if not self._margin or len(broken) < 2:
            return broken
        broken = [line for line in broken if line.text] or broken
        runs = hard_lines.runs([line.text for line in broken], self._margin)
        return [
            broken[first]
            if last - first == 1
            else self.between(broken[first].start, broken[last - 1].end, block)
            for first, last in runs
        ]

    def symbols(self, until: int | None = None) -> tuple[Fact, ...]:
        """The document's own symbols: those that fill a line before the statement begins."""
        found: dict[str, Fact] = {}
        for number, line in enumerate(self.lines):
            if until is not None and line.start >= until:
                break
            if is_symbol_line(line.text) or (number < 10 and self._stands_apart(line)):
                for symbol in symbols.find(misread.repaired(line.text)):
                    span = line.words.span(symbol.start, symbol.end)
                    found.setdefault(symbols.normalise(symbol.text), Fact(symbol.text, *span))
        return tuple(found.values())

    def _stands_apart(self, line: Block) -> bool:
        """Whether a symbol closes a line of a letterhead, at a distance from other words."""
        found = symbols.find(misread.repaired(line.text))
        if len(found) != 1 or found[0].end != len(line.text):
            return False
        start = line.words.places[found[0].start]
        return self.text[start - 3 : start].isspace()

    def language(self) -> Fact | None:
        """The language of the whole, told by its script and commonest words."""
        code = patterns.language_of(self.text)
        first = next((block for block in self.blocks if block.text), None)
        if not code or first is None:
            return None
        return fact(first.words, value=code, basis=Basis.DERIVED, note="By its commonest words.")


def is_symbol_line(text: str) -> bool:
    """Whether a line holds document symbols and hardly anything else."""
    return furniture.is_symbol(text)


def passage(block: Block, voice: Voice, speaker: str = "", after: int = 0) -> ReadPassage:
    """A paragraph as a passage; ``after`` leaves out its first words (a dateline)."""
    words = block.words.part(after) if after else block.words
    source = words.source()
    if block.is_heading:
        source = f"## {source}"
    start = words.span()[0] if after else block.start
    return ReadPassage(source, start, block.end, voice, speaker, block.is_heading)


def keep_out(block: Block, reason: Reason) -> KeptOut:
    return KeptOut(block.start, block.end, reason)


def has_words(block: Block) -> bool:
    """Whether anything but marks is left of a paragraph."""
    return bool(_WORD.search(block.text))


def account(
    page: Page, passages: Iterable[ReadPassage], kept_out: Iterable[KeptOut]
) -> tuple[KeptOut, ...]:
    """The words kept out, completed so that with the passages they hold every word of the text.

    What no layout spoke for is kept out too, as not understood: nothing is lost unseen.
    """
    kept = sorted(kept_out, key=lambda piece: piece.start)
    covered = sorted([(p.start, p.end) for p in passages] + [(k.start, k.end) for k in kept])
    place = 0
    for line in page.text.split("\n"):
        first, place = place, place + len(line) + 1
        for start, end in _uncovered(first, first + len(line), covered):
            piece = page.text[start:end]
            start += len(piece) - len(piece.lstrip())
            end = start + len(piece.strip())
            if start < end:
                reason = Reason.OTHER if _WORD.search(piece) else Reason.MARKUP
                reason = Reason.PAGE_NUMBER if start in page.line_numbers else reason
                kept.append(KeptOut(start, end, reason))
    return tuple(sorted(kept, key=lambda piece: piece.start))


def _uncovered(start: int, end: int, covered: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a span. The covered spans that end before it are forgotten as we pass."""
    left = []
    while covered and covered[0][1] <= start:
        covered.pop(0)
    for first, last in covered:
        if first >= end:
            break
        if first > start:
            left.append((start, first))
        start = max(start, last)
    if start < end:
        left.append((start, end))
    return left
