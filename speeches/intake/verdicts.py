"""
What became of each proposal, told when an intake is filed, so that the reader can be measured.

A field that the reader left empty and the editor too says nothing and is not counted. What the
editor answered by hand where nothing was proposed is: there the reader missed something.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from speeches.models import Intake, Organization, Verdict

from .desk import Desk
from .paragraphs import OUT
from .proposals import NONE, UNDECIDED, Proposal
from .statement_desk import StatementDesk

__all__ = ["keep", "told"]

_Outcome = Verdict.Outcome
_NEVER_PROPOSED = ("d-rights", "d-address", "d-current", "d-archived", "d-retrieved")
"""No paper states these: what is entered there is no failure of the reader."""


@dataclass(frozen=True)
class Told:
    """One end that proposals came to: of which statement (0: the document), which field."""

    statement: int
    field: str
    label: str = dataclasses.field(compare=False)
    outcome: str
    confidence: str = ""


def keep(intake: Intake, found: Counter[Told], publisher: Organization | None) -> None:
    """Write down what became of an intake's proposals; what was written of it before is gone."""
    Verdict.objects.filter(intake=intake).delete()
    language = intake.reading.get("language") or {}
    Verdict.objects.bulk_create(
        Verdict(
            intake=intake,
            statement=told.statement,
            field=told.field,
            label=told.label,
            outcome=told.outcome,
            confidence=told.confidence,
            number=number,
            layout=str(intake.reading.get("layout", ""))[:100],
            language=str(language.get("value", ""))[:35],
            publisher=publisher,
            filed_at=intake.changed_at,
        )
        for told, number in found.items()
    )


def told(desk: Desk) -> Counter[Told]:
    """How often each end was come to, over the whole page."""
    return Counter(_all(desk))


def _all(desk: Desk) -> Iterator[Told]:
    for proposal in desk.document.values():
        yield from _of_proposal(0, proposal)
    for statement in desk.statements:
        yield from _of_statement(statement)
    yield from _of_paragraphs(desk)


def _of_statement(statement: StatementDesk) -> Iterator[Told]:
    number = statement.number
    is_out = statement.filed_as == OUT
    if not (is_out and statement.is_added):
        outcome = _Outcome.REFUSED if is_out else _Outcome.ACCEPTED
        outcome = _Outcome.ENTERED if statement.is_added else outcome
        yield Told(number, "statement", "A statement of its own", outcome)
    if is_out:
        return
    for proposal in statement.proposals.values():
        yield from _of_proposal(number, proposal)
    for topic, is_taken in statement.topics:
        outcome = _Outcome.ACCEPTED if is_taken else _Outcome.REFUSED
        yield Told(number, "tag", "Tags", outcome, topic.confidence.value)
    more = statement.more_tags
    for _tag in (*more.tags, *more.unknown):
        yield Told(number, "tag", "Tags", _Outcome.ENTERED)


def _of_paragraphs(desk: Desk) -> Iterator[Told]:
    """Whose words each paragraph is, and in which statement: kept as read, or changed."""
    for paragraph in desk.paragraphs:
        read = paragraph.read
        if paragraph.reason is not None:
            if paragraph.to != OUT:
                yield Told(0, "kept-out", "Lines kept out", _Outcome.REFUSED)
            continue
        is_kept = paragraph.to == str(paragraph.owner)
        kept = _Outcome.ACCEPTED if is_kept else _Outcome.CHANGED
        yield Told(paragraph.owner, "place", "Statement of a paragraph", kept)
        if paragraph.to != OUT:
            is_heard = paragraph.voice == read.voice.value
            heard = _Outcome.ACCEPTED if is_heard else _Outcome.CHANGED
            yield Told(paragraph.owner, "voice", "Whose words a paragraph is", heard)


def _of_proposal(statement: int, proposal: Proposal) -> Iterator[Told]:
    if proposal.name in _NEVER_PROPOSED:
        return
    if outcome := outcome_of(proposal):
        field = proposal.name.partition("-")[2] if statement else proposal.name
        sure = proposal.fact.confidence.value if proposal.fact else ""
        yield Told(statement, field[:40], proposal.label[:60], outcome, sure)


def outcome_of(proposal: Proposal) -> str:
    """What became of one; empty where nothing was proposed and nothing entered."""
    if proposal.manner == "choice":
        return _of_choice(proposal)
    if not proposal.proposed:
        return _Outcome.ENTERED if proposal.value else ""
    if proposal.manner == "fact" and proposal.answer == UNDECIDED:
        return _Outcome.LEFT
    if not proposal.value:
        return _Outcome.REFUSED
    return _Outcome.CHANGED if proposal.is_changed else _Outcome.ACCEPTED


def _of_choice(proposal: Proposal) -> str:
    offered = {choice.value for choice in proposal.choices if choice.value.startswith("id:")}
    if proposal.fact is None and not offered:
        return _Outcome.ENTERED if proposal.answer not in (UNDECIDED, NONE) else ""
    if proposal.answer == UNDECIDED:
        return _Outcome.LEFT
    if proposal.answer == NONE:
        return _Outcome.REFUSED
    is_other = proposal.certain_answer not in (UNDECIDED, proposal.answer)
    return _Outcome.CHANGED if is_other or _is_renamed(proposal) else _Outcome.ACCEPTED


def _is_renamed(proposal: Proposal) -> bool:
    """Whether another name stands in the box than the document prints."""
    return bool(proposal.detail) and proposal.is_changed
