"""Which of the statements found come first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple, overload

from django.db import connection
from django.db.models.expressions import RawSQL

from speeches.models import SORT_KEY_YEAR

from . import bounds, index
from .expression import Expression

__all__ = ["Ranked"]


MOST_LOOKED_INTO = 60
"""Of the best so many are looked into: do the words stand together there, as they were typed?"""

TOGETHER = 2
"""What is added to the score of a statement where they all do, as a multiple of it."""

NEAR = bounds.MOST_COUNTED * 6 // 5
"""Of a common word the newest so many entries are looked at first: some may not be public."""


class Ranked(Sequence[Any]):
    """
    The statements of a QuerySet that ``expression`` found, the best first, ready to be paged.

    Words in the title count most, then names of speakers, offices and events, then what the
    speaker said in the preferred text, then the rest. Of two alike the newer comes first. Of more
    than ``bounds.MOST_COUNTED`` the newest are ranked: their words are so common that age is a
    fair judge. The database puts them in order; only those asked for leave it.
    """

    def __init__(self, found: Any, expression: Expression) -> None:
        self.found = found
        self.expression = expression
        self._hits = index.engine().hits(expression.nodes)
        self._among = index.engine().newest_hits(expression.nodes, NEAR)
        self._begun = self._best(MOST_LOOKED_INTO)
        if self._begun.is_cut:
            self._among = self._hits
            self._begun = self._best(MOST_LOOKED_INTO)
        self.is_whole = self._begun.number <= bounds.MOST_COUNTED
        """Whether all that was found is ranked, not only the newest."""

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year of those whose date is known."""
        first, last = self._begun.first_dated, self._begun.last
        return (first // SORT_KEY_YEAR, last // SORT_KEY_YEAR) if first and last else None

    @property
    def newest(self) -> Any:
        """Statements among which are all that are ranked: the newest of them."""
        return _instead(self.found, self._hits, self._among)

    @cached_property
    def keys(self) -> list[int]:
        """The sort keys of all, in their order."""
        return self._best(len(self)).keys

    def __len__(self) -> int:
        return min(self._begun.number, bounds.MOST_COUNTED)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _step = place.indices(len(self))
        is_begun = stop <= len(self._begun.keys)
        keys = (self._begun if is_begun else self._best(stop)).keys[start:stop]
        # That they have the words is known: what else was asked of them is asked again.
        known = RawSQL(f"SELECT key FROM search_entry WHERE key IN ({_marks(keys)})", keys)  # noqa: S608, S611
        asked = _instead(self.found, self._hits, known).order_by().filter(sort_key__in=keys)
        rows = {row.sort_key: row for row in asked}
        return [rows[key] for key in keys if key in rows]

    def _best(self, most: int) -> _Best:
        """The first so many; of those that are looked into, first where the words are together."""
        found = _instead(self.found, self._hits, RawSQL("SELECT key FROM hits", []))
        best = _best(found, self._among, self.expression, most)
        if neighbours := self.expression.neighbours:
            first = dict([*best.scores.items()][:MOST_LOOKED_INTO])
            for key, number in index.engine().together([*first], neighbours).items():
                first[key] *= 1 + TOGETHER * number / len(neighbours)
            rest = best.keys[MOST_LOOKED_INTO:]
            best.keys[:] = [*sorted(first, key=lambda key: (-first[key], -key)), *rest]
        return best


class _Best(NamedTuple):
    """
    The best of those found with their scores, how many there are, and their first and last.

    ``is_cut``: too few were found, and beyond the newest hits there may be others.
    """

    keys: list[int]
    scores: dict[int, float]
    number: int = 0
    first_dated: int | None = None
    last: int | None = None
    is_cut: bool = True


def _best(found: Any, hits: RawSQL, expression: Expression, most: int) -> _Best:
    """One query: of the newest found in ``hits`` the best, and what there is to say of all."""
    rows = found.select_related(None).prefetch_related(None).order_by("-sort_key")
    newest, values = rows.values("sort_key")[: bounds.MOST_COUNTED + 1].query.sql_with_params()
    scored, words = index.engine().scored(expression.nodes)
    is_more = f"COUNT(*) > {bounds.MOST_COUNTED}"
    is_less = f"number <= {bounds.MOST_COUNTED}"
    dated = f"key >= {SORT_KEY_YEAR}"
    sql = (
        f"WITH hits (key) AS MATERIALIZED ({hits.sql}),"  # noqa: S608
        f" found (key) AS MATERIALIZED ({newest}), stretch AS MATERIALIZED"
        f" (SELECT COUNT(*) AS number, MIN(key) + CASE WHEN {is_more} THEN 1 ELSE 0 END AS first,"
        f" MAX(key) AS last, MIN(CASE WHEN {dated} THEN key END) AS first_dated FROM found)"
        " SELECT key, score, (SELECT number FROM stretch), (SELECT first_dated FROM stretch),"
        f" (SELECT last FROM stretch), (SELECT {is_less} FROM stretch)"
        f" AND (SELECT COUNT(*) >= {NEAR} FROM hits) FROM ({scored}) AS scored"
        f" ORDER BY score DESC, key DESC LIMIT {int(most)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*hits.params, *values, *words])
        read = cursor.fetchall()
    scores = {key: score for key, score, *_about in read}
    return _Best([*scores], scores, *(read[0][2:] if read else ()))


def _instead(found: Any, hits: RawSQL, others: RawSQL) -> Any:
    """The statements found, where others take the place of the hits of the index."""
    rows = found.all()
    rows.query.where = rows.query.where.replace_expressions({hits: others})
    return rows


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values)) or "NULL"
