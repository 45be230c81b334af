"""A to Z: the first letters that a list has, and the part of it under one of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr


def letter_of(text: str) -> str:
    """The letter that a name stands under: É under E, digits and signs together under 0."""
    first = unicodedata.normalize("NFKD", text.strip()[:1])[:1].upper()
    return first if first.isalpha() else "0"


class Alphabet:
    """The letters of a field in a queryset: one query, however long the list."""

    def __init__(self, records: QuerySet[Any], field: str) -> None:
        self._field = field
        firsts = (
            records.order_by()
            .annotate(first=Substr(F(field), 1, 1))
            .values_list("first", flat=True)
            .distinct()
        )
        self._firsts: dict[str, set[str]] = {}
        for first in firsts:
            self._firsts.setdefault(letter_of(first), set()).add(first)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._firsts))

    def __contains__(self, letter: str) -> bool:
        return letter in self._firsts

    def under(self, letter: str, records: QuerySet[Any]) -> QuerySet[Any]:
        """The records whose name begins with the letter."""
        wanted = Q()
        for first in self._firsts.get(letter, ()):
            wanted |= Q(**{f"{self._field}__startswith": first})
        return records.filter(wanted)


def grouped(records: Iterable[Any], field: str) -> list[tuple[str, list[Any]]]:
    """
    The records of one page under their letters.

    Databases disagree on where É and lower-case letters stand; here each letter comes once.
    """
    groups: dict[str, list[Any]] = {}
    for record in sorted(records, key=lambda record: _plain(getattr(record, field))):
        groups.setdefault(letter_of(getattr(record, field)), []).append(record)
    return sorted(groups.items())


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
