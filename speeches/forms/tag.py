"""Tags: the vocabulary, and the field in which statements get theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from speeches import offsets
from speeches.models import Tag, TagLabel

from .record import RecordForm, RowForm, TemplateWidget

MOST = 100
"""How many names a list may hold; more is a mistake of pasting."""


@dataclass
class TagList:
    """What a list of names turned out to mean."""

    tags: list[Tag] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def resolve(text: str) -> TagList:
    """
    The tags that a pasted list names, by name or label in any language, in its order.

    Names are parted by lines, semicolons or commas; a comma inside a known name doesn't part it.
    Raises ValidationError for a list that is too long.
    """
    pieces = [piece.strip() for piece in re.split(r"[;\n\r]+", text) if piece.strip()]
    known = _known(_candidates(pieces))
    found = TagList()
    for piece in pieces:
        for name in _names(piece, known):
            tag = known.get(offsets.fold(name))
            if tag is None and name not in found.unknown:
                found.unknown.append(name)
            elif tag is not None and tag not in found.tags:
                found.tags.append(tag)
    return found


def _candidates(pieces: list[str]) -> set[str]:
    """All names that the list can mean, folded: each part between commas, and its joins."""
    parts = [[part.strip() for part in piece.split(",")] for piece in pieces]
    if sum(map(len, parts)) > MOST:
        raise ValidationError(f"These are more than {MOST} names.")
    return {
        offsets.fold(", ".join(row[start:end]))
        for row in parts
        for start in range(len(row))
        for end in range(start + 1, min(len(row), start + 5) + 1)
    } | {offsets.fold(piece) for piece in pieces}


def _known(keys: Iterable[str]) -> dict[str, Tag]:
    labels = TagLabel.objects.filter(key__in=keys).select_related("tag")
    known = {label.key: label.tag for label in labels}
    return known | {tag.key: tag for tag in Tag.objects.filter(key__in=keys)}


def _names(piece: str, known: dict[str, Tag]) -> list[str]:
    """The names in one piece, the longest known ones first."""
    if offsets.fold(piece) in known:
        return [piece]
    parts, names = [part.strip() for part in piece.split(",") if part.strip()], []
    while parts:
        length = next((n for n in range(min(5, len(parts)), 0, -1) if _join(parts[:n]) in known), 1)
        names.append(", ".join(parts[:length]))
        parts = parts[length:]
    return names


def _join(parts: list[str]) -> str:
    return offsets.fold(", ".join(parts))


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
    """Names of tags, as a list or as text; see ``resolve``."""

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
