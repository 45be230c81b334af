"""
Rows become statements, many at once: with document, author, text, passages, prints and tags.

What one statement's verbs do in dozens of queries is done here in a dozen for a whole batch. The
index of words gets each entry once: the statements are marked as being rewritten before they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone

from speeches import markup, shingles, symbols
from speeches.models import (
    Attribution,
    Document,
    DocumentAddress,
    DocumentSymbol,
    Imported,
    Passage,
    PastSlug,
    Rewriting,
    Rights,
    Speech,
    SpeechText,
    TaggedSpeech,
    TextPrint,
)
from speeches.models.speech import new_pid
from speeches.models.text import excerpt_of
from speeches.slugs import slugify

from .records import Records
from .row import Row

__all__ = ["attributions_of", "document_fields", "speech_fields", "store"]


@transaction.atomic
def store(rows: Sequence[Row], records: Records, *, publish: bool) -> list[Speech]:
    """
    New statements of these rows, all or none, in their order.

    With ``publish`` those are public at once that have what publication needs. Raises RowError,
    or DatabaseError, where one of them can't be stored.
    """
    now = timezone.now()
    speeches = [
        Speech(pk=pk, pid=pid, slug=slug, **speech_fields(row, records))
        for row, pk, pid, slug in zip(
            rows, _keys(len(rows)), _pids(len(rows)), _slugs(Speech, rows), strict=True
        )
    ]
    documents = [
        Document(slug=slug, **document_fields(row, records))
        for row, slug in zip(rows, _slugs(Document, rows), strict=True)
    ]
    for row, speech, document in zip(rows, speeches, documents, strict=True):
        speech.passages_made = len(row.blocks)
        if publish and lacks(row, document.rights) == "":
            speech.state, speech.published_at = Speech.State.PUBLISHED, now
    keys = [speech.pk for speech in speeches]
    Rewriting.objects.bulk_create(Rewriting(speech_id=key) for key in keys)
    Speech.objects.bulk_create(speeches)
    Document.objects.bulk_create(documents)
    _store_papers(rows, documents)
    Attribution.objects.bulk_create(
        attribution
        for row, speech in zip(rows, speeches, strict=True)
        for attribution in attributions_of(row, speech, records)
    )
    _store_words(rows, speeches, documents)
    TaggedSpeech.objects.bulk_create(
        TaggedSpeech(content_object=speech, tag=tag, origin=TaggedSpeech.Origin.IMPORT)
        for row, speech in zip(rows, speeches, strict=True)
        for tag in records.tags(row.tags)
    )
    Rewriting.objects.filter(speech_id__in=keys).delete()
    _note(rows, speeches, records)
    return speeches


def lacks(row: Row, rights: Rights | None) -> str:
    """What stands between a row and its publication, in words; empty where nothing does."""
    if not (row.speaker or row.printed_as):
        return "It says nobody who speaks (speaker or printed_as)."
    if not row.blocks and (rights is None or rights.allows_full_text):
        return "It has no body, and no rights that say why."
    return ""


# -- what a row says, as fields


def speech_fields(row: Row, records: Records) -> dict[str, Any]:
    """What a row says of its statement itself."""
    return {
        "title": row.title,
        "kind": row.kind,
        "mode": row.mode,
        "delivered": row.date,
        "released_on": row.released,
        "summary": row.summary,
        "event": records.event(row),
        "occasion": records.occasion(row),
        "spoken_languages": [],
    }


def document_fields(row: Row, records: Records) -> dict[str, Any]:
    """What a row says of the paper that the words came on."""
    return {
        "title": row.source or row.title,
        "kind": row.source_kind,
        "publisher": records.organization(row.publisher) if row.publisher else None,
        "published_on": row.published,
        "language": row.language,
        "rights": records.rights(row),
    }


def attributions_of(row: Row, speech: Speech, records: Records) -> Iterable[Attribution]:
    """Who speaks, in which capacity, and for whom; an office without a record is printed."""
    speaker = records.author(row)
    tenure = records.tenure(row, speaker) if speaker else None
    printed = row.printed_as or ("" if speaker else row.speaker)
    if row.office and tenure is None:
        printed = f"{printed or row.speaker}, {row.office}"[:300]
    if speaker or printed:
        yield Attribution(speech=speech, speaker=speaker, tenure=tenure, printed_as=printed)
    if row.on_behalf_of:
        body = records.body(row.on_behalf_of)
        yield Attribution(
            speech=speech,
            speaker=body,
            printed_as="" if body else row.on_behalf_of,
            role=Attribution.Role.ON_BEHALF_OF,
        )


# -- storing


def _store_papers(rows: Sequence[Row], documents: Sequence[Document]) -> None:
    DocumentAddress.objects.bulk_create(
        DocumentAddress(document=document, url=url)
        for row, document in zip(rows, documents, strict=True)
        for url in row.urls
    )
    DocumentSymbol.objects.bulk_create(
        DocumentSymbol(document=document, symbol=symbol, key=key, basis="external")
        for row, document in zip(rows, documents, strict=True)
        for key, symbol in {symbols.normalise(symbol): symbol for symbol in row.symbols}.items()
    )


def _store_words(
    rows: Sequence[Row], speeches: Sequence[Speech], documents: Sequence[Document]
) -> None:
    texts, made = [], []
    for row, speech, document in zip(rows, speeches, documents, strict=True):
        text = SpeechText(
            speech=speech,
            document=document,
            language=row.language,
            status=row.text_status,
            coverage=row.coverage,
            body=row.body,
        )
        passages = _passages_of(row, speech)
        text.excerpt = excerpt_of(passages, text.is_full)
        texts.append(text)
        made.append(passages)
    SpeechText.objects.bulk_create(texts)
    _insert(
        Passage,
        ("speech_id", "text_id", *_OF_PASSAGES),
        [
            (text.speech_id, text.pk, *(getattr(passage, name) for name in _OF_PASSAGES))
            for text, passages in zip(texts, made, strict=True)
            for passage in passages
        ],
    )
    _insert(
        TextPrint,
        ("text_id", "value"),
        [
            (text.pk, value)
            for text in texts
            for value in sorted(shingles.prints(markup.plain(text.body)))
        ],
    )


_OF_PASSAGES = ("pid", "position", "kind", "voice", "body")


def _insert(model: Any, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows of which there are dozens to a statement: ``bulk_create`` takes ten times as long."""
    places = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)


