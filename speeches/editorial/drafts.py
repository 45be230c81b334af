"""Verbs that bring something new in: a document, a draft with all that hangs on it, a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model

from speeches.models import (
    Attribution,
    Document,
    DocumentAddress,
    DocumentSymbol,
    Evidence,
    Passage,
    PassageNote,
    Speech,
    SpeechText,
    Tag,
    rewriting,
)

from .actions import RefusedError, add_tags
from .checklist import Point

Record = TypeVar("Record", bound=Model)


@dataclass
class Draft:
    """
    A statement not saved yet, with its rows; ``passages`` say voices and places, in order, and
    ``notes`` rest on them.
    """

    speech: Speech
    text: SpeechText
    passages: Sequence[Passage]
    attributions: Sequence[Attribution] = ()
    notes: Sequence[PassageNote] = ()
    evidence: Sequence[Evidence] = ()
    tags: Sequence[Tag] = field(default_factory=list)


@transaction.atomic
def add_record(record: Record, *, by: Any, note: str) -> Record:
    """
    Save a new record of the lists: a speaker, an office, a tenure, an event.

    Raises PermissionDenied for those who may not add one, RefusedError where it is not valid.
    """
    _require(by, "add", record)
    _check(record)
    record.save()
    _record(by, record, ADDITION, note)
    return record


@transaction.atomic
def hold(
    document: Document,
    *,
    by: Any,
    symbols: Iterable[DocumentSymbol] = (),
    addresses: Iterable[DocumentAddress] = (),
    note: str,
) -> Document:
    """
    Save a new document with its symbols and addresses.

    Raises PermissionDenied for those who may not add one, RefusedError where it is not valid.
    """
    _require(by, "add", document)
    _check(document)
    document.save()
    rows: list[Any] = [*symbols, *addresses]
    for row in rows:
        row.document = document
        _check(row)
        row.save()
    _record(by, document, ADDITION, note)
    return document


@transaction.atomic
def bring_in(draft: Draft, *, by: Any, note: str) -> Speech:
    """
    Save a new draft with its author, text, passages, evidence and tags.

    Raises PermissionDenied for those who may not add statements, RefusedError where a row is not
    valid. It stays a draft, whatever else is known: publishing is another verb.
    """
    _require(by, "add", draft.speech)
    draft.speech.state = Speech.State.DRAFT
    _check(draft.speech)
    draft.speech.save()
    with rewriting(draft.speech.pk):
        for attribution in draft.attributions:
            attribution.speech = draft.speech
            _check(attribution)
            attribution.save()
        _add_text(draft)
        add_tags(draft.speech, draft.tags)
    _record(by, draft.speech, ADDITION, note)
    return draft.speech


@transaction.atomic
def add_source(draft: Draft, *, by: Any, note: str) -> Speech:
    """
    Hang text, evidence and tags of a draft on its statement, which is in the archive already.

    Raises PermissionDenied for those who may not change it, RefusedError where the document
    carries a text of it in this language already.
    """
    speech = Speech.objects.select_for_update().get(pk=draft.speech.pk)
    _require(by, "change", speech)
    if speech.state == Speech.State.PUBLISHED and not by.has_perm("speeches.publish_speech"):
        raise PermissionDenied("Published statements are for editors.")
    if speech.texts.filter(document=draft.text.document, language=draft.text.language).exists():
        raise RefusedError(Point(f"“{speech}” has a text from this document already.", ""))
    draft.speech = draft.text.speech = speech
    with rewriting(speech.pk):
        _add_text(draft)
        add_tags(speech, draft.tags)
    _record(by, speech, CHANGE, note)
    return speech


def _add_text(draft: Draft) -> None:
    """Saves the body; then each passage learns whose words it is, where it stands, its notes."""
    text = draft.text
    text.speech = draft.speech
    _check(text)
    text.save()
    made = list(text.passages.all())
    for passage, wanted in zip(made, draft.passages, strict=True):
        passage.voice, passage.start, passage.end = wanted.voice, wanted.start, wanted.end
    Passage.objects.bulk_update(made, ["voice", "start", "end"])
    text.choose_excerpt()
    saved = dict(zip(map(id, draft.passages), made, strict=True))
    for note in draft.notes:
        note.speech, note.passage = draft.speech, saved[id(note.passage)]
        _check(note)
        note.save()
    for evidence in draft.evidence:
        evidence.speech, evidence.document = draft.speech, evidence.document and text.document
        _check(evidence)
        evidence.save()


def _check(record: Model) -> None:
    """What the model says of itself; relations are checked by those who chose them."""
    left_out = {"slug", "speech", "document", "tags", "key"}
    try:
        record.full_clean(exclude=left_out)
    except ValidationError as error:
        name = str(record._meta.verbose_name)
        points = [Point(f"{name.capitalize()}: {message}", "") for message in error.messages]
        raise RefusedError(*points) from error


def _require(user: Any, verb: str, record: Model) -> None:
    if not user.has_perm(f"speeches.{verb}_{record._meta.model_name}"):
        name = record._meta.verbose_name_plural
        raise PermissionDenied(f"Your role does not let you {verb} {name}.")


def _record(user: Any, record: Model, flag: int, sentence: str) -> None:
    LogEntry.objects.log_actions(user.pk, [record], flag, sentence, single_object=True)
