"""What stands between an intake and its filing: a sentence for each thing, and its field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from speeches.dates import NotADate
from speeches.editorial import Point
from speeches.models import Attribution, Event, Office, Organization, Rights, Speaker, Tenure

from . import noting
from .decided import read_date
from .desk import Desk
from .moments import read_moment
from .paragraphs import OUT
from .proposals import DATES, NEW, NONE, PRINTED, UNDECIDED, YES, Proposal, key_of
from .statement_desk import StatementDesk

__all__ = ["points"]

_RECORDS: dict[str, Any] = {
    "publisher": Organization,
    "speaker": Speaker,
    **dict.fromkeys(Attribution.Role.values, Speaker),
    "capacity": Tenure,
    "event": Event,
    "occasion": Event,
}
"""What a choice of this name is made among."""
_GONE = "what was chosen is not in the archive any more. Choose again."


def points(desk: Desk) -> list[Point]:
    """Everything that has to be put right before it can be filed."""
    return list(_points(desk))


def _points(desk: Desk) -> Iterator[Point]:
    for name in ("title", "kind", "language"):
        if not desk.document[name].value:
            yield Point(f"{desk.document[name].label}: this can’t be empty.", f"d-{name}")
    yield from _not_dates(desk.document.values())
    retrieved = desk.document["retrieved"]
    if retrieved.value:
        yield from _not_a_day(retrieved)
    yield from _gone(desk.document["publisher"], "")
    rights = desk.document["rights"]
    if rights.value and not Rights.objects.filter(pk=key_of(rights.value)).exists():
        yield Point(f"{rights.label}: {_GONE}", rights.name)
    filed = [statement for statement in desk.statements if statement.filed_as != OUT]
    if not filed:
        yield Point("Every statement is left out: there is nothing to file. Discard it.", "s1-as")
    for statement in filed:
        yield from _of_statement(statement)


def _of_statement(statement: StatementDesk) -> Iterator[Point]:
    which = f"Statement {statement.number}"
    if statement.filed_as != "draft" and not statement.filed_as.startswith("text:"):
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
    yield from noting.objections(statement)
    yield from _not_dates(statement.proposals.values(), f"{which}, ")
    yield from _embargo(statement.proposals["embargo"], which)
    if statement.fault_of_tags:
        yield Point(f"{which}, tags: {statement.fault_of_tags}", f"{statement.prefix}-tags")
    unknown = () if statement.may_name_tags else statement.more_tags.unknown
    for name in unknown:
        sentence = f"{which}, tags: no tag is called “{name[:100]}”. Mend it, or say it is new."
        yield Point(sentence, f"{statement.prefix}-tags")
    for proposal in statement.proposals.values():
        yield from _gone(proposal, f"{which}, ")
        is_named = bool(proposal.said("record") or proposal.typed.strip()) or not proposal.detail
        if proposal.answer in (NEW, PRINTED) and not is_named:
            yield Point(f"{which}, {proposal.label}: give the name.", proposal.name)
        if proposal.answer == NEW:
            yield from _of_new(proposal, f"{which}, {proposal.label}")


def _gone(proposal: Proposal, which: str) -> Iterator[Point]:
    """A record that was chosen may have been deleted since, or merged with another."""
    offered = {UNDECIDED, NONE, *(choice.value for choice in proposal.choices)}
    offered |= {NEW} if proposal.details else set()
    if proposal.manner != "choice" or proposal.answer in offered:
        return
    noun: Any = Office if proposal.picked_office else _RECORDS[proposal.name.rpartition("-")[2]]
    key = proposal.picked or proposal.picked_office
    if not noun.objects.filter(pk=key).exists():
        yield Point(f"{which}{proposal.label}: {_GONE}", proposal.name)


def _embargo(proposal: Proposal, which: str) -> Iterator[Point]:
    """What is held back may not slip through undecided."""
    if proposal.fact is not None and proposal.answer == UNDECIDED:
        sentence = f"{which}: the paper is under embargo. Accept until when, or refuse that it is."
        yield Point(sentence, proposal.name)
    elif proposal.answer == YES:
        try:
            read_moment(proposal.value)
        except NotADate as error:
            yield Point(f"{which}, {proposal.label}: {error}", proposal.name)


def _of_new(proposal: Proposal, which: str) -> Iterator[Point]:
    """What a record that is to be made in place still lacks."""
    for detail in proposal.details:
        key, typed = detail.name.rpartition("-")[2], detail.typed.strip()
        if key == "body" and not typed:
            sentence = f"{which}: of which organization is it an office? Or say “Not known”."
            yield Point(sentence, detail.name)
        if key in ("start", "end") and typed:
            yield from _not_a_date(typed, f"{which}, {detail.label}", detail.name)
        if key == "year" and typed and not re.fullmatch(r"[1-9][0-9]{3}", typed):
            yield Point(f"{which}, {detail.label}: a year has four digits.", detail.name)


def _not_dates(proposals: Iterable[Proposal], which: str = "") -> Iterator[Point]:
    for proposal in proposals:
        if proposal.name.split("-")[-1] in DATES and proposal.value:
            yield from _not_a_date(proposal.value, f"{which}{proposal.label}", proposal.name)


def _not_a_day(proposal: Proposal) -> Iterator[Point]:
    try:
        is_day = read_date(proposal.value).is_day
    except NotADate:
        is_day = False
    if not is_day:
        yield Point(f"{proposal.label}: give the day, as in 12 September 2017.", proposal.name)


def _not_a_date(typed: str, which: str, field: str) -> Iterator[Point]:
    try:
        read_date(typed)
    except NotADate as error:
        yield Point(f"{which}: {error}", field)
