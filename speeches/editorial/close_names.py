"""
Records whose name is close to a new one: Mohammed, Mohamed, A. J. Mohammed.

Candidates come from the database by index, a bounded number of them; only those are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from django.db.models import Q

from speeches.dates import PartialDate
from speeches.models import Event, Speaker, SpeakerName
from speeches.slugs import slugify

CANDIDATES = 300
"""How many records at most are compared with a name."""

SHOWN = 8


def close_speakers(name: str, sort_name: str = "", exclude: int | None = None) -> list[Speaker]:
    """Speakers who may be the same person: by name, sorted name or any name outlets print."""
    new = _words(name)
    beginnings = {word[:3] for word in {*new, *_words(sort_name)} if len(word) > 1}
    if not beginnings:
        return []
    by_name = Speaker.objects.filter(_any(beginnings, "slug") | _any(beginnings, "sort_letters"))
    other = SpeakerName.objects.filter(_any_case(beginnings, "name")).select_related("speaker")
    found = [(speaker, speaker.name) for speaker in by_name.order_by()[:CANDIDATES]]
    found += [(other_name.speaker, other_name.name) for other_name in other.order_by()[:CANDIDATES]]
    scores: dict[Speaker, float] = {}
    for speaker, printed in found:
        score = likeness(new, _words(printed))
        if score and speaker.pk != exclude:
            scores[speaker] = max(score, scores.get(speaker, 0))
    return sorted(scores, key=lambda speaker: (-scores[speaker], speaker.sort_name))[:SHOWN]


def close_events(
    name: str, start: PartialDate | None = None, exclude: int | None = None
) -> list[Event]:
    """Events that may be the same one: like names, and no two different years."""
    new = slugify(name, 200)
    near = _any({new[:12]}, "slug")
    year = start.year if start else None
    if year and 1 < year < 9999:
        near |= Q(
            start__gt=PartialDate.of(year - 1, 12, 31), start__lt=PartialDate.of(year + 1, 1, 1)
        )
    candidates = Event.objects.filter(near).exclude(pk=exclude).prefetch_related("names")
    scores: dict[Event, float] = {}
    for event in candidates.order_by()[:CANDIDATES]:
        if year and event.year and year != event.year:
            continue
        names = [event.name, *(other.name for other in event.names.all())]
        score = max(SequenceMatcher(None, new, slugify(known, 200)).ratio() for known in names)
        if score >= 0.85:
            scores[event] = score
    return sorted(scores, key=lambda event: (-scores[event], event.name))[:SHOWN]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """
    How alike two names are, word by word in any order, an initial standing for its word.

    0 unless each word of the shorter name has its like in the longer one.
    """
    shorter, longer = sorted((list(one), list(other)), key=len)
    scores, full_words = [], 0
    for word in sorted(shorter, key=len, reverse=True):
        best = max(longer, key=lambda candidate: _alike(word, candidate), default="")
        score = _alike(word, best)
        if not score:
            return 0
        longer.remove(best)
        scores.append(score)
        full_words += min(len(word), len(best)) > 1
    return sum(scores) / len(scores) if full_words else 0


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1
    if 1 in (len(one), len(other)):
        return 0.9 if one[:1] == other[:1] else 0
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= 0.82 else 0


def _words(name: str) -> list[str]:
    """The words of a name in Latin letters, small; the same from any script."""
    return [word for word in slugify(name, 200, fallback="").split("-") if word]


def _any(beginnings: set[str], field: str) -> Q:
    """Begins with one of these: as ranges, which every database answers from the plain index."""
    where = Q()
    for text in beginnings:
        where |= Q(**{f"{field}__gte": text, f"{field}__lt": text[:-1] + chr(ord(text[-1]) + 1)})
    return where


def _any_case(beginnings: set[str], field: str) -> Q:
    return _any({form for text in beginnings for form in (text, text.title(), text.upper())}, field)
