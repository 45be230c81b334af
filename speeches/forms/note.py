"""The rows in which editors annotate passages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from speeches import anchors, editorial, markup
from speeches.models import Passage, PassageNote

from .record import RowForm


class PassageNoteForm(RowForm):
    """A note; the words that it is about are looked for once the text itself is saved."""

    passage = forms.CharField(
        required=False,
        max_length=20,
        help_text="Its id, as above: p3. Empty, the words are looked for in all of them.",
    )
    exact = forms.CharField(
        required=False,
        max_length=600,
        label="Words",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Copied from the text; “teh (2)” for where they stand the second time. Empty, "
        "the note is about the whole passage.",
    )

    class Meta:
        model = PassageNote
        fields = ("kind", "passage", "exact", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._was = {"passage": self.instance.passage, "exact": self.instance.exact}
        if "exact" not in self.fields or not self.instance.pk:
            return
        self.initial["passage"] = self.instance.passage.pid if self.instance.passage else ""
        self.initial["exact"] = _as_typed(self.instance)
        if self.instance.is_loose:
            self.fields["exact"].help_text = (
                f"Its words, “{self.instance.exact}”, do not stand there any more: readers don’t "
                "see this note. Copy the words that it is about, or delete it."
            )

    def clean_passage(self) -> Passage | None:
        """The passage of the statement with this id; the number alone will do."""
        typed = self.cleaned_data["passage"].strip().lower()
        if not typed:
            return None
        pid = f"p{typed.removeprefix('p')}"
        found: Passage | None = Passage.objects.filter(
            speech=self.instance.speech_id, pid=pid
        ).first()
        if found is None:
            raise ValidationError(f"This statement has no passage “{typed}”.")
        return found

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if not self._is_moved:
            return cleaned | self._was
        is_nowhere = not (cleaned.get("passage") or cleaned.get("exact"))
        if is_nowhere and "passage" not in self.errors:
            self.add_error("passage", "Say which passage it is about, or which of its words.")
        return cleaned

    @property
    def _is_moved(self) -> bool:
        return not self.instance.pk or bool({"passage", "exact"} & set(self.changed_data))

    def save(self, commit: bool = True) -> Any:
        """Raises RefusedError where the words typed don't stand in the text as it is now."""
        note = self.instance
        if not self._is_moved:
            note.refresh_from_db(fields=["passage", "exact", "start"])  # its text may have moved it
            return super().save(commit)
        passages = Passage.objects.filter(speech=note.speech).order_by("text", "position")
        if chosen := self.cleaned_data["passage"]:
            passages = passages.filter(pk=chosen.pk)
        editorial.place_note(note, self.cleaned_data["exact"], passages)
        return super().save(commit)


def _as_typed(note: PassageNote) -> str:
    """The words as they have to be typed to mean the same place again; empty for loose ones."""
    words = markup.plain(note.passage.body) if note.passage else ""
    span = note.span_in(words) if note.exact else None
    places = anchors.occurrences(note.exact, words) if span else []
    if span not in places:
        return ""
    return note.exact if len(places) < 2 else f"{note.exact} ({places.index(span) + 1})"
