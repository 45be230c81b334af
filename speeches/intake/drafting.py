"""Records made of what was read and matched: documents, statements, texts, passages, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils import translation

from speeches import languages, markup, symbols
from speeches.models import (
    Document,
    DocumentSymbol,
    Evidence,
    Passage,
    Speech,
    SpeechText,
    Tag,
    TagLabel,
)
from speeches.models.text import excerpt_of
from speeches.offsets import find_folded

from .extract import Extracted
from .reading import Basis, Fact, Reading, ReadPassage, Statement

_LABELS: dict[str, dict[str, str]] = {
    "kind": {value: str(label) for value, label in Speech.Kind.choices},
    "mode": {value: str(label) for value, label in Speech.Mode.choices},
    "text_status": {value: str(label) for value, label in SpeechText.Status.choices},
}
_ENGLISH = "en"
"""Facts are stored in words, and those that are not printed in English."""


def document_of(reading: Reading, content: bytes, found: Extracted, slug: str) -> Document:
    """The document with its bytes, the text found in them, and what its head says."""
    document = Document(
        slug=slug,
        title=reading.title.value if reading.title else slug,
        kind=reading.kind,
        published_on=reading.published.date if reading.published else None,
        dateline=reading.dateline.value if reading.dateline else "",
        language=reading.language.value if reading.language else _ENGLISH,
        disclaimer=reading.disclaimer.value if reading.disclaimer else "",
    )
    document.receive(content, found.media_type, found.text, found.encoding or "binary")
    return document


def symbols_of(document: Document, symbol: str, basis: str) -> Iterator[DocumentSymbol]:
    """A symbol as records: the whole as known, and the parts of a compound, which are derived."""
    parts = symbols.split(symbol)
    for part in [symbol, *parts] if len(parts) > 1 else parts:
        known = basis if part == symbol else DocumentSymbol.Basis.DERIVED
        yield DocumentSymbol(
            document=document, symbol=part, key=symbols.normalise(part), basis=known
        )


def text_of(statement: Statement, speech: Speech, document: Document) -> SpeechText:
    """The words of a statement as one body, from this document."""
    body = "\n\n".join(passage.source for passage in statement.passages)
    return SpeechText(
        speech=speech,
        document=document,
        language=document.language,
        status=statement.text_status.value if statement.text_status else "",
        coverage=statement.coverage,
        body=body,
        excerpt=excerpt_of(
            (
                Passage(kind=block.kind, voice=read.voice.value, body=block.source)
                for read, block in _blocks(statement.passages)
            ),
            is_full=statement.coverage == SpeechText.Coverage.FULL,
        ),
    )


def passages_of(statement: Statement, text: SpeechText, first: int = 1) -> Iterator[Passage]:
    """One passage for each paragraph, with its voice and its place in the document."""
    for position, (read, block) in enumerate(_blocks(statement.passages)):
        yield Passage(
            speech=text.speech,
            text=text,
            pid=f"p{first + position}",
            position=position,
            kind=block.kind,
            voice=read.voice.value,
            body=block.source,
            start=read.start,
            end=read.end,
        )


def _blocks(passages: Iterable[ReadPassage]) -> Iterator[tuple[ReadPassage, markup.Block]]:
    for passage in passages:
        for block in markup.blocks(passage.source):
            yield passage, block


def evidence_of(
    reading: Reading, statement: Statement, speech: Speech, document: Document
) -> Iterator[Evidence]:
    """How we know each fact that the document states about one of its statements."""
    released = reading.published if speech.released_on else None
    facts: list[tuple[str, Fact | None]] = [
        ("kind", statement.kind),
        ("mode", statement.mode),
        ("speaker", statement.speaker),
        ("capacity", statement.capacity),
        ("delivered_by", statement.delivered_by),
        ("on_behalf_of", statement.on_behalf_of),
        ("spokesperson", statement.spokesperson),
        ("addressee", statement.addressee),
        ("delivered", statement.delivered),
        ("released_on", released),
        ("embargo_until", reading.embargo if speech.embargo_until else None),
        ("event", statement.event),
        ("occasion", statement.occasion),
        *(("occasion", name) for name in statement.occasion_names),
        ("place", statement.place),
        *(("organizer", organizer) for organizer in statement.organizers),
        ("publisher", reading.publisher),
        *(("symbol", symbol) for symbol in reading.symbols),
        ("text_status", statement.text_status),
        ("language", reading.language),
    ]
    for name, fact in facts:
        if fact:
            yield Evidence(
                speech=speech,
                fact=name,
                value=in_words(name, fact)[:500],
                document=document,
                start=fact.start,
                end=fact.end,
                basis=fact.basis.value,
                note=fact.note,
            )


def in_words(name: str, fact: Fact) -> str:
    """A fact's value as a reader of the page takes it; what is printed, as it is printed."""
    if fact.date is not None and fact.basis != Basis.PRINTED:
        with translation.override(_ENGLISH):
            return str(fact.date)
    if name == "language":
        with translation.override(_ENGLISH):
            return languages.name(fact.value)
    return _LABELS.get(name, {}).get(fact.value, fact.value)


def tag_evidence(
    tag: Tag, labels: Iterable[TagLabel], statement: Statement, speech: Speech, document: Document
) -> Evidence | None:
    """The first words of a statement that name the tag, or one of its labels; None if none do."""
    for name in [tag.name, *(label.label for label in labels)]:
        for passage in statement.passages:
            words = document.text[passage.start : passage.end]
            if span := _whole_words(name, words):
                start, end = passage.start + span[0], passage.start + span[1]
                return Evidence(
                    speech=speech,
                    fact="tag",
                    value=document.text[start:end],
                    document=document,
                    start=start,
                    end=end,
                    basis="printed",
                )
    return None


def _whole_words(needle: str, text: str) -> tuple[int, int] | None:
    """Where words stand in a text, and not as a part of longer words."""
    place = 0
    while span := find_folded(needle, text[place:]):
        start, end = place + span[0], place + span[1]
        if not re.search(r"\w", text[max(0, start - 1) : start] + text[end : end + 1]):
            return start, end
        place = start + 1
    return None
