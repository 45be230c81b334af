"""Speakers, under all the names that outlets print, with the offices they held."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from speeches import forms
from speeches.models import Speaker, SpeakerName, Tenure

from .record import RecordAdmin, Rows


class SpeakerNameRows(Rows):
    model = SpeakerName
    fields = ("name", "kind", "language")
    verbose_name = "other name"
    verbose_name_plural = "other names, as outlets print them"


class TenureRows(Rows, admin.StackedInline):
    model = Tenure
    template = "admin/edit_inline/stacked.html"
    fields = ("office", ("start", "end", "is_acting"), ("basis", "source"))
    autocomplete_fields = ("office",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("speaker", "office__organization")


@admin.register(Speaker)
class SpeakerAdmin(RecordAdmin):
    form = forms.SpeakerForm
    list_display = ("sort_name", "name", "kind", "country")
    list_display_links = ("sort_name", "name")
    list_filter = ("kind",)
    search_fields = ("name", "sort_name", "names__name", "wikidata")
    inlines = (SpeakerNameRows, TenureRows)
    fieldsets = (
        (None, {"fields": ("name", "sort_name", "kind", "honorific")}),
        ("About them", {"fields": ("biography", "country", "wikidata")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )
