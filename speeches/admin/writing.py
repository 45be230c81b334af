"""Beside the writing surface: the preview of a text, and the voices of a long one."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from speeches import editorial, markup
from speeches.forms.writing import MOST_PASSAGES, voice_row
from speeches.models import Passage, SpeechText

_BODY = re.compile(r"texts-\d+-body", re.ASCII)


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """
    What is being written, as readers will see it; nothing is saved.

    Answers with one text alone (``body``, what the script asks), or with a page of all texts of
    the form (what its button sends where there is no script).
    """
    if not request.user.has_perm("speeches.view_speech"):
        raise PermissionDenied
    if "body" in request.POST:
        return HttpResponse(markup.render(request.POST["body"]))
    bodies = [str(text) for name, text in sorted(request.POST.items()) if _BODY.fullmatch(name)]
    context = {
        **admin.site.each_context(request),
        "title": "Preview",
        "heading": request.POST.get("title", ""),
        "texts": [markup.render(body) for body in bodies if body.strip()],
    }
    return TemplateResponse(request, "admin/speeches/speech/preview.html", context)


def voices(request: HttpRequest, speech: int, text: int, admin: Any) -> HttpResponse:
    """The passages of a long text, a page at a time, each with a choice of whose words it is."""
    found = get_object_or_404(SpeechText.objects.defer("body"), pk=text, speech=speech)
    if not admin.has_change_permission(request, found.speech):
        raise PermissionDenied
    passages = found.passages.annotate(noted=Count("notes")).order_by("position", "pk")
    page = Paginator(passages, MOST_PASSAGES).get_page(request.GET.get("page"))
    if request.method == "POST":
        chosen = {passage.pid: request.POST.get(passage.pid, "") for passage in page}
        editorial.set_voices(found, chosen)
        admin.log_change(request, found.speech, "Changed whose words the passages are.")
        admin.message_user(request, "The voices are saved.", messages.SUCCESS)
        return HttpResponseRedirect(request.get_full_path())
    context = {
        **admin.admin_site.each_context(request),
        "title": f"Whose words: {found.speech}",
        "opts": admin.opts,
        "original": found.speech,
        "media": admin.media,
        "page": page,
        "rows": [voice_row(passage, passage.pid, passage.voice) for passage in page],
        "voices": Passage.Voice.choices,
        "notes_at": reverse("admin:speeches_speech_change", args=[found.speech_id]),
    }
    return TemplateResponse(request, "admin/speeches/speech/voices.html", context)
