"""What is called as somebody begins to type, as the script of the search fields reads it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from speeches.search import suggestions

LABELS = {
    "speaker": _("Speakers"),
    "tag": _("Tags"),
    "event": _("Events"),
    "series": _("Series"),
    "title": _("Statements"),
}
SECONDS_KEPT = 60
"""How long browsers and caches on the way may give the same answer again."""


def suggest(request: HttpRequest) -> JsonResponse:
    """
    ``{"label", "said", "groups": [{"kind", "label", "options": [{…}]}]}``: see docs/search.md.

    Of ``q`` the first hundred letters are used.
    """
    found = suggestions.called_like(request.GET.get("q", ""))
    answer = {"label": translated("Suggestions"), "said": _said(found), "groups": grouped(found)}
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    response["X-Robots-Tag"] = "noindex"
    return response


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
