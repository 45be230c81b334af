"""
How many statements there are, and how many have each value of each facet.

The database keeps the numbers of all public statements (``of_archive``); those of a part are
counted here, from one row a statement (``of_each``). See ``index/counts.py``.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from speeches.models import SORT_KEY_YEAR, Extent

from . import bounds
from .index import counts

__all__ = [
    "MOST_VALUES",
    "MOST_YEARS",
    "Part",
    "Tally",
    "different_values",
    "of_archive",
    "of_each",
]

MOST_VALUES = 16
"""Values read for a facet: more would be a wall; the page of the facet has them all."""

MOST_YEARS = 400
"""Years are drawn, not listed."""

FACETS = (
    "tag",
    "framework",
    "speaker",
    "office",
    "series",
    "event",
    "year",
    "kind",
    "status",
    "language",
    "country",
    "city",
)
"""What statements are counted by, by its name in addresses."""

SPARE = 50
"""Values that may wait to be added up without a second query."""

_OF_FACET = "FROM search_count WHERE facet = %s AND number > 0"

Numbers = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Tally:
    """
    Statements counted: all of them, and by facet and value.

    ``extent`` says how many there are; where ``extent.is_more``, the newest of very many were
    counted. Values of records (speakers, events, tags …) are their numbers, as text.
    """

    extent: Extent
    numbers: Numbers

    def most_frequent(self, facet: str, most: int = MOST_VALUES) -> list[tuple[str, int]]:
        """The values that most statements have, each with their number."""
        numbers = self.numbers.get(facet, {})
        return nsmallest(most, numbers.items(), key=lambda each: (-each[1], each[0]))

    def number_of(self, facet: str, value: str) -> int:
        """How many statements have a value."""
        return self.numbers.get(facet, {}).get(value, 0)


class Part(NamedTuple):
    """Statements to be counted; without those that have one of these values of a facet."""

    statements: QuerySet[Any]
    facet: str = ""
    lacking: Sequence[str] = ()


def of_each(parts: Sequence[Part]) -> list[Tally]:
    """Count each of these; of more than ``bounds.MOST_COUNTED`` in the newest. One query."""
    if not parts:
        return []
    most = bounds.MOST_COUNTED
    newest = [part.statements.order_by("-sort_key").values("sort_key") for part in parts]
    compiled = [
        rows[: most + 1].query.get_compiler(connection=connection).as_sql() for rows in newest
    ]
    keys = [f"keys_{n} (key) AS MATERIALIZED ({sql})" for n, (sql, _) in enumerate(compiled)]
    rows_of = [
        f"SELECT {n}, key, facets FROM search_facets JOIN keys_{n} USING (key)"  # noqa: S608
        for n in range(len(parts))
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH {', '.join(keys)} {' UNION ALL '.join(rows_of)}",
            [value for _sql, values in compiled for value in values],
        )
        rows = sorted(cursor.fetchall(), key=itemgetter(0))
    found = {place: [*those] for place, those in groupby(rows, itemgetter(0))}
    return [_tally(part, found.get(place, [])) for place, part in enumerate(parts)]


def of_archive(most: int = MOST_VALUES, facets: Iterable[str] = FACETS) -> Tally:
    """
    All that is public now, from what the database has counted: one query, seldom two.

    Of each facet the ``most`` frequent values are read, and of the years all.
    """
    wanted = dict.fromkeys(facets, most) | {counts.EVERY: 1, "year": MOST_YEARS}
    counted, pending = _read(wanted, SPARE)
    if len(pending) > SPARE:
        counted, pending = _read(wanted, len(pending))
    counted.update(pending)
    numbers = _parted(counted)
    (number,) = numbers.get(counts.EVERY, {"": 0}).values()
    years = [int(year) for year in numbers.get("year", ())]
    return Tally(Extent(number, (min(years), max(years)) if years else None), numbers)


def different_values(facet: str) -> int:
    """How many values of a facet public statements have: one query."""
    before, pending = _read({}, 0, f" UNION ALL SELECT 2, '', count(*) {_OF_FACET}", [facet])
    number = before.pop("", 0)
    for token, change in pending.items():
        if token.startswith(f"{facet} "):
            number += (before[token] + change > 0) - (before[token] > 0)
    return number


def numbers_of(facets: Sequence[str], values: Iterable[Any]) -> Counter[str]:
    """How many public statements have each of these values, of any of the facets: one query."""
    tokens = {f"{facet} {value}": str(value) for value in values for facet in facets}
    among = ", ".join(["%s"] * len(tokens)) or "NULL"
    found = f" UNION ALL SELECT 0, token, number FROM search_count WHERE token IN ({among})"  # noqa: S608
    counted, pending = _read({}, 0, found, [*tokens])
    numbers: Counter[str] = Counter()
    for token, value in tokens.items():
        numbers[value] += counted[token] + pending[token]
    return numbers


def _read(
    wanted: Mapping[str, int], spare: int, more: str = "", values: Sequence[Any] = ()
) -> tuple[Counter[str], Counter[str]]:
    """
    What is counted of some facets, and what is not yet added up.

    Some values more than wanted are read: ``spare`` of those not added up can overtake others. Of
    these the number counted so far is always among what is read.
    """
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    parts = [
        f"SELECT * FROM (SELECT 0, token, number {_OF_FACET}"  # noqa: S608 - ours
        f" ORDER BY number DESC, token LIMIT {number + spare}) AS part_{place}"
        for place, number in enumerate(wanted.values())
    ]
    parts.append("SELECT 0, token, number FROM search_count WHERE token IN (SELECT token FROM due)")
    parts.append("SELECT 1, token, number FROM due")
    found: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH due (token, number) AS ({counts.PENDING[connection.vendor]})"
            f" {' UNION ALL '.join(parts)}{more}",
            [now, *wanted, *values],
        )
        for place, token, number in cursor:
            found[place][token] = int(number)
    counted, pending, others = found
    return Counter(counted | others), pending


def _tally(part: Part, rows: list[tuple[int, int, str]]) -> Tally:
    """Of rows with a place, a key and a list of values; of one too many, the oldest is left out."""
    is_more = len(rows) > bounds.MOST_COUNTED
    if is_more:
        rows.remove(min(rows, key=itemgetter(1)))
    if part.lacking:
        theirs = [json.dumps(f"{part.facet} {value}") for value in part.lacking]
        rows = [row for row in rows if not any(each in row[2] for each in theirs)]
    years = [key // SORT_KEY_YEAR for _place, key, _facets in rows if key >= SORT_KEY_YEAR]
    span = (min(years), max(years)) if years else None
    numbers = _parted(_counted([facets for _place, _key, facets in rows]))
    return Tally(Extent(len(rows), span, is_more), numbers)


def _counted(lists: Sequence[str]) -> dict[str, int]:
    """
    How often each element stands in the lists. They are parted before they are read as JSON, for
    few of very many differ: within an element no quotation mark is without a backslash.
    """
    if not lists:
        return {}
    numbers = Counter(",".join(lists)[1:-1].split('","'))
    return {
        json.loads(f'"{token}"') if "\\" in token else token: number
        for token, number in numbers.items()
    }


def _parted(tokens: Mapping[str, int]) -> Numbers:
    """By facet and value; what nothing has any more is left out."""
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for token, number in tokens.items():
        facet, _space, value = token.partition(" ")
        if number > 0:
            numbers[facet][value] = number
    return dict(numbers)
