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


def _last_change(path: str) -> Subquery:
    """When the last of the public statements changed that belong to a record by this path."""
    theirs = Speech.objects.published().order_by().filter(**{path: OuterRef("pk")})
    return Subquery(theirs.values(path).annotate(last=Max("modified_at")).values("last"))


class OfStatements(_Section):
    """Records with a public statement; each was last changed with the last of these."""

    def __init__(self, model: Any, path: str) -> None:
        super().__init__()
        self.model, self.path = model, path

    def items(self) -> Any:
        rows = self.model.objects.annotate(last=_last_change(self.path)).filter(last__isnull=False)
        return rows.order_by("pk").only("slug")

    def lastmod(self, record: Any) -> datetime.datetime:
        return record.last


class Everything(_Section):
    """
    Records that have a page of their own, with or without statements. Each was last changed with
    the last of those made at it (``at``) or for it (``marking``); with none, nobody knows when.
    """

    def __init__(self, model: Any, at: str, marking: str) -> None:
        super().__init__()
        self.model, self.paths = model, {"last_at": at, "last_marking": marking}

    def items(self) -> Any:
        last = {name: _last_change(path) for name, path in self.paths.items()}
        return self.model.objects.annotate(**last).order_by("pk").only("slug")

    def lastmod(self, record: Any) -> datetime.datetime | None:
        return max(filter(None, (record.last_at, record.last_marking)), default=None)


class Pages(_Section):
    """The lists: each was last changed with the last of all statements."""

    def items(self) -> list[tuple[str, datetime.datetime | None]]:
        last = Speech.objects.published().aggregate(last=Max("modified_at"))["last"]
        return [(name, last) for name in PAGES]

    def location(self, item: tuple[str, Any]) -> str:
        return reverse(item[0])

    def lastmod(self, item: tuple[str, datetime.datetime | None]) -> datetime.datetime | None:
        return item[1]


SECTIONS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": Pages(),
    "speeches": Speeches(),
    "tags": OfStatements(Tag, "tagged__tag"),
    "speakers": OfStatements(Speaker, "attributions__speaker"),
    "offices": OfStatements(Office, "attributions__tenure__office"),
    "documents": OfStatements(Document, "texts__document"),
    "events": Everything(Event, "event", "occasion"),
    "series": Everything(EventSeries, "event__series", "occasion__series"),
}
