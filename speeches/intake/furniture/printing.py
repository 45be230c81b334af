"""What stands on every page of a paper: its number, a running title, the address of a print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from speeches import symbols
from speeches.intake import datings, misread
from speeches.intake.accents import optional
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

PRINT = re.compile(
    optional(
        r"(?:https?://|www\.)\S{3,300}(?:\s{1,6}\d{1,3}\s?(?:/|of|de|sur)\s?\d{1,3})?"
        r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s{1,4}\d{1,2}[:h.]\d\d(?::\d\d)?(?:\s?[AP]\.?M\.?)?(?:\s.{0,200})?"
        r"|.{0,20}https?://\S{3,300}\s+\d{1,3}\s?/\s?\d{1,3}"
        r"|(?:page\s)?\d{1,3}\s?(?:of|/|de"
        r"|sur)\s?\d{1,3}\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,20}"
        r"|.{4,200}\spage \d{1,3} (?:of|de|/) \d{1,3}"
        r"|https?://\S{3,200}\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,20}"
        r"|printed (?:on|from)\b.{0,120}|imprimé le\b.{0,80}|impreso el\b.{0,80}"
        r"|https?://\S{3,300}\s+\(\d{1,3} (?:of|de|sur) \d{1,3}\).{0,40}"
        r"|[a-z]{2,4}\s{1,4}\d{4}-\d\d-\d\d\s{1,4}\d\d:\d\d"
    ),
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(
    optional(
        r"\W{0,3}\d{1,3}\s?\W{0,3}\s+press release\s.{2,40}|\W{0,3}(?:(?:page|página"
        r"|pagina|p\.|pág\.|стр\.|صفحة|第)\s?)?\d{1,4}(?:\s?(?:of|de|sur|/|out of"
        r"|из)\s?\d{1,4})?"
        r"\s?页?\W{0,3}|\d{3,5}[A-Z]"
        r"|\W{0,3}\((?:more|suite|à suivre|a suivre|sigue|continúa|continua|segue|продолжение"
        r"|cont\S{0,10}(?: \w+ \w+ \d+)?)\)"
        r"|/\s?(?:\.\s?){3}|(?:\.\s?){2,3}/?\s?\d{0,3}\s?/|(?:\.\s?){2,3}/\s?\d{1,3}\W?|/\s?\d{1,3}"
        r"|\d{1,3}\s?/\s?(?:\.\s?){2,3}|\*\d{5,9}\*"
        r"|\W{0,3}(?:fls?|fol|folio|hoja|folha|feuillet|лист|л)\b\W{0,3}\d{1,3}\W{0,3}"
        r"|\W{0,3}page\s+[\divx]{1,4}\W{0,3}"
    ),
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?P<title>.{4,200}?)\s+(?:https?://|www\.)\S{4,190}(?:\s+\d+\s?/\s?\d+)?")
_ADDRESS = re.compile(r"(?:https?://|www\.)")
_RUNNING = frozenset({Reason.PRINT, Reason.PAGE_NUMBER, Reason.RUNNING_TITLE})
_PARTS_OF_A_PAGE = frozenset({Reason.PRINT, Reason.PAGE_NUMBER})


_ODD_SIGN = re.compile(r"[\\^~|<>{}=¦§¬¢£¥â€™¤•«»®]")
_LATIN_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_SPOT = 40


def is_spot(text: str) -> bool:
    """Whether a line is what a machine made of a spot or a stamp: odd signs, and no word."""
    return (
        len(text) <= _LONGEST_SPOT
        and bool(_ODD_SIGN.search(text))
        and any(sign.isalpha() for sign in text)
        and not any(sign.isdigit() for sign in text)
        and not _LATIN_WORD.search(text)
    )


_LEADING_NUMBER = re.compile(r"\W{0,3}\d{1,3}\W{0,3}\s+", re.I)
_CALLED = re.compile(
    r"(?:press release|communiqu[ée](?: de presse)?|comunicado(?: de prensa)?)\W{0,3}", re.I
)


def is_symbol(text: str) -> bool:
    """Whether a line holds document symbols and hardly anything else."""
    if "/" not in text:
        return False
    text = misread.repaired(text)
    for mark in (_LEADING_NUMBER, _CALLED):
        text = mark.sub("", text)
    text = re.sub(r"^page \d{1,3}\s", "", text, flags=re.I)
    found = symbols.find(text)
    held = sum(symbol.end - symbol.start for symbol in found)
    return bool(found) and held * 2 > len(text)


def mark_running(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """A symbol or a day beside a page number is printed on every page."""
    for place in range(6, len(lines)):
        text = lines[place].text
        if found[place] is not None or len(text) > 60:
            continue
        if re.match(r"\W{0,3}\d{1,3}\W{1,3}\s?\D", text) and is_symbol(text):
            found[place] = Reason.RUNNING_TITLE
        if found[place - 1] not in _RUNNING:
            continue
        dates = datings.find(text)
        if is_symbol(text) or (dates and dates[0].end - dates[0].start >= len(text) - 3):
            found[place] = Reason.RUNNING_TITLE


def mark_repeated(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """A line beside a page number or an address of a print that comes again is a running title."""
    counts = Counter(line.text for line in lines if 3 < len(line.text) < 200)
    for place, line in enumerate(lines):
        addressed = (
            _ADDRESSED.fullmatch(line.text)
            if found[place] is None and len(line.text) < 400 and _ADDRESS.search(line.text)
            else None
        )
        if counts[line.text] > 1 and re.match(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s", line.text):
            found[place] = Reason.PRINT
        if addressed and (counts[addressed["title"]] or counts[line.text] > 1):
            found[place] = Reason.PRINT
        if found[place] is not None or counts[line.text] < 2:
            continue
        beside = found[max(0, place - 2) : place] + found[place + 1 : place + 3]
        if _PARTS_OF_A_PAGE & set(beside) and place > 1:
            found[place] = Reason.RUNNING_TITLE
