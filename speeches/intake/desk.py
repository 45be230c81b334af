"""
An intake laid out for an editor: the document with its marks, the proposals, what is decided.

Reads the archive for candidates and duplicates; writes nothing. ``filing`` files what is decided.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from speeches.models import Intake, Rights, SpeechText
from speeches.offsets import find_folded

from . import candidates, duplicates
from .keeping import restored
from .paragraphs import Paragraph, arranged, with_new
from .proposals import (
    LANGUAGES,
    LOOK_FOR,
    NONE,
    PAPERS,
    Choice,
    Proposal,
    Sheet,
    key_of,
)
from .reading import Confidence, Fact, Reading, ReadPassage, Statement
from .statement_desk import StatementDesk

MOST_ADDED = 20
ADDRESSES = (
    ("address", "Original address"),
    ("current", "Where it is now, if elsewhere"),
    ("archived", "Archived copy"),
)
"""Where the document can be read, each a field of the desk."""
REPORTED = SpeechText.Status.REPORTED.value


class Desk:
    """One intake, as a page shows it and as filing takes it."""

    def __init__(self, intake: Intake) -> None:
        self.intake = intake
        self.reading: Reading = restored(
            {name: value for name, value in intake.reading.items() if name != "notes"}, intake.text
        )
        self.sheet = Sheet(intake.text, intake.decisions)

    @property
    def notes(self) -> list[str]:
        """What was noticed of the file itself."""
        return list(self.intake.reading.get("notes", []))

    @cached_property
    def known_document(self) -> Any:
        """The document of the archive with exactly these bytes, if it has one."""
        return duplicates.of_bytes(self.intake.sha256)

    @cached_property
    def papers_like_it(self) -> list[duplicates.Twin]:
        return duplicates.of_symbols(fact.value for fact in self.reading.symbols)

    @cached_property
    def warnings(self) -> list[tuple[str, str]]:
        """What a person should look at, each with the piece of the document that it is about."""
        pieces = [(piece.read.start, piece.name) for piece in self.paragraphs]
        found = []
        for warning in self.reading.warnings:
            place = bisect_right(pieces, (warning.start, chr(0x10FFFF))) - 1
            found.append((warning.message, pieces[max(place, 0)][1] if pieces else ""))
        return found

    # -- the document

    @cached_property
    def document(self) -> dict[str, Proposal]:
        """What is said of the document itself, by name."""
        return {proposal.name.removeprefix("d-"): proposal for proposal in self._document()}

    @property
    def said(self) -> list[Proposal]:
        """What is known of the document, and what always has to be said of it."""
        return [item for item in self.document.values() if not self._is_aside(item)]

    @property
    def silent(self) -> list[Proposal]:
        """What the document does not say of itself."""
        return [item for item in self.document.values() if self._is_aside(item)]

    def _is_aside(self, item: Proposal) -> bool:
        return item.is_silent and item.manner == "fact"

    def _document(self) -> Iterator[Proposal]:
        reading, sheet = self.reading, self.sheet
        title = reading.title.value if reading.title else self.intake.name
        yield sheet.given("d-title", "Title, as printed", title, fact=reading.title)
        yield sheet.given("d-kind", "Kind of document", reading.kind, options=PAPERS, is_ours=True)
        language = reading.language.value if reading.language else "en"
        yield sheet.given(
            "d-language", "Language", language, fact=reading.language, options=LANGUAGES
        )
        yield sheet.fact("d-published", "Published", reading.published)
        yield sheet.fact("d-dateline", "Dateline", reading.dateline)
        yield sheet.fact("d-disclaimer", "Disclaimer", reading.disclaimer)
        yield self._symbols()
        place = reading.place.value if reading.place else ""
        name = sheet.decided(
            "d-publisher-name", reading.publisher.value if reading.publisher else ""
        )
        found = candidates.organizations(name, place) if name else []
        none = [Choice(NONE, "Not known")]
        yield sheet.choice("d-publisher", "Publisher", reading.publisher, found, none, LOOK_FOR)
        rights = [("", "–"), *((str(r.pk), r.name) for r in Rights.objects.order_by("name"))]
        hint = reading.rights[0] if reading.rights else None
        yield sheet.given("d-rights", "Rights", "", fact=hint, options=rights, is_ours=True)
        for name, label in ADDRESSES:
            yield sheet.given(f"d-{name}", label, "", is_ours=True)
        yield sheet.given("d-retrieved", "Retrieved on", "", is_ours=True)

    def _symbols(self) -> Proposal:
        facts = self.reading.symbols
        printed = "\n".join(dict.fromkeys(fact.value for fact in facts))
        first = facts[0] if facts else None
        return self.sheet.fact(
            "d-symbols", "Symbols", first, proposed=printed, lines=True, help="One on a line."
        )

    # -- the statements

    @property
    def added(self) -> int:
        """How many statements the editor added to those that were read."""
        said = self.sheet.decided("added", "0")
        return min(key_of(said) or 0, MOST_ADDED)

    @cached_property
    def statements(self) -> list[StatementDesk]:
        read = [*self.reading.statements]
        for number in range(len(read) + 1, len(read) + self.added + 1):
            own = [piece.read for piece in self.paragraphs if piece.to == str(number)]
            read.append(_added(self.reading, own))
        return [StatementDesk(self, number, item) for number, item in enumerate(read, start=1)]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """All that the document says, in its order, each piece where the editor has put it."""
        return arranged(self.reading, self.sheet, len(self.reading.statements) + self.added)

    @property
    def proposals(self) -> Iterator[Proposal]:
        """All of the page, in its order."""
        yield from self.document.values()
        for statement in self.statements:
            yield from statement.proposals.values()

    @property
    def open(self) -> int:
        """How many proposals wait for an answer."""
        return sum(proposal.is_open for proposal in self.proposals)


def _added(reading: Reading, own: Sequence[ReadPassage]) -> Statement:
    """A statement that an editor made of pieces: by whom they quote, told as the others are."""
    name = next((piece.speaker for piece in own if piece.speaker), "")
    span = find_folded(name, reading.text)
    told = [statement.text_status for statement in reading.statements if statement.text_status]
    return Statement(
        passages=(),
        speaker=Fact(name, *span, confidence=Confidence.LIKELY) if span else None,
        text_status=told[0] if told and told[0].value == REPORTED else None,
        coverage="excerpts" if reading.statements else "full",
    )


def settle(intake: Intake) -> None:
    """Give “a new statement” its number, wherever the editor chose it; not saved."""
    desk = Desk(intake)
    decisions, added = with_new(intake.decisions, desk.paragraphs, desk.reading, desk.added)
    intake.decisions = decisions | {"added": str(min(added, MOST_ADDED))}


def accept_certain(desk: Desk) -> dict[str, Any]:
    """The decisions, with an answer for all that is certain and has none yet."""
    decisions = dict(desk.intake.decisions)
    for proposal in desk.proposals:
        if proposal.is_open and proposal.is_certain:
            name = f"{proposal.name}-is" if proposal.manner == "fact" else proposal.name
            decisions[name] = proposal.certain_answer
    for statement in desk.statements:
        sure = {t.tag.pk for t, _taken in statement.topics if t.confidence.value == "certain"}
        taken = sorted(statement.taken_tags | sure)
        decisions[f"{statement.prefix}-tag"] = [str(key) for key in taken]
    return decisions
