"""What a list says about the words that were looked for: marks, widening, ways out of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from speeches import search
from speeches.filters import LABELS, SpeechFilter, counted, list_address, narrowing
from speeches.models import Extent, Speech

from . import charts, suggestions

MOST_WAYS_OUT = 8
"""Filters and words whose leaving out is counted where nothing was found."""


MOST_NAMED = 5
"""Speakers, tags and events named above the results."""


class Narrowed(NamedTuple):
    """
    What is counted of a list: how many statements, and the ways to narrow them, as HTML.

    ``bound``: up to how many were counted, where something was found oftener; or empty.
    """

    total: Extent
    facets: SafeString
    bound: str


def narrowed(filters: SpeechFilter, rows: Any) -> Narrowed:
    """Count what was found, and print the ways to narrow it."""
    found = counted(filters, found=rows.newest if isinstance(rows, search.Ranked) else None)
    total, facets = extent(filters, found[""]), narrowing(filters, found)
    bars = [bar for each in facets if each.name == "year" for bar in charts.of_facet(each)]
    shown = render_to_string("speeches/_facets.html", {"facets": facets, "bars": bars})
    is_reached = total.is_more or any(facet.is_bounded for facet in facets)
    return Narrowed(total, shown, f"{search.bounds.MOST_COUNTED:,}" if is_reached else "")


def extent(filters: SpeechFilter, found: search.Tally) -> Extent:
    """
    How many statements were found, up to so many, and their first and last year.

    Of more that were ranked the first year isn't looked for: no order finds it quickly.
    """
    if not found.extent.is_more:
        return found.extent
    if filters.order == "relevance":
        return found.extent._replace(years=None)
    first = filters.qs.first_year()
    last = found.extent.years
    return found.extent._replace(years=(first, last[1]) if first and last else None)


def mark(speeches: Sequence[Any], expression: search.Expression) -> None:
    """Give each statement the passages that answer, as ``marked``."""
    found = search.marking.passages(speeches, expression) if expression.has_words else {}
    for speech in speeches:
        speech.marked = found.get(speech.pk, [])


def about(filters: SpeechFilter) -> dict[str, Any]:
    """How the words were looked for: orders to choose from, labels that widened the search."""
    kept = filters.parameters
    orders = [("relevance", _("Best first"))] if filters.expression.has_words else []
    orders += [("newest", _("Newest first")), ("oldest", _("Oldest first"))]
    return {
        "orders": [
            (label, order == filters.order, list_address(kept | {"sort": [order]}))
            for order, label in orders
        ],
        "also": filters.expression.also,
        "just_words_url": list_address(kept | {"widen": ["no"]}),
        "is_narrow": filters.manners.get("widen") == "no",
        "widened_url": list_address({n: v for n, v in kept.items() if n != "widen"}),
    }


def named_like(filters: SpeechFilter) -> list[dict[str, Any]]:
    """
    Speakers, tags, events and series that the script would have suggested for the words.

    Beside other filters nothing: whoever narrows a list has passed this fork.
    """
    if len(filters.active) != 1:
        return []
    kinds = [kind for kind in search.suggestions.KINDS if kind != "title"]
    words = filters.values.get("q", "")
    if not words:
        return []
    return suggestions.grouped(search.suggestions.called_like(words, kinds, MOST_NAMED))


def better_spelling(filters: SpeechFilter, total: int) -> dict[str, Any] | None:
    """Where little was found: the words as public statements spell them, if that finds more."""
    is_alone = len(filters.active) == 1
    words = filters.values.get("q", "")
    if not words or total >= search.spelling.LITTLE or (total and not is_alone):
        return None
    correction = search.spelling.correct(words)
    if correction is None:
        return None
    url = list_address(filters.parameters | {"q": [correction.text]})
    better = SpeechFilter.asked(url, Speech.objects.published()).qs
    if better.order_by()[: total + 1].count() <= total:
        return None
    return {"parts": correction.parts, "url": url}


def ways_out(filters: SpeechFilter) -> list[dict[str, Any]]:
    """
    Where nothing was found: each filter and word whose leaving out finds something, and what.

    All words together are left out where leaving out one of them doesn't help.
    """
    ways = [
        (f"{LABELS[one.name]}: {one.label}", filters.address(leaving=one), one.name == "q")
        for one in filters.active
    ]
    others = [(label, url) for label, url, is_words in ways if not is_words]
    words = _without_words(filters)
    found = _finding_something([*others, *words])
    if not any((way["label"], way["url"]) in words for way in found):
        found += _finding_something([(label, url) for label, url, is_words in ways if is_words])
    return sorted(found, key=lambda way: way["total"].number)


def _finding_something(ways: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Those of the lists that are not empty; of very many statements not all are counted."""
    found = []
    for label, url in ways[:MOST_WAYS_OUT]:
        query = SpeechFilter.asked(url, Speech.objects.published())
        if query.values:
            most = search.bounds.MOST_COUNTED
            number = query.qs.order_by()[: most + 1].count()
            total = Extent(min(number, most), is_more=number > most)
        else:
            total = search.tally.of_archive(0, []).extent
        if total.number:
            found.append({"label": label, "url": url, "total": total})
    return found


def _without_words(filters: SpeechFilter) -> list[tuple[str, str]]:
    query = search.parse(filters.values.get("q", ""))
    if len(query.clauses) < 2:
        return []
    kept = filters.parameters
    return [
        (clause.typed, list_address(kept | {"q": [_less(query, clause).typed]}))
        for clause in query.clauses
    ]


def _less(query: search.Query, clause: Any) -> search.Query:
    return replace(query, clauses=tuple(c for c in query.clauses if c != clause))
