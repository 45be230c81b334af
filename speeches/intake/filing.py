"""
What an editor decided about an intake becomes records: a document, drafts, texts, evidence.

Parses nothing and guesses nothing: it takes the ``Desk`` as it stands, refuses with a sentence for
each thing that can't be filed, and otherwise calls the editorial verbs, all or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from speeches import editorial
from speeches.editorial import Point
from speeches.models import Attribution, Evidence, Intake, Speaker, Speech, Tag

from . import document_filed, drafting, noting, verdicts
from .decided import date_of, fact_of, is_somebody, name_of, words_of
from .desk import Desk
from .made_in_place import Maker
from .moments import read_moment
from .objections import points
from .paragraphs import OUT
from .people_proposed import PARTS
from .proposals import PRINTED
from .reading import Fact, Statement
from .statement_desk import StatementDesk

__all__ = ["discard", "file", "restore"]

_NOTE = "Filed from the document “{}”."
_MEANWHILE = "Somebody changed it at this moment. Look at what they changed, then file it again."
_AT_ONCE = "Somebody filed something of the same name at this moment. File it again."


def file(intake: Intake, *, by: Any) -> list[Speech]:
    """
    Make the drafts, and the document if it isn't held yet; the intake is *filed* afterwards.

    What is filed is what stood there when ``intake`` was read: a later change stands in the way.

    Raises RefusedError with all that stands in the way, PermissionDenied for those who may not.
    """
    try:
        return _file(intake, by)
    except IntegrityError as error:
        # The database keeps apart what two people file under one name at the same moment.
        raise editorial.RefusedError(Point(_AT_ONCE, "")) from error


@transaction.atomic
def _file(intake: Intake, by: Any) -> list[Speech]:
    seen = intake.version
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.state != Intake.State.OPEN:
        raise editorial.RefusedError(Point("Somebody has filed or discarded it already.", ""))
    if intake.version != seen:
        raise editorial.RefusedError(Point(_MEANWHILE, ""))
    desk = Desk(intake)
    if found := points(desk):
        raise editorial.RefusedError(*found)
    told = verdicts.told(desk)
    filing = _Filing(desk, by)
    speeches = filing.statements()
    intake.document = filing.document
    intake.state = Intake.State.FILED
    intake.changed_by, intake.changed_at = by, timezone.now()
    intake.save()
    intake.speeches.set(speeches)
    verdicts.keep(intake, told, filing.document.publisher)
    return speeches


def discard(intake: Intake, *, by: Any) -> None:
    """Put an open intake away; ``restore`` brings it back with all that was decided."""
    _move(intake, Intake.State.DISCARDED, (Intake.State.OPEN, Intake.State.REFUSED), by)


def restore(intake: Intake, *, by: Any) -> None:
    """Take a discarded intake up again."""
    was = Intake.State.REFUSED if intake.refusal else Intake.State.OPEN
    _move(intake, was, (Intake.State.DISCARDED,), by)


@transaction.atomic
def _move(intake: Intake, to: str, allowed: tuple[str, ...], by: Any) -> None:
    locked = Intake.objects.select_for_update().get(pk=intake.pk)
    if locked.state not in allowed:
        raise editorial.RefusedError(Point("It is not in a state in which this can be done.", ""))
    locked.state, locked.changed_by, locked.changed_at = to, by, timezone.now()
    locked.save(update_fields=["state", "changed_by", "changed_at"])


# -- making the records


class _Filing:
    """One run over one intake."""

    def __init__(self, desk: Desk, by: Any) -> None:
        self.desk, self.by = desk, by
        self.note = _NOTE.format(desk.document["title"].value)
        self.document = desk.known_document or document_filed.held(desk, by)
        self.reading = document_filed.reading_of(desk)
        self.maker = Maker(self.document, by=by, note=self.note)

    def statements(self) -> list[Speech]:
        """Each statement that is not left out, filed as the editor said."""
        return [
            self._statement(statement)
            for statement in self.desk.statements
            if statement.filed_as != OUT
        ]

    def _statement(self, desk: StatementDesk) -> Speech:
        read = self._decided(desk)
        kind, _, pid = desk.filed_as.partition(":")
        known = Speech.objects.filter(pid=pid).first() if kind == "text" else None
        if kind == "text" and known is None:
            raise editorial.RefusedError(
                Point("The statement that it was to be added to is gone.", f"{desk.prefix}-as")
            )
        speech = known or self._speech(desk)
        draft = self._draft(desk, read, speech)
        if known is not None:
            return editorial.add_source(draft, by=self.by, note=self.note)
        speaker = self.maker.speaker(desk.proposals["speaker"])
        draft.attributions = list(self._attributions(desk, speaker, read))
        return editorial.bring_in(draft, by=self.by, note=self.note)

    def _speech(self, desk: StatementDesk) -> Speech:
        said = desk.proposals
        occasion = self.maker.occasion(said["occasion"])
        return Speech(
            title=said["title"].value[:300],
            kind=said["kind"].value,
            mode=said["mode"].value,
            delivered=date_of(said["delivered"]),
            released_on=date_of(said["released"]),
            embargo_until=read_moment(said["embargo"].value) if said["embargo"].value else None,
            occasion=occasion,
            event=self.maker.event(said["event"], occasion),
        )

    def _draft(self, desk: StatementDesk, read: Statement, speech: Speech) -> editorial.Draft:
        text = drafting.text_of(read, speech, self.document)
        evidence = [*self._evidence(desk, read, speech)]
        # A name may be typed twice, in capitals too: the tag is the same.
        tags = list(dict.fromkeys([*desk.tags(), *self._new_tags(desk)]))
        for tag in tags:
            found = drafting.tag_evidence(tag, tag.labels.all(), read, speech, self.document)
            evidence += [found] if found else []
        passages = list(drafting.passages_of(read, text))
        return editorial.Draft(
            speech=speech,
            text=text,
            passages=passages,
            notes=noting.notes_of(desk, passages),
            evidence=evidence,
            tags=tags,
        )

    def _new_tags(self, desk: StatementDesk) -> list[Tag]:
        """The names that no tag had when the page was read; two statements may name the same."""
        made = []
        for name in desk.more_tags.unknown:
            known = Tag.objects.labelled(name).first()
            made.append(known or editorial.add_record(Tag(name=name), by=self.by, note=self.note))
        return made

    def _decided(self, desk: StatementDesk) -> Statement:
        """The statement as read, less what was refused, with what was changed."""
        said, read = desk.proposals, desk.read
        at, marked = said["event"], said["occasion"]
        event = words_of(at, self.reading) if is_somebody(at.answer) else None
        marks = is_somebody(marked.answer)
        spoken, office = said["speaker"].answer, said["capacity"].answer
        return replace(
            read,
            passages=tuple(desk.passages),
            speaker=name_of(said["speaker"], self.reading) if is_somebody(spoken) else None,
            capacity=words_of(said["capacity"], self.reading) if is_somebody(office) else None,
            **{
                role: name_of(said[role], self.reading) if is_somebody(said[role].answer) else None
                for role, _label in PARTS
            },
            kind=fact_of(said["kind"], self.reading),
            mode=fact_of(said["mode"], self.reading),
            delivered=fact_of(said["delivered"], self.reading),
            event=event,
            place=read.place if event else None,
            organizers=read.organizers if event else (),
            occasion=words_of(marked, self.reading) if marks else None,
            occasion_names=read.occasion_names if marks and not marked.is_changed else (),
            text_status=fact_of(said["status"], self.reading),
            coverage=said["coverage"].value,
        )

    def _evidence(self, desk: StatementDesk, read: Statement, speech: Speech) -> Iterator[Evidence]:
        """As ``drafting`` has it; where the editor knew better than the paper, it says so."""
        said = desk.proposals
        # A title that an editor gave the document stands nowhere in it.
        title = self.reading.title if self.reading.title and self.reading.title.end else None
        yield Evidence(
            speech=speech,
            fact="title",
            value=speech.title,
            document=self.document,
            start=title.start if title else None,
            end=title.end if title else None,
            basis=Evidence.Basis.EDITOR,
            note="Ours; the document prints a title of its own." if title else "Ours.",
        )
        reading = replace(
            self.reading,
            published=fact_of(said["released"], self.reading),
            embargo=fact_of(said["embargo"], self.reading),
        )
        names = {"text_status": "status", "released_on": "released", "embargo_until": "embargo"}
        for row in drafting.evidence_of(reading, read, speech, self.document):
            proposal = said.get(names.get(row.fact, row.fact))
            if row.end == 0:
                was = proposal.proposed if proposal else ""
                row.start = row.end = None
                row.basis = Evidence.Basis.EDITOR
                row.note = f"Changed by an editor; the reader proposed “{was}”."
                if not was:
                    row.note = "Entered by an editor; the reader found none."
            yield row

    def _attributions(
        self, desk: StatementDesk, speaker: Speaker | None, read: Statement
    ) -> Iterator[Attribution]:
        """Who spoke, in which capacity; then the others who had a part, in their order."""
        said = desk.proposals
        printed = said["printed"].value
        if not printed and said["speaker"].answer == PRINTED:
            printed = said["speaker"].typed.strip()
        if speaker or printed:
            tenure = self.maker.capacity(said["capacity"], speaker) if speaker else None
            yield Attribution(speaker=speaker, tenure=tenure, printed_as=printed[:300])
        for role, _label in PARTS:
            fact: Fact | None = getattr(read, role)
            if fact is not None:
                known = self.maker.speaker(said[role])
                yield Attribution(role=role, speaker=known, printed_as=fact.value[:300])
