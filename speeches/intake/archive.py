"""
fixtures/archive.json, made anew: the founding documents as read, and the editor's additions.

What the documents state is read from them; what they don't state stands in
fixtures/archive.editorial.json with its basis. No database is needed, and the same files always
give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.core import serializers
from django.db.models import GeneratedField, Model

from speeches.dates import PartialDate
from speeches.models import (
    Attribution,
    Document,
    DocumentAddress,
    DocumentSymbol,
    Event,
    EventName,
    EventSeries,
    Evidence,
    Organization,
    Passage,
    Rights,
    SeriesName,
    Speaker,
    SpeakerName,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
    TagLabel,
    Tenure,
)

from . import drafting, extract, matching
from .authority import Authority
from .parser import read
from .reading import Reading, Statement

_ORDER: tuple[type[Model], ...] = (
    Document,
    DocumentSymbol,
    DocumentAddress,
    Speech,
    Attribution,
    SpeechText,
    Passage,
    TaggedSpeech,
    Evidence,
)


class BuildError(ValueError):
    """The documents, the authority list and the editor's file don't fit together."""


def build(fixtures: Path) -> str:
    """The text of archive.json. Raises BuildError with a sentence that says what doesn't fit."""
    records = list(_Archive(fixtures).records())
    records.sort(key=lambda record: _ORDER.index(type(record)))
    text = serializers.serialize(
        "json",
        records,
        indent=2,
        fields=_stored_fields(),
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
    )
    return f"{text.rstrip()}\n"


def _stored_fields() -> set[str]:
    """The columns that a fixture holds: not those that the database generates."""
    return {
        field.name
        for model in _ORDER
        for field in model._meta.local_fields
        if not isinstance(field, GeneratedField)
    }


