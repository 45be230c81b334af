"""How well searches find what somebody looks for: queries, each with the one statement wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from speeches.models import Imported, Speech

from .ranking import Ranked

__all__ = ["DEPTH", "Known", "measured", "read"]

DEPTH = 10
"""Places that count: who looks further has been let down."""


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody types, the id under which the statement was imported, and where it stands."""

    query: str
    wanted: str
    place: int = 0
    found: int = 0
    is_held: bool = True

    @property
    def worth(self) -> float:
        """The reciprocal of its place; nothing beyond the tenth."""
        return 1 / self.place if 0 < self.place <= DEPTH else 0.0


def read(lines: Iterable[str]) -> Iterator[Known]:
    """A query and an id a line, parted by a tab; lines with # are remarks. Raises ValueError."""
    for number, line in enumerate(lines, start=1):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        query, tab, wanted = line.partition("\t")
        if not (tab and query.strip() and wanted.strip()):
            raise ValueError(f"line {number} is not a query, a tab and an id: {line[:60]}")
        yield Known(query.strip(), wanted.strip())


def measured(known: Iterable[Known], ranked: Callable[[str], Ranked]) -> Iterator[Known]:
    """Each with its place among what ``ranked`` finds for its query; 0 where it isn't found."""
    for each in known:
        row = Imported.objects.filter(external_id=each.wanted, speech__isnull=False).first()
        if row is None:
            yield replace(each, is_held=False)
            continue
        keys = ranked(each.query).keys
        key = Speech.objects.values_list("sort_key", flat=True).get(pk=row.speech_id)
        yield replace(each, place=keys.index(key) + 1 if key in keys else 0, found=len(keys))
