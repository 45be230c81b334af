"""Press releases of the United Nations: New York in its several ages, Geneva, Vienna."""

from __future__ import annotations

import re

from speeches.intake import patterns
from speeches.intake.accents import optional
from speeches.intake.page import Page
from speeches.intake.reading import Reading

from . import news_story, one_voice, voices
from .layout import Layout


def read(page: Page, layout: Layout) -> Reading:
    """A release that introduces a text, or one that tells what was said like a story."""
    introduced = any(patterns.INTRODUCTION.match(block.text) for block in page.paragraphs[:15])
    if not introduced and voices.is_reported(page):
        return news_story.read(page, layout)
    return one_voice.read(page, layout)


VIENNA_RELEASE = Layout(
    name="Press release of the United Nations Information Service, Vienna",
    kind="press-release",
    signs=(
        (re.compile(r"for information only\W{1,3}not an official document", re.I), 3),
        (re.compile(r"\bUNIS/[A-Z]+/\d+"), 3),
        (re.compile(r"\(UN Information Service\)"), 3),
    ),
    read=read,
)
NEW_YORK_RELEASE = Layout(
    name="Press release of the United Nations, New York",
    kind="press-release",
    signs=(
        (
            re.compile(
                r"^(?:SG|DSG|GA|ECOSOC|DEV|OBV|AFR|ENV|SC|PI|HR|REF|WOM|SOC|SAG"
                r"|TAD)/(?:[A-Z]{1,4}/)*\d+",
                re.M,
            ),
            2,
        ),
        (re.compile(rf"^{patterns.INTRODUCTION.pattern}", re.M | re.I), 2),
        (
            re.compile(
                r"department of public information|news and media division"
                r"|department of global comm",
                re.I,
            ),
            2,
        ),
        (
            re.compile(
                optional(r"département de l.information|département de la communication"), re.I
            ),
            2,
        ),
    ),
    read=read,
)
