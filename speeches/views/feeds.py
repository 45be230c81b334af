"""A feed for every list of statements: with its filters, of a tag, speaker, office or series."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from speeches.feeds import Lately, Subject
from speeches.filters import SpeechFilter, list_address
from speeches.models import EventSeries, Office, Speaker, Speech, SpeechQuerySet, Tag

from . import access


def speeches(request: HttpRequest) -> HttpResponse:
    """The list with the filters of the address."""
    filters = SpeechFilter(request.GET, queryset=Speech.objects.published())
    labels = [one.label for one in filters.active]
    title = _("Statements: %(filters)s") % {"filters": ", ".join(labels)}
    page = list_address(filters.parameters)
    return Lately()(request, Subject(title if labels else _("Statements"), page, filters.qs))


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    return _of(request, "tags.feed", Tag, slug, SpeechQuerySet.tagged_with)


def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    return _of(request, "speakers.feed", Speaker, slug, SpeechQuerySet.by)


def office(request: HttpRequest, slug: str) -> HttpResponse:
    return _of(request, "offices.feed", Office, slug, SpeechQuerySet.made_in)


def series(request: HttpRequest, slug: str) -> HttpResponse:
    return _of(request, "series.feed", EventSeries, slug, SpeechQuerySet.in_series)


def _of(request: HttpRequest, name: str, model: Any, slug: str, participle: Any) -> HttpResponse:
    record = access.record_at(model, slug)
    if record.slug != slug:
        return HttpResponsePermanentRedirect(reverse(name, args=[record.slug]))
    statements = participle(Speech.objects.published(), record)
    return Lately()(request, Subject(str(record), record.get_absolute_url(), statements))
