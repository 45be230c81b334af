"""What a story says about one reported statement: its kind, day, event, place, organizers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from speeches.intake import datings, events, patterns, places
from speeches.intake.mentions import Mention
from speeches.intake.page import fact
from speeches.intake.paste import Block
from speeches.intake.reading import Basis, Confidence, Fact, ReadPassage, Statement
from speeches.intake.scripts.voices import family_name
from speeches.offsets import fold
from speeches.quotation_marks import Quotation

from .head import named_occasion

_OWN_KIND = re.compile(
    rf"\b(?:her|his|their|in an?|in the) (?:\w+ )?(?P<kind>{patterns.KIND_WORDS})", re.I
)
_SAID = re.compile(r"\b(?:said|told|says|speaking|addressing)\b", re.I)
_REPORTED = re.compile(r"\b(?:added|urged|stressed|highlighted|called|warned|noted)\b", re.I)
_OTHER_WORDS = re.compile(
    r",?\s(?:as to|of (?:her|his|their)|which|where|when|whom|who|during which|at which)\b.*"
    r"|,(?:\s[a-z]{1,4})?\s*$",
    re.DOTALL,
)
"""What a sentence goes on to say about an event behind its name."""
_BETWEEN_ORGANIZERS = re.compile(r",? and the |, the |,? and (?=Government|Ministry)|, ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``told`` is what the story says in it, quoted words blanked out."""

    block: Block
    told: str
    quotations: tuple[Quotation, ...]
    is_quotation: bool

    def fact(self, start: int, end: int, **given: object) -> Fact:
        """A fact that rests on some of its words."""
        return fact(self.block.words, start, end, **given)  # type: ignore[arg-type]


@dataclass
class Speaking:
    """One person's statement as it is gathered: where they are named, and their paragraphs."""

    person: Mention
    named_in: Paragraph
    office_in: Paragraph | None = None
    passages: list[ReadPassage] = field(default_factory=list)
    reporting: list[Paragraph] = field(default_factory=list)
    telling: list[Paragraph] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def family_name(self) -> str:
        """The word by which a story goes on naming somebody; not always the family's."""
        return family_name(self.person.name) or self.person.office


