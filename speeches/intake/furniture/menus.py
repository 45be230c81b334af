"""
Menus of web pages, known by their shape: several short entries one below the other, or in one line.

A single entry (“Our Team”) could be anything; beside entries that are plainly a menu's it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speeches.intake import datings, patterns, people
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

_LONGEST_ENTRY = 48
_MOST_WORDS = 5
_NEAR_TOP = 70
_PROSE = 130
_LEAST = 4
_LEAST_IN_A_LINE = 4
_GAP = 2
_NO_ENTRY = re.compile(r"[.!?:;,…]$|\d{4}|[“”«»\"]|\(")
_LONELY = frozenset({Reason.NAVIGATION})


def mark_menus(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """Entries that stand in a run with entries plainly of a menu, above the first prose."""
    for place, line in enumerate(lines):
        if found[place] is None and _is_menu_line(line):
            found[place] = Reason.NAVIGATION
    for run in _runs(lines, found):
        while run and patterns.KIND.fullmatch(lines[run[-1]].text):
            run.pop()  # “Speech”, above the title, says what follows
        known = sum(found[place] in _LONELY for place in run)
        if len(run) >= _LEAST and known * 4 >= len(run) and known >= 2:
            for place in run:
                found[place] = found[place] or Reason.NAVIGATION


def _is_menu_line(line: Block) -> bool:
    """Whether a line is four entries or more with wide spaces between them."""
    text, places = line.text, line.words.places
    if not places or places[-1] - places[0] < len(text):
        return False  # no space is wider than another
    wide = [n for n in range(1, len(places)) if places[n] - places[n - 1] >= _GAP]
    cuts = [n for n in wide if text[n - 1].isspace() or text[n].isspace()]
    if len(cuts) + 1 < _LEAST_IN_A_LINE or len(text) > 300:
        return False
    entries = [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    entries = [entry for entry in entries if entry]
    return len(entries) >= _LEAST_IN_A_LINE and all(
        len(entry.split()) <= _MOST_WORDS and entry[:1].isupper() and not _NO_ENTRY.search(entry)
        for entry in entries
    )


def _runs(lines: Sequence[Block], found: list[Reason | None]) -> Iterator[list[int]]:
    """Neighbouring lines of a paragraph that may each be an entry of a menu."""
    run: list[int] = []
    for place, line in enumerate(lines[:_NEAR_TOP]):
        if len(line.text) > _PROSE and found[place] is None:
            break
        is_next = bool(run) and line.start - lines[run[-1]].end <= _GAP
        is_entry = found[place] in _LONELY or (found[place] is None and _may_be_entry(line.text))
        if run and not (is_next and is_entry):
            yield run
            run = []
        if is_entry:
            run.append(place)
    if run:
        yield run


def _may_be_entry(text: str) -> bool:
    return (
        len(text) <= _LONGEST_ENTRY
        and len(text.split()) <= _MOST_WORDS
        and not _NO_ENTRY.search(text)
        and not text.isupper()
        and not patterns.IS_OBSERVANCE.search(text)
        and (not patterns.KIND.search(text) or " " not in text)
        and not people.OFFICE.search(text)
        and not people.HONORIFIC_AT.match(text)
        and not datings.find(text)
    )
