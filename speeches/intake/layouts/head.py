"""The lines above a text: what each of them is, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from speeches.intake import datings, patterns, people
from speeches.intake.page import Page, date_in, fact, has_words, is_symbol_line, keep_out
from speeches.intake.paste import Block, Words
from speeches.intake.reading import Basis, Confidence, Fact, KeptOut, Reason
from speeches.offsets import fold

_LONGEST_HEAD_LINE = 300
_LONGEST_HEAD = 15
_PROSE = re.compile(r"[.!?,:;][”\"')]?$")
_ARTICLES = re.compile(r"^(?:the|la|le|el|a|an) ", re.I)


@dataclass
class Head:
    """What the head says, as far as it has been read."""

    body_start: int = 0
    is_introduced: bool = False
    title: Fact | None = None
    kind: Fact | None = None
    speaker: Fact | None = None
    capacity: Fact | None = None
    printed_as: Fact | None = None
    released: Fact | None = None
    delivered: Fact | None = None
    dateline: Fact | None = None
    dateline_date: Fact | None = None
    place: Fact | None = None
    delivery_place: Fact | None = None
    publisher: Fact | None = None
    event: Fact | None = None
    occasion: Fact | None = None
    disclaimer: Fact | None = None
    text_status: Fact | None = None
    kept_out: list[KeptOut] = field(default_factory=list)


def read_head(page: Page) -> Head:
    """
    Read lines as long as they are those of a head; the next one begins the text.

    Where an introduction comes (“Following is …”), all that stands above it is head, and a date
    there is that of release, for the introduction names the day of delivery.
    """
    head = Head(body_start=len(page.text))
    near_top = page.blocks[:_LONGEST_HEAD]
    head.is_introduced = any(patterns.INTRODUCTION.match(block.text) for block in near_top)
    for block in page.blocks:
        if _take_dateline(head, block):
            return head
        if patterns.INTRODUCTION.match(block.text):
            _take_introduction(head, block)
            head.kept_out.append(keep_out(block, Reason.INTRODUCTION))
            head.body_start = block.end
            return head
        for line in page.lines_of(block):
            reason = _take_line(head, line)
            if reason is None and head.is_introduced:
                reason = Reason.ISSUER
            if reason is None:
                head.body_start = line.start
                return head
            head.kept_out.append(keep_out(line, reason))
    return head


def _take_line(head: Head, line: Block) -> Reason | None:
    """Why a line belongs to the head, its facts taken; None when the text begins with it."""
    if not has_words(line):
        return patterns.reason_to_keep_out(line.text) or Reason.MARKUP
    return next((reason for take in _LINES if (reason := take(head, line))), None)


def _known(head: Head, line: Block) -> Reason | None:
    reason = patterns.reason_to_keep_out(line.text)
    if reason is Reason.DISCLAIMER and head.disclaimer is None:
        head.disclaimer = fact(line.words)
    for status, pattern in patterns.STATUS:
        if reason in (Reason.DELIVERY_NOTE, Reason.DISCLAIMER) and pattern.search(line.text):
            head.text_status = fact(line.words, value=status, basis=Basis.DERIVED)
    return reason


def _symbol(head: Head, line: Block) -> Reason | None:
    return Reason.SYMBOL if is_symbol_line(line.text) else None


def _date(head: Head, line: Block) -> Reason | None:
    """Above the title stands the day of release; below it the day that the text is for."""
    if not datings.is_date(line.text) or (found := date_in(line.words)) is None:
        return None
    above = head.title is None or head.is_introduced
    if above and head.released is None:
        head.released = found
    elif head.delivered is None:
        head.delivered = found
    return Reason.DATE


def _person(head: Head, line: Block) -> Reason | None:
    found = people.find(line.text)
    if not found or head.speaker or (found[0].end - found[0].start) * 5 < len(line.text) * 4:
        return None
    take_person(head, found[0], line.words)
    return Reason.SPEAKER


def _title(head: Head, line: Block) -> Reason | None:
    named = patterns.kind_named(line.text)
    begins_with_kind = named is not None and named[1] <= 3
    is_short = len(line.text) < _LONGEST_HEAD_LINE and not _PROSE.search(line.text)
    if head.title is not None or not (is_short or line.is_heading or line.text.isupper()):
        return None
    head.title = fact(line.words)
    if named and begins_with_kind and head.kind is None:
        head.kind = _kind(line.words, named)
    take_occasion(head, line.words)
    return Reason.TITLE


_LINES: tuple[Callable[[Head, Block], Reason | None], ...] = (
    _known,
    _symbol,
    _date,
    _person,
    _title,
)


def take_person(head: Head, person: people.Person, words: Words) -> None:
    """The speaker, the capacity and both as printed."""
    if person.name:
        head.speaker = fact(words, person.name_start, person.name_end)
    head.capacity = fact(words, person.office_start, person.office_end)
    head.printed_as = fact(words, person.start, person.end)


def take_occasion(head: Head, words: Words) -> None:
    """The observance that the words name, or the event at which they were said."""
    if (found := patterns.OCCASION.search(words.text)) and head.occasion is None:
        head.occasion = named_occasion(words, found)
    if head.occasion or head.event:
        return
    if found := patterns.AT_AN_EVENT.search(words.text):
        name = _ARTICLES.sub("", found["event"].split(", in ")[0])
        start = words.text.index(name, found.start("event"))
        head.event = fact(words, start, start + len(name))


def named_occasion(words: Words, found: re.Match[str]) -> Fact | None:
    """An observance by its name, without the small words that happen to follow it."""
    name = patterns.TRAILING_SMALL_WORDS.sub("", found["name"])
    if not patterns.IS_OBSERVANCE.search(name):
        return None
    return fact(words, found.start("name"), found.start("name") + len(name))


def _kind(words: Words, named: tuple[str, int, int]) -> Fact:
    kind, start, end = named
    printed = fold(words.text[start:end]) == kind
    return fact(words, start, end, value=kind, basis=Basis.PRINTED if printed else Basis.DERIVED)


def _take_dateline(head: Head, block: Block) -> bool:
    """“PLACE, day month (agency) - ” before the first words: the text begins after it."""
    found = patterns.AGENCY_DATELINE.match(block.text)
    if not found:
        return False
    words = block.words
    head.dateline = fact(words, 0, len(found[0].rstrip(" -–—")))
    head.place = fact(words, *found.span("place"))
    if found["agency"]:
        head.publisher = fact(words, *found.span("agency"))
    near = head.released or head.delivered
    if near and near.date and near.date.earliest:
        day = datings.with_year(found["date"], near.date.earliest)
        note = f"Without a year; the year is that of {near.value}."
        dated = fact(words, *found.span("date"), basis=Basis.DERIVED, note=note)
        head.dateline_date = replace(dated, date=day)
    head.kept_out.append(KeptOut(block.start, words.span(0, found.end() - 1)[1], Reason.DATELINE))
    head.body_start = words.places[found.end()] if found.end() < len(words.text) else block.end
    return True


def _take_introduction(head: Head, block: Block) -> None:
    """“Following are Name’s remarks at …, in Place, day month:” says all that a head says."""
    words = block.words
    if found := people.find(words.text):
        take_person(head, found[0], words)
    if named := patterns.kind_named(words.text):
        head.kind = _kind(words, named)
    take_occasion(head, words)
    if place := patterns.PLACE.search(words.text):
        head.delivery_place = fact(words, *place.span("place"))
    for status, pattern in patterns.STATUS:
        if printed := pattern.search(words.text):
            head.text_status = fact(words, *printed.span(), value=status, basis=Basis.DERIVED)
    if head.delivered is None:
        head.delivered = _introduced_date(head, words)


def _introduced_date(head: Head, words: Words) -> Fact | None:
    """The day in an introduction: in full, without its year, or “today” against the release."""
    if full := date_in(words):
        return full
    near = head.released.date.earliest if head.released and head.released.date else None
    if near is None:
        return None
    for found in datings.YEARLESS.finditer(words.text):
        if day := datings.with_year(found[1], near):
            note = "Without a year; the nearest to the day of release."
            dated = fact(words, *found.span(1), basis=Basis.DERIVED, note=note)
            return replace(dated, date=day, confidence=Confidence.LIKELY)
    if pointed := datings.pointed_at(words.text, head.released):
        meant, start, end = pointed
        return replace(meant, start=words.span(start, end)[0], end=words.span(start, end)[1])
    return None
