"""What is called as somebody begins to type, as the script of the search fields reads it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from speeches.search import suggestions

from . import keeping

LABELS = {
    "speaker": _("Speakers"),
    "tag": _("Tags"),
    "event": _("Events"),
    "series": _("Series"),
    "title": _("Statements"),
}


def suggest(request: HttpRequest) -> HttpResponse:
    """
    ``{"label", "said", "groups": [{"kind", "label", "options": [{…}]}]}``: see docs/search.md.

    Of ``q`` the first hundred letters are used. Answers carry the tag that pages carry, so that
    what was withdrawn is not told again, but none is kept here: typing would drive out pages.
    """
    tag = keeping.validator(request)
    if tag and (known := keeping.unchanged(request, tag)):
        return known
    found = suggestions.called_like(request.GET.get("q", ""))
    answer = {"label": translated("Suggestions"), "said": _said(found), "groups": grouped(found)}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response["X-Robots-Tag"] = "noindex"
    return keeping.labelled(response, tag) if tag else response


def _said(found: list[suggestions.Suggestion]) -> str:
    """What a screen reader is told when they appear."""
    number = len(found)
    if not number:
        return translated("No suggestions.")
    words = ngettext(
        "%(number)d suggestion: the down arrow leads to it.",
        "%(number)d suggestions: the down arrow leads to them.",
        number,
    )
    return words % {"number": number}


def grouped(found: list[suggestions.Suggestion]) -> list[dict[str, Any]]:
    """Suggestions under the name of their kind, in their order."""
    return [
        {
            "kind": kind,
            "label": str(LABELS[kind]),
            "options": [
                {
                    "label": one.label,
                    "parts": one.parts,
                    "also": one.also,
                    "note": one.note,
                    "url": one.url,
                }
                for one in those
            ],
        }
        for kind, those in groupby(found, key=lambda one: one.kind)
    ]
