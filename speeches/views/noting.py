"""Editors' annotations where passages are read: [sic] and numbers among the words, notes below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from speeches import anchors, markup
from speeches.models import Passage, PassageNote


@dataclass(frozen=True)
class Note:
    """
    A note as readers get it, and the words that it is about, if not the whole passage.

    ``number`` counts those of the page that say something; a [sic] alone has none.
    """

    number: int
    words: str
    text: str
    is_sic: bool

    @property
    def sentence(self) -> str:
        """All of it in one line, for machines."""
        about = f"“{self.words}”" if self.words else ""
        sic = "[sic]" if self.is_sic else ""
        return ": ".join(filter(None, [f"{about} {sic}".strip(), self.text]))


class ShownPassage(NamedTuple):
    """A passage, its words as HTML with our marks among them, and the notes on it."""

    passage: Passage
    words: SafeString
    notes: list[Note]

    @property
    def has_sic(self) -> bool:
        return any(note.is_sic for note in self.notes)

    @property
    def numbered(self) -> list[Note]:
        """The notes that stand below it."""
        return [note for note in self.notes if note.number]


class Noting:
    """The notes of one page, numbered as they come."""

    def __init__(self) -> None:
        self._last = 0

    def whole(self, passage: Passage, words: SafeString) -> ShownPassage:
        """A passage that is shown as it is, with all its notes."""
        if not passage.all_notes:
            return ShownPassage(passage, words, [])
        return self._shown(passage, words, markup.plain(passage.body), passage.all_notes)

    def cut(self, passage: Passage, words: SafeString) -> ShownPassage:
        """
        A passage of which rights allow these words only: with the notes on words among them. A
        note on the rest, or on the whole, could tell what readers may not be shown.
        """
        notes = [note for note in passage.all_notes if note.exact]
        return self._shown(passage, words, passage.body, notes)

    def _shown(
        self, passage: Passage, words: SafeString, plain: str, notes: Iterable[PassageNote]
    ) -> ShownPassage:
        placed = [(span[1], note.pk, note) for note in notes if (span := note.span_in(plain))]
        shown: list[Note] = []
        marks: list[anchors.Mark] = []
        for end, _key, row in sorted(placed, key=lambda one: one[:2]):
            is_sic = row.kind == PassageNote.Kind.SIC
            self._last += bool(row.note)
            note = Note(self._last if row.note else 0, row.exact, row.note, is_sic)
            shown.append(note)
            if is_sic:
                marks.append(anchors.Mark(end, _mark("sic", note)))
            if note.number:
                marks.append(anchors.Mark(end, _mark("number", note), is_link=True))
        return ShownPassage(passage, anchors.put_after(words, marks), shown)


def _mark(name: str, note: Note) -> str:
    return render_to_string(f"parts/note_{name}.html", {"note": note}).strip()
