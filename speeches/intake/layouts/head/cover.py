"""What the note above a text that was sent on tells of it: who said it, when, where, at what."""

from __future__ import annotations

from speeches.intake import furniture
from speeches.intake.page import Page
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from .found import Head
from .introduced import take_introduction


def take_cover(head: Head, page: Page) -> None:
    """What “please find below the remarks that … delivered yesterday at …” says, where the head
    itself does not."""
    note = _note(page, head.body_start)
    if note is None:
        return
    told = Head(sent=head.sent, language=head.language)
    take_introduction(told, note)
    if head.speaker is None and head.capacity is None:
        head.speaker, head.capacity = told.speaker, told.capacity
        head.printed_as = told.printed_as
    if head.delivered is None and not head.dates and head.released is None:
        head.delivered = told.delivered
    if head.event is None and head.occasion is None:
        head.event, head.occasion = told.event, told.occasion
    head.delivery_place = head.delivery_place or head.place or told.delivery_place
    head.kind = head.kind or told.kind
    head.on_behalf_of = head.on_behalf_of or told.on_behalf_of


def _note(page: Page, end: int) -> Block | None:
    """The paragraph of a covering note that leads in to the text."""
    led = [
        line
        for line, reason in page.furniture
        if reason is Reason.MAIL and line.start < end and furniture.LEADS_IN.search(line.text)
    ]
    if not led:
        return None
    for block in page.blocks:
        if block.start <= led[0].start < block.end:
            return page.between(led[0].start, block.end, block)
    return None
