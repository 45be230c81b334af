"""
Signs of a head that stand below a first sentence: the head goes on to them.

A page copied from the web prints a standfirst, a warning or a caption above its date, its labels
and its buttons. What looks like the first sentence of a text is none when such a line follows
close behind it, and most of the words follow that line.
"""

from __future__ import annotations

import re

from speeches.intake import datings, furniture
from speeches.intake.accents import optional
from speeches.intake.page import Page
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

LABEL = re.compile(
    optional(
        r"(?:published|posted|released|delivered|last updated|updated|location|venue|speaker|author"
        r"|date|from|publié|prononcé|mis en ligne|lieu|publicado|lugar|fecha|orador|orateur|data"
        r"|type|document type|category)(?: (?:on|at|by|le|el|en))?\s?:(?:\s|$)"
    ),
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    optional(
        r"\b(?:published|posted|updated|publié|publicado|publicada|mis en ligne|mise à jour"
        r"|actualizado)\b"
    ),
    re.IGNORECASE,
)
_LONGEST_LINE = 110
_MOST_PASSED = 420
_MOST_PASSED_BY_BUTTONS = 260
"""Letters that a button may stand below: a text has links of its own further down."""
_MOST_LINES = 40
_BUTTONS = frozenset({Reason.NAVIGATION})


def later_head(page: Page, start: int) -> int:
    """
    Where the last line ends that can only belong to a head, close below ``start``.

    ``start`` itself where there is none.
    """
    found, passed, looked = start, 0, 0
    is_value = False
    left = sum(len(line.text) for line in page.content if line.start >= start)
    for line, reason in zip(page.lines, page.reasons, strict=True):
        if line.start < start:
            continue
        looked += 1
        if looked > _MOST_LINES or passed > _MOST_PASSED:
            break
        if _is_sign(line, reason, passed) and passed * 2 < left - passed - len(line.text):
            found = line.end
        elif reason is None and not is_value:
            passed += len(line.text)
        is_value = line.text.endswith(":") and bool(LABEL.fullmatch(f"{line.text} "))
    return found


def _is_sign(line: Block, reason: Reason | None, passed: int) -> bool:
    if reason in _BUTTONS:
        return passed <= _MOST_PASSED_BY_BUTTONS
    if reason is not None or not line.text or len(line.text) > _LONGEST_LINE:
        return False
    return bool(LABEL.match(line.text)) or is_day_of_page(line.text)


def is_day_of_page(text: str) -> bool:
    """Whether a line holds the day of a page, in full, and no sentence."""
    dates = datings.find(text)
    if not dates or dates[0].year is None or re.search(r"[^\W\d]{3}[.!?]$", text):
        return False
    if _PUBLISHED.search(text[: dates[0].start]):
        return True
    rest = f"{text[: dates[0].start]} {text[dates[-1].end :]}"
    parts = (part.strip() for part in re.split(r"[|•·]", rest))
    words = " ".join(part for part in parts if not furniture.reason_for(part)).split()
    return len(words) <= 3
