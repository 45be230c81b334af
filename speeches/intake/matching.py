"""
Which record is meant by words that were read. Proposes, writes nothing, and says when none fits.

Records come as plain iterables, so that the same rules serve the database and the fixtures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from speeches.dates import PartialDate
from speeches.models import Event, EventName, EventSeries, SeriesName, Speaker, SpeakerName, Tenure
from speeches.offsets import fold

_UNITED_NATIONS = re.compile(r"^(?:the )?(?:united nations|un|u\.n\.) | of the united nations$")
_ACTING = re.compile(r"^acting ")


def speaker_named(
    name: str, speakers: Iterable[Speaker], names: Iterable[SpeakerName]
) -> Speaker | None:
    """The one speaker with this name or other name; None when there is none, or several."""
    wanted = fold(name)
    found = {id(s): s for s in speakers if fold(s.name) == wanted}
    found |= {id(n.speaker): n.speaker for n in names if fold(n.name) == wanted}
    return next(iter(found.values())) if len(found) == 1 else None


def office_key(title: str) -> str:
    """An office's title for comparison: without hyphens, “acting” and the United Nations."""
    bare = _UNITED_NATIONS.sub("", " ".join(fold(title).replace("-", " ").split()))
    return _ACTING.sub("", bare)


def tenure_held(
    speaker: Speaker, office: str, on: PartialDate | None, tenures: Iterable[Tenure]
) -> Tenure | None:
    """The speaker's tenure of the office as printed, that day; None when none or several fit."""
    found = [
        tenure
        for tenure in tenures
        if tenure.speaker.slug == speaker.slug
        and office_key(tenure.office.title) == office_key(office)
        and (on is None or may_hold(tenure, on))
    ]
    return found[0] if len(found) == 1 else None


def may_hold(tenure: Tenure, on: PartialDate) -> bool:
    """Whether the tenure may cover the day, as far as either is known."""
    first = tenure.start.earliest if tenure.start else None
    last = tenure.end.latest if tenure.end else None
    return not on.is_known or on.overlaps(first, last)


def series_named(
    name: str, series: Iterable[EventSeries], names: Iterable[SeriesName]
) -> EventSeries | None:
    """The series with this name or other name."""
    wanted = fold(name)
    for candidate in series:
        if fold(candidate.name) == wanted:
            return candidate
    return next((other.series for other in names if fold(other.name) == wanted), None)


def observance(series: EventSeries, year: int | None, events: Iterable[Event]) -> Event | None:
    """The event of a series in a year."""
    return next(
        (e for e in events if e.series and e.series.slug == series.slug and e.year == year), None
    )


def event_named(
    name: str, year: int | None, events: Iterable[Event], names: Iterable[EventName]
) -> Event | None:
    """The one event with this name or other name in a year; None when none or several fit."""
    wanted = fold(name)
    found = {id(e): e for e in events if fold(e.name) == wanted}
    found |= {id(n.event): n.event for n in names if fold(n.name) == wanted}
    fitting = [event for event in found.values() if year is None or event.year == year]
    return fitting[0] if len(fitting) == 1 else None
