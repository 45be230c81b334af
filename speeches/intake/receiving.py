"""A paste or a file becomes an intake: bytes kept, text found, read once; refused in words."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from speeches.models import Intake

from . import extract
from .desk import MOST_ADDED, Desk
from .keeping import kept
from .paragraphs import OUT
from .parser import read

__all__ = ["again", "receive", "receive_together"]


def receive_together(brought: Iterable[tuple[bytes, str]], *, by: Any) -> list[Intake]:
    """
    Intakes of all that somebody brought in one go (bytes and name of each), as one queue.

    One that is open already stays in the queue with which it came.
    """
    found = list(dict.fromkeys(receive(content, name, by=by) for content, name in brought))
    if len(found) > 1:
        batch = secrets.token_hex(16)
        keys = [intake.pk for intake in found]
        Intake.objects.filter(pk__in=keys, batch="").update(batch=batch)
        for intake in found:
            intake.batch = intake.batch or batch
    return found


def receive(content: bytes, filename: str, *, by: Any) -> Intake:
    """
    A new intake of what somebody brought, saved.

    Never fails: what can't be read is kept as *refused*, with the reason for the editor. The same
    bytes, still open, are the same intake; whoever brings them again goes on with it.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    same = Intake.objects.open().filter(sha256=sha256).first()
    if same is not None:
        return same
    intake = Intake(
        name=filename[:300] or "Pasted text",
        content=content,
        sha256=sha256,
        received_by=by,
        changed_by=by,
    )
    try:
        found = extract.text_of(content, filename)
    except extract.Refused as refusal:
        intake.state, intake.refusal = Intake.State.REFUSED, str(refusal)
    else:
        intake.text, intake.media_type = found.text, found.media_type
        intake.encoding = found.encoding or "binary"
        reading = read(found.text)
        intake.reading = kept(reading) | {"notes": list(found.notes)}
        if not filename:
            intake.name = (reading.title.value if reading.title else found.text.strip())[:100]
    return _saved(intake, by)


@transaction.atomic
def _saved(intake: Intake, by: Any) -> Intake:
    """The intake, or the one that the same person's other press of the button has made of it."""
    get_user_model().objects.select_for_update().get(pk=by.pk)
    same = Intake.objects.open().filter(sha256=intake.sha256).first()
    if same is None:
        intake.save()
    return same or intake


def again(intake: Intake, *, by: Any) -> Intake:
    """
    A filed document opened once more, for a statement that was not made of it yet.

    What was decided stays, so that the place in the document is kept; what is filed is left out,
    and a new statement waits for its paragraphs. One that is open already is gone on with.
    """
    same = Intake.objects.open().filter(sha256=intake.sha256).first()
    if same is not None:
        return same
    desk = Desk(intake)
    filed = {f"{statement.prefix}-as": OUT for statement in desk.statements}
    more = {"added": str(min(desk.added + 1, MOST_ADDED))}
    anew = Intake(
        name=intake.name,
        content=bytes(intake.content),
        sha256=intake.sha256,
        encoding=intake.encoding,
        media_type=intake.media_type,
        text=intake.text,
        reading=intake.reading,
        decisions=dict(intake.decisions) | filed | more,
        received_by=by,
        changed_by=by,
    )
    return _saved(anew, by)
