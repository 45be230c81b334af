"""How fixtures name records: by words that are the same in every database, never by a number."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from speeches.dates import PartialDate


class NaturalKeyManager(models.Manager[Any]):
    """Finds a record by the values of its model's ``NATURAL_KEY``."""

    def get_by_natural_key(self, *values: Any) -> Any:
        """The record so named. Raises DoesNotExist, and ValueError for another number of values."""
        model: Any = self.model
        return self.get(**dict(zip(model.NATURAL_KEY, values, strict=True)))


class NamedInFixtures(models.Model):
    """
    A record that fixtures name by some of its values.

    ``NATURAL_KEY`` lists them as in a query: ``("event__slug", "name")``. Which records must be
    loaded first follows from the foreign keys.
    """

    NATURAL_KEY: ClassVar[tuple[str, ...]]

    objects: ClassVar[Any] = NaturalKeyManager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[Any, ...]:
        """The values that name it; None where a record on the way to one is not known."""
        return tuple(_value(self, path) for path in self.NATURAL_KEY)


def _value(record: models.Model, path: str) -> Any:
    value: Any = record
    for name in path.split("__"):
        value = getattr(value, name) if value is not None else None
    return value.edtf if isinstance(value, PartialDate) else value
