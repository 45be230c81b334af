"""What a candidate is, and how several stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from speeches.intake.reading import Confidence

SHOWN = 8
LOOKED_AT = 60


@dataclass(frozen=True)
class Candidate:
    """A record that may be meant, why, and how surely."""

    record: Any
    reason: str
    confidence: Confidence = Confidence.LIKELY


def doubted(candidate: Candidate, why: str) -> Candidate:
    """The candidate, no longer certain, and why."""
    sure = candidate.confidence
    sure = Confidence.LIKELY if sure == Confidence.CERTAIN else sure
    return Candidate(candidate.record, f"{candidate.reason} {why}", sure)


_RANK = (Confidence.CERTAIN, Confidence.LIKELY, Confidence.DOUBTFUL)


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The surest first, at most so many."""
    return sorted(candidates, key=lambda candidate: _RANK.index(candidate.confidence))[:SHOWN]


def beginning(field: str, start: str) -> Q:
    """Begins so, as a range: every database answers it from the plain index."""
    return Q(**{f"{field}__gte": start, f"{field}__lt": start[:-1] + chr(ord(start[-1]) + 1)})


def certain(candidates: Iterable[Candidate]) -> Model | None:
    """The one record that is surely meant; None where none is, or several are."""
    sure = [c.record for c in candidates if c.confidence == Confidence.CERTAIN]
    return sure[0] if len(sure) == 1 else None
