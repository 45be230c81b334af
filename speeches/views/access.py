"""Who may see what: the only place where a page decides whether its reader may have it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from speeches.models import Document, Permalinked, Speech, whole_speech

from . import keeping

Record = TypeVar("Record", bound=Permalinked)


class NotHere(Http404):
    """A page that isn't there, with a sentence that says why and what stands near it."""

    def __init__(self, reason: str = "", near: list[tuple[str, str]] | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.near = near or []


def for_readers(
    view: Callable[..., HttpResponse], *, is_tagged: bool = True
) -> Callable[..., HttpResponse]:
    """
    A page that is read: any other method is refused before what it brings is looked at.

    A stranger who has it already, and nothing has changed, is told so before anything else is
    looked up; but not where the answer has its own rule for caches (``is_tagged``). Where it had
    to ask who is there, as before a draft, no cache on the way may keep the answer; nor where
    somebody is signed in.
    """

    @csrf_exempt  # nothing changes here, and readers get no token
    @require_safe
    @wraps(view)
    def read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        tag = keeping.validator(request) if is_tagged else None
        if tag and (known := keeping.unchanged(request, tag) or keeping.whole(request, tag)):
            return known
        response = view(request, *args, **kwargs)
        if request.session.accessed or keeping.is_signed_in(request):
            response["Cache-Control"] = keeping.PRIVATE
        elif tag:
            keeping.keep(request, response, tag)
        return response

    return read


def may_see_drafts(user: Any) -> bool:
    """Staff who may look at statements; nobody else sees one before it is public."""
    return bool(user.is_active and user.is_staff and user.has_perm("speeches.view_speech"))


def refused(user: Any, reason: str = "") -> NotHere:
    """
    The answer to strangers for what is hidden, and the same for what never was: that somebody's
    rights were asked about shows in the headers (Vary), so here they always are.
    """
    may_see_drafts(user)
    return NotHere(reason)


def may_see(user: Any, speech: Speech) -> bool:
    """Whether this reader may have this statement. Asks about the user only where it matters."""
    return speech.is_published or may_see_drafts(user)


def record_at(model: type[Record], slug: str, records: QuerySet[Record] | None = None) -> Record:
    """
    The record that has, or once had, this slug. Raises Http404.

    ``records`` brings along what the page shows beside it; one found by a past slug comes bare,
    as all that its page does is lead on.
    """
    found = records.filter(slug=slug).first() if records is not None else None
    if found is not None:
        return found
    try:
        return model.at(slug)
    except model.DoesNotExist:
        raise NotHere from None


def speech_for(user: Any, slug: str) -> Speech:
    """The statement of this slug, with all that its page shows. Raises Http404."""
    try:
        speech = whole_speech(slug) or record_at(Speech, slug)
    except NotHere:
        raise refused(user) from None
    if not may_see(user, speech):
        raise refused(user)
    return speech


def document_for(user: Any, slug: str, records: QuerySet[Document] | None = None) -> Any:
    """
    The document of this slug. Raises Http404 where no public statement rests on it, for strangers.

    It knows whether one does (``is_public``), and whether its text has to wait for the end of an
    embargo on some statement that it carries (``is_held_back``).
    """
    try:
        document: Any = record_at(Document, slug, records)
    except NotHere:
        raise refused(user) from None
    found = Document.objects.filter(pk=document.pk).annotate(
        is_public=Exists(Document.objects.published().filter(pk=OuterRef("pk"))),
        is_held_back=Exists(Speech.objects.under_embargo().filter(texts__document=OuterRef("pk"))),
    )
    known = found.values_list("is_public", "is_held_back").get()
    document.is_public, document.is_held_back = known
    if not document.is_public and not may_see_drafts(user):
        raise refused(user)
    return document


def moved(request: HttpRequest, record: Any) -> HttpResponsePermanentRedirect:
    """Where a record stands now that its slug has changed; what was asked of it goes along."""
    query = request.META.get("QUERY_STRING", "")
    address = record.get_absolute_url()
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
