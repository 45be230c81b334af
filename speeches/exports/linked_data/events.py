"""Events and series as schema.org Event and EventSeries."""

from __future__ import annotations

from django_countries import countries

from speeches.models import Event, EventSeries

from .graph import Absolute, Thing, day, thing
from .people import organization

_STATUS = {
    Event.Status.CANCELLED: "https://schema.org/EventCancelled",
    Event.Status.PLANNED: "https://schema.org/EventScheduled",
}


def event(occasion: Event, absolute: Absolute) -> Thing:
    """An event with its place, its organizers, and what it belongs to."""
    address = absolute(occasion.get_absolute_url())
    above = [
        thing(kind, name=str(record), url=absolute(record.get_absolute_url()))
        for kind, record in (("Event", occasion.part_of), ("EventSeries", occasion.series))
        if record is not None
    ]
    described = thing(
        "Event",
        name=str(occasion),
        alternateName=[other.name for other in occasion.names.all()],
        description=occasion.description,
        startDate=day(occasion.start),
        endDate=day(occasion.end),
        eventStatus=_STATUS.get(Event.Status(occasion.status), ""),
        location=_place(occasion),
        organizer=[organization(row.organization) for row in occasion.organizers.all()],
        superEvent=above,
        url=address,
        sameAs=occasion.url,
    )
    return {"@id": address, **described}


def _place(occasion: Event) -> Thing | None:
    if not occasion.place:
        return None
    where = thing(
        "PostalAddress",
        addressLocality=occasion.city,
        addressCountry=str(occasion.country),
    )
    name = occasion.venue or occasion.city or countries.name(occasion.country)
    return thing("Place", name=name, address=where)


def series(whole: EventSeries, absolute: Absolute) -> Thing:
    """A series by name, other names and description."""
    address = absolute(whole.get_absolute_url())
    described = thing(
        "EventSeries",
        name=whole.name,
        alternateName=[other.name for other in whole.names.all()],
        description=whole.description,
        url=address,
    )
    return {"@id": address, **described}
