"""Series of events, and the rules by which a series is kept on a day of the year."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from speeches import date_words, languages
from speeches.addresses import address_of

from .natural_keys import NamedInFixtures
from .permalink import Permalinked, SlugManager


class EventSeriesQuerySet(models.QuerySet["EventSeries"]):
    def largest(self) -> EventSeriesQuerySet:
        """Those with the most events first: what the archive can best be measured against."""
        return self.annotate(size=models.Count("events")).order_by("-size", "name", "pk")


class EventSeries(Permalinked):
    """Something that comes again: the United Nations Day for South-South Cooperation."""

    name = models.CharField(max_length=200, unique=True)
    description = models.TextField(blank=True)

    objects: ClassVar[Any] = SlugManager.from_queryset(EventSeriesQuerySet)()

    class Meta(Permalinked.Meta):
        abstract = False
        verbose_name_plural = "event series"
        ordering = ("name", "pk")
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="series_has_a_name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("series.detail", self.slug)


class SeriesName(NamedInFixtures):
    """Another name of a series: as outlets print it, or in another language."""

    series = models.ForeignKey(EventSeries, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=20, blank=True, choices=languages.CHOICES)

    NATURAL_KEY = ("series__slug", "name")

    class Meta:
        ordering = ("language", "name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["series", "name"], name="series_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="series_name_is_not_empty"),
        )

    def __str__(self) -> str:
        return self.name


class SeriesDate(NamedInFixtures):
    """The day of the year on which a series is kept, for some years, and what it rests on."""

    series = models.ForeignKey(EventSeries, models.CASCADE, related_name="dates")
    month = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()
    from_year = models.PositiveSmallIntegerField("from")
    to_year = models.PositiveSmallIntegerField(
        "to", null=True, blank=True, help_text="Empty where the rule still stands."
    )
    legal_basis = models.CharField(max_length=300, blank=True)

    NATURAL_KEY = ("series__slug", "from_year")

    class Meta:
        ordering = ("from_year", "pk")
        constraints = (
            models.UniqueConstraint(fields=["series", "from_year"], name="series_date_once"),
            models.CheckConstraint(
                condition=Q(month__range=(1, 12), day__range=(1, 31)),
                name="series_date_is_a_day_of_the_year",
            ),
            models.CheckConstraint(
                condition=~Q(month__in=(4, 6, 9, 11), day=31) & ~Q(month=2, day__gt=29),
                name="series_date_exists",
            ),
            models.CheckConstraint(
                condition=Q(to_year__isnull=True) | Q(to_year__gte=F("from_year")),
                name="series_date_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["series"],
                condition=Q(to_year__isnull=True),
                name="series_has_one_standing_rule",
            ),
        )

    def __str__(self) -> str:
        return f"{self.day_in_words}, {self.from_year}–{self.to_year or ''}"

    @property
    def day_in_words(self) -> str:
        """“12 September”, in the reader's language."""
        return date_words.show(datetime.date(2000, self.month, self.day), "day_same_year")

    def in_year(self, year: int) -> datetime.date | None:
        """The day on which the series is kept that year; None where the rule names none."""
        is_after = self.to_year is not None and year > self.to_year
        if year < self.from_year or is_after or year > datetime.MAXYEAR:
            return None
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:  # 29 February
            return None

    def clean(self) -> None:
        if not self.series_id or self.from_year is None:
            return
        others = SeriesDate.objects.filter(series=self.series_id).exclude(pk=self.pk)
        overlapping = others.filter(Q(to_year__isnull=True) | Q(to_year__gte=self.from_year))
        if self.to_year is not None:
            overlapping = overlapping.filter(from_year__lte=self.to_year)
        if overlapping.exists():
            raise ValidationError("Another rule of this series holds in some of these years.")
