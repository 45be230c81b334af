"""What was said: one row a statement, and the order, border and reach of lists of them."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Sequence
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from taggit.managers import TaggableManager

from speeches.dates import Kind as DateKind
from speeches.dates import PartialDate

from .attribution import Attribution
from .fields import PartialDateField, SortDay, SortKey
from .permalink import Permalinked, SlugManager
from .tag import TaggedSpeech
from .text import SpeechText

PID_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
"""No vowels, nothing that looks like something else: ids spell no words, survive dictation."""


SORT_KEY_DAY = 10**10
"""What one step of the day weighs in ``sort_key``: see ``fields.SortKey``."""


def new_pid() -> str:
    """A permanent public id: 8 of 27 letters, 282 thousand million of them."""
    return "".join(secrets.choice(PID_LETTERS) for _ in range(8))


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"


def _digits(day: datetime.date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _within(first: datetime.date | None, last: datetime.date | None) -> Q:
    """Certainly delivered from ``first`` to ``last``."""
    first_day, last_day = _digits(first or datetime.date.min), _digits(last or datetime.date.max)
    return Q(
        ~Q(delivered__certainty=DateKind.BEFORE),
        sort_key__gte=first_day * SORT_KEY_DAY,
        sort_key__lt=(last_day + 1) * SORT_KEY_DAY,
        delivered__latest__lte=last_day,
    )


class SpeechQuerySet(models.QuerySet["Speech"]):
    def published(self) -> SpeechQuerySet:
        """THE definition of public: every reader-facing query, count and feed begins here."""
        now = timezone.now()
        return self.filter(
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=now),
            state=State.PUBLISHED,
            published_at__lte=now,
        )

    def under_embargo(self) -> SpeechQuerySet:
        """Not to be known before a moment that is still to come, whatever their state."""
        return self.filter(embargo_until__gt=timezone.now())

    def lately_published(self) -> SpeechQuerySet:
        """Those made public last come first, whatever day they are of."""
        return self.order_by("-published_at", "-pk")

    def drafts(self) -> SpeechQuerySet:
        return self.filter(state=State.DRAFT)

    def by(self, speaker: Any) -> SpeechQuerySet:
        """Statements of which this speaker is the author."""
        return self.filter(
            attributions__speaker=speaker, attributions__role=Attribution.Role.AUTHOR
        )

    def made_in(self, office: Any) -> SpeechQuerySet:
        """Statements whose author spoke as the holder of this office."""
        return self.filter(
            attributions__tenure__office=office, attributions__role=Attribution.Role.AUTHOR
        )

    def tagged_with(self, tag: Any) -> SpeechQuerySet:
        return self.filter(tagged__tag=tag)

    def in_any_of(self, events: Any) -> SpeechQuerySet:
        """Delivered at one of the events (rows, keys or a subquery), or marking one."""
        every = self.model.objects.order_by()
        # Each half by its own index: with OR, both databases would read every statement there is.
        marking = every.filter(occasion__in=events).values("pk")
        return self.filter(pk__in=every.filter(event__in=events).values("pk").union(marking))

    def in_series(self, series: Any) -> SpeechQuerySet:
        """Delivered at an event of the series, or marking one."""
        events = apps.get_model("speeches", "Event").objects.filter(series=series)
        return self.in_any_of(events.order_by().values("pk"))

    def carried_by(self, document: Any) -> SpeechQuerySet:
        """Of which this document holds or reports the words."""
        texts = SpeechText.objects.filter(document=document)
        return self.filter(pk__in=texts.values("speech"))

    def filed_under(self, keys: Any) -> SpeechQuerySet:
        """Carried by a document with one of these symbols (as ``symbols.normalise`` gives them)."""
        filed = SpeechText.objects.filter(document__symbols__key__in=keys)
        return self.filter(pk__in=filed.values("speech"))

    def counted_by(self, path: str) -> dict[Any, int]:
        """
        How many there are for each value of a field, in one query.

        A path through other tables must lead to one row a statement, as filters like ``by`` and
        ``made_in`` see to: rows are counted.
        """
        rows = self.order_by().values_list(path).annotate(models.Count("pk"))
        return dict(rows)

    def in_year(self, year: int) -> SpeechQuerySet:
        """Sorted under this year; a range of the sort key, so that its index serves."""
        return self.filter(
            sort_key__gte=year * 10_000 * SORT_KEY_DAY,
            sort_key__lt=(year + 1) * 10_000 * SORT_KEY_DAY,
        )

    def within(self, first: datetime.date, last: datetime.date) -> SpeechQuerySet:
        """Certainly delivered from ``first`` to ``last``; not those that only may have been."""
        return self.filter(_within(first, last))

    def counted_within(self, dates: Sequence[PartialDate]) -> list[tuple[PartialDate, int]]:
        """For each of these days, months or years, how many are certainly of it: one query."""
        counts = {
            f"n{place}": models.Count("pk", filter=_within(date.earliest, date.latest))
            for place, date in enumerate(dates)
        }
        return [*zip(dates, self.order_by().aggregate(**counts).values(), strict=True)]

    def years_around(self, year: int) -> list[int]:
        """The nearest years before and after this one that have statements."""
        known = self.filter(sort_key__gte=10_000 * SORT_KEY_DAY).values_list("sort_key", flat=True)
        start = year * 10_000 * SORT_KEY_DAY
        before = known.filter(sort_key__lt=start).order_by("-sort_key").first()
        after = known.filter(sort_key__gte=start + 10_000 * SORT_KEY_DAY).order_by("sort_key")
        return [key // (10_000 * SORT_KEY_DAY) for key in (before, after.first()) if key]

    def with_held_text(self, **fields: Any) -> SpeechQuerySet:
        """Of which we hold a text with these fields, such as ``language="fr"``."""
        texts = SpeechText.objects.held().filter(speech=models.OuterRef("pk"), **fields)
        return self.filter(models.Exists(texts))

    def with_full_text_only_known(self) -> SpeechQuerySet:
        """Of which the full text exists somewhere, and we hold at most a part."""
        whole = SpeechText.objects.filter(
            speech=models.OuterRef("pk"), coverage=SpeechText.Coverage.FULL
        )
        return self.filter(models.Exists(whole)).exclude(models.Exists(whole.held()))

    def undated(self) -> SpeechQuerySet:
        """Of which not even the year is known."""
        return self.filter(sort_key__lt=10_000 * SORT_KEY_DAY)

    def at_or_marking(self, event: Any) -> SpeechQuerySet:
        """Delivered at the event, or marking it from elsewhere."""
        return self.in_any_of([event])

    def earlier_than(self, speech: Speech) -> SpeechQuerySet:
        """Those before it in the order of all lists, the nearest first."""
        return self.filter(sort_key__lt=speech.sort_key).order_by("-sort_key")

    def later_than(self, speech: Speech) -> SpeechQuerySet:
        """Those after it in the order of all lists, the nearest first."""
        return self.filter(sort_key__gt=speech.sort_key).order_by("sort_key")

    def extent(self) -> tuple[int, tuple[int, int] | None]:
        """How many, and the first and last year of those whose date is known: one query."""
        year = 10_000 * SORT_KEY_DAY
        known = Q(sort_key__gte=year)
        found = self.order_by().aggregate(
            number=models.Count("pk"),
            first=models.Min("sort_key", filter=known),
            last=models.Max("sort_key", filter=known),
        )
        if found["first"] is None:
            return found["number"], None
        return found["number"], (found["first"] // year, found["last"] // year)

    def for_lists(self) -> SpeechQuerySet:
        """With all that a row in a list shows, in a fixed number of queries; never a body."""
        return self.select_related("event", "occasion").prefetch_related(
            models.Prefetch(
                "attributions",
                Attribution.objects.select_related("speaker", "tenure__office__organization"),
            ),
            models.Prefetch("texts", SpeechText.objects.light()),
            models.Prefetch("tagged", TaggedSpeech.objects.select_related("tag")),
        )

    def for_page(self) -> SpeechQuerySet:
        """With all that its own page shows but passages and neighbours."""
        document = apps.get_model("speeches", "Document").objects.defer("content")
        document = document.select_related("rights")
        evidence = apps.get_model("speeches", "Evidence").objects.all()
        texts = SpeechText.objects.light().prefetch_related(
            "document__symbols", "document__addresses"
        )
        return self.select_related(
            "event__series", "event__part_of", "occasion__series", "occasion__part_of"
        ).prefetch_related(
            models.Prefetch(
                "attributions",
                Attribution.objects.select_related("speaker", "tenure__office__organization"),
            ),
            models.Prefetch("texts", texts),
            models.Prefetch("tagged", TaggedSpeech.objects.select_related("tag")),
            models.Prefetch(
                "evidence",
                evidence.prefetch_related(models.Prefetch("document", document)),
            ),
        )


class SpeechManager(SlugManager.from_queryset(SpeechQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, pid: str) -> Any:
        return self.get(pid=pid)


class Speech(Permalinked):
    """Any public statement: speech, remarks, message, interview, article."""

    State = State

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
            models.Index(
                fields=["-sort_key"],
                condition=Q(state="published"),
                name="speech_published_newest",
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
            models.Index(fields=["event", "-sort_key"], name="speech_at_event"),
            models.Index(fields=["occasion", "-sort_key"], name="speech_marking"),
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

    natural_key.dependencies = ["speeches.event"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("speeches.detail", args=[self.slug])

    @property
    def is_published(self) -> bool:
        """Whether strangers may see it now: the same rule as ``published()``, for one row."""
        now = timezone.now()
        return (
            self.state == State.PUBLISHED
            and self.published_at is not None
            and self.published_at <= now
            and (self.embargo_until is None or self.embargo_until <= now)
        )

    # What a page says about one statement. These read prefetched rows, never the database anew.

    @cached_property
    def author(self) -> Attribution | None:
        roles = (a for a in self.attributions.all() if a.role == Attribution.Role.AUTHOR)
        return next(roles, None)

    @cached_property
    def preferred_text(self) -> SpeechText | None:
        """The best words we hold: by the rank of their status, then the fullest."""
        texts = sorted(self.texts.all(), key=SpeechText.preference)
        return texts[0] if texts else None

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
        return sorted({text.language for text in self.texts.all() if text.is_held})
