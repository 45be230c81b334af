"""Pages for what went wrong: they say so plainly, and help on."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from speeches.models import Event, Speaker, Speech, Tag

from .access import NotHere

NEAR = 6
SHORTEST = 4
_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that can't be understood, or more sent at once than is taken."""
    is_too_much = request.method == "POST" and isinstance(exception, _TOO_MUCH)
    return render(request, "400.html", {"is_too_much": is_too_much}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing at this address: a search, and what has an address like it."""
    reason, near = "", []
    if isinstance(exception, NotHere):
        reason, near = exception.reason, exception.near
    context = {"reason": reason, "near": near or _near(request.path)}
    return render(request, "404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without context processors or queries: what is broken may be just those."""
    return render(None, "500.html", status=500)  # type: ignore[arg-type]


def _near(path: str) -> list[tuple[str, str]]:
    """A few public pages whose slug begins as the last part of the address does."""
    words = path.strip("/").rsplit("/", 1)[-1].lower()[:100]
    beginning = "-".join(words.split("-")[:2])
    if len(beginning) < SHORTEST or not beginning.replace("-", "").isalnum():
        return []
    found: list[Any] = []
    for rows in (
        Speech.objects.published().only("title", "slug"),
        Tag.objects.only("name", "slug"),
        Speaker.objects.only("name", "slug"),
        Event.objects.all(),
    ):
        # A range, so that the index on slugs serves; LIKE would read the whole table.
        like = rows.filter(slug__gte=beginning, slug__lt=beginning + "zzz").order_by("slug")
        found += like[: NEAR - len(found)] if len(found) < NEAR else []
    return [(str(record), record.get_absolute_url()) for record in found]
