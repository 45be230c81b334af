"""What editors say of a passage without changing it: “printed so in the source”, or a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from speeches import anchors, markup

if TYPE_CHECKING:
    from .text import Passage


class PassageNoteQuerySet(models.QuerySet["PassageNote"]):
    def in_order(self) -> PassageNoteQuerySet:
        """With their passages, as the texts have them; those without one come last."""
        ordered: PassageNoteQuerySet = self.select_related("passage").order_by(
            F("passage__text").asc(nulls_last=True), "passage__position", "start", "pk"
        )
        return ordered


class PassageNote(models.Model):
    """
    An annotation of a passage; the words of the source stay as they are.

    ``exact`` are the words that it is about, as they read without markup, and ``start`` says where
    they begin; both empty for a note on the passage as a whole. Edits move it with its words. One
    whose words, or whose passage, are gone is *loose*: kept for editors, shown to nobody else.
    """

    class Kind(models.TextChoices):
        SIC = "sic", "[sic]: printed so in the source"
        NOTE = "note", "Editor’s note"

    speech = models.ForeignKey("speeches.Speech", models.CASCADE, related_name="notes")
    passage = models.ForeignKey(
        "speeches.Passage", models.SET_NULL, null=True, blank=True, related_name="notes"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NOTE)
    exact = models.CharField("words", max_length=500, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    note = models.CharField(
        max_length=1000, blank=True, help_text="Readers see it below the passage, as ours."
    )

    objects: ClassVar[Any] = PassageNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "note on a passage"
        verbose_name_plural = "notes on passages"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=("sic", "note")), name="passage_note_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="sic") | ~Q(exact=""), name="sic_says_of_which_words"
            ),
            models.CheckConstraint(
                condition=~Q(kind="note") | ~Q(note=""), name="passage_note_says_something"
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | ~Q(exact=""),
                name="passage_note_place_has_words",
            ),
            models.UniqueConstraint(
                fields=["passage", "start"], condition=Q(kind="sic"), name="words_are_sic_once"
            ),
        )

    def __str__(self) -> str:
        where = self.passage.pid if self.passage else "no passage"
        about = f"{where}, “{self.exact}”" if self.exact else where
        return f"{about}: {markup.excerpt(self.note, 60) if self.note else '[sic]'}"

    def clean(self) -> None:
        if self.kind == self.Kind.SIC and not self.exact:
            raise ValidationError({"exact": "Say which words are printed so."})
        if self.kind == self.Kind.NOTE and not self.note:
            raise ValidationError({"note": "Write the note."})
        if self.passage is not None and self.passage.speech_id != self.speech_id:
            raise ValidationError({"passage": "This is a passage of another statement."})

    @property
    def is_loose(self) -> bool:
        """Whether its passage, or its words there, are gone."""
        return self.passage is None or self.span_in(markup.plain(self.passage.body)) is None

    def span_in(self, words: str) -> tuple[int, int] | None:
        """Which of the words of its passage it is about; None where they don't stand there."""
        if not self.exact:
            return 0, len(words)
        if self.start is None or words[self.start :][: len(self.exact)] != self.exact:
            return None
        return self.start, self.start + len(self.exact)

    def rest_on(self, passage: Passage | None, start: int | None = None) -> None:
        """Be about its words where they begin there; without a start they are gone, or it is
        about the whole passage. Not saved yet."""
        self.passage = passage
        self.start = start if self.exact and passage is not None else None


def follow(before: Mapping[int, str], passages: Sequence[Passage]) -> None:
    """
    Let notes go where an edit has put their words, into another passage too (one was split, or
    two were joined); those whose words are gone stay with their passage, loose.

    ``before`` are the bodies of the passages that have changed or will go, by key, in their order;
    ``passages`` those that have changed or are new. To be called while all of them are there.
    """
    notes = [*PassageNote.objects.filter(passage__in=before, start__isnull=False)]
    if not notes:
        return
    old = {key: markup.plain(body) for key, body in before.items()}
    new = {passage.pk: markup.plain(passage.body) for passage in passages}
    found: dict[PassageNote, tuple[int, int]] = {}
    for key in old.keys() & new.keys():
        own = [note for note in notes if note.passage_id == key]
        found |= _carried(own, {key: old[key]}, {key: new[key]})
    found |= _carried([note for note in notes if note not in found], old, new)
    # In two steps: on its way a note may meet another that is about to leave.
    PassageNote.objects.filter(pk__in=[note.pk for note in notes]).update(start=None)
    taken = set()
    for note in notes:
        place = found.get(note)
        if place is None or (note.kind, place) in taken:
            note.start = None
            continue
        taken.add((note.kind, place))
        note.passage_id, note.start = place
    PassageNote.objects.bulk_update(notes, ["passage", "start"])


def _carried(
    notes: Sequence[PassageNote], old: Mapping[int, str], new: Mapping[int, str]
) -> dict[PassageNote, tuple[int, int]]:
    """For each note whose words are found again the key of their passage, and the place there."""
    begins, ends = _offsets(old), _offsets(new)
    spans = []
    for note in notes:
        start = begins[note.passage_id or 0] + (note.start or 0)
        spans.append((start, start + len(note.exact)))
    found = {}
    places = anchors.carried(_BETWEEN.join(old.values()), _BETWEEN.join(new.values()), spans)
    for note, place in zip(notes, places, strict=True):
        if place is None:
            continue
        for key, begin in ends.items():
            if begin <= place and place + len(note.exact) <= begin + len(new[key]):
                found[note] = key, place - begin
    return found


_BETWEEN = " "


def _offsets(words: Mapping[int, str]) -> dict[int, int]:
    """Where the words of each passage begin when all of them are joined."""
    lengths = (len(text) + len(_BETWEEN) for text in words.values())
    return dict(zip(words, accumulate(lengths, initial=0), strict=False))
