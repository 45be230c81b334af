"""Who stands behind a statement, and in which capacity they spoke."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from .natural_keys import NamedInFixtures, NaturalKeyManager


class AttributionQuerySet(models.QuerySet["Attribution"]):
    def for_lists(self) -> AttributionQuerySet:
        """With what a row shows of a speaker, and of the office in which they spoke."""
        return self.select_related("speaker", "tenure__office__organization").only(
            "speech", "role", "printed_as", "position", "speaker__name", "speaker__slug",
            "tenure__office__title", "tenure__office__slug", "tenure__office__organization__name",
        )  # fmt: skip


class AttributionManager(NaturalKeyManager.from_queryset(AttributionQuerySet)):  # type: ignore[misc]
    """A class with a name, so that ``speech.attributions`` is known to have its methods."""


class Attribution(NamedInFixtures):
    """Who stands behind a statement, in which role, and in which capacity they spoke."""

    class Role(models.TextChoices):
        AUTHOR = "author", "Author"
        DELIVERED_BY = "delivered_by", "Delivered by"
        ON_BEHALF_OF = "on_behalf_of", "On behalf of"
        SPOKESPERSON = "spokesperson", "Spokesperson"
        ADDRESSEE = "addressee", "Addressed to"

    speech = models.ForeignKey("speeches.Speech", models.CASCADE, related_name="attributions")
    speaker = models.ForeignKey(
        "speeches.Speaker", models.PROTECT, null=True, blank=True, related_name="attributions"
    )
    role = models.CharField(max_length=20, choices=Role, default=Role.AUTHOR)
    tenure = models.ForeignKey(
        "speeches.Tenure",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attributions",
        verbose_name="capacity",
        help_text="The office in which they spoke; choose it, it is not looked up by date.",
    )
    printed_as = models.CharField(
        max_length=300,
        blank=True,
        help_text="Name and office exactly as the document prints them.",
    )
    position = models.PositiveSmallIntegerField(default=0)

    NATURAL_KEY = ("speech__pid", "role", "position")

    objects: ClassVar[Any] = AttributionManager()

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=["speaker", "role", "speech"], name="attribution_of"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(speaker__isnull=False) | ~Q(printed_as=""),
                name="attribution_names_somebody",
            ),
            models.UniqueConstraint(
                fields=["speech"], condition=Q(role="author"), name="speech_has_one_author"
            ),
            models.CheckConstraint(
                condition=Q(tenure__isnull=True) | Q(speaker__isnull=False),
                name="capacity_belongs_to_a_speaker",
            ),
            models.UniqueConstraint(
                fields=["speech", "role", "position"], name="attribution_position_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.display_name} ({self.get_role_display().lower()})"

    @property
    def display_name(self) -> str:
        return self.speaker.name if self.speaker else self.printed_as

    @property
    def capacity(self) -> str:
        """Title of the office in which they spoke; empty where it is not known."""
        return self.tenure.office.title if self.tenure else ""

    def clean(self) -> None:
        if not self.speaker_id and not self.printed_as:
            raise ValidationError("Choose a speaker, or give the name as printed.")
        if self.tenure and self.tenure.speaker_id != self.speaker_id:
            raise ValidationError({"tenure": f"This is an office of {self.tenure.speaker}."})
