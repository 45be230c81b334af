"""
The words of a document, piece by piece, each where the editor has put it.

Every piece has a stem for its fields: ``p3`` is the third passage that the reader found, ``k2`` the
second run of words that it kept out, ``c120`` words cut out of a passage, from character 120 on (a
quotation that somebody else said, or what an editor selected), ``r180`` what is left behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from .paste import blocks
from .proposals import YES, Sheet
from .reading import Quotation, Reading, ReadPassage, Reason, Voice

__all__ = ["ANEW", "OUT", "Paragraph", "arranged", "quotations_in", "source_of", "with_new"]

OUT, ANEW = "out", "new"
"""Where a piece can go besides a statement's number: nowhere, or to one that is made for it."""
MOST_CUTS = 200
Span = tuple[int, int]
_WORD = re.compile(r"\w")
_OPENING, _CLOSING = "“„«‘\"'「", "”“»’\"'」"


@dataclass
class Paragraph:
    """A piece of the document, and where the editor has put it."""

    name: str
    """The stem of its fields."""
    read: ReadPassage
    to: str
    """Number of its statement, or ``out``."""
    voice: str
    owner: int = 0
    """Number of the statement in which the reader had it; 0 for none."""
    is_joined: bool = False
    """To the one before it."""
    may_join: bool = False
    reason: Reason | None = None
    """Why the reader kept it out; None for a passage."""
    quotations: tuple[Quotation, ...] = ()
    """What somebody says in it, for each to go to a statement of its own."""
    is_quoted: bool = False
    """A quotation that was sent elsewhere, and can go back to its paragraph."""
    cut: str = ""
    """The span that an editor asked for, as its field sends it."""
    sic: str = ""
    """Words in it that are printed so, one on a line, as the editor typed them."""
    note: str = ""
    """What the editor says of it."""


def arranged(reading: Reading, sheet: Sheet, numbers: int) -> list[Paragraph]:
    """
    All that the document says, in its order, each piece where the editor has put it.

    ``numbers`` is how many statements there are; a piece sent to one that is not there stays where
    the reader had it.
    """
    there = {OUT, *map(str, range(1, numbers + 1))}
    pieces = sorted(
        [*_passages(reading, sheet, there), *_kept_out(reading, sheet, there)],
        key=lambda paragraph: (paragraph.read.start, paragraph.read.end),
    )
    cuts = {w.start for w in reading.warnings if "empty line" in w.message}
    before: Paragraph | None = None
    for piece in pieces:
        piece.sic = sheet.decided(f"{piece.name}-sic")
        piece.note = sheet.decided(f"{piece.name}-note")
        if piece.to != OUT:
            piece.may_join = _may_join(piece, before, cuts)
            before = piece
    return pieces


def _may_join(piece: Paragraph, before: Paragraph | None, cuts: set[int]) -> bool:
    """Where an empty line cuts a sentence, and beside words that the reader had kept out."""
    if before is None or before.to != piece.to:
        return False
    return before.read.start in cuts or bool(piece.reason or before.reason)


def _passages(reading: Reading, sheet: Sheet, there: set[str]) -> Iterator[Paragraph]:
    owner = {
        (passage.start, passage.end): number
        for number, statement in enumerate(reading.statements, start=1)
        for passage in statement.passages
    }
    for number, passage in enumerate(reading.passages, start=1):
        name = f"p{number}"
        to, number = sheet.decided(f"{name}-to"), owner[passage.start, passage.end]
        whole = Paragraph(
            name,
            passage,
            to if to in there else str(number),
            sheet.decided(f"{name}-voice", passage.voice.value),
            number,
            sheet.decided(f"{name}-join") == YES,
        )
        yield from _parted(whole, reading, sheet, there)


def _kept_out(reading: Reading, sheet: Sheet, there: set[str]) -> Iterator[Paragraph]:
    is_told = any(statement.coverage != "full" for statement in reading.statements)
    voice = Voice.NARRATION if is_told else Voice.VERBATIM
    for number, kept in enumerate(reading.kept_out, start=1):
        name = f"k{number}"
        to = sheet.decided(f"{name}-to", OUT)
        to = to if to in there and kept.reason != Reason.MARKUP else OUT
        source = source_of(reading.text, kept.start, kept.end) if to != OUT else ""
        read = ReadPassage(source, kept.start, kept.end, voice)
        yield Paragraph(
            name,
            read,
            to if source or to == OUT else OUT,
            sheet.decided(f"{name}-voice", voice.value),
            is_joined=sheet.decided(f"{name}-join") == YES,
            reason=kept.reason,
        )


# -- words cut out of a passage


