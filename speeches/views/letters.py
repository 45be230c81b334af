"""A to Z: the first letters that a list has, and the part of it under one of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr


def letter_of(text: str) -> str:
    """The letter that a name stands under: É under E, digits and signs together under #."""
    first = unicodedata.normalize("NFKD", text.strip()[:1])[:1].upper()
    return first if first.isalpha() else "#"


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
        return iter(sorted(self._firsts, key=lambda letter: (letter != "#", letter)))

    def __contains__(self, letter: str) -> bool:
        return letter in self._firsts

    def under(self, letter: str, records: QuerySet[Any]) -> QuerySet[Any]:
        """The records whose name begins with the letter."""
        wanted = Q()
        for first in self._firsts.get(letter, ()):
            wanted |= Q(**{f"{self._field}__startswith": first})
        return records.filter(wanted)


def grouped(records: Iterable[Any], field: str) -> list[tuple[str, list[Any]]]:
    """Records that are in order, under their letters."""
    groups = groupby(records, key=lambda record: letter_of(getattr(record, field)))
    return [(letter, [*members]) for letter, members in groups]
