"""Speakers, with a question when the name is close to one we have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from speeches import editorial
from speeches.models import Speaker

from .record import CloseNames, RecordForm


class SpeakerForm(CloseNames, RecordForm):
    def clean_sort_name(self) -> str:
        """Left empty, it is the name, as the model has it when saving."""
        return self.cleaned_data["sort_name"] or self.cleaned_data.get("name", "")

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.ask_about_close_names(self._close)
        return self.cleaned_data

    def _close(self) -> Sequence[Speaker]:
        return editorial.close_speakers(
            self.cleaned_data["name"], self.cleaned_data.get("sort_name", ""), self.instance.pk
        )
