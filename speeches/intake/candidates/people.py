"""Speakers whom a printed name or office may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from speeches import editorial
from speeches.dates import PartialDate
from speeches.intake.matching import may_hold
from speeches.intake.reading import Confidence
from speeches.models import Speaker, SpeakerName, Tenure
from speeches.offsets import fold
from speeches.slugs import slugify

from .offices import held_span, offices
from .ranking import LOOKED_AT, Candidate, ranked

_TITLES = re.compile(
    r"^(?:(?:h\.? ?e\.?|s\.? ?e\.?|mr|mrs|ms|mme|m|dr|sr|sra|prof|sir|dame|his excellency|"
    r"her excellency|ambassador|minister|the)\b\.? *)+",
    re.IGNORECASE,
)


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
    return ranked(found.values())


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
        for speaker in Speaker.objects.filter(Q(slug=key) | Q(sort_letters=key))[:LOOKED_AT]
        if slugify(speaker.name, 100) == key or slugify(speaker.sort_name, 100) == key
    }
    forms = {bare, bare.title(), bare.upper(), " ".join(bare.split())}
    others = SpeakerName.objects.filter(name__in=forms).select_related("speaker")
    for other in others[:LOOKED_AT]:
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
    for tenure in held.order_by("-start", "-pk")[:LOOKED_AT]:
        if on is not None and on.is_known and may_hold(tenure, on):
            known = tenure.start or tenure.end
            sure = Confidence.LIKELY if known else Confidence.DOUBTFUL
            yield Candidate(tenure.speaker, f"Was {tenure.office.title} {held_span(tenure)}.", sure)
