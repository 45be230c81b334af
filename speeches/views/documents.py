"""Documents: the papers that words came on, with every passage tied to who said it."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from speeches import languages
from speeches.exports import linked_data
from speeches.filters import as_typed
from speeches.models import Document, Evidence, Passage, Speech, SpeechText

from . import access, keeping, paper, quoting
from .page import frame
from .paging import Pages

KINDS = {
    Document.Kind.PRESS_RELEASE: gettext_lazy("Press releases"),
    Document.Kind.NEWS_STORY: gettext_lazy("News stories"),
    Document.Kind.TRANSCRIPT: gettext_lazy("Transcripts"),
    Document.Kind.WEB_PAGE: gettext_lazy("Web pages"),
    Document.Kind.MEETING_RECORD: gettext_lazy("Meeting records"),
    Document.Kind.VIDEO: gettext_lazy("Videos"),
}
CARRIED = 200
"""Statements named on the page of one document; a record of a whole debate has as many."""

CARRIERS = 50
CARRIER = ("document__symbols", "document__addresses")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
CHARSET = re.compile(r"[a-z0-9._-]+", re.IGNORECASE)
UNKNOWN = "application/octet-stream"
EXTENSIONS = {"text/plain": "txt", "text/html": "html", "application/pdf": "pdf"}


def list(request: HttpRequest) -> HttpResponse:
    kind = request.GET.get("kind", "")
    problems = []
    if kind and kind not in Document.Kind.values:
        problems.append(_("There is no kind of document called “%s”.") % as_typed(kind))
        kind = ""
    documents = Document.objects.published()
    kinds = keeping.kept(request, ("kinds of documents",), lambda: _counts(documents))
    total = kinds.get(kind, 0) if kind else sum(kinds.values())
    shown = documents.filter(kind=kind) if kind else documents
    shown = shown.light().select_related("publisher").prefetch_related("symbols", "addresses")
    pages = Pages(request, shown, total=total, kept={"kind": kind})
    context = {
        "kind": kind,
        "kinds": [(one, name, kinds[one]) for one, name in KINDS.items() if one in kinds],
        "pages": pages,
        "problems": problems + pages.problems,
    }
    head = frame(
        request,
        title=str(KINDS[Document.Kind(kind)]) if kind else _("Documents"),
        description=_(
            "The press releases, news stories and transcripts that the archive rests on."
        ),
        trail=[(_("Documents"), reverse("documents.list"))] if kind else [],
        path=pages.path,
    )
    return render(request, "documents/list.html", context | head)


def _counts(documents: Any) -> dict[str, int]:
    return dict(documents.order_by().values_list("kind").annotate(Count("pk")))


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    whole = Document.objects.defer("content").select_related("publisher", "rights")
    whole = whole.prefetch_related("symbols", "addresses").annotate(size=Length("content"))
    document = access.document_for(request.user, slug, whole)
    if document.slug != slug:
        return access.moved(request, document)
    texts = _public_texts(document)
    may_show = document.is_held and document.may_show_text and not document.is_held_back
    passages = _passages(texts)
    evidence = _evidence(document)
    context = {
        "document": document,
        "direction": languages.direction(document.language),
        "texts": texts,
        "paper": paper.laid_out(document.text, passages, evidence) if may_show else None,
        "quotations": [] if may_show else _quotations(texts, passages),
        "resting": [] if may_show else _resting(document, evidence),
        "carriers": _other_carriers(document, texts),
    }
    head = frame(
        request,
        title=document.title,
        description=_description(document),
        trail=[(_("Documents"), reverse("documents.list"))],
        things=[linked_data.document(document, request.build_absolute_uri)],
    )
    return render(request, "documents/detail.html", context | head)


def _is_public() -> Exists:
    """For rows about a statement: it is public. Asked row by row, there are few."""
    return Exists(Speech.objects.published().filter(pk=OuterRef("speech")))


def _public_texts(document: Document) -> Any:
    """The versions of public statements that the document carries, each with its statement."""
    carried = SpeechText.objects.filter(_is_public(), document=document)
    who = ("speech__attributions__speaker", "speech__attributions__tenure__office")
    rows = carried.defer("body").select_related("speech").prefetch_related(*who)
    return [*rows.order_by("pk")[:CARRIED]]


def _passages(texts: Any) -> Any:
    """Their passages, in the order of the document, each with the statement already read."""
    by_key = {text.pk: text for text in texts}
    passages = [*Passage.objects.filter(text__in=by_key).order_by("start", "position", "pk")]
    for passage in passages:
        passage.text = by_key[passage.text_id]
        passage.speech = passage.text.speech
    return passages


def _evidence(document: Document) -> Any:
    rows = Evidence.objects.filter(_is_public(), document=document, start__isnull=False)
    return [*rows.order_by("start", "pk")]


def _quotations(texts: Any, passages: Any) -> Any:
    """What may be quoted where the whole may not be shown: a few of the speakers' own words."""
    quoted: Any = []
    for text in texts:
        own = [passage for passage in passages if passage.text_id == text.pk]
        quoted += quoting.passages(text, own, quoting.MOST - len(quoted))
    return quoted


def _resting(document: Document, evidence: Any) -> Any:
    """Words that facts rest on, each span once; only as many and as long as one may quote."""
    for fact in evidence:
        fact.document = document
    return quoting.by_span(quoting.evidence(evidence))


def _other_carriers(document: Document, texts: Any) -> Any:
    """The same statements in other documents."""
    speeches = {text.speech_id: text.speech for text in texts}
    rows = SpeechText.objects.light().filter(speech__in=speeches).exclude(document=document)
    return [(speeches[row.speech_id], row) for row in rows.prefetch_related(*CARRIER)[:CARRIERS]]


def _description(document: Document) -> str:
    facts = [document.get_kind_display(), document.publisher, document.published_on]
    return "; ".join(str(fact) for fact in facts if fact)


def received(request: HttpRequest, slug: str) -> HttpResponse:
    """The bytes, exactly as they came."""
    document = access.document_for(
        request.user, slug, Document.objects.defer("text").select_related("rights")
    )
    if document.slug != slug:
        return redirect("documents.received", document.slug, permanent=True)
    if not document.is_held or not document.may_show_text or document.is_held_back:
        near = [(document.title, document.get_absolute_url())]
        raise access.NotHere(_("This document can’t be downloaded from here."), near)
    media_type = document.media_type if MEDIA_TYPE.fullmatch(document.media_type) else UNKNOWN
    named = media_type.startswith("text/") and CHARSET.fullmatch(document.encoding)
    charset = f"; charset={document.encoding}" if named else ""
    response = HttpResponse(bytes(document.content or b""), content_type=media_type + charset)
    name = f"{document.slug}.{EXTENSIONS.get(media_type, 'bin')}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
