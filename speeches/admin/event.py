"""Events, and the series that they belong to."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from speeches import forms
from speeches.models import (
    Event,
    EventName,
    EventOrganizer,
    EventSeries,
    SeriesDate,
    SeriesName,
)

from .record import RecordAdmin, Rows


class EventNameRows(Rows):
    model = EventName
    fields = ("name", "language")
    verbose_name = "other name"
    verbose_name_plural = "other names, as outlets print them"


class EventOrganizerRows(Rows):
    model = EventOrganizer
    fields = ("organization", "role")
    autocomplete_fields = ("organization",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("organization")


@admin.register(Event)
class EventAdmin(RecordAdmin):
    form = forms.EventForm
    list_display = ("__str__", "kind", "start", "city", "country", "status")
    list_filter = ("kind", "status", ("series", admin.RelatedOnlyFieldListFilter))
    search_fields = ("name", "names__name", "city", "series__name", "=year")
    autocomplete_fields = ("series", "part_of")
    date_hierarchy = "starts_on"
    inlines = (EventOrganizerRows, EventNameRows)
    fieldsets = (
        (None, {"fields": ("name", "kind", "status")}),
        (
            "What it belongs to",
            {
                "fields": (("series", "year"), "part_of"),
                "description": "The Day 2017 is the observance of a series; a panel on that day is "
                "an event of its own, part of the Day.",
            },
        ),
        ("When and where", {"fields": (("start", "end"), "venue", ("city", "country"))}),
        ("More", {"fields": ("description", "url", "source")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("series", "part_of")


class SeriesDateRows(Rows):
    model = SeriesDate
    form = forms.SeriesDateForm
    fields = ("day", "month", "from_year", "to_year", "legal_basis")
    verbose_name = "rule"
    verbose_name_plural = "the day on which it is kept, and since when"


class SeriesNameRows(Rows):
    model = SeriesName
    fields = ("name", "language")
    verbose_name = "other name"
    verbose_name_plural = "other names"


@admin.register(EventSeries)
class EventSeriesAdmin(RecordAdmin):
    list_display = ("name",)
    search_fields = ("name", "names__name")
    inlines = (SeriesDateRows, SeriesNameRows)
    fieldsets = (
        (None, {"fields": ("name", "description")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )
