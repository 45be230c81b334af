"""Events and the series they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from speeches import editorial
from speeches.models import Event

from .record import CloseNames, RecordForm, RowForm


class EventForm(CloseNames, RecordForm):
    def clean(self) -> dict[str, Any]:
        super().clean()
        self._refuse_second_observance()
        self.ask_about_close_names(self._close)
        return self.cleaned_data

    def _close(self) -> Sequence[Event]:
        cleaned = self.cleaned_data
        return editorial.close_events(cleaned["name"], cleaned.get("start"), self.instance.pk)

    def _refuse_second_observance(self) -> None:
        """The database holds this too, but on the year that is only filled in while saving."""
        cleaned = self.cleaned_data
        start, series = cleaned.get("start"), cleaned.get("series")
        year = cleaned.get("year") or (start.year if start else None)
        if cleaned.get("kind") != Event.Kind.OBSERVANCE or cleaned.get("part_of"):
            return
        twin = Event.objects.filter(
            kind=Event.Kind.OBSERVANCE, series=series, year=year, part_of=None
        ).exclude(pk=self.instance.pk)
        if series and year and (other := twin.first()):
            self.add_error("year", f"The observance of {year} in this series is “{other}”.")


class SeriesDateForm(RowForm):
    def clean(self) -> dict[str, Any]:
        super().clean()
        day, month = self.cleaned_data.get("day"), self.cleaned_data.get("month")
        if day and month and not _exists(day, month):
            raise forms.ValidationError("There is no such day in the year.")
        if (to_year := self.cleaned_data.get("to_year")) and to_year < self.cleaned_data.get(
            "from_year", 0
        ):
            self.add_error("to_year", "The last year lies before the first.")
        return self.cleaned_data


def _exists(day: int, month: int) -> bool:
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]
