"""
The document of an intake as its editor decided: held in the archive, and what is read of it.

Parses nothing and guesses nothing; ``filing`` calls it within its transaction.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from speeches import editorial, symbols
from speeches.editorial import Point
from speeches.models import Document, DocumentAddress, DocumentSymbol, Organization, Rights
from speeches.offsets import find_folded

from . import drafting
from .decided import date_of, fact_of
from .desk import ADDRESSES, Desk
from .proposals import key_of
from .reading import Reading

__all__ = ["held", "reading_of"]


def held(desk: Desk, by: Any) -> Document:
    """
    A new document with the bytes of the intake, its symbols and addresses.

    Raises RefusedError where the text no longer follows from the bytes, PermissionDenied for those
    who may not.
    """
    said, intake = desk.document, desk.intake
    publisher = said["publisher"].picked
    rights, retrieved = key_of(said["rights"].value), date_of(said["retrieved"])
    document = Document(
        title=said["title"].value[:500],
        kind=said["kind"].value,
        language=said["language"].value,
        published_on=date_of(said["published"]),
        dateline=said["dateline"].value[:200],
        disclaimer=said["disclaimer"].value[:500],
        retrieved_on=retrieved.sort_day if retrieved else None,
        publisher=Organization.objects.filter(pk=publisher).first() if publisher else None,
        rights=Rights.objects.filter(pk=rights).first() if rights else None,
    )
    document.receive(bytes(intake.content), intake.media_type, intake.text, intake.encoding)
    if document.text != intake.text:
        raise editorial.RefusedError(Point("The text no longer follows from the bytes.", ""))
    return editorial.hold(
        document,
        by=by,
        symbols=_symbols(desk, document),
        addresses=_addresses(desk, document),
        note="Brought in from the desk.",
    )


def reading_of(desk: Desk) -> Reading:
    """The reading without what was refused of the document's own facts."""
    said, reading = desk.document, desk.reading
    kept = {symbols.normalise(line) for line in said["symbols"].value.splitlines()}
    return replace(
        reading,
        title=fact_of(said["title"], reading),
        published=fact_of(said["published"], reading),
        publisher=reading.publisher if said["publisher"].picked else None,
        symbols=tuple(f for f in reading.symbols if symbols.normalise(f.value) in kept),
        language=fact_of(said["language"], reading),
    )


def _symbols(desk: Desk, document: Document) -> list[DocumentSymbol]:
    rows: dict[str, DocumentSymbol] = {}
    for symbol in desk.document["symbols"].value.splitlines():
        basis = "printed" if find_folded(symbol, desk.intake.text) else "external"
        for row in drafting.symbols_of(document, symbol.strip(), basis):
            if row.key:
                rows.setdefault(row.key, row)
    return list(rows.values())


def _addresses(desk: Desk, document: Document) -> list[DocumentAddress]:
    """Each address once, under the first name that it was given."""
    kinds = {"address": "original"}
    found: dict[str, DocumentAddress] = {}
    for name, _label in ADDRESSES:
        if url := desk.document[name].value:
            row = DocumentAddress(document=document, url=url, kind=kinds.get(name, name))
            found.setdefault(url, row)
    return list(found.values())
