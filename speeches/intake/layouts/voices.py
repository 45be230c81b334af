"""Whether a document is somebody's own words or a report of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from speeches.intake import patterns, sayings, verbs
from speeches.intake.accents import optional
from speeches.intake.page import Page
from speeches.intake.paste import Block
from speeches.intake.scripts import arabic, chinese, russian

from . import first_words
from .head import is_bare_name

_FIRST = re.compile(
    optional(
        r"(?<![\w'’-])(?:I|my|we|our|us|je|j['’]ai|mon|ma|nous|notre|nos|yo|mi|mis|nosotros"
        r"|nosotras|nuestr[oa]s?|nós|noss[oa]s?|minha|meu"
        rf"|{russian.FIRST_PERSON}|{arabic.FIRST_PERSON})(?![\w])|{chinese.FIRST_PERSON}"
    ),
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PER = 60
"""Words in a hundred and so: own words say “we” oftener than once in so many."""


def _is_sentence(words: str) -> bool:
    return len(words.split()) > 2 or len(re.findall(r"[\u4e00-\u9fff]", words)) > 7


def is_anyones(paragraphs: Iterable[Block]) -> bool:
    """Whether somebody says “I” or “we” in some paragraphs, outside of quotation marks."""
    return any(_FIRST.search(sayings.blanked(block.text)[0]) for block in paragraphs)


def is_reported(page: Page) -> bool:
    """
    Whether the text reports what people say: quotations beside verbs of saying, and hardly an “I”
    or a “we” outside of them; without quotations, two paragraphs that tell what was said.
    """
    attributed = first = words = told_of = 0
    for paragraph in page.paragraphs:
        text = paragraph.text
        if first_words.is_salutation(text[:120]) and len(text) < 120:
            return False
        outside, marks = sayings.blanked(text)
        if len(text) < 20 and not re.search(r"[\u4e00-\u9fff]{15}", text):
            continue
        words += len(outside.split()) + len(_HAN.findall(outside)) // 2
        first += len(_FIRST.findall(outside))
        if marks and any(_is_sentence(text[m.inner_start : m.inner_end]) for m in marks):
            attributed += bool(verbs.WIDE_VERB.search(outside))
        told_of += bool(_SAYS.search(outside))
    if not attributed and not first and told_of >= _TOLD_TWICE:
        return patterns.language_of(page.text) in _TOLD_IN and not _is_announced(page)
    return attributed >= 1 and first * _PER <= max(words, 1)


_SAYS = re.compile(
    optional(
        r"\b(?:said|says|told|stated|declared|added|stress(?:ed|es)|warned|(?:announced|noted|explained"
        r"|recalled|emphasi[sz]ed|confirmed|pointed out) that|according to"
        r"|a (?:dit|déclaré|souligné|indiqué que|affirmé|ajouté|annoncé que|précisé)|selon"
        r"|dijo|señaló|afirmó|declaró|subrayó|destacó|expresó|manifestó|indicó que"
        r"|anunció que|según"
        r"|disse|afirmou|declarou|destacou|segundo)\b"
    ),
    re.I,
)
_ENOUGH_WORDS = 45
_TOLD_IN = ("en", "fr", "es", "pt")
_TOP = 20
_TOLD_TWICE = 2


def nobody_speaks(page: Page) -> bool:
    """
    Whether nobody speaks in a text: no “I” and no “we”, no greeting, no formula that announces
    somebody's words, no introduction, no signature, no quotation, and no verb of saying.
    """
    if patterns.language_of(page.text) not in _TOLD_IN:
        return False
    if _is_announced(page):
        return False
    words = 0
    for paragraph in page.paragraphs:
        text = paragraph.text
        if _FIRST.search(text) or _SAYS.search(text):
            return False
        if any(_is_sentence(text[m.inner_start : m.inner_end]) for m in sayings.find(text)):
            return False
        words += len(text.split())
    return words >= _ENOUGH_WORDS and not _is_signed(page)


def _is_announced(page: Page) -> bool:
    """Whether a formula, an introduction or a greeting near the top says that somebody speaks."""
    for line in page.content[:_TOP]:
        text = line.text
        if len(text) < 200 and (patterns.KIND.search(text) or first_words.is_announcement(text)):
            return True
        if patterns.INTRODUCTION.match(text) or first_words.is_salutation(text):
            return True
    return False


def _is_signed(page: Page) -> bool:
    """Whether a name stands alone in one of the last lines."""
    return any(is_bare_name(line.text) for line in page.content[-4:])
