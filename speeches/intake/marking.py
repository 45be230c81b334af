"""The document cut into pieces for the page: which words bear which proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .desk import Desk
from .paragraphs import Paragraph

__all__ = ["Block", "Piece", "blocks"]

LONGEST = 400_000
MOST = 5_000
"""Of a longer document, in letters or pieces, the page shows so much; filing takes all."""


@dataclass(frozen=True)
class Piece:
    """A run of the text, and the names of the proposals that rest on it."""

    text: str
    names: str
    start: int


@dataclass(frozen=True)
class Block:
    """A passage, or words that are kept out, in the pieces that bear proposals and the others."""

    pieces: list[Piece]
    paragraph: Paragraph


def blocks(desk: Desk) -> list[Block]:
    """All that the document says, in its order."""
    spans = [(*proposal.span, proposal.name) for proposal in desk.proposals if proposal.span]
    found = []
    for paragraph in desk.paragraphs[:MOST]:
        start, end = paragraph.read.start, paragraph.read.end
        if start < LONGEST:
            found.append(Block(list(_pieces(desk.reading.text, start, end, spans)), paragraph))
    return found


def _pieces(
    text: str, start: int, end: int, spans: Iterable[tuple[int, int, str]]
) -> Iterator[Piece]:
    inside = [(max(s, start), min(e, end), name) for s, e, name in spans if s < end and e > start]
    cuts = sorted({start, end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    for first, last in pairwise(cuts):
        names = " ".join(name for s, e, name in inside if s <= first and e >= last)
        yield Piece(text[first:last], names, first)
