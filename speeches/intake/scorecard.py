"""
How good the reader is: its proposals and what became of them, counted by the database.

Every question is one query over the verdicts of a period; every list is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import F, Max

from speeches import languages
from speeches.models import Intake, Verdict

__all__ = ["COLUMNS", "Row", "Scorecard"]

MOST_ROWS = 50
MOST_INTAKES = 20
COLUMNS = (
    *("publisher", "layout", "language", "field", "confidence"),
    *("accepted", "changed", "refused", "left", "entered", "certain_but_wrong"),
)
"""Of the table that can be taken away: first what is told apart, then how often."""


@dataclass(frozen=True)
class Row:
    """What became of the proposals of one field, publisher, layout, language or confidence."""

    key: str
    name: str
    accepted: int
    changed: int
    refused: int
    left: int
    entered: int
    certain_but_wrong: int

    @property
    def answered(self) -> int:
        """Proposals on which somebody decided."""
        return self.accepted + self.changed + self.refused

    @property
    def share(self) -> int | None:
        """Of those, how many in a hundred were right; None where there are none."""
        return round(100 * self.accepted / self.answered) if self.answered else None


@dataclass
class Failure:
    """An intake in which the editor knew better, and in what."""

    intake: Intake
    verdicts: list[Verdict] = field(default_factory=list)


class Scorecard:
    """The verdicts of some filings, told field by field and paper by paper."""

    def __init__(self, verdicts: Any) -> None:
        self.verdicts = verdicts

    @cached_property
    def whole(self) -> Row:
        """All together."""
        return Row("", "All together", **self.verdicts.tally())

    @cached_property
    def intakes(self) -> int:
        """How many documents were filed."""
        return int(self.verdicts.order_by().values("intake").distinct().count())

    @cached_property
    def fields(self) -> list[Row]:
        """One row a field, the most often wrong or missed first."""
        tallied = self.verdicts.tallied_by("field").annotate(name=Max("label"))
        wrong = F("changed") + F("refused") + F("entered")
        found = tallied.order_by(wrong.desc(), "field")[:MOST_ROWS]
        return [_row(counts, counts["field"], counts["name"]) for counts in found]

    @cached_property
    def publishers(self) -> list[Row]:
        """One row a publisher, those with most proposals first."""
        found = self._by("publisher", "publisher__name")
        return [_row(c, c["publisher"], c["publisher__name"] or "Not known") for c in found]

    @cached_property
    def layouts(self) -> list[Row]:
        """One row a layout."""
        found = self._by("layout")
        return [_row(c, c["layout"], c["layout"] or "No layout that we know") for c in found]

    @cached_property
    def languages(self) -> list[Row]:
        """One row a language."""
        found = self._by("language")
        return [_row(c, c["language"], _language(c["language"])) for c in found]

    @cached_property
    def confidences(self) -> list[Row]:
        """One row for each of the three steps: is it as sure as it may be?"""
        rows = {c["confidence"]: c for c in self._by("confidence") if c["confidence"]}
        steps = ("certain", "likely", "doubtful")
        return [_row(rows[step], step, step.title()) for step in steps if step in rows]

    def _by(self, *columns: str) -> Any:
        proposed = F("accepted") + F("changed") + F("refused") + F("left") + F("entered")
        return self.verdicts.tallied_by(*columns).order_by(proposed.desc(), *columns)[:MOST_ROWS]

    @cached_property
    def failures(self) -> list[Failure]:
        """The latest intakes in which it was wrong or missed something."""
        failed = self.verdicts.failed()
        latest = failed.order_by().values("intake").annotate(at=Max("filed_at"))
        keys = [row["intake"] for row in latest.order_by("-at", "-intake")[:MOST_INTAKES]]
        intakes = Intake.objects.light().in_bulk(keys)
        found = {key: Failure(intakes[key]) for key in keys}
        for verdict in failed.filter(intake__in=keys).order_by("statement", "pk"):
            found[verdict.intake_id].verdicts.append(verdict)
        return list(found.values())

    def table(self) -> Iterator[list[Any]]:
        """All of it, told apart by all that is kept, for those who count themselves."""
        said = ("publisher__name", *COLUMNS[1:5])
        for counts in self.verdicts.tallied_by(*said).order_by(*said).iterator(2000):
            yield [counts[name] if counts[name] is not None else "" for name in (*said, *_COUNTS)]


_COUNTS = COLUMNS[5:]


def _row(counts: dict[str, Any], key: Any, name: str) -> Row:
    said = "" if key is None else str(key)
    return Row(said, name, **{count: counts[count] for count in _COUNTS})


def _language(code: str) -> str:
    return languages.name(code) if code else "Not known"