class _Archive:
    """The records of the archive, one document after another."""

    def __init__(self, fixtures: Path) -> None:
        self.documents = fixtures / "documents"
        self.authority = Authority(fixtures / "authority")
        self.editorial = json.loads((fixtures / "archive.editorial.json").read_text("utf-8"))
        self.moment = datetime.fromisoformat(self.editorial["moment"])

    def records(self) -> Iterator[Model]:
        yield from self.known_documents.values()
        for entry in self.editorial["known_documents"]:
            document = self.known_documents[entry["slug"]]
            yield from drafting.symbols_of(document, entry["symbol"], "external")
            yield from _addresses(document, entry)
        for entry in self.editorial["documents"]:
            yield from self.carried_by(entry)

    @cached_property
    def known_documents(self) -> dict[str, Document]:
        """Documents that we know of and don't hold."""
        return {
            entry["slug"]: Document(
                slug=entry["slug"],
                title=entry["title"],
                kind=entry["kind"],
                language=entry["language"],
                published_on=PartialDate.from_edtf(entry["published_on"]),
                publisher=self.authority.get(Organization, entry["publisher"]),
            )
            for entry in self.editorial["known_documents"]
        }

    def carried_by(self, entry: dict[str, Any]) -> Iterator[Model]:
        """A document that we hold, and the statements that it carries."""
        content = (self.documents / entry["file"]).read_bytes()
        try:
            found = extract.text_of(content, entry["file"])
        except extract.Refused as refusal:
            raise BuildError(f"{entry['file']} can't be read: {refusal}") from refusal
        reading = read(found.text)
        document = drafting.document_of(reading, content, found, entry["slug"])
        document.rights = self.authority.get(Rights, entry["rights"])
        document.publisher = self.authority.get(Organization, entry["publisher"]["organization"])
        yield document
        for symbol in reading.symbols:
            yield from drafting.symbols_of(document, symbol.value, "printed")
        for symbol in entry["symbols"]:
            yield from drafting.symbols_of(document, symbol["symbol"], "external")
        yield from _addresses(document, entry)
        if len(reading.statements) != len(entry["statements"]):
            raise BuildError(
                f"{entry['file']} carries {len(reading.statements)} statements, the editor's file "
                f"names {len(entry['statements'])}."
            )
        for statement, chosen in zip(reading.statements, entry["statements"], strict=True):
            yield from self.statement(reading, statement, document, entry | {"chosen": chosen})

    def statement(
        self, reading: Reading, statement: Statement, document: Document, entry: dict[str, Any]
    ) -> Iterator[Model]:
        """A statement with all that hangs on it."""
        chosen = entry["chosen"]
        speech = self.speech(reading, statement, chosen)
        yield self.attribution(statement, speech, chosen)
        text = drafting.text_of(statement, speech, document)
        passages = list(drafting.passages_of(statement, text))
        speech.passages_made = len(passages)
        yield from (speech, text, *passages)
        yield from self.known_texts(speech, chosen)
        yield _title_evidence(reading, speech, document, chosen)
        yield from drafting.evidence_of(reading, statement, speech, document)
        yield from self.external_evidence(reading, speech, document, entry)
        yield from self.tags(statement, speech, document, chosen)

    def speech(self, reading: Reading, statement: Statement, chosen: dict[str, Any]) -> Speech:
        delivered = statement.delivered.date if statement.delivered else PartialDate.unknown()
        released = (
            reading.published.date if chosen.get("is_released") and reading.published else None
        )
        return Speech(
            pid=chosen["pid"],
            slug=chosen["slug"],
            title=chosen["title"],
            summary=chosen["summary"],
            kind=statement.kind.value if statement.kind else "",
            mode=statement.mode.value if statement.mode else "",
            delivered=delivered,
            released_on=released,
            event=self.event(statement, chosen),
            occasion=self.occasion(statement),
            state=Speech.State.PUBLISHED,
            published_at=self.moment,
            created_at=self.moment,
            modified_at=self.moment,
        )

    def event(self, statement: Statement, chosen: dict[str, Any]) -> Event | None:
        """Where it was said: the event of the list that the document names, or the editor's."""
        if "event" in chosen:
            return self.authority.get(Event, chosen["event"])
        if statement.event is None:
            return None
        date = statement.delivered.date if statement.delivered else None
        found = matching.event_named(
            statement.event.value,
            date.year if date else None,
            self.authority.all(Event),
            self.authority.all(EventName),
        )
        if found is None:
            raise BuildError(f"No event of the list is called “{statement.event.value}”.")
        return found

    def occasion(self, statement: Statement) -> Event | None:
        """The observance that it marks, by the name of its series and the year."""
        if statement.occasion is None:
            return None
        series = matching.series_named(
            statement.occasion.value,
            self.authority.all(EventSeries),
            self.authority.all(SeriesName),
        )
        date = statement.delivered.date if statement.delivered else None
        if series is None or date is None:
            raise BuildError(f"No series of the list is called “{statement.occasion.value}”.")
        return matching.observance(series, date.year, self.authority.all(Event))

    def attribution(
        self, statement: Statement, speech: Speech, chosen: dict[str, Any]
    ) -> Attribution:
        """The author in their capacity, by the name and office that the document prints."""
        name, capacity, printed_as = statement.speaker, statement.capacity, statement.printed_as
        if name is None or capacity is None or printed_as is None:
            raise BuildError(f"The document names no speaker for “{speech.title}”.")
        speaker = matching.speaker_named(
            name.value, self.authority.all(Speaker), self.authority.all(SpeakerName)
        )
        if speaker is None or speaker.slug != chosen["speaker"]:
            raise BuildError(f"“{name.value}” is not the speaker {chosen['speaker']}.")
        tenure = matching.tenure_held(
            speaker, capacity.value, speech.delivered, self.authority.all(Tenure)
        )
        if tenure is None:
            raise BuildError(f"{speaker} is not known to have been “{capacity.value}” then.")
        return Attribution(
            speech=speech,
            speaker=speaker,
            role=Attribution.Role.AUTHOR,
            tenure=tenure,
            printed_as=printed_as.value,
            position=0,
        )

    def known_texts(self, speech: Speech, chosen: dict[str, Any]) -> Iterator[SpeechText]:
        """Fuller texts that we know of and don't hold."""
        for known in chosen["known_texts"]:
            yield SpeechText(
                speech=speech,
                document=self.known_documents[known["document"]],
                language=known["language"],
                status=known["status"],
                coverage=known["coverage"],
            )

    def external_evidence(
        self, reading: Reading, speech: Speech, document: Document, entry: dict[str, Any]
    ) -> Iterator[Evidence]:
        """Facts from other sources: each says in its note which."""
        external = [
            {"fact": "symbol", "value": symbol["symbol"], "note": symbol["note"]}
            for symbol in entry["symbols"]
        ]
        if reading.publisher is None:
            publisher = {"fact": "publisher", "value": str(document.publisher)}
            external.append(publisher | {"note": entry["publisher"]["note"]})
        for fact in [*external, *entry["chosen"]["external"]]:
            yield Evidence(
                speech=speech,
                fact=fact["fact"],
                value=fact["value"],
                document=self.known_documents.get(fact.get("document", "")),
                basis=Evidence.Basis.EXTERNAL,
                note=fact["note"],
            )

    def tags(
        self, statement: Statement, speech: Speech, document: Document, chosen: dict[str, Any]
    ) -> Iterator[Model]:
        """The editor's tags, each with the words of the statement that bear it out."""
        for slug in chosen["tags"]:
            tag = self.authority.get(Tag, slug)
            labels = [label for label in self.authority.all(TagLabel) if label.tag is tag]
            yield TaggedSpeech(tag=tag, content_object=speech, origin="editor")
            evidence = drafting.tag_evidence(tag, labels, statement, speech, document)
            if evidence is None:
                raise BuildError(f"No words of “{speech.title}” bear out the tag “{tag}”.")
            yield evidence


def _addresses(document: Document, entry: dict[str, Any]) -> Iterator[DocumentAddress]:
    for address in entry["addresses"]:
        yield DocumentAddress(document=document, url=address["url"], kind=address["kind"])


def _title_evidence(
    reading: Reading, speech: Speech, document: Document, chosen: dict[str, Any]
) -> Evidence:
    """Titles are ours; the evidence shows what the document prints instead."""
    return Evidence(
        speech=speech,
        fact="title",
        value=speech.title,
        document=document,
        start=reading.title.start if reading.title else None,
        end=reading.title.end if reading.title else None,
        basis=Evidence.Basis.EDITOR,
        note=chosen["title_note"],
    )
