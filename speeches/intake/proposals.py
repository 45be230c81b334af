"""
What an intake proposes, field by field, with what the editor has decided so far.

Three manners of field: a *fact* is accepted, changed or refused as a value (its answer stands
beside it); a *choice* is one of several records, with the reason for each; a *given* has to be
said and is prefilled. Everything typed is kept as it was typed, under the field's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation

from speeches import languages
from speeches.models import Document, Speech, SpeechText

from .candidates import Candidate
from .reading import Confidence, Fact

__all__ = [
    *("KINDS", "LANGUAGES", "MODES", "PAPERS", "STATUSES"),
    *("Choice", "Detail", "Proposal", "key_of"),
]

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
NONE, NEW, PRINTED, UNDECIDED = "none", "new", "printed", ""
YES, NO = "yes", "no"
LOOK_FOR = "Look for this name"
DATES = ("published", "delivered", "released")
"""The facts that are dates."""

KINDS = (("", "–"), *Speech.Kind.choices)
MODES = (("", "–"), *Speech.Mode.choices)
STATUSES = (("", "–"), *SpeechText.Status.choices)
PAPERS = Document.Kind.choices
LANGUAGES = languages.CHOICES

_SURE = {
    Confidence.CERTAIN: "certain",
    Confidence.LIKELY: "likely",
    Confidence.DOUBTFUL: "doubtful",
}
_BASES = {"printed": "printed", "derived": "follows from", "inferred": "inferred from"}


def key_of(sent: str) -> int | None:
    """The key of a record as a field sends it; None for what no database has as a key."""
    return int(sent) if sent.isdecimal() and len(sent) < 19 else None


@dataclass(frozen=True)
class Choice:
    """One answer to a choice."""

    value: str
    label: str
    reason: str = ""
    confidence: Confidence | None = None

    @property
    def sure(self) -> str:
        return _SURE[self.confidence] if self.confidence else ""


@dataclass(frozen=True)
class Detail:
    """A field of a record that would be made in place: shown and filed only with that answer."""

    name: str
    label: str
    typed: str
    guess: str
    """What it was filled with. While it is sent back so, it follows the words it was made of."""
    options: Sequence[tuple[str, str]] = ()
    lines: bool = False
    help: str = ""


@dataclass
class Proposal:
    """One field: what the document says, where it says so, and what the editor made of it."""

    name: str
    label: str
    manner: str
    fact: Fact | None = None
    proposed: str = ""
    typed: str = ""
    answer: str = UNDECIDED
    options: Sequence[tuple[str, str]] = ()
    choices: list[Choice] = field(default_factory=list)
    detail: str = ""
    """For a choice: what its text box is called; empty where it has none."""
    words: str = ""
    help: str = ""
    lines: bool = False
    own: tuple[int, int] | None = None
    """The words of the document that the editor selected for it."""
    details: list[Detail] = field(default_factory=list)
    """What a new record would be made of."""
    is_ours: bool = False
    """Whether it is said by us and rests on no words of the document."""

    @property
    def start(self) -> int | None:
        """Where the words stand that it rests on: the editor's, else those of the reader."""
        if self.own:
            return self.own[0]
        return self.fact.start if self.fact else None

    @property
    def span(self) -> tuple[int, int] | None:
        return self.own or ((self.fact.start, self.fact.end) if self.fact else None)

    @property
    def at(self) -> str:
        """The editor's span, as its field sends it."""
        return f"{self.own[0]}-{self.own[1]}" if self.own else ""

    @property
    def value(self) -> str:
        """What is filed: empty where it was refused or not decided."""
        if self.manner == "fact" and self.answer != YES:
            return ""
        return self.typed.strip()

    @property
    def is_changed(self) -> bool:
        return self.typed.strip() != self.proposed.strip()

    @property
    def is_open(self) -> bool:
        """Whether an answer is still wanted: something is proposed, and none was given."""
        if self.manner == "given":
            return False
        return self.answer == UNDECIDED and self.is_stated

    @property
    def is_stated(self) -> bool:
        """Whether the document says something of it, or the archive has somebody to offer."""
        offered = any(choice.confidence or "office:" in choice.value for choice in self.choices)
        return bool(self.proposed or self.fact or offered)

    @property
    def is_silent(self) -> bool:
        """Whether nothing is known of it yet, and nothing was entered."""
        entered = self.typed.strip() or self.answer or self.own
        return self.manner != "given" and not (self.is_stated or entered)

    @property
    def is_certain(self) -> bool:
        return self.certain_answer != UNDECIDED

    @property
    def certain_answer(self) -> str:
        """What “accept all that is certain” answers; empty where nothing is."""
        if self.manner == "fact":
            sure = self.fact is not None and self.fact.confidence == Confidence.CERTAIN
            return YES if sure and self.proposed else UNDECIDED
        sure_ones = [c.value for c in self.choices if c.confidence == Confidence.CERTAIN]
        return sure_ones[0] if len(sure_ones) == 1 else UNDECIDED

    @property
    def sure(self) -> str:
        return _SURE[self.fact.confidence] if self.fact else ""

    @property
    def basis(self) -> str:
        return _BASES[self.fact.basis.value] if self.fact else ""

    @property
    def picked(self) -> int | None:
        """The key of the record that was chosen."""
        return self._key("id")

    @property
    def picked_office(self) -> int | None:
        """The key of the office that was chosen where nobody is recorded to have held it."""
        return self._key("office")

    def _key(self, wanted: str) -> int | None:
        kind, _, key = self.answer.partition(":")
        return key_of(key) if kind == wanted else None

    def said(self, detail: str) -> str:
        """What a field of the new record holds."""
        wanted = f"{self.name}-{detail}"
        return next((d.typed.strip() for d in self.details if d.name == wanted), "")


