"""Who answers in a conversation: the person of a label, as the head and the text name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from speeches.intake import credits, datings, offices, people
from speeches.intake.accents import optional
from speeches.intake.page import fact
from speeches.intake.paste import Block, join
from speeches.intake.reading import Basis, Fact, Statement

from .turns import ANSWERS, Speaking

_SHORT_OFFICES = {
    "SG": "Secretary-General",
    "DSG": "Deputy Secretary-General",
    "PGA": "President of the General Assembly",
    "PM": "Prime Minister",
    "FM": "Foreign Minister",
}
_CONVERSATION = re.compile(
    optional(
        r"\b(?:interview|press (?:conference|briefing|encounter|stakeout)|stakeout|transcript"
        r"|doorstop|briefing|remarks|entretien|entrevista|conférence de presse)\b"
    ),
    re.I,
)


def person_of(voice: Speaking, head: list[Block], statement: Statement) -> Statement:
    """The name and office of a voice, from its label and from the head."""
    if ANSWERS.fullmatch(voice.label):
        speaker, capacity = _first_named(head)
    else:
        speaker, capacity = _labelled(voice, head)
    shift = max(voice.words.text.find(voice.label), 0)
    printed = fact(voice.words, shift, shift + len(voice.label)) if voice.is_printed else None
    return replace(statement, speaker=speaker, capacity=capacity, printed_as=printed)


def _labelled(voice: Speaking, head: list[Block]) -> tuple[Fact | None, Fact | None]:
    """Who bears a label, a name or an office, told in full where the head knows more."""
    label = voice.label
    shift = max(voice.words.text.find(label), 0)
    printed = fact(voice.words, shift, shift + len(label))
    office = people.OFFICE.match(label)
    name = None
    if office and (span := people.full_name_at(label, min(len(label), office.end() + 1))):
        name = span
    elif not office or people.HONORIFIC_AT.match(label):
        name = people.full_name_at(label, 0)
    speaker = fact(voice.words, shift + name[0], shift + name[1]) if name else None
    capacity = fact(voice.words, shift + office.start(), shift + office.end()) if office else None
    if voice.office:
        start = voice.words.text.find(voice.office)
        capacity = fact(voice.words, start, start + len(voice.office))
    if label.upper() in _SHORT_OFFICES:
        capacity = replace(printed, value=_SHORT_OFFICES[label.upper()], basis=Basis.DERIVED)
        return _holder(capacity.value, head)[0], capacity
    if office and not name:
        holder, held = _holder(label, head)
        return holder, held or capacity
    if name and (full := _in_head(label[slice(*name)], head)):
        speaker = full[0] or speaker
        if full[1] and (capacity is None or capacity.value.casefold() in full[1].value.casefold()):
            capacity = full[1]
    return speaker, capacity


def _in_head(words: str, head: list[Block]) -> tuple[Fact | None, Fact | None] | None:
    """The person of a label as the head prints them: full name, and the office beside it."""
    last = re.compile(rf"(?<!\w){re.escape(words.split()[-1])}(?!\w)", re.IGNORECASE)
    for number, line in enumerate(head):
        standing = last.search(line.text)
        if not standing:
            continue
        place = standing.start()
        for start in _name_starts(line.text, place):
            span = people.full_name_at(line.text, start)
            if (
                span
                and span[0] <= place < span[1]
                and span[1] - span[0] >= len(words)
                and not people.OFFICE.search(line.text[slice(*span)])
                and not people.HONORIFIC_AT.search(line.text, span[0], span[1])
            ):
                following = head[number + 1 : number + 2]
                return fact(line.words, *span), _office_beside(line, span, following)
    return None


def _holder(office: str, head: list[Block]) -> tuple[Fact | None, Fact | None]:
    """The name that the head prints with an office, and the office as it is printed there."""
    wanted = office.casefold()
    for words in [*(line.words for line in head), join(head)]:
        for person in people.find(words.text):
            if person.name and person.office.casefold().endswith(wanted):
                return fact(words, person.name_start, person.name_end), None
        for start in _person_starts(words.text):
            credit = credits.person_at(words.text, start)
            if credit and credit.name and credit.office:
                held = words.text[slice(*credit.office)].casefold()
                if held.startswith(wanted):
                    return fact(words, *credit.name), fact(words, *credit.office)
    return None, None


def _person_starts(text: str) -> Iterator[int]:
    """Where a person may begin in a line: at its start, at a form of address, at an office."""
    yield 0
    for pattern in (people.HONORIFIC_AT, people.OFFICE):
        yield from (found.start() for found in pattern.finditer(text))


def _name_starts(text: str, place: int) -> Iterator[int]:
    yield from (
        found.start() for found in re.finditer(r"(?<!\S)[^\W\d_a-zß-öø-ÿа-яё]", text[: place + 1])
    )


def _office_beside(line: Block, span: tuple[int, int], following: list[Block]) -> Fact | None:
    """The office after a name, in the same line or the next, or right before it."""
    if office := offices.after(line.text, span[1]):
        return fact(line.words, *office)
    if told := re.match(
        r"\s(?:is|est|es|é)\s(?:(?:the|an?|la|le|el|o|a)\s)?", line.text[span[1] :]
    ):
        start = span[1] + told.end()
        if people.OFFICE.search(line.text, start, start + 60):
            return fact(line.words, start, offices.end_of(line.text, start))
    for match in people.OFFICE.finditer(line.text, 0, span[0]):
        credit = credits.person_at(line.text, match.start())
        if credit and credit.name and credit.office and credit.name[0] <= span[0] < credit.name[1]:
            return fact(line.words, *credit.office)
    before = list(people.OFFICE.finditer(line.text, 0, span[0]))
    if before and span[0] - before[-1].end() <= 2:
        return fact(line.words, before[-1].start(), before[-1].end())
    ends = re.fullmatch(r"\W*(?:MP|PhD|AO|AM|CBE)?\W*", line.text[span[1] :])
    if (
        ends
        and following
        and people.OFFICE.search(following[0].text[:40])
        and not _CONVERSATION.search(following[0].text)
        and not datings.find(following[0].text)
    ):
        return fact(following[0].words)
    return None


def _first_named(head: list[Block]) -> tuple[Fact | None, Fact | None]:
    """The first person whom the head names; an office alone where it names nobody."""
    nameless: Fact | None = None
    for line in head:
        credits_of = [credits.author(line.text)]
        credits_of += [credits.person_at(line.text, at) for at in _person_starts(line.text)]
        for credit in credits_of:
            if credit is None:
                continue
            office = fact(line.words, *credit.office) if credit.office else None
            if credit.name and (office or " " in line.text[slice(*credit.name)]):
                return fact(line.words, *credit.name), office
            nameless = nameless or office
    return None, nameless
