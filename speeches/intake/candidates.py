"""
Records that the words of a document may mean, each with the reason in words.

Proposes, never decides, and writes nothing. Every list is short, and every query is bounded: names
are looked up by their Latin form, which has an index; offices and series by the beginning of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from speeches import editorial
from speeches.dates import PartialDate
from speeches.models import (
    Event,
    EventName,
    EventSeries,
    Office,
    Organization,
    SeriesDate,
    SeriesName,
    Speaker,
    SpeakerName,
    Tenure,
)
from speeches.offsets import fold
from speeches.slugs import slugify

from .matching import may_hold, office_key
from .reading import Confidence

__all__ = ["Candidate", "capacities", "certain", "events", "occasions", "offices"]
__all__ += ["organizations", "speakers"]

SHOWN = 8
_LOOKED_AT = 60
_TITLES = re.compile(
    r"^(?:(?:h\.? ?e\.?|s\.? ?e\.?|mr|mrs|ms|mme|m|dr|sr|sra|prof|sir|dame|his excellency|"
    r"her excellency|ambassador|minister|the)\b\.? *)+",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"^(?:the )?(?:un|u\.n\.|united nations)\b ?", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """A record that may be meant, why, and how surely."""

    record: Any
    reason: str
    confidence: Confidence = Confidence.LIKELY


# -- people


def speakers(name: str, office: str = "", on: PartialDate | None = None) -> list[Candidate]:
    """
    Who may be meant by a printed name, or by an office alone, on a day.

    Names in capitals, in another order, script or spelling, with a title before them or cut to one
    word find their speaker; an office finds those who may have held it that day.
    """
    found: dict[Any, Candidate] = {}
    for candidate in (*_by_name(name), *_by_office(office or name, on)):
        first = found.setdefault(candidate.record.pk, candidate)
        if first is not candidate and candidate.confidence != Confidence.DOUBTFUL:
            both = f"{first.reason} {candidate.reason}"
            sure = Confidence.LIKELY if first.confidence == Confidence.DOUBTFUL else None
            found[candidate.record.pk] = Candidate(first.record, both, sure or first.confidence)
    return _ranked(found.values())


def _by_name(name: str) -> Iterable[Candidate]:
    bare = _TITLES.sub("", name).strip()
    key = slugify(bare, 100, fallback="")
    if not key:
        return
    exact = _exactly(bare, key)
    for speaker, printed in exact.items():
        yield Candidate(speaker, _same_name(bare, printed), Confidence.CERTAIN)
    words = key.split("-")
    for speaker in editorial.close_speakers(bare):
        if speaker.pk in {known.pk for known in exact}:
            continue
        own = slugify(speaker.name, 100).split("-")
        if sorted(own) == sorted(words):
            sure = Confidence.LIKELY if exact else Confidence.CERTAIN
            yield Candidate(speaker, "The same names in another order.", sure)
        elif set(words) < set(own):
            yield Candidate(speaker, f"“{bare}” is a part of the name.")
        else:
            yield Candidate(speaker, "The name is close.", Confidence.DOUBTFUL)


def _exactly(bare: str, key: str) -> dict[Speaker, str]:
    """Speakers with just this name or other name, and that name as we hold it."""
    found = {
        speaker: speaker.name
        for speaker in Speaker.objects.filter(Q(slug=key) | Q(sort_letters=key))[:_LOOKED_AT]
        if slugify(speaker.name, 100) == key or slugify(speaker.sort_name, 100) == key
    }
    forms = {bare, bare.title(), bare.upper(), " ".join(bare.split())}
    others = SpeakerName.objects.filter(name__in=forms).select_related("speaker")
    for other in others[:_LOOKED_AT]:
        found.setdefault(other.speaker, other.name)
    return found


def _same_name(printed: str, held: str) -> str:
    if printed == held:
        return "The name is the same."
    if fold(printed) == fold(held):
        return f"The name is the same but for capitals or signs: “{held}”."
    return f"Our spelling of the name: “{held}”."


def _by_office(title: str, on: PartialDate | None) -> Iterable[Candidate]:
    meant = offices(title)
    if not meant:
        return
    held = Tenure.objects.filter(office__in=meant).select_related("speaker", "office")
    for tenure in held.order_by("-start", "-pk")[:_LOOKED_AT]:
        if on is not None and on.is_known and may_hold(tenure, on):
            known = tenure.start or tenure.end
            sure = Confidence.LIKELY if known else Confidence.DOUBTFUL
            yield Candidate(tenure.speaker, f"Was {tenure.office.title} {_span(tenure)}.", sure)


def offices(title: str) -> list[Office]:
    """Offices of this title, in whatever organization; “acting” and hyphens apart."""
    key = office_key(_TITLES.sub("", title))
    start = slugify(key, 60, fallback="")
    if len(start) < 3:
        return []
    near = Office.objects.filter(_beginning("slug", start)).order_by("slug")[:_LOOKED_AT]
    return [office for office in near if office_key(office.title) == key]


def capacities(speaker: Speaker, title: str = "", on: PartialDate | None = None) -> list[Candidate]:
    """
    Offices that a speaker may have spoken in that day, that of the printed title first.

    None is certain where two fit alike: then a person chooses.
    """
    own = speaker.tenures.select_related("office__organization", "speaker").order_by("-start")
    wanted, found = office_key(title) if title else "", []
    for tenure in own[:_LOOKED_AT]:
        held = on is None or not on.is_known or may_hold(tenure, on)
        named = bool(wanted) and office_key(tenure.office.title) == wanted
        if not held:
            if named:
                reason = f"The office is printed, but was held {_span(tenure)}, not that day."
                found.append(Candidate(tenure, reason, Confidence.DOUBTFUL))
            continue
        reason = (
            f"The office is printed; held {_span(tenure)}." if named else f"Held {_span(tenure)}."
        )
        sure = Confidence.CERTAIN if named else Confidence.DOUBTFUL
        found.append(Candidate(tenure, reason, sure))
    if sum(candidate.confidence == Confidence.CERTAIN for candidate in found) > 1:
        found = [_doubted(candidate, "Another office fits too: choose.") for candidate in found]
    return _ranked(found)


def _doubted(candidate: Candidate, why: str) -> Candidate:
    sure = candidate.confidence
    sure = Confidence.LIKELY if sure == Confidence.CERTAIN else sure
    return Candidate(candidate.record, f"{candidate.reason} {why}", sure)


def _span(tenure: Tenure) -> str:
    first, last = tenure.start, tenure.end
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first}"
    return f"until {last}" if last else "at a time not known"


# -- occasions and events


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
    named = Event.objects.filter(_beginning("slug", key)) if key else Event.objects.none()
    by_other = EventName.objects.filter(name__in={name, name.title()}).select_related("event")
    same = [*named[:_LOOKED_AT], *(row.event for row in by_other[:_LOOKED_AT])]
    for event in same:
        if not key or _other_year(event, on):
            continue
        is_same = slugify(event.name, 100) == key or event in same[len(named[:_LOOKED_AT]) :]
        sure = Confidence.CERTAIN if is_same else Confidence.LIKELY
        found.setdefault(event.pk, Candidate(event, _why_event(event, place, is_same), sure))
    if occasion is not None:
        for event in Event.objects.filter(part_of=occasion).order_by("pk")[:_LOOKED_AT]:
            reason = f"Part of {occasion}" + (f", in {event.city}." if event.city else ".")
            fits = bool(event.city) and fold(event.city) in fold(f"{place} {name}")
            sure = Confidence.LIKELY if fits else Confidence.DOUBTFUL
            found.setdefault(event.pk, Candidate(event, reason, sure))
    for event in editorial.close_events(name, on) if name else ():
        found.setdefault(event.pk, Candidate(event, "The name is close.", Confidence.DOUBTFUL))
    if sum(candidate.confidence == Confidence.CERTAIN for candidate in found.values()) > 1:
        return _ranked(_doubted(c, "Another has this name too.") for c in found.values())
    return _ranked(found.values())


def _other_year(event: Event, on: PartialDate | None) -> bool:
    return bool(on and on.year and event.year and abs(on.year - event.year) > 0)


def _why_event(event: Event, place: str, is_same: bool) -> str:
    reason = "The name is the same" if is_same else "Its name begins so"
    if event.city and fold(event.city) in fold(place):
        reason += f", and so is the place, {event.city}"
    return f"{reason}: {event}, {event.when}." if event.when else f"{reason}: {event}."


# -- organizations


def organizations(name: str, place: str = "") -> list[Candidate]:
    """Organizations with this name or abbreviation; “UN” and “United Nations” are one word."""
    bare = _ENTITY.sub("", name).strip()
    stems = {slugify(name, 60, fallback="")}
    if bare != name:
        stems |= {slugify(f"{form} {bare}", 60, fallback="") for form in ("UN", "United Nations")}
    stems.discard("")
    where = Q(abbreviation=name.strip())
    for stem in stems:
        where |= _beginning("slug", stem)
    found = []
    for organization in Organization.objects.filter(where).order_by("name")[:_LOOKED_AT]:
        is_same = organization.slug in stems or slugify(organization.name) in stems
        here = bool(place) and fold(place) in fold(organization.name)
        if is_same or organization.abbreviation == name.strip():
            reason, sure = "The name is the same.", Confidence.CERTAIN
        elif here:
            reason, sure = f"Its name begins so, and names {place.title()}.", Confidence.CERTAIN
        else:
            reason, sure = "Its name begins so.", Confidence.LIKELY
        found.append(Candidate(organization, reason, sure))
    if sum(candidate.confidence == Confidence.CERTAIN for candidate in found) > 1:
        found = [_doubted(candidate, "Another fits too.") for candidate in found]
    return _ranked(found)


_RANK = (Confidence.CERTAIN, Confidence.LIKELY, Confidence.DOUBTFUL)


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The surest first, at most so many."""
    return sorted(candidates, key=lambda candidate: _RANK.index(candidate.confidence))[:SHOWN]


def _beginning(field: str, start: str) -> Q:
    """Begins so, as a range: every database answers it from the plain index."""
    return Q(**{f"{field}__gte": start, f"{field}__lt": start[:-1] + chr(ord(start[-1]) + 1)})


def certain(candidates: Iterable[Candidate]) -> Model | None:
    """The one record that is surely meant; None where none is, or several are."""
    sure = [c.record for c in candidates if c.confidence == Confidence.CERTAIN]
    return sure[0] if len(sure) == 1 else None
