"""Of what time, and of which papers, the reader's figures are wanted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from speeches.dates import NotADate, PartialDate
from speeches.models import Organization


class ScorecardForm(forms.Form):
    """What the address of the page says; what makes no sense in it is said and asks nothing."""

    since = forms.CharField(label="Filed from", required=False, max_length=60)
    until = forms.CharField(label="to", required=False, max_length=60)
    field = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    layout = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    language = forms.CharField(required=False, max_length=35, widget=forms.HiddenInput)
    publisher = forms.ModelChoiceField(
        Organization.objects.all(), required=False, widget=forms.HiddenInput
    )

    def clean_since(self) -> date | None:
        return _ends(self.cleaned_data["since"])[0]

    def clean_until(self) -> date | None:
        return _ends(self.cleaned_data["until"])[1]

    def narrow(self, verdicts: Any) -> Any:
        """The verdicts that are asked for."""
        said = self.cleaned_data
        found = verdicts.between(said.get("since"), said.get("until"))
        for name in ("field", "layout", "language", "publisher"):
            if said.get(name):
                found = found.filter(**{name: said[name]})
        return found


def _ends(text: str) -> tuple[date | None, date | None]:
    if not text.strip():
        return None, None
    try:
        day = PartialDate.parse(text)
    except NotADate as error:
        raise forms.ValidationError(str(error)) from error
    return day.earliest, day.latest
