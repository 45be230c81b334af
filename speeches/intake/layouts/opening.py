"""Where a text begins: after an introduction, with a salutation, a dateline or the first prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from speeches.intake import datelines, patterns, people
from speeches.intake.page import Page
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from . import first_words, prose
from .boundary import LABEL, later_head

_LONGEST_HEAD = 60
_LONGEST_ADDRESS = 60
_MOST_OF_A_PAGE = 420
"""Letters that a page says of itself above the text."""
_LONGEST_INTRODUCTION = 400
_PROSE = 160


@dataclass
class Opening:
    """The lines above a text, and the paragraph with which it begins."""

    body_start: int
    head: list[Block] = field(default_factory=list)
    introduction: Block | None = None
    opens: Block | None = None
    dateline: datelines.Dateline | None = None
    is_salutation: bool = False
    label: Block | None = None


def find(page: Page) -> Opening:
    """The opening of the text in one voice. Without any prose all lines are head."""
    if introduced := _introduced(page):
        return introduced
    found = _first(page, 0)
    while not found.is_salutation and (later := later_head(page, found.body_start)) > (
        found.body_start
    ):
        found = _first(page, later)
    if not found.is_salutation and found.dateline is None:
        found = _addressed(page, found.body_start) or found
    return found


def _addressed(page: Page, start: int) -> Opening | None:
    """The salutation in a line of its own, close below words in which a page tells of itself."""
    passed = 0
    for paragraph in page.paragraphs:
        if paragraph.start < start:
            continue
        for line in page.lines_of(paragraph):
            is_short = passed > 0 and len(line.text) < _LONGEST_ADDRESS
            if is_short and first_words.is_salutation(line.text):
                before = _before(page, line.start)
                return Opening(line.start, before, None, paragraph, None, True)
            passed += len(line.text)
            if passed > _MOST_OF_A_PAGE or first_words.FIRST_PERSON.search(line.text):
                return None
    return None


def _first(page: Page, after: int) -> Opening:
    """The first line below an offset with which a text may begin."""
    paragraphs = page.paragraphs
    told = False
    is_sent_on = any(reason is Reason.MAIL for _, reason in page.furniture)
    for number, paragraph in enumerate(paragraphs[:_LONGEST_HEAD]):
        for place, line in enumerate(page.lines_of(paragraph)[:_LONGEST_HEAD]):
            if line.start < after:
                told = told or bool(first_words.ANNOUNCES.search(line.text))
                continue
            if not re.search(r"\w", line.text):
                continue
            if label := first_words.RECORD_LABEL.match(line.text):
                return _labelled(page, paragraph, line, label.end())
            if _is_formula(page, paragraph, place):
                told = True
                break
            if first_words.is_announcement(line.text):
                told = True
                continue
            if dated := _dateline(page, paragraph, line):
                return dated
            following = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
            if first_words.is_date_line(line.text) or first_words.is_dated_formula(line.text):
                continue
            if first_words.is_salutation(line.text) or (
                (number or is_sent_on) and _is_address(page, paragraph, place, following)
            ):
                return Opening(line.start, _before(page, line.start), None, paragraph, None, True)
            told = told or bool(first_words.ANNOUNCES.search(line.text))
            if prose.is_prose(page, paragraphs, number, place) or (
                told and first_words.is_short_sentence(line)
            ):
                return Opening(line.start, _before(page, line.start), None, paragraph)
    return _shortest(page, after)


def _labelled(page: Page, paragraph: Block, line: Block, end: int) -> Opening:
    """The opening below or behind the label with which a record gives somebody the floor."""
    before = _before(page, line.start)
    places = line.words.places
    if end >= len(places):
        return Opening(line.end, before, None, paragraph, None, False, line)
    label = page.between(line.start, places[end - 1] + 1, line)
    return Opening(places[end], before, None, paragraph, None, True, label)


def _shortest(page: Page, after: int) -> Opening:
    """Where there is no prose: whatever stands below the first paragraph, if it says something."""
    for paragraph in page.paragraphs[1:_LONGEST_HEAD]:
        if paragraph.start < after:
            continue
        if prose.ENDS.search(paragraph.text) and not paragraph.level and " " in paragraph.text:
            return Opening(paragraph.start, _before(page, paragraph.start), None, paragraph)
    return Opening(len(page.text), _before(page, len(page.text)))


def _is_formula(page: Page, paragraph: Block, place: int) -> bool:
    """Whether the rest of a paragraph is one formula of a head, however its lines are broken."""
    lines = page.lines_of(paragraph)[place : place + prose.LONGEST_SENTENCE]
    text = " ".join(line.text for line in lines)
    return (
        len(lines) > 1
        and not first_words.is_salutation(lines[0].text)
        and bool(first_words.FORMULA.match(text))
        and text.endswith(".")
        and not first_words.INNER_STOP.search(text)
    )


def _dateline(page: Page, paragraph: Block, line: Block) -> Opening | None:
    """The opening when a line begins with a dateline and goes on with the text."""
    block = page.between(line.start, paragraph.end, paragraph)
    found = datelines.match(block.text)
    if not found or found.end >= len(block.text):
        return None
    rest = block.text[found.end :]
    if (
        first_words.FORMULA.match(rest)
        and not first_words.INNER_STOP.search(rest)
        and not rest.endswith(".")
    ):
        return None
    if first_words.is_announcement(rest.split("\n")[0]) or first_words.is_announcement(
        line.text[found.end :]
    ):
        return None
    below = [line.text for line in page.lines_of(paragraph) if line.start >= block.start]
    is_alone = line.end == paragraph.end or first_words.stands_alone(below, 0)
    is_title = is_alone and len(line.text) < first_words.LONGEST_ANNOUNCEMENT
    told = line.text[found.end :] if is_title else rest
    if (is_title or len(rest) <= 40) and not prose.ENDS.search(told):
        return None
    return Opening(block.words.places[found.end], _before(page, line.start), None, block, found)


def _is_address(page: Page, paragraph: Block, place: int, following: str) -> bool:
    """A short line that ends with a comma or a colon, before a sentence of its own."""
    lines = page.lines_of(paragraph)
    text = lines[place].text
    after = lines[place + 1].text if place + 1 < len(lines) else following
    return (
        len(text) < 80
        and text.endswith((",", ":", "，", "：", "،", "!"))
        and not first_words.FORMULA.match(text)
        and not text.isupper()
        and not re.search(r"\d", text)
        and not datelines.datings.find(text)
        and (text.count(",") > 1 or not people.OFFICE.match(text))
        and (text.count(",") > 1 or not people.HONORIFIC_AT.match(text))
        and not patterns.KIND.search(text)
        and not LABEL.match(f"{text} ")
        and after[:1].isupper()
        and len(after) > 8
    )


def _before(page: Page, end: int) -> list[Block]:
    return [line for line in page.content[:_LONGEST_HEAD] if line.start < end]


def _introduced(page: Page) -> Opening | None:
    """The paragraph “Following is the text of …:”, when one stands near the top."""
    for number, paragraph in enumerate(page.paragraphs[:15]):
        lines = page.lines_of(paragraph)[:_LONGEST_HEAD]
        for place, line in enumerate(lines):
            whole, lead = line, datelines.match(line.text)
            day = _leading_day(line.text)
            if lead or day:
                first = lead.end if lead else day
                line = page.between(line.words.places[first], line.end, line)
                lines[place] = line
            is_told = place == 0 and _tells_whose(page, number)
            if not (is_told or patterns.INTRODUCTION.match(line.text)):
                continue
            end = _end_of_introduction(lines, place)
            if end is None:
                continue
            block = page.between(line.start, lines[end].end, paragraph)
            opens = next((p for p in page.paragraphs[number:] if p.end > block.end), None)
            dateline = None
            start = block.end
            if opens and opens.start >= block.end:
                start = opens.start
                dateline = datelines.match(opens.text)
                if dateline:
                    start = opens.words.places[dateline.end]
            head = _before(page, whole.start)
            if day and not lead:
                head.append(page.between(whole.start, line.start, whole))
            return Opening(start, head, block, whole if lead else opens, lead or dateline)
    return None


def _tells_whose(page: Page, number: int) -> bool:
    """Whether a paragraph tells who made “the following statement:”, and no prose stands above."""
    text = page.paragraphs[number].text[:_LONGEST_INTRODUCTION]
    if not patterns.INTRODUCES.search(text):
        return False
    above = page.paragraphs[:number]
    return not any(prose.ENDS.search(block.text) and len(block.text) > _PROSE for block in above)


def _leading_day(text: str) -> int:
    """Where an introduction begins that a day stands before: “19971107 Following is …”."""
    dates = datelines.datings.find(text[:40])
    if not dates or dates[0].start or not patterns.INTRODUCTION.match(text, dates[0].end + 1):
        return 0
    return dates[0].end + 1


def _end_of_introduction(lines: list[Block], place: int) -> int | None:
    """The line with which an introduction ends, with a colon or with its paragraph."""
    for end in range(place, min(len(lines), place + prose.LONGEST_SENTENCE)):
        if lines[end].text.endswith((":", "：")):
            return end
    whole = " ".join(line.text for line in lines[place : place + prose.LONGEST_SENTENCE])
    if len(whole) < 600 and patterns.KIND.search(whole) and len(whole) > 40:
        return len(lines) - 1
    return None
