"""Statements that are being rewritten: what follows from them waits until all is in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_delete, pre_delete


class Rewriting(models.Model):
    """
    A statement whose parts are changed one by one within a transaction.

    The database makes its index entry anew when the row goes, once instead of after each part:
    see ``rewriting`` and ``search/index``.
    """

    speech_id = models.BigIntegerField(primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.speech_id)


@contextmanager
def rewriting(speech_id: int) -> Iterator[None]:
    """Within it, in one transaction, parts of a statement change; its index entry follows once."""
    with transaction.atomic():
        is_first = _begun(speech_id)
        yield
        if is_first:
            Rewriting.objects.filter(speech_id=speech_id).delete()


def _begun(speech_id: int) -> bool:
    """
    Whether this is the outermost of them.

    The statement is locked first, as by all who change it: who took its row here first and waited
    for the statement then could wait for somebody who holds it and waits for the row.
    """
    speeches = apps.get_model("speeches", "Speech")._default_manager
    speeches.select_for_update().filter(pk=speech_id).exists()
    return Rewriting.objects.get_or_create(speech_id=speech_id)[1]


def _begin(instance: Any, **kwargs: Any) -> None:
    """What is deleted with all its passages changes its entry once, not with each of them."""
    _begun(_statement(instance))


def _end(instance: Any, **kwargs: Any) -> None:
    Rewriting.objects.filter(speech_id=_statement(instance)).delete()


def _statement(instance: Any) -> int:
    return int(getattr(instance, "speech_id", None) or instance.pk)


for _sender in ("speeches.Speech", "speeches.SpeechText"):
    pre_delete.connect(_begin, sender=_sender, dispatch_uid=f"rewriting {_sender}")
    post_delete.connect(_end, sender=_sender, dispatch_uid=f"rewriting {_sender}")
