"""The lines above a story, and the dateline before its first words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from speeches.intake import datelines, datings, misread, names, places
from speeches.intake.page import Page, date_in, fact, is_symbol_line, keep_out
from speeches.intake.paste import Block, join
from speeches.intake.reading import Basis, Fact, KeptOut, Reason
from speeches.intake.verbs import VERB

from . import first_words
from .boundary import is_day_of_page, later_head
from .head.lines import is_person_line
from .head.titles import PAPER

_PROSE = re.compile(r"[.!?:…。！？][”\"’'»)]*$")
_STOP = re.compile(r"[.!?…。！？][”\"’'»)]*$")
_MENU = re.compile(r"\s[/|]\s.+\s[/|]\s|^[\w ]{3,20}:\s.+\s[/|]\s")
_SHORTEST_PROSE = 60
_LONG_PROSE = 130
_LONGEST_CAPTION = 140
_LONGEST_HEAD = 3
"""Paragraphs of one line each, from which on a page is taken to have no others."""
_HAN = re.compile(r"[\u4e00-\u9fff]{8}")
_LONGEST = 60
_BYLINE = re.compile(r"(?:by|par|por|from our|de notre|written by|story by|author)\b.{2,80}", re.I)


class StoryHead:
    """What stands above the text of a story; it is read as soon as it is made."""

    def __init__(self, page: Page) -> None:
        self._captions = _captions(page)
        after = 0
        while True:
            self._clear(page)
            self._read(page, after)
            later = after if self.dateline else later_head(page, self.text_start)
            if later <= self.text_start:
                break
            after = later

    def _clear(self, page: Page) -> None:
        self.title: Fact | None = None
        self.published: Fact | None = None
        self.dateline: Fact | None = None
        self.dateline_date: Fact | None = None
        self.place: Fact | None = None
        self.publisher: Fact | None = None
        self.text_start = len(page.text)
        self.kept_out: list[KeptOut] = []

    def _read(self, page: Page, after: int) -> None:
        """Read the lines above the first prose that stands below an offset."""
        pending: list[Block] = []
        for paragraph in page.paragraphs[:_LONGEST]:
            lines = [line for line in page.lines_of(paragraph) if re.search(r"\w", line.text)]
            lines = [misread.put_right(line) for line in lines[:_LONGEST]]
            first = next((n for n, line in enumerate(lines) if line.start >= after), len(lines))
            cut = first + self._prose_from(paragraph, lines[first:], bool(pending))
            ended = False
            for number, line in enumerate(lines):
                if number >= first and self._take_dateline(
                    page.between(line.start, paragraph.end, paragraph)
                ):
                    ended = True
                    break
                if number >= cut:
                    self.text_start = line.start
                    ended = True
                    break
                if not self._take_line(line):
                    pending.append(line)
            if ended:
                break
        self._take_title(pending)

    def _prose_from(self, paragraph: Block, lines: list[Block], has_title: bool) -> int:
        """The number of the line with which prose begins; beyond the last when none does."""
        if paragraph.is_heading:
            return len(lines)
        for number in range(min(len(lines), 40)):
            first = lines[number].text
            text = " ".join(line.text for line in lines[number : number + 25])
            if first_words.are_sentences([line.text for line in lines]):
                text = first
            is_below = bool(number or has_title or self.kept_out)
            if lines[number].start in self._captions:
                continue
            if first_words.stands_alone([line.text for line in lines], number):
                continue
            if _HAN.search(text) and text.endswith(("。", "！", "？")) and len(text) > 20:
                return number
            if len(first) <= 30 or datings.is_date(first):
                continue
            if _STOP.search(first) and (len(first) > _LONG_PROSE or is_below):
                return number
            goes_on = bool(number or self.kept_out or len(text) > _LONG_PROSE)
            if _PROSE.search(text) and len(text) > _SHORTEST_PROSE and goes_on:
                return number
        return len(lines)

    def _take_line(self, line: Block) -> bool:
        """Take a line that is a date, a symbol, a byline; False where it may be the title."""
        if line.start in self._captions:
            self.kept_out.append(keep_out(line, Reason.CAPTION))
            return True
        if is_symbol_line(line.text):
            self.kept_out.append(keep_out(line, Reason.SYMBOL))
            return True
        dates = datings.find(line.text)
        left = len(line.text) - sum(dated.end - dated.start for dated in dates)
        if dates and dates[0].year is not None and left <= 60 and not _PROSE.search(line.text):
            self.published = self.published or date_in(line.words)
            if PAPER.fullmatch(line.text):
                return False
            if self.place is None and (span := places.beside(line.text, dates[0])):
                self.place = fact(line.words, *span)
            self.kept_out.append(keep_out(line, Reason.DATE))
            return True
        if _BYLINE.fullmatch(line.text):
            self.kept_out.append(keep_out(line, Reason.CAPTION))
            return True
        return False

    def _take_title(self, lines: list[Block]) -> None:
        """The headline: the first line of several words, with the line that goes on with it."""
        called = [line for line in lines if PAPER.match(line.text)]
        wordy = (
            called
            or [
                line
                for line in lines
                if len(line.text.split()) >= 4
                and not names.is_body(line.text)
                and not is_person_line(line.text)
                and not _MENU.search(line.text)
            ]
            or lines
        )
        chosen = wordy[:1]
        for line in lines:
            if chosen and line.start > chosen[-1].end and line.start - chosen[-1].end <= 3:
                same = chosen[-1].text.isupper() == line.text.isupper()
                if line.text[:1].islower() or (chosen[-1].text.isupper() and same):
                    chosen.append(line)
        if chosen:
            whole = join(chosen)
            self.title = replace(fact(whole), value=" ".join(whole.text.split()))
        taken = {line.start for line in chosen}
        for line in lines:
            is_title = line.start in taken
            self.kept_out.append(keep_out(line, Reason.TITLE if is_title else Reason.NAVIGATION))

    def _take_dateline(self, block: Block) -> bool:
        words = block.words
        found = datelines.match(words.text)
        if not found or found.end >= len(words.text) or len(words.text) - found.end < 30:
            return False
        if is_day_of_page(words.text[found.end :].split("\n")[0]):
            return False
        self.dateline = fact(words, 0, found.printed_end)
        if found.place:
            self.place = fact(words, *found.place)
        if found.agency:
            self.publisher = fact(words, *found.agency)
        if found.dated:
            self._take_day(block, found.dated)
        printed = len(words.text[: found.end].rstrip())
        self.kept_out.append(KeptOut(block.start, words.span(0, printed)[1], Reason.DATELINE))
        self.text_start = words.places[found.end]
        return True

    def _take_day(self, block: Block, dated: datings.Dated) -> None:
        printed = fact(block.words, dated.start, dated.end)
        if dated.year is not None:
            day = replace(printed, date=dated.on())
            if self.published is None:
                self.published = day
            else:
                self.dateline_date = day
        elif self.published and self.published.date and self.published.date.earliest:
            note = f"Without a year; the year is that of {self.published.value}."
            near = self.published.date.earliest
            derived = replace(printed, basis=Basis.DERIVED, note=note)
            self.dateline_date = replace(derived, date=dated.on(near))


def _captions(page: Page) -> set[int]:
    """
    Where the captions of pictures begin: sentences right below a credit, or above the first one.

    On a page whose paragraphs are single lines a short sentence above a long one is no paragraph.
    """
    found = set()
    for place in range(1, min(len(page.lines), _LONGEST)):
        line = page.lines[place]
        above = page.lines[place - 1]
        is_credit = page.reasons[place - 1] is Reason.CAPTION or above.text.startswith("©")
        if is_credit and page.reasons[place] is None:
            near = line.start - above.end <= 1
            if near and _STOP.search(line.text) and len(line.text) < _LONGEST_CAPTION:
                found.add(line.start)
    shown = page.paragraphs[:_LONGEST]
    adjoining = [page.text.count("\n", one.end, two.start) == 1 for one, two in pairwise(shown)]
    if adjoining.count(False) > _LONGEST_HEAD:
        for number, is_near in enumerate(adjoining):
            if is_near and _is_caption(shown[number], shown[number + 1]):
                found.add(shown[number].start)
                break
    return found


def _is_caption(line: Block, following: Block) -> bool:
    return (
        bool(_STOP.search(line.text))
        and len(line.text) < _LONGEST_CAPTION < len(following.text)
        and not re.search(r"[“”\"«»]", line.text)
        and not VERB.search(line.text)
    )
