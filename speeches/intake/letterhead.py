"""
Lines of a letterhead that hold two things side by side: an office at the left, a day at the right.

A typewriter set them apart with spaces: “Press Section            17 May 1974”. Each is read as a
line of its own.
"""

from __future__ import annotations

import re

from speeches import symbols

from . import datings, misread
from .paste import Block

LOOKED_AT = 2500
"""Only the beginning of a text has a letterhead."""
_WIDE = 5
_LONGEST = 160
_AT_THE_RIGHT = re.compile(
    r"(?:press release|news release|communiqu[ée](?: de presse)?|comunicado(?: de prensa)?|distr\."
    r"|(?:please )?check against (?:the )?delivery|as delivered|general|limited|restricted"
    r"|\[[^\[\]]{3,20}\]|original\s?: ?.{3,30}|english|fran[çc]ais|espa[ñn]ol|page \d{1,3}"
    r"|tel\.?:? ?[\d() -]{6,20}"
    r"|fax\.?:? ?[\d() -]{6,20}|(?:no|nº|n°)\.? ?[\d/]{1,9}(?:, .{4,20})?)",
    re.IGNORECASE,
)


_LABEL = re.compile(r"(?:date|fecha|data)\s?:\s*", re.IGNORECASE)


def columns(line: Block) -> list[Block]:
    """The line as it is, or its two parts where a day, a symbol or a mark stands at the right."""
    text, places = line.text, line.words.places
    if line.start > LOOKED_AT or not text or len(text) > _LONGEST:
        return [line]
    if places[-1] - places[0] < len(text) + _WIDE - 1:
        return [line]
    for cut in range(len(text) - 1, 0, -1):
        if places[cut] - places[cut - 1] >= _WIDE:
            right, left = line.words.part(cut), line.words.part(0, cut)
            if not (right.text and left.text and _is_apart(misread.repaired(right.text))):
                return [line]
            return [
                Block(line.start, left.span()[1], left, line.level),
                Block(right.span()[0], line.end, right, 0),
            ]
    return [line]


def _is_apart(text: str) -> bool:
    """Whether words are a day, a symbol or a mark such as stands at the right of a letterhead."""
    if datings.is_date(_LABEL.sub("", text)) or _AT_THE_RIGHT.fullmatch(text.strip()):
        return True
    found = symbols.find(text)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
