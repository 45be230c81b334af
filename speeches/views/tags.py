"""Tags: the vocabulary from A to Z, and one tag with its statements, its years, its neighbours."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from speeches import search
from speeches.exports import linked_data
from speeches.filters import as_typed
from speeches.models import Speech, Tag

from . import access, charts, keeping
from .letters import Alphabet, grouped
from .page import frame
from .paging import Pages

PER_PAGE = 200
NEWEST = 10
"""Statements shown on the page of a tag; the list has them all."""
SAMPLE = 300
"""Newest statements of a tag among which the tags that come with it are counted."""
KINDS = {
    Tag.Kind.TOPIC: gettext_lazy("Topics"),
    Tag.Kind.FRAMEWORK: gettext_lazy("Frameworks"),
    Tag.Kind.INITIATIVE: gettext_lazy("Initiatives"),
    Tag.Kind.REGION: gettext_lazy("Regions"),
}


def list(request: HttpRequest) -> HttpResponse:
    kind, letter = request.GET.get("kind", ""), request.GET.get("letter", "").upper()
    problems = []
    if kind and kind not in Tag.Kind.values:
        problems.append(_("There is no kind of tag called “%s”.") % as_typed(kind))
        kind = ""
    tags = Tag.objects.filter(kind=kind) if kind else Tag.objects.all()
    alphabet = keeping.kept(request, ("letters of tags", kind), lambda: Alphabet(tags, "key"))
    if letter and letter not in alphabet:
        problems.append(_("No tag begins with “%s”.") % as_typed(letter))
        letter = ""
    tags = alphabet.under(letter, tags) if letter else tags
    pages = Pages(
        request, tags.order_by("key", "pk"), PER_PAGE, kept={"kind": kind, "letter": letter}
    )
    keys = [tag.pk for tag in pages.items]
    counts = keeping.kept(request, ("tags", *keys), lambda: _counts(keys))
    for tag in pages.items:
        tag.statements = counts.get(tag.pk, 0)
    title = str(KINDS[Tag.Kind(kind)]) if kind else _("Tags")
    context = {
        "groups": grouped(pages.items, "key"),
        "alphabet": alphabet,
        "is_whole": not letter and not pages.page.has_other_pages(),
        "letter": letter,
        "kept": f"kind={kind}" if kind else "",
        "kind": kind,
        "kinds": keeping.kept(request, ("kinds of tags",), _kinds),
        "pages": pages,
        "problems": problems + pages.problems,
    }
    description = _("What the statements are about, from A to Z, with the number of statements.")
    trail = [(_("Tags"), reverse("tags.list"))] if kind else []
    head = frame(request, title=title, description=description, trail=trail, path=pages.path)
    return render(request, "tags/list.html", context | head)


def _counts(keys: Any) -> dict[int, int]:
    """The number of public statements of each tag, by key, in one query."""
    numbers = search.tally.numbers_of(["tag", "framework"], keys)
    return {key: numbers[str(key)] for key in keys}


def _kinds() -> Any:
    counts = dict(Tag.objects.order_by().values_list("kind").annotate(Count("pk")))
    return [(kind, label, counts[kind]) for kind, label in KINDS.items() if kind in counts]


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    whole = Tag.objects.select_related("broader").prefetch_related("labels")
    tag = access.record_at(Tag, slug, whole)
    if tag.slug != slug:
        return access.moved(request, tag)
    carrying = Speech.objects.published().tagged_with(tag)
    years = keeping.kept(
        request, ("years of tag", tag.pk), lambda: carrying.counted_by("delivered__year")
    )
    total = sum(years.values())
    all_url = f"{reverse('speeches.list')}?tag={tag.slug}"
    context = {
        "tag": tag,
        "speeches": carrying.for_lists()[:NEWEST],
        "total": total,
        "all_url": all_url,
        "bars": charts.bars(years, all_url),
        "met_with": Tag.objects.exclude(pk=tag.pk).carried_by(carrying[:SAMPLE].values("pk"))[:12],
        "sample": SAMPLE if total > SAMPLE else None,
        **_neighbours(tag),
    }
    head = frame(
        request,
        title=tag.name,
        description=_description(tag, total),
        trail=[(_("Tags"), reverse("tags.list"))],
        things=[linked_data.tag(tag, request.build_absolute_uri)],
    )
    return render(request, "tags/detail.html", context | head)


def _neighbours(tag: Tag) -> dict[str, Any]:
    beside = [*Tag.objects.beside(tag)]
    narrower = [other for other in beside if other.broader_id == tag.pk]
    related = [other for other in beside if other not in narrower and other.pk != tag.broader_id]
    return {"narrower": narrower, "related": related}


def _description(tag: Tag, total: int) -> str:
    count = ngettext("%d statement", "%d statements", total) % total
    words = {"count": count, "tag": tag.name, "note": tag.scope_note}
    return _("%(count)s on %(tag)s. %(note)s") % words
