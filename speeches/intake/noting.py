"""What an editor at the desk says of a passage without changing it: [sic] and notes, as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speeches import editorial, markup
from speeches.models import Passage, PassageNote

from .paragraphs import Paragraph
from .statement_desk import StatementDesk

__all__ = ["notes_of", "objections"]

_LONGEST = PassageNote._meta.get_field("note").max_length or 0


def notes_of(desk: StatementDesk, passages: Sequence[Passage]) -> list[PassageNote]:
    """
    The notes on a statement, each resting on one of its passages, which are in the order of the
    desk's and, like the notes, not saved yet. Raises RefusedError for words that aren't there.
    """
    return [note for piece, rows in _rows(desk, passages) for note in _notes(piece, rows)]


def objections(desk: StatementDesk) -> Iterator[editorial.Point]:
    """Why the notes of a statement can't be filed: a sentence for each piece, and its place."""
    passages = [
        Passage(kind=block.kind, body=block.source)
        for read in desk.passages
        for block in markup.blocks(read.source)
    ]
    for piece, rows in _rows(desk, passages):
        try:
            [*_notes(piece, rows)]
        except editorial.RefusedError as refusal:
            sentence = f"Statement {desk.number}, a note: {refusal}"
            yield editorial.Point(sentence, f"piece-{piece.name}")


def _rows(
    desk: StatementDesk, passages: Sequence[Passage]
) -> Iterator[tuple[Paragraph, Sequence[Passage]]]:
    """Each piece that has notes, with the passages that were made of its paragraph."""
    place = 0
    for read, pieces in desk.gathered:
        count = len(markup.blocks(read.source))
        for piece in pieces:
            if (piece.sic + piece.note).strip():
                yield piece, passages[place : place + count]
        place += count


def _notes(piece: Paragraph, passages: Sequence[Passage]) -> Iterator[PassageNote]:
    marked = set()
    for line in filter(str.strip, piece.sic.splitlines()):
        note = PassageNote(kind=PassageNote.Kind.SIC)
        editorial.place_note(note, line, passages)
        place = (id(note.passage), note.start)
        if place not in marked:  # typed twice is meant once
            marked.add(place)
            yield note
    if said := " ".join(piece.note.split()):
        if len(said) > _LONGEST:
            sentence = f"It has {len(said)} letters; {_LONGEST} are the most."
            raise editorial.RefusedError(editorial.Point(sentence, "notes"))
        note = PassageNote(kind=PassageNote.Kind.NOTE, note=said)
        editorial.place_note(note, "", passages)
        yield note
