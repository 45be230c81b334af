"""
What is nobody's statement: an agenda, a programme, a note to correspondents, a readout, a
background article, a scan that can't be read. It is recognised and said plainly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.intake import datings, places
from speeches.intake.page import Page, date_in, fact, has_words, is_symbol_line, keep_out
from speeches.intake.paste import Block, join
from speeches.intake.reading import Fact, KeptOut, Reading, Reason, Warning

from . import papers, voices
from .closing import body_of
from .layout import Layout
from .story_head import StoryHead

_RULE = re.compile(r"[-_=*.•·~–—\s]{3,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOWELS = re.compile(r"[aeiouyàáâäãåèéêëìíîïòóôöõùúûüаеёиоуыэюя]", re.I)


def weight(page: Page) -> int:
    """How much speaks against there being any statement."""
    if is_unreadable(page):
        return 50
    if papers.called(page):
        return 20
    return 8 if voices.nobody_speaks(page) else 0


def is_unreadable(page: Page) -> bool:
    """Whether the text is what a machine makes of a picture that it can't read."""
    text = _RULE.sub(" ", page.text[:6000])
    marks = [sign for sign in text if not sign.isspace()]
    if len(marks) < 40:
        return False
    words = _WORD.findall(text)
    if any("\u0600" <= sign <= "\u06ff" or "\u3040" <= sign <= "\u9fff" for sign in marks):
        return False
    letters = sum(sign.isalpha() for sign in marks)
    odd = sum(not (sign.isalnum() or sign in ".,;:!?'’‘“”\"()-–—/&%$*#•«»[]|") for sign in marks)
    voiceless = sum(not _VOWELS.search(word) for word in words)
    mixed = len(re.findall(r"(?<!\w)(?=\w*[a-z])(?=\w*\d)\w+|[a-z][A-Z]", text))
    return (
        letters * 100 < len(marks) * 55
        or odd * 100 > len(marks) * 7
        or voiceless * 4 > len(words)
        or (len(words) > 10 and mixed * 5 > len(words))
        or len(words) * 9 < len(marks) // 4
    )


def read(page: Page, layout: Layout) -> Reading:
    """A document without a statement: its title, its days, and the words that say what it is."""
    if is_unreadable(page):
        return _unreadable(page, layout)
    head = StoryHead(page)
    called = papers.called(page)
    start, end = (called.start, called.end) if called else _all_of(page)
    message = "Nobody speaks here, and nobody is quoted: nothing is filed from it."
    if called:
        message = f"This is {called.what}, not a statement: nothing is filed from it."
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre="other",
        title=_title(page, head, called),
        published=_day(page, head, called),
        dateline=head.dateline,
        place=head.place or _first_place(page),
        symbols=page.symbols(),
        language=page.language(),
        kept_out=tuple(_all_kept_out(page, head)),
        warnings=(Warning(message, start, end),) if end > start else (),
    )


def _unreadable(page: Page, layout: Layout) -> Reading:
    """A scan of which nothing can be told."""
    message = "The scan can't be read: run text recognition again, or type it."
    start, end = _all_of(page)
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre="other",
        language=page.language(),
        warnings=(Warning(message, start, end),) if end > start else (),
    )


def _all_kept_out(page: Page, head: StoryHead) -> Iterator[KeptOut]:
    """The head and the furniture with their reasons; the text, which is nobody's statement."""
    yield from page.kept_before(head.text_start)
    yield from head.kept_out
    body = body_of(page, head.text_start, in_one_voice=False)
    yield from body.kept_out
    for block in body.paragraphs:
        yield keep_out(block, Reason.NO_STATEMENT)


def _day(page: Page, head: StoryHead, called: papers.Called | None) -> Fact | None:
    """The day of the paper; one that tells when people will meet is none."""
    if called is None or not called.is_ahead:
        return head.published or _first_day(page)
    if called.is_list:
        return _plain_day(page)
    return head.dateline_date or _first_day(page)


def _all_of(page: Page) -> tuple[int, int]:
    lines = [line for line in page.lines if line.text]
    return (lines[0].start, lines[0].end) if lines else (0, 0)


def _title(page: Page, head: StoryHead, called: papers.Called | None) -> Fact | None:
    """The headline; where there is none, the words by which the document is called."""
    if called and called.what == "an invitation":
        below = [line for line in page.content if line.start >= called.end and _wordy(line)]
        return fact(below[0].words) if below and below[0].end < head.text_start else head.title
    lines = [line for line in page.lines if has_words(line) and not is_symbol_line(line.text)][:20]
    named = [line for line in lines if papers.name_of(line.text.strip(" .:"))]
    for line in named:
        if len(line.text.split()) > 4 or re.search(
            r"agenda|programme|ordre du jour|temario|programa|议程|повестка|جدول", line.text, re.I
        ):
            return fact(line.words)
    if head.title is not None:
        return head.title
    return fact(join(named[:1])) if named else None


def _wordy(line: Block) -> bool:
    return len(line.text.split()) > 1


def _plain_day(page: Page) -> Fact | None:
    """The day in a line of its own; one beside a place or a weekday is that of the meeting."""
    for line in page.lines[:20]:
        text = line.text.strip()
        if datings.is_date(text) and text[:1].isdigit():
            return date_in(line.words)
    return None


def _first_day(page: Page) -> Fact | None:
    """The first day in a short line that is no sentence and tells of no meeting to come."""
    for line in page.lines[:30]:
        text = line.text
        if len(text) > 90 or text.endswith(".") or papers.tells_when(text):
            continue
        if day := date_in(line.words):
            return day
    return None


def _first_place(page: Page) -> Fact | None:
    for line in page.content[:15]:
        for dated in datings.find(line.text)[:1]:
            if span := places.beside(line.text, dated):
                return fact(line.words, *span)
        if span := places.in_line(line.text):
            return fact(line.words, *span)
    return None


NOT_A_STATEMENT = Layout(name="Not a statement", kind="web-page", signs=(), read=read, also=weight)
