"""Statements that are being rewritten: what follows from them waits until all is in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models, transaction


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
        _row, is_first = Rewriting.objects.get_or_create(speech_id=speech_id)
        yield
        if is_first:
            Rewriting.objects.filter(speech_id=speech_id).delete()
