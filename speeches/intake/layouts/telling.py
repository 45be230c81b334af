"""Whose words each paragraph of a story reports, and who says what in quotation marks."""

from __future__ import annotations

import re
from dataclasses import replace

from speeches import quotation_marks
from speeches.intake import mentions, patterns, quoting, verbs
from speeches.intake.alternatives import in_any_case
from speeches.intake.mentions import Mention
from speeches.intake.page import passage
from speeches.intake.reading import Quotation, ReadPassage, Voice

from .acquainted import Acquainted, is_same
from .reported import Paragraph, Reported, Speaking

_CLOSERS = '”"»」』“'
_CALLED = in_any_case(
    r"(?:en|in)?titled|titles?|themes?|slogan|motto|called|named|known as|denominad[oa]s?"
    r"|titulad[oa]s?|lema|tema|llamad[oa]s?|intitulée?s?|thèmes?|baptisée?s?"
)
_NAMED = re.compile(rf"(?<!\w)(?:{_CALLED}|{in_any_case(patterns.GATHERING)})(?: \w+)?[\s:,]*$")
"""What is said to have the name that stands in quotation marks."""
_GOES_ON = re.compile(r"[\s,]*(?=[a-zà-ÿ])|\s*[,–—-]")
_TOLD_BEHIND = re.compile(r"\s*[(–—-]")
"""What follows a quotation whose sentence goes on, and one that tells behind it who spoke."""
_SHORTEST = 2
_IN_WORD = r"(?![\u4e00-\u9fff])\w"
"""A letter of a word that is set off by spaces."""
_LONGEST_READ = 4000
"""Letters of a paragraph in which people are looked for: no paragraph of a story is longer."""
_MOST_PEOPLE = 100
_MOST_QUOTATIONS = 60


