"""
What is nobody's statement: an agenda, a programme, a note to correspondents, a readout, a
background article, a scan that can't be read. It is recognised and said plainly.
"""

from __future__ import annotations

import re

from speeches.intake import datings, patterns, places
from speeches.intake.page import Page, date_in, fact, has_words, is_symbol_line, keep_out
from speeches.intake.paste import Block, join
from speeches.intake.reading import Fact, Reading, Reason, Warning

from .layout import Layout
from .story_head import StoryHead

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "an agenda",
        re.compile(
            r"(?:(?:provisional|annotated|draft|revised|tentative) )*agenda(?: (?:and|for|of"
            r"|item).{0,80})?|ordre du jour(?: provisoire)?.{0,60}|(?:programa"
            r"|orden del día)(?: provisional)?(?: anotado)?|temario(?: provisional)?"
            r"|pauta provisória|повестка дня.{0,40}|предварительная повестка дня.{0,40}"
            r"|(?:临时)?议程|جدول الأعمال.{0,30}",
            re.I,
        ),
    ),
    (
        "a note to correspondents",
        re.compile(
            r"notes? to (?:correspondents|the media|media).{0,60}|note (?:aux"
            r"|à l.attention des) (?:correspondants|journalistes|médias).{0,60}|nota (?:a"
            r"|para) (?:los )?(?:corresponsales|periodistas|medios).{0,60}|media (?:advisory"
            r"|alert|accreditation|notice).{0,80}|avis aux médias.{0,60}|aviso (?:a|de"
            r"|para) (?:los )?(?:medios|prensa).{0,60}|convocatoria (?:de|a la) prensa.{0,60}"
            r"|aviso de pauta.{0,40}",
            re.I,
        ),
    ),
    (
        "a programme",
        re.compile(
            r"(?:(?:provisional|tentative|draft|final|indicative) )?(?:programme"
            r"|program)(?: of (?:work|the day|events|meetings))?(?: .{0,60})?"
            r"|programme (?:de travail|de la journée|provisoire).{0,60}"
            r"|programa (?:de (?:trabajo|actividades|la jornada)|provisional"
            r"|preliminar).{0,60}|journal of the united nations.{0,40}"
            r"|schedule(?: of (?:events|meetings|appointments))?.{0,40}|run of show"
            r"|concept note.{0,80}|note conceptuelle.{0,60}|nota conceptual.{0,60}"
            r"|daily (?:schedule|programme).{0,40}",
            re.I,
        ),
    ),
    (
        "a readout of a conversation",
        re.compile(
            r"readouts? (?:of|from|on)\b.{0,300}|compte rendu (?:de|d.).{0,30}(?:entretien"
            r"|rencontre|réunion|appel).{0,200}|(?:lectura|resumen|reseña) (?:de"
            r"|del) (?:la )?(?:reunión|encuentro|conversación|llamada).{0,200}",
            re.I,
        ),
    ),
    (
        "a background article",
        re.compile(
            r"background(?:er)?(?: (?:note|paper|article|information|brief|guide))?"
            r"|fact ?sheet.{0,60}|explainer.{0,100}|(?:the )?history of .{3,80}"
            r"|frequently asked questions.{0,40}|faqs?|in brief|at a glance.{0,30}"
            r"|fiche d.information.{0,40}|(?:hoja|ficha) informativa.{0,40}|what is .{3,80}\?"
            r"|(?:note d.)?information de base|antecedentes|contexte",
            re.I,
        ),
    ),
)
_HEADLINE = re.compile(
    r"(?:explainer|fact ?sheet|background(?:er)?|readout|media advisory"
    r"|note to correspondents|concept note)\s?[:–—-]\s?.{3,}",
    re.I,
)
_ANNOUNCES = re.compile(
    rf"(?:.{{3,60}}['’]s? )?(?:\w+ ){{0,2}}(?:{patterns.KIND_WORDS})\b.{{0,40}}"
    r"\b(?:by|from|of|attributable|at|to|on|du|de|par|por|del)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!?][”\"’)]?$")
_RULE = re.compile(r"[-_=*.•·~–—\s]{3,}")
_NUMBERED = re.compile(r"\s*(?:\(?[0-9ivx]{1,4}[.)]|\d{1,2}[:.h]\d\d)\s*\S")
_NEAR_TOP = 14
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOWELS = re.compile(r"[aeiouyàáâäãåèéêëìíîïòóôöõùúûüаеёиоуыэюя]", re.I)


