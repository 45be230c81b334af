"""The rows below a statement: who stands behind it, its texts, how we know its facts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from speeches import editorial, offsets
from speeches.models import Attribution, Evidence, SpeechText

from .record import LinesField, RowForm, RowFormSet
from .writing import MOST_PASSAGES, VoicesField, WritingDesk

LAST = 500
"""Rows wait here for their number; no statement has as many."""


class AttributionForm(RowForm):
    class Meta:
        model = Attribution
        fields = ("role", "speaker", "tenure", "printed_as")

    def validate_constraints(self) -> None:
        """Each row by itself can’t tell: the rows are checked together, and by ``clean``."""


class AttributionFormSet(RowFormSet):
    """All attributions of a statement: one author, and each row a place of its own in its role."""

    def clean(self) -> None:
        super().clean()
        authors = [
            form
            for form in self.forms
            if not form.cleaned_data.get("DELETE")
            and form.cleaned_data.get("role") == Attribution.Role.AUTHOR
            and (form.has_changed() or form.instance.pk)
        ]
        if len(authors) > 1:
            raise ValidationError(
                "A statement has one author. The others may have delivered it, or spoken on "
                "behalf of somebody: choose their role."
            )

    def save(self, commit: bool = True) -> Any:
        """
        Numbers the rows within their roles.

        Rows that take one another's role would meet in the database: those that go, and the author
        that steps back, make room before the others are saved.
        """
        if not commit:
            return super().save(commit=False)
        rows = Attribution.objects.filter(speech=self.instance)
        rows.filter(pk__in=[form.instance.pk for form in self.deleted_forms]).delete()
        for place, form in enumerate(self.forms):
            if form.has_changed():
                form.instance.position = LAST + place
                if form.instance.pk and form.initial["role"] == Attribution.Role.AUTHOR:
                    new = {"role": form.instance.role, "position": LAST + place}
                    rows.filter(pk=form.instance.pk).update(**new)
        saved = super().save()
        self._number(rows)
        return saved

    def _number(self, rows: Any) -> None:
        """0, 1, 2 … within each role. In this order no row meets another on its way down."""
        taken: dict[str, int] = {}
        for pk, role, position in rows.order_by("position").values_list("pk", "role", "position"):
            place = taken.setdefault(role, 0)
            taken[role] += 1
            if place != position:
                rows.filter(pk=pk).update(position=place)


class SpeechTextForm(RowForm):
    voices = VoicesField(
        help_text="New passages of a reported text begin as paraphrase, of any other text as the "
        "speaker’s own words."
    )

    class Meta:
        model = SpeechText
        fields = ("document", "language", "status", "coverage", "body", "translation_of")
        widgets = {"body": WritingDesk}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "voices" not in self.fields:
            return
        widget: Any = self.fields["voices"].widget
        passages = list(self.instance.passages.all()) if self.instance.pk else []
        if len(passages) > MOST_PASSAGES:
            ids = [self.instance.speech_id, self.instance.pk]
            widget.page = reverse("admin:speeches_speech_voices", args=ids)
        else:
            widget.passages = passages
        self.initial["voices"] = {passage.pid: passage.voice for passage in passages}

    def clean(self) -> dict[str, Any]:
        super().clean()
        original = self.cleaned_data.get("translation_of")
        if original and original.speech_id != self.instance.speech_id:
            self.add_error("translation_of", "The original is a text of the same statement.")
        return self.cleaned_data

    def save(self, commit: bool = True) -> SpeechText:
        text = super().save(commit)
        if commit and self.cleaned_data.get("voices"):
            editorial.set_voices(text, self.cleaned_data["voices"])
        return text


class EvidenceForm(RowForm):
    """Evidence, its span found from the words that the editor copies from the document."""

    words = LinesField(
        required=False,
        label="Words of the document",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Copy them from the document. For a printed fact, left empty, the fact itself is "
        "looked for.",
    )

    class Meta:
        model = Evidence
        fields = ("fact", "value", "basis", "document", "words", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["words"] = getattr(self.instance, "printed_words", None) or ""

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        basis, document = cleaned.get("basis"), cleaned.get("document")
        needs_note = {Evidence.Basis.INFERRED, Evidence.Basis.EXTERNAL, Evidence.Basis.EDITOR}
        if basis in needs_note and not cleaned.get("note"):
            self.add_error("note", "Say why we think so, or which other source says it.")
        if basis == Evidence.Basis.PRINTED and document is None and "document" not in self.errors:
            self.add_error("document", "Choose the document in which it is printed.")
        words = cleaned.get("words") or (
            cleaned.get("value", "") if basis == Evidence.Basis.PRINTED else ""
        )
        if not {"words", "document"} & set(self.changed_data) and self.instance.start is not None:
            return cleaned
        self._find(words, document)
        return cleaned

    def _find(self, words: str, document: Any) -> None:
        self.instance.start = self.instance.end = None
        if not words:
            return
        if document is None:
            if "document" not in self.errors:
                self.add_error("document", "Choose the document in which these words stand.")
            return
        span = offsets.find_folded(words, document.text)
        if span is None:
            self.add_error("words", f"“{words[:200]}” does not stand in “{document}”.")
            return
        self.instance.start, self.instance.end = span
