"""What a statement still needs before readers may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from speeches.models import Attribution, Speech, SpeechText


@dataclass(frozen=True)
class Point:
    """One thing that is missing: a sentence for the editor, and the field where it is put right."""

    sentence: str
    field: str
    """A field of the statement, or the related name of the rows below it: “texts”."""

    def __str__(self) -> str:
        return self.sentence


def missing(speech: Speech) -> list[Point]:
    """Everything that stands between a statement and its publication; empty when nothing does."""
    return list(_missing(speech))


def _missing(speech: Speech) -> Iterator[Point]:
    if not speech.kind:
        yield Point("Say what kind of statement it is.", "kind")
    if speech.delivered is None:
        yield Point("Give the date, as far as it is known; “unknown” is an answer.", "delivered")
    if not speech.attributions.filter(role=Attribution.Role.AUTHOR).exists():
        yield Point("Name the author: the person or body whose words these are.", "attributions")
    texts = list(speech.texts.light())
    if not texts:
        yield Point("Add a text, with the document that it comes from.", "texts")
    elif not any(_is_held_or_excused(text) for text in texts):
        yield Point(
            "Enter the words of a text; or, where they may not be shown, choose rights for its "
            "document that say so.",
            "texts",
        )
    if any(text.document is None for text in texts):
        yield Point("Say for each text which document it comes from.", "texts")


def _is_held_or_excused(text: SpeechText) -> bool:
    """We have the words, or the document's rights say why we show none."""
    rights = text.document.rights if text.document else None
    return text.is_held or (rights is not None and not rights.allows_full_text)
