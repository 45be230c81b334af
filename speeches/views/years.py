"""Statements by date: the years, one year, one month, one day."""

from __future__ import annotations

import datetime
from calendar import monthrange
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches import search
from speeches.dates import NotADate, PartialDate
from speeches.exports import linked_data
from speeches.models import Speech, SpeechQuerySet

from . import charts, keeping
from .access import NotHere
from .page import frame
from .paging import Pages

Step = tuple[str, str | None]


def years(request: HttpRequest) -> HttpResponse:
    """Every year of which the archive holds statements."""
    found = keeping.kept(request, ("years",), lambda: search.tally.of_archive(0, []))
    counts = {int(year): number for year, number in found.numbers.get("year", {}).items()}
    unknown = found.extent.number - sum(counts.values())
    context = {
        "counts": sorted(counts.items(), reverse=True),
        "unknown": unknown,
        "bars": _linked(charts.bars(counts, "")),
    }
    head = frame(
        request,
        title=_("Years"),
        description=_("Statements on South-South cooperation, year by year."),
        trail=[(_("Statements"), reverse("speeches.list"))],
    )
    return render(request, "speeches/years.html", context | head)


def _linked(bars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The bars, each leading to the page of its year."""
    for bar in bars:
        bar["url"] = bar["url"] and reverse("speeches.year", args=[bar["year"]])
    return bars


def year(request: HttpRequest, year: int) -> HttpResponse:
    """One year: its statements, and how many there are in each month."""
    shown = _date(year)
    speeches = Speech.objects.published().in_year(year)
    months = speeches.counted_within([_date(year, month) for month in range(1, 13)])
    steps = [
        (MONTHS[date.month], reverse("speeches.month", args=[year, date.month]), count)
        for date, count in months
        if count
    ]
    return _page(request, shown, speeches, steps, [])


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month: what was certainly said in it, and on which days."""
    shown = _date(year, month)
    speeches = _within(shown)
    last = monthrange(year, month)[1]
    days = speeches.counted_within([_date(year, month, day) for day in range(1, last + 1)])
    steps = [
        (str(date.day), reverse("speeches.day", args=[year, month, date.day]), count)
        for date, count in days
        if count
    ]
    return _page(request, shown, speeches, steps, [_step(year)])


def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """One day."""
    shown = _date(year, month, day)
    trail = [_step(year), _step(year, month)]
    return _page(request, shown, _within(shown), [], trail)


def _date(year: int, *rest: int) -> PartialDate:
    try:
        return PartialDate.of(year, *rest)
    except NotADate:
        raise NotHere(_("There is no such day in the calendar."), _nearest(year)) from None


def _within(date: PartialDate) -> SpeechQuerySet:
    first, last = date.earliest or datetime.date.min, date.latest or datetime.date.max
    return Speech.objects.published().within(first, last)


def _step(year: int, month: int | None = None) -> Step:
    if month is None:
        return str(year), reverse("speeches.year", args=[year])
    return MONTHS[month], reverse("speeches.month", args=[year, month])


def _page(
    request: HttpRequest,
    shown: PartialDate,
    speeches: SpeechQuerySet,
    steps: list[tuple[Any, str, int]],
    trail: list[Step],
) -> HttpResponse:
    total = speeches.count()
    if not total:
        sentence = _("We hold no public statement of %(date)s.") % {"date": shown}
        raise NotHere(sentence, _nearest(shown.year or 1))
    pages = Pages(request, speeches.for_lists(), total=total)
    words = {"count": f"{total:,}", "date": shown}
    title = ngettext("%(count)s statement, %(date)s", "%(count)s statements, %(date)s", total)
    title = title % words
    beginning: list[Step] = [
        (_("Statements"), reverse("speeches.list")),
        (_("Years"), reverse("speeches.years")),
    ]
    absolute = request.build_absolute_uri
    context = {
        "pages": pages,
        "date": shown,
        "steps": steps,
        "problems": pages.problems,
        "narrow_url": f"{reverse('speeches.list')}?from={shown.edtf}&to={shown.edtf}",
    }
    head = frame(
        request,
        title=title,
        description=_("Statements on South-South cooperation: %(date)s.") % words,
        trail=[*beginning, *trail],
        step=str(shown),
        path=pages.path,
        things=[linked_data.collection(title, pages.path, pages.items, absolute)],
    )
    return render(request, "speeches/date.html", context | head)


def _nearest(year: int) -> list[tuple[str, str]]:
    """The nearest years before and after of which there are statements."""
    around = Speech.objects.published().years_around(year)
    return [(str(near), reverse("speeches.year", args=[near])) for near in around]
