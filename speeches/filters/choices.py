"""What a reader may narrow the list by next: the facets, each value with its count and address."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from speeches import search
from speeches.search import Choice

from .filterset import LABELS, Active, SpeechFilter, label_of

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
TAGS = ("tag", "framework")
"""Frameworks are tags like the others, and stand apart from them here."""

SHOWN = 6
"""Values that stand open; the others wait behind “More”."""


@dataclass(frozen=True)
class Value:
    """One value: what a click adds or, where it is in force, removes."""

    label: str
    count: int
    url: str
    is_active: bool = False


@dataclass(frozen=True)
class Facet:
    """What parts/facet.html shows."""

    name: str
    label: str
    values: list[Value]
    more: list[Value]


def narrowing(filters: SpeechFilter, total: int) -> list[Facet]:
    """
    The ways to narrow a result of ``total`` statements, all counted in one query.

    A tag is added to those in force; any other value takes the place of the one in force, so its
    facet counts within the statements that the rest of the filters leave.
    """
    active = {filter_.name for filter_ in filters.active}
    within = {
        name: filters.without(name) if name in active and name not in TAGS else filters.qs
        for name in FACETS
        if name != "city" or "country" in active
    }
    counts = search.facets.count(within)
    facets = [_facet(filters, name, choices, total) for name, choices in counts.items()]
    return [facet for facet in facets if _helps(facet, total)]


def _facet(filters: SpeechFilter, name: str, choices: list[Choice], total: int) -> Facet:
    active = _in_force(filters, name, choices)
    parameter = "tag" if name in TAGS else name
    values = [Value(one.label, total, filters.address(leaving=one), True) for one in active]
    taken = {one.value for one in active}
    values += [
        Value(_label(name, choice), choice.count, filters.address(adding=(parameter, choice.value)))
        for choice in choices
        if choice.value not in taken
    ]
    label = _("Framework") if name == "framework" else LABELS[name]
    return Facet(name, str(label), values[:SHOWN], values[SHOWN:])


def _in_force(filters: SpeechFilter, name: str, choices: list[Choice]) -> list[Active]:
    """
    The filters in force that a facet shows. A tag in force is on every statement that is counted,
    so a framework is known by standing among the frameworks.
    """
    if name not in TAGS:
        return [one for one in filters.active if one.name == name]
    here = {choice.value for choice in choices}
    tags = [one for one in filters.active if one.name == "tag"]
    return [one for one in tags if one.value in here]


def _label(name: str, choice: Choice) -> str:
    chosen_from_a_table = name in {"kind", "status", "language", "country"}
    return label_of(name, choice.value) if chosen_from_a_table else choice.label


def _helps(facet: Facet, total: int) -> bool:
    """A single value that every statement has narrows nothing."""
    values = facet.values
    return len(values) > 1 or any(value.is_active or value.count < total for value in values)
