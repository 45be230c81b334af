"""Organizations that a printed name may mean."""

from __future__ import annotations

import re

from django.db.models import Q

from speeches.intake.reading import Confidence
from speeches.models import Organization
from speeches.offsets import fold
from speeches.slugs import slugify

from .ranking import LOOKED_AT, Candidate, beginning, doubted, ranked

_ENTITY = re.compile(r"^(?:the )?(?:un|u\.n\.|united nations)\b ?", re.IGNORECASE)


def organizations(name: str, place: str = "") -> list[Candidate]:
    """Organizations with this name or abbreviation; “UN” and “United Nations” are one word."""
    bare = _ENTITY.sub("", name).strip()
    stems = {slugify(name, 60, fallback="")}
    if bare != name:
        stems |= {slugify(f"{form} {bare}", 60, fallback="") for form in ("UN", "United Nations")}
    stems.discard("")
    where = Q(abbreviation=name.strip())
    for stem in stems:
        where |= beginning("slug", stem)
    found = []
    for organization in Organization.objects.filter(where).order_by("name")[:LOOKED_AT]:
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
        found = [doubted(candidate, "Another fits too.") for candidate in found]
    return ranked(found)
