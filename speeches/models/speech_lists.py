"""Lists of statements: which are public, in which order they stand, how far they reach."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone

from speeches.dates import Kind as DateKind
from speeches.dates import PartialDate, digits

from .attribution import Attribution
from .fields import SORT_KEY_DAY
from .tag import TaggedSpeech
from .text import SpeechText

if TYPE_CHECKING:
    from .speech import Speech  # noqa: F401 - named by the class below

SORT_KEY_YEAR = 10_000 * SORT_KEY_DAY
"""What one step of the year weighs in it. All that lies below has no known date."""


def _within(first: datetime.date | None, last: datetime.date | None) -> Q:
    """Certainly delivered from ``first`` to ``last``."""
    first_day, last_day = digits(first or datetime.date.min), digits(last or datetime.date.max)
    return Q(
        ~Q(delivered__certainty=DateKind.BEFORE),
        sort_key__gte=first_day * SORT_KEY_DAY,
        sort_key__lt=(last_day + 1) * SORT_KEY_DAY,
        delivered__latest__lte=last_day,
    )


def _any_of(path: str, values: Sequence[Any]) -> Q:
    """With one value, or with any of them; one alone is compared plainly, for the planner."""
    return Q(**{path: values[0]}) if len(values) == 1 else Q(**{f"{path}__in": values})


class _Written(models.Value):
    """
    A word of ours, written into a query.

    SQLite knows of it that a partial index has just such rows. Of one that is bound it doesn't: it
    would read each row, to compare.
    """

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return f"'{self.value}'", ()


@models.DateTimeField.register_lookup
class HasPassedBy(LessThanOrEqual):
    """
    A moment that is not after another, as nearly all are.

    SQLite takes such a comparison to hold for a quarter of the rows, and would read and sort those
    instead of walking an index in its order.
    """

    lookup_name = "has_passed_by"

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        return f"<= {rhs}"

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Sequence[Any]]:
        sql, values = self.as_sql(compiler, connection)
        return f"likely({sql})", values


_NOT_IN_ROWS = [
    "spoken_languages",
    "released_on",
    *(
        f"{event}__{field}"
        for event in ("event", "occasion")
        for field in ("start", "end", "starts_on", "description", "source", "url", "status")
    ),
]
"""Columns that lists don't read: what has to be made of them takes longer than reading them."""


class Extent(NamedTuple):
    """
    How many statements there are, and the first and last year of those whose date is known.

    ``is_more``: there are more than were counted.
    """

    number: int
    years: tuple[int, int] | None = None
    is_more: bool = False

    @property
    def shown(self) -> str:
        """The number as pages print it."""
        return f"{self.number:,}+" if self.is_more else f"{self.number:,}"


