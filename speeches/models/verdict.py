"""What became of the reader's proposals, counted when an intake is filed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def between(self, first: date | None, last: date | None) -> VerdictQuerySet:
        """Of what was filed from the first day to the last; an open end where one is None."""
        found = self.filter(filed_at__gte=_beginning(first)) if first else self
        if last is None or last == date.max:
            return found
        return found.filter(filed_at__lt=_beginning(last + timedelta(days=1)))

    def failed(self) -> VerdictQuerySet:
        """Where the editor knew better: changed, refused, or entered by hand."""
        outcome = Verdict.Outcome
        return self.filter(outcome__in=(outcome.CHANGED, outcome.REFUSED, outcome.ENTERED))

    def tallied_by(self, *columns: str) -> Any:
        """One row for each value of these columns, with the number of each outcome."""
        return self.order_by().values(*columns).annotate(**_tallies())

    def tally(self) -> dict[str, int]:
        """The number of each outcome, over all."""
        return self.aggregate(**_tallies())


def _beginning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _tallies() -> dict[str, Coalesce]:
    outcome = Verdict.Outcome
    wrong = Q(outcome__in=(outcome.CHANGED, outcome.REFUSED), confidence="certain")
    counts = {value: _sum(Q(outcome=value)) for value in outcome.values}
    return counts | {"certain_but_wrong": _sum(wrong)}


def _sum(condition: Q) -> Coalesce:
    return Coalesce(Sum("number", filter=condition), 0)


class Verdict(models.Model):
    """
    How many proposals of one field in one statement of an intake came to the same end.

    Written once, at filing; nothing that is changed later in a draft reaches it. It measures the
    reader, so it says nothing of who decided.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Accepted as proposed"
        CHANGED = "changed", "Changed"
        REFUSED = "refused", "Refused"
        ENTERED = "entered", "Entered by hand"
        LEFT = "left", "Left open"

    intake = models.ForeignKey("speeches.Intake", models.CASCADE, related_name="verdicts")
    statement = models.PositiveSmallIntegerField(help_text="Its number; 0 for the document.")
    field = models.CharField(max_length=40)
    label = models.CharField(max_length=60, help_text="The field, as the page called it.")
    outcome = models.CharField(max_length=10, choices=Outcome)
    confidence = models.CharField(
        max_length=10, blank=True, help_text="How sure the reader was; empty if it found nothing."
    )
    number = models.PositiveIntegerField(default=1)
    layout = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=35, blank=True)
    publisher = models.ForeignKey(
        "speeches.Organization", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    filed_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Any] = VerdictQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["filed_at", "field", "outcome"], name="verdict_by_moment"),
            models.Index(fields=["field", "outcome", "-filed_at"], name="verdict_by_field"),
            models.Index(fields=["layout", "-filed_at"], name="verdict_by_layout"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("intake", "statement", "field", "outcome", "confidence"),
                name="verdict_counts_once",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=("accepted", "changed", "refused", "entered", "left")),
                name="verdict_outcome_is_known",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="verdict_counts_something"),
        )

    def __str__(self) -> str:
        return f"{self.label}: {self.get_outcome_display()}"
