"""The text of a document laid out: each passage within it tied to who said it."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from speeches import markup
from speeches.models import Evidence, Passage

_BLANK_LINES = re.compile(r"(\n\s*\n)")


@dataclass
class Span:
    """
    A stretch of the document: a passage, words quoted within one, or words that a fact rests on.
    Its parts are words and spans.

    A span that crosses the end of the one it begins in goes on behind it, as another span of the
    same record without ``anchor`` and ``is_start``.
    """

    start: int
    end: int
    anchor: str = ""
    passage: Passage | None = None
    is_quoted: bool = False
    is_start: bool = True
    parts: list[Any] = field(default_factory=list)

    @property
    def has_quoted(self) -> bool:
        """Whether any of its words stand in quotation marks."""
        inner = [part for part in self.parts if isinstance(part, Span)]
        return any(span.is_quoted or span.has_quoted for span in inner)

    def order(self) -> tuple[int, int, bool]:
        """Outer spans first; a passage outside the facts that rest on its words."""
        return (self.start, -self.end, self.passage is None)

    def cut(self, at: int) -> Span:
        """End here; what is left goes on in the span returned."""
        rest = replace(self, start=at, anchor="", is_start=False, parts=[])
        self.end = at
        return rest


def laid_out(text: str, passages: Iterable[Passage], evidence: Iterable[Evidence]) -> list[Any]:
    """
    The whole text as words (``str``) and spans, in order and nested: joined, they are the text.
    Outside all spans, the blanks between words stand apart.

    Anchors are ``<statement>-<passage>`` and, for facts, ``c<start>-<end>``. A record without a
    span, or with one outside the text, is left out.
    """
    spans = [
        Span(row.start, row.end, f"{row.speech.pid}-{row.pid}", row)
        for row in passages
        if row.start is not None and row.end is not None
    ]
    spans += [quoted for span in spans for quoted in _quoted_in(text, span)]
    facts = {
        (row.start, row.end) for row in evidence if row.start is not None and row.end is not None
    }
    spans += [Span(start, end, f"c{start}-{end}") for start, end in facts]
    parts = _nested(text, [span for span in spans if 0 <= span.start < span.end <= len(text)])
    return [
        piece
        for part in parts
        for piece in (_with_blanks_apart(part) if isinstance(part, str) else [part])
    ]


def _quoted_in(text: str, told: Span) -> list[Span]:
    """The speaker's own words, in quotation marks, within what the document reports."""
    if told.passage is None or told.passage.voice != Passage.Voice.PARAPHRASE:
        return []
    found = markup.quotations(text[max(told.start, 0) : told.end])
    return [Span(told.start + a, told.start + b, is_quoted=True) for a, b in found]


def _with_blanks_apart(words: str) -> list[str]:
    begin, end = len(words) - len(words.lstrip()), len(words.rstrip())
    middle = _BLANK_LINES.split(words[begin:end])
    return [piece for piece in (words[:begin], *middle, words[max(begin, end) :]) if piece]


def _nested(text: str, spans: list[Span]) -> list[Any]:
    waiting = [(span.order(), number, span) for number, span in enumerate(spans)]
    heapq.heapify(waiting)
    number = len(waiting)
    whole = Span(0, len(text))
    open_spans, place = [whole], 0

    def write_to(end: int) -> None:
        nonlocal place
        if end > place:
            open_spans[-1].parts.append(text[place:end])
            place = end

    while waiting:
        _, _, span = heapq.heappop(waiting)
        while open_spans[-1].end <= span.start:
            write_to(open_spans[-1].end)
            open_spans.pop()
        if span.end > open_spans[-1].end:
            rest = span.cut(open_spans[-1].end)
            number += 1
            heapq.heappush(waiting, (rest.order(), number, rest))
        write_to(span.start)
        open_spans[-1].parts.append(span)
        open_spans.append(span)
    while open_spans:
        write_to(open_spans[-1].end)
        open_spans.pop()
    return whole.parts
