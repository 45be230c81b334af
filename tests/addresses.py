"""Every address of the public site, from the table of contents itself: a new page joins unasked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.urls import get_resolver

from tests.builders import a_document, a_series, a_speech, a_tag, a_tenure, an_event

_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def patterns() -> list[tuple[str, str]]:
    """Name and route of every page: ("tags.detail", "/tags/<slug:slug>/")."""
    found = get_resolver("speeches.urls").url_patterns
    return [(pattern.name, f"/{pattern.pattern}") for pattern in found]


def filled(route: str, values: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """
    The route with each value of each parameter; a KeyError where a new page takes a parameter of
    which nobody has said what it can be.
    """
    names = _PARAMETER.findall(route)
    for chosen in itertools.product(*(list(values[name]) for name in names)):
        pieces = iter(chosen)
        yield _PARAMETER.sub(lambda _: str(next(pieces)), route)  # noqa: B023 - used at once


def every(values: Mapping[str, Iterable[Any]]) -> list[str]:
    """Every page with each of the values of its parameters."""
    return [address for _, route in patterns() for address in filled(route, values)]


def every_with(name: str, values: Mapping[str, Iterable[Any]]) -> list[str]:
    """The same of those pages alone that take this parameter."""
    routes = [route for _, route in patterns() if name in _PARAMETER.findall(route)]
    return [address for route in routes for address in filled(route, values)]


def one_of_each() -> dict[str, list[Any]]:
    """
    Records that there are pages of, and what stands for them in the parameters of addresses.

    Every record has one slug, so that each page is there of which a parameter is filled with it.
    """
    tenure, tag, paper = a_tenure(), a_tag(slug="same"), a_document(slug="same", symbols=["A/1/1"])
    event = an_event(slug="same", country="CU", city="Havana", series=a_series(slug="same"))
    for record in (tenure.speaker, tenure.office):
        record.slug = "same"
        record.save()
    a_speech(slug="same", pid="same2222", tenure=tenure, event=event, tags=[tag], document=paper)
    return {
        "slug": ["same"],
        "pid": ["same2222"],
        "passage": ["p1"],
        "symbol": ["A/1/1"],
        "section": ["speeches"],
        "year": [2017],
        "month": ["09"],
        "day": ["12"],
        "facet": ["tag", "speaker"],
    }
