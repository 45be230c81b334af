"""Who spoke, in which capacity, and who else had a part in a statement: as proposals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from speeches.dates import PartialDate
from speeches.models import Attribution, Office, Speaker

from . import candidates, naming
from .candidates import Candidate
from .proposals import LOOK_FOR, NEW, NONE, PRINTED, UNDECIDED, Choice, Detail, Proposal, Sheet
from .reading import Fact, Statement

__all__ = ["PARTS", "People"]

PARTS = (
    (Attribution.Role.DELIVERED_BY.value, "Delivered by"),
    (Attribution.Role.ON_BEHALF_OF.value, "On behalf of"),
    (Attribution.Role.SPOKESPERSON.value, "Spokesperson"),
    (Attribution.Role.ADDRESSEE.value, "Addressed to"),
)
"""The parts that others may have in a statement, each a field of its desk."""
_PERSON, _BODY = Speaker.Kind.PERSON.value, Speaker.Kind.BODY.value


class People:
    """The people of one statement: who may be meant, and who would be new."""

    def __init__(self, sheet: Sheet, prefix: str, read: Statement, day: PartialDate | None) -> None:
        self.sheet, self.prefix, self.read, self.day = sheet, prefix, read, day

    # -- the speaker

    @cached_property
    def likely(self) -> list[Candidate]:
        """Who may have spoken, by the name and the office that are printed."""
        fact = self.read.speaker
        name = self.sheet.decided(f"{self.prefix}-speaker-name", fact.value if fact else "")
        office = self.read.capacity.value if self.read.capacity else ""
        return candidates.speakers(name, office, self.day) if name or office else []

    def speaker(self) -> Proposal:
        """Who spoke."""
        return self._somebody("speaker", "Speaker", self.read.speaker, self.likely, _PERSON)

    def _somebody(
        self, name: str, label: str, fact: Fact | None, found: list[Candidate], kind: str
    ) -> Proposal:
        more = [
            Choice(NEW, "A new speaker of this name"),
            Choice(PRINTED, "No record: the name as printed only"),
            Choice(NONE, "Nobody is named"),
        ]
        proposal = self.sheet.choice(f"{self.prefix}-{name}", label, fact, found, more, LOOK_FOR)
        proposal.details = list(self._new_speaker(proposal, kind))
        return proposal

    def _new_speaker(self, proposal: Proposal, kind: str) -> Iterator[Detail]:
        name, sheet = proposal.name, self.sheet
        typed = proposal.typed.strip()
        yield sheet.detail(f"{name}-record", "Name of the new speaker", naming.written(typed))
        yield sheet.detail(
            f"{name}-sort",
            "How lists sort it",
            typed if kind == _BODY else naming.sort_name(typed),
            help="Family name first: “Mohammed, Amina”, but “Ban Ki-moon”.",
        )
        yield sheet.detail(f"{name}-kind", "Kind", kind, options=Speaker.Kind.choices)

    # -- the capacity

    def capacity(self, speaker: Proposal) -> Proposal:
        """In which office they spoke: held that day, else one that this document shows."""
        fact = self.read.capacity
        name = f"{self.prefix}-capacity"
        title = self.sheet.decided(f"{name}-name", fact.value if fact else "")
        found = [
            candidate
            for person in self._meant(speaker)
            for candidate in candidates.capacities(person, title, self.day)
        ]
        if not self._is_settled(speaker):
            found = [candidates.doubted(c, "Say first who spoke.") for c in found]
        held = {candidate.record.office_id for candidate in found}
        more = [
            *(_shown_here(office) for office in candidates.offices(title) if office.pk not in held),
            Choice(NEW, "Shown by this document: a new office of this title"),
            Choice(NONE, "Not known"),
        ]
        label, detail = "In which capacity", "Look for this title"
        proposal = self.sheet.choice(name, label, fact, found, more, detail)
        post, body = naming.office_parts(title)
        proposal.details = [
            self.sheet.detail(f"{name}-title", "Title of the new office", post),
            self.sheet.detail(
                f"{name}-body",
                "Its organization",
                body,
                help="Say which: the archive has no office without one. New if we hold none such.",
            ),
        ]
        return proposal

    def _is_settled(self, speaker: Proposal) -> bool:
        """Whether it is sure who spoke, so that an office of theirs can be sure too."""
        if speaker.answer != UNDECIDED:
            return True
        return candidates.certain(self.likely) is not None

    def _meant(self, speaker: Proposal) -> list[Speaker]:
        """Whose offices are offered: the chosen one's, the certain one's, or all that may be."""
        if speaker.picked:
            return list(Speaker.objects.filter(pk=speaker.picked))
        if speaker.answer != UNDECIDED:
            return []
        sure = candidates.certain(self.likely)
        return [sure] if isinstance(sure, Speaker) else [c.record for c in self.likely[:3]]

    # -- the others

    def parts(self) -> Iterator[Proposal]:
        """Those who delivered it, stood behind it, spoke for somebody, or were spoken to."""
        for role, label in PARTS:
            fact: Fact | None = getattr(self.read, role)
            name = self.sheet.decided(f"{self.prefix}-{role}-name", fact.value if fact else "")
            bare, _, office = name.partition(",")
            found = candidates.speakers(bare, office.strip(), self.day) if name.strip() else []
            kind = _BODY if role == Attribution.Role.ON_BEHALF_OF else _PERSON
            yield self._somebody(role, label, fact, found, kind)


def _shown_here(office: Office) -> Choice:
    reason = "The archive has this office; that they held it would rest on this document."
    return Choice(f"office:{office.pk}", f"Shown by this document: {office}", reason)
