"""The verbs: each checks whether it may, changes, and records who did it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from speeches import symbols
from speeches.models import (
    Document,
    DocumentSymbol,
    Passage,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
    rewriting,
)

from .checklist import Point, missing


class RefusedError(Exception):
    """The verb was refused; ``points`` says why, each with the field it concerns."""

    def __init__(self, *points: Point) -> None:
        self.points = points
        super().__init__(" ".join(map(str, points)))


@transaction.atomic
def publish(speech: Speech, *, by: Any, at: datetime | None = None) -> Speech:
    """
    Make a draft public, now or at a later moment.

    Raises PermissionDenied for those without the right to publish, and RefusedError with what is
    missing. ``at`` in the future means: readers see it from then on.
    """
    _require_right_to_publish(by)
    speech = _locked(speech)
    if speech.state == Speech.State.PUBLISHED:
        raise RefusedError(Point("It is already published.", "state"))
    if points := missing(speech):
        raise RefusedError(*points)
    speech.state = Speech.State.PUBLISHED
    speech.published_at = at or timezone.now()
    speech.save()
    _record(speech, by, "Published.")
    return speech


@transaction.atomic
def unpublish(speech: Speech, *, by: Any) -> Speech:
    """
    Make a public statement a draft again; its addresses are kept for its return.

    Raises PermissionDenied for those without the right to publish, RefusedError for a draft.
    """
    _require_right_to_publish(by)
    speech = _locked(speech)
    if speech.state != Speech.State.PUBLISHED:
        raise RefusedError(Point("It is not published.", "state"))
    speech.state = Speech.State.DRAFT
    speech.published_at = None
    speech.save()
    _record(speech, by, "Unpublished.")
    return speech


@transaction.atomic
def discard(speech: Speech) -> None:
    """Delete a draft with all that belongs to it. Raises RefusedError for a published statement."""
    if _locked(speech).state == Speech.State.PUBLISHED:
        raise RefusedError(Point("A published statement can’t be deleted: unpublish it.", "state"))
    SpeechText.objects.filter(speech=speech).update(translation_of=None)
    speech.delete()


@transaction.atomic
def set_tags(speech: Speech, tags: Iterable[Tag]) -> bool:
    """Give a statement these tags, chosen by an editor, and no others; whether any changed."""
    wanted = {tag.pk: tag for tag in tags}
    held = set(speech.tagged.values_list("tag", flat=True))
    remove_tags(speech, held - wanted.keys())
    add_tags(speech, [tag for pk, tag in wanted.items() if pk not in held])
    return held != wanted.keys()


def add_tags(speech: Speech, tags: Iterable[Tag]) -> int:
    """Add tags chosen by an editor; those it carries stay as they are. How many were new."""
    held = set(speech.tagged.values_list("tag", flat=True))
    rows = [
        TaggedSpeech(content_object=speech, tag=tag, origin=TaggedSpeech.Origin.EDITOR)
        for tag in tags
        if tag.pk not in held
    ]
    return len(TaggedSpeech.objects.bulk_create(rows))


def remove_tags(speech: Speech, tags: Iterable[Any]) -> int:
    """Take tags off a statement; how many it carried."""
    return speech.tagged.filter(tag__in=list(tags)).delete()[0]


@transaction.atomic
def set_voices(text: SpeechText, voices: Mapping[str, str]) -> None:
    """Say whose words the passages of a text are; ids of passages that are gone mean nothing."""
    with rewriting(text.speech_id):
        for voice in Passage.Voice.values:
            pids = [pid for pid, chosen in voices.items() if chosen == voice]
            text.passages.filter(pid__in=pids).exclude(voice=voice).update(voice=voice)
        text.choose_excerpt()


def name_parts(document: Document) -> list[DocumentSymbol]:
    """File a document under the parts of its compound symbols too; returns the new ones."""
    known = {symbol.key for symbol in document.symbols.all()}
    new = []
    for whole in list(document.symbols.all()):
        parts = symbols.split(whole.symbol)
        for part in parts if len(parts) > 1 else ():
            if symbols.normalise(part) not in known:
                known.add(symbols.normalise(part))
                basis = DocumentSymbol.Basis.DERIVED
                new.append(document.symbols.create(symbol=part, basis=basis))
    return new


def _require_right_to_publish(user: Any) -> None:
    if not user.has_perm("speeches.publish_speech"):
        raise PermissionDenied("Publishing and unpublishing are for editors.")


def _locked(speech: Speech) -> Speech:
    """The statement as the database has it now, held until the end: two editors, one move."""
    return Speech.objects.select_for_update().get(pk=speech.pk)


def _record(speech: Speech, user: Any, sentence: str) -> None:
    LogEntry.objects.log_actions(user.pk, [speech], CHANGE, sentence, single_object=True)
