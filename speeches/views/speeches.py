"""Statements: the list with its filters, and one statement."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from speeches import languages
from speeches.exports import linked_data
from speeches.filters import LABELS, SpeechFilter, as_typed, heading, list_address
from speeches.models import MOST_BESIDE, Speech, SpeechText, neighbours

from . import access, finding, keeping, quoting, reading
from .page import frame
from .paging import Pages

OTHERS = MOST_BESIDE - 1
"""Statements at the same event that the page of one names."""

SELECTS = ("kind", "status", "language")
TYPED = ("q", "from", "to")
"""
Parameters with a field of their own in the form; the others go along hidden, and so do several
values of what can be selected: a field shows one.
"""


def list(request: HttpRequest) -> HttpResponse:
    filters = SpeechFilter(request.GET, queryset=Speech.objects.published())
    rows = filters.rows
    asked = list_address(filters.parameters)
    narrowed = keeping.kept(
        request, ("found", keeping.release(), asked), lambda: finding.narrowed(filters, rows)
    )
    total = narrowed.total
    goes_on = total.is_more and filters.order != "relevance"
    pages = Pages(request, rows, total=total.number, kept=filters.canonical, is_more=goes_on)
    finding.mark(pages.items, filters.expression)
    title = heading(filters, total)
    feed = list_address(filters.canonical, reverse("speeches.feed"))
    context = {
        "pages": pages,
        "total": total,
        "facets": narrowed.facets,
        "bound": narrowed.bound,
        "problems": filters.problems + pages.problems,
        "active": _removable(filters),
        "ways_out": [] if total.number else finding.ways_out(filters),
        "spelling": finding.better_spelling(filters, total.number),
        "named_like": finding.named_like(filters) if pages.page.number == 1 else [],
        **finding.about(filters),
        "form": _form(filters),
        "feed": feed,
        # Search engines have the whole list; they need not try every combination.
        "is_open_to_robots": len(filters.active) <= 1
        and "q" not in filters.values
        and not filters.manners,
    }
    head = frame(
        request,
        title=title,
        description=_("Statements on South-South cooperation, the newest first: %(title)s.")
        % {"title": title},
        path=pages.path,
        trail=[(_("Statements"), reverse("speeches.list"))] if filters.active else [],
        step="" if filters.active else _("Statements"),
        things=[linked_data.collection(title, pages.path, pages.items, request.build_absolute_uri)],
    )
    return render(request, "speeches/list.html", context | head)


def _removable(filters: SpeechFilter) -> Any:
    return [
        {
            "label": f"{LABELS[one.name]}: {one.label}",
            "remove_url": filters.address(leaving=one),
        }
        for one in filters.active
    ]


def _form(filters: SpeechFilter) -> dict[str, Any]:
    """What stands in the fields of the form, and the filters that have none."""
    given = filters.parameters
    selected = [name for name in SELECTS if len(given.get(name, [])) < 2]
    shown = {one.name: one.value for one in filters.active if one.name in (*TYPED, *selected)}
    ends = {end: str(filters.values.get(end, "")) for end in ("from", "to")}
    selects = [
        (
            name,
            LABELS[name],
            [("", _("Any")), *filters.form.fields[name].choices],
            shown.get(name, ""),
        )
        for name in selected
    ]
    return {
        "words": shown.get("q", ""),
        "manners": filters.manners,
        "first": ends["from"],
        "last": ends["to"],
        "selects": selects,
        "hidden": [one for one in filters.active if one.name not in shown],
    }


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    speech = access.speech_for(request.user, slug)
    if speech.slug != slug:
        return access.moved(request, speech)
    text, problems = _asked_for(request, speech)
    shown = reading.of(speech, text) if text else None
    passages = shown.passages if shown else []
    permalink = request.build_absolute_uri(reverse("id.speech", args=[speech.pid]))
    context = {
        "speech": speech,
        "reading": shown,
        "problems": problems,
        "permalink": permalink,
        "known_texts": [text for text in speech.all_texts if _is_only_known(text)],
        "versions": _versions(speech, text),
        "evidence": quoting.evidence(speech.facts),
        **_neighbours(speech),
    }
    head = frame(
        request,
        title=speech.title,
        description=speech.summary or (text.excerpt if text else ""),
        trail=[(_("Statements"), reverse("speeches.list"))],
        things=[linked_data.speech(speech, passages, request.build_absolute_uri)],
        og_type="article",
    )
    response = render(request, "speeches/detail.html", context | head)
    if not speech.is_published:
        response["X-Robots-Tag"] = "noindex"
    return response


def _asked_for(request: HttpRequest, speech: Speech) -> tuple[SpeechText | None, Any]:
    """The text in the language, or from the document, that the address names; or the best."""
    texts = speech.all_texts
    language, document = request.GET.get("language", ""), request.GET.get("document", "")
    text = reading.choose(texts, document, language)
    if text is not None or not (language or document):
        return text, []
    sentence = _(
        "We do not hold this statement in “%(asked)s”. This is the best text that we hold."
    )
    shown = languages.name(language) if language else document
    return reading.choose(texts), [sentence % {"asked": as_typed(shown)}]


def _is_only_known(text: SpeechText) -> bool:
    """A full text of which we know the address but don't have the words."""
    return not text.is_held and text.coverage == SpeechText.Coverage.FULL


def _versions(speech: Speech, shown: SpeechText | None) -> Any:
    """The held texts to switch between; nothing where there is but one."""
    held = sorted((text for text in speech.all_texts if text.is_held), key=SpeechText.preference)
    if len(held) < 2:
        return []
    names = [text.language for text in held]
    return [
        {
            "text": text,
            "language": languages.own_name(text.language),
            "direction": languages.direction(text.language),
            # Two texts in one language are told apart by their kind.
            "note": text.get_status_display() if names.count(text.language) > 1 else "",
            "url": text.address,
            "is_shown": text == shown,
        }
        for text in held
    ]


def _neighbours(speech: Speech) -> dict[str, Any]:
    """Statements beside this one: at the same event, and before and after it in the series."""
    event = speech.event or speech.occasion
    near = neighbours(speech, event)
    return {
        "event": event,
        "others": near.beside[:OTHERS],
        "has_more_others": len(near.beside) > OTHERS,
        "series": speech.series,
        "earlier": near.earlier,
        "later": near.later,
    }
