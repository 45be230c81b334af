"""Where a text ends: before the end mark, the background, the contacts, the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from speeches.intake.accents import optional
from speeches.intake.page import Page, has_words, keep_out
from speeches.intake.paste import Block
from speeches.intake.reading import KeptOut, Reason

from . import tail
from .head.lines import is_bare_name

_WEAK_MARK = re.compile(r"[-_=—\s]+|\*|(?:\*\s?){3}")
_TAIL = re.compile(
    optional(
        r"\W{0,5}(?:background(?: (?:information|note|to the \w+))?|notes? (?:to"
        r"|for) (?:the )?(?:editors?|correspondents|journalists)|about (?:the |us|un|who|wfp"
        r"|fao)?.{0,80}"
        r"|contexte|note (?:aux|à l.attention des) (?:rédacteurs|éditeurs|journalistes).{0,20}"
        r"|à propos d.{0,80}"
        r"|antecedentes|contexto|nota(?:s)? (?:para|a) (?:los |las |la )?(?:editores|redacción"
        r"|prensa).{0,20}|(?:acerca|sobre) (?:de |del |el |la ).{2,60}"
        r"|sobre [oa] .{2,60}|further information|more information|additional information|ends?"
        r"|end notes?|footnotes?|references|annex.{0,40}"
        r"|media (?:contacts?|enquiries|inquiries).{0,60}|contacts?.{0,40}"
        r"|[•*]\s?media .{0,80})\s?:?\W{0,3}"
    ),
    re.IGNORECASE,
)
_INLINE_TAIL = re.compile(
    optional(
        r"(?:\W{0,4}(?:about (?:the )?[A-Z][\w-]+\s?:|notes? to editors?\s?:|background\s?:"
        r"|media contacts?\s?:|note de l.éditeur\s?:|antecedentes\s?:)"
        r"|(?:UNDP|UNCTAD|ECLAC|UNOSSC|UNICEF|FAO) is the (?:UN|United Nations)"
        r"|La CEPAL es una de|L['’]UNDP est|The (?:Group of 77"
        r"|UN Office for South-South Cooperation) (?:was established|is the))"
    ),
)
_BIOGRAPHY = re.compile(
    r"(?:(?:H\.E\. |Mr\. |Ms\. |Dr\. )?[A-ZÀ-Þ][\w’'-]+ (?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}"
    r"|The (?:author|writer|speaker)|El autor|La autora|L['’]auteure?) (?:is|was|est|es)\b"
)
_SPOKESPERSON = re.compile(
    r"[^,.:]{4,50}, (?:deputy |associate |acting )?(?:spokes\w+|porte-parole|portavoz"
    r"|porta-voz)\b[^.:]{0,90}",
    re.I,
)
_PARTING = re.compile(
    r"\W{0,4}(?:(?:kind|best|warm) )?(?:regards|best|cordialement|saludos"
    r"|atentamente|sincerely)",
    re.I,
)
_LEFT_BELOW_A_NAME = 0.25
_MOST_OF_A_TAIL = 0.35
_LAST_LINES = 30
_BUTTONS = frozenset({Reason.NAVIGATION, Reason.CONTACT, Reason.CAPTION, Reason.DISCLAIMER})


@dataclass
class Body:
    """The paragraphs of a text, and the lines among and after them that are no part of it."""

    paragraphs: list[Block] = field(default_factory=list)
    kept_out: list[KeptOut] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)


def body_of(page: Page, start: int, *, in_one_voice: bool = True) -> Body:
    """
    The paragraphs from ``start`` to the end of the text.

    A text in one voice may be signed, and followed by words about its author; a story is not.
    """
    body = Body()
    pieces = list(_pieces(page, start))
    words = [len(block.text) if reason is None else 0 for block, reason in pieces]
    total = sum(words) or 1
    said, ended = 0, None
    for number, (block, reason) in enumerate(pieces):
        said += words[number]
        left = (total - said) / total
        if ended is None and body.paragraphs:
            ended = _ends(block, reason, left)
        if ended is Reason.SIGNATURE and len(body.signature) < 2:
            body.signature.append(block)
        if ended is not None:
            body.kept_out.append(keep_out(block, reason or ended))
        elif reason or not has_words(block):
            body.kept_out.append(keep_out(block, reason or Reason.MARKUP))
        else:
            body.paragraphs.append(block)
    if in_one_voice and body.paragraphs and _BIOGRAPHY.match(body.paragraphs[-1].text):
        last = body.paragraphs[-1]
        if total > 5 * len(last.text) and len(body.paragraphs) > 2:
            body.kept_out.append(keep_out(body.paragraphs.pop(), Reason.BACKGROUND))
    _drop_tail(page, body)
    return body


def _ends(block: Block, reason: Reason | None, left: float) -> Reason | None:
    """Why the text has ended before this piece; None when it goes on."""
    if reason is Reason.END_MARK:
        weak = bool(_WEAK_MARK.fullmatch(block.text.strip()))
        return Reason.AFTER_END if not weak or left < 0.35 else None
    if reason is Reason.DISCLAIMER and left < 0.3:
        return Reason.AFTER_END
    if reason is Reason.MAIL and left < 0.6 and _PARTING.match(block.text):
        return Reason.AFTER_END
    if reason is Reason.CONTACT:
        return Reason.CONTACT if left < 0.3 else None
    if reason is None and len(block.text) < 140 and _SPOKESPERSON.fullmatch(block.text):
        return Reason.SIGNATURE
    if reason is None and left < _LEFT_BELOW_A_NAME and is_bare_name(block.text):
        return Reason.SIGNATURE
    if reason is None and left < 0.6 and len(block.text) < 110 and _TAIL.fullmatch(block.text):
        return Reason.BACKGROUND
    if reason is None and left < 0.4 and _INLINE_TAIL.match(block.text):
        return Reason.BACKGROUND
    return None


def _pieces(page: Page, start: int) -> Iterable[tuple[Block, Reason | None]]:
    """Paragraphs and the furniture between their lines, in order, from an offset on."""
    reason_of = dict(zip((line.start for line in page.lines), page.reasons, strict=True))
    for block in page.blocks:
        if block.end <= start:
            continue
        if block.start < start:
            block = page.between(start, block.end, block)
        run: list[Block] = []
        for line in page.lines_of(block):
            if not line.text:
                continue  # marks alone; they are accounted for at the end
            reason = reason_of.get(line.start)
            if reason is None and not _TAIL.fullmatch(line.text):
                run.append(line)
                continue
            if run:
                yield _whole(page, run, block), None
                run = []
            yield line, reason
        if run:
            yield _whole(page, run, block), None


def _whole(page: Page, run: list[Block], block: Block) -> Block:
    if run[0].start == block.start and run[-1].end == block.end:
        return block
    return page.between(run[0].start, run[-1].end, block)


def _drop_tail(page: Page, body: Body) -> None:
    """Keep out the last lines that nobody said; the first of them may be a signature."""
    if not body.paragraphs:
        return
    said = [
        (number, line)
        for number, block in enumerate(body.paragraphs)
        for line in page.lines_of(block)
        if line.text
    ]
    start = body.paragraphs[0].start
    buttons = [(line.start, tail.BUTTON) for line, why in page.furniture if why in _BUTTONS]
    lines = [(line.start, line.text) for _, line in said]
    ranked = sorted([*lines, *(pair for pair in buttons if pair[0] > start)])
    texts = [text for _, text in ranked]
    kept = tail.ends_before(texts, _MOST_OF_A_TAIL)
    first = max(0, kept - _LAST_LINES)
    kept = first + tail.cut(texts[first:kept])
    kept = sum(text is not tail.BUTTON for text in texts[:kept])
    if kept == len(said):
        return
    body.signature = [line for _, line in said[kept:]]
    body.kept_out += [keep_out(line, Reason.SIGNATURE) for line in body.signature]
    number, line = said[kept - 1]
    block = body.paragraphs[number]
    del body.paragraphs[number:]
    body.paragraphs.append(page.between(block.start, line.end, block))
