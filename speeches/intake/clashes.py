"""What somebody typed where another changed the same field: both, in the words of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from speeches.models import Passage

from .desk import Desk
from .paragraphs import OUT
from .proposals import NO, YES, Proposal

__all__ = ["Clash", "clashes"]

_ANSWERS = {YES: "Accept", NO: "Refuse", "": "Not decided"}
_OF_PIECE = re.compile(r"([pkcr])(\d+)-(to|voice|join|sic|note)")
_SHOWN = 300


@dataclass(frozen=True)
class Clash:
    """One field, what stands in it and what was typed; ``place`` is where the page has it."""

    name: str
    label: str
    place: str
    stands: str
    mine: str
    by: str


def clashes(desk: Desk, aside: Mapping[str, Any]) -> list[Clash]:
    """What one person has put aside, in the order of the names."""
    fields = dict(_fields(desk)) if aside else {}
    found = []
    for name, held in sorted(aside.items()):
        label, place, words = fields.get(name) or _of_piece(name)
        stands = _told(desk.intake.decisions.get(name), words)
        found.append(Clash(name, label, place, stands, _told(held["value"], words), held["by"]))
    return found


def _fields(desk: Desk) -> Iterator[tuple[str, tuple[str, str, Mapping[str, str]]]]:
    """Name of each field of the proposals, with its label, its place, and words for its values."""
    for proposal in desk.document.values():
        yield from _of_proposal(proposal, "The document")
    for statement in desk.statements:
        which = f"Statement {statement.number}"
        for proposal in statement.proposals.values():
            yield from _of_proposal(proposal, which)
        ways = {"draft": "As a new draft", OUT: "Not at all"}
        ways |= {twin.key: f"With {twin.record}" for twin in statement.twins}
        yield f"{statement.prefix}-as", (f"{which}, file it", f"{statement.prefix}-as", ways)
        tags = {str(topic.tag.pk): str(topic.tag) for topic, _taken in statement.topics}
        more: tuple[str, str, dict[str, str]]
        more = (f"{which}, more tags", f"{statement.prefix}-tag", {})
        yield from ((f"{statement.prefix}-tags{end}", more) for end in ("", "-create"))
        yield f"{statement.prefix}-tag", (f"{which}, tags", f"{statement.prefix}-tag", tags)


def _of_proposal(
    proposal: Proposal, which: str
) -> Iterator[tuple[str, tuple[str, str, Mapping[str, str]]]]:
    label, name = f"{which}, {proposal.label}", proposal.name
    choices = {choice.value: choice.label for choice in proposal.choices}
    options = {value: str(said) for value, said in proposal.options}
    yield name, (label, name, choices | options)
    yield f"{name}-name", (f"{label}, {proposal.detail or 'name'}", name, {})
    for detail in proposal.details:
        options = {value: str(said) for value, said in detail.options}
        yield detail.name, (f"{label}, {detail.label}", name, options)
    yield f"{name}-at", (f"{label}, the words it rests on", name, {})
    yield f"{name}-is", (f"{label}, answer", name, _ANSWERS)


def _of_piece(name: str) -> tuple[str, str, Mapping[str, str]]:
    found = _OF_PIECE.fullmatch(name)
    if not found:
        return "Paragraphs of their own" if name == "cut" else name, "passages", {}
    kind, number, what = found.groups()
    words = {"voice": _VOICES, "to": {OUT: "In no statement"}}.get(what, {})
    return f"{_PIECES[kind]} {number}, {_WHAT[what]}", f"piece-{kind}{number}", words


_PIECES = {"p": "Paragraph", "k": "Kept out, piece"} | dict.fromkeys("cr", "Words from character")
_WHAT = {"to": "belongs to", "voice": "whose words", "join": "joined to the one before"}
_WHAT |= {"sic": "printed so in the source", "note": "editor’s note"}
_VOICES = {value: str(label) for value, label in Passage.Voice.choices}


def _told(value: Any, words: Mapping[str, str]) -> str:
    values = value if isinstance(value, list) else [value or ""]
    told = ", ".join(words.get(str(one), str(one)) for one in values)
    return told[:_SHOWN] or "nothing"
