"""
What an editor made of a proposal, as a fact: as read, changed, resting on other words, or none.

A value that stands in the words which the editor selected is printed there; one that does not
follows from them. Without a selection a changed value is looked for in the document; one that only
completes the words of the proposal still rests on them; any other that the document does not print
has no span (0, 0): it is the editor's.
"""

from __future__ import annotations

from speeches.dates import NotADate, PartialDate
from speeches.offsets import find_folded, fold

from . import datings
from .proposals import DATES, NONE, UNDECIDED, Proposal
from .reading import Basis, Fact, Reading

__all__ = ["date_of", "fact_of", "is_somebody", "name_of", "read_date", "words_of"]

_READ_SO = "Read so by an editor."
_CONCLUDED = "An editor concluded it from these words."


def fact_of(proposal: Proposal, reading: Reading) -> Fact | None:
    """The fact as decided: as read, changed, or None where it was refused or left open."""
    if not proposal.value:
        return None
    if proposal.fact is not None and not proposal.is_changed and not proposal.own:
        return proposal.fact
    return _changed(proposal, reading)


def name_of(proposal: Proposal, reading: Reading) -> Fact | None:
    """The name as the document prints it; the editor's where it prints none."""
    if not proposal.own and (not proposal.is_changed or not proposal.typed.strip()):
        return proposal.fact
    return _changed(proposal, reading) if proposal.typed.strip() else proposal.fact


def words_of(proposal: Proposal, reading: Reading) -> Fact | None:
    """
    The words that a chosen record rests on: another name that was typed to look for it is none.

    Only a name that the document prints, or words selected in it, take the place of those read.
    """
    named = name_of(proposal, reading)
    is_looked_for = named is not None and named.end == 0
    return proposal.fact if is_looked_for and proposal.fact else named


def is_somebody(answer: str) -> bool:
    """Whether a choice names a record, a new one, or a name as printed."""
    return answer not in (NONE, UNDECIDED)


def _changed(proposal: Proposal, reading: Reading) -> Fact:
    value = proposal.typed.strip()
    date = read_date(value) if proposal.name.split("-")[-1] in DATES else None
    if proposal.own:
        start, end = proposal.own
        if proposal.options:
            return Fact(value, start, end, basis=Basis.INFERRED, note=_CONCLUDED)
        if found := find_folded(value, reading.text[start:end]):
            return Fact(value, start + found[0], start + found[1], date=date)
        return Fact(value, start, end, basis=Basis.DERIVED, note=_READ_SO, date=date)
    span = None if proposal.options else find_folded(value, reading.text)
    if span:
        return Fact(value, *span, basis=Basis.PRINTED, date=date)
    words = None if proposal.options else proposal.fact
    if words is not None and _is_in_part(value, proposal.words):
        return Fact(value, words.start, words.end, basis=Basis.DERIVED, note=_READ_SO, date=date)
    return Fact(value, 0, 0, basis=Basis.INFERRED, date=date)


def _is_in_part(value: str, words: str) -> bool:
    """Whether a value that an editor completed still says what stands in the words."""
    said = fold(words)
    return any(fold(part.strip()) in said for part in value.split(",") if len(part.strip()) > 2)


def date_of(proposal: Proposal) -> PartialDate | None:
    """The date that was accepted or entered; None where none was."""
    return read_date(proposal.value) if proposal.value else None


def read_date(typed: str) -> PartialDate:
    """
    A date as typed in words or EDTF, or as a document prints it in any language we read.

    Raises NotADate, with a sentence for the editor, for anything else.
    """
    try:
        return PartialDate.parse(typed)
    except NotADate:
        found = datings.find(typed)
        alone = len(found) == 1 and found[0].end - found[0].start == len(typed.strip())
        day = found[0].on() if alone and not found[0].is_ambiguous else None
        if day is None:
            raise
        return day
