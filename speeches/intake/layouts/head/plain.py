"""
Lines of a head that are plainly something, each by itself.

“Location: …”, a symbol, a day with its place, an issuing office: read without looking at the
other lines.
"""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.intake import credits, datelines, datings, furniture, patterns, places
from speeches.intake.accents import optional
from speeches.intake.page import Page, date_in, fact, is_symbol_line, keep_out
from speeches.intake.paste import Block, join
from speeches.intake.reading import KeptOut, Reason
from speeches.intake.scripts import arabic, chinese, russian

from .found import Head
from .lines import BY_LINE, CREDIT_LINE, is_person_line
from .naming import take_credit

_ISSUER = re.compile(
    optional(
        rf"{russian.ISSUERS}|{arabic.ISSUERS}|{chinese.ISSUERS}"
        r"|(?:the )?(?:permanent (?:mission|delegation|observer)|misi[oó]n permanente"
        r"|mission permanente|missão permanente|delegación permanente"
        r"|ministry of|ministère d|ministerio de|ministério d|embassy of|ambassade d|embajada d"
        r"|republic of|république d|república d"
        r"|government of|gouvernement d|gobierno d|kingdom of|royaume d|federal|the white house"
        r"|briefing room|office of the|bureau du"
        r"|delegation of|secretariat of|secrétariat d|headquarters|united nations|nations unies"
        r"|naciones unidas|nações unidas|office des|(?:united nations )?office (?:at|of the united)"
        r"|oficina de|press section|section de presse|sección de prensa|information (?:cent|serv)"
        r"|centre d.information|centro de información|service d|(?:no|nº|n°|issue|vol)\.? ?\d+, "
        r").{0,120}"
    ),
    re.IGNORECASE,
)

_OTHER_SCRIPT = re.compile(r"[\u0600-\u06ff\u4e00-\u9fff]")
_STATEMENTS_PAGE = re.compile(
    r"\b(?:presidential actions|proclamations?|press briefings?"
    r"|statements? (?:and|&) (?:releases|speeches)|press releases?|statements?|speeches"
    r"|news)\b",
    re.I,
)

_SECTION_DAY = re.compile(
    optional(
        r"\b(?:statements? and|press releases?|news|for (?:the )?(?:media|press)"
        r"|published|posted|released|publicado|publié)\b"
    ),
    re.I,
)

_REFERENCE = re.compile(r"(?<![\w/])(?:[A-Z]{1,4}[ .]?\s?)?(?:[Nn]o\.? ?)?\d{1,4}/\d{2,4}(?![\w/])")
_POSTED_BY = re.compile(r"(?:^|\s)(?:by|por|par)(?:\s[\w.-]{2,20}){1,2}\s*$", re.I)

_LABELLED = re.compile(
    optional(
        r"(?:(?P<speaker>speaker|name|nombre|nom|orateur|oratrice|orador|oradora)"
        r"|(?P<place>location|place|venue"
        r"|lieu|lugar|local)|(?P<released>published(?: on)?|released?(?: on)?|publié(?: le)?"
        r"|publicado(?: el)?)"
        r"|(?P<issuer>from|issued by|organi[sz]ation)"
        r"|(?P<delivered>delivered(?: on)?|date|given on|prononcée? le|fecha|data)"
        r"|(?P<event>event|occasion|conference|meeting|événement"
        r"|evento))(?:\s?/\s?[\w ]{3,20})?\s?:\s+(?P<value>.{3,160})"
    ),
    re.I,
)

_BELOW = 2
_PLAIN_DATE = re.compile(r"(?:date|fecha|data)\b", re.I)


def with_values(lines: list[Block]) -> list[Block]:
    """The lines, a label that stands alone joined with the line below it that is its value."""
    found: list[Block] = []
    labelled = False
    for line in lines:
        if labelled and found and line.start - found[-1].end <= _BELOW:
            line = Block(found[-1].start, line.end, join([found.pop(), line]))
            labelled = False
        else:
            labelled = line.text.endswith(":") and bool(_LABELLED.fullmatch(f"{line.text} ---"))
        found.append(line)
    return found


def take_labelled(head: Head, line: Block) -> bool:
    """“Speaker: …”, “Location: …”: a line that says itself what it tells."""
    found = _LABELLED.fullmatch(line.text)
    if not found:
        return False
    start, end = found.span("value")
    value = line.words.part(start, end)
    if found["speaker"] and (credit := credits.person_at(line.text, start)):
        take_credit(head, credit, line.words)
    elif found["place"]:
        head.delivery_place = fact(line.words, start, end)
    elif found["released"]:
        head.released = date_in(value)
    elif found["delivered"] and (day := date_in(value)):
        head.dates.append((day, not _PLAIN_DATE.match(line.text)))
    elif found["event"]:
        head.event = fact(line.words, start, end)
    return _as(
        head, line, Reason.DATE if found["released"] or found["delivered"] else Reason.SPEAKER
    )


