"""
What the head leaves open and another part of the page tells.

The first words, the subject of a mail, the signature, a label of the page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.intake import credits, datings, places
from speeches.intake.accents import optional
from speeches.intake.layouts import first_words
from speeches.intake.page import Page, fact
from speeches.intake.paste import Block, join
from speeches.intake.patterns import OCCASION, WRITTEN
from speeches.intake.reading import Fact, Reason
from speeches.offsets import fold

from .found import Head
from .naming import named_occasion, take_credit

_FIRST_PARAGRAPHS = 3
_FIRST_TOLD = 2
_MOST_LETTERS = 1500
_TODAY_IS = re.compile(r"\b(?:today|this day|aujourd.hui|hoy|hoje|сегодня),?\s", re.I)
_FORWARDED = re.compile(r"^(?:(?:fw|fwd|tr|re|rv|enc|reenv)\s?:\s*)+", re.I)


def from_text(head: Head, page: Page, paragraphs: list[Block]) -> None:
    """What the first words say where the head does not: “Today, 4 October, we mark …”."""
    _office_from_text(head, paragraphs[:_FIRST_TOLD])
    if head.title is None or first_words.is_salutation(head.title.value):
        head.title = _subject(page) or head.title
    if head.occasion is None and head.event is None and head.kind and head.kind.value in WRITTEN:
        head.occasion = _marked(paragraphs[:_FIRST_PARAGRAPHS])
    if head.dates or head.delivered or head.released:
        return
    for block in paragraphs[:3]:
        for found in _TODAY_IS.finditer(block.text[:1500]):
            for dated in datings.find(block.text[found.end() : found.end() + 60])[:1]:
                if dated.year is not None and dated.start < 12:
                    start, end = found.end() + dated.start, found.end() + dated.end
                    head.delivered = replace(fact(block.words, start, end), date=dated.on())
                    return


def _office_from_text(head: Head, paragraphs: list[Block]) -> None:
    """The office of a speaker whom the head only names: “The Minister for Z, Mr. Name, said …”."""
    if head.speaker is None or head.capacity is not None:
        return
    family = fold(head.speaker.value.split()[-1])
    for block in paragraphs:
        for person in credits.people.find(block.text[:_MOST_LETTERS]):
            if person.name and fold(person.name.split()[-1]) == family and " " in person.name:
                head.capacity = fact(block.words, person.office_start, person.office_end)
                return


def _marked(paragraphs: list[Block]) -> Fact | None:
    """The observance that the first words of a message say it marks."""
    for block in paragraphs:
        for found in OCCASION.finditer(block.text[:_MOST_LETTERS]):
            if named := named_occasion(block.words, found):
                return named
    return None


def _subject(page: Page) -> Fact | None:
    """The subject of a forwarded mail, for want of a title."""
    found = None
    for line, reason in page.furniture:
        if reason is Reason.MAIL and (
            named := re.match(
                r"\W{0,4}(?:subject|objet|asunto|assunto|тема)\s?:\s*", line.text, re.I
            )
        ):
            mark = _FORWARDED.match(line.text[named.end() :])
            start = named.end() + (mark.end() if mark else 0)
            if start < len(line.text):
                found = fact(line.words, start)
    return found


_SIGNED = re.compile(
    r"\W{0,3}(?:signed|signé|signe|firmado|fdo|assinado|sgd|s/|подпись)\W{1,4}(?:by|par|por)?\s?",
    re.I,
)


def take_signature(head: Head, lines: list[Block]) -> None:
    """What the signature tells where the head does not: who, where, when."""
    if not lines:
        return
    words = join(lines)
    if signed := _SIGNED.match(words.text):
        words = words.part(signed.end())
    if head.speaker is None and (credit := credits.person_at(words.text, 0)):
        if head.capacity is None:
            take_credit(head, credit, words)
        elif credit.name is not None:
            head.speaker = fact(words, *credit.name)
    elif head.speaker is None and head.language in ("ar", "zh"):
        if head.capacity is not None and "\n" not in words.text and not datings.find(words.text):
            head.speaker = fact(words)
    elif head.speaker is None and (span := credits.people.full_name_at(words.text, 0)):
        name = words.text[slice(*span)]
        if " " in name and not places.CITY.fullmatch(name):
            head.speaker = fact(words, *span)
    for dated in datings.find(words.text):
        if head.delivery_place is None and (span := places.beside(words.text, dated)):
            head.delivery_place = fact(words, *span)
        if dated.year is not None and head.delivered is None:
            printed = words.text[dated.start : dated.end]
            head.delivered = Fact(printed, *words.span(dated.start, dated.end), date=dated.on())


_SPEAKS = re.compile(
    optional(
        r"\W{0,3}(?:speech|statement|message|remarks|discours|discurso|mensaje|declaración|déclaration"
        r"|author|autor|auteur|speaker|orador|orateur) ?(?:by|par|por|de|:)?\W{0,3}"
    ),
    re.I,
)


def speaker_below(head: Head, page: Page, end: int) -> None:
    """“Speech by”, and a name and an office in the lines below: a page tells it under the text."""
    if head.speaker is not None:
        return
    below = [line for line in page.lines if line.start >= end]
    for place, line in enumerate(below[:-1]):
        if not _SPEAKS.fullmatch(line.text):
            continue
        name = below[place + 1]
        span = credits.people.full_name_at(name.text, 0)
        if span and span[1] == len(name.text) and " " in name.text:
            head.speaker = fact(name.words, *span)
            held = below[place + 2 : place + 3]
            if head.capacity is None and held and credits.people.OFFICE.search(held[0].text):
                head.capacity = fact(held[0].words)
            return


def name_from_elsewhere(head: Head, page: Page) -> None:
    """The name that goes with an office, where only a label of the page prints it."""
    if head.speaker is not None or head.capacity is None:
        return
    office = fold(head.capacity.value)
    for line in page.lines[:20]:
        for person in credits.people.find(line.text):
            if (
                person.name
                and not places.CITY.fullmatch(person.name)
                and fold(person.office).endswith(office)
                and person.end - person.start > len(line.text) * 0.7
            ):
                head.speaker = fact(line.words, person.name_start, person.name_end)
                return
    for line, _ in page.furniture:
        found = re.search(
            r"(?:^|[|:]\s*)(?P<name>[^|:,]{4,60}),\s+(?P<office>[^|,]{4,80})$", line.text
        )
        if (
            found
            and fold(found["office"]) == office
            and (span := credits.people.full_name_at(line.text, found.start("name")))
        ):
            head.speaker = fact(line.words, *span)
            return
