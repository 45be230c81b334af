"""
Records that an editor had made at the desk: speakers, offices, organizations, events, occasions.

Takes what the fields hold and guesses nothing. What the archive holds already under the same name
is used, never made twice. Everything goes through the editorial verbs, so rights are theirs.
"""

from __future__ import annotations

from typing import Any

from speeches import editorial
from speeches.dates import PartialDate
from speeches.models import (
    Document,
    Event,
    EventOrganizer,
    EventSeries,
    Office,
    Organization,
    Speaker,
    Tenure,
)

from . import candidates
from .decided import read_date
from .events_proposed import OCCASION
from .matching import office_key
from .proposals import NEW, Proposal, key_of

__all__ = ["Maker"]

_LOOKED_AT = 200


class Maker:
    """Chooses or makes the records of one filing."""

    def __init__(self, document: Document, *, by: Any, note: str) -> None:
        self.document, self.by, self.note = document, by, note
        self.made: dict[tuple[str, str], Any] = {}

    def _add(self, record: Any) -> Any:
        return editorial.add_record(record, by=self.by, note=self.note)

    # -- people

    def speaker(self, proposal: Proposal) -> Speaker | None:
        """The speaker chosen, or a new one; the same new name twice in a document is one person."""
        if proposal.picked:
            return Speaker.objects.filter(pk=proposal.picked).first()
        if proposal.answer != NEW:
            return None
        name = (proposal.said("record") or proposal.typed.strip())[:200]
        if ("speaker", name) not in self.made:
            record = Speaker(
                name=name,
                sort_name=(proposal.said("sort") or name)[:200],
                kind=proposal.said("kind") or Speaker.Kind.PERSON,
            )
            self.made["speaker", name] = self._add(record)
        speaker: Speaker = self.made["speaker", name]
        return speaker

    def capacity(self, proposal: Proposal, speaker: Speaker) -> Tenure | None:
        """The office in which they spoke: held as we know, or shown by this document."""
        if proposal.picked:
            return Tenure.objects.filter(pk=proposal.picked).first()
        office = self._office(proposal)
        if office is None:
            return None
        known = Tenure.objects.filter(speaker=speaker, office=office, start=None).first()
        source = f"{self.document.title}, {self.document.published_on or 'no date'}"
        return known or self._add(
            Tenure(speaker=speaker, office=office, basis=Tenure.Basis.ATTESTED, source=source)
        )

    def _office(self, proposal: Proposal) -> Office | None:
        if proposal.picked_office:
            return Office.objects.filter(pk=proposal.picked_office).first()
        if proposal.answer != NEW:
            return None
        title = proposal.said("title") or proposal.typed.strip()
        organization = self.organization(proposal.said("body"))
        for office in Office.objects.filter(organization=organization)[:_LOOKED_AT]:
            if office_key(office.title) == office_key(title):
                return office
        office = Office(title=title[:200], organization=organization, is_single_seat=False)
        return self._add(office)  # type: ignore[no-any-return]

    def organization(self, name: str) -> Organization:
        """The one organization of this name, or a new one."""
        known = candidates.certain(candidates.organizations(name))
        if isinstance(known, Organization):
            return known
        return self._add(Organization(name=name[:200]))  # type: ignore[no-any-return]

    # -- events

    def occasion(self, proposal: Proposal) -> Event | None:
        """The Day or event that a statement marks."""
        return self._event(proposal, None)

    def event(self, proposal: Proposal, occasion: Event | None) -> Event | None:
        """The event at which it was made; a new one may be a part of the occasion."""
        return self._event(proposal, occasion if proposal.said("part") == OCCASION else None)

    def _event(self, proposal: Proposal, part_of: Event | None) -> Event | None:
        if proposal.picked:
            return Event.objects.filter(pk=proposal.picked).first()
        if proposal.answer != NEW:
            return None
        series, year = _series(proposal), proposal.said("year")
        event = Event(
            name=(proposal.said("record") or proposal.typed.strip())[:300],
            kind=proposal.said("kind"),
            series=series,
            year=int(year) if year else None,
            part_of=part_of,
            start=_day(proposal.said("start")),
            end=_day(proposal.said("end")),
            venue=proposal.said("venue")[:200],
            city=proposal.said("city")[:100],
            country=proposal.said("country"),
            source=self.document.title,
        )
        held = self._held(event)
        if held is not None:
            return held
        made: Event = self._add(event)
        self._organized(made, proposal.said("organizers"))
        self.made["event", made.name] = made
        return made

    def _held(self, event: Event) -> Event | None:
        """The observance of this series and year, or what this very document had made before."""
        same = self.made.get(("event", event.name))
        if same is not None and (same.start, same.series) == (event.start, event.series):
            return same  # type: ignore[no-any-return]
        year = event.year or (event.start.year if event.start else None)
        if event.series is None or year is None or event.kind != Event.Kind.OBSERVANCE:
            return None
        return Event.objects.filter(series=event.series, year=year, part_of=None).first()

    def _organized(self, event: Event, lines: str) -> None:
        names = [line.strip() for line in lines.split("\n") if line.strip()]
        for body in dict.fromkeys(map(self.organization, names)):
            self._add(EventOrganizer(event=event, organization=body))


def _series(proposal: Proposal) -> EventSeries | None:
    key = key_of(proposal.said("series"))
    return EventSeries.objects.filter(pk=key).first() if key else None


def _day(typed: str) -> PartialDate | None:
    return read_date(typed) if typed else None
