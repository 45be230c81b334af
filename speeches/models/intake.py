"""Documents on their way in: what was received, what an editor decided, what it became."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db import connections, models
from django.db.models import Q
from django.utils import timezone

from .visit import IntakeVisit


class IntakeQuerySet(models.QuerySet["Intake"]):
    def open(self) -> IntakeQuerySet:
        """Still to be worked on."""
        return self.filter(state=Intake.State.OPEN)

    def counts(self) -> dict[str, int]:
        """How many there are in each state."""
        counted = self.order_by().values("state").annotate(count=models.Count("pk"))
        return {row["state"]: row["count"] for row in counted}

    def brought_with(self, intake: Intake) -> IntakeQuerySet:
        """Those that were brought together with it, itself among them, in their order."""
        together = self.filter(batch=intake.batch) if intake.batch else self.filter(pk=intake.pk)
        return together.order_by("pk")

    def waiting_after(self, intake: Intake, user: Any) -> IntakeQuerySet:
        """What is open besides: first what was brought with it, then the user's own."""
        is_with = Q(batch=intake.batch) if intake.batch else Q(pk__in=())
        others = self.open().filter(is_with | Q(received_by=user)).exclude(pk=intake.pk)
        rank = models.Case(models.When(is_with, then=0), default=1)
        return others.order_by(rank, "received_at", "pk")

    def light(self) -> IntakeQuerySet:
        """Without bytes, text and reading, for lists."""
        return self.defer("content", "text", "reading", "decisions")

    def with_people(self) -> IntakeQuerySet:
        """Each with the visits of those who have it open, as ``people``."""
        now = IntakeVisit.objects.now().select_related("user")
        return self.prefetch_related(models.Prefetch("visits", now, "people"))


class Intake(models.Model):
    """
    One document that somebody brought, while it is read, corrected and filed.

    The bytes never change. ``reading`` is what the reader made of them on arrival, so that the
    proposals don't move under the editor's hands when the reader learns; ``decisions`` is what the
    editor entered so far, field by field as typed, right or wrong: nothing typed is lost.
    ``batch`` is shared by what was brought in one go. ``version`` counts the saves: a page knows
    by it whether others saved since it was opened.
    """

    people: list[IntakeVisit]
    """Where ``with_people`` was asked."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        FILED = "filed", "Filed"
        DISCARDED = "discarded", "Discarded"
        REFUSED = "refused", "Could not be read"

    name = models.CharField(max_length=300, help_text="Of the file, or how the text begins.")
    content = models.BinaryField("bytes as received", editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True, editable=False)
    encoding = models.CharField(max_length=40, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    text = models.TextField(blank=True, editable=False)
    reading = models.JSONField(default=dict, blank=True, editable=False)
    decisions = models.JSONField(default=dict, blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    refusal = models.TextField("why it could not be read", blank=True, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, editable=False)
    batch = models.CharField(max_length=32, blank=True, editable=False)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    document = models.ForeignKey(
        "speeches.Document", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    speeches = models.ManyToManyField("speeches.Speech", blank=True, related_name="+")

    objects: ClassVar[Any] = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = "document to read"
        verbose_name_plural = "documents to read"
        ordering = ("-received_at", "-pk")
        indexes = (
            models.Index(fields=["state", "-received_at"], name="intake_by_state"),
            models.Index(fields=["batch"], name="intake_by_batch"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=("open", "filed", "discarded", "refused")),
                name="intake_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""), name="refused_intake_says_why"
            ),
        )

    def __str__(self) -> str:
        return self.name


_FEW = (
    "SELECT text_id FROM "
    "(SELECT text_id FROM speeches_textprint WHERE value = %s ORDER BY text_id LIMIT %s) AS few"
)
"""Each value in a walk of its own: no other form stops early on both databases."""


class TextPrintQuerySet(models.QuerySet["TextPrint"]):
    def sharing(self, values: Sequence[int], most: int) -> dict[int, int]:
        """
        Texts that bear some of these values, by key, with how many each bears.

        Of one value no more than ``most`` texts are looked at: what so many have in common is a
        formula, and the work stays the same however many there are.
        """
        if not values:
            return {}
        each = " UNION ALL ".join([_FEW] * len(values))
        with connections[self.db].cursor() as cursor:
            cursor.execute(each, [part for value in values for part in (value, most)])
            return Counter(row[0] for row in cursor.fetchall())


class TextPrint(models.Model):
    """One of the prints of a text (see ``speeches.shingles``), kept whenever the text is saved."""

    text = models.ForeignKey("speeches.SpeechText", models.CASCADE, related_name="+")
    value = models.BigIntegerField()

    objects: ClassVar[Any] = TextPrintQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("pk",)
        indexes = (models.Index(fields=["value", "text"], name="text_print_by_value"),)

    def __str__(self) -> str:
        return f"{self.text_id}: {self.value}"
