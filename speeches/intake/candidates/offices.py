"""Offices of a printed title, and the capacities in which somebody may have spoken."""

from __future__ import annotations

import re

from speeches.dates import PartialDate
from speeches.intake.matching import may_hold, office_key
from speeches.intake.reading import Confidence
from speeches.models import Office, Speaker, Tenure
from speeches.slugs import slugify

from .ranking import LOOKED_AT, Candidate, beginning, doubted, ranked

_ARTICLE = re.compile(r"^the ", re.IGNORECASE)


def offices(title: str) -> list[Office]:
    """Offices of this title, in whatever organization; “acting” and hyphens apart."""
    key = office_key(_ARTICLE.sub("", title))
    start = slugify(key, 60, fallback="")
    if len(start) < 3:
        return []
    near = Office.objects.filter(beginning("slug", start)).order_by("slug")[:LOOKED_AT]
    return [office for office in near if office_key(office.title) == key]


def capacities(speaker: Speaker, title: str = "", on: PartialDate | None = None) -> list[Candidate]:
    """
    Offices that a speaker may have spoken in that day, that of the printed title first.

    None is certain where two fit alike: then a person chooses.
    """
    own = speaker.tenures.select_related("office__organization", "speaker").order_by("-start")
    wanted, found = office_key(title) if title else "", []
    for tenure in own[:LOOKED_AT]:
        held = on is None or not on.is_known or may_hold(tenure, on)
        named = bool(wanted) and office_key(tenure.office.title) == wanted
        if not held:
            if named:
                reason = f"The office is printed, but was held {held_span(tenure)}, not that day."
                found.append(Candidate(tenure, reason, Confidence.DOUBTFUL))
            continue
        when = held_span(tenure)
        reason = f"The office is printed; held {when}." if named else f"Held {when}."
        sure = Confidence.CERTAIN if named else Confidence.DOUBTFUL
        found.append(Candidate(tenure, reason, sure))
    if sum(candidate.confidence == Confidence.CERTAIN for candidate in found) > 1:
        found = [doubted(candidate, "Another office fits too: choose.") for candidate in found]
    return ranked(found)


def held_span(tenure: Tenure) -> str:
    """When an office was held, in words."""
    first, last = tenure.start, tenure.end
    if first and last:
        return f"from {first} to {last}"
    if first:
        return f"from {first}"
    return f"until {last}" if last else "at a time not known"
