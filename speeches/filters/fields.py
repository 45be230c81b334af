"""Form fields that take whatever an address may hold, and refuse it in a sentence."""

from __future__ import annotations

from typing import Any

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


class SlugsField(forms.Field):
    """The slugs of one noun, as many as are given, each once."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        given = [str(slug).strip() for slug in value or []]
        return [slug for slug in dict.fromkeys(given) if slug]


class OneOf(forms.ChoiceField):
    """One of a few values; what is none of them is named in the refusal."""

    def __init__(self, *, refusal: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.refusal = refusal

    def to_python(self, value: Any) -> str:
        return super().to_python(value).strip()

    def validate(self, value: Any) -> None:
        if value and not self.valid_value(value):
            raise ValidationError(self.refusal % {"value": as_typed(value)})


class YearField(forms.Field):
    """A year of four digits."""

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 4 and int(text)):
            raise ValidationError(_("“%(value)s” is not a year.") % {"value": as_typed(text)})
        return int(text)


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
