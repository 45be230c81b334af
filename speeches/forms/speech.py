"""A statement: incomplete while it is a draft, whole while it is published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from speeches import languages, offsets
from speeches.editorial import TagList, resolve_tags
from speeches.models import Speech, Tag

from .record import RecordForm
from .tag import TagsField


class SpeechForm(RecordForm):
    tag_names = TagsField(
        label="Tags",
        help_text="Names or other labels of tags, in any language: one on a line, or a list parted "
        "by commas or semicolons.",
    )
    spoken_languages = forms.MultipleChoiceField(
        choices=languages.CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="In which it was spoken; a translation is a text of its own.",
    )

    may_create_tags = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "tag_names" in self.fields:
            self.fields["tag_names"].widget.may_create = self.may_create_tags
            if self.instance.pk:
                self.initial["tag_names"] = [row.tag.name for row in self.instance.tagged.all()]

    def clean_tag_names(self) -> TagList:
        found = resolve_tags(self.cleaned_data["tag_names"])
        if not found.unknown:
            return found
        create = f"{self.add_prefix('tag_names')}-create"
        if self.may_create_tags and create in self.data:
            for name in found.unknown:
                found.tags.append(_new_tag(name))
            return found
        self.fields["tag_names"].widget.unknown = found.unknown
        names = ", ".join(f"“{name[:100]}”" for name in found.unknown)
        raise ValidationError(f"No tag is called {names}.")

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.instance.state == Speech.State.PUBLISHED and "_unpublish" not in self.data:
            for name in ("kind", "delivered"):
                if name in self.fields and self.cleaned_data.get(name) in (None, ""):
                    self.add_error(name, "A published statement can’t be without this.")
        return self.cleaned_data


def _new_tag(name: str) -> Tag:
    """Not saved yet: that happens with the statement."""
    tag = Tag(name=name, key=offsets.fold(name))
    try:
        tag.full_clean()
    except ValidationError as error:
        raise ValidationError(
            [f"“{name[:100]}”: {message}" for message in error.messages]
        ) from None
    return tag
