"""Addresses that are cited: permanent ids and document symbols, leading to where things stand."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from speeches import symbols
from speeches.filters import as_typed
from speeches.models import Passage, Speech

from . import access
from .access import NotHere
from .page import frame
from .paging import Pages

_PASSAGE = re.compile(r"p[1-9]\d{0,8}", re.ASCII)
LONGEST_SYMBOL = 200


def speech(request: HttpRequest, pid: str) -> HttpResponse:
    """To the statement, wherever its page stands today: so not a permanent redirect."""
    return redirect(_statement(request, pid))


def passage(request: HttpRequest, pid: str, passage: str) -> HttpResponse:
    """To the passage in its text; to the statement where the passage was there once."""
    statement = _statement(request, pid)
    if not _PASSAGE.fullmatch(passage) or int(passage[1:]) > statement.passages_made:
        sentence = _("This statement never had a passage “%(asked)s”.")
        near = [(statement.title, statement.get_absolute_url())]
        raise NotHere(sentence % {"asked": as_typed(passage)}, near)
    found = Passage.objects.filter(speech=statement, pid=passage).select_related("text__document")
    row = found.defer("text__body", "text__document__text", "text__document__content").first()
    if row is None:
        return redirect(statement)
    preferred = statement.preferred_text
    query = ""
    if preferred is not None and row.text_id != preferred.pk:
        query = row.text.address
    return redirect(f"{statement.get_absolute_url()}{query}#{passage}")


def _statement(request: HttpRequest, pid: str) -> Speech:
    known = pid.isalnum()
    found = Speech.objects.filter(pid=pid[:20].lower()).first() if known else None
    if found is None or not access.may_see(request.user, found):
        raise access.refused(request.user, _("No public statement has this permanent id."))
    return found


def symbol(request: HttpRequest, symbol: str) -> HttpResponse:
    """To the statement that a document symbol stands for; to a list where it stands for several."""
    asked = "".join(c for c in symbol[:LONGEST_SYMBOL] if c.isprintable()).strip("/ ")
    keys = {symbols.normalise(part) for part in [asked, *symbols.split(asked)]}
    found = Speech.objects.published().filed_under(keys)
    total = found.count()
    if total == 0:
        sentence = _("We know no public statement with the document symbol “%(symbol)s”.")
        raise NotHere(sentence % {"symbol": as_typed(asked)})
    if total == 1:
        return redirect(found.get())
    pages = Pages(request, found.for_lists(), total=total)
    head = frame(
        request,
        title=_("Statements filed under %(symbol)s") % {"symbol": as_typed(asked)},
        description=_("Statements carried by documents with this symbol."),
        trail=[(_("Statements"), reverse("speeches.list"))],
        path=pages.path,
    )
    context = {"pages": pages, "problems": pages.problems}
    return render(request, "speeches/symbol.html", context | head)
