"""Organizations, the offices in them, and who held those offices when."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Case, Q, Value, When
from django.http import HttpRequest

from speeches.dates import NotADate, PartialDate
from speeches.models import Office, Organization, Tenure

from .record import RecordAdmin


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    list_display = ("name", "abbreviation", "kind", "parent", "country")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("name", "abbreviation")
    autocomplete_fields = ("parent",)
    fieldsets = (
        (None, {"fields": ("name", "abbreviation", "kind", "parent", "country")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return None


@admin.register(Office)
class OfficeAdmin(RecordAdmin):
    list_display = ("title", "organization", "is_single_seat")
    list_filter = ("is_single_seat",)
    list_select_related = ("organization",)
    search_fields = ("title", "organization__name", "organization__abbreviation")
    autocomplete_fields = ("organization",)
    fieldsets = (
        (None, {"fields": ("title", "organization", "is_single_seat")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("organization")


@admin.register(Tenure)
class TenureAdmin(RecordAdmin):
    list_display = ("speaker", "office", "start", "end", "basis", "is_acting")
    list_filter = ("basis", "is_acting")
    list_select_related = ("speaker", "office__organization")
    search_fields = ("speaker__name", "office__title", "office__organization__abbreviation")
    autocomplete_fields = ("speaker", "office")
    fieldsets = (
        (None, {"fields": ("speaker", "office", ("start", "end"), "is_acting")}),
        ("How we know", {"fields": ("basis", "source", "note")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("speaker", "office__organization")

    def get_search_results(self, request: HttpRequest, queryset: Any, term: str) -> Any:
        """For the choice of a capacity: the speaker's own offices, those held that day first."""
        found, may_repeat = super().get_search_results(request, queryset, term)
        speaker = request.GET.get("speaker", "")
        if speaker.isdecimal() and len(speaker) < 19:
            found = found.filter(speaker=int(speaker))
        day = _day(request.GET.get("day", ""))
        if day is not None:
            held = Case(When(_held_on(day), then=Value(0)), default=Value(1))
            found = found.order_by(held, "-start", "-pk")
        return found, may_repeat


def _day(text: str) -> PartialDate | None:
    try:
        day = PartialDate.parse(text[:100].replace("\0", ""))
    except NotADate:
        return None
    return day if day.is_known else None


def _held_on(day: PartialDate) -> Q:
    begun = Q(start__isnull=True) | Q(start__on_or_before=day.latest or day.sort_day)
    not_over = Q(end__isnull=True) | Q(end__on_or_after=day.earliest or day.sort_day)
    return begun & not_over
