"""
Quotations as a story prints them, the tags inside of them taken out.

Some print one pair of marks around words and tag alike: «We dig, — said the mayor. — You drink».
The tag is told by the story; what stands on either side of it was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches import quotation_marks
from speeches.quotation_marks import Quotation

from .verbs import VERB

_TAG = re.compile(r"[,.!?…]\s?[—–-]{1,2}\s(?P<tag>[^«»“”\"]{3,160}?)[.,]\s?[—–-]{1,2}\s")
_LONGEST = 4000


def find(text: str) -> list[Quotation]:
    """The quotations of a text, in order; those with a tag inside parted around it."""
    return [part for found in quotation_marks.find(text) for part in _parted(text, found)]


def blanked(text: str) -> tuple[str, list[Quotation]]:
    """A text with spaces for its quotations, every other word in its place, and those."""
    told = list(text)
    marks = find(text)
    for mark in marks:
        told[mark.start : mark.end] = " " * (mark.end - mark.start)
    return "".join(told), marks


def _parted(text: str, found: Quotation) -> Iterator[Quotation]:
    start, inner = found.start, found.inner_start
    for tag in _TAG.finditer(text, inner, min(found.inner_end, inner + _LONGEST)):
        if VERB.search(tag["tag"]):
            yield Quotation(start, inner, tag.start() + 1, tag.start() + 1)
            start = inner = tag.end()
    yield Quotation(start, inner, found.inner_end, found.end)
