"""Tags: the vocabulary, and the field in which statements get theirs."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from speeches import offsets
from speeches.models import Tag, TagLabel

from .record import RecordForm, RowForm, TemplateWidget


class TagPicker(TemplateWidget, forms.Textarea):
    """A text box for names of tags; with script, suggestions while typing and a chip for each."""

    template_name = "admin/widgets/tag_picker.html"
    unknown: list[str]
    may_create = False

    class Media:
        js = ("js/admin/tags.js",)

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.unknown = []

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        if isinstance(value, list | tuple):
            value = "\n".join(map(str, value))
        context = super().get_context(name, value, attrs)
        context |= {
            "unknown": self.unknown,
            "may_create": self.may_create,
            "suggestions": reverse("admin:speeches_tag_suggest"),
        }
        return context


class TagsField(forms.CharField):
    """Names of tags, as a list or as text; see ``editorial.resolve_tags``."""

    widget = TagPicker

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        names = re.split(r"[;\n\r]+", data or "")
        return {name.strip() for name in names if name.strip()} != set(map(str, initial or ()))


class TagForm(RecordForm):
    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        key = offsets.fold(name)
        if not key or len(key) > 100:
            raise ValidationError("This can’t be the name of a tag.")
        twin = Tag.objects.filter(key=key).exclude(pk=self.instance.pk).first()
        if twin is not None:
            raise ValidationError(f"The tag “{twin}” has this name.")
        return name


class TagLabelForm(RowForm):
    derived = ("key",)

    class Meta:
        model = TagLabel
        fields = ("label", "language")

    def clean_label(self) -> str:
        label = self.cleaned_data["label"]
        if not 0 < len(offsets.fold(label)) <= 150:
            raise ValidationError("This can’t be a label.")
        return label
