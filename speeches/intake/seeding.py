"""
Fixtures into the database, without losing what editors have made of them since.

A record that is there is never overwritten, and what belongs to it (names, dates, passages,
evidence) is never added to again: an editor may have taken it away. Loading twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializedObject
from django.db import transaction
from django.db.models import GeneratedField, Model

from speeches.models import Speaker, Speech, SpeechText

from .authority import ORDER

_OWNERS = {
    "speakername": "speaker",
    "tenure": "speaker",
    "seriesname": "series",
    "seriesdate": "series",
    "eventname": "event",
    "eventorganizer": "event",
    "taglabel": "tag",
    "documentsymbol": "document",
    "documentaddress": "document",
    "attribution": "speech",
    "speechtext": "speech",
    "passage": "speech",
    "taggedspeech": "content_object",
    "evidence": "speech",
}
"""Records that belong to another one, by the field that names it."""
_BOOKKEEPING = frozenset({"modified_at", "version"})


@dataclass
class Count:
    """What became of the records of one file."""

    name: str
    created: int = 0
    unchanged: int = 0
    kept: int = 0


def is_empty() -> bool:
    """Whether nobody has loaded or written anything yet."""
    return not (Speaker.objects.exists() or Speech.objects.exists())


@transaction.atomic
def seed(fixtures: Path, report: Callable[[Count], None]) -> None:
    """
    Load authority list and archive, all or nothing; ``report`` is told of each file as it is done.

    Raises DeserializationError for a fixture that does not fit the models.
    """
    seeding = _Seeding()
    for name in ORDER:
        report(seeding.load(fixtures / "authority" / f"{name}.json"))
    report(seeding.load(fixtures / "archive.json"))


class _Seeding:
    """One run: it knows which records it has created itself."""

    def __init__(self) -> None:
        self.created: set[tuple[type[Model], Any]] = set()

    def load(self, path: Path) -> Count:
        count = Count(path.stem)
        later: list[DeserializedObject] = []
        text = path.read_text(encoding="utf-8")
        for record in serializers.deserialize("json", text, handle_forward_references=True):
            if record.object.pk is not None:
                if _is_same(record):
                    count.unchanged += 1
                else:
                    count.kept += 1
            elif self._belongs_to_an_older(record.object):
                count.kept += 1
            else:
                record.save()
                if isinstance(record.object, SpeechText):
                    record.object.keep_prints()
                self.created.add((type(record.object), record.object.pk))
                count.created += 1
                if record.deferred_fields:
                    later.append(record)
        for record in later:
            record.save_deferred_fields()
        return count

    def _belongs_to_an_older(self, record: Model) -> bool:
        """Whether its owner was there before this run, and so is the editors' now."""
        field = _OWNERS.get(record._meta.model_name or "")
        if field is None:
            return False
        owner = getattr(record, field)
        return (type(owner), owner.pk) not in self.created


def _is_same(record: DeserializedObject) -> bool:
    """Whether the database holds what the fixture says."""
    new = record.object
    held = type(new)._default_manager.get(pk=new.pk)
    fields = [
        field
        for field in new._meta.concrete_fields
        if not (field.primary_key or isinstance(field, GeneratedField))
        and field.name not in _BOOKKEEPING
    ]
    if any(_value(new, field) != _value(held, field) for field in fields):
        return False
    related = record.m2m_data or {}
    return all(
        {getattr(value, "pk", value) for value in values}
        == set(getattr(held, name).values_list("pk", flat=True))
        for name, values in related.items()
    )


def _value(record: Model, field: Any) -> Any:
    value = field.value_from_object(record)
    return bytes(value) if isinstance(value, memoryview) else value
