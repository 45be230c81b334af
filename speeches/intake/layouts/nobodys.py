"""
A text under a head that is in nobody's voice: an announcement, a notice, news of an office.

It says neither “I” nor “we”, no audience is addressed, and its head names no statement. It is a
release: its day is that of issue, and a speaker it has only where it tells who announced it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.intake import credits, mentions, patterns, quoting
from speeches.intake.page import date_in, fact
from speeches.intake.paste import Block
from speeches.intake.reading import Basis, Confidence

from . import voices
from .closing import Body
from .head import Head
from .head.lines import CREDIT_LINE
from .head.naming import take_credit

_RELEASE = re.compile(r"\b(?:press|media|news)\b", re.I)
_SHORTEST = 80
_LOOKED_AT = 2


def is_notice(head: Head, paragraphs: list[Block]) -> bool:
    """Whether a text is told by an office, and not said by anybody."""
    if head.is_introduced or head.is_salutation or not paragraphs:
        return False
    title = head.title.value if head.title else ""
    if head.kind and not (head.kind.value == "statement" and _RELEASE.search(title)):
        return False
    if CREDIT_LINE.match(title) or patterns.kind_named(title):
        return False
    latin = re.search(r"[a-z]{3}", paragraphs[0].text) is not None
    letters = sum(len(block.text) for block in paragraphs)
    return latin and letters > _SHORTEST and not voices.is_anyones(paragraphs)


def take_notice(head: Head, body: Body) -> None:
    """The day of issue, and who announced it, where the first sentences tell."""
    if head.released is None:
        head.released, head.delivered = head.delivered or head.dateline_date, None
    if head.released is None:
        days = [day for line in body.signature if (day := date_in(line.words))]
        head.released = days[-1] if days else None
    head.speaker = head.capacity = head.printed_as = None
    for block in body.paragraphs[:_LOOKED_AT]:
        held = mentions.find(block.text)
        mention, says = quoting.speaker_in(block.text, 0, len(block.text), held)
        if mention is None or not says:
            continue
        credit = None if mention.name else credits.person_at(block.text, mention.start)
        if credit and credit.name:
            take_credit(head, credit, block.words)
            return
        if mention.name:
            head.speaker = fact(block.words, *mention.name_span)
        if mention.office_span:
            head.capacity = fact(block.words, *mention.office_span)
        printed = fact(block.words, mention.start, mention.end)
        head.printed_as = replace(printed, basis=Basis.PRINTED, confidence=Confidence.LIKELY)
        return
