"""
A news story: several people's words and the reporter's own, told apart paragraph by paragraph.

A paragraph wholly in quotation marks is the speaker's own words; one that reports is paraphrase,
whatever it quotes; the rest is the story's own telling, and goes with the statement that it
introduces. Facts of a statement come from its own paragraphs, never from those of another.
"""

from __future__ import annotations

import re

from speeches import quotation_marks
from speeches.intake import datings, furniture, patterns, people
from speeches.intake.page import Page, date_in, fact, has_words, keep_out, passage
from speeches.intake.paste import Block
from speeches.intake.reading import Fact, KeptOut, Reading, ReadPassage, Reason, Voice, Warning

from .layout import Layout
from .reported import Paragraph, Reported, Speaking, statement_of

_PROSE = re.compile(r"[.!?:][”\"’')]*$")
_VERBS = (
    r"said|says|added|adding|told|urge[ds]|urging|called|stress(?:ed|es)|noted|noting|highlighted"
    r"|underscor(?:ed|ing)|underlined|cautioned|warned|emphasi[sz]ed|explained|continued|declared"
    r"|stated|announced|welcomed|pointed out|recalled|expressed|reiterated|affirmed|appealed|argued"
    r"|praised|acknowledged|pledged|agreed|concluded|remarked|insisted|observed that"
)
_SPEECH_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.I)
_PRONOUN = re.compile(r"\b(?:she|he|her|his)\b", re.I)
_INFORMAL = re.compile(
    r"\b(?:the|UN|U\.N\.|world body.s) (?:deputy |[\w-]+ )?(?:UN )?(?:chief|official|envoy|head)\b"
    r"|\bthe (?:deputy )?UN chief\b",
    re.I,
)


def read(page: Page, layout: Layout) -> Reading:
    """A story with its date, and one statement for each person whose words it reports."""
    head = _Head()
    body = head.read(page)
    paragraphs, kept_out = _paragraphs(body, head.text_start)
    speakings = _speakings(paragraphs)
    statements = tuple(statement_of(speaking, head.published) for speaking in speakings)
    undated = [
        Warning("The story does not say when this was said.", who.start, who.end)
        for statement in statements
        if statement.delivered is None and (who := statement.printed_as)
    ]
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        title=head.title,
        published=head.published,
        dateline=head.dateline,
        place=head.place,
        publisher=head.publisher,
        symbols=page.symbols(head.text_start),
        language=page.language(),
        statements=statements,
        kept_out=(*head.kept_out, *kept_out),
        warnings=tuple(undated),
    )


class _Head:
    """The lines above the story, and the dateline before its first words."""

    def __init__(self) -> None:
        self.title: Fact | None = None
        self.published: Fact | None = None
        self.dateline: Fact | None = None
        self.place: Fact | None = None
        self.publisher: Fact | None = None
        self.text_start = 0
        self.kept_out: list[KeptOut] = []

    def read(self, page: Page) -> list[Block]:
        """Take the lines of the head; returns the paragraphs that follow."""
        for number, block in enumerate(page.blocks):
            if self._take_dateline(block) or self._is_prose(block):
                self.text_start = self.text_start or block.start
                return page.blocks[number:]
            for line in page.lines_of(block):
                self.kept_out.append(keep_out(line, self._take_line(line)))
        return []

    @staticmethod
    def _is_prose(block: Block) -> bool:
        known = furniture.reason_for(block.text)
        return not (block.is_heading or known) and bool(_PROSE.search(block.text))

    def _take_line(self, line: Block) -> Reason:
        if reason := furniture.reason_for(line.text):
            return reason
        if datings.is_date(line.text):
            self.published = self.published or date_in(line.words)
            return Reason.DATE
        if not has_words(line):
            return Reason.MARKUP
        if self.title is None:
            self.title = fact(line.words)
            return Reason.TITLE
        return Reason.NAVIGATION

    def _take_dateline(self, block: Block) -> bool:
        words = block.words
        found = patterns.DATE_DATELINE.match(words.text)
        if found and not datings.is_date(found["date"]):
            return False
        found = found or patterns.AGENCY_DATELINE.match(words.text)
        if not found or found.end() >= len(words.text):
            return False
        parts = found.groupdict()
        self.dateline = fact(words, 0, len(found[0].rstrip(" -–—")))
        self.published = self.published or date_in(words.part(*found.span("date")))
        if parts.get("place"):
            self.place = fact(words, *found.span("place"))
        if parts.get("agency"):
            self.publisher = fact(words, *found.span("agency"))
        end = words.span(0, found.end() - 1)[1]
        self.kept_out.append(KeptOut(block.start, end, Reason.DATELINE))
        self.text_start = words.places[found.end()]
        return True


