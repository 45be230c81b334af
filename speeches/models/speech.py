"""What was said: one row a statement."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from taggit.managers import TaggableManager

from speeches.addresses import address_of

from .attribution import Attribution
from .evidence import Evidence
from .fields import PartialDateField, SortDay, SortKey, labelled
from .permalink import Permalinked, SlugManager
from .speech_lists import SpeechQuerySet
from .tag import TaggedSpeech
from .text import SpeechText

PID_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
"""No vowels, nothing that looks like something else: ids spell no words, survive dictation."""


def new_pid() -> str:
    """A permanent public id: 8 of 27 letters, 282 thousand million of them."""
    return "".join(secrets.choice(PID_LETTERS) for _ in range(8))


class SpeechManager(SlugManager.from_queryset(SpeechQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, pid: str) -> Any:
        return self.get(pid=pid)


class Speech(Permalinked):
    """Any public statement: speech, remarks, message, interview, article."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"

    class Kind(models.TextChoices):
        SPEECH = "speech", "Speech"
        STATEMENT = "statement", "Statement"
        REMARKS = "remarks", "Remarks"
        MESSAGE = "message", "Message"
        VIDEO_MESSAGE = "video-message", "Video message"
        SPOKESPERSON = "spokesperson", "Spokesperson’s statement"
        INTERVIEW = "interview", "Interview"
        ARTICLE = "article", "Article"

    class Mode(models.TextChoices):
        SPOKEN = "spoken", "Spoken"
        WRITTEN = "written", "Written"
        RECORDED = "recorded", "Recorded"

    pid = models.CharField(
        "permanent id", max_length=12, unique=True, default=new_pid, editable=False
    )
    title = models.CharField(
        max_length=300, help_text="Ours, descriptive: who says what kind of thing on what occasion."
    )
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    mode = models.CharField(max_length=10, choices=Mode, blank=True)
    delivered = PartialDateField(
        null=True,
        blank=True,
        help_text="When it was said, or the day a message is for: “12 September 2017”, "
        "“September 2017”, “before 12 September 2017”, “unknown”.",
    )
    delivered_on = models.GeneratedField(
        expression=SortDay(F("delivered")),
        output_field=models.DateField(null=True),
        db_persist=True,
        verbose_name="date",
    )
    released_on = PartialDateField(
        "released", null=True, blank=True, help_text="When the text was given out."
    )
    embargo_until = models.DateTimeField(null=True, blank=True)
    event = models.ForeignKey(
        "speeches.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="speeches",
        verbose_name="delivered at",
        help_text="Where it was said. A message that was only issued was delivered nowhere.",
    )
    occasion = models.ForeignKey(
        "speeches.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="marked_by",
        verbose_name="marks",
        help_text="The day or event that it marks, wherever it was said.",
    )
    spoken_languages = models.JSONField(default=list, blank=True)
    summary = models.TextField(blank=True, help_text="A sentence or two, in our own words.")
    tags = TaggableManager(through=TaggedSpeech, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    passages_made = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    modified_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    sort_key = models.GeneratedField(
        expression=SortKey(F("delivered"), F("id")),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )

    objects: ClassVar[Any] = SpeechManager()

    class Meta(Permalinked.Meta):
        abstract = False
        verbose_name_plural = "speeches"
        ordering = ("-sort_key",)
        permissions = (("publish_speech", "Can publish and unpublish statements"),)
        indexes = (
            models.Index(fields=["-sort_key"], name="speech_newest_first"),
            # With all that ``published()`` asks: a list is counted and paged from it alone.
            models.Index(
                fields=["-sort_key", "published_at", "embargo_until"],
                condition=Q(state="published"),
                name="speech_published_newest",
            ),
            models.Index(
                fields=["embargo_until"],
                condition=Q(state="published", embargo_until__isnull=False),
                name="speech_under_embargo",
            ),
            models.Index(
                fields=["-sort_key"], condition=Q(state="draft"), name="speech_drafts_newest"
            ),
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(state="published"),
                name="speech_lately_published",
            ),
            models.Index(fields=["delivered_on"], name="speech_by_date"),
            # Without those that have none: they would make the planner think all have many.
            models.Index(
                fields=["event", "-sort_key"],
                condition=Q(event__isnull=False),
                name="speech_at_event",
            ),
            models.Index(
                fields=["occasion", "-sort_key"],
                condition=Q(occasion__isnull=False),
                name="speech_marking",
            ),
            models.Index(fields=["kind", "-sort_key"], name="speech_of_kind"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="speech_has_a_title"),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "published")), name="speech_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(published_at__isnull=False, delivered__isnull=False) & ~Q(kind=""),
                name="published_speech_has_date_kind_and_moment",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.pid,)

    def get_absolute_url(self) -> str:
        return address_of("speeches.detail", self.slug)

    @property
    def is_published(self) -> bool:
        """Whether strangers may see it now: the same rule as ``published()``, for one row."""
        moment = self.public_from
        return moment is not None and moment <= timezone.now()

    @property
    def public_from(self) -> datetime.datetime | None:
        """The moment from which strangers may see it; None while it is a draft."""
        if self.state != self.State.PUBLISHED or self.published_at is None:
            return None
        return max(self.published_at, self.embargo_until or self.published_at)

    get_kind_display = labelled("kind", Kind.choices)

    marked: Sequence[Any] = ()
    """In an answer to a search, the passages that answer."""

    # What a page says about one statement. ``for_lists()`` and ``whole_speech()`` bring these
    # rows along; a statement that came alone looks them up once.

    @cached_property
    def people(self) -> list[Attribution]:
        """Everybody who stands behind it, in any role."""
        return [*self.attributions.all()]

    @cached_property
    def all_texts(self) -> list[SpeechText]:
        """The versions of its words, held or only known, in the order they came."""
        return [*self.texts.all()]

    @cached_property
    def taggings(self) -> list[TaggedSpeech]:
        """Its tags from A to Z, each as ``tag``."""
        return [*self.tagged.all()]

    @cached_property
    def facts(self) -> list[Evidence]:
        """How we know what is said of it."""
        return [*self.evidence.all()]

    @cached_property
    def author(self) -> Attribution | None:
        roles = (a for a in self.people if a.role == Attribution.Role.AUTHOR)
        return next(roles, None)

    @cached_property
    def preferred_text(self) -> SpeechText | None:
        """The best words we hold: by the rank of their status, then the fullest."""
        return min(self.all_texts, key=SpeechText.preference, default=None)

    @property
    def place(self) -> str:
        """City and country of the event at which it was delivered."""
        return self.event.place if self.event else ""

    @property
    def series(self) -> Any:
        """The series that it belongs to, by what it marks or by where it was delivered."""
        for event in (self.occasion, self.event):
            if event is not None and event.series is not None:
                return event.series
        return None

    @property
    def languages(self) -> list[str]:
        """Codes of the languages in which we hold its words."""
        return sorted({text.language for text in self.all_texts if text.is_held})
