"""Atom feeds: what has lately been added to a list of statements."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from speeches.models import Speech, SpeechQuerySet

NEWEST = 30
_NEVER = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Atom(Atom1Feed):
    """Atom, in which a feed of nothing is always the same feed, whenever it is asked for."""

    def latest_post_date(self) -> datetime.datetime:
        return super().latest_post_date() if self.items else _NEVER


@dataclass(frozen=True)
class Subject:
    """What a feed is about: its title, the page it follows, and the statements."""

    title: str
    page: str
    statements: SpeechQuerySet


class Lately(Feed):
    """Statements, those published last first: subscribers hear of old ones that are new here."""

    feed_type = _Atom

    def get_object(self, request: HttpRequest, subject: Subject) -> Subject:  # type: ignore[override]
        self.absolute = request.build_absolute_uri
        self.feed_url = request.get_full_path()
        return subject

    def title(self, subject: Subject) -> str:
        return _clean(f"{subject.title} · sscoop")

    def link(self, subject: Subject) -> str:
        return subject.page

    def items(self, subject: Subject) -> Any:
        return subject.statements.lately_published().for_lists()[:NEWEST]

    def item_title(self, item: Any) -> str:
        return _clean(item.title)

    def item_description(self, item: Any) -> str:
        """Who, when, and the beginning of the words; never the whole text."""
        author, text = item.author, item.preferred_text
        who = ", ".join(filter(None, [author.display_name, author.capacity])) if author else ""
        words = item.summary or (text.excerpt if text else "")
        return _clean(" · ".join(filter(None, [who, str(item.delivered), words])))

    def item_guid(self, item: Speech) -> str:
        return self.absolute(reverse("id.speech", args=[item.pid]))

    def item_pubdate(self, item: Speech) -> datetime.datetime | None:
        return item.published_at

    def item_updateddate(self, item: Speech) -> datetime.datetime:
        return item.modified_at

    def item_author_name(self, item: Speech) -> str | None:
        return _clean(item.author.display_name) if item.author else None

    def item_categories(self, item: Any) -> list[str]:
        return [_clean(row.tag.name) for row in item.taggings]


def _clean(text: str) -> str:
    """XML has no place for control characters, however they came into a title."""
    return _NOT_IN_XML.sub(" ", text)