class Sheet:
    """Makes proposals with what was decided under their names."""

    def __init__(self, text: str, decisions: Mapping[str, Any]) -> None:
        self.text = text
        self.decisions = decisions

    def decided(self, name: str, otherwise: str = "") -> str:
        """What was entered in a field of this name, as it was typed."""
        found = self.decisions.get(name, otherwise)
        return found if isinstance(found, str) else otherwise

    def span_of(self, sent: Any) -> tuple[int, int] | None:
        """A span as a field sends it (“120-180”); None for anything else."""
        found = _SPAN.fullmatch(sent) if isinstance(sent, str) else None
        if not found:
            return None
        start, end = int(found[1]), int(found[2])
        return (start, end) if start < end <= len(self.text) else None

    def fact(self, name: str, label: str, fact: Fact | None, **more: Any) -> Proposal:
        """A value that can be accepted, changed or refused."""
        proposed = more.pop("proposed", None)
        proposed = in_words(fact) if proposed is None else proposed
        return Proposal(
            name=name,
            label=label,
            manner="fact",
            fact=fact,
            proposed=proposed,
            typed=self.decided(name, proposed),
            answer=self.decided(f"{name}-is"),
            **self._rests_on(name, fact),
            **more,
        )

    def given(self, name: str, label: str, proposed: str, **more: Any) -> Proposal:
        """A value that has to be there."""
        fact = more.pop("fact", None)
        typed = self.decided(name, proposed)
        rests_on = self._rests_on(name, fact)
        return Proposal(name, label, "given", fact, proposed, typed, **rests_on, **more)

    def choice(
        self,
        name: str,
        label: str,
        fact: Fact | None,
        found: Sequence[Candidate],
        more: Sequence[Choice] = (),
        detail: str = "",
        **others: Any,
    ) -> Proposal:
        """One of the records that may be meant, or what else ``more`` offers."""
        proposed = fact.value if fact else ""
        choices = [
            Choice(f"id:{c.record.pk}", str(c.record), c.reason, c.confidence) for c in found
        ]
        return Proposal(
            name=name,
            label=label,
            manner="choice",
            fact=fact,
            proposed=proposed,
            typed=self.decided(f"{name}-name", proposed),
            answer=self.decided(name),
            choices=[*choices, *more],
            detail=detail,
            **self._rests_on(name, fact),
            **others,
        )

    def detail(self, name: str, label: str, guess: str, **more: Any) -> Detail:
        """A field of a new record, filled with a guess until somebody writes something else."""
        typed = self.decided(name, guess)
        if typed == self.decided(f"{name}-was", guess):
            typed = guess
        return Detail(name, label, typed, guess, **more)

    def _rests_on(self, name: str, fact: Fact | None) -> dict[str, Any]:
        own = self.span_of(self.decided(f"{name}-at"))
        span = own or ((fact.start, fact.end) if fact else (0, 0))
        return {"own": own, "words": self.text[slice(*span)]}


def in_words(fact: Fact | None) -> str:
    """A fact's value as an editor types it: dates in words, the rest as it is."""
    if fact is None:
        return ""
    if fact.date is not None:
        with translation.override("en"):
            return str(fact.date)
    return fact.value
