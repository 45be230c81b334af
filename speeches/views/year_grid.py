"""The years of a series at a glance: what is held, what is known, where nobody has looked yet."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches.models import Event, EventSeries, Speech, SpeechText

MOST_YEARS = 150


def years_of(series: EventSeries) -> list[dict[str, Any]]:
    """
    A cell for each year since the series began, up to the last day it was kept: two queries.

    A year leads to its observance, or else to its first event. Read ``series.dates`` beforehand
    (prefetch) where several series stand on a page.
    """
    events = {event.pk: event for event in _events(series)}
    counts, held = _statements(events)
    today = timezone.localdate()
    first = [rule.from_year for rule in series.dates.all()] + [e.year for e in events.values()]
    kept = [day for rule in series.dates.all() if (day := rule.in_year(today.year))]
    last = today.year - 1 if kept and kept[0] > today else today.year
    pages: dict[int, Event] = {}
    for event in events.values():
        is_the_day = event.kind == Event.Kind.OBSERVANCE and event.part_of_id is None
        if is_the_day or event.year not in pages:
            pages[event.year] = event
    return [
        _cell(year, pages.get(year), counts.get(year, 0), year in held)
        for year in range(max(min(first, default=last + 1), last + 1 - MOST_YEARS), last + 1)
    ]


def _events(series: EventSeries) -> Any:
    return Event.objects.filter(series=series, year__isnull=False).order_by("start", "pk")


def _statements(events: dict[int, Event]) -> tuple[dict[int, int], set[int]]:
    """How many public statements a year has, and the years of which words are held."""
    words = SpeechText.objects.held().filter(speech=OuterRef("pk"))
    rows = (
        Speech.objects.published()
        .in_any_of(events)
        .order_by()
        .annotate(has_words=Exists(words))
        .values_list("event", "occasion", "has_words")
        .annotate(Count("pk"))
    )
    counts: dict[int, int] = {}
    held = set()
    for at, marking, has_words, number in rows:
        for year in {events[event].year or 0 for event in (at, marking) if event in events}:
            counts[year] = counts.get(year, 0) + number
            if has_words:
                held.add(year)
    return counts, held


def _cell(year: int, event: Event | None, count: int, is_held: bool) -> dict[str, Any]:
    label = _("not looked yet")
    if count:
        label = ngettext("%d statement", "%d statements", count) % count
        label += "" if is_held else _(", text not held")
    return {
        "year": year,
        "url": event and event.get_absolute_url(),
        "count": count,
        "state": "held" if is_held else "known" if count else "none",
        "label": label,
    }
