"""Where a text begins: after an introduction, with a salutation, a dateline or the first prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from speeches.intake import datelines, patterns, people
from speeches.intake.accents import optional
from speeches.intake.page import Page
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from . import first_words
from .boundary import LABEL, later_head

_LONGEST_HEAD = 60
_LONGEST_ADDRESS = 60
_MOST_OF_A_PAGE = 420
"""Letters that a page says of itself above the text."""
_LONGEST_INTRODUCTION = 400
_PROSE = 160
_SHORTEST_SENTENCE = 22
_LONGEST_END = 12
"""Signs that may close a sentence after its stop."""
_LONGEST_SENTENCE = 25
"""Lines in which a sentence that begins the text must end."""
_ENDS = re.compile(r"[.!?…。！？؟][”\"’'»)\]]*$|[:;][”\"’]?$")
_HEAD_WORDS = re.compile(
    optional(
        r"\b(?:permanent mission|permanent representative|ministry of|misión permanente"
        r"|mission permanente)\b"
    ),
    re.I,
)


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
            if _is_prose(page, paragraphs, number, place) or (
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
        if _ENDS.search(paragraph.text) and not paragraph.level and " " in paragraph.text:
            return Opening(paragraph.start, _before(page, paragraph.start), None, paragraph)
    return Opening(len(page.text), _before(page, len(page.text)))


def _is_formula(page: Page, paragraph: Block, place: int) -> bool:
    """Whether the rest of a paragraph is one formula of a head, however its lines are broken."""
    lines = page.lines_of(paragraph)[place : place + _LONGEST_SENTENCE]
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
    if (is_title or len(rest) <= 40) and not _ENDS.search(told):
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
    return not any(_ENDS.search(block.text) and len(block.text) > _PROSE for block in above)


def _leading_day(text: str) -> int:
    """Where an introduction begins that a day stands before: “19971107 Following is …”."""
    dates = datelines.datings.find(text[:40])
    if not dates or dates[0].start or not patterns.INTRODUCTION.match(text, dates[0].end + 1):
        return 0
    return dates[0].end + 1


def _end_of_introduction(lines: list[Block], place: int) -> int | None:
    """The line with which an introduction ends, with a colon or with its paragraph."""
    for end in range(place, min(len(lines), place + _LONGEST_SENTENCE)):
        if lines[end].text.endswith((":", "：")):
            return end
    whole = " ".join(line.text for line in lines[place : place + _LONGEST_SENTENCE])
    if len(whole) < 600 and patterns.KIND.search(whole) and len(whole) > 40:
        return len(lines) - 1
    return None


def _is_prose(page: Page, paragraphs: list[Block], number: int, place: int) -> bool:
    """Whether a sentence begins with this line, and ends in it or in those that go on with it."""
    lines = page.lines_of(paragraphs[number])
    first = lines[place].text
    if first_words.stands_alone([line.text for line in lines], place):
        return False
    text = " ".join(line.text for line in lines[place : place + _LONGEST_SENTENCE])[:4000]
    if first_words.are_sentences([line.text for line in lines]):
        text = first
        if _is_short_prose(lines[place], lines[place + 1 : place + 2]):
            return True
    if (
        first_words.FORMULA.match(first)
        and not first_words.INNER_STOP.search(first)
        and not first.endswith(".")
    ):
        return False
    if first_words.FORMULA.match(text) and not first_words.INNER_STOP.search(text[80:]):
        return text.endswith(".") and len(text) > 60 and first_words.is_said(text)
    follows = number + 1
    last = min(len(paragraphs), follows + _LONGEST_HEAD)
    while follows < last and len(text) < 3000 and not _ENDS.search(text[-_LONGEST_END:]):
        following = paragraphs[follows].text
        if not following[:1].islower() or first_words.is_date_line(following):
            break
        text = f"{text} {following}"
        follows += 1
    if (
        _SCRIPT.search(first)
        and patterns.KIND.match(first)
        and not first_words.INNER_STOP.search(text)
    ):
        return text.endswith((".", "!", "?")) and len(text) > 350
    if people.HONORIFIC_AT.match(text) and not _ENDS.search(text):
        return False
    if paragraphs[number].level or first_words.is_shouted(text):
        return len(text) > 400 and bool(first_words.INNER_STOP.search(text))
    if re.search(r"[\u4e00-\u9fff]", text):
        return bool(re.search(r"[。！？；]", text)) and len(text) > 8
    if not _SCRIPT.search(text) and len(_SMALL.findall(text)) < 4:
        return False
    if first_words.INNER_STOP.search(text) and len(text) > 60 and len(first) > 30:
        return True
    stops = re.search(r"[.!?…؟][”\"’'»)\]]*(?:\s[^\w\s]{1,2}){0,4}$", text)
    if stops and len(text) > 45 and " " in text.strip():
        return len(_SMALL.findall(text)) > 8 or not (_HEAD_WORDS.search(text) and len(text) < 160)
    return (text.endswith(":") and len(text) > 80) or len(text) > 350


def _is_short_prose(line: Block, following: list[Block]) -> bool:
    """“The sea is patient.”: a short sentence in a line of its own, before another sentence."""
    goes_on = bool(following) and _ENDS.search(following[0].text) is not None
    is_told = len(line.text) > _SHORTEST_SENTENCE and first_words.is_short_sentence(line)
    return goes_on and is_told and not first_words.is_announcement(line.text)


_SMALL = re.compile(r"(?<![\w’'])[a-zà-ÿ]{2,}(?![\w])")
_SCRIPT = re.compile(r"[\u0400-\u9fff]")
