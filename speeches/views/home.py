"""The first page: what this is, what is new, what carries it, how complete it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from speeches import search
from speeches.models import Document, EventSeries, Speech, Tag

from . import keeping, year_grid
from .page import frame

NEWEST = 6
TAGS = 16
SERIES = 5
DOCUMENTS = 1_000
"""Counted at most: nothing but looking at each tells whether it is public."""


def home(request: HttpRequest) -> HttpResponse:
    public = Speech.objects.published()
    numbers = keeping.kept(request, ("home",), _numbers)
    series = [*_series()]
    context = {
        "newest": public.for_lists()[:NEWEST],
        **numbers,
        "series": series[0] if series else None,
        "grid": year_grid.years_of(series[0]) if series else [],
        "other_series": series[1:],
    }
    head = frame(
        request,
        title=_("What leaders say about South-South cooperation"),
        description=_(
            "An open archive of public statements on South-South cooperation: what was said, by "
            "whom, in what capacity, on what occasion, and how we know."
        ),
    )
    head["breadcrumbs"] = []
    return render(request, "home.html", context | head)


def _numbers() -> dict[str, Any]:
    """How large the archive is, and what it is about."""
    found = search.tally.of_archive(TAGS, ["tag", "framework"])
    total, years, _is_more = found.extent
    documents = Document.objects.published().order_by()[: DOCUMENTS + 1].count()
    return {
        "total": total,
        "years": years,
        "speakers": search.tally.different_values("speaker"),
        "documents": min(documents, DOCUMENTS),
        "has_more_documents": documents > DOCUMENTS,
        "tags": _tags(found),
    }


def _tags(found: search.Tally) -> list[Tag]:
    """The tags that most statements carry, from A to Z, each with its number."""
    carried = found.most_frequent("tag", TAGS) + found.most_frequent("framework", TAGS)
    numbers = {int(pk): number for pk, number in carried}
    most = sorted(
        Tag.objects.filter(pk__in=numbers), key=lambda tag: (-numbers[tag.pk], tag.name, tag.pk)
    )[:TAGS]
    for tag in most:
        tag.count = numbers[tag.pk]
    return sorted(most, key=lambda tag: tag.key)


def _series() -> Any:
    """The series with the most events first: what the archive can best be measured against."""
    return EventSeries.objects.largest().prefetch_related("dates")[:SERIES]
