"""
What a scan brings into a text that is nobody's words.

Stamps, the lines that a fax prints over each page, job numbers and typists' marks, the head of a
page printed again between two pages, and specks that a machine took for letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from speeches.intake import datings, misread
from speeches.intake.paste import Block
from speeches.intake.reading import Reason
from speeches.offsets import fold

from .line import Formulas
from .printing import is_symbol

_FAX = re.compile(
    r"(?=.{0,160}\d{1,2}[:.]\d\d)"
    r"(?=.{0,160}(?:\b(?:fax|from|sent by|id|tel|to|de)\b\s?[:;.#]|\bfax\b|[AP]M\s{0,3}P))"
    r".{0,160}(?:\b(?:page|pag|p)\W{0,2}\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?"
    r"|#\s?\d{1,2}\s?/\s?\d{1,2}|\W0\d\d(?:/0\d\d)?)",
    re.IGNORECASE,
)
"""“OCT-04-94 15:12 FROM:MISSION OF KETA ID:2125550144 PAGE 1/3”."""
_JOB = re.compile(
    r"\d{2}-\d{5}(?:\s+\([A-Z]\))?(?:\s+\d{3,5}[a-zA-Z]{1,3})?(?:\s+\d{6}){0,2}(?:\s*/?\.\.\.)?"
    r"|[A-Z]{2,3}/[a-z]{2,4}(?:/\d{1,2})?(?:\s+[A-Z]{1,6}(?:/[\w.]{1,12}){1,5})?"
    r"|[A-Z]{1,6}(?:/[\w.]{1,12}){1,5}\s+(?i:page|pag|pág|p)\W{1,3}\d{1,3}"
)
"""“90-25917 1234f /...”, “EF/mrs”, “CP/99/93 Pag. 2”: what is printed for those who print."""
_STAMP = Formulas(
    r"(?:received|reçue?(?: le)?|recibido|recebido|получено|entrada|arrivée|courrier arrivé"
    r"|archives?|archivo|arquivo|library|bibliothèque|biblioteca|registry|file copy|duplicate"
    r"|(?:un|u\.n\.|united nations|dag hammarskj[oö]ld) (?:library|archives|registry))"
    r"(?:\s(?:\d{1,2}[ .-])?\w{3,9}\.?[ .-]\d{2,4})?"
)
_OF_A_PAGE = frozenset({Reason.PAGE_NUMBER, Reason.RUNNING_TITLE, Reason.PRINT, Reason.SYMBOL})
_IN_BRACKETS = re.compile(
    r"\((?:M(?:r|rs|s|me|lle)?\.?|The|L[ea]|El|Sra?\.|Г-н|Г-жа)\s[^()]{3,60}\)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|pag|pág|p|no|nº|n°|vol)\.?\s?)?\d{1,4}(?:, .{4,20})?\W{0,3}", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?:;,]\W{0,3}$")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_SPECK = re.compile(r"[^\w«»“”\"…。]{1,3}(?:\s?[^\w\s]){0,4}|[^\w]{0,4}[a-zà-ÿ][^\w]{0,4}")
_END_MARK = re.compile(r"[*#•∗\s-]+")
_WIDE = 3
"""Spaces between parts of a line that are printed apart."""
_LEAST_TITLE = 12
_LONGEST_TITLE = 120
_LINES_OF_A_HEAD = 25
_FEWEST_WORDS = 2


def reason_for(line: str) -> Reason | None:
    """Why a line on its own is what a machine printed on the page; None when it may be a text's."""
    if line[-1:].isdigit() and _FAX.fullmatch(line) and re.search(r"\d", line[:40]):
        return Reason.PRINT
    return Reason.PAGE_NUMBER if _JOB.fullmatch(line) else None


def mark_scan(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """Stamps, heads of pages and specks, each known by what stands beside it."""
    for place, line in enumerate(lines):
        if found[place] is None and line.text.isupper() and _STAMP.fullmatch(line.text):
            found[place] = Reason.PRINT
            _mark_day_below(lines, found, place)
    _mark_heads_of_pages(lines, found)
    for place in range(len(lines)):
        if found[place] is None and _is_speck(lines, place):
            found[place] = Reason.OTHER


def _mark_day_below(lines: Sequence[Block], found: list[Reason | None], place: int) -> None:
    """The day under a stamp is that on which somebody stamped the paper."""
    below = place + 1
    near = below < len(lines) and lines[below].start - lines[place].end < _LEAST_TITLE
    if near and found[below] is None and datings.is_date(lines[below].text):
        found[below] = Reason.PRINT


def _mark_heads_of_pages(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """The title, the speaker in brackets, the symbol: printed again where a page begins."""
    titles = [list(_titles(line)) for line in lines]
    counts = Counter(title for held in titles for title in held)
    known = _words_of_the_head(lines, found)
    for place, line in enumerate(lines):
        if found[place] is not None or len(line.text) > _LONGEST_TITLE:
            continue
        if any(counts[title] > 1 for title in titles[place]):
            found[place] = Reason.RUNNING_TITLE
        beside = {found[n] for n in (place - 1, place + 1) if 0 <= n < len(lines)}
        if not _OF_A_PAGE & beside:
            continue
        if _IN_BRACKETS.fullmatch(line.text) or _is_head_again(lines, place, known):
            found[place] = Reason.RUNNING_TITLE


def _titles(line: Block) -> Iterator[str]:
    """The title of a line that holds nothing else but, far from it, a number, a day or a symbol."""
    text, places = line.text, line.words.places
    if len(text) > _LONGEST_TITLE or not text:
        return
    if places[-1] - places[0] < len(text) + _WIDE - 1:
        return
    cuts = [n for n in range(1, len(text)) if places[n] - places[n - 1] > _WIDE]
    parts = [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    told = [part for part in parts if part and not _is_number(part)]
    if len(told) == 1 < len(parts) and len(told[0]) > _LEAST_TITLE and " " in told[0]:
        yield fold(told[0])


def _is_number(part: str) -> bool:
    return bool(_NUMBER.fullmatch(part)) or is_symbol(part) or datings.is_date(part)


def _words_of_the_head(lines: Sequence[Block], found: list[Reason | None]) -> set[str]:
    """The words above the first number of a page, those of the first lines."""
    first = next((n for n, reason in enumerate(found) if reason is Reason.PAGE_NUMBER and n > 1), 0)
    held = lines[: min(first, _LINES_OF_A_HEAD)]
    return {word for line in held for word in _words(line.text)}


def _words(text: str) -> list[str]:
    return _WORDS.findall(fold(misread.repaired(text)))


def _is_head_again(lines: Sequence[Block], place: int, known: set[str]) -> bool:
    """Whether a line beside a page number stands alone and has only words of the head."""
    line = lines[place]
    above = lines[place - 1].end if place else 0
    below = lines[place + 1].start if place + 1 < len(lines) else line.end + _WIDE
    is_alone = line.start - above > 1 and below - line.end > 1
    if not is_alone or _SENTENCE.search(line.text) or not line.text[:1].isupper():
        return False
    words = _words(line.text)
    capitals = sum(word[:1].isupper() for word in line.text.split() if len(word) > 3)
    return len(words) >= _FEWEST_WORDS and set(words) <= known and capitals * 2 >= len(words)


def _is_speck(lines: Sequence[Block], place: int) -> bool:
    """Whether a line is a single small letter or a few marks, and closes or opens no list."""
    text = lines[place].text
    return bool(text) and bool(_SPECK.fullmatch(text)) and not _END_MARK.fullmatch(text)
