"""What is looked up with words or filters is given so much time; then a page says what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from speeches import search

__all__ = ["Patience"]

RETRY_AFTER = 30
"""Seconds after which a machine may try again."""


class Patience:
    """
    Middleware, the innermost: what an address with a query takes too long for is answered by 503.

    Only what is read is cut off, never a change. In the admin too: its lists search likewise.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or not request.META.get("QUERY_STRING"):
            return self.get_response(request)
        with search.within_time():
            response = self.get_response(request)
        # Its page is made here, where the limit is lifted and the connection is usable again.
        return _too_slow(request) if isinstance(response, _CutOff) else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What was cut off is no fault."""
        return _CutOff() if search.is_cut_off(error) else None


class _CutOff(HttpResponse):
    """In place of the page that will say so."""

    status_code = 503


def _too_slow(request: HttpRequest) -> HttpResponse:
    context: dict[str, Any] = {"words": request.GET.get("q", "")[:200]}
    name = "503.html"
    if request.path.startswith(reverse("admin:index")):
        name, context = "admin/too_slow.html", context | {"list_url": request.path}
    response = render(request, name, context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response
