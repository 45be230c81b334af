"""Bringing documents in: a paste, or one file or several."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

MOST_FILES = 20
KEPT = 3
"""A file over the limit is kept, with the reason; so many times over, it isn't."""


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; an empty list where none was chosen."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if len(files) > MOST_FILES:
            raise ValidationError(f"Choose at most {MOST_FILES} files at once.")
        for file in files:
            if file.size > KEPT * settings.SSCOOP_INTAKE_MAX_BYTES:
                raise ValidationError(
                    f"“{file.name}” has {filesizeformat(file.size)}, far more than can be read. "
                    "Divide it, or paste the part that matters. Choose the others again."
                )
        return files


class BringForm(forms.Form):
    text = forms.CharField(
        label="Paste a text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "cols": 90, "class": "vLargeTextField"}),
        help_text="All of it, with its head, its date lines and its foot: the reader uses them.",
    )
    uploads = FilesField(label="Or choose files", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = filesizeformat(settings.SSCOOP_INTAKE_MAX_BYTES).replace(".0", "")
        self.fields["uploads"].help_text = (
            f"Text, web pages, Word (.docx) or PDF, at most {most} each. Their bytes are kept as "
            "they are."
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("text", "").strip() and not data.get("uploads") and not self.errors:
            raise ValidationError("Paste a text, or choose a file.")
        return data
