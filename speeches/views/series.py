"""One series of events: the days on which it is kept, its years, what was said."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from speeches.exports import linked_data
from speeches.models import Event, EventSeries, Speech

from . import access, year_grid
from .page import frame

NEWEST = 10
UPCOMING = 10


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    series = access.record_at(
        EventSeries, slug, EventSeries.objects.prefetch_related("names", "dates")
    )
    if series.slug != slug:
        return access.moved(request, series)
    newest = Speech.objects.published().in_series(series).for_lists()[:NEWEST]
    context = {
        "series": series,
        "years": year_grid.years_of(series),
        "next_day": _next_day(series),
        "upcoming": Event.objects.upcoming().filter(series=series).order_by("start")[:UPCOMING],
        "speeches": newest,
        "all_url": f"{reverse('speeches.list')}?series={series.slug}",
        "events_url": f"{reverse('events.list')}?series={series.slug}",
    }
    head = frame(
        request,
        title=series.name,
        description=series.description or _("%s: its years and what was said.") % series.name,
        trail=[(_("Events"), reverse("events.list"))],
        things=[linked_data.series(series, request.build_absolute_uri)],
    )
    return render(request, "series/detail.html", context | head)


def _next_day(series: EventSeries) -> Any:
    """The next day on which its rules keep the series, and the rule; None where none does."""
    today = timezone.localdate()
    for year in range(today.year, min(today.year + 9, datetime.MAXYEAR + 1)):  # 29 February
        for rule in series.dates.all():
            day = rule.in_year(year)
            if day and day >= today:
                return {"day": day, "rule": rule}
    return None
