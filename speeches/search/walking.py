"""Lists by date, ready to be paged: a page deep in one costs little more than the first."""

from __future__ import annotations

from typing import Any

__all__ = ["Walk"]


class Walk:
    """
    Statements by date, the newest first or the oldest.

    A slice reads its keys first, from an index alone where the list has one, and only then the
    rows: what stands before them is passed by without being read.
    """

    def __init__(self, found: Any, *, oldest_first: bool = False) -> None:
        self.found = found
        self._ordered = found.order_by("sort_key" if oldest_first else "-sort_key")
        self._read: tuple[int, int, list[int]] = (0, 0, [])

    def __getitem__(self, place: slice) -> list[Any]:
        start, stop = place.start or 0, place.stop
        keys = self._keys(start, stop + 1)[: stop - start]
        rows = {row.sort_key: row for row in self.found.order_by().filter(sort_key__in=keys)}
        return [rows[key] for key in keys if key in rows]

    def counted(self, most: int) -> int:
        """How many there are, of which no more than so many are looked at."""
        return int(self.found.order_by()[:most].count())

    def reaches(self, start: int, stop: int) -> int:
        """
        How many of the places from ``start`` up to and with ``stop`` are taken.

        A place beyond the highest id can't be: for it nothing is walked.
        """
        highest = self.found.model.objects.order_by("-pk").values_list("pk", flat=True).first()
        return len(self._keys(start, stop + 1)) if start < (highest or 0) else 0

    def _keys(self, start: int, stop: int) -> list[int]:
        if self._read[:2] != (start, stop):
            keys = self._ordered.select_related(None).prefetch_related(None)
            read = [*keys.values_list("sort_key", flat=True)[start:stop]]
            self._read = (start, stop, read)
        return self._read[2]
