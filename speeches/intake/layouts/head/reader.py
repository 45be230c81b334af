"""
The lines above a text: what each of them is, who speaks, where and when.

First where the text begins (``opening``), then what the lines above it say: those that are plainly
something (``plain``) are taken, the rest is read ``together`` for the title, the speaker and the
event; at last the ``days`` are sorted.
"""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.intake import datelines, misread, patterns
from speeches.intake.accents import optional
from speeches.intake.layouts import first_words, opening
from speeches.intake.page import Page, fact, keep_out
from speeches.intake.paste import Block
from speeches.intake.reading import Basis, Reason

from .cover import take_cover
from .days import sent_on, sort_dates
from .found import Head
from .introduced import take_dateline, take_introduction, take_label
from .plain import take_dated, take_labelled, take_plain, with_values
from .together import read_together

_RELEASE = re.compile(
    optional(
        r"release|(?:press|media) statement"
        r"|communiqué|comunicado|nota de prensa|nota à imprensa|пресс-релиз|新闻稿|بيان صحفي"
    ),
    re.I,
)
_HOUR = re.compile(r"\d{1,2}[:.]\d\d\s?[ap]\.?m\.?(?:\s[A-Z]{2,4})?", re.I)
"""“2:57 P.M. EDT”: the hour at which words were said, in a line of its own."""
_DANGLES = re.compile(r"\b(?:of|of the|de|des|du|del|de la|de l['’]|do|da|dos|das)$", re.I)


def read_head(page: Page, *, of_release: bool = False) -> Head:
    """
    Read the head of a text in one voice.

    ``of_release`` says that a plain date in the head is the day of release; else, and where the
    words are spoken, it is the day of delivery.
    """
    found = opening.find(page)
    of_release = of_release or any(
        _RELEASE.search(line.text) for line, reason in page.furniture if reason is Reason.ISSUER
    )
    head = Head(found.body_start, found.introduction is not None, found.is_salutation)
    head.has_hour = any(_HOUR.fullmatch(line.text) for line in found.head)
    _marks(head, page)
    rest: list[Block] = []
    for line in with_values([_unlabelled(misread.put_right(line)) for line in found.head]):
        goes_on = bool(rest) and _is_continued(rest[-1], line, page.text)
        if not goes_on and (dated := datelines.match(line.text)):
            line = take_dated(head, line, dated, page)
        if first_words.is_salutation(line.text) and len(line.text) < 60:
            head.kept_out.append(keep_out(line, Reason.INTRODUCTION))
        elif goes_on or not (take_labelled(head, line) or take_plain(head, line, page.text)):
            rest.append(line)
    language = patterns.language_of(page.text)
    head.language = language
    head.sent = sent_on(page)
    read_together(head, rest, page.text)
    if found.introduction is not None:
        take_introduction(head, misread.put_right(found.introduction))
    if found.dateline is not None and found.opens is not None:
        take_dateline(head, found.opens, found.dateline)
    if found.label is not None:
        take_label(head, found.label)
    sort_dates(head, of_release)
    take_cover(head, page)
    return head


_LANGUAGE = re.compile(
    r"(?:\[(?:[A-Z]{2}|[A-Za-zçñêéÉ]{4,10})\]|\((?:EN|FR|ES|PT|RU|AR|ZH)\)|(?:EN|FR|ES|PT|RU):)\s+"
)


def _unlabelled(line: Block) -> Block:
    """A line without the language that is printed before it: “[EN] Speech by …”."""
    found = _LANGUAGE.match(line.text)
    return replace(line, words=line.words.part(found.end())) if found else line


def _is_continued(line: Block, following: Block, text: str) -> bool:
    """Whether a line ends in the middle of a name or a phrase, and the next goes on with it."""
    is_next = text.count("\n", line.end, following.start) == 1
    return is_next and (line.text.endswith(",") or bool(_DANGLES.search(line.text)))


def _marks(head: Head, page: Page) -> None:
    """What furniture tells: the disclaimer, the words on delivery."""
    for line, reason in page.furniture:
        if reason is Reason.DISCLAIMER and head.disclaimer is None:
            head.disclaimer = fact(line.words)
        for status, pattern in patterns.STATUS:
            if (
                head.text_status is None
                and reason in (Reason.DELIVERY_NOTE, Reason.DISCLAIMER)
                and pattern.search(line.text)
            ):
                head.text_status = fact(line.words, value=status, basis=Basis.DERIVED)
