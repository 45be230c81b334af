"""One office: everybody who held it, and the statements they made in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches.exports import linked_data
from speeches.models import Office, Speech

from . import access, charts
from .page import frame
from .paging import Pages

HOLDERS = 200


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    office = access.record_at(Office, slug, Office.objects.select_related("organization"))
    if office.slug != slug:
        return access.moved(request, office)
    made = Speech.objects.published().made_in(office)
    years = made.counted_by("delivered__year")
    by_holder = made.counted_by("attributions__speaker")
    holders = [*office.tenures.select_related("speaker")[:HOLDERS]]
    for tenure in holders:
        # Once per person: some hold an office twice, and the list they lead to is the same.
        tenure.statements = by_holder.pop(tenure.speaker_id, 0)
        tenure.office = office
    total = sum(years.values())
    all_url = f"{reverse('speeches.list')}?office={office.slug}"
    pages = Pages(request, made.for_lists(), total=total)
    context = {
        "office": office,
        "holders": holders,
        "pages": pages,
        "problems": pages.problems,
        "total": total,
        "all_url": all_url,
        "bars": charts.bars(years, all_url),
    }
    head = frame(
        request,
        title=str(office),
        description=_description(office, holders, total),
        trail=[(_("Speakers"), reverse("speakers.list"))],
        path=pages.path,
        things=[linked_data.office(office, holders, request.build_absolute_uri)],
    )
    return render(request, "offices/detail.html", context | head)


def _description(office: Office, holders: Any, total: int) -> str:
    count = ngettext("%d statement", "%d statements", total) % total
    names = ", ".join(dict.fromkeys(tenure.speaker.name for tenure in holders[:4]))
    words = {"office": office, "names": names, "count": count}
    return _("%(office)s: held by %(names)s; %(count)s made in it.") % words
