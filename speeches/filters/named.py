"""From the slugs in an address to the records they name, all nouns in one query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from speeches.models import Event, EventSeries, Office, PastSlug, Speaker, Tag
from speeches.search import facets

_SLUG = re.compile(r"[-\w]{1,100}", re.ASCII)


class Named(NamedTuple):
    """A record as filters need it."""

    pk: int
    slug: str
    label: str


NOUNS: dict[str, tuple[Any, Any]] = {
    "tag": (Tag, F("name")),
    "speaker": (Speaker, F("name")),
    "office": (Office, F("title")),
    "series": (EventSeries, F("name")),
    "event": (Event, facets.event_label()),
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
    now = {
        (noun, pk): Named(pk, slug, label)
        for noun, pk, slug, label in _rows({noun: Q(pk__in=pks) for noun, pks in ids.items()})
    }
    for noun, slug, pk in past:
        if (noun, pk) in now:
            found[noun][slug] = now[noun, pk]
