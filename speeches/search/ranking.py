"""Which of the statements found come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from speeches.models import SORT_KEY_YEAR

from . import bounds, index
from .expression import Expression

__all__ = ["Ranked"]


MOST_LOOKED_INTO = 60
"""Of the best so many are looked into: do the words stand together there, as they were typed?"""

TOGETHER = 2
"""What is added to the score of a statement where they all do, as a multiple of it."""


class Ranked(Sequence[Any]):
    """
    The statements of a QuerySet that ``expression`` found, the best first, ready to be paged.

    Words in the title count most, then names of speakers, offices and events, then what the
    speaker said in the preferred text, then the rest. Of two alike the newer comes first. Of more
    than ``bounds.MOST_COUNTED`` the newest are ranked: their words are so common that age is a
    fair judge.
    """

    def __init__(self, found: Any, expression: Expression) -> None:
        self.found = found
        newest = found.order_by("-sort_key").values_list("sort_key", flat=True)
        read = list(newest[: bounds.MOST_COUNTED + 1])
        keys = read[: bounds.MOST_COUNTED]
        self.is_whole = len(keys) == len(read)
        """Whether all that was found is ranked, not only the newest."""
        scores = index.engine().scores(expression.nodes, keys[-1], keys[0]) if keys else {}

        def order(key: int) -> tuple[float, int]:
            return -scores.get(key, 0.0), -key

        self.keys = sorted(keys, key=order)
        if neighbours := expression.neighbours:
            best = self.keys[:MOST_LOOKED_INTO]
            together = index.engine().together(best, neighbours)
            for key, number in together.items():
                scores[key] = scores.get(key, 0.0) * (1 + TOGETHER * number / len(neighbours))
            self.keys[:MOST_LOOKED_INTO] = sorted(best, key=order)

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year of those whose date is known."""
        years = [key // SORT_KEY_YEAR for key in self.keys if key >= SORT_KEY_YEAR]
        return (min(years), max(years)) if years else None

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            return self[place : place + 1][0]
        keys = self.keys[place]
        rows = {row.sort_key: row for row in self.found.filter(sort_key__in=keys)}
        return [rows[key] for key in keys if key in rows]
