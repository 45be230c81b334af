"""Rows that were imported before: the same, changed in the file, changed here, or deleted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from speeches import editorial, symbols
from speeches.models import (
    Document,
    DocumentAddress,
    DocumentSymbol,
    Imported,
    Speech,
    SpeechText,
    TaggedSpeech,
    rewriting,
)

from .records import Records
from .row import Row, RowError
from .statements import attributions_of, document_fields, speech_fields

__all__ = ["CHANGED_HERE", "DELETED_HERE", "changed_here", "known", "take_over"]

DELETED_HERE = "Its statement was deleted here: it stays away."
CHANGED_HERE = (
    "It differs from what was imported, and “{}” was changed here since: it stays as it is here."
)


def known(rows: Iterable[Row]) -> dict[str, Imported]:
    """Those of the rows that were imported before, by their id."""
    ids = [row.id for row in rows]
    found = Imported.objects.filter(external_id__in=ids).select_related("speech")
    return {imported.external_id: imported for imported in found}


def changed_here(imported: Sequence[Imported]) -> set[int]:
    """Statements that somebody has changed since, or whose document: by key, in three queries."""
    if not imported:
        return set()
    since = {one.speech_id: one.imported_at for one in imported}
    texts = SpeechText.objects.order_by().filter(speech__in=since, document__isnull=False)
    carried = texts.values_list("document_id", "speech_id")
    found = {
        speech for speech, at in _changes(Speech, since, min(since.values())) if at > since[speech]
    }
    changed = _changes(Document, {document for document, _speech in carried}, min(since.values()))
    for document, at in changed:
        found |= {speech for key, speech in carried if key == document and at > since[speech]}
    saved = (one.speech for one in imported if one.speech is not None)
    return found | {speech.pk for speech in saved if speech.modified_at > since[speech.pk]}


def _changes(
    model: type[Model], keys: Iterable[int | None], since: datetime
) -> Iterator[tuple[int, datetime]]:
    """What is noted of these records after that moment: key and time of each entry."""
    entries = LogEntry.objects.order_by().filter(
        content_type=ContentType.objects.get_for_model(model),
        object_id__in=[str(key) for key in keys],
        action_time__gt=since,
    )
    for key, at in entries.values_list("object_id", "action_time"):
        yield int(key or 0), at


@transaction.atomic
def take_over(row: Row, imported: Imported, records: Records) -> None:
    """
    Let a statement say what its row says now; its address and the ids of its passages stay.

    Tags that editors added stay too. Raises RowError or DatabaseError where that can't be: also
    where somebody has changed or deleted it since the batch was looked at.
    """
    speech = _locked(imported)
    with rewriting(speech.pk):
        for name, value in speech_fields(row, records).items():
            setattr(speech, name, value)
        speech.save()
        speech.attributions.all().delete()
        for attribution in attributions_of(row, speech, records):
            attribution.save()
        _take_over_words(row, speech.texts.order_by("pk").first(), records)
        _take_over_tags(row, speech, records)
        points = editorial.missing(speech) if speech.is_published else []
        if points:
            raise RowError("It is public, and would lack what that needs.", *map(str, points))
    LogEntry.objects.log_actions(
        records.by.pk, [speech], CHANGE, f"{records.note} Its row had changed.", single_object=True
    )
    imported.digest, imported.imported_by = row.digest, records.by
    imported.imported_at = timezone.now()
    imported.save()


def _locked(imported: Imported) -> Speech:
    """The statement, locked, if it is still as it was imported. Raises RowError."""
    speech = Speech.objects.select_for_update().filter(pk=imported.speech_id).first()
    imported.speech = speech
    if speech is None:
        raise RowError(DELETED_HERE)
    if changed_here([imported]):
        raise RowError(CHANGED_HERE.format(speech))
    return speech


def _take_over_words(row: Row, text: SpeechText | None, records: Records) -> None:
    if text is None:
        raise RowError("Its statement has no text any more: it stays as it is here.")
    document = text.document
    if document is not None and not document.texts.exclude(speech=text.speech_id).exists():
        _take_over_document(row, document, records)
    text.language, text.status, text.coverage = row.language, row.text_status, row.coverage
    text.body = row.body
    text.save()


def _take_over_document(row: Row, document: Document, records: Records) -> None:
    fields = document_fields(row, records)
    if not row.rights and document.rights is not None:
        del fields["rights"]
    for name, value in fields.items():
        setattr(document, name, value)
    document.save()
    document.addresses.exclude(url__in=row.urls).delete()
    for url in row.urls:
        DocumentAddress.objects.get_or_create(document=document, url=url)
    keys = {symbols.normalise(symbol): symbol for symbol in row.symbols}
    theirs = document.symbols.filter(basis=DocumentSymbol.Basis.EXTERNAL)
    theirs.exclude(key__in=keys).delete()
    for key, symbol in keys.items():
        values = {"symbol": symbol, "basis": DocumentSymbol.Basis.EXTERNAL}
        DocumentSymbol.objects.get_or_create(document=document, key=key, defaults=values)


def _take_over_tags(row: Row, speech: Speech, records: Records) -> None:
    wanted = {tag.pk: tag for tag in records.tags(row.tags)}
    imported = speech.tagged.filter(origin=TaggedSpeech.Origin.IMPORT)
    imported.exclude(tag__in=wanted).delete()
    held = set(speech.tagged.values_list("tag", flat=True))
    for pk, tag in wanted.items():
        if pk not in held:
            TaggedSpeech.objects.create(
                content_object=speech, tag=tag, origin=TaggedSpeech.Origin.IMPORT
            )
