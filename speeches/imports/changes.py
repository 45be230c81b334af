"""Rows that were imported before: the same, changed in the file, changed here, or deleted here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from speeches import symbols
from speeches.models import (
    DocumentAddress,
    DocumentSymbol,
    Imported,
    Speech,
    SpeechText,
    TaggedSpeech,
    rewriting,
)

from .records import Records
from .row import Row
from .statements import attributions_of, document_fields, speech_fields

__all__ = ["changed_here", "known", "take_over"]


def known(rows: Iterable[Row]) -> dict[str, Imported]:
    """Those of the rows that were imported before, by their id."""
    ids = [row.id for row in rows]
    found = Imported.objects.filter(external_id__in=ids).select_related("speech")
    return {imported.external_id: imported for imported in found}


def changed_here(imported: Sequence[Imported]) -> set[int]:
    """Statements that somebody has changed since they were imported, by key: one query."""
    if not imported:
        return set()
    oldest = min(one.imported_at for one in imported)
    since = {str(one.speech_id): one.imported_at for one in imported}
    entries = LogEntry.objects.order_by().filter(
        content_type=ContentType.objects.get_for_model(Speech),
        object_id__in=since,
        action_time__gt=oldest,
    )
    found = {
        int(key or 0)
        for key, at in entries.values_list("object_id", "action_time")
        if at > since[str(key)]
    }
    saved = (one.speech for one in imported if one.speech is not None)
    times = {one.speech_id: one.imported_at for one in imported}
    return found | {speech.pk for speech in saved if speech.modified_at > times[speech.pk]}


@transaction.atomic
def take_over(row: Row, imported: Imported, records: Records) -> None:
    """
    Let a statement say what its row says now; its address and the ids of its passages stay.

    Tags that editors added stay too. Raises RowError or DatabaseError where that can't be.
    """
    speech = Speech.objects.select_for_update().get(pk=imported.speech_id)
    with rewriting(speech.pk):
        for name, value in speech_fields(row, records).items():
            setattr(speech, name, value)
        speech.save()
        speech.attributions.all().delete()
        for attribution in attributions_of(row, speech, records):
            attribution.save()
        _take_over_words(row, speech.texts.order_by("pk").first(), records)
        _take_over_tags(row, speech, records)
    LogEntry.objects.log_actions(
        records.by.pk, [speech], CHANGE, f"{records.note} Its row had changed.", single_object=True
    )
    imported.digest, imported.imported_by = row.digest, records.by
    imported.imported_at = timezone.now()
    imported.save()


def _take_over_words(row: Row, text: SpeechText, records: Records) -> None:
    document = text.document
    if document is not None:
        for name, value in document_fields(row, records).items():
            setattr(document, name, value)
        document.save()
        document.addresses.exclude(url__in=row.urls).delete()
        for url in row.urls:
            DocumentAddress.objects.get_or_create(document=document, url=url)
        keys = {symbols.normalise(symbol): symbol for symbol in row.symbols}
        document.symbols.exclude(key__in=keys).delete()
        for key, symbol in keys.items():
            values = {"symbol": symbol, "basis": DocumentSymbol.Basis.EXTERNAL}
            DocumentSymbol.objects.get_or_create(document=document, key=key, defaults=values)
    text.language, text.status, text.coverage = row.language, row.text_status, row.coverage
    text.body = row.body
    text.save()


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
