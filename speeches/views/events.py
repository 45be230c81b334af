"""Events: those to come and those past, and one event with who spoke and what we hold of it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches.exports import linked_data
from speeches.filters import as_typed
from speeches.models import (
    Event,
    EventSeries,
    Speech,
    nearest_in_series,
    parts_of,
    whole_event,
)

from . import access
from .page import frame
from .paging import Pages

UPCOMING = 25
SERIES = 30
"""Series and years that the index names at its side: those with the most events."""
YEARS = 120


def list(request: HttpRequest) -> HttpResponse:
    year, series, problems = _asked_for(request)
    events = Event.objects.select_related("series", "part_of")
    if year:
        events = events.of_year(year)
    if series:
        events = events.filter(series=series)
    is_narrowed = bool(year or series)
    kept = {"year": year, "series": series and series.slug}
    pages = Pages(request, events if is_narrowed else events.past(), kept=kept)
    is_first = not is_narrowed and pages.page.number == 1
    upcoming = [*events.upcoming().order_by("start", "pk")[:UPCOMING]] if is_first else []
    _count_statements([*upcoming, *pages.items])
    context = {
        "upcoming": upcoming,
        "years": _by_year(pages.items),
        "all_years": _years(),
        "all_series": _series(),
        "year": year,
        "series": series,
        "pages": pages,
        "problems": problems + pages.problems,
    }
    head = frame(
        request,
        title=_title(year, series),
        description=_("Conferences, observances and meetings at which, or for which, they spoke."),
        trail=[(_("Events"), reverse("events.list"))] if is_narrowed else [],
        path=pages.path,
    )
    return render(request, "events/list.html", context | head)


def _asked_for(request: HttpRequest) -> Any:
    """Year and series as far as they were understood, and sentences about the rest."""
    typed_year, slug = request.GET.get("year", ""), request.GET.get("series", "")
    problems = []
    is_year = len(typed_year) <= 4 and typed_year.isdecimal() and int(typed_year) > 0
    year = int(typed_year) if is_year else None
    if typed_year and not year:
        problems.append(_("“%s” is not a year.") % as_typed(typed_year))
    series = EventSeries.objects.filter(slug=slug[:100].replace("\0", "")).first() if slug else None
    if slug and not series:
        problems.append(_("There is no series “%s”.") % as_typed(slug))
    return year, series, problems


def _title(year: int | None, series: EventSeries | None) -> str:
    if series:
        words = {"series": series.name, "year": year}
        return _("%(series)s: events in %(year)d") % words if year else series.name
    return _("Events in %d") % year if year else _("Events")


def _count_statements(events: Any) -> None:
    """Give each event the number of public statements made at it or for it, in one query."""
    if not events:
        return
    near = Speech.objects.published().in_any_of(events)
    pairs = near.order_by().values_list("event", "occasion").annotate(Count("pk"))
    counts: dict[int | None, int] = {}
    for at, marking, number in pairs:
        for event in {at, marking}:
            counts[event] = counts.get(event, 0) + number
    for event in events:
        event.statements = counts.get(event.pk, 0)


def _by_year(events: Any) -> Any:
    def year_of(event: Event) -> int | None:
        return event.start.year if event.start else event.year

    return [(year, [*those]) for year, those in groupby(events, year_of)]


def _years() -> Any:
    dated = Event.objects.filter(year__isnull=False).order_by("-year")
    return dated.values_list("year").annotate(Count("pk"))[:YEARS]


def _series() -> Any:
    return EventSeries.objects.largest()[:SERIES]


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    event = whole_event(slug) or access.record_at(Event, slug)
    if event.slug != slug:
        return access.moved(request, event)
    pages = Pages(request, Speech.objects.published().at_or_marking(event).with_people_and_texts())
    parts = parts_of(event)
    _count_statements(parts)
    total = pages.page.paginator.count
    earlier, later = nearest_in_series(event)
    context = {
        "event": event,
        "at_it": [speech for speech in pages.items if _is_within(event, speech)],
        "marking_it": [speech for speech in pages.items if not _is_within(event, speech)],
        "parts": parts,
        "total": total,
        "all_url": f"{reverse('speeches.list')}?event={event.slug}",
        "earlier": earlier,
        "later": later,
        "pages": pages,
        "problems": pages.problems,
    }
    above = [
        (str(record), record.get_absolute_url())
        for record in (event.series, event.part_of)
        if record is not None
    ]
    head = frame(
        request,
        title=str(event),
        description=_description(event, total),
        trail=[(_("Events"), reverse("events.list")), *above],
        path=pages.path,
        things=[linked_data.event(event, request.build_absolute_uri)],
    )
    return render(request, "events/detail.html", context | head)


def _is_within(event: Event, speech: Speech) -> bool:
    """Whether it was delivered at the event or at a part of it, not elsewhere to mark it."""
    at = speech.event
    return at is not None and event.pk in (at.pk, at.part_of_id)


def _description(event: Event, total: int) -> str:
    count = ngettext("%d statement", "%d statements", total) % total
    facts = [event.get_kind_display(), event.when, event.place, count, event.description]
    return "; ".join(fact for fact in facts if fact)
