"""The reader's face: a text in, a reading out. Pure: no database, no settings, no network."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from speeches.offsets import normalise

from . import day_spans, layouts, notices, parties
from .page import Page, account
from .paste import NO_WORDS, Words, join
from .reading import Fact, Reading, Statement, Warning

_ENDS = re.compile(r"[.!?:;…][”\"’)]*$")

_FACTS = (
    "title", "published", "dateline", "dateline_date", "place", "publisher", "language",
    "disclaimer", "embargo",
)  # fmt: skip
_STATEMENT_FACTS = (
    "speaker", "capacity", "printed_as", "on_behalf_of", "kind", "mode", "delivered", "event",
    "occasion", "place", "text_status",
    "delivered_by", "spokesperson", "addressee", "event_from", "event_until",
)  # fmt: skip


def read(text: str) -> Reading:
    """
    What a document says: its head, its statements with their voices, what is left out and why.

    Any text can be read; never raises. Spans count in ``offsets.normalise(text)``, which is
    ``Reading.text``. The passages and the lines kept out together hold every word of it.
    """
    page = Page(normalise(text))
    layout = layouts.recognise(page)
    reading = _completed(layout.read(page, layout), page)
    return replace(
        reading,
        warnings=(*reading.warnings, *_broken(reading)),
        kept_out=account(page, reading.passages, reading.kept_out),
        symbols=_checked_all(reading.symbols, page.text),
        rights=_checked_all(reading.rights, page.text),
        statements=tuple(_checked(statement, page.text) for statement in reading.statements),
        **_all_checked(reading, _FACTS, page.text),
    )


def _completed(reading: Reading, page: Page) -> Reading:
    """With what the lines around the passages tell in every layout."""
    around = list(notices.outside(page, reading.passages))
    first = reading.statements[0] if reading.statements else None
    near = reading.published or reading.dateline_date or (first.delivered if first else None)
    held = notices.embargo(around, near)
    above = [
        line
        for lines in around
        for line in lines
        if not reading.passages or line.start < reading.passages[0].start
    ]
    return replace(
        reading,
        embargo=held,
        rights=notices.rights(page, around),
        warnings=(*reading.warnings, *notices.warnings(held)),
        statements=tuple(
            _with_parties(statement, join(above) if statement.coverage == "full" else None)
            for statement in reading.statements
        ),
    )


def _with_parties(statement: Statement, head: Words | None) -> Statement:
    """A statement with its spokesperson and, where it has a head, its addressee and event's days.

    What is only quoted in a story has no head of its own.
    """
    said_by = parties.spokesperson(head or NO_WORDS, statement.speaker, statement.capacity)
    if head is None:
        return replace(statement, spokesperson=said_by)
    first, last = (
        day_spans.of_event(head) if statement.event or statement.occasion else (None, None)
    )
    return replace(
        statement,
        spokesperson=said_by,
        addressee=parties.addressee(head),
        event_from=first,
        event_until=last,
    )


def _broken(reading: Reading) -> list[Warning]:
    """Paragraphs that seem to be one, cut by an empty line: a person may join them."""
    prose = [passage for passage in reading.passages if not passage.is_heading]
    return [
        Warning("Cut by an empty line? Join these two paragraphs, if so.", first.start, second.end)
        for first, second in pairwise(prose)
        if not _ENDS.search(first.source) and second.source[:1].islower()
    ]


def _all_checked(item: Any, names: tuple[str, ...], text: str) -> dict[str, Any]:
    """Its facts by name, each checked against the words of its span."""
    facts = ((name, getattr(item, name)) for name in names)
    return {name: fact.checked(text) for name, fact in facts if fact}


def _checked_all(facts: tuple[Fact, ...], text: str) -> tuple[Fact, ...]:
    return tuple(fact.checked(text) for fact in facts)


def _checked(statement: Statement, text: str) -> Statement:
    return replace(
        statement,
        organizers=_checked_all(statement.organizers, text),
        occasion_names=_checked_all(statement.occasion_names, text),
        **_all_checked(statement, _STATEMENT_FACTS, text),
    )
