"""
What the archive already holds of a document, found before anything is filed.

Every question is answered by an index: bytes by checksum, symbols by key, a statement by speaker
and date, words by their prints (``speeches.shingles``), of which a text has sixteen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from speeches import shingles, symbols
from speeches.dates import PartialDate
from speeches.models import (
    Attribution,
    Document,
    DocumentSymbol,
    Event,
    Speaker,
    Speech,
    SpeechText,
    TextPrint,
)

SHOWN = 5
ALIKE = 0.3
"""The share of prints from which two texts are called nearly identical."""
MOST_ALIKE = 200
"""How many texts with one of its prints are looked at."""


@dataclass(frozen=True)
class Twin:
    """Something that may be the same, and why it is thought so."""

    record: Document | Speech
    reason: str

    @property
    def key(self) -> str:
        """How a decision names the statement that gets another text."""
        return f"text:{self.record.pid}" if isinstance(self.record, Speech) else ""


def of_bytes(sha256: str) -> Document | None:
    """The document with exactly these bytes."""
    # Said twice, so that the index, which leaves out documents without bytes, serves.
    found = Document.objects.light().exclude(sha256="").filter(sha256=sha256)
    return found.order_by().first() if sha256 else None


def of_symbols(printed: Iterable[str]) -> list[Twin]:
    """Documents filed under one of these symbols, or under a part of a compound one."""
    keys = {symbols.normalise(part) for symbol in printed for part in symbols.split(symbol)} | {
        symbols.normalise(symbol) for symbol in printed
    }
    rows = DocumentSymbol.objects.filter(key__in=keys - {""}).select_related("document")
    rows = rows.defer("document__content", "document__text").order_by("pk")[:SHOWN]
    return [Twin(row.document, f"It is filed under {row.symbol}.") for row in rows]


def of_statement(
    speaker: Speaker | None, delivered: PartialDate | None, events: Iterable[Event | None]
) -> list[Twin]:
    """Statements of the same speaker on the same day, or at or for the same event."""
    if speaker is None:
        return []
    known = [event.pk for event in events if event is not None]
    same_day = Q(delivered=delivered) if delivered and delivered.is_known else Q(pk__in=())
    same = same_day | Q(event__in=known) | Q(occasion__in=known)
    own = Attribution.objects.filter(speaker=speaker, role=Attribution.Role.AUTHOR)
    found = Speech.objects.filter(same, pk__in=own.values("speech")).order_by("-sort_key")[:SHOWN]
    return [Twin(speech, _why(speech, speaker, delivered)) for speech in found]


def _why(speech: Speech, speaker: Speaker, delivered: PartialDate | None) -> str:
    if delivered and speech.delivered == delivered:
        return f"By {speaker} too, and of the same date, {speech.delivered}."
    return f"By {speaker} too, for the same event; its date: {speech.delivered or 'none yet'}."


def of_words(text: str) -> list[Twin]:
    """Statements of which a text is nearly the same, word for word; the most alike first."""
    values = shingles.prints(text)
    if not values:
        return []
    least = max(2, round(ALIKE * len(values)))
    counted = TextPrint.objects.sharing(values, MOST_ALIKE)
    alike = [(text, count) for text, count in counted.items() if count >= least]
    shared = dict(sorted(alike, key=lambda pair: (-pair[1], pair[0]))[:SHOWN])
    texts = SpeechText.objects.filter(pk__in=shared).select_related("speech").defer("body")
    ordered = sorted(texts, key=lambda found: (-shared[found.pk], found.pk))
    return [
        Twin(found.speech, f"Its text is nearly the same: {shared[found.pk]} of {len(values)} "
             "samples of its words are in both.")
        for found in ordered
    ]  # fmt: skip
