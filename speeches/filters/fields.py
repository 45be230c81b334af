"""Form fields that take whatever an address may hold, and refuse it in a sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from speeches.dates import NotADate, PartialDate

LONGEST_TEXT = 200


def as_typed(value: str) -> str:
    """What somebody typed, fit to be repeated in a sentence: one line, short, nothing invisible."""
    visible = "".join(character if character.isprintable() else " " for character in value[:200])
    return Truncator(" ".join(visible.split())).chars(40)


class TextField(forms.CharField):
    """Words; without control characters, cut where they are far too many."""

    def to_python(self, value: Any) -> str:
        text = "".join(c if c.isprintable() else " " for c in str(value or "")[: 4 * LONGEST_TEXT])
        return " ".join(text.split())[:LONGEST_TEXT]

    def clean(self, value: Any) -> str:
        return self.to_python(value)


class Several(forms.Field):
    """As many values as are given, each once."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        given = [str(one).strip() for one in value or []]
        return [one for one in dict.fromkeys(given) if one]

    def understood(self, given: list[str]) -> tuple[list[Any], list[str]]:
        """What the values mean, and a sentence for each that means nothing."""
        found, refusals = [], []
        for one in given:
            try:
                found.append(self.one(one))
            except ValidationError as refusal:
                refusals += refusal.messages
        return [*dict.fromkeys(found)], refusals

    def one(self, value: str) -> Any:
        """What one value means. Raises ValidationError with a sentence."""
        return value


class SomeOf(Several):
    """Some of a few values; what is none of them is named in the refusal."""

    def __init__(self, *, choices: Any, refusal: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._choices, self.refusal = choices, refusal

    @property
    def choices(self) -> list[tuple[str, Any]]:
        """The values, each with what it is called."""
        return [*(self._choices() if callable(self._choices) else self._choices)]

    def one(self, value: str) -> str:
        if value not in {code for code, _name in self.choices}:
            raise ValidationError(self.refusal % {"value": as_typed(value)})
        return value


class Years(NamedTuple):
    """A year, or all from one to another."""

    first: int
    last: int

    def __str__(self) -> str:
        """As it stands in an address."""
        return str(self.first) if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def label(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return _("%(first)s to %(last)s") % {"first": self.first, "last": self.last}


class YearsField(Several):
    """Years of four digits, and spans of them: 2012..2017."""

    def one(self, value: str) -> Years:
        ends = value.split("..")
        if len(ends) > 2 or not all(end.isascii() and end.isdigit() for end in ends):
            raise ValidationError(_("“%(value)s” is not a year.") % {"value": as_typed(value)})
        if any(len(end) > 4 or not int(end) for end in ends):
            raise ValidationError(_("“%(value)s” is not a year.") % {"value": as_typed(value)})
        years = sorted(int(end) for end in ends)
        return Years(years[0], years[-1])


class EndField(forms.Field):
    """
    One end of a range of dates, as people write them.

    ``end`` says which day of a date known to the month or year it means: "earliest" or "latest".
    """

    def __init__(self, *, end: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.end = end

    def to_python(self, value: Any) -> PartialDate | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            date = PartialDate.parse(text[:100])
        except NotADate:
            date = PartialDate.unknown()
        if len(text) > 100 or getattr(date, self.end) is None:
            raise ValidationError(
                _("“%(value)s” is not understood as a date. Write it like 12 September 2017.")
                % {"value": as_typed(text)}
            )
        return date
