"""What a reader may narrow the list by next: the facets, each value with its count and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from speeches import search, stems
from speeches.models import Extent
from speeches.search import Choice
from speeches.search.facets import MOST_VALUES, MOST_YEARS, Counted, Wanted

from .filterset import LABELS, Active, SpeechFilter, label_of, list_address

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

OVERLAPPING = ("series", "event", "status", "language")
"""A statement can have several of these values: another one adds but those not yet found."""

MOST_LISTED = 5_000
"""Values of a facet that its own page lists, the most frequent of them."""

SHOWN = 6
"""Values that stand open; the others wait behind “More”."""


@dataclass(frozen=True)
class Value:
    """
    One value: what a click adds or, where it is in force, removes.

    ``count`` is how many statements a click leaves; where ``is_more``, how many more it brings
    than are found already; of a value in force, how many of those found have it.
    """

    label: str
    count: int
    url: str
    is_active: bool = False
    is_more: bool = False
    key: str = ""


@dataclass(frozen=True)
class Facet:
    """
    What parts/facet.html shows.

    ``url`` lists them all; ``counts`` are those of every value that was read, in force or not;
    ``means_all``: the values in force must all hold, not any of them; ``is_bounded``: they are
    counted in the newest of very many statements.
    """

    name: str
    label: str
    url: str
    active: list[Value]
    others: list[Value]
    counts: dict[str, int]
    means_all: bool = False
    is_bounded: bool = False

    @property
    def values(self) -> list[Value]:
        """Those that stand open: all in force, and the most frequent of the others."""
        return self.active + self.others[: self._open]

    @property
    def more(self) -> list[Value]:
        """Those behind the disclosure."""
        return self.others[self._open :]

    @property
    def adds(self) -> bool:
        """Whether another value adds to what is found."""
        return any(value.is_more for value in self.others)

    @property
    def is_long(self) -> bool:
        """Whether there may be values that were not read."""
        return self.name != "year" and len(self.active) + len(self.others) >= MOST_VALUES

    @property
    def _open(self) -> int:
        return max(0, SHOWN - len(self.active))

    def matching(self, words: str) -> Facet:
        """With those not in force alone that have words beginning like each of these."""
        typed = stems.pieces(words)
        others = [value for value in self.others if _answers(value.label, typed)]
        return replace(self, others=others)


def narrowing(filters: SpeechFilter, total: Extent) -> list[Facet]:
    """
    The ways to narrow a result, all counted in one query; of very many in the newest of them.

    Another tag narrows what is found. Another value of the rest is looked for beside those in
    force, so its facet counts within the statements that the rest of the filters leave.
    """
    names = [name for name in FACETS if name != "city" or in_force(filters, "country")]
    return [facet for facet in _facets(filters, names, total) if _helps(facet, total.number)]


def whole(filters: SpeechFilter, name: str, total: Extent) -> Facet:
    """One facet (of ``FACETS``) with all of its values, up to ``MOST_LISTED``."""
    (facet,) = _facets(filters, [name], total, most=MOST_LISTED)
    return facet


def _answers(label: str, typed: list[str]) -> bool:
    pieces = stems.pieces(label)
    return all(any(piece.startswith(beginning) for piece in pieces) for beginning in typed)


def _facets(
    filters: SpeechFilter, names: Sequence[str], total: Extent, most: int = MOST_VALUES
) -> list[Facet]:
    """The facets, counted in one query."""
    several = [name for name in names if _is_counted_apart(filters, name)]
    wanted = [_wanted(filters, name, most, total) for name in names]
    wanted += [
        Wanted(
            name,
            filters.qs,
            only=tuple(one.value for one in in_force(filters, name)),
            is_bounded=total.is_more,
        )
        for name in several
    ]
    counted = search.facets.count_each(wanted)
    had = dict(zip(several, counted[len(names) :], strict=True))
    return [
        _facet(filters, name, found, had.get(name, found), total.number)
        for name, found in zip(names, counted, strict=False)
    ]


def in_force(filters: SpeechFilter, name: str) -> list[Active]:
    """The filters in force of one parameter."""
    return [one for one in filters.active if one.name == name]


def _wanted(filters: SpeechFilter, name: str, most: int, total: Extent) -> Wanted:
    """Which values of a facet are offered, and the statements that they are counted in."""
    is_bounded = True
    if name in TAGS or not in_force(filters, name):
        statements, is_bounded = filters.qs, total.is_more
    elif name in OVERLAPPING:
        statements = filters.beyond(name)
    else:
        statements = filters.without(name)
    most = MOST_YEARS if name == "year" else most
    return Wanted(name, statements, most=most, is_bounded=is_bounded)


def _facet(filters: SpeechFilter, name: str, found: Counted, had: Counted, total: int) -> Facet:
    """A facet of the values counted; ``had`` counts those in force, where there are several."""
    choices = found.choices
    parameter = "tag" if name in TAGS else name
    active = _shown_in_force(filters, name, choices)
    is_more = bool(active) and name not in TAGS and not filters.is_replaced(parameter)
    counts = {choice.value: choice.count for choice in had.choices}
    chosen = [
        Value(one.label, _count_of(one, counts), filters.address(leaving=one), True, key=one.value)
        if len(active) > 1 and name not in TAGS
        else Value(one.label, total, filters.address(leaving=one), True, key=one.value)
        for one in active
    ]
    others = [
        Value(
            _label(name, choice),
            choice.count,
            filters.address(adding=(parameter, choice.value)),
            is_more=is_more,
            key=choice.value,
        )
        for choice in choices
        if not any(_covers(one, choice.value) for one in active)
    ]
    return Facet(
        name=name,
        label=str(_("Framework") if name == "framework" else LABELS[name]),
        url=list_address(filters.canonical, reverse("facets.detail", args=[name])),
        active=chosen,
        others=others,
        counts={choice.value: choice.count for choice in choices},
        means_all=name in TAGS,
        is_bounded=not found.is_whole,
    )


def _is_counted_apart(filters: SpeechFilter, name: str) -> bool:
    """Several values in force need counts of their own; years are all read in any case."""
    return name not in (*TAGS, "year") and len(in_force(filters, name)) > 1


def _shown_in_force(filters: SpeechFilter, name: str, choices: list[Choice]) -> list[Active]:
    """
    The filters in force that a facet shows. A tag in force is on every statement that is counted,
    so a framework is known by standing among the frameworks.
    """
    if name not in TAGS:
        return in_force(filters, name)
    here = {choice.value for choice in choices}
    return [one for one in in_force(filters, "tag") if one.value in here]


def _covers(one: Active, value: str) -> bool:
    if one.name != "year":
        return one.value == value
    first, _dots, last = one.value.partition("..")
    return int(first) <= int(value) <= int(last or first)


def _count_of(one: Active, counts: dict[str, int]) -> int:
    return sum(number for value, number in counts.items() if _covers(one, value))


def _label(name: str, choice: Choice) -> str:
    chosen_from_a_table = name in {"kind", "status", "language", "country"}
    return label_of(name, choice.value) if chosen_from_a_table else choice.label


def _helps(facet: Facet, total: int) -> bool:
    """A single value that every statement has narrows nothing."""
    values = facet.values
    return len(values) > 1 or any(value.is_active or value.count < total for value in values)
