"""
The layouts that the reader knows. To add one: a module beside ``news_story.py`` or ``un_press.py``
with its signs and its reading function, and a name in ``ALL``.
"""

from __future__ import annotations

from speeches.intake.page import Page

from .layout import Layout
from .news_story import NEWS_STORY
from .not_a_statement import NOT_A_STATEMENT
from .plain import PLAIN_STATEMENT
from .transcript import TRANSCRIPT
from .un_press import NEW_YORK_RELEASE, VIENNA_RELEASE

ALL: tuple[Layout, ...] = (
    NOT_A_STATEMENT,
    TRANSCRIPT,
    VIENNA_RELEASE,
    NEW_YORK_RELEASE,
    NEWS_STORY,
)

__all__ = ["ALL", "Layout", "recognise"]


def recognise(page: Page) -> Layout:
    """The layout that most signs speak for; a plain statement where none is recognised."""
    best = max(ALL, key=lambda layout: layout.weight(page))
    return best if best.weight(page) else PLAIN_STATEMENT
