"""Who and what the words of a head name: speaker, capacity, group, event, observance."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from speeches.intake import credits, events, offices, on_behalf, patterns, people
from speeches.intake.page import fact
from speeches.intake.paste import Block, Words, join
from speeches.intake.reading import Basis, Fact
from speeches.intake.scripts import heads
from speeches.offsets import fold

from .found import Head
from .lines import BY_LINE, CREDIT_LINE, is_bare_name, is_person_line

_LONGEST_TITLE = 24
"""Letters of the form of address that may stand before a name."""

_OWNED = re.compile(
    rf"[^\n:]{{3,80}}['’]s?\s(?:\w+\s){{0,2}}(?:{patterns.KIND_WORDS})\b[\s:–-]*", re.I
)
"""“The Ambassador’s statement: ”: what follows may name the event, the statement does not."""


def take_credits(head: Head, words: Words) -> None:
    """Everyone the words name: the speaker, who reads it out, the group spoken for."""
    text = words.text
    if span := on_behalf.group(text):
        head.on_behalf_of = _one_line(fact(words, *span))
    reader = credits.reader(text)
    credit = heads.author(text, head.language) or credits.author(text)
    if (
        reader
        and credit
        and (credit.name, credit.office) != (reader.name, reader.office)
        and reader.name
    ):
        head.delivered_by = _one_line(fact(words, *reader.name))
    credit = credit or reader
    if head.speaker is None and (credit is None or credit.name is None):
        _take_bare_name(head, words)
        credit = _named_in_latin(head, words) or credit
    if head.speaker is not None and credit is not None and head.capacity is None and credit.office:
        head.capacity = _one_line(fact(words, *credit.office))
    if credit is None:
        _take_office_line(head, words)
    if credit is not None and head.speaker is None:
        take_credit(head, credit, words)
    if head.speaker is not None and head.capacity is None:
        _take_office_below(head, words)


def _take_office_below(head: Head, words: Words) -> None:
    """The office in the line below the name, where a formula above has the name alone."""
    name = fold(head.speaker.value) if head.speaker else ""
    start = 0
    for text, following in pairwise(words.text.split("\n")):
        start += len(text) + 1
        is_named = fold(text).endswith(name) and len(text) - len(name) < _LONGEST_TITLE
        if is_named and is_person_line(following) and not people.HONORIFIC_AT.match(following):
            head.capacity = fact(words, start, start + len(following))
            return


def _named_in_latin(head: Head, words: Words) -> credits.Credit | None:
    """A person in Latin letters, under a head in another script that prints no name."""
    if head.speaker is not None or head.language not in heads.LANGUAGES:
        return None
    credit = credits.author(words.text)
    return credit if credit and credit.name else None


def _take_bare_name(head: Head, words: Words) -> None:
    """A name in a line of its own, where the head tells of nobody else."""
    if span := heads.bare_name(words.text, head.language):
        head.speaker = head.printed_as = fact(words, *span)
        return
    start = 0
    lines = words.text.split("\n")
    found: list[tuple[bool, int, int]] = []
    for text, following in zip(lines, [*lines[1:], ""], strict=True):
        if is_bare_name(text) and len(lines) > 1:
            is_held = people.OFFICE.match(following) is not None
            found.append((not is_held, start, start + len(text)))
        start += len(text) + 1
    if found:
        _, first, last = min(found)
        head.speaker = head.printed_as = fact(words, first, last)


def _take_office_line(head: Head, words: Words) -> None:
    """An office in a line of its own: “THE SECRETARY-GENERAL”."""
    start = 0
    for text in words.text.split("\n"):
        bare = re.sub(r"^(?:the|la|le|el|o|a)\s", "", text, flags=re.I)
        office = people.OFFICE.match(bare)
        if office and head.capacity is None and offices.end_of(bare, office.end()) == len(bare):
            first = start + len(text) - len(bare)
            head.capacity = fact(words, first, first + len(bare))
            head.printed_as = head.printed_as or head.capacity
        start += len(text) + 1


def take_credit(head: Head, credit: credits.Credit, words: Words) -> None:
    """The speaker, the capacity and both as printed."""
    if credit.name:
        head.speaker = _one_line(fact(words, *credit.name))
    if credit.office:
        head.capacity = _one_line(fact(words, *credit.office))
    head.printed_as = _one_line(fact(words, _printed_start(credit), credit.end))


def _printed_start(credit: credits.Credit) -> int:
    starts = [span[0] for span in (credit.name, credit.office) if span]
    return min(starts) if starts else credit.start


def _one_line(found: Fact) -> Fact:
    """The same on one line, as it is shown."""
    return replace(found, value=" ".join(found.value.split())) if "\n" in found.value else found


def take_event(head: Head, words: Words, groups: list[list[Block]]) -> None:
    """The observance that the words name, or the event at which they were said."""
    if span := heads.event(words.text, head.language):
        take_named(head, words, span)
        return
    for group in groups:
        inner = join(group)
        if found := patterns.OCCASION.search(inner.text):
            head.occasion = head.occasion or named_occasion(inner, found)
    if head.occasion:
        return
    after = head.printed_as.end if head.printed_as else 0
    start = next((n for n, place in enumerate(words.places) if place >= after), 0)
    span = events.find(words.text, max(0, start - 1)) if start else None
    if span is None:
        for group in groups:
            inner = join(group)
            is_credit = CREDIT_LINE.match(inner.text) or on_behalf.ON_BEHALF.match(inner.text)
            is_person = BY_LINE.match(inner.text) or is_person_line(group[0].text)
            if is_credit or (len(group) > 1 and is_person):
                if below := _event_below(group):
                    head.event = below
                    return
                continue
            if owned := _OWNED.match(inner.text):
                inner = inner.part(owned.end())
            if inside := events.in_line(inner.text):
                head.event = _one_line(fact(inner, *inside))
                return
        span = events.find(words.text)
    if span:
        take_named(head, words, span)


def _event_below(group: list[Block]) -> Fact | None:
    """The event in a line of its own, below the formula that tells who speaks."""
    for line in group[1:]:
        span = events.in_line(line.text)
        opens = people.OFFICE.match(line.text) or people.HONORIFIC_AT.match(line.text)
        if span and span[0] == 0 and not opens and line.text[:1].isupper():
            return fact(line.words, *span)
    return None


def take_named(head: Head, words: Words, span: tuple[int, int]) -> None:
    """An event by its span: one that is kept every year is an occasion, marked and not attended."""
    named = _one_line(fact(words, *span))
    if patterns.IS_OBSERVANCE.search(named.value) and not events.is_gathering(named.value):
        head.occasion = named
    else:
        head.event = named


def named_occasion(words: Words, found: re.Match[str]) -> Fact | None:
    """An observance by its name, without the small words that happen to follow it."""
    name = patterns.TRAILING_SMALL_WORDS.sub("", found["name"])
    if not patterns.IS_OBSERVANCE.search(name):
        return None
    return fact(words, found.start("name"), found.start("name") + len(name))


def kind_fact(words: Words, named: tuple[str, int, int]) -> Fact:
    """The kind of statement as a fact: printed where its word stands, else derived."""
    kind, start, end = named
    printed = fold(words.text[start:end]) == kind
    return fact(words, start, end, value=kind, basis=Basis.PRINTED if printed else Basis.DERIVED)