def quotations_in(reading: Reading, start: int, end: int) -> list[Quotation]:
    """The quotations within a span, each with its marks; one that fills the span is not *in* it."""
    found = []
    for quotation in reading.quotations:
        first, last = quotation.start, quotation.end
        if first > start and reading.text[first - 1] in _OPENING:
            first -= 1
        if last < end and reading.text[last] in _CLOSING:
            last += 1
        inside = start <= first < last <= end
        rest = reading.text[start:first] + reading.text[last:end]
        if inside and _WORD.search(rest):
            found.append(replace(quotation, start=first, end=last))
    return found


def _parted(
    whole: Paragraph, reading: Reading, sheet: Sheet, there: set[str]
) -> Iterator[Paragraph]:
    """The passage, or the pieces into which the editor cut it."""
    start, end = whole.read.start, whole.read.end
    quoted = {(q.start, q.end): q for q in quotations_in(reading, start, end)}
    whole.quotations = tuple(quoted.values())
    wanted = [span for span in quoted if sheet.decided(f"c{span[0]}-to") in there]
    asked = {span for span in _cuts(sheet) if start <= span[0] < span[1] <= end}
    spans = _apart(sorted({*wanted, *asked} - {(start, end)}))
    if not spans:
        yield whole
        return
    is_first = True
    for piece, cut in _stretches(start, end, spans, reading.text):
        by = quoted.get(cut) if cut else None
        read = ReadPassage(
            source_of(reading.text, *piece),
            *piece,
            Voice.VERBATIM if by else whole.read.voice,
            by.speaker if by else whole.read.speaker,
        )
        left = () if cut else tuple(q for q in whole.quotations if _is_within(q, piece))
        if cut is None and is_first:
            is_first = False
            yield replace(whole, read=read, quotations=left)
            continue
        name = f"c{cut[0]}" if cut else f"r{piece[0]}"
        to = sheet.decided(f"{name}-to")
        yield Paragraph(
            name,
            read,
            to if to in there else whole.to,
            sheet.decided(f"{name}-voice", read.voice.value if by else whole.voice),
            whole.owner,
            sheet.decided(f"{name}-join") == YES,
            quotations=left,
            is_quoted=by is not None and cut not in asked,
            cut=f"{cut[0]}-{cut[1]}" if cut and cut in asked else "",
        )


def _is_within(quotation: Quotation, piece: Span) -> bool:
    return piece[0] <= quotation.start and quotation.end <= piece[1]


def _stretches(
    start: int, end: int, cuts: list[Span], text: str
) -> Iterator[tuple[Span, Span | None]]:
    """The pieces of a span, each with the cut that it is; signs alone go with a neighbour."""
    edges = sorted({start, end, *(edge for cut in cuts for edge in cut)})
    found: list[tuple[Span, Span | None]] = []
    for first, last in pairwise(edges):
        cut = (first, last) if (first, last) in cuts else None
        before = found[-1] if found else None
        if before and not _WORD.search(text[first:last]):
            found[-1] = (before[0][0], last), before[1]
        elif before and not _WORD.search(text[slice(*before[0])]):
            found[-1] = (before[0][0], last), cut
        else:
            found.append(((first, last), cut))
    for (first, last), cut in found:
        words = text[first:last]
        left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        yield (first + left, last - right), cut


def _cuts(sheet: Sheet) -> list[Span]:
    """The spans that an editor asked to be paragraphs of their own."""
    asked = sheet.decisions.get("cut", [])
    found = [sheet.span_of(span) for span in asked[:MOST_CUTS]] if isinstance(asked, list) else []
    return [span for span in found if span is not None]


def _apart(spans: list[Span]) -> list[Span]:
    """Those that do not begin inside an earlier one."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


# -- their words


def source_of(text: str, start: int, end: int) -> str:
    """The words of a span as the restricted Markdown of bodies, without marks for nothing."""
    # an empty line on both sides of the window, so that its first and last paragraph are whole
    first = text.rfind("\n\n", 0, start) + 1
    last = text.find("\n\n", end)
    window = text[first : last if last >= 0 else len(text)]
    found = []
    for block in blocks(window):
        words = block.words.within(start - first, end - first)
        if _WORD.search(words.text):
            mark = "## " if block.is_heading and block.start >= start - first else ""
            found.append(mark + words.source())
    return "\n\n".join(found)


def with_new(
    decisions: Mapping[str, Any], pieces: list[Paragraph], reading: Reading, added: int
) -> tuple[dict[str, Any], int]:
    """
    The decisions with a number for every “new statement”, and how many are added then.

    The words of one person go to one statement; words of nobody who is named to another.
    """
    settled, numbers = dict(decisions), {}
    speakers = {piece.name: piece.read.speaker for piece in pieces}
    speakers |= {
        f"c{quoted.start}": quoted.speaker for piece in pieces for quoted in piece.quotations
    }
    for name, value in decisions.items():
        if name.endswith("-to") and value == ANEW:
            who = speakers.get(name.removesuffix("-to"), "")
            if who not in numbers:
                added += 1
                numbers[who] = str(len(reading.statements) + added)
            settled[name] = numbers[who]
    return settled, added