def take_dated(head: Head, line: Block, found: datelines.Dateline, page: Page) -> Block:
    """The place and the day before a title in its own line; returns the rest of the line."""
    if found.place and head.delivery_place is None:
        head.delivery_place = fact(line.words, *found.place)
    if found.dated and found.dated.year is not None:
        printed = fact(line.words, found.dated.start, found.dated.end)
        head.dates.append((replace(printed, date=found.dated.on()), True))
    first = line.words.places[found.end]
    head.kept_out.append(
        KeptOut(line.start, line.words.span(0, found.printed_end)[1], Reason.DATELINE)
    )
    return page.between(first, line.end, line)


def take_plain(head: Head, line: Block, text_of_all: str) -> bool:
    """Take a line that is a symbol, a date, a place or an issuing office; False for the others."""
    text = line.text
    if is_symbol_line(text):
        return _as(head, line, Reason.SYMBOL)
    if _take_date_line(head, line):
        return _as(head, line, Reason.DATE)
    is_issuer = bool(_ISSUER.fullmatch(text))
    is_foreign = bool(_OTHER_SCRIPT.search(text))
    if (
        (span := places.in_line(text))
        and not CREDIT_LINE.match(text)
        and not (is_issuer and is_foreign)
    ):
        if head.delivery_place is None:
            head.delivery_place = fact(line.words, *span)
        return _as(head, line, Reason.DATE)
    if (
        is_issuer
        and not (is_foreign and patterns.KIND.search(text))
        and not CREDIT_LINE.match(text)
        and not re.search(
            r"\b(?:president|minister|ambassador|representative|secretar[yi]\w*[- ]general|spokes)",
            text,
            re.I,
        )
    ):
        head.publisher = head.publisher or fact(line.words)
        head.issuer_end = line.end
        return _as(head, line, Reason.ISSUER)
    beside = (
        head.issuer_end is not None and text_of_all.count("\n", head.issuer_end, line.start) == 1
    )
    if (
        beside
        and not CREDIT_LINE.match(text)
        and len(text) < 70
        and not BY_LINE.match(text)
        and not is_person_line(text)
    ):
        head.issuer_end = line.end
        return _as(head, line, Reason.ISSUER)
    return False


def _as(head: Head, line: Block, reason: Reason) -> bool:
    head.kept_out.append(keep_out(line, reason))
    return True


def _take_date_line(head: Head, line: Block) -> bool:
    """A line with a day, and beside it no more than a place, an hour, a word for the section."""
    text = line.text
    dates = datings.find(text)
    if not dates or dates[0].year is None or len(text) > 110:
        return False
    dated = dates[0]
    rest = f"{text[: dated.start]} {text[dates[-1].end :]}"
    section = _STATEMENTS_PAGE.search(rest)
    rest = " ".join(
        part
        for part in re.split(r"[|•·]|\s[-–—]\s", rest)
        if not furniture.reason_for(part.strip())
    )
    rest = _REFERENCE.sub("", rest)
    if _SECTION_DAY.match(text):
        rest = _POSTED_BY.sub("", rest)
    bare = re.sub(
        r"\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?|h)?|\b(?:le|el|on|date|fecha|em|published"
        r"|released|posted|for (?:the )?(?:media|press)|publié|publicado"
        r"|publicada|mis à jour)\b\s?:?|[\W_]",
        " ",
        rest,
        flags=re.I,
    ).strip()
    span = places.beside(text, dated) or (places.in_line(rest.strip(" ,()")) and places.known(text))
    if bare and not section and not span:
        return False
    if BY_LINE.match(text) and "|" in text:
        bare = ""
    left = len(bare.split()) - (len(text[slice(*span)].split()) if span else 0)
    if left > 5 or (CREDIT_LINE.match(text) and not section and bare):
        return False
    if section and bare and len(bare.split()) > 6:
        return False
    day = date_in(line.words)
    if day is None:
        return False
    credit = credits.author(text) if section and head.speaker is None else None
    if credit and credit.name and dated.start >= credit.end:
        take_credit(head, credit, line.words)
    if span and not section:
        head.delivery_place = head.delivery_place or fact(line.words, *span)
    head.dates.append((day, bool(span) and not section))
    head.has_released = (
        head.has_released
        or bool(section)
        or bool(_SECTION_DAY.search(_just_before(text, dated.start)))
    )
    return True


def _just_before(text: str, end: int) -> str:
    """The few words before a day."""
    return text[max(0, end - 20) : end]
