"""Where texts are written: a text box with a preview, and the voices of its passages below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from speeches import markup
from speeches.models import Passage

from .record import TemplateWidget

MOST_PASSAGES = 150
"""Longer texts have their voices on a page of their own: a form has its limits."""


class WritingDesk(TemplateWidget, forms.Textarea):
    """
    A text box for restricted Markdown.

    With script: a toolbar, a live preview beside it, and paste from Word or a web page becomes
    plain headings, paragraphs, emphasis and links. Without: a button that opens the preview.
    """

    template_name = "admin/widgets/writing_desk.html"

    class Media:
        js = ("js/admin/writing.js", "js/admin/paste.js")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, {"rows": 18, "spellcheck": "true"} | attrs)
        return context | {"preview": reverse("admin:speeches_speech_preview")}


def voice_row(passage: Any, name: str, voice: str) -> dict[str, Any]:
    """
    A passage as ``voices_table.html`` shows it, under the name of its field in the form; with the
    number of its notes, where it was counted.
    """
    excerpt = markup.excerpt(passage.body, 240)
    noted = getattr(passage, "noted", 0)
    return {"pid": passage.pid, "excerpt": excerpt, "name": name, "voice": voice, "notes": noted}


class VoicesWidget(TemplateWidget):
    """The passages of a text, each with a choice of whose words it is."""

    template_name = "admin/widgets/voices.html"
    passages: Sequence[Passage] = ()
    page = ""
    """Address of the page on which a long text has its voices."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        chosen = value if isinstance(value, dict) else {}
        context["voices"] = Passage.Voice.choices
        context["page"] = self.page
        context["rows"] = [
            voice_row(passage, f"{name}-{passage.pid}", chosen.get(passage.pid, passage.voice))
            for passage in self.passages
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        values = ((passage.pid, data.get(f"{name}-{passage.pid}")) for passage in self.passages)
        return {pid: voice for pid, voice in values if voice}

    def id_for_label(self, id_: str | None) -> str:
        return ""


class VoicesField(forms.Field):
    """Voices by passage id."""

    widget = VoicesWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, label="Whose words", **kwargs)

    def clean(self, value: Any) -> dict[str, str]:
        if not set(value.values()) <= set(Passage.Voice.values):
            raise ValidationError("Choose a voice from the list.")
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return any((initial or {}).get(pid) != voice for pid, voice in (data or {}).items())
