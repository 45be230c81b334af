"""What the archive is, what is in it and what not, how to read it, who may use it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from speeches import search
from speeches.models import Document, EventSeries, Rights, Speech, SpeechText

from . import dictionary, keeping, year_grid
from .page import frame

SERIES = 5
"""Series whose gaps are named."""


def about(request: HttpRequest) -> HttpResponse:
    context = keeping.kept(request, ("about",), _numbers) | {
        "gaps": _gaps(),
        "nouns": dictionary.nouns(),
    }
    head = frame(
        request,
        title=_("About the archive"),
        description=_(
            "What sscoop is, what it holds and does not hold, how to read the badges and voices, "
            "who may use what, and what it knows about you: nothing."
        ),
    )
    return render(request, "about.html", context | head)


def _numbers() -> dict[str, Any]:
    """What is in the archive, and under which rights."""
    public = Speech.objects.published()
    total, years, _is_more = search.tally.of_archive(0, []).extent
    held = SpeechText.objects.held().filter(speech__in=public.values("pk"))
    documents = Document.objects.published()
    return {
        "total": total,
        "years": years,
        "with_words": public.with_held_text().count(),
        "documents": documents.count(),
        "since": public.aggregate(first=Min("published_at"))["first"],
        "only_known": public.with_full_text_only_known().count(),
        "undated": public.undated().count(),
        "held_statuses": _held_statuses(held),
        "rights": [*Rights.objects.filter(documents__in=documents.values("pk")).distinct()],
    }


def _gaps() -> list[tuple[EventSeries, int, int]]:
    """The series with the most events, each with its years of which we hold nothing, and all."""
    found = []
    for series in EventSeries.objects.largest().prefetch_related("dates")[:SERIES]:
        years = year_grid.years_of(series)
        empty = sum(1 for year in years if not year["count"])
        if empty:
            found.append((series, empty, len(years)))
    return found


def _held_statuses(held: Any) -> list[tuple[str, str, int]]:
    """Every kind of text, with the number that we hold."""
    counts = dict(held.order_by().values_list("status").annotate(Count("pk")))
    return [(value, str(label), counts.get(value, 0)) for value, label in SpeechText.Status.choices]
