"""One facet of the list of statements: all its values with their counts, found by their words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from speeches import search
from speeches.filters import (
    MOST_LISTED,
    Facet,
    SpeechFilter,
    as_typed,
    counted,
    heading,
    list_address,
    whole,
)
from speeches.models import Extent, Speech

from . import finding, keeping
from .access import NotHere
from .page import frame
from .paging import Pages

PER_PAGE = 120
TITLES = {
    "tag": gettext_lazy("Tags"),
    "framework": gettext_lazy("Frameworks"),
    "speaker": gettext_lazy("Speakers"),
    "office": gettext_lazy("Offices"),
    "series": gettext_lazy("Series"),
    "event": gettext_lazy("Events"),
    "year": gettext_lazy("Years"),
    "kind": gettext_lazy("Kinds"),
    "status": gettext_lazy("Kinds of text"),
    "language": gettext_lazy("Languages"),
    "country": gettext_lazy("Countries"),
    "city": gettext_lazy("Cities"),
}


def detail(request: HttpRequest, facet: str) -> HttpResponse:
    if facet not in TITLES:
        raise NotHere(_("Statements are not parted by that."))
    filters = SpeechFilter(request.GET, queryset=Speech.objects.published())
    asked = list_address(filters.parameters)
    words = as_typed(request.GET.get("find", ""))
    total, every = keeping.kept(request, ("facet", facet, asked), lambda: _whole(filters, facet))
    shown = every.matching(words)
    kept = filters.canonical | {"find": [words] if words else []}
    pages = Pages(request, shown.others, PER_PAGE, kept=kept)
    list_url = list_address(filters.canonical)
    title = str(TITLES[facet])
    context = {
        "facet": shown,
        "pages": pages,
        "words": words,
        "hidden": [(name, one) for name, values in filters.canonical.items() for one in values],
        "all_url": shown.url,
        "list_url": list_url,
        "found": heading(filters, total),
        "most_counted": f"{search.bounds.MOST_COUNTED:,}" if shown.is_bounded else "",
        "most": MOST_LISTED if len(shown.counts) >= MOST_LISTED else None,
        "problems": filters.problems + pages.problems,
    }
    head = frame(
        request,
        title=title,
        description=_("%(title)s of the statements in the archive, each with its number.")
        % {"title": title},
        path=pages.path,
        trail=[(_("Statements"), reverse("speeches.list"))],
    )
    return render(request, "facets/detail.html", context | head)


def _whole(filters: SpeechFilter, name: str) -> tuple[Extent, Facet]:
    found = counted(filters, [name], MOST_LISTED)
    return finding.extent(filters, found[""]), whole(filters, name, found)
