"""The Day that a statement marks, and the event at which it was made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from speeches import editorial
from speeches.dates import PartialDate
from speeches.intake.reading import Confidence
from speeches.models import Event, EventName, EventSeries, SeriesDate, SeriesName
from speeches.offsets import fold
from speeches.slugs import slugify

from .ranking import LOOKED_AT, SHOWN, Candidate, beginning, doubted, ranked


def occasions(
    names: Iterable[str], on: PartialDate | None = None
) -> tuple[EventSeries | None, list[Candidate]]:
    """
    The observance that words of a document name, and the series that it belongs to.

    The series is given even where its event of that year is not in the archive yet. Without a
    name, a day on which a series is kept proposes it, doubtfully.
    """
    series = _series(names)
    year = on.year if on else None
    if series is not None:
        of_year = Event.objects.filter(series=series, part_of=None).order_by("-start")
        found = list(of_year.filter(year=year) if year else of_year)[:SHOWN]
        sure = Confidence.CERTAIN if year and len(found) == 1 else Confidence.LIKELY
        reason = "The document names its series" + (f", and it is of {year}." if year else ".")
        return series, [Candidate(event, reason, sure) for event in found]
    return None, _by_rule(on)


def _series(names: Iterable[str]) -> EventSeries | None:
    """By name or other name. The list of series is an authority list of some dozens of rows."""
    wanted = {fold(name) for name in names if name} - {""}
    wanted |= {re.sub(r"^the ", "", name) for name in wanted}
    if not wanted:
        return None
    slugs = {slugify(name, 100) for name in wanted}
    by_slug = EventSeries.objects.filter(slug__in=slugs).first()
    if by_slug is not None:
        return by_slug
    others = SeriesName.objects.select_related("series").order_by("pk")[:2000]
    return next((other.series for other in others if fold(other.name) in wanted), None)


def _by_rule(on: PartialDate | None) -> list[Candidate]:
    if on is None or not on.is_day or on.sort_day is None:
        return []
    day = on.sort_day
    rules = SeriesDate.objects.filter(month=day.month, day=day.day).select_related("series")
    kept = [rule.series for rule in rules if rule.in_year(day.year) == day]
    held = Event.objects.filter(series__in=kept, year=day.year, part_of=None)
    reason = f"It is kept on {day.day} {day:%B}; the document does not name it."
    return [Candidate(event, reason, Confidence.DOUBTFUL) for event in held[:SHOWN]]


def events(
    name: str,
    on: PartialDate | None = None,
    place: str = "",
    occasion: Event | None = None,
) -> list[Candidate]:
    """Events at which it may have been said: by name, by the Day that they are part of, place."""
    found: dict[Any, Candidate] = {}
    key = slugify(name, 100, fallback="")
    named = Event.objects.filter(beginning("slug", key)) if key else Event.objects.none()
    by_other = EventName.objects.filter(name__in={name, name.title()}).select_related("event")
    same = [*named[:LOOKED_AT], *(row.event for row in by_other[:LOOKED_AT])]
    for event in same:
        if not key or _other_year(event, on):
            continue
        is_same = slugify(event.name, 100) == key or event in same[len(named[:LOOKED_AT]) :]
        sure = Confidence.CERTAIN if is_same else Confidence.LIKELY
        found.setdefault(event.pk, Candidate(event, _why_event(event, place, is_same), sure))
    if occasion is not None:
        for event in Event.objects.filter(part_of=occasion).order_by("pk")[:LOOKED_AT]:
            reason = f"Part of {occasion}" + (f", in {event.city}." if event.city else ".")
            fits = bool(event.city) and fold(event.city) in fold(f"{place} {name}")
            sure = Confidence.LIKELY if fits else Confidence.DOUBTFUL
            found.setdefault(event.pk, Candidate(event, reason, sure))
    for event in editorial.close_events(name, on) if name else ():
        found.setdefault(event.pk, Candidate(event, "The name is close.", Confidence.DOUBTFUL))
    if sum(candidate.confidence == Confidence.CERTAIN for candidate in found.values()) > 1:
        return ranked(doubted(c, "Another has this name too.") for c in found.values())
    return ranked(found.values())


def _other_year(event: Event, on: PartialDate | None) -> bool:
    return bool(on and on.year and event.year and abs(on.year - event.year) > 0)


def _why_event(event: Event, place: str, is_same: bool) -> str:
    reason = "The name is the same" if is_same else "Its name begins so"
    if event.city and fold(event.city) in fold(place):
        reason += f", and so is the place, {event.city}"
    return f"{reason}: {event}, {event.when}." if event.when else f"{reason}: {event}."
