"""Documents and their rights: the bytes are taken in once and only looked at afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.html import format_html

from speeches import editorial, forms
from speeches.models import Document, DocumentAddress, DocumentSymbol, Rights

from .record import RecordAdmin, Rows

SHOWN = 200_000
"""How much of a text the form shows; the document's own page shows all."""


@admin.register(Rights)
class RightsAdmin(RecordAdmin):
    list_display = ("name", "allows_full_text")
    search_fields = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "statement", "allows_full_text", "url")}),
        ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
    )


class DocumentSymbolRows(Rows):
    model = DocumentSymbol
    form = forms.DocumentSymbolForm
    fields = ("symbol", "basis")
    verbose_name = "symbol"
    verbose_name_plural = "symbols; the parts of a compound one are added for you"


class DocumentAddressRows(Rows):
    model = DocumentAddress
    fields = ("url", "kind")
    verbose_name = "address"
    verbose_name_plural = "addresses: where it was, is, or is kept"


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    form = forms.DocumentForm
    list_display = ("title", "kind", "publisher", "published_on", "language", "held")
    list_filter = ("kind", "language", ("rights", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("publisher",)
    search_fields = ("title", "symbols__symbol", "publisher__name", "=sha256")
    autocomplete_fields = ("publisher", "rights")
    inlines = (DocumentSymbolRows, DocumentAddressRows)
    readonly_fields = ("checksum", "encoding", "received_text")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        is_held = obj is not None and obj.is_held
        shown = ("checksum", "encoding", "received_text")
        received = (
            ("As received", {"fields": shown, "description": "These never change."})
            if is_held
            else ("As received", {"fields": ("file",)})
        )
        return (
            (
                None,
                {
                    "fields": ("title", "kind", "publisher", "language"),
                    "description": "Title as printed at its head, even where it is wrong.",
                },
            ),
            received,
            (
                "What it prints about itself",
                {"fields": ("published_on", "dateline", "disclaimer")},
            ),
            ("Where from, and what may be shown", {"fields": ("retrieved_on", "rights")}),
            ("Address", {"fields": ("slug",), "classes": ("collapse",)}),
        )

    def get_queryset(self, request: HttpRequest) -> Any:
        documents: Any = super().get_queryset(request)
        return documents.light().select_related("publisher", "rights")

    @admin.display(boolean=True, description="held")
    def held(self, document: Document) -> bool:
        return document.is_held

    @admin.display(description="SHA-256")
    def checksum(self, document: Document) -> str:
        return format_html("<code>{}</code>", document.sha256)

    @admin.display(description="text")
    def received_text(self, document: Document) -> str:
        return format_html('<pre class="received" tabindex="0">{}</pre>', document.text[:SHOWN])

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What public statements rest on is for those who may publish."""
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    def _may_touch(self, request: HttpRequest, document: Any) -> bool:
        if document is None or request.user.has_perm("speeches.publish_speech"):
            return True
        return not Document.objects.published().filter(pk=document.pk).exists()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        document = form.instance
        for note in form.notes:
            self.message_user(request, note, messages.WARNING)
        for part in editorial.name_parts(document):
            self.message_user(request, f"Also filed under {part}, a part of the compound symbol.")
        keys = document.symbols.values("key")
        others = DocumentSymbol.objects.filter(key__in=keys).exclude(document=document)
        for other in others.select_related("document").defer("document__content", "document__text")[
            :5
        ]:
            text = f"The symbol {other} also stands on “{other.document}”."
            self.message_user(request, text, messages.WARNING)
