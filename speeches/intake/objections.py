"""What stands between an intake and its filing: a sentence for each thing, and its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speeches.dates import NotADate
from speeches.editorial import Point

from .decided import read_date
from .desk import Desk
from .paragraphs import OUT
from .proposals import DATES, NEW, PRINTED, Proposal
from .statement_desk import StatementDesk

__all__ = ["points"]


def points(desk: Desk) -> list[Point]:
    """Everything that has to be put right before it can be filed."""
    return list(_points(desk))


def _points(desk: Desk) -> Iterator[Point]:
    for name in ("title", "kind", "language"):
        if not desk.document[name].value:
            yield Point(f"{desk.document[name].label}: this can’t be empty.", f"d-{name}")
    yield from _not_dates(desk.document.values())
    filed = [statement for statement in desk.statements if statement.filed_as != OUT]
    if not filed:
        yield Point("Every statement is left out: there is nothing to file. Discard it.", "s1-as")
    for statement in filed:
        yield from _of_statement(statement)


def _of_statement(statement: StatementDesk) -> Iterator[Point]:
    which = f"Statement {statement.number}"
    if not statement.filed_as:
        yield Point(
            f"{which}: the archive may have it already. Say how it is to be filed.",
            f"{statement.prefix}-as",
        )
    for name in ("title", "status"):
        proposal = statement.proposals[name]
        if not proposal.value:
            yield Point(f"{which}, {proposal.label}: this can’t be empty.", proposal.name)
    if not statement.passages:
        yield Point(f"{which} has no paragraph: give it some, or leave it out.", "passages")
    yield from _not_dates(statement.proposals.values(), f"{which}, ")
    if statement.fault_of_tags:
        yield Point(f"{which}, tags: {statement.fault_of_tags}", f"{statement.prefix}-tags")
    unknown = () if statement.may_name_tags else statement.more_tags.unknown
    for name in unknown:
        sentence = f"{which}, tags: no tag is called “{name[:100]}”. Mend it, or say it is new."
        yield Point(sentence, f"{statement.prefix}-tags")
    for proposal in statement.proposals.values():
        is_named = bool(proposal.typed.strip()) or not proposal.detail
        if proposal.answer in (NEW, PRINTED) and not is_named:
            yield Point(f"{which}, {proposal.label}: give the name.", proposal.name)


def _not_dates(proposals: Iterable[Proposal], which: str = "") -> Iterator[Point]:
    for proposal in proposals:
        if proposal.name.split("-")[-1] in DATES and proposal.value:
            try:
                read_date(proposal.value)
            except NotADate as error:
                yield Point(f"{which}{proposal.label}: {error}", proposal.name)
