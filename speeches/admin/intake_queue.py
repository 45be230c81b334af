"""The queue of documents: bringing several, going from one to the next, coming back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from speeches.forms.intake import BringForm
from speeches.intake import receiving
from speeches.models import Intake, Speech

_LIST = "admin:speeches_intake_changelist"


def address(intake: Intake) -> str:
    """The page of an intake."""
    return reverse("admin:speeches_intake_change", args=[intake.pk])


def bring(form: BringForm, user: Any) -> list[Intake]:
    """Intakes of all that the form brought."""
    return receiving.receive_together(_brought(form), by=user)


def _brought(form: BringForm) -> Iterator[tuple[bytes, str]]:
    if text := form.cleaned_data["text"]:
        # A form sends every line end as two characters; the text had one.
        content = text.replace("\r\n", "\n").encode("utf-8")
        if content.strip():
            yield content, ""
    for file in form.cleaned_data["uploads"]:
        yield file.read(), file.name


def begin(request: HttpRequest, brought: list[Intake]) -> HttpResponse:
    """To the one that was brought; of several, to the list, with those that can't be read."""
    if len(brought) == 1:
        return HttpResponseRedirect(address(brought[0]))
    readable = [intake for intake in brought if intake.state == Intake.State.OPEN]
    refused = [intake for intake in brought if intake.state == Intake.State.REFUSED]
    if readable:
        text = "{} documents are here to be read. <a href='{}'>Begin with the first</a>"
        if len(readable) == 1:
            text = "{} document is here to be read. <a href='{}'>Open it</a>"
        messages.success(request, format_html(text, len(readable), address(readable[0])))
    if refused:
        listed = _listed((address(intake), intake, intake.refusal) for intake in refused)
        kept = "is" if len(refused) == 1 else "are"
        text = "{} of them could not be read, and {} kept:{}"
        messages.warning(request, format_html(text, len(refused), kept, listed))
    return HttpResponseRedirect(reverse(_LIST))


def around(request: HttpRequest, intake: Intake) -> dict[str, Any]:
    """For the page of one: what was brought with it, how much of that is done, what comes next."""
    together = list(Intake.objects.light().brought_with(intake)) if intake.batch else []
    waiting = sum(one.state == Intake.State.OPEN for one in together)
    return {
        "together": together,
        "done": len(together) - waiting,
        "next": _next(request, intake),
    }


def after_filing(request: HttpRequest, intake: Intake, speeches: Iterable[Speech]) -> HttpResponse:
    """Back to the queue; to its own page where nothing else waits."""
    rows = ((reverse("admin:speeches_speech_change", args=[s.pk]), s, "") for s in speeches)
    text = "Filed. Look them through, then publish:{}"
    messages.success(request, format_html(text, _listed(rows)))
    is_last = _next(request, intake) is None
    return HttpResponseRedirect(address(intake) if is_last else reverse(_LIST))


def open_next(request: HttpRequest, intake: Intake) -> HttpResponse:
    """To the next that waits; to the list where none does."""
    following = _next(request, intake)
    return HttpResponseRedirect(address(following) if following else reverse(_LIST))


def after_discarding(request: HttpRequest, intake: Intake) -> HttpResponse:
    """Back to the queue, with the way to take it up again."""
    text = "“{}” is discarded. <a href='{}'>Its page</a> has a button that takes it up again."
    messages.warning(request, format_html(text, intake, address(intake)))
    return HttpResponseRedirect(reverse(_LIST))


def _next(request: HttpRequest, intake: Intake) -> Intake | None:
    found: Intake | None = Intake.objects.light().waiting_after(intake, request.user).first()
    return found


def _listed(rows: Iterable[tuple[str, Any, str]]) -> str:
    return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a> {}</li>', rows))
