"""
The last lines of a text that nobody said: signatures, addresses, links, words about the page.

A line that ends no sentence and stands below one that does is doubted: alone only where it names
a person, a day, a place or a link; several of them together end the text, whatever follows.
"""

from __future__ import annotations

import re

from speeches.intake import datings, misread, patterns, people, places
from speeches.intake.accents import optional
from speeches.intake.page import is_symbol_line

_SENTENCE = re.compile(r"[.!?…。！？؟:;][”\"’'»)\]]*$")
_FULL_STOP = re.compile(r"[.!?…。！？؟](?:\s?\d{1,2})?[”\"’'»)\]]*$")
_INNER_STOP = re.compile(r"[^\W\d]{4}[.!?]\s")
_SIGNED = re.compile(optional(r"(?:\(?signed\)?|\(?signé\)?|\(?firmado\)?)"), re.I)
_LINKS = re.compile(
    optional(
        r"\s[|•·»→]\s|^[|»→]|\S@\S+\.\S|\bhttps?://|\bwww\.|\(?\+\d[\d ()-]{6,}"
        r"|^(?:download|watch|listen|read more|print|click here|télécharger|descargar|baixar)\b"
        r"|\?\s(?:yes|no|oui|non|sí)\b"
    ),
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b\d{1,5}(?:\sbis)?,?\s(?:rue|chemin|avenue|boulevard|place|route|east|west"
    r"|[A-Z]\w+ (?:street|avenue|road|plaza|square))\b|\b(?:street|avenue|plaza|floor|suite"
    r"|p\.?\s?o\.? box|c\.?p\.?|apartado|casilla)\b.{0,20}\d"
    r"|\b(?:NY|N\.Y\.|DC)\s\d{5}\b|,\s(?:CH-)?\d{4,5}\s[A-ZÀ-Þ]",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^:]{1,60}[:：]\s")
_ITEM = re.compile(r"(?:[-–•*·]|\(?[0-9ivx]{1,4}[.)]|\(?[a-z]\))\s", re.IGNORECASE)
BUTTON = "|"
"""What stands for a line that is known not to be of the text."""
_SMALL_WORD = re.compile(r"(?<!\w)[a-zà-þ]{2,}(?!\w)")
_LONGEST_PLACE = 40
_LONGEST = 120
_SIGNATURE_WORDS = 6
_ENOUGH = 3

_UNCASED = re.compile(r"[\u0600-\u06ff\u4e00-\u9fff]")
_SENTENCE_WORD = re.compile(r"[的了是在，、]|(?<!\w)(?:في|من|على|إلى|أن|إن|هو|هي|هذا|هذه)(?!\w)")
"""What a name in a script without capitals doesn't hold."""


def is_end(text: str) -> bool:
    """Whether a text may end with this line."""
    return bool(_SENTENCE.search(text) or patterns.CLOSING.match(text)) or len(text) > 200


def is_tail(text: str) -> bool:
    """Whether a line names a person, a day, a place, a symbol or a link, and says nothing."""
    if text is BUTTON:
        return True
    if len(text) > _LONGEST and not _is_run_of_links(text):
        return False
    if patterns.CLOSING.match(text):
        return False
    if _LINKS.search(text) and not _FULL_STOP.search(text):
        return True
    if len(text) < _LONGEST_PLACE and places.CITY.match(text) and not _SMALL_WORD.search(text):
        return True
    if _SENTENCE.search(text) and not datings.is_date(text):
        return False
    if (
        datings.find(misread.repaired(text))
        or places.in_line(text)
        or is_symbol_line(text)
        or people.OFFICE.search(text)
        or _ADDRESS.search(text)
    ):
        return True
    if _is_run_of_links(text):
        return True
    words = text.split()
    if _UNCASED.match(text):
        return len(words) <= 4 and len(text) < 40 and not _SENTENCE_WORD.search(text)
    capitals = sum(word[:1].isupper() or word[:1] in "([-–—" for word in words)
    return bool(_SIGNED.match(text)) or (
        len(words) <= _SIGNATURE_WORDS and capitals * 3 >= len(words) * 2
    )


def _is_run_of_links(text: str) -> bool:
    """The names of several pages in one line: capitals nearly throughout, and no sentence."""
    words = [word for word in text.split() if len(word) > 3]
    capitals = sum(word[:1].isupper() for word in words)
    return (
        len(words) > _SIGNATURE_WORDS
        and len(text) < 3 * _LONGEST
        and not text.isupper()
        and capitals * 5 >= len(words) * 4
        and not re.search(r"[.,;:!?]", text)
    )


def is_loose(text: str) -> bool:
    """Whether a line ends no sentence and begins none that goes on: nothing but a label or link."""
    if _LABELLED.match(text):
        return bool(_LINKS.search(text))
    return is_tail(text) or (
        len(text) <= _LONGEST
        and not _FULL_STOP.search(text)
        and not _INNER_STOP.search(text)
        and not text.endswith((",", ":", ";"))
        and not text[:1].islower()
        and not _ITEM.match(text)
        and not patterns.CLOSING.match(text)
    )


def cut(texts: list[str]) -> int:
    """The number of lines, of the last lines of a text, that are its own; the rest is its tail."""
    kept = len(texts)
    while kept and is_loose(texts[kept - 1]):
        kept -= 1
    if len(texts) - kept < _ENOUGH or _is_list(texts[kept:]):
        kept = len(texts)
        while kept and is_tail(texts[kept - 1]):
            kept -= 1
        if _is_list(texts[kept:]):
            return len(texts)
    elif kept and not _FULL_STOP.search(texts[kept - 1]) and not is_end(texts[kept - 1]):
        return len(texts)
    if not kept or kept == len(texts) or not is_end(texts[kept - 1]):
        return len(texts)
    return kept


def _is_list(texts: list[str]) -> bool:
    """Whether lines name one person after another: a list is said, a signature has one."""
    return sum(bool(people.HONORIFIC_AT.match(text)) for text in texts) >= _ENOUGH


def ends_before(texts: list[str], most: float) -> int:
    """
    The number of lines before the first run of loose ones, below a full stop, that ends the text.

    What follows such a run is of the page, even if it is a sentence; ``most`` is the share of the
    letters that may be dropped so.
    """
    left = total = sum(map(len, texts)) or 1
    for number, text in enumerate(texts[: -_ENOUGH + 1]):
        run = texts[number : number + _ENOUGH]
        if (
            number
            and left <= most * total
            and _FULL_STOP.search(texts[number - 1])
            and all(map(is_loose, run))
            and any(map(is_tail, run))
            and not all(line is BUTTON for line in run)
        ):
            return number
        left -= len(text)
    return len(texts)
