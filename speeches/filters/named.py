"""From the slugs in an address to the records they name, all nouns in one query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat

from speeches.models import Event, EventSeries, Office, PastSlug, Speaker, Tag

_SLUG = re.compile(r"[-\w]{1,100}", re.ASCII)


class Named(NamedTuple):
    """A record as filters need it."""

    pk: int
    slug: str
    label: str


def _event_label() -> Combinable:
    """An event's name, with its year where only that tells it from its like: ``str(event)``."""
    year = Cast("year", CharField())
    alone = Q(series__isnull=True) | Q(year__isnull=True)
    return Case(
        When(alone | Q(name__contains=year), then=F("name")),
        default=Concat(F("name"), Value(" "), year),
        output_field=CharField(),
    )


NOUNS: dict[str, tuple[Any, Any]] = {
    "tag": (Tag, F("name")),
    "speaker": (Speaker, F("name")),
    "office": (Office, F("title")),
    "series": (EventSeries, F("name")),
    "event": (Event, _event_label()),
}
"""What can be named by a slug: its model and what it is called."""


def find(asked: Mapping[str, Iterable[str]]) -> dict[str, dict[str, Named]]:
    """
    The records of these slugs, by noun and by the slug asked for.

    Slugs that a record once had lead to it as well; what names nothing is left out.
    """
    wanted = {noun: {s for s in slugs if _SLUG.fullmatch(s)} for noun, slugs in asked.items()}
    wanted = {noun: slugs for noun, slugs in wanted.items() if slugs}
    found: dict[str, dict[str, Named]] = {noun: {} for noun in asked}
    for noun, pk, slug, label in _rows({noun: Q(slug__in=s) for noun, s in wanted.items()}):
        found[noun][slug] = Named(pk, slug, label)
    missing = {noun: slugs - found[noun].keys() for noun, slugs in wanted.items()}
    if any(missing.values()):
        _find_past(found, missing)
    return found


def called(wanted: Mapping[str, Iterable[int]]) -> dict[tuple[str, int], Named]:
    """The records of these numbers, by noun and number; “framework” is of tags too. One query."""
    keys: dict[str, set[int]] = {}
    for name, numbers in wanted.items():
        keys.setdefault("tag" if name == "framework" else name, set()).update(numbers)
    rows = _rows({noun: Q(pk__in=numbers) for noun, numbers in keys.items() if numbers})
    return {(noun, pk): Named(pk, slug, label) for noun, pk, slug, label in rows}


def _rows(conditions: Mapping[str, Q]) -> Iterable[tuple[str, int, str, str]]:
    parts: list[QuerySet[Any, Any]] = []
    for noun, condition in conditions.items():
        model, label = NOUNS[noun]
        parts.append(
            model.objects.filter(condition)
            .order_by()
            .annotate(noun=Value(noun, CharField()), shown=Cast(label, CharField()))
            .values_list("noun", "pk", "slug", "shown")
        )
    if not parts:
        return []
    return parts[0].union(*parts[1:], all=True)


def _find_past(found: dict[str, dict[str, Named]], missing: Mapping[str, set[str]]) -> None:
    names = {NOUNS[noun][0]._meta.model_name: noun for noun in missing}
    past = [
        (names[model], slug, pk)
        for model, slug, pk in PastSlug.objects.filter(
            content_type__app_label="speeches",
            content_type__model__in=names,
            slug__in=set().union(*missing.values()),
        ).values_list("content_type__model", "slug", "object_id")
    ]
    past = [(noun, slug, pk) for noun, slug, pk in past if slug in missing[noun]]
    ids: dict[str, set[int]] = {}
    for noun, _slug, pk in past:
        ids.setdefault(noun, set()).add(pk)
    now = called(ids)
    for noun, slug, pk in past:
        if (noun, pk) in now:
            found[noun][slug] = now[noun, pk]
