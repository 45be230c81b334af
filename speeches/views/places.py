"""Where they spoke: countries and cities of the events at which statements were delivered."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_countries import countries

from speeches.models import Speech

from . import keeping
from .letters import grouped
from .page import frame

CITIES = 60
"""Cities named for one country: those with the most statements."""


class Place:
    """A country, with the cities in it: how many statements, and where to find them."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.name = str(countries.name(code))
        self.count = 0
        self.cities: Any = []

    @property
    def url(self) -> str:
        return f"{reverse('speeches.list')}?{urlencode({'country': self.code})}"

    def add(self, city: str, count: int) -> None:
        self.count += count
        if city and len(self.cities) < CITIES:
            query = urlencode({"country": self.code, "city": city})
            self.cities.append((city, count, f"{reverse('speeches.list')}?{query}"))


def list(request: HttpRequest) -> HttpResponse:
    rows = keeping.kept(request, ("places",), _counts)
    places: dict[str, Place] = {}
    for code, city, count in rows:
        places.setdefault(code, Place(code)).add(city, count)
    context = {"groups": grouped(places.values(), "name")}
    head = frame(
        request,
        title=_("Places"),
        description=_("Countries and cities in which the statements of the archive were made."),
        trail=[(_("Events"), reverse("events.list"))],
    )
    return render(request, "places/list.html", context | head)


def _counts() -> Any:
    """Country, city and number, the most frequent first: one query."""
    held_at = Speech.objects.published().exclude(event__country="").exclude(event=None)
    rows = held_at.order_by().values_list("event__country", "event__city")
    return [*rows.annotate(number=Count("pk")).order_by("-number", "event__city")]
