"""
What the reader makes of a document: plain values, each with the words that it rests on.

Every span counts characters of the normalised text (``offsets.normalise``) that was read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from speeches.dates import PartialDate
from speeches.offsets import find_folded

from .misread import repaired

_MARKS_BETWEEN = "Printed so, but for marks of links or emphasis between the words."
_MISREAD = "Printed so, but for signs that a machine misread."


class Basis(StrEnum):
    """How a fact follows from its span. The words are those of ``Evidence.Basis``."""

    PRINTED = "printed"
    DERIVED = "derived"
    INFERRED = "inferred"


class Confidence(StrEnum):
    """How sure the reader is, in three steps."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class Voice(StrEnum):
    """Whose words a passage is. The values are those of ``Passage.Voice``."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    NARRATION = "narration"


class Reason(StrEnum):
    """Why words of the document are not part of a statement."""

    TITLE = "title"
    DATE = "date"
    SPEAKER = "name of the speaker"
    SYMBOL = "document symbol"
    DATELINE = "dateline"
    INTRODUCTION = "introduction"
    ISSUER = "issuing office"
    DISCLAIMER = "disclaimer"
    DELIVERY_NOTE = "note on delivery"
    END_MARK = "end mark"
    AFTER_END = "after the end"
    NAVIGATION = "navigation"
    CONTACT = "contact"
    CAPTION = "caption or credit"
    PAGE_NUMBER = "page number"
    RUNNING_TITLE = "running title"
    PRINT = "stamp of a print"
    RIGHTS = "rights"
    MAIL = "head of a mail"
    BACKGROUND = "background"
    SIGNATURE = "signature"
    EVENT = "event"
    LABEL = "label of a speaker"
    OTHER_LANGUAGE = "the same in another language"
    NO_STATEMENT = "not a statement"
    MARKUP = "markup without words"
    OTHER = "not understood"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the document says: the value in words, and the span that it rests on."""

    value: str
    start: int
    end: int
    basis: Basis = Basis.PRINTED
    confidence: Confidence = Confidence.CERTAIN
    note: str = ""
    date: PartialDate | None = None

    def checked(self, text: str) -> Fact:
        """The fact, no longer called printed when its span does not contain its value."""
        if self.basis != Basis.PRINTED or find_folded(self.value, text[self.start : self.end]):
            return self
        misread_so = find_folded(self.value, repaired(text[self.start : self.end]))
        note = _MISREAD if misread_so else _MARKS_BETWEEN
        return replace(self, basis=Basis.DERIVED, note=self.note or note)


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """One paragraph of a statement: its words as restricted Markdown, and where they stand."""

    source: str
    start: int
    end: int
    voice: Voice
    speaker: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Words of the document that are in no statement, and why."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that a person should look at; ``start`` and ``end`` say where."""

    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """
    One person's statement in the document. What is None the document does not say.

    ``occasion_names`` are the other names that the text itself gives the occasion. ``event_from``
    and ``event_until`` are the first and the last day of an event that lasted several.
    """

    passages: tuple[ReadPassage, ...]
    speaker: Fact | None = None
    capacity: Fact | None = None
    printed_as: Fact | None = None
    on_behalf_of: Fact | None = None
    delivered_by: Fact | None = None
    spokesperson: Fact | None = None
    addressee: Fact | None = None
    kind: Fact | None = None
    mode: Fact | None = None
    delivered: Fact | None = None
    event: Fact | None = None
    occasion: Fact | None = None
    occasion_names: tuple[Fact, ...] = ()
    place: Fact | None = None
    event_from: Fact | None = None
    event_until: Fact | None = None
    organizers: tuple[Fact, ...] = ()
    text_status: Fact | None = None
    coverage: str = "full"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks that somebody said: the words without the marks, and by whom."""

    text: str
    start: int
    end: int
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A document as the reader understands it. ``layout`` is empty when none was recognised.

    ``genre`` is what the whole of it is: message, remarks, statement, press release, news story,
    transcript, or other, which is no statement at all.
    """

    text: str
    layout: str
    kind: str
    genre: str = ""
    title: Fact | None = None
    published: Fact | None = None
    dateline: Fact | None = None
    dateline_date: Fact | None = None
    place: Fact | None = None
    publisher: Fact | None = None
    symbols: tuple[Fact, ...] = ()
    language: Fact | None = None
    disclaimer: Fact | None = None
    embargo: Fact | None = None
    rights: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    kept_out: tuple[KeptOut, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())

    def words(self, item: Fact | ReadPassage | KeptOut | Quotation | Warning) -> str:
        """The words of the document that a fact, passage, line or warning rests on."""
        return self.text[item.start : item.end]

    @property
    def passages(self) -> tuple[ReadPassage, ...]:
        """Those of all statements, in the order of the document."""
        found = [passage for statement in self.statements for passage in statement.passages]
        return tuple(sorted(found, key=lambda passage: passage.start))