class Telling:
    """The paragraphs dealt out to the people whose words they report, in order of appearance."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.speakings: list[Speaking] = []
        self.quotations: list[Quotation] = []
        self._current: Speaking | None = None
        self._unsaid: list[int] = []
        self._open = False
        self._recent: tuple[Mention, Paragraph] | None = None
        self._pending: tuple[Mention, Paragraph] | None = None
        self._acquainted = Acquainted()
        waiting: list[ReadPassage] = []
        leading: list[Paragraph] = []
        for paragraph in paragraphs:
            speaker = None if paragraph.block.is_heading else self._speaker_of(paragraph)
            if speaker is None:
                waiting.append(passage(paragraph.block, Voice.NARRATION))
                leading.append(paragraph)
                continue
            voice = Voice.VERBATIM if paragraph.is_quotation else Voice.PARAPHRASE
            speaker.passages += [*waiting, passage(paragraph.block, voice, speaker.name)]
            speaker.telling += leading
            speaker.reporting.append(paragraph)
            waiting, leading = [], []
        if self.speakings:
            self.speakings[
                -1 if self._current is None else self.speakings.index(self._current)
            ].passages += waiting
        self._give_to_the_only_one()

    def _give_to_the_only_one(self) -> None:
        """Where one person alone is named, what nobody is told to have said is theirs."""
        named = [speaking for speaking in self.speakings if speaking.name]
        if len(named) == 1:
            self.quotations = [
                said if said.speaker else replace(said, speaker=named[0].name)
                for said in self.quotations
            ]

    def _speaker_of(self, paragraph: Paragraph) -> Speaking | None:
        """Whose words a paragraph reports first; None where the story speaks for itself."""
        held = mentions.find(paragraph.told[:_LONGEST_READ])
        before = self._current
        self._acquainted.meet(held, paragraph)
        self._name_pending(held, paragraph)
        said = self._quotations(paragraph, held)
        reported = self._reported(paragraph, held)
        if said is None and reported is None:
            named = [mention for mention in held if mention.name]
            self._recent = (named[-1], paragraph) if named else self._recent
        else:
            self._recent = None
        if paragraph.is_quotation:
            return said or before
        if said is not None or reported is not None:
            return reported if said is None else said
        return None

    def _name_pending(self, held: list[Mention], paragraph: Paragraph) -> None:
        """Who was told by office alone is named now, with the same office."""
        for mention in held:
            office = mention.office.casefold() if mention.name else ""
            if self._pending and Reported.head_of(self._pending[0].office) in office:
                self._current = self._known(mention, paragraph)

    def _reported(self, paragraph: Paragraph, held: list[Mention]) -> Speaking | None:
        """Who is said to have said something, in the order of the sentences."""
        told, first = paragraph.told, None
        start = 0
        while start < min(len(told), _LONGEST_READ):
            end = quoting.sentence_around(told, start, start + 1)[1]
            end = max(end, start + 1)
            mention, says = quoting.speaker_in(told, start, end, held)
            found = self._known(mention, paragraph) if mention else None
            if found is None and says and quoting.refers_back(told, start, end):
                found = self._current
            if found is None and says and mention is None:
                found = self._named_again(told[start:end])
            if found is not None:
                first = first or found
                self._current = found
            start = end
        return first

    def _named_again(self, told: str) -> Speaking | None:
        for speaking in self.speakings:
            if speaking.name and re.search(
                rf"(?<!{_IN_WORD}){re.escape(speaking.family_name)}(?!{_IN_WORD})", told
            ):
                return speaking
        return None

    def _quotations(self, paragraph: Paragraph, held: list[Mention]) -> Speaking | None:
        """Take the quotations of a paragraph; returns who said the first of them."""
        text, told = paragraph.block.text, paragraph.told
        marks = paragraph.quotations
        first: Speaking | None = None
        previous: quotation_marks.Quotation | None = None
        for number, mark in enumerate(marks):
            inner = text[mark.inner_start : mark.inner_end]
            if mark.start > _LONGEST_READ or number > _MOST_QUOTATIONS:
                self._add(paragraph, mark, inner, self._current)
                continue
            if previous and self._goes_on(text, previous, mark):
                self._extend(paragraph, mark, inner)
                previous = mark
                continue
            who, says = self._attributed(told, mark, held, paragraph)
            if (
                _NAMED.search(told, max(0, mark.start - 60), mark.start)
                or _is_fragment(inner)
                or len(inner) < _SHORTEST
                or (quoting.is_name(inner) and not says)
                or (len(inner.split()) < 4 and who is None and not says)
            ):
                continue
            if who is None and (
                says or paragraph.is_quotation or previous is not None or len(inner.split()) > 5
            ):
                who = self._current
            if self._open and mark.start == 0 and previous is None and self.quotations:
                self._extend(paragraph, mark, inner)
                who = who or self._current
            else:
                self._add(paragraph, mark, inner, who)
            previous = mark
            if who is not None:
                first = first or who
                self._current = who
        if marks:
            self._open = text[marks[-1].end - 1] not in _CLOSERS
        return first

    def _attributed(
        self, told: str, mark: quotation_marks.Quotation, held: list[Mention], paragraph: Paragraph
    ) -> tuple[Speaking | None, bool]:
        """Who said the words between two marks; whether the sentence says that anyone did."""
        start, end = quoting.sentence_around(told, mark.start, mark.end)
        inner = paragraph.block.text[mark.inner_start : mark.inner_end]
        closed = inner.endswith((".", "!", "?", "…")) and not _GOES_ON.match(told, mark.end)
        parts = [(start, mark.start)] if closed else [(mark.end, end), (start, mark.start)]
        if closed and not verbs.VERB.search(told, start, mark.start):
            parts.append(
                (mark.end, mark.end + 40)
                if _TOLD_BEHIND.match(told, mark.end)
                else (start, mark.start)
            )
        said = False
        for first, last in parts:
            mention, says = quoting.speaker_in(told, first, last, held, verbs.WIDE_VERB)
            if mention is not None:
                found = self._known(mention, paragraph)
                if found is not None:
                    return found, True
            if says:
                said = True
                again = self._named_again(told[first:last])
                if again is not None:
                    return again, True
                if quoting.refers_back(told, first, last):
                    return self._before(told, first, held, paragraph), True
        return (self._before(told, mark.start, held, paragraph), said)

    def _before(
        self, told: str, place: int, held: list[Mention], paragraph: Paragraph
    ) -> Speaking | None:
        """Who was named last before a place of this paragraph; else who spoke last."""
        sentence = quoting.sentence_around(told, place, place)[0]
        for mention in reversed([one for one in held if one.end <= place]):
            says = verbs.WIDE_VERB.search(told, mention.end, min(len(told), mention.end + 60))
            says = says or verbs.VERB.search(told, max(0, mention.start - 20), mention.start)
            found = self._known(mention, paragraph, new=bool(says) or mention.start >= sentence)
            if found is not None:
                return found
        if self._recent is not None:
            return self._known(*self._recent)
        return self._current

    @staticmethod
    def _goes_on(
        text: str, previous: quotation_marks.Quotation, mark: quotation_marks.Quotation
    ) -> bool:
        """Whether a quotation is the rest of the sentence that the one before it began."""
        between = text[previous.end : mark.start]
        inner = text[mark.inner_start : mark.inner_end]
        began = text[previous.inner_start : previous.inner_end]
        interrupted = began.endswith((",", "–", "—")) or between.lstrip().startswith(",")
        return (
            interrupted
            and inner[:1].islower()
            and not re.search(r"[.!?]", between)
            and bool(verbs.VERB.search(between))
        )

    def _add(
        self,
        paragraph: Paragraph,
        mark: quotation_marks.Quotation,
        inner: str,
        who: Speaking | None,
    ) -> None:
        start, end = paragraph.block.words.span(mark.inner_start, mark.inner_end)
        self.quotations.append(Quotation(inner, start, end, who.name if who else ""))
        if who is None:
            self._unsaid.append(len(self.quotations) - 1)

    def _extend(self, paragraph: Paragraph, mark: quotation_marks.Quotation, inner: str) -> None:
        last = self.quotations[-1]
        end = paragraph.block.words.span(mark.inner_start, mark.inner_end)[1]
        self.quotations[-1] = replace(last, text=f"{last.text} {inner}", end=end)

    def _unnamed(self, held: Mention, paragraph: Paragraph, other: Mention) -> None:
        """Somebody quoted by office alone, and never named: another person is named now."""
        if Reported.head_of(held.office) in other.office.casefold():
            return
        self.speakings.append(Speaking(held, paragraph))
        self._unsaid.clear()
        self._pending = None

    @staticmethod
    def _fill(speaking: Speaking, mention: Mention, paragraph: Paragraph) -> None:
        """A later mention may tell the office in full, or the name."""
        held = speaking.person.office.casefold()
        longer = mention.office.casefold().startswith(held) and len(mention.office) > len(held)
        if mention.name and mention.office and mention.office_span and longer:
            person = speaking.person
            speaking.person = replace(
                person, office=mention.office, office_span=mention.office_span
            )
            speaking.office_in = paragraph

    def _known(
        self, mention: Mention, paragraph: Paragraph, *, new: bool = True
    ) -> Speaking | None:
        """The statement of a person: the one that has begun, or a new one."""
        for speaking in self.speakings:
            if is_same(speaking, mention):
                self._fill(speaking, mention, paragraph)
                return speaking
        if not mention.name:
            if new and mention.office and not self.speakings:
                self._pending = self._pending or (mention, paragraph)
            return None
        if not new or len(self.speakings) >= _MOST_PEOPLE:
            return None
        if self._pending and mention.office and self._unsaid:
            self._unnamed(*self._pending, mention)
        speaking = self._acquainted.speaking(mention, paragraph)
        if self._pending and not speaking.person.office:
            office, told_in = self._pending
            speaking.person = replace(mention, office=office.office, office_span=office.office_span)
            speaking.office_in = told_in
        self._pending = None
        self.speakings.append(speaking)
        for number in self._unsaid:
            self.quotations[number] = replace(self.quotations[number], speaker=speaking.name)
        self._unsaid.clear()
        return speaking


def _is_fragment(inner: str) -> bool:
    """A few words of somebody's, no sentence: doubted rather than said."""
    return len(inner.split()) < 6 and inner[:1].islower()
