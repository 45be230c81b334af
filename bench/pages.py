"""The pages that are measured, by name: addresses of each in this archive, and what is wanted."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import generate


@dataclass(frozen=True)
class Page:
    """A kind of page. ``wanted``: its p50 as a multiple of the floor's, at 100,000 statements."""

    name: str
    addresses: list[str]
    wanted: float | None = None


def pages() -> list[Page]:
    """All that are measured, of this archive; several of each kind, so that none is just kept."""
    from speeches.models import Event, Speaker, Speech, Tag

    chance = random.Random(7)
    number = Speech.objects.published().count()
    keys = [chance.randrange(1, number) for _ in range(60)]
    slugs = list(Speech.objects.filter(pk__in=keys).values_list("slug", flat=True))
    tags = list(Tag.objects.order_by("pk").values_list("slug", flat=True)[:200:10])
    speakers = list(Speaker.objects.order_by("pk").values_list("slug", flat=True)[:50])
    events = list(Event.objects.order_by("pk").values_list("slug", flat=True)[:40])
    dated = Speech.objects.published().filter(pk__in=keys).values_list("delivered_on__year")
    years = sorted({year for (year,) in dated if year})
    letters = [slug[:3] for slug in speakers]
    last = max(1, number // 25)
    deep = [min(1000, last) - place for place in range(min(10, last))]
    return [
        Page("home", ["/"]),
        Page("one statement", [f"/speeches/{slug}/" for slug in slugs], 3),
        Page("list, page 1", ["/speeches/"], 6),
        Page("list, page 1,000 (or the last)", _list({"page": page} for page in deep), 6),
        Page("list of a tag", _list({"tag": slug} for slug in tags), 6),
        Page("list of a speaker and year", _list(_speaker_and_year(speakers)), 6),
        Page("tag", [f"/tags/{slug}/" for slug in tags], 6),
        Page("speaker", [f"/speakers/{slug}/" for slug in speakers], 6),
        Page("year", [f"/speeches/{year}/" for year in years], 6),
        Page("event", [f"/events/{slug}/" for slug in events]),
        Page("search, a rare word", _list([{"q": generate.RARE}]), 8),
        Page("search, a medium word", _list([{"q": generate.MEDIUM}]), 8),
        Page("search, a phrase", _list([{"q": f'"{generate.PHRASE}"'}]), 8),
        Page("search, a word in nearly all", _list([{"q": generate.COMMON}]), 12),
        Page("suggestions", [f"/speeches/suggestions/?q={begun}" for begun in letters], 2),
    ]


def _list(queries: Iterable[dict[str, Any]]) -> list[str]:
    return [f"/speeches/?{urlencode(query)}" for query in queries]


def _speaker_and_year(slugs: list[str]) -> list[dict[str, Any]]:
    return [
        {"speaker": slug, "year": year}
        for slug, year in zip(slugs, range(2024, 1984, -1), strict=False)
    ]


def queries_of(page: Page, client: Callable[[str], Any]) -> int:
    """How many queries a visit takes, once things are warm."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client(page.addresses[0])
    with CaptureQueriesContext(connection) as captured:
        client(page.addresses[-1])
    return len(captured)