def weight(page: Page) -> int:
    """How much speaks against there being any statement."""
    if is_unreadable(page):
        return 50
    return 20 if _called(page) else 0


def _called(page: Page) -> tuple[str, int, int] | None:
    """What the top calls the document, and the words by which it does."""
    near = _top_lines(page)
    for line in near:
        text = re.sub(r"\s+", " ", line.text.strip(" .:*")).strip()
        for called, pattern in _KINDS:
            if not pattern.fullmatch(text) and not (
                _HEADLINE.fullmatch(text) and pattern.match(text.split(":")[0])
            ):
                continue
            if called in ("an agenda", "a programme") and not _is_list(page):
                continue
            if called == "a background article" and _has_speaker(near):
                continue
            return called, line.start, line.end
    return None


def _top_lines(page: Page) -> list[Block]:
    """The lines above the first sentence, as far as none of them announces a text."""
    found: list[Block] = []
    for line in [line for line in page.lines if has_words(line)][:_NEAR_TOP]:
        if _ANNOUNCES.match(line.text) or (_SENTENCE.search(line.text) and len(line.text) > 70):
            break
        found.append(line)
    return found


def _is_list(page: Page) -> bool:
    """Whether the lines are mostly numbered items or hours."""
    lines = [line for line in page.content if len(line.text) > 3]
    items = sum(bool(_NUMBERED.match(line.text)) for line in lines)
    return items >= 3 and items * 4 >= len(lines)


def _has_speaker(near: list[Block]) -> bool:
    return any(
        re.search(r"\b(?:statement|remarks|address|message) (?:by|of|from)\b", line.text, re.I)
        for line in near
    )


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
    head = StoryHead(page)
    unreadable = is_unreadable(page)
    called = None if unreadable else _called(page)
    title = None if unreadable else _title(page, head)
    message = (
        "The scan can't be read: run text recognition again, or type it." if unreadable else ""
    )
    start, end = (called[1], called[2]) if called else _all_of(page)
    if called:
        message = f"This is {called[0]}, not a statement: nothing is filed from it."
    held = [keep_out(line, Reason.NO_STATEMENT) for line in page.content]
    taken = {(piece.start, piece.end) for piece in held}
    day = head.published or _first_day(page)
    if called and called[0] in ("an agenda", "a programme"):
        day = _plain_day(page)
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre="other",
        title=title,
        published=None if unreadable else day,
        place=None if unreadable else head.place or _first_place(page),
        symbols=() if unreadable else page.symbols(),
        language=page.language(),
        kept_out=(
            *held,
            *(
                keep_out(line, reason)
                for line, reason in page.furniture
                if (line.start, line.end) not in taken
            ),
        ),
        warnings=(Warning(message, start, end),) if end > start else (),
    )


def _all_of(page: Page) -> tuple[int, int]:
    lines = [line for line in page.lines if line.text]
    return (lines[0].start, lines[0].end) if lines else (0, 0)


def _title(page: Page, head: StoryHead) -> Fact | None:
    """The headline; where there is none, the words by which the document is called."""
    lines = [line for line in page.lines if has_words(line) and not is_symbol_line(line.text)][:20]
    named = [
        line
        for line in lines
        if any(pattern.fullmatch(line.text.strip(" .:")) for _, pattern in _KINDS)
    ]
    for line in named:
        if len(line.text.split()) > 4 or re.search(
            r"agenda|programme|ordre du jour|temario|programa|议程|повестка|جدول", line.text, re.I
        ):
            return fact(line.words)
    if head.title is not None:
        return head.title
    return fact(join(named[:1])) if named else None


def _plain_day(page: Page) -> Fact | None:
    """The day in a line of its own; one beside a place or a weekday is that of the meeting."""
    for line in page.lines[:20]:
        text = line.text.strip()
        if datings.is_date(text) and text[:1].isdigit():
            return date_in(line.words)
    return None


def _first_day(page: Page) -> Fact | None:
    for line in page.lines[:30]:
        if len(line.text) < 90 and (day := date_in(line.words)):
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
