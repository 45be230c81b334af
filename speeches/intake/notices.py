"""
What a paper says of itself besides its text: until when it is held back, and who may use it.

Both are looked for among the lines around a text only; a speaker may well speak of an embargo.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from . import datings
from .accents import optional
from .page import Page, fact
from .paste import Block, Words, join
from .reading import Basis, Confidence, Fact, ReadPassage, Reason, Warning

_EMBARGO = re.compile(
    optional(
        r"\bembargo(?:ed)?\b|\bunder embargo|\bsous embargo|\bembargad[oa]"
        r"|\bnot (?:for|to be) (?:release|released|publication|published|broadcast|use|used"
        r"|distribution|distributed)\b[^\n]{0,80}\b(?:before|until|prior to)\b"
        r"|\bmust not be (?:quoted|summari[sz]ed|published|released)\b"
        r"|\bhold for release\b|\bfor release (?:on|at|after)\b"
        r"|ne (?:doit|doivent|peut|peuvent) (?:pas )?être (?:cité|publié|diffusé|repris|résumé)"
        r"|\bne pas (?:publier|diffuser)\b[^\n]{0,60}\bavant\b|diffusion interdite avant"
        r"|no (?:debe|deberá|puede|podrá)n? (?:ser )?(?:citad|publicad|difundi|reproducid|resumid)"
        r"|prohibida su (?:publicación|difusión)[^\n]{0,40}\bantes\b|no publicar antes"
        r"|não (?:publicar|divulgar) antes|(?<!\w)(?:под )?эмбарго|не (?:публиковать|подлежит"
        r" (?:опубликованию|разглашению)) (?:до|ранее)"
        r"|(?:以前|之前)(?:不得|请勿)|(?:不得|请勿)(?:早于|在)|禁(?:止)?发"
        r"|(?:محظور|يحظر|غير مخصص)\s(?:ال)?(?:نشر|إذاعت)|لا ينشر قبل"
    ),
    re.IGNORECASE,
)
_HELD = "Held back until {}: nothing of it may be seen before."
_HELD_UNDATED = "Held back, and the paper prints no day until which."


def outside(page: Page, passages: Iterable[ReadPassage]) -> Iterator[list[Block]]:
    """The lines that are in no passage, those of one paragraph together."""
    spans = sorted((passage.start, passage.end) for passage in passages)
    place = 0
    for block in page.blocks:
        run: list[Block] = []
        for line in page.lines_of(block):
            while place < len(spans) and spans[place][1] <= line.start:
                place += 1
            if place < len(spans) and spans[place][0] < line.end:
                continue
            run.append(line)
        if run:
            yield run


def embargo(around: Iterable[list[Block]], near: Fact | None) -> Fact | None:
    """
    Until when a paper is held back: the words that say so, with the day where they name one.

    A day without its year is the one nearest to ``near``, the day of release or of delivery.
    """
    for lines in around:
        words = join(lines)
        found = _EMBARGO.search(words.text[:2000])
        if found is None:
            continue
        first = words.text.rfind("\n", 0, found.start()) + 1
        days = [day for day in datings.find(words.text[: first + 600]) if day.end > first]
        if not days:
            note = "No day is printed."
            return fact(words, *_line_about(words, found.start(), found.end()), note=note)
        return _until(words, min(first, days[0].start), days[0], near)
    return None


def _until(words: Words, start: int, day: datings.Dated, near: Fact | None) -> Fact:
    """The words from the notice to the end of the line in which the day stands."""
    end = _line_about(words, day.start, day.end)[1]
    held = fact(words, start, end, value=" ".join(words.text[start:end].split()))
    if day.year is not None:
        return replace(held, date=day.on())
    if near is None or near.date is None or near.date.earliest is None:
        return replace(held, note="The day is printed without its year.")
    return replace(
        held,
        date=day.on(near.date.earliest),
        basis=Basis.DERIVED,
        confidence=Confidence.LIKELY,
        note=f"Without a year; the nearest to {near.value}.",
    )


def _line_about(words: Words, start: int, end: int) -> tuple[int, int]:
    after = words.text.find("\n", end)
    return words.text.rfind("\n", 0, start) + 1, len(words.text) if after < 0 else after


def warnings(held: Fact | None) -> tuple[Warning, ...]:
    """What an editor must see of an embargo."""
    if held is None:
        return ()
    message = _HELD.format(held.date) if held.date else _HELD_UNDATED
    return (Warning(message, held.start, held.end),)


def rights(page: Page, around: Iterable[list[Block]]) -> tuple[Fact, ...]:
    """What is printed of the use of the text: “All rights reserved”, “may be reproduced …”."""
    printed = {line.start for line, reason in page.furniture if reason is Reason.RIGHTS}
    return tuple(fact(line.words) for lines in around for line in lines if line.start in printed)
