"""Who is at work on an intake, and what each save of it changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class IntakeVisitQuerySet(models.QuerySet["IntakeVisit"]):
    def now(self) -> IntakeVisitQuerySet:
        """Of people who have the page open."""
        return self.filter(gone_at__gt=timezone.now())


class IntakeVisit(models.Model):
    """
    Somebody at an intake: since when, last change when, and when they are taken to have gone
    if there is no further sign of them.

    ``aside`` holds what they typed into fields that another changed at the same time, by name of
    the field, until they say which of the two is to stand.
    """

    intake = models.ForeignKey("speeches.Intake", models.CASCADE, related_name="visits")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    gone_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True, blank=True)
    aside = models.JSONField(default=dict, blank=True)

    objects: ClassVar[Any] = IntakeVisitQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("opened_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("intake", "user"), name="one_visit_a_person"),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.intake_id}"


class IntakeSave(models.Model):
    """
    One save of an intake: by whom, from which opened page, and what stood there before.

    From these a save that comes from an older page is told what its page showed, so that it
    changes what its editor changed, and nothing else.
    """

    intake = models.ForeignKey("speeches.Intake", models.CASCADE, related_name="saves")
    version = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    page = models.CharField(max_length=32, blank=True)
    before = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(fields=("intake", "version"), name="each_save_has_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.intake_id}: {self.version}"
