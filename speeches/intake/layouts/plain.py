"""A text in one voice on a page of no layout that we know."""

from __future__ import annotations

from speeches.intake.page import Page
from speeches.intake.reading import Reading

from . import news_story, one_voice, voices
from .layout import Layout


def read(page: Page, layout: Layout) -> Reading:
    """Somebody's own words, or a report of them."""
    if voices.is_reported(page):
        return news_story.read(page, news_story.NEWS_STORY)
    return one_voice.read(page, layout)


PLAIN_STATEMENT = Layout(name="", kind="web-page", signs=(), read=read)
