"""
One person's text under a head: press releases of the United Nations, statements on web pages.

The head is read (``head``); what follows it is the speaker's own words, to the end mark.
"""

from __future__ import annotations

from dataclasses import replace

from speeches.intake import patterns
from speeches.intake.page import Page, passage
from speeches.intake.paste import Block
from speeches.intake.reading import (
    Basis,
    Confidence,
    Fact,
    Reading,
    Statement,
    Voice,
)
from speeches.offsets import fold

from .closing import body_of
from .head import (
    Head,
    from_text,
    name_from_elsewhere,
    named_occasion,
    read_head,
    speaker_below,
    take_signature,
)
from .layout import Layout
from .nobodys import is_notice, take_notice


def read(page: Page, layout: Layout) -> Reading:
    """A document with one voice."""
    head = read_head(page, of_release=layout.kind == "press-release")
    body = body_of(page, head.body_start)
    take_signature(head, body.signature)
    name_from_elsewhere(head, page)
    if body.paragraphs:
        speaker_below(head, page, body.paragraphs[-1].end)
    from_text(head, page, body.paragraphs)
    genre = ""
    if is_notice(head, body.paragraphs):
        genre = "press release"
        take_notice(head, body)
    voice = Voice.NARRATION if genre else Voice.VERBATIM
    passages = tuple(passage(block, voice) for block in body.paragraphs)
    statement = replace(
        statement_of(head), passages=passages, occasion_names=_other_names(head, body.paragraphs)
    )
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre=genre,
        title=head.title,
        published=head.released,
        dateline=head.dateline,
        dateline_date=None if genre else head.dateline_date,
        place=head.place,
        publisher=head.publisher,
        symbols=page.symbols(passages[0].start if passages else None),
        language=page.language(),
        disclaimer=head.disclaimer,
        statements=(statement,) if passages else (),
        kept_out=(*head.kept_out, *body.kept_out, *page.kept_before(head.body_start)),
    )


def statement_of(head: Head) -> Statement:
    """The statement that a head announces, its words still missing."""
    return Statement(
        passages=(),
        speaker=head.speaker,
        capacity=head.capacity,
        printed_as=head.printed_as,
        on_behalf_of=head.on_behalf_of,
        delivered_by=head.delivered_by,
        kind=head.kind,
        mode=_mode(head.kind),
        delivered=head.delivered,
        event=head.event,
        occasion=head.occasion,
        place=head.delivery_place,
        text_status=_status(head),
    )


def _other_names(head: Head, paragraphs: list[Block]) -> tuple[Fact, ...]:
    """Names that the text itself gives an occasion of the head, where they differ from it."""
    if head.occasion is None:
        return ()
    names: dict[str, Fact] = {}
    for block in paragraphs:
        for found in patterns.OCCASION.finditer(block.text):
            if name := named_occasion(block.words, found):
                names.setdefault(fold(name.value), name)
    names.pop(fold(head.occasion.value), None)
    return tuple(names.values())


def _mode(kind: Fact | None) -> Fact | None:
    """A message is written and read by others; remarks are spoken: the word tells, not more."""
    if kind is None:
        return None
    mode = "spoken"
    if kind.value in patterns.WRITTEN:
        mode = "written"
    elif kind.value in patterns.RECORDED:
        mode = "recorded"
    note = "By the word for its kind."
    return replace(kind, value=mode, basis=Basis.INFERRED, confidence=Confidence.LIKELY, note=note)


def _status(head: Head) -> Fact | None:
    """What the document says of its nearness to the spoken words; else that it was issued."""
    if head.text_status:
        return head.text_status
    rests_on = head.kind or head.title
    if rests_on is None:
        return None
    note = "Given out as a text; no word on how it was, or would be, delivered."
    return replace(rests_on, value="as-issued", basis=Basis.INFERRED, note=note)
