"""What search engines may read: every public page, with the moment of its last change."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, OuterRef, Subquery
from django.urls import reverse

from speeches.models import Document, Event, EventSeries, Office, Speaker, Speech, Tag

PAGES = (
    "home",
    "about",
    "speeches.list",
    "speeches.years",
    "tags.list",
    "speakers.list",
    "events.list",
    "places.list",
    "documents.list",
)


class _Section(Sitemap):
    limit = 5_000

    def get_latest_lastmod(self) -> datetime.datetime | None:
        """None rather than reading every row to find out."""
        return None


class Speeches(_Section):
    def items(self) -> Any:
        return Speech.objects.published().only("slug", "modified_at", "sort_key")

    def lastmod(self, speech: Speech) -> datetime.datetime:
        return speech.modified_at

    def get_latest_lastmod(self) -> datetime.datetime | None:
        return Speech.objects.published().aggregate(last=Max("modified_at"))["last"]


class OfStatements(_Section):
    """Records with a public statement; each was last changed with the last of these."""

    def __init__(self, model: Any, path: str) -> None:
        super().__init__()
        self.model, self.path = model, path

    def items(self) -> Any:
        theirs = Speech.objects.published().order_by().filter(**{self.path: OuterRef("pk")})
        last = theirs.values(self.path).annotate(last=Max("modified_at")).values("last")
        rows = self.model.objects.annotate(last=Subquery(last)).filter(last__isnull=False)
        return rows.order_by("pk").only("slug")

    def lastmod(self, record: Any) -> datetime.datetime:
        return record.last


class Everything(_Section):
    """Records that have a page of their own, with or without statements."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def items(self) -> Any:
        return self.model.objects.order_by("pk").only("slug")


class Pages(_Section):
    def items(self) -> list[str]:
        return [*PAGES]

    def location(self, item: str) -> str:
        return reverse(item)


SECTIONS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": Pages(),
    "speeches": Speeches(),
    "tags": OfStatements(Tag, "tagged__tag"),
    "speakers": OfStatements(Speaker, "attributions__speaker"),
    "offices": OfStatements(Office, "attributions__tenure__office"),
    "documents": OfStatements(Document, "texts__document"),
    "events": Everything(Event),
    "series": Everything(EventSeries),
}
