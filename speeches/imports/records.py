"""
The records that rows name: speakers, offices, organizations, events, series, tags, rights.

Found by exactly their name or another of their names, else made, with whoever imports as the one
who did it. Nothing is guessed: of two that are called the same none is taken, unless the row tells
them apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q

from speeches import editorial, offsets
from speeches.dates import PartialDate
from speeches.models import (
    Event,
    EventName,
    EventSeries,
    Office,
    Organization,
    Rights,
    Speaker,
    SpeakerName,
    Tag,
    Tenure,
)

from .row import Row, RowError

__all__ = ["Records"]

MOST_KEPT = 50_000
"""Names that are remembered; beyond them all are looked up again."""


class Records:
    """What rows name, as rows of the archive; remembers what it has found."""

    def __init__(self, by: Any, note: str, rights: Rights | None) -> None:
        self.by, self.note, self.default_rights = by, note, rights
        self._known: dict[tuple[Any, ...], Any] = {}

    def forget(self) -> None:
        """What was made may be undone: look everything up anew."""
        self._known.clear()

    def _remembered(self, key: tuple[Any, ...], find: Any) -> Any:
        if key not in self._known:
            if len(self._known) > MOST_KEPT:
                self.forget()
            self._known[key] = find()
        return self._known[key]

    def _made(self, record: Model) -> Any:
        try:
            return editorial.add_record(record, by=self.by, note=self.note)
        except editorial.RefusedError as error:
            raise RowError(*map(str, error.points)) from error

    # -- people

    def author(self, row: Row) -> Speaker | None:
        """Who speaks; None where two are called so: the printed name then stands alone."""
        if not row.speaker:
            return None
        fields = {"kind": row.speaker_kind, "country": row.speaker_country}
        return self._speaker(row.speaker, fields | {"sort_name": row.speaker_sort_name})

    def body(self, name: str) -> Speaker | None:
        """The State or body on whose behalf somebody speaks."""
        return self._speaker(name, {"kind": Speaker.Kind.BODY, "country": "", "sort_name": ""})

    def _speaker(self, name: str, fields: dict[str, str]) -> Speaker | None:
        kind, country = fields["kind"], fields["country"]

        def find() -> Speaker | None:
            others = SpeakerName.objects.filter(name=name).values_list("speaker", flat=True)
            named = Q(name=name) | Q(pk__in=list(others[:20]))
            found = list(Speaker.objects.filter(named, kind=kind).order_by("pk")[:20])
            if country:
                same = [speaker for speaker in found if speaker.country == country]
                unsaid = [speaker for speaker in found if not speaker.country]
                if unsaid and not same and kind == Speaker.Kind.PERSON:
                    return None  # it may be this one or another: nothing tells
                found = same or unsaid
            if not found:
                fields["sort_name"] = fields["sort_name"] or name
                return self._made(Speaker(name=name, **fields))
            return found[0] if len(found) == 1 else None

        return self._remembered(("speaker", kind, country, name), find)

    def tenure(self, row: Row, speaker: Speaker) -> Tenure | None:
        """The capacity that the row states; one that the list has for that day before a new one."""
        if not (row.office and row.organization):
            return None
        office = self._office(row)
        day = row.date.sort_day if row.date.is_known else None
        held = self._remembered(
            ("tenures", speaker.pk, office.pk),
            lambda: list(Tenure.objects.filter(speaker=speaker, office=office).order_by("pk")),
        )
        fitting = [tenure for tenure in held if _holds(tenure, day)]
        without_dates = [tenure for tenure in held if tenure.start is None]
        if len(fitting) != 1 and not without_dates:
            new = Tenure(speaker=speaker, office=office, basis=Tenure.Basis.ATTESTED)
            without_dates.append(self._made(new))
            held += without_dates
        return fitting[0] if len(fitting) == 1 else without_dates[0]

    def _office(self, row: Row) -> Office:
        organization = self.organization(
            row.organization, row.organization_kind, row.organization_country
        )

        def find() -> Office:
            found = Office.objects.filter(title=row.office, organization=organization).first()
            return found or self._made(
                Office(title=row.office, organization=organization, is_single_seat=False)
            )

        return self._remembered(("office", row.office, organization.pk), find)

    def organization(
        self, name: str, kind: str = Organization.Kind.OTHER, country: str = ""
    ) -> Organization:
        """By its name or abbreviation. Raises RowError where an abbreviation means several."""

        def find() -> Organization:
            named = Organization.objects.filter(name=name).first()
            short = list(Organization.objects.filter(abbreviation=name)[:2])
            if named is None and len(short) > 1:
                raise RowError(f"Two organizations are abbreviated “{name}”: give the full name.")
            made = Organization(name=name, kind=kind, country=country)
            return named or next(iter(short), None) or self._made(made)

        return self._remembered(("organization", name), find)

    # -- occasions

    def event(self, row: Row) -> Event | None:
        """Where it was said."""
        if not row.event:
            return None
        start = row.event_start
        year = start.year if start else row.date.year
        key = ("event", row.event, year, start and int(start))

        def make() -> Event:
            series = self._series(row.event_series) if row.event_series else None
            fields = {"venue": row.venue, "city": row.city, "country": row.country}
            dates = {"start": start, "end": row.event_end, "year": year}
            kind = row.event_kind
            return self._made(Event(name=row.event, kind=kind, series=series, **dates, **fields))

        return self._remembered(key, lambda: self._event(row.event, year, start) or make())

    def occasion(self, row: Row) -> Event | None:
        """What it marks: by its name, or the observance that its series had that year."""
        if not row.occasion:
            return None
        name, year, kind = row.occasion, row.date.year, Event.Kind.OBSERVANCE

        def find() -> Event:
            kept = Event.objects.filter(kind=kind, part_of=None, year=year)
            named = Q(series__name=name) | Q(series__names__name=name)
            found = self._event(name, year) or (year and kept.filter(named).first())
            return found or self._made(Event(name=name, kind=kind, year=year))

        return self._remembered(("occasion", name, year), find)

    def _event(self, name: str, year: int | None, start: PartialDate | None = None) -> Event | None:
        """The one event of this name and year."""
        others = EventName.objects.filter(name=name).values_list("event", flat=True)
        rows = Event.objects.filter(Q(name=name) | Q(pk__in=list(others[:20])))
        if year is not None:
            rows = rows.filter(Q(year=year) | Q(year__isnull=True))
        found = list(rows.order_by("pk")[:20])
        if len(found) > 1 and start is not None:
            found = [event for event in found if event.start == start] or found
        if len(found) > 1:
            raise RowError(f"Several events are called “{name}”: nothing tells which is meant.")
        return found[0] if found else None

    def _series(self, name: str) -> EventSeries:
        def find() -> EventSeries:
            named = Q(name=name) | Q(names__name=name)
            found = EventSeries.objects.filter(named).order_by("pk").first()
            return found or self._made(EventSeries(name=name))

        return self._remembered(("series", name), find)

    # -- the rest

    def tags(self, names: Iterable[str]) -> list[Tag]:
        """By name or label, however cased; a name that no tag has becomes a topic."""
        found = {tag.pk: tag for tag in map(self._tag, names)}
        return list(found.values())

    def _tag(self, name: str) -> Tag:
        def find() -> Tag:
            return Tag.objects.labelled(name).first() or self._made(Tag(name=name))

        return self._remembered(("tag", offsets.fold(name)), find)

    def rights(self, row: Row) -> Rights | None:
        """By name or slug; else what was asked for all rows. Raises RowError for an unknown one."""
        if not row.rights:
            return self.default_rights
        found = self._remembered(
            ("rights", row.rights),
            lambda: Rights.objects.filter(Q(name=row.rights) | Q(slug=row.rights)).first(),
        )
        if found is None:
            raise RowError(f"rights: there are none called “{row.rights}”. Write them first.")
        return found


def _holds(tenure: Tenure, day: Any) -> bool:
    """Whether the dates of a tenure say that it was held that day."""
    if day is None or tenure.start is None or not tenure.start.is_known:
        return False
    end = tenure.end.latest if tenure.end and tenure.end.is_known else None
    first = tenure.start.earliest
    return (first is None or first <= day) and (end is None or day <= end)
