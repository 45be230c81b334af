"""Statements whose words the archive holds already, under another id or without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from speeches.models import Speech, TextPrint

__all__ = ["twins"]

PROBES = 6
"""Of a text's prints so many are looked up: alike texts share most of them."""

LEAST = 2
"""Probes that a text must share to be compared; formulas are shared by many."""

ALIKE = 0.5
"""The share of all prints that two texts have in common which are nearly the same."""

MOST_LOOKED_AT = 20
"""Texts with one print: what more have in common is a formula."""


def twins(speeches: Sequence[Speech]) -> dict[int, Speech]:
    """For each of these new statements that has one, by key: an older one with nearly its words."""
    found: dict[int, int] = {}
    for speech, text, prints in _texts(text__speech__in=[speech.pk for speech in speeches]):
        probes = sorted(prints)[:: max(1, len(prints) // PROBES)][:PROBES]
        shared = TextPrint.objects.sharing(probes, MOST_LOOKED_AT)
        near = [other for other, count in shared.items() if other < text and count >= LEAST]
        for older, _text, others in _texts(text__in=near) if near else ():
            if len(prints & others) >= ALIKE * len(prints):
                found.setdefault(speech, older)
    older_ones = Speech.objects.in_bulk(found.values())
    return {speech: older_ones[other] for speech, other in found.items()}


def _texts(**which: Any) -> Iterator[tuple[int, int, set[int]]]:
    """Key of the statement, key of the text and its prints, for each of these texts."""
    rows = TextPrint.objects.filter(**which).order_by("text_id")
    values = rows.values_list("text__speech_id", "text_id", "value")
    for (speech, text), group in groupby(values, key=lambda row: row[:2]):
        yield speech, text, {row[2] for row in group}
