"""The reader's face: a text in, a reading out. Pure: no database, no settings, no network."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from speeches.offsets import normalise

from . import layouts
from .page import Page, account
from .reading import Fact, Reading, Statement, Warning

_ENDS = re.compile(r"[.!?:;…][”\"’)]*$")

_FACTS = (
    "title", "published", "dateline", "dateline_date", "place", "publisher", "language",
    "disclaimer",
)  # fmt: skip
_STATEMENT_FACTS = (
    "speaker", "capacity", "printed_as", "on_behalf_of", "kind", "mode", "delivered", "event",
    "occasion", "place", "text_status",
)  # fmt: skip


def read(text: str) -> Reading:
    """
    What a document says: its head, its statements with their voices, what is left out and why.

    Any text can be read; never raises. Spans count in ``offsets.normalise(text)``, which is
    ``Reading.text``. The passages and the lines kept out together hold every word of it.
    """
    page = Page(normalise(text))
    layout = layouts.recognise(page)
    reading = layout.read(page, layout)
    return replace(
        reading,
        warnings=(*reading.warnings, *_broken(reading)),
        kept_out=account(page, reading.passages, reading.kept_out),
        symbols=_checked_all(reading.symbols, page.text),
        statements=tuple(_checked(statement, page.text) for statement in reading.statements),
        **_all_checked(reading, _FACTS, page.text),
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
