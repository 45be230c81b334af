"""What a reader may narrow the list by next: the facets, each value with its count and address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from speeches import search, stems
from speeches.models import Speech
from speeches.search import Tally
from speeches.search.tally import FACETS, MOST_VALUES, MOST_YEARS

from . import named
from .filterset import LABELS, Active, SpeechFilter, label_of, list_address

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


class _Choice(NamedTuple):
    """A value as it stands in an address, as it is called, and how many statements have it."""

    value: str
    label: str
    number: int


def counted(
    filters: SpeechFilter,
    names: Iterable[str] = FACETS,
    most: int = MOST_VALUES,
    found: QuerySet[Speech] | None = None,
) -> dict[str, Tally]:
    """
    What the filters leave, counted, by the name of nothing (``""``); and for facets that count
    within more than that, those statements, by the facet's name: one query of each kind.

    Another tag narrows what is found. Another value of the rest is looked for beside those in
    force, so its facet counts within the statements that the rest of the filters leave.
    """
    apart = [name for name in names if name not in TAGS and in_force(filters, name)]
    parts = {
        name: search.tally.Part(
            filters.without(name), name, filters.keys(name) if name in OVERLAPPING else ()
        )
        for name in apart
        if name in OVERLAPPING or filters.others(name)
    }
    if filters.values:
        parts[""] = search.tally.Part(filters.qs if found is None else found)
    tallies = dict(zip(parts, search.tally.of_each([*parts.values()]), strict=True))
    missing = [name for name in ["", *apart] if name not in tallies]
    return tallies | dict.fromkeys(missing, search.tally.of_archive(most)) if missing else tallies


def narrowing(filters: SpeechFilter, found: Mapping[str, Tally]) -> list[Facet]:
    """The ways to narrow what was found (see ``counted``)."""
    names = [name for name in FACETS if name != "city" or in_force(filters, "country")]
    facets = _facets(filters, names, found, MOST_VALUES)
    return [facet for facet in facets if _helps(facet, found[""].extent.number)]


def whole(filters: SpeechFilter, name: str, found: Mapping[str, Tally]) -> Facet:
    """One facet (of ``FACETS``) with all of its values, up to ``MOST_LISTED``."""
    (facet,) = _facets(filters, [name], found, MOST_LISTED)
    return facet


def _answers(label: str, typed: list[str]) -> bool:
    pieces = stems.pieces(label)
    return all(any(piece.startswith(beginning) for piece in pieces) for beginning in typed)


def _facets(
    filters: SpeechFilter, names: Sequence[str], found: Mapping[str, Tally], most: int
) -> list[Facet]:
    """The facets, their values called by their names: one query for those of all."""
    all_of_it = found[""]
    within = {name: found.get(name, all_of_it) for name in names}
    values = {
        name: tally.most_frequent(name, MOST_YEARS if name == "year" else most)
        for name, tally in within.items()
    }
    had = {
        name: [(key, all_of_it.number_of(name, key)) for key in filters.keys(name)]
        for name in names
        if _is_counted_apart(filters, name)
    }
    records = named.called(
        {
            name: {int(value) for value, _number in [*values[name], *had.get(name, ())]}
            for name in names
            if _noun(name) in named.NOUNS
        }
    )
    return [
        _facet(
            filters,
            name,
            within[name],
            _choices(name, values[name], records),
            _choices(name, had.get(name, values[name]), records),
            all_of_it.extent.number,
        )
        for name in names
    ]


def in_force(filters: SpeechFilter, name: str) -> list[Active]:
    """The filters in force of one parameter."""
    return [one for one in filters.active if one.name == name]


def _choices(
    name: str, values: Sequence[tuple[str, int]], records: Mapping[tuple[str, int], named.Named]
) -> list[_Choice]:
    """The most frequent first, of those as frequent by name; years by time."""
    if name == "year":
        newest = sorted(values, key=lambda each: -int(each[0]))
        return [_Choice(year, year, number) for year, number in newest]
    noun = _noun(name)
    choices = []
    for value, number in values:
        if noun not in named.NOUNS:
            choices.append(_Choice(value, _label(name, value), number))
        elif record := records.get((noun, int(value))):
            choices.append(_Choice(record.slug, record.label, number))
    return sorted(choices, key=lambda choice: (-choice.number, choice.label, choice.value))


def _facet(
    filters: SpeechFilter,
    name: str,
    within: Tally,
    choices: list[_Choice],
    had: list[_Choice],
    total: int,
) -> Facet:
    """A facet of its choices; ``had`` counts those in force, where there are several."""
    parameter = "tag" if name in TAGS else name
    active = _shown_in_force(filters, name, choices)
    is_more = bool(active) and name not in TAGS and not filters.is_replaced(parameter)
    counts = {choice.value: choice.number for choice in had}
    chosen = [
        Value(one.label, _count_of(one, counts), filters.address(leaving=one), True, key=one.value)
        if len(active) > 1 and name not in TAGS
        else Value(one.label, total, filters.address(leaving=one), True, key=one.value)
        for one in active
    ]
    others = [
        Value(
            choice.label,
            choice.number,
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
        counts={choice.value: choice.number for choice in choices},
        means_all=name in TAGS,
        is_bounded=within.extent.is_more,
    )


def _is_counted_apart(filters: SpeechFilter, name: str) -> bool:
    """Several values in force need counts of their own; years are all read in any case."""
    return name not in (*TAGS, "year") and len(in_force(filters, name)) > 1


def _shown_in_force(filters: SpeechFilter, name: str, choices: list[_Choice]) -> list[Active]:
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


def _label(name: str, value: str) -> str:
    return label_of(name, value) if name in {"kind", "status", "language", "country"} else value


def _noun(name: str) -> str:
    """What a facet's values are records of, if they are of any."""
    return "tag" if name == "framework" else name


def _helps(facet: Facet, total: int) -> bool:
    """A single value that every statement has narrows nothing."""
    values = facet.values
    return len(values) > 1 or any(value.is_active or value.count < total for value in values)
