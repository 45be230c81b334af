"""Filters of the list of statements that look at their texts."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from speeches import languages
from speeches.models import SpeechText


class _OfText(admin.SimpleListFilter):
    """A statement counts once, however many of its texts match."""

    field = ""

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        texts = SpeechText.objects.filter(**{self.field: self.value()})
        return queryset.filter(pk__in=texts.values("speech"))


class KindOfText(_OfText):
    title = "kind of text"
    parameter_name = "text"
    field = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return SpeechText.Status.choices


class LanguageOfText(_OfText):
    title = "language of text"
    parameter_name = "language"
    field = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        codes = SpeechText.objects.order_by("language").values_list("language", flat=True)
        return [(code, languages.name(code)) for code in codes.distinct()]
