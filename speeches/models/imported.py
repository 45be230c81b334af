"""Which row of a file a statement came from, so that importing again knows it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Imported(models.Model):
    """
    One row that was imported, by the id that it has in its file.

    ``digest`` is of the row as it was taken over: a row that is the same need not be looked at.
    Where the statement was deleted since, the row stays, so that it doesn't come back.
    """

    external_id = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=32)
    speech = models.OneToOneField(
        "speeches.Speech", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    imported_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ()
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(external_id=""), name="imported_row_has_an_id"),
        )

    def __str__(self) -> str:
        return self.external_id
