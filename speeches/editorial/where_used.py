"""What rests on a record: asked before anything is deleted, and answered in bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

EXAMPLES = 10
"""How many names are shown of what may be thousands."""

HOLDERS = {
    "attribution": ("speech", "speaker or capacity"),
    "speechtext": ("speech", "source of a text"),
    "evidence": ("speech", "evidence"),
    "taggedspeech": ("content_object", "tag"),
    "eventorganizer": ("event", "organizer"),
}
"""Rows that mean nothing by themselves: the record that they belong to is what an editor knows."""


@dataclass(frozen=True)
class Use:
    """One way in which a record is used: how often, and the first few that use it."""

    count: int
    noun: str
    """What uses it, in the right number: “speech”, “speeches”."""
    manner: str
    """As what; empty for what belongs to the record."""
    examples: list[models.Model]

    def __str__(self) -> str:
        return f"{self.count} {self.noun}" + (f" ({self.manner})" if self.manner else "")

    @property
    def others(self) -> int:
        """How many are not named."""
        return self.count - len(self.examples)


def uses(record: models.Model) -> list[Use]:
    """All that forbids deleting the record; empty when nothing does."""
    return [use for relation in _related(record, models.PROTECT) if (use := _use(record, relation))]


def owned(record: models.Model) -> list[Use]:
    """What belongs to the record and would be deleted with it: its other names, its symbols."""
    return [use for relation in _related(record, models.CASCADE) if (use := _use(record, relation))]


def _related(record: models.Model, on_delete: Any) -> Iterator[Any]:
    for relation in record._meta.related_objects:
        if getattr(relation, "on_delete", None) is on_delete and not relation.hidden:
            yield relation


def _use(record: models.Model, relation: Any) -> Use | None:
    rows = relation.related_model._default_manager.filter(**{relation.field.name: record.pk})
    holder, manner = HOLDERS.get(relation.related_model._meta.model_name, ("", ""))
    if relation.on_delete is models.CASCADE:
        manner = ""
    elif not holder:
        manner = str(relation.field.verbose_name)
    else:
        model = relation.related_model._meta.get_field(holder).related_model
        rows = model._default_manager.filter(pk__in=rows.values(holder))
    count = rows.count()
    if not count:
        return None
    opts = rows.model._meta
    noun = str(opts.verbose_name if count == 1 else opts.verbose_name_plural)
    return Use(count, noun, manner, list(_light(rows).order_by("pk")[:EXAMPLES]))


def _light(rows: Any) -> Any:
    """Without the bytes and bodies that a list of names doesn't need."""
    names = {field.name for field in rows.model._meta.concrete_fields if not field.is_relation}
    return rows.defer(*(names & {"content", "text", "body"}))
