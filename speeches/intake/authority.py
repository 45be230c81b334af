"""The authority list as records that are in no database: read from its fixture files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import ForeignKey, Model

ORDER = (
    "rights",
    "organizations",
    "speakers",
    "offices",
    "tenures",
    "series",
    "events",
    "tags",
)
"""The files of fixtures/authority, each after those that it refers to."""

Record = TypeVar("Record", bound=Model)


class Authority:
    """The records of the authority list, found by model and natural key."""

    def __init__(self, folder: Path) -> None:
        self._records: dict[tuple[type[Model], tuple[Any, ...]], Model] = {}
        for name in ORDER:
            for entry in json.loads((folder / f"{name}.json").read_text(encoding="utf-8")):
                self._add(apps.get_model(entry["model"]), entry["fields"])

    def _add(self, model: type[Model], fields: dict[str, Any]) -> None:
        record = model()
        for name, value in fields.items():
            field = model._meta.get_field(name)
            if field.many_to_many:
                continue
            if isinstance(field, ForeignKey):
                related: Any = field.related_model
                setattr(record, name, None if value is None else self.get(related, *value))
            else:
                setattr(record, name, field.to_python(value))  # type: ignore[union-attr]
        self._records[model, record.natural_key()] = record  # type: ignore[attr-defined]

    def get(self, model: type[Record], *natural_key: Any) -> Record:
        """The record with this natural key. Raises KeyError when the list has none."""
        found = self._records[model, natural_key]
        assert isinstance(found, model)  # noqa: S101 - for the type checker
        return found

    def all(self, model: type[Record]) -> Iterable[Record]:
        """Every record of a model, in the order of the files."""
        return (record for record in self._records.values() if isinstance(record, model))
