"""
Interviews and press conferences: several people's words, in turns.

The words of who answers are a statement of theirs; a question goes with the answer, as narration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from speeches.intake import datings, misread, places
from speeches.intake.accents import optional
from speeches.intake.page import Page, date_in, fact, is_symbol_line, keep_out, passage
from speeches.intake.paste import Block, join
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

from . import turns
from .answering import person_of
from .closing import body_of
from .layout import Layout
from .turns import Label, Speaking, Voices

_TITLE = re.compile(
    optional(
        r"\b(?:interview|press (?:conference|briefing|encounter|stakeout)|stakeout|transcript"
        r"|doorstop|briefing|q ?& ?a|questions? and answers|(?:conférence|point) de presse"
        r"|entretien"
        r"|press availability|news conference|media (?:availability|conference)|question-and-answer"
        r"|entrevista|rueda de prensa|conferencia de prensa|coletiva|remarks|interview)\b"
    ),
    re.I,
)
_SUBJECTS = re.compile(r"\s*\b(?:subjects?|topics?|e ?& ?oe?)\s?:.*$", re.I | re.S)
_LAST_PART = re.compile(r"[-–—,]\s*(?P<place>[^-–—,]{3,40})\s*$")
_STRONG = re.compile(
    optional(
        r"\b(?:interview|conference|encounter|stakeout|doorstop|briefing|q ?& ?a|availability"
        r"|point de presse|questions? and answers|conférence|entretien|entrevista|rueda"
        r"|conferencia|coletiva)\b"
    ),
    re.I,
)
_HEAD_LABEL = re.compile(
    r"\s(?=(?:TRANSCRIPTION|TRANSCRIPT|E ?& ?O ?E|DATE|TITLE|SUBJECTS?|TOPICS?|PROGRAM(?:ME)?"
    r"|INTERVIEWER|LOCATION|VENUE)\s?:)"
)
_TITLED = re.compile(r"(?:title|subject of transcript)\s?:\s+", re.I)
_GOES_ON = re.compile(
    optional(
        r"(?:and|at|with|in|on|of|following|after|before|à|au|avec|con|en|de|du|des|y|et|for|from|by"
        r"|to|le|la|par|por)\b"
    ),
    re.I,
)
_WHERE = re.compile(
    r"\b(?:doorstop|stakeout|press conference|remarks)\b[^,]*,\s(?P<place>"
    r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})(?:,.*)?$",
    re.I,
)
_MOST_HEAD = 60


def weight(page: Page) -> int:
    """How much speaks for a transcript: labels that come again."""
    return 6 if turns.labels(page) else 0


def read(page: Page, layout: Layout) -> Reading:
    """A conversation: one statement for each person who answers."""
    labelled = turns.labels(page)
    start = labelled[0].start if labelled else len(page.text)
    head = _head(page, start)
    body = body_of(page, start)
    voices, passages = _turns(page, body.paragraphs, labelled)
    title = _title(page, head)
    days = _Days(head, title, is_release=bool(page.symbols(start)))
    statements = _statements(voices, passages, head, days.delivered)
    status = next(
        (
            fact(line.words, value="transcript", basis=Basis.DERIVED)
            for line, _ in page.furniture
            if re.search("transcri", line.text, re.I)
        ),
        None,
    )
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre="transcript",
        title=title,
        published=days.released,
        place=days.place,
        symbols=page.symbols(start),
        language=page.language(),
        statements=tuple(
            replace(statement, text_status=status, place=days.place) for statement in statements
        ),
        kept_out=(*_head_lines(head, title), *page.kept_before(start), *body.kept_out),
    )


def _head(page: Page, end: int) -> list[Block]:
    """The lines above the first label; a long one parted at its own labels (“DATE: …”)."""
    head: list[Block] = []
    for line in page.content[:_MOST_HEAD]:
        if line.start >= end:
            break
        line = page.between(line.start, min(line.end, end), line)
        cuts = [line.words.places[found.end()] for found in _HEAD_LABEL.finditer(line.text)]
        for first, last in zip([line.start, *cuts], [*cuts, line.end], strict=True):
            part = page.between(first, last, line)
            if part.text:
                whole = Block(*part.words.span(), part.words, part.level)
                head.append(misread.put_right(whole))
    return head


def _turns(
    page: Page, paragraphs: list[Block], labelled: list[Label]
) -> tuple[list[Speaking], list[tuple[Speaking, ReadPassage]]]:
    """Who speaks, and each passage with whose it is; words without a label go on."""
    voices = Voices()
    label_at = {label.start: label for label in labelled}
    starts = sorted(label_at)
    found: list[tuple[Speaking, ReadPassage]] = []
    current: Speaking | None = None
    for block in paragraphs:
        for piece in turns.pieces(page, block, starts):
            if label := label_at.get(piece.start):
                current = voices.of(label)
                current.turns.append(piece)
                current.asked += "?" in piece.text[-140:] or "?" in piece.text[:300]
            if current is not None:
                said_by = current.label if current.is_printed else ""
                found.append((current, passage(piece, Voice.VERBATIM, said_by)))
    return voices.all, found


def _statements(
    voices: list[Speaking],
    passages: list[tuple[Speaking, ReadPassage]],
    head: list[Block],
    day: Fact | None,
) -> Iterator[Statement]:
    """One for each who answers, with the questions that lead up to the answers."""
    answering = [voice for voice in voices if not voice.is_asking] or voices[:1]
    held: dict[int, list[ReadPassage]] = {id(voice): [] for voice in answering}
    waiting: list[ReadPassage] = []
    last: Speaking | None = None
    for voice, piece in passages:
        if id(voice) in held:
            held[id(voice)] += [*waiting, piece]
            waiting, last = [], voice
        else:
            waiting.append(replace(piece, voice=Voice.NARRATION))
    if last is not None:
        held[id(last)] += waiting
    for voice in answering:
        yield person_of(
            voice,
            head,
            Statement(passages=tuple(held[id(voice)]), delivered=day, kind=_kind(voice)),
        )


def _kind(voice: Speaking) -> Fact:
    note = "Questions and answers."
    end = max(1, min(len(voice.label), len(voice.words.text)))
    return fact(voice.words, 0, end, value="interview", basis=Basis.INFERRED, note=note)


def _title(page: Page, head: list[Block]) -> Fact | None:
    """The line that tells what it is, with the lines that go on, without its list of subjects."""
    for line in head:
        if (labelled := _TITLED.match(line.text)) and labelled.end() < len(line.text):
            return fact(line.words, labelled.end())
    lines = [
        line
        for line in head
        if not is_symbol_line(line.text)
        and not datings.is_date(line.text)
        and not re.match(r"(?:subjects?|topics?|date)\s?:", line.text, re.I)
    ]
    called = [line for line in lines if _TITLE.search(line.text) and len(line.text.split()) > 1]
    strong = [line for line in called if _STRONG.search(line.text)]
    wordy = [line for line in lines if len(line.text.split()) >= 3]
    for line in strong or called or wordy or lines:
        if found := _title_in(page, line, lines):
            return found
    return None


def _title_in(page: Page, line: Block, lines: list[Block]) -> Fact | None:
    """A title that begins with a line, without the day at its end."""
    group = [line]
    for following in lines[lines.index(line) + 1 :]:
        near = page.text.count("\n", group[-1].end, following.start) == 1
        if not near or not _GOES_ON.match(following.text) or len(following.text) > 200:
            break
        group.append(following)
    whole = join(group)
    text = _SUBJECTS.sub("", whole.text)
    dates = datings.find(text)
    if dates and dates[-1].end >= len(text) - 2 and dates[-1].start > 12:
        span = places.beside(text, dates[-1])
        text = text[: min(span[0] if span else dates[-1].start, dates[-1].start)]
        text = re.sub(r"(?:\s(?:on|le|el|of|em))?[\s,–—|(-]*$", "", text)
    text = text.rstrip()
    return replace(fact(whole, 0, len(text)), value=" ".join(text.split())) if text else None


class _Days:
    """Where and when it was said, and when it was given out, by the lines of the head."""

    def __init__(self, head: list[Block], title: Fact | None, *, is_release: bool) -> None:
        self.delivered: Fact | None = None
        self.released: Fact | None = None
        self.place: Fact | None = None
        bare: list[Fact] = []
        told: list[Fact] = []
        for line in head:
            self._find_place(line)
            if day := date_in(line.words):
                (bare if datings.is_date(line.text) else told).append(day)
        near = bare[0] if bare else None
        if is_release and near and not told and (day := _yearless(head, near)):
            told.append(day)
        if bare and told and (is_release or bare[0].start < told[0].start):
            self.released, self.delivered = bare[0], told[0]
        else:
            self.delivered = next(iter(told or bare), None)

    def _find_place(self, line: Block) -> None:
        if self.place is not None:
            return
        dates = datings.find(line.text)
        span = places.beside(line.text, dates[0]) if dates else None
        span = span or places.in_line(line.text)
        if not span and _TITLE.search(line.text):
            span = places.after_preposition(line.text)
        text = _SUBJECTS.sub("", line.text)
        last = _LAST_PART.search(text)
        known = places.CITY.fullmatch(last["place"].strip()) if last and not span else None
        if last and known:
            span = last.start("place"), last.start("place") + len(known[0])
        if not span and (where := _WHERE.search(text)) and not datings.find(where["place"]):
            span = where.span("place")
        if span:
            self.place = fact(line.words, *span)


def _yearless(head: list[Block], near: Fact) -> Fact | None:
    """A day without its year, counted from the day of release."""
    note = "Without a year; the nearest to the day of release."
    for line in head:
        for dated in datings.find(line.text):
            if dated.year is None and near.date and near.date.earliest:
                printed = fact(line.words, dated.start, dated.end)
                likely = replace(
                    printed, basis=Basis.DERIVED, confidence=Confidence.LIKELY, note=note
                )
                return replace(likely, date=dated.on(near.date.earliest))
    return None


def _head_lines(head: list[Block], title: Fact | None) -> Iterator[KeptOut]:
    for line in head:
        if title and line.start <= title.start < line.end:
            yield keep_out(line, Reason.TITLE)
        else:
            yield keep_out(line, Reason.DATE if datings.find(line.text) else Reason.SPEAKER)


TRANSCRIPT = Layout(
    name="Transcript of a conversation", kind="transcript", signs=(), read=read, also=weight
)
