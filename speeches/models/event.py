"""Events: when, where, in which series, within which other event, by whom."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_countries import countries
from django_countries.fields import CountryField

from speeches import date_words, languages
from speeches.addresses import address_of

from .fields import PartialDateField, SortDay, labelled
from .natural_keys import NamedInFixtures
from .permalink import Permalinked, SlugManager
from .speaker import refuse_cycle


@lru_cache(maxsize=1000)
def _country(code: str, language: str | None) -> str:
    """The name of a country in the language of the page: a list asks for the same few."""
    return str(countries.name(code))


class EventQuerySet(models.QuerySet["Event"]):
    def upcoming(self) -> EventQuerySet:
        """Still to come, or going on, as far as their dates tell; cancelled ones are not."""
        today = timezone.localdate()
        may_come = Q(start__isnull=True) | Q(start__on_or_after=today) | Q(end__on_or_after=today)
        return self.exclude(status=Event.Status.CANCELLED).filter(
            Q(starts_on__gte=today) | Q(may_come, status=Event.Status.PLANNED)
        )

    def past(self) -> EventQuerySet:
        """All that are not upcoming, those cancelled included."""
        return self.exclude(pk__in=self.model.objects.upcoming().values("pk"))

    def of_year(self, year: int) -> EventQuerySet:
        return self.filter(year=year)


class Event(Permalinked):
    """An occasion: an observance, a conference, a symposium, a panel within one of them."""

    class Kind(models.TextChoices):
        OBSERVANCE = "observance", "Observance"
        CONFERENCE = "conference", "Conference"
        SUMMIT = "summit", "Summit"
        SESSION = "session", "Session"
        SYMPOSIUM = "symposium", "Symposium"
        PANEL = "panel", "Panel"
        MEETING = "meeting", "Meeting"
        EXPOSITION = "exposition", "Exposition"
        PRESS_CONFERENCE = "press-conference", "Press conference"

    class Status(models.TextChoices):
        HELD = "held", "Held"
        PLANNED = "planned", "Planned"
        CANCELLED = "cancelled", "Cancelled"

    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind)
    series = models.ForeignKey(
        "speeches.EventSeries", models.PROTECT, null=True, blank=True, related_name="events"
    )
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Of the series; taken from the start where left empty."
    )
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    start = PartialDateField(null=True, blank=True)
    end = PartialDateField(null=True, blank=True)
    starts_on = models.GeneratedField(
        expression=SortDay(F("start")), output_field=models.DateField(null=True), db_persist=True
    )
    venue = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100, blank=True)
    country = CountryField(blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.HELD)
    url = models.URLField(blank=True)
    description = models.TextField(blank=True)
    source = models.TextField(blank=True, help_text="Where these facts come from.")

    objects: ClassVar[Any] = SlugManager.from_queryset(EventQuerySet)()

    class Meta(Permalinked.Meta):
        abstract = False
        ordering = (F("start").desc(nulls_last=True), "-pk")
        indexes = (
            models.Index(fields=["-start", "-id"], name="event_by_date"),
            models.Index(fields=["country", "city"], name="event_by_place"),
            models.Index(fields=["name"], name="event_by_name"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="event_has_a_name"),
            models.UniqueConstraint(
                fields=["series", "year"],
                condition=Q(kind="observance", part_of__isnull=True),
                name="one_observance_per_series_and_year",
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | ~Q(part_of=F("pk")),
                name="event_is_not_part_of_itself",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
                name="event_ends_after_it_starts",
            ),
        )

    get_kind_display = labelled("kind", Kind.choices)

    def __str__(self) -> str:
        return f"{self.name} {self.year}" if self.is_year_needed else self.name

    @property
    def is_year_needed(self) -> bool:
        """Whether the name alone doesn't say which one: yearly observances share theirs."""
        return bool(self.year) and str(self.year) not in self.name and self.series_id is not None

    @property
    def place(self) -> str:
        """“Headquarters, New York, United States of America”, as far as known."""
        country = _country(str(self.country), get_language())
        return ", ".join(filter(None, [self.venue, self.city, country]))

    @property
    def when(self) -> str:
        """“6 to 8 September 2017”, or the start alone; empty where nothing is known."""
        start, end = self.start, self.end
        if start is None or not start.is_known or end is None or start == end:
            return str(start) if start is not None else ""
        first, last = str(start), str(end)
        if start.is_day and end.is_day:
            first, last = date_words.show_range(start.sort_day, end.sort_day, "day")
        return _("%(first)s to %(last)s") % {"first": first, "last": last}

    def get_absolute_url(self) -> str:
        return address_of("events.detail", self.slug)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.year is None and self.start is not None:
            self.year = self.start.year
        super().save(*args, **kwargs)

    def clean(self) -> None:
        refuse_cycle(self, "part_of", "An event can't be part of itself.")
        if self.start and self.end and int(self.end) < int(self.start):
            raise ValidationError({"end": "The end lies before the start."})


class EventName(NamedInFixtures):
    """Another name of an event, as outlets print it or in another language."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=20, blank=True, choices=languages.CHOICES)

    NATURAL_KEY = ("event__slug", "name")

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["event", "name"], name="event_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="event_name_is_not_empty"),
        )

    def __str__(self) -> str:
        return self.name


class EventOrganizer(NamedInFixtures):
    """Who organized, convened or hosted an event."""

    class Role(models.TextChoices):
        ORGANIZER = "organizer", "Organizer"
        CONVENER = "convener", "Convener"
        HOST = "host", "Host"

    event = models.ForeignKey(Event, models.CASCADE, related_name="organizers")
    organization = models.ForeignKey(
        "speeches.Organization", models.PROTECT, related_name="organized"
    )
    role = models.CharField(max_length=10, choices=Role, default=Role.ORGANIZER)

    NATURAL_KEY = ("event__slug", "organization__slug", "role")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["event", "organization", "role"], name="event_organizer_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organization} ({self.get_role_display().lower()})"
