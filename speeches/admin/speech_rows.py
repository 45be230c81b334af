"""The rows on the page of a statement."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, F, Prefetch
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.utils.html import format_html_join

from speeches import forms
from speeches.models import Attribution, Evidence, Passage, PassageNote, SpeechText

from .record import Rows


class AttributionRows(Rows, admin.StackedInline):
    model = Attribution
    form = forms.AttributionForm
    formset = forms.AttributionFormSet
    template = "admin/edit_inline/stacked.html"
    fields = (("role", "printed_as"), ("speaker", "tenure"))
    autocomplete_fields = ("speaker", "tenure")
    verbose_name = "person or body"
    verbose_name_plural = "who: one author; others where they delivered it or stand behind it"

    class Media:
        js = ("js/admin/capacity.js",)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        return rows.select_related("speaker", "tenure__speaker", "tenure__office__organization")


class SpeechTextRows(Rows, admin.StackedInline):
    model = SpeechText
    form = forms.SpeechTextForm
    template = "admin/edit_inline/stacked.html"
    autocomplete_fields = ("document",)
    verbose_name = "text"
    verbose_name_plural = "texts: the words, one version for each language and document"
    fieldsets = (
        (None, {"fields": ("document", ("language", "status", "coverage"), "body", "voices")}),
        ("Translation", {"fields": ("translation_of",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        counted = Passage.objects.annotate(noted=Count("notes")).order_by("position", "pk")
        passages = Prefetch("passages", counted)
        texts = super().get_queryset(request).select_related("document__publisher")
        return texts.defer("document__content", "document__text").prefetch_related(passages)

    @admin.display(description="Whose words")
    def voices(self, text: SpeechText) -> str:
        """For those who may only look."""
        rows = ((p.pid, p.get_voice_display()) for p in text.passages.all())
        return format_html_join("", "<div>{}: {}</div>", rows)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "translation_of":
            speech = request.resolver_match.kwargs.get("object_id", "")  # type: ignore[union-attr]
            own = speech if speech.isdecimal() else 0
            kwargs["queryset"] = SpeechText.objects.filter(speech=own).defer("body")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class EvidenceRows(Rows, admin.StackedInline):
    model = Evidence
    form = forms.EvidenceForm
    template = "admin/edit_inline/stacked.html"
    autocomplete_fields = ("document",)
    verbose_name = "evidence"
    verbose_name_plural = "how we know: for each fact, the words of a document that it rests on"
    classes = ("collapse",)
    fieldsets = ((None, {"fields": (("fact", "value", "basis"), ("document", "words"), "note")}),)

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request).select_related("document")
        return rows.defer("document__content", "document__text").annotate(
            printed_words=Substr("document__text", F("start") + 1, F("end") - F("start"))
        )

    @admin.display(description="Words of the document")
    def words(self, evidence: Evidence) -> str:
        """For those who may only look."""
        return evidence.printed_words or ""  # type: ignore[attr-defined]


class PassageNoteRows(Rows, admin.StackedInline):
    model = PassageNote
    form = forms.PassageNoteForm
    template = "admin/edit_inline/stacked.html"
    verbose_name = "note on a passage"
    verbose_name_plural = "notes: where the source errs, or needs a word from us; its words stay"
    classes: Any = ("collapse",)
    fieldsets = ((None, {"fields": ("kind", "passage", "exact", "note")}),)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Folded only where there is none yet."""
        if obj is not None and obj.notes.exists():
            self.classes = ()
        return super().get_formset(request, obj, **kwargs)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """An empty row for those without a script, once there is a text to annotate."""
        return 0 if obj is None else 1

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.in_order()
