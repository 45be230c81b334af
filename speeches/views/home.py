"""The first page: what this is, what is new, what carries it, how complete it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from speeches.models import Attribution, Document, EventSeries, Speech, Tag

from . import keeping, year_grid
from .page import frame

NEWEST = 6
TAGS = 16
SERIES = 5


def home(request: HttpRequest) -> HttpResponse:
    public = Speech.objects.published()
    numbers = keeping.kept(request, ("home",), lambda: _numbers(public))
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


def _numbers(public: Any) -> dict[str, Any]:
    """How large the archive is, and what it is about."""
    total, years = public.extent()
    return {
        "total": total,
        "years": years,
        "speakers": _speakers(public),
        "documents": Document.objects.published().count(),
        "tags": _tags(public),
    }


def _speakers(public: Any) -> int:
    authors = Attribution.objects.filter(role=Attribution.Role.AUTHOR, speaker__isnull=False)
    return authors.filter(speech__in=public.values("pk")).values("speaker").distinct().count()


def _tags(public: Any) -> list[Any]:
    """The tags that most statements carry, from A to Z, each with its number."""
    tags = [*Tag.objects.carried_by(public.values("pk"))[:TAGS]]
    for tag in tags:
        tag.count = tag.together
    return sorted(tags, key=lambda tag: tag.key)


def _series() -> Any:
    """The series with the most events first: what the archive can best be measured against."""
    return EventSeries.objects.largest().prefetch_related("dates")[:SERIES]
