"""One event with all that its page shows but statements, in prepared queries."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .event import Event, EventName, EventOrganizer
from .prepared import Prepared, bring


def whole_event(slug: str) -> Event | None:
    """The event of this slug, with what it belongs to, its other names and its organizers."""
    for event in _events(slug):
        bring(event, "names", _names(event.pk))
        bring(event, "organizers", _organizers(event.pk))
        return event
    return None


def parts_of(event: Event) -> list[Event]:
    """What took place within it, in the order of time; the first ``MOST_PARTS``."""
    return _parts(event.pk)


def nearest_in_series(event: Event) -> tuple[Event | None, Event | None]:
    """The nearest earlier and later event of the same kind in its series: one query."""
    if event.series_id is None or event.year is None:
        return None, None
    both = _nearest(event.series_id, event.kind, event.year)
    near = {other.year < event.year: other for other in both if other.year is not None}
    return near.get(True), near.get(False)


MOST_PARTS = 200

# -- the queries

_events = Prepared(
    lambda slug: Event.objects.filter(slug=slug).select_related("series", "part_of").order_by()
)
_names = Prepared(lambda event: EventName.objects.filter(event=event))
_organizers = Prepared(
    lambda event: EventOrganizer.objects.filter(event=event).select_related("organization")
)
_parts = Prepared(
    lambda event: Event.objects.filter(part_of=event).order_by("start", "pk")[:MOST_PARTS]
)


def _before_and_after(series: Any, kind: Any, year: Any) -> Any:
    alike = Event.objects.filter(series=series, kind=kind, part_of__isnull=True)
    before = alike.filter(year__lt=year).order_by("-year", "-pk")[:1]
    after = alike.filter(year__gt=year).order_by("year", "pk")[:1]
    either = Q(pk__in=before.values("pk")) | Q(pk__in=after.values("pk"))
    return Event.objects.filter(either).order_by()


_nearest = Prepared(_before_and_after)
