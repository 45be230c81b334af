"""
How much is shown of a document whose rights forbid to show it: a few short quotations of the
speakers' own words, and the few words that facts rest on. Never the whole, however short it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from speeches import markup
from speeches.models import Evidence, Passage, SpeechText

MOST = 3
LONGEST = 300
SHORTEST = 20
"""What is left of the room for quotations is left alone where it is less."""

LONGEST_EVIDENCE = 160
MOST_EVIDENCE = 40


def passages(text: SpeechText, every: Iterable[Passage], most: int = MOST) -> list[Passage]:
    """
    Of all passages of a text the first ones in the speaker's own words, their bodies cut short:
    of a full text not more than half, together.
    """
    every = [*every]
    room = LONGEST * most
    if text.is_full:
        room = min(room, sum(len(passage.body) for passage in every) // 2)
    quoted: list[Passage] = []
    for passage in every:
        if len(quoted) == most or room < SHORTEST:
            break
        if passage.voice == Passage.Voice.VERBATIM and passage.kind != Passage.Kind.HEADING:
            passage.body = markup.excerpt(passage.body, min(LONGEST, room))
            room -= len(passage.body)
            quoted.append(passage)
    return quoted


def evidence(facts: Iterable[Evidence]) -> list[Any]:
    """
    The facts, each with the words that it rests on as ``shown``: all of them where the rights of
    their document allow, elsewhere those that are short, as long as they are few.
    """
    facts = [*facts]
    used: dict[int | None, int] = {}
    for fact in facts:
        fact.shown = fact.words  # type: ignore[attr-defined]
        if fact.document is None or fact.document.may_show_text:
            continue
        used[fact.document_id] = used.get(fact.document_id, 0) + 1
        if len(fact.words) > LONGEST_EVIDENCE or used[fact.document_id] > MOST_EVIDENCE:
            fact.shown = ""  # type: ignore[attr-defined]
        if len(fact.value) > LONGEST_EVIDENCE:
            fact.value = markup.excerpt(fact.value, LONGEST_EVIDENCE)
    return facts


def by_span(facts: Sequence[Any]) -> list[Any]:
    """Of facts with shown words those of each span once, in the order of the document."""
    spans = {(fact.start, fact.end): fact for fact in reversed(facts) if fact.shown}
    return [spans[span] for span in sorted(spans)]