class Reported:
    """Looks for the facts of one statement in its own paragraphs."""

    def __init__(self, speaking: Speaking, anchor: Fact | None) -> None:
        self.speaking = speaking
        self.anchor = anchor

    @staticmethod
    def head_of(office: str) -> str:
        """The office without what stands before and after it, for comparing."""
        bare = re.sub(r"^(?:united nations|un|u\.n\.) ", "", fold(office).replace("-", " "))
        return bare.split(" for ")[0].split(" of ")[0]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Those that report first, then those by which the story leads up to them."""
        yield from self.speaking.reporting
        yield from self.speaking.telling

    def kind(self) -> Fact | None:
        """“In her remarks”: the word for it, where the story has one; remarks where it says so."""
        for paragraph in self.speaking.reporting:
            if found := _OWN_KIND.search(paragraph.told):
                named = patterns.kind_named(found["kind"])
                kind = named[0] if named else "remarks"
                printed = fold(found["kind"]) == kind
                basis = Basis.PRINTED if printed else Basis.DERIVED
                return paragraph.fact(*found.span("kind"), value=kind, basis=basis)
        return self._said("remarks", "The story tells what was said, and has no word for its kind.")

    def mode(self, kind: Fact | None) -> Fact | None:
        if kind and kind.value in patterns.WRITTEN:
            note = "By the word for its kind."
            return replace(kind, value="written", basis=Basis.INFERRED, note=note)
        return self._said("spoken", "By the verb with which it is reported.")

    def _said(self, value: str, note: str) -> Fact | None:
        for verb in (_SAID, _REPORTED):
            for paragraph in self.speaking.reporting:
                if found := verb.search(paragraph.told):
                    inferred = paragraph.fact(*found.span(), value=value, note=note)
                    likely = Confidence.LIKELY
                    return replace(inferred, basis=Basis.INFERRED, confidence=likely)
        return None

    def delivered(self) -> Fact | None:
        """The day that the statement's own paragraphs point at; never the story's by default."""
        for paragraph in self.paragraphs():
            if pointed := datings.pointed_at(paragraph.told, self.anchor):
                meant, start, end = pointed
                first, last = paragraph.block.words.span(start, end)
                return replace(meant, start=first, end=last)
        return None

    def event(self) -> tuple[Fact, Paragraph] | None:
        """The event at which it was said, and the paragraph that tells of it."""
        for paragraph in self.speaking.reporting:
            if patterns.AT_THE_GATHERING.search(paragraph.told) and (named := self._named_event()):
                return named
            if found := patterns.AT_AN_EVENT.search(paragraph.told):
                end = found.start("event") + len(_OTHER_WORDS.sub("", found["event"]).rstrip())
                return paragraph.fact(found.start("event"), end), paragraph
        for paragraph in self.speaking.reporting:
            span = events.find(paragraph.told)
            if span and events.is_named(paragraph.told[slice(*span)]):
                return paragraph.fact(*span), paragraph
        return None

    def _named_event(self) -> tuple[Fact, Paragraph] | None:
        """A meeting that the story has named on the way to this statement."""
        for paragraph in reversed(self.speaking.telling):
            if found := patterns.NAMED_EVENT.search(paragraph.told):
                return paragraph.fact(*found.span()), paragraph
        return None

    def occasion(self) -> Fact | None:
        """The observance that it marked."""
        for paragraph in self.speaking.reporting:
            for found in patterns.OCCASION.finditer(paragraph.told):
                if named := named_occasion(paragraph.block.words, found):
                    return named
        return None


def place_in(paragraph: Paragraph) -> Fact | None:
    """Where the event that a paragraph tells of took place."""
    found = patterns.PLACE.search(paragraph.told)
    return paragraph.fact(*found.span("place")) if found else None


def _place_said(speaking: Speaking) -> Fact | None:
    """A city in the sentence that says that something was said."""
    for paragraph in [*speaking.reporting[:3], *speaking.telling[:2]]:
        if span := places.after_preposition(paragraph.told):
            return paragraph.fact(*span)
    return None


def organizers_in(paragraph: Paragraph) -> tuple[Fact, ...]:
    """Who convened, organized or hosted the event that a paragraph tells of."""
    found = patterns.ORGANIZERS.search(paragraph.told)
    if not found:
        return ()
    return tuple(_names(paragraph, found))


def _names(paragraph: Paragraph, found: re.Match[str]) -> Iterable[Fact]:
    start = found.start("names")
    for name in _BETWEEN_ORGANIZERS.split(patterns.TRAILING_SMALL_WORDS.sub("", found["names"])):
        bare = name.removeprefix("the ")
        first = paragraph.told.index(bare, start)
        start = first + len(bare)
        yield paragraph.fact(first, start)


def _capacity(speaking: Speaking) -> Fact | None:
    """The office as printed; where the story tells it in a clause, in other words."""
    person = speaking.person
    if person.office_span is None or not person.office:
        return None
    printed = (speaking.office_in or speaking.named_in).fact(*person.office_span)
    office = " ".join(person.office.split())
    if office == printed.value:
        return printed
    return replace(printed, value=office, basis=Basis.DERIVED)


def statement_of(speaking: Speaking, anchor: Fact | None) -> Statement:
    """A reported statement with every fact that the story gives for it."""
    reported = Reported(speaking, anchor)
    person, named_in = speaking.person, speaking.named_in
    kind = reported.kind()
    event = reported.event()
    status = "The story reports it; the full text stands elsewhere, if there is one."
    printed_as = named_in.fact(person.start, person.end)
    return Statement(
        passages=tuple(speaking.passages),
        speaker=named_in.fact(*person.name_span) if person.name else None,
        capacity=_capacity(speaking),
        printed_as=printed_as,
        kind=kind,
        mode=reported.mode(kind),
        delivered=reported.delivered(),
        event=event[0] if event else None,
        occasion=reported.occasion(),
        place=(place_in(event[1]) if event else None) or _place_said(speaking),
        organizers=organizers_in(event[1]) if event else (),
        text_status=replace(printed_as, value="reported", basis=Basis.INFERRED, note=status),
        coverage="excerpts",
    )
