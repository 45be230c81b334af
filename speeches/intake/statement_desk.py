"""One statement of an intake: what is proposed for it, and who else has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from speeches import markup
from speeches.dates import NotADate, PartialDate
from speeches.editorial import TagList, resolve_tags
from speeches.models import Event, Speaker, SpeechText, Tag

from . import candidates, duplicates, moments, topics
from .decided import read_date
from .events_proposed import Events
from .people_proposed import PARTS, People
from .proposals import KINDS, MODES, STATUSES, YES, Proposal, key_of
from .reading import Fact, ReadPassage, Statement, Voice

if TYPE_CHECKING:
    from .desk import Desk
    from .paragraphs import Paragraph


_GROUPS = (
    ("Who", ("speaker", "printed", "capacity", *(role for role, _label in PARTS))),
    ("When", ("delivered", "released", "embargo")),
    ("Where, and what for", ("event", "occasion")),
    ("What it is", ("kind", "mode", "status", "coverage", "title")),
)
_TOLD = (SpeechText.Status.REPORTED, SpeechText.Status.SUMMARY)
"""What a text is that only tells of the words."""
_ALWAYS = ("speaker", "capacity", "delivered", "event", "occasion")
"""Never put aside: that one of these is not known should be seen."""


class StatementDesk:
    """One statement of the document: what is proposed for it, and who else has it."""

    def __init__(self, desk: Desk, number: int, read: Statement) -> None:
        self.desk, self.number, self.read = desk, number, read
        self.sheet, self.prefix = desk.sheet, f"s{number}"

    @property
    def is_added(self) -> bool:
        return self.number > len(self.desk.reading.statements)

    @property
    def filed_as(self) -> str:
        """“draft”, “out”, “text:” with the id of a statement, or empty: not decided."""
        otherwise = "" if self.twins else "draft"
        return self.sheet.decided(f"{self.prefix}-as", otherwise)

    @property
    def passages(self) -> list[ReadPassage]:
        """Its paragraphs as the editor has put, joined and voiced them."""
        return [read for read, _pieces in self.gathered]

    @cached_property
    def gathered(self) -> list[tuple[ReadPassage, list[Paragraph]]]:
        """Its paragraphs, each with the pieces of the document that it is joined of."""
        found: list[ReadPassage] = []
        pieces: list[list[Paragraph]] = []
        for paragraph in self.desk.paragraphs:
            if paragraph.to != str(self.number):
                continue
            read = paragraph.read
            if paragraph.is_joined and found:
                last = found.pop()
                source = f"{last.source} {read.source}"
                voice, heading = last.voice, last.is_heading
                read = ReadPassage(source, last.start, read.end, voice, last.speaker, heading)
                pieces[-1].append(paragraph)
            else:
                read = _voiced(read, paragraph.voice)
                pieces.append([paragraph])
            found.append(read)
        return list(zip(found, pieces, strict=True))

    @cached_property
    def words(self) -> str:
        return markup.plain("\n\n".join(passage.source for passage in self.passages))

    # -- what is proposed

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        """By name of the fact, in the order of the page."""
        found = self._proposals()
        return {item.name.removeprefix(f"{self.prefix}-"): item for item in found}

    @property
    def groups(self) -> list[tuple[str, list[Proposal]]]:
        """What the document says, under the headings of the page."""
        found = [
            (heading, [self.proposals[name] for name in names if not self.is_aside(name)])
            for heading, names in _GROUPS
        ]
        return [(heading, items) for heading, items in found if items]

    @property
    def silent(self) -> list[Proposal]:
        """What the document does not say: named together, and open to be entered."""
        return [item for name, item in self.proposals.items() if self.is_aside(name)]

    def is_aside(self, name: str) -> bool:
        """Whether a proposal waits among those of which nothing is known."""
        return name not in _ALWAYS and self.proposals[name].is_silent

    def _proposals(self) -> Iterator[Proposal]:
        speaker = self.people.speaker()
        yield speaker
        yield self._fact("printed", "Printed as", self.read.printed_as)
        yield self.people.capacity(speaker)
        yield from self.people.parts()
        yield self._fact("delivered", "Date", self.read.delivered)
        yield self._fact("released", "Released on", self._released())
        held = self.desk.reading.embargo
        until = moments.in_words(held)
        yield self._fact("embargo", "Embargo until", held, proposed=until)
        yield self.events.event()
        yield self.events.occasion()
        yield self._fact("kind", "Kind", self.read.kind, options=KINDS)
        yield self._fact("mode", "Spoken or written", self.read.mode, options=MODES)
        status = self.read.text_status
        yield self.sheet.given(
            self._name("status"),
            "Kind of text",
            status.value if status else "",
            fact=status,
            options=STATUSES,
        )
        yield self.sheet.given(
            self._name("coverage"),
            "How much of it",
            self.read.coverage,
            options=SpeechText.Coverage.choices,
            is_ours=True,
        )
        yield self.sheet.given(self._name("title"), "Our title", self._title(), is_ours=True)

    def _name(self, fact: str) -> str:
        return f"{self.prefix}-{fact}"

    def _fact(self, name: str, label: str, fact: Fact | None, **more: Any) -> Proposal:
        return self.sheet.fact(self._name(name), label, fact, **more)

    def _released(self) -> Fact | None:
        """A text given out alone has the day of its paper; a story's day is the story's."""
        alone = len(self.desk.reading.statements) == 1 and self.read.coverage == "full"
        return self.desk.reading.published if alone else None

    @cached_property
    def day(self) -> PartialDate | None:
        """The date as typed so far, else as proposed: offices are looked for on it."""
        typed = self.sheet.decided(self._name("delivered"))
        try:
            return read_date(typed) if typed else self._proposed_day
        except NotADate:
            return self._proposed_day

    @property
    def _proposed_day(self) -> PartialDate | None:
        return self.read.delivered.date if self.read.delivered else None

    @cached_property
    def people(self) -> People:
        return People(self.sheet, self.prefix, self.read, self.day)

    @cached_property
    def events(self) -> Events:
        return Events(self.sheet, self.prefix, self.read, self.day)

    @cached_property
    def speaker(self) -> Speaker | None:
        """The one chosen; while none is, the one who is surely meant."""
        proposal = self.proposals["speaker"]
        if proposal.answer:
            return Speaker.objects.filter(pk=proposal.picked).first() if proposal.picked else None
        sure = candidates.certain(self.people.likely)
        return sure if isinstance(sure, Speaker) else None

    def _title(self) -> str:
        """A descriptive title of ours, of what is known: kind, occasion or event, year."""
        kind = dict(KINDS).get(self.read.kind.value if self.read.kind else "", "")
        event = self.read.event if not self.read.occasion else None
        on = self.read.occasion or None
        year = str(self.day.year) if self.day and self.day.year else ""
        series = self.events.marked[0]
        if on is not None:
            about = f" on the {series or on.value}"
        else:
            about = f" at the {event.value}" if event else ""
        who = "" if about or not self.read.speaker else f" by {self.read.speaker.value}"
        return ", ".join(filter(None, [f"{kind or 'Statement'}{about}{who}"[:280], year]))

    # -- tags

    @cached_property
    def topics(self) -> list[tuple[topics.Topic, bool]]:
        """Tags that its words name, each with whether the editor took it."""
        taken = self.taken_tags
        return [(topic, topic.tag.pk in taken) for topic in topics.named_in(self.words)]

    @property
    def taken_tags(self) -> set[int]:
        held = self.sheet.decisions.get(f"{self.prefix}-tag", [])
        keys = map(key_of, map(str, held if isinstance(held, list) else ()))
        return {key for key in keys if key is not None}

    @property
    def typed_tags(self) -> str:
        """Names of more tags, as the editor typed them."""
        return self.sheet.decided(f"{self.prefix}-tags")

    @cached_property
    def more_tags(self) -> TagList:
        """The tags that the typed names mean, and the names that no tag has."""
        return TagList() if self.fault_of_tags else resolve_tags(self.typed_tags)

    @cached_property
    def fault_of_tags(self) -> str:
        """Why the typed names can't be read, in words; empty where they can."""
        try:
            resolve_tags(self.typed_tags)
        except ValidationError as error:
            return str(error.messages[0])
        return ""

    @property
    def may_name_tags(self) -> bool:
        """Whether the editor said that names which no tag has become new tags."""
        return self.sheet.decided(f"{self.prefix}-tags-create") == YES

    def tags(self) -> Sequence[Tag]:
        """The tags of the archive that it gets: those taken, and those typed."""
        wanted = self.taken_tags | {tag.pk for tag in self.more_tags.tags}
        return list(Tag.objects.filter(pk__in=wanted).prefetch_related("labels"))

    # -- who else has it

    @cached_property
    def twins(self) -> list[duplicates.Twin]:
        """Statements of the archive that may be this one; each once."""
        marked = candidates.certain(self.events.marked[1])
        event = self.proposals["event"].picked
        events: list[Event | None] = [marked if isinstance(marked, Event) else None]
        events += Event.objects.filter(pk=event) if event else []
        found = [
            *duplicates.of_words(self.words),
            *duplicates.of_statement(self.speaker, self.day, events),
        ]
        first: dict[Any, duplicates.Twin] = {}
        for twin in found:
            first.setdefault(twin.record.pk, twin)
        return list(first.values())

    @cached_property
    def offers(self) -> list[tuple[duplicates.Twin, str]]:
        """The twins, each with what this document would be to that statement."""
        fuller = set()
        if self.proposals["status"].value not in _TOLD:
            texts = SpeechText.objects.filter(speech__in=[twin.record.pk for twin in self.twins])
            held = texts.held().values_list("speech", "status")
            whole = {speech for speech, status in held if status not in _TOLD}
            fuller = {twin.record.pk for twin in self.twins} - whole
        return [
            (twin, "As the full text of" if twin.record.pk in fuller else "As another source of")
            for twin in self.twins
        ]


def _voiced(passage: ReadPassage, voice: str) -> ReadPassage:
    chosen = Voice(voice) if voice in list(Voice) else passage.voice
    return ReadPassage(
        passage.source, passage.start, passage.end, chosen, passage.speaker, passage.is_heading
    )