def _paragraphs(body: list[Block], start: int) -> tuple[list[Paragraph], list[KeptOut]]:
    """The paragraphs of the story, what is said in quotation marks hidden from view."""
    paragraphs, kept_out = [], []
    for block in body:
        if block.start < start:
            block = Block(start, block.end, block.words.within(start, block.end), block.level)
        reason = furniture.reason_for(block.text)
        if reason or not has_words(block):
            kept_out.append(keep_out(block, reason or Reason.MARKUP))
            continue
        paragraphs.append(Paragraph(block, *_without_quotations(block.text)))
    return paragraphs, kept_out


def _without_quotations(text: str) -> tuple[str, bool, bool]:
    """The text with spaces for quoted words; whether any are quoted; whether all are."""
    told = list(text)
    quotations = quotation_marks.find(text)
    for quotation in quotations:
        told[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    outside = "".join(told)
    return outside, bool(quotations), bool(quotations) and not re.search(r"\w", outside)


def _speakings(paragraphs: list[Paragraph]) -> list[Speaking]:
    """The paragraphs dealt out to the people whose words they report, in order of appearance."""
    speakings: list[Speaking] = []
    waiting: list[ReadPassage] = []
    telling: list[Paragraph] = []
    current: Speaking | None = None
    for paragraph in paragraphs:
        found = _reported(paragraph, current, speakings)
        if found is None:
            waiting.append(passage(paragraph.block, Voice.NARRATION))
            telling.append(paragraph)
            continue
        if found not in speakings:
            speakings.append(found)
        current = found
        voice = Voice.VERBATIM if paragraph.is_quotation else Voice.PARAPHRASE
        current.passages += [*waiting, passage(paragraph.block, voice, current.name)]
        current.telling += telling
        current.reporting.append(paragraph)
        waiting, telling = [], []
    if current:
        current.passages += waiting
    return speakings


def _reported(
    paragraph: Paragraph, current: Speaking | None, known: list[Speaking]
) -> Speaking | None:
    """Whose words a paragraph reports; None where the story speaks for itself."""
    if paragraph.block.is_heading:
        return None
    if paragraph.is_quotation:
        return current
    verb = _SPEECH_VERB.search(paragraph.told)
    if not verb and not paragraph.has_quotation:
        return None
    named = [person for person in people.find(paragraph.told) if person.name]
    if named and verb:
        return _speaking(named[0], paragraph, known)
    for speaking in known:
        if re.search(rf"\b{re.escape(speaking.family_name)}\b", paragraph.told):
            return speaking
    if current and (_PRONOUN.search(paragraph.told) or _refers(paragraph.told, current)):
        return current
    return current if paragraph.has_quotation else None


def _refers(told: str, current: Speaking) -> bool:
    """Whether the paragraph names the office that the speaker holds, formally or not."""
    offices = {Reported.head_of(person.office) for person in people.find(told)}
    return Reported.head_of(current.person.office) in offices or bool(_INFORMAL.search(told))


def _speaking(person: people.Person, paragraph: Paragraph, known: list[Speaking]) -> Speaking:
    """The statement of a person: the one that has begun, or a new one."""
    for speaking in known:
        if speaking.name == person.name or speaking.name.endswith(f" {person.name}"):
            return speaking
    return Speaking(person, paragraph)


NEWS_STORY = Layout(
    name="News story",
    kind="news-story",
    signs=(
        (re.compile(r"^UN News$", re.M), 3),
        (re.compile(rf"^{patterns.DATE_DATELINE.pattern}", re.M), 2),
        (re.compile(r"\b(?:says|urges|warns|calls)\b.{0,60}\b(?:UN|U\.N\.) ", re.I), 1),
        (re.compile(r"[”\"],? (?:she|he|Mr\.|Ms\.|Mrs\.|said|told)\b"), 2),
        (re.compile(r"\((?:Reuters|AP|AFP|Xinhua|IPS|EFE|TASS)\)"), 2),
        (re.compile(rf"\b[A-Z]\w+ (?:today )?(?:{_VERBS}) "), 1),
    ),
    read=read,
)
