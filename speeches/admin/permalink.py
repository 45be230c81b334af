"""Past addresses: to look at, never to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from speeches.models import PastSlug


@admin.register(PastSlug)
class PastSlugAdmin(admin.ModelAdmin):
    list_display = ("slug", "content_type", "record", "since")
    list_filter = ("content_type",)
    search_fields = ("slug",)
    show_full_result_count = False
    fields = ("slug", "content_type", "record", "since")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        return rows.select_related("content_type").prefetch_related("record")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
