"""
One person's text under a head: press releases of the United Nations, statements on web pages.

The head is read line by line (``head``); the first line that is none of a head's lines begins the
text, which runs to the end mark. All of it is the speaker's own words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.intake import patterns
from speeches.intake.page import Page, has_words, keep_out, passage
from speeches.intake.paste import Block
from speeches.intake.reading import (
    Basis,
    Confidence,
    Fact,
    KeptOut,
    Reading,
    ReadPassage,
    Reason,
    Statement,
    Voice,
)
from speeches.offsets import fold

from .head import Head, named_occasion, read_head
from .layout import Layout

_STOPS = frozenset({Reason.END_MARK, Reason.CONTACT})


def read(page: Page, layout: Layout) -> Reading:
    """A document with one voice. Dates above the title are of release, below it of delivery."""
    head = read_head(page)
    passages, kept_out = _body(page, head)
    statement = replace(
        _statement(head, tuple(passages)), occasion_names=_other_names(page, head, passages)
    )
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        title=head.title,
        published=head.released,
        dateline=head.dateline,
        dateline_date=head.dateline_date,
        place=head.place,
        publisher=head.publisher,
        symbols=page.symbols(passages[0].start if passages else None),
        language=page.language(),
        disclaimer=head.disclaimer,
        statements=(statement,) if passages else (),
        kept_out=(*head.kept_out, *kept_out),
    )


def _body(page: Page, head: Head) -> tuple[list[ReadPassage], list[KeptOut]]:
    """The paragraphs from where the head ends; after an end mark everything is kept out."""
    passages: list[ReadPassage] = []
    kept_out: list[KeptOut] = []
    ended = False
    for block in page.blocks:
        if block.end <= head.body_start:
            continue
        if block.start < head.body_start:
            words = block.words.within(head.body_start, block.end)
            block = Block(head.body_start, block.end, words)
        reason = patterns.reason_to_keep_out(block.text)
        if ended or reason or not has_words(block):
            default = Reason.AFTER_END if ended else Reason.MARKUP
            kept_out.append(keep_out(block, reason or default))
            ended = ended or (reason in _STOPS and bool(passages))
        else:
            passages.append(passage(block, Voice.VERBATIM))
    return passages, kept_out


def _other_names(page: Page, head: Head, passages: list[ReadPassage]) -> tuple[Fact, ...]:
    """Names that the text itself gives an occasion of the head, where they differ from it."""
    if head.occasion is None:
        return ()
    names: dict[str, Fact] = {}
    within = (passages[0].start, passages[-1].end) if passages else (0, 0)
    for block in page.blocks:
        if within[0] <= block.start < within[1]:
            for found in patterns.OCCASION.finditer(block.text):
                if name := named_occasion(block.words, found):
                    names.setdefault(fold(name.value), name)
    names.pop(fold(head.occasion.value), None)
    return tuple(names.values())


def _statement(head: Head, passages: tuple[ReadPassage, ...]) -> Statement:
    kind = head.kind
    return Statement(
        passages=passages,
        speaker=head.speaker,
        capacity=head.capacity,
        printed_as=head.printed_as,
        kind=kind,
        mode=_mode(kind),
        delivered=head.delivered,
        event=head.event,
        occasion=head.occasion,
        place=head.delivery_place,
        text_status=_status(head),
    )


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
        (re.compile(r"^(?:SG|DSG|GA|ECOSOC|DEV|OBV)/(?:SM/)?\d+", re.M), 2),
        (patterns.INTRODUCTION, 2),
        (re.compile(r"department of public information|news and media division", re.I), 2),
        (re.compile(r"département de l.information", re.I), 2),
    ),
    read=read,
)
PLAIN_STATEMENT = Layout(name="", kind="web-page", signs=(), read=read)
