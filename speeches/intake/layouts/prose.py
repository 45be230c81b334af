"""Whether a line of a page begins the prose of a text, or is still of its head."""

from __future__ import annotations

import re

from speeches.intake import patterns, people
from speeches.intake.accents import optional
from speeches.intake.page import Page
from speeches.intake.paste import Block

from . import first_words

_LONGEST_HEAD = 60
_SHORTEST_SENTENCE = 22
_LONGEST_END = 12
"""Signs that may close a sentence after its stop."""
LONGEST_SENTENCE = 25
"""Lines in which a sentence that begins the text must end."""
ENDS = re.compile(r"[.!?…。！？؟][”\"’'»)\]]*$|[:;][”\"’]?$")
_HEAD_WORDS = re.compile(
    optional(
        r"\b(?:permanent mission|permanent representative|ministry of|misión permanente"
        r"|mission permanente)\b"
    ),
    re.I,
)


def is_prose(page: Page, paragraphs: list[Block], number: int, place: int) -> bool:
    """Whether a sentence begins with this line, and ends in it or in those that go on with it."""
    lines = page.lines_of(paragraphs[number])
    first = lines[place].text
    if first_words.stands_alone([line.text for line in lines], place):
        return False
    text = " ".join(line.text for line in lines[place : place + LONGEST_SENTENCE])[:4000]
    if first_words.are_sentences([line.text for line in lines]):
        text = first
        if _is_short_prose(lines[place], lines[place + 1 : place + 2]):
            return True
    if (
        first_words.FORMULA.match(first)
        and not first_words.INNER_STOP.search(first)
        and not first.endswith(".")
    ):
        return False
    if first_words.FORMULA.match(text) and not first_words.INNER_STOP.search(text[80:]):
        return text.endswith(".") and len(text) > 60 and first_words.is_said(text)
    follows = number + 1
    last = min(len(paragraphs), follows + _LONGEST_HEAD)
    while follows < last and len(text) < 3000 and not ENDS.search(text[-_LONGEST_END:]):
        following = paragraphs[follows].text
        if not following[:1].islower() or first_words.is_date_line(following):
            break
        text = f"{text} {following}"
        follows += 1
    if (
        _SCRIPT.search(first)
        and patterns.KIND.match(first)
        and not first_words.INNER_STOP.search(text)
    ):
        return text.endswith((".", "!", "?")) and len(text) > 350
    if people.HONORIFIC_AT.match(text) and not ENDS.search(text):
        return False
    if paragraphs[number].level or first_words.is_shouted(text):
        return len(text) > 400 and bool(first_words.INNER_STOP.search(text))
    if re.search(r"[\u4e00-\u9fff]", text):
        return bool(re.search(r"[。！？；]", text)) and len(text) > 8
    if not _SCRIPT.search(text) and len(_SMALL.findall(text)) < 4:
        return False
    if first_words.INNER_STOP.search(text) and len(text) > 60 and len(first) > 30:
        return True
    stops = re.search(r"[.!?…؟][”\"’'»)\]]*(?:\s[^\w\s]{1,2}){0,4}$", text)
    if stops and len(text) > 45 and " " in text.strip():
        return len(_SMALL.findall(text)) > 8 or not (_HEAD_WORDS.search(text) and len(text) < 160)
    return (text.endswith(":") and len(text) > 80) or len(text) > 350


def _is_short_prose(line: Block, following: list[Block]) -> bool:
    """“The sea is patient.”: a short sentence in a line of its own, before another sentence."""
    goes_on = bool(following) and ENDS.search(following[0].text) is not None
    is_told = len(line.text) > _SHORTEST_SENTENCE and first_words.is_short_sentence(line)
    return goes_on and is_told and not first_words.is_announcement(line.text)


_SMALL = re.compile(r"(?<![\w’'])[a-zà-ÿ]{2,}(?![\w])")
_SCRIPT = re.compile(r"[\u0400-\u9fff]")
