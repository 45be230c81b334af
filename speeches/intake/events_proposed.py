"""Where a statement was made and what it marks: as proposals, with what a new event would be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from django_countries import countries

from speeches.dates import PartialDate
from speeches.models import Event, EventSeries

from . import candidates, naming
from .candidates import Candidate
from .proposals import LOOK_FOR, NEW, NONE, Choice, Detail, Proposal, Sheet, in_words
from .reading import Fact, Statement

__all__ = ["OCCASION", "Events"]

OCCASION = "occasion"
"""A new event may be a part of the occasion that the statement marks, whichever that will be."""
_PARTS = (("", "Nothing else"), (OCCASION, "The occasion that it marks"))
_COUNTRIES = (("", "–"), *countries)


class Events:
    """The event and the occasion of one statement."""

    def __init__(self, sheet: Sheet, prefix: str, read: Statement, day: PartialDate | None) -> None:
        self.sheet, self.prefix, self.read, self.day = sheet, prefix, read, day

    @cached_property
    def marked(self) -> tuple[EventSeries | None, list[Candidate]]:
        """The series whose name the document prints, and its events that may be meant."""
        facts = [self.read.occasion, *self.read.occasion_names]
        names = [fact.value for fact in facts if fact]
        typed = self.sheet.decided(f"{self.prefix}-occasion-name")
        return candidates.occasions([typed] if typed else names, self.day)

    # -- what it marks

    def occasion(self) -> Proposal:
        """The Day or event that it was made for."""
        series, found = self.marked
        name, fact = f"{self.prefix}-occasion", self.read.occasion
        more = [Choice(NONE, "It marks nothing, or it is not known")]
        typed = self.sheet.decided(f"{name}-name", fact.value if fact else "")
        if not found and (series is not None or typed.strip()):
            more.insert(0, self._new_occasion(series))
        proposal = self.sheet.choice(name, "Occasion that it marks", fact, found, more, LOOK_FOR)
        called = series.name if series else naming.event_name(typed)
        proposal.details = list(self._new_event(name, called, "observance", series))
        return proposal

    def _new_occasion(self, series: EventSeries | None) -> Choice:
        if series is None:
            return Choice(NEW, "A new occasion of this name")
        year = f" {self.day.year}" if self.day and self.day.year else ""
        reason = "The series is ours, this year of it is not yet."
        return Choice(NEW, f"New: {series}{year}", reason)

    # -- where it was made

    def event(self) -> Proposal:
        """The event at which it was said."""
        name, fact = f"{self.prefix}-event", self.read.event
        typed = self.sheet.decided(f"{name}-name", fact.value if fact else "")
        place = self.read.place.value if self.read.place else ""
        occasion = candidates.certain(self.marked[1])
        part_of = occasion if isinstance(occasion, Event) and typed else None
        found = candidates.events(typed, self.day, place, part_of) if typed else []
        more = [
            Choice(NEW, "A new event of this name"),
            Choice(NONE, "Delivered nowhere, or it is not known"),
        ]
        proposal = self.sheet.choice(name, "Delivered at", fact, found, more, LOOK_FOR, help=place)
        kind = naming.event_kind(typed)
        details = self._new_event(name, naming.event_name(typed), kind, None)
        proposal.details = [*details, *self._where(name, place), *self._with_whom(name, part_of)]
        return proposal

    def _new_event(
        self, name: str, called: str, kind: str, series: EventSeries | None
    ) -> Iterator[Detail]:
        sheet = self.sheet
        first, last = self._days(name)
        yield sheet.detail(f"{name}-record", "Name of the new event", called)
        yield sheet.detail(f"{name}-kind", "Kind", kind, options=Event.Kind.choices)
        yield sheet.detail(f"{name}-start", "From", first, help="As far as it is known.")
        yield sheet.detail(f"{name}-end", "Until", last)
        year = str(self.day.year) if series and self.day and self.day.year else ""
        rows = EventSeries.objects.order_by("name").values_list("pk", "name")
        options = [("", "None"), *((str(pk), label) for pk, label in rows)]
        of = str(series.pk) if series else ""
        yield sheet.detail(f"{name}-series", "Series", of, options=options)
        yield sheet.detail(f"{name}-year", "Year of the series", year)

    def _days(self, name: str) -> tuple[str, str]:
        """From when to when: as printed of the event, else the one day of the statement."""
        read = self.read
        if name.endswith("-event") and (read.event_from or read.event_until):
            return in_words(read.event_from), in_words(read.event_until)
        if self.day is None or not self.day.is_day:
            return "", ""
        return in_words(Fact("", 0, 0, date=self.day)), ""

    def _where(self, name: str, place: str) -> Iterator[Detail]:
        venue, city, rest = naming.place_parts(place)
        yield self.sheet.detail(f"{name}-venue", "Venue", venue)
        yield self.sheet.detail(f"{name}-city", "City", city)
        yield self.sheet.detail(
            f"{name}-country", "Country", _country(city, rest), options=_COUNTRIES
        )

    def _with_whom(self, name: str, part_of: Event | None) -> Iterator[Detail]:
        bodies = "\n".join(dict.fromkeys(fact.value for fact in self.read.organizers))
        yield self.sheet.detail(
            f"{name}-organizers",
            "Organizers, one on a line",
            bodies,
            lines=True,
            help="One that the archive does not hold becomes a new organization.",
        )
        of = OCCASION if part_of is not None else ""
        yield self.sheet.detail(f"{name}-part", "It is a part of", of, options=_PARTS)


def _country(city: str, rest: str) -> str:
    """The country that is printed behind the city, else that of an event of ours in this city."""
    if rest and (code := countries.by_name(rest, language="en")):
        return str(code)
    held = Event.objects.filter(city=city).exclude(country="").first() if city else None
    return str(held.country.code) if held else ""