def _passages_of(row: Row, speech: Speech) -> list[Passage]:
    voice = Passage.default_voice(row.text_status)
    return [
        Passage(
            speech=speech,
            pid=f"p{position + 1}",
            position=position,
            kind=block.kind,
            voice=voice,
            body=block.source,
        )
        for position, block in enumerate(row.blocks)
    ]


def _note(rows: Sequence[Row], speeches: Sequence[Speech], records: Records) -> None:
    """Who brought them in, and from which row each came."""
    kind = ContentType.objects.get_for_model(Speech)
    LogEntry.objects.bulk_create(
        LogEntry(
            user=records.by,
            content_type=kind,
            object_id=str(speech.pk),
            object_repr=str(speech)[:200],
            action_flag=ADDITION,
            change_message=records.note,
        )
        for speech in speeches
    )
    now: datetime = timezone.now()
    Imported.objects.bulk_create(
        Imported(
            external_id=row.id,
            digest=row.digest,
            speech=speech,
            imported_by=records.by,
            imported_at=now,
        )
        for row, speech in zip(rows, speeches, strict=True)
    )


# -- names and numbers that nobody has yet


def _keys(number: int) -> list[int]:
    """Numbers of new statements, taken before they are stored."""
    table = Speech._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, number],
            )
            return [row[0] for row in cursor.fetchall()]
        # nobody else writes while this transaction does
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or [0])[0]
    return [*range(last + 1, last + 1 + number)]


def _pids(number: int) -> list[str]:
    """Permanent ids that no statement has: among a million, two drawn blindly would be alike."""
    found: set[str] = set()
    while len(found) < number:
        drawn = {new_pid() for _ in range(number - len(found))}
        found |= drawn - set(Speech.objects.filter(pid__in=drawn).values_list("pid", flat=True))
    return list(found)


def _slugs(model: Any, rows: Sequence[Row]) -> list[str]:
    """
    A slug for each row, from its title or source.

    One that is taken gets letters drawn by lot behind it: counting up would try every number that
    thousands of like titles have.
    """
    titles = [row.title if model is Speech else row.source or row.title for row in rows]
    wanted = [slugify(title) for title in titles]
    kind = ContentType.objects.get_for_model(model)
    taken = set(model.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    past = PastSlug.objects.filter(content_type=kind, slug__in=wanted)
    taken |= set(past.values_list("slug", flat=True))
    found = []
    for slug in wanted:
        chosen = f"{slug}-{new_pid()}" if slug in taken else slug
        taken.add(chosen)
        found.append(chosen)
    return found
