"""The vocabulary, and suggestions from it while somebody types."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest, JsonResponse
from django.urls import path

from speeches import forms, offsets, search, stems
from speeches.models import Tag, TaggedSpeech, TagLabel

from .record import RecordAdmin, Rows

SUGGESTED = 12


class TagLabelRows(Rows):
    model = TagLabel
    form = forms.TagLabelForm
    verbose_name = "other label"
    verbose_name_plural = "other labels: synonyms, abbreviations, names in other languages"


class ToBeDescribed(admin.SimpleListFilter):
    """The queue of new tags: those made in passing, from a statement, have no scope note yet."""

    title = "scope note"
    parameter_name = "described"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("not-yet", "New: not described yet")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(scope_note="") if self.value() == "not-yet" else queryset


@admin.register(Tag)
class TagAdmin(RecordAdmin):
    form = forms.TagForm
    list_display = ("name", "kind", "broader", "times_used")
    list_filter = (ToBeDescribed, "kind")
    list_select_related = ("broader",)
    search_fields = ("name", "labels__label")
    autocomplete_fields = ("broader", "related")
    inlines = (TagLabelRows,)
    fieldsets = (
        (None, {"fields": ("name", "kind", "scope_note", "url")}),
        ("Its neighbours", {"fields": ("broader", "related")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(times_used=_times_used())

    def get_urls(self) -> list[Any]:
        suggest = self.admin_site.admin_view(self.suggest_view)
        return [path("suggest/", suggest, name="speeches_tag_suggest"), *super().get_urls()]

    def get_search_results(self, request: HttpRequest, queryset: Any, term: str) -> Any:
        """By the beginnings of words of any name or label, in any language, folded."""
        if not term.strip():
            return queryset, False
        called = search.suggestions.records_called("tag", term)
        in_the_middle, _may_repeat = super().get_search_results(request, queryset, term)
        return queryset.filter(called | Q(pk__in=in_the_middle.values("pk"))), False

    @admin.display(description="statements")
    def times_used(self, tag: Tag) -> int:
        return tag.times_used  # type: ignore[attr-defined]

    def suggest_view(self, request: HttpRequest) -> JsonResponse:
        """Tags whose name or label, in any language, has words that begin so, or contains it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        key = offsets.fold(request.GET.get("term", "")[:100].replace("\0", ""))
        called = search.suggestions.records_called("tag", key)
        inside = Q(key__contains=key) | Q(labels__key__contains=key)
        found = Tag.objects.filter(called | inside).distinct()
        begins = Case(When(key__startswith=key, then=Value(0)), default=Value(1))
        tags = found.annotate(rank=begins).order_by("rank", "name").prefetch_related("labels")
        results = [
            {"name": tag.name, "label": _matching(tag, key), "kind": tag.get_kind_display()}
            for tag in (tags[:SUGGESTED] if key else ())
        ]
        return JsonResponse({"results": results})


def _times_used() -> Any:
    """How many statements carry the tag; asked for each row shown, never for all."""
    rows = TaggedSpeech.objects.filter(tag=OuterRef("pk")).order_by()
    count = rows.values("tag").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(count), 0)


def _matching(tag: Tag, key: str) -> str:
    """The label that matched, where it wasn't the name itself."""
    if _answers(tag.name, tag.key, key):
        return ""
    labels = (label for label in tag.labels.all() if _answers(label.label, label.key, key))
    return next((label.label for label in labels), "")


def _answers(name: str, own_key: str, key: str) -> bool:
    pieces = stems.pieces(name)
    words = stems.pieces(key)
    return key in own_key or (
        bool(words) and all(any(piece.startswith(word) for piece in pieces) for word in words)
    )
