"""The lines of a head that are not plainly something, read together."""

from __future__ import annotations

import re

from speeches.intake import datings, patterns, places
from speeches.intake.page import fact, keep_out
from speeches.intake.paste import Block, Words, join
from speeches.intake.reading import Fact, Reason
from speeches.offsets import fold

from .found import Head
from .lines import CREDIT_LINE
from .naming import kind_fact, take_credits, take_event
from .titles import choose_title, grouped, title_of


def read_together(head: Head, rest: list[Block], text: str) -> None:
    """The lines that are left, read together."""
    if not rest:
        return
    groups = grouped(rest, text)
    titled = _named_by_page(groups, text) or choose_title(groups)
    for number, group in enumerate(groups):
        reason = Reason.TITLE if number in titled else Reason.SPEAKER
        head.kept_out.extend(keep_out(line, reason) for line in group)
    if titled:
        lines = [line for number in titled for line in groups[number]]
        head.title = title_of(join(lines))
    words = join(rest)
    take_credits(head, words)
    take_event(head, words, groups)
    if head.delivery_place is None and head.title is not None:
        span = places.after_preposition(words.text)
        if span and not (
            head.printed_as and head.printed_as.start <= words.places[span[0]] < head.printed_as.end
        ):
            head.delivery_place = fact(words, *span)
    if named := patterns.kind_named(
        head.title.value if head.title else words.text
    ) or patterns.kind_named(words.text):
        where = join(rest)
        # Folded first, a letter may become two (“ﬁ”), and no place would be right any more.
        if found := re.search(re.escape(_word(named, head, words)), where.text, re.IGNORECASE):
            head.kind = kind_fact(where, (named[0], *found.span()))
    for dated in datings.find(words.text):
        day = dated.on()
        if day is None and head.yearless is None:
            printed = words.text[dated.start : dated.end]
            head.yearless = Fact(printed, *words.span(dated.start, dated.end)), dated
        if day is not None:
            printed = words.text[dated.start : dated.end]
            span = places.beside(words.text, dated)
            given = Fact(printed, *words.span(dated.start, dated.end), date=day)
            formula = CREDIT_LINE.match(head.title.value) if head.title else None
            head.dates.append((given, span is not None or formula is not None))
            if span is None:
                first = words.text.rfind("\n", 0, dated.start) + 1
                last = words.text.find("\n", dated.end)
                known = places.known(words.text, first)
                span = (
                    known
                    if known and known[1] <= (last if last >= 0 else len(words.text))
                    else None
                )
            if span and head.delivery_place is None:
                head.delivery_place = fact(words, *span)
            break


_TRAIL = re.compile(r"\s(?:>|»|›|::|/)\s")
_WINDOW = re.compile(r"\s[|–—-]\s")
_NEAR_TOP = 4000
_LONGEST_TRAIL = 300
_LEAST_WORDS = 4


def _named_by_page(groups: list[list[Block]], text: str) -> list[int]:
    """The group that the page itself names: the end of a trail (“Home > Speeches > …”), or the
    name of its window (“… | Ministry”)."""
    named: set[str] = set()
    for line in text[:_NEAR_TOP].split("\n"):
        if len(line) < _LONGEST_TRAIL:
            named.update(fold(part.strip()) for part in _TRAIL.split(line)[1:][-1:])
            named.update(fold(part.strip()) for part in _WINDOW.split(line)[:-1][:1])
    for number, group in enumerate(groups):
        whole = " ".join(line.text for line in group)
        if len(whole.split()) >= _LEAST_WORDS and fold(whole) in named:
            return [number]
    return []


def _word(named: tuple[str, int, int], head: Head, words: Words) -> str:
    source = (
        head.title.value
        if head.title and patterns.kind_named(head.title.value) == named
        else words.text
    )
    return source[named[1] : named[2]]