class SpeechQuerySet(models.QuerySet["Speech"]):
    def published(self, now: Any = None) -> SpeechQuerySet:
        """
        THE definition of public: every reader-facing query, count and feed begins here.

        ``now`` is the moment, where it isn't this one: a gap in a prepared query.
        """
        now = now or timezone.now()
        return self.filter(
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=now),
            state=_Written(self.model.State.PUBLISHED.value),
            published_at__has_passed_by=now,
        )

    def under_embargo(self) -> SpeechQuerySet:
        """Not to be known before a moment that is still to come, whatever their state."""
        return self.filter(embargo_until__gt=timezone.now())

    def lately_published(self) -> SpeechQuerySet:
        """Those made public last come first, whatever day they are of."""
        return self.order_by("-published_at", "-pk")

    def by(self, *speakers: Any) -> SpeechQuerySet:
        """Statements of which this speaker, or one of these, is the author."""
        return self.filter(
            _any_of("attributions__speaker", speakers), attributions__role=Attribution.Role.AUTHOR
        )

    def made_in(self, *offices: Any) -> SpeechQuerySet:
        """Statements whose author spoke as the holder of this office, or of one of these."""
        return self.filter(
            _any_of("attributions__tenure__office", offices),
            attributions__role=Attribution.Role.AUTHOR,
        )

    def tagged_with(self, tag: Any) -> SpeechQuerySet:
        return self.filter(tagged__tag=tag)

    def in_any_of(self, events: Any) -> SpeechQuerySet:
        """Delivered at one of the events (rows, keys or a subquery), or marking one."""
        every = self.model.objects.order_by()
        # Each half by its own index: with OR, both databases would read every statement there is.
        marking = every.filter(occasion__in=events).values("pk")
        return self.filter(pk__in=every.filter(event__in=events).values("pk").union(marking))

    def in_series(self, *series: Any) -> SpeechQuerySet:
        """Delivered at an event of the series, or of one of these, or marking one."""
        events = apps.get_model("speeches", "Event").objects.filter(_any_of("series", series))
        return self.in_any_of(events.order_by().values("pk"))

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
        return self.in_years((year, year))

    def in_years(self, *spans: tuple[int, int]) -> SpeechQuerySet:
        """Sorted under a year of one of these spans, each from its first to its last year."""
        within = Q()
        for first, last in spans:
            start, end = first * SORT_KEY_YEAR, (last + 1) * SORT_KEY_YEAR
            within |= Q(sort_key__gte=start, sort_key__lt=end)
        return self.filter(within)

    def within(self, first: datetime.date, last: datetime.date) -> SpeechQuerySet:
        """Certainly delivered from ``first`` to ``last``; not those that only may have been."""
        return self.filter(_within(first, last))

    def counted_within(self, dates: Sequence[PartialDate]) -> list[tuple[PartialDate, int]]:
        """For each of these days, or of these months, how many are certainly of it: one query."""
        # A month is its days without their last two digits.
        unit = 1 if dates[0].is_day else 100
        first = models.F("sort_key") / (SORT_KEY_DAY * unit)
        last = models.F("delivered__latest") / unit
        certain = self.order_by().exclude(delivered__certainty=DateKind.BEFORE)
        within_one = certain.annotate(first=first, last=last).filter(first=models.F("last"))
        counts = dict(within_one.values_list("first").annotate(models.Count("pk")))
        return [
            (date, counts.get(digits(date.earliest) // unit, 0)) for date in dates if date.earliest
        ]

    def years_around(self, year: int) -> list[int]:
        """The nearest years before and after this one that have statements."""
        known = self.filter(sort_key__gte=SORT_KEY_YEAR).values_list("sort_key", flat=True)
        start = year * SORT_KEY_YEAR
        before = known.filter(sort_key__lt=start).order_by("-sort_key").first()
        after = known.filter(sort_key__gte=start + SORT_KEY_YEAR).order_by("sort_key")
        return [key // SORT_KEY_YEAR for key in (before, after.first()) if key]

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
        return self.filter(sort_key__lt=SORT_KEY_YEAR)

    def at_or_marking(self, *events: Any) -> SpeechQuerySet:
        """Delivered at the event, or at one of these, or marking it from elsewhere."""
        return self.in_any_of(events)

    def first_year(self) -> int | None:
        """The first year that a statement is known to be of."""
        known = self.filter(sort_key__gte=SORT_KEY_YEAR).order_by("sort_key")
        key = known.values_list("sort_key", flat=True).first()
        return key and key // SORT_KEY_YEAR

    def for_lists(self) -> SpeechQuerySet:
        """With all that a row in a list shows, in a fixed number of queries; never a body."""
        tags = TaggedSpeech.objects.select_related("tag").only(
            "content_object", "tag__name", "tag__slug"
        )
        rows: Any = self.with_people_and_texts()
        found: SpeechQuerySet = rows.prefetch_related(
            models.Prefetch("tagged", tags, to_attr="taggings")
        )
        return found

    def with_people_and_texts(self) -> SpeechQuerySet:
        """With all that a row shows but its tags."""
        return (
            self.select_related("event", "occasion")
            .defer(*_NOT_IN_ROWS)
            .prefetch_related(
                models.Prefetch("attributions", Attribution.objects.for_lists(), to_attr="people"),
                models.Prefetch("texts", SpeechText.objects.for_lists(), to_attr="all_texts"),
            )
        )
