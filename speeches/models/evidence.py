"""How we know: each fact of a statement tied to the words of a document, or to a reason."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from speeches import offsets

from .natural_keys import NamedInFixtures


class Evidence(NamedInFixtures):
    """How we know one fact of a statement: the words of a document that it rests on, or why not."""

    class Basis(models.TextChoices):
        PRINTED = "printed", "Printed in the source"
        DERIVED = "derived", "Derived from the source"
        INFERRED = "inferred", "Inferred from the source"
        EXTERNAL = "external", "From another source"
        EDITOR = "editor", "Editor’s choice"

    class Fact(models.TextChoices):
        TITLE = "title", "Title"
        KIND = "kind", "Kind"
        MODE = "mode", "Spoken or written"
        SPEAKER = "speaker", "Speaker"
        CAPACITY = "capacity", "Capacity"
        DELIVERED_BY = "delivered_by", "Delivered by"
        ON_BEHALF_OF = "on_behalf_of", "On behalf of"
        SPOKESPERSON = "spokesperson", "Spokesperson"
        ADDRESSEE = "addressee", "Addressed to"
        DELIVERED = "delivered", "Date"
        RELEASED = "released_on", "Released"
        EMBARGO = "embargo_until", "Embargo"
        EVENT = "event", "Delivered at"
        OCCASION = "occasion", "Occasion"
        PLACE = "place", "Place"
        ORGANIZER = "organizer", "Organizer"
        PUBLISHER = "publisher", "Publisher"
        SYMBOL = "symbol", "Document symbol"
        TEXT_STATUS = "text_status", "Kind of text"
        LANGUAGE = "language", "Language"
        TAG = "tag", "Tag"

    speech = models.ForeignKey("speeches.Speech", models.CASCADE, related_name="evidence")
    fact = models.CharField(max_length=20, choices=Fact)
    value = models.CharField(
        max_length=500, help_text="The fact in words; where it is printed, exactly as printed."
    )
    document = models.ForeignKey(
        "speeches.Document", models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    basis = models.CharField(max_length=10, choices=Basis)
    note = models.TextField(blank=True, help_text="Why we think so, or which other source says it.")

    NATURAL_KEY = ("speech__pid", "fact", "value", "basis", "start")

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(document__isnull=False, start__gte=0, end__gt=F("start")),
                name="evidence_span_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(basis="printed") | Q(start__isnull=False),
                name="printed_evidence_has_a_span",
            ),
            models.CheckConstraint(
                condition=~Q(basis__in=("inferred", "external", "editor")) | ~Q(note=""),
                name="unprinted_evidence_says_why",
            ),
            models.CheckConstraint(condition=~Q(value=""), name="evidence_states_its_fact"),
        )

    def __str__(self) -> str:
        return f"{self.get_fact_display()}: {self.value}"

    @property
    def words(self) -> str:
        """The words of the document that it rests on; empty where it rests on none."""
        if self.document is None or self.start is None or self.end is None:
            return ""
        return self.document.text[self.start : self.end]

    def clean(self) -> None:
        if self.start is None and self.basis != self.Basis.PRINTED:
            return
        if self.start is None or self.end is None or self.document is None:
            raise ValidationError({"basis": "Printed evidence names the document and the span."})
        if not self.start < self.end <= len(self.document.text):
            raise ValidationError({"end": "The span lies outside the document."})
        if self.basis == self.Basis.PRINTED and not offsets.find_folded(self.value, self.words):
            raise ValidationError({"value": f"The span prints “{self.words}”, not “{self.value}”."})
