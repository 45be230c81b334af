"""The versions of a statement's words, and the passages that links rest on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from speeches import alignment, languages, markup, shingles

from .fields import labelled
from .intake import TextPrint
from .natural_keys import NamedInFixtures, NaturalKeyManager
from .note import PassageNote, follow
from .rewriting import rewriting


class SpeechTextQuerySet(models.QuerySet["SpeechText"]):
    def held(self) -> SpeechTextQuerySet:
        """Whose words we have, not only their address."""
        return self.exclude(excerpt="")

    def for_lists(self) -> SpeechTextQuerySet:
        """What a row shows of a text, and whether readers may have all of its words."""
        return self.select_related("document__rights").only(
            "speech", "language", "status", "coverage", "excerpt",
            "document__rights__allows_full_text",
        )  # fmt: skip

    def light(self) -> SpeechTextQuerySet:
        """For the page of a statement: documents without their bytes, texts without bodies."""
        return (
            self.select_related("document__publisher", "document__rights")
            .defer("body", "document__content", "document__text")
            .order_by("pk")
        )


class SpeechTextManager(NaturalKeyManager.from_queryset(SpeechTextQuerySet)):  # type: ignore[misc]
    """A class with a name, so that ``speech.texts`` is known to have the queryset's methods."""


class SpeechText(NamedInFixtures):
    """
    One version of the words: a language, a document that carries it, how near it is to the speech.

    A text can be known but not held: its document has a symbol or address, and the body is empty.
    """

    class Status(models.TextChoices):
        AS_DELIVERED = "as-delivered", "As delivered"
        AS_PREPARED = "as-prepared", "As prepared"
        AS_ISSUED = "as-issued", "As issued"
        TRANSCRIPT = "transcript", "Unofficial transcript"
        NOTES = "notes", "Notes"
        REPORTED = "reported", "Reported"
        SUMMARY = "summary", "Summary"

    class Coverage(models.TextChoices):
        FULL = "full", "Full text"
        PARTIAL = "partial", "Part of the text"
        EXCERPTS = "excerpts", "Excerpts"

    speech = models.ForeignKey("speeches.Speech", models.CASCADE, related_name="texts")
    document = models.ForeignKey(
        "speeches.Document",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="texts",
        help_text="The paper that these words came on. A draft can do without for a while.",
    )
    language = models.CharField(max_length=20, choices=languages.CHOICES, default="en")
    status = models.CharField("kind of text", max_length=20, choices=Status)
    coverage = models.CharField(max_length=10, choices=Coverage, default=Coverage.FULL)
    body = models.TextField(
        blank=True,
        help_text="An empty line between paragraphs. Numbers stay as printed. Leave it empty where "
        "the text is known but not held.",
    )
    excerpt = models.CharField(max_length=300, blank=True, editable=False)
    translation_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="translations"
    )

    NATURAL_KEY = ("speech__pid", "document__slug", "language")

    objects: ClassVar[Any] = SpeechTextManager()

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["status", "speech"], name="text_by_status"),
            models.Index(fields=["language", "speech"], name="text_by_language"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["speech", "document", "language"], name="text_once_per_document"
            ),
            models.CheckConstraint(
                condition=Q(translation_of__isnull=True) | ~Q(translation_of=F("pk")),
                name="text_is_not_its_own_translation",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {languages.name(self.language)}"

    get_status_display = labelled("status", Status.choices)
    get_coverage_display = labelled("coverage", Coverage.choices)
    get_language_display = labelled("language", languages.CHOICES)

    @property
    def is_held(self) -> bool:
        return bool(self.excerpt)

    @property
    def is_full(self) -> bool:
        """Whether these are all the words, by its coverage, and not what others tell of them."""
        told = (self.Status.REPORTED, self.Status.SUMMARY)
        return self.coverage == self.Coverage.FULL and self.status not in told

    @property
    def may_be_shown(self) -> bool:
        """Whether readers get all of the words: where the rights of their document allow it."""
        return self.document is not None and self.document.may_show_text

    @property
    def address(self) -> str:
        """What picks this text among those of its speech, in the address of the page."""
        query = {"language": self.language}
        if self.document:
            query["document"] = self.document.slug
        return "?" + urlencode(query)

    def preference(self) -> tuple[bool, int, int, int]:
        """Sorts a speech's texts: held first, then by status, coverage and age."""
        return (
            not self.is_held,
            _STATUSES.index(self.status),
            _COVERAGES.index(self.coverage),
            self.pk or 0,
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves the body and lets the passages follow from it: see ``Passage``."""
        self.body = self.body.strip()
        with rewriting(self.speech_id):
            super().save(*args, **kwargs)
            self._follow_body()
            self.choose_excerpt()
            self.keep_prints()

    def choose_excerpt(self) -> None:
        """Let lists show the best words: to be called when voices have changed."""
        self.excerpt = excerpt_of(self.passages.all(), self.is_full)
        type(self).objects.filter(pk=self.pk).update(excerpt=self.excerpt)

    def keep_prints(self) -> None:
        """Let near-identical texts find this one: to be called when the body came unsaved."""
        found = set(shingles.prints(markup.plain(self.body)))
        kept = TextPrint.objects.filter(text=self)
        known = set(kept.values_list("value", flat=True))
        if known != found:
            kept.exclude(value__in=found).delete()
            TextPrint.objects.bulk_create(
                TextPrint(text=self, value=value) for value in sorted(found - known)
            )

    def _follow_body(self) -> None:
        """Bring the passages in line with the body; those that survive keep their ids."""
        old = {passage.pid: passage for passage in self.passages.all()}
        blocks = markup.blocks(self.body)
        if [(p.kind, p.body) for p in old.values()] == [(b.kind, b.source) for b in blocks]:
            return
        kept = alignment.carry(
            [(pid, passage.body) for pid, passage in old.items()], [b.source for b in blocks]
        )
        speeches = type(self.speech)._default_manager
        speech = speeches.select_for_update().get(pk=self.speech_id)
        default = Passage.default_voice(self.status)
        before = {p.pk: p.body for p in old.values()}
        rows = []
        for position, (block, pid) in enumerate(zip(blocks, kept, strict=True)):
            passage = old.pop(pid) if pid else None
            if passage is None:
                speech.passages_made += 1
                passage = Passage(pid=f"p{speech.passages_made}", voice=default)
            elif passage.body != block.source:
                passage.start = passage.end = None
            else:
                del before[passage.pk]
            passage.speech_id, passage.text = self.speech_id, self
            passage.position, passage.kind, passage.body = position, block.kind, block.source
            rows.append(passage)
        speeches.filter(pk=speech.pk).update(passages_made=speech.passages_made)
        changed = [row for row in rows if not row.pk or row.pk in before]
        Passage.objects.bulk_update(
            [row for row in rows if row.pk], ["position", "kind", "body", "start", "end"]
        )
        Passage.objects.bulk_create([row for row in rows if not row.pk])
        follow(before, changed)
        self.passages.filter(pid__in=old).delete()


_STATUSES, _COVERAGES = SpeechText.Status.values, SpeechText.Coverage.values
"""The best first."""

LONGEST_EXCERPT = 280
SHORTEST_EXCERPT = 40


def excerpt_of(passages: Iterable[Passage], is_full: bool) -> str:
    """
    The words by which lists show a text: of its passages the first in which the speaker is heard,
    else the first that reports, else whatever comes first.

    Of a full text not more than half: its rights may allow no more than a quotation.
    """
    passages = [*passages]
    found = [p for p in passages if p.kind != Passage.Kind.HEADING] or passages
    reporting = [p for p in found if p.voice != Passage.Voice.NARRATION]
    heard = (p for p in reporting if p.voice == Passage.Voice.VERBATIM or p.quotes_at_length)
    best = next(heard, None) or next(iter(reporting or found), None)
    half = sum(len(p.body) for p in passages) // 2 if is_full else LONGEST_EXCERPT
    length = min(LONGEST_EXCERPT, max(SHORTEST_EXCERPT, half))
    return markup.excerpt(best.body, length) if best else ""


class Passage(NamedInFixtures):
    """
    A paragraph of a text, with an id of its own that links can rest on.

    Editors edit the body of the text; passages follow from it. One that stays, even when its
    words change a little or its place changes, keeps its id; a removed id is never given again.
    """

    class Kind(models.TextChoices):
        PARAGRAPH = "paragraph", "Paragraph"
        HEADING = "heading", "Heading"
        QUOTE = "quote", "Block quotation"
        TABLE = "table", "Table"

    class Voice(models.TextChoices):
        VERBATIM = "verbatim", "The speaker’s own words"
        PARAPHRASE = "paraphrase", "Reported by the document"
        NARRATION = "narration", "The document’s own words"

    speech = models.ForeignKey("speeches.Speech", models.CASCADE, related_name="passages")
    text = models.ForeignKey(SpeechText, models.CASCADE, related_name="passages")
    pid = models.CharField("id", max_length=12, validators=[RegexValidator(r"^p[1-9]\d*$")])
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PARAGRAPH)
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.VERBATIM)
    body = models.TextField()
    start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Where it begins in the document's text."
    )
    end = models.PositiveIntegerField(null=True, blank=True)

    NATURAL_KEY = ("speech__pid", "pid")

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["text", "position"], name="passage_in_order"),)
        constraints = (
            models.UniqueConstraint(fields=["speech", "pid"], name="passage_id_once_per_speech"),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=F("start")),
                name="passage_span_is_whole",
            ),
            models.CheckConstraint(condition=~Q(body=""), name="passage_is_not_empty"),
        )

    def __str__(self) -> str:
        return f"{self.pid}: {markup.excerpt(self.body, 60)}"

    @cached_property
    def all_notes(self) -> list[PassageNote]:
        """What editors say of it, in the order they said it; ``passages_of`` brings them along."""
        return [*self.notes.all()]

    @property
    def quotes_at_length(self) -> bool:
        """Whether it has words in quotation marks that are more than a term."""
        words = markup.plain(self.body)
        return any(end - start >= 40 for start, end in markup.quotations(words))

    @classmethod
    def default_voice(cls, status: str) -> str:
        """The voice of a new passage in a text of this status; an editor may set another."""
        reported = (SpeechText.Status.REPORTED, SpeechText.Status.SUMMARY)
        return cls.Voice.PARAPHRASE if status in reported else cls.Voice.VERBATIM
