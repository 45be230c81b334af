"""The form of the list of statements: reads an address, and forgives it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import named
from .fields import LONGEST_TEXT, Several, as_typed

MOST_TAGS = 8
MOST_VALUES = 20
"""Values of one other parameter that count: beyond them no sentence could name them."""

UNKNOWN = {
    "tag": gettext_lazy("There is no tag “%(value)s”."),
    "speaker": gettext_lazy("There is no speaker “%(value)s”."),
    "office": gettext_lazy("There is no office “%(value)s”."),
    "series": gettext_lazy("There is no series “%(value)s”."),
    "event": gettext_lazy("There is no event “%(value)s”."),
}


class FilterForm(forms.Form):
    """
    Whatever can't be understood is dropped, and ``problems`` says so in sentences.

    After cleaning, what can be given several times is a list of what its values mean: of nouns,
    of ``Named``.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found_wanting: list[str] = []

    @property
    def problems(self) -> list[str]:
        """A sentence for everything that was not understood."""
        errors = [str(message) for messages in self.errors.values() for message in messages]
        return [*dict.fromkeys(errors + self._found_wanting)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._say_what_repeats()
        if len(self.data.get("q", "")) > LONGEST_TEXT:
            self._found_wanting.append(
                _("Only the first %(number)d characters were searched for.")
                % {"number": LONGEST_TEXT}
            )
        self._take_what_is_understood(cleaned)
        self._resolve_names(cleaned)
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and first.earliest > last.latest:
            cleaned["from"] = cleaned["to"] = None
            self._found_wanting.append(
                _("“From” (%(first)s) lies after “to” (%(last)s): both were left out.")
                % {"first": first, "last": last}
            )
        return cleaned

    def _say_what_repeats(self) -> None:
        for name, field in self.fields.items():
            given = self.data.getlist(name) if hasattr(self.data, "getlist") else []
            if not isinstance(field, Several) and len(set(given)) > 1:
                self._found_wanting.append(
                    _("“%(name)s” was given more than once: only the last one counts.")
                    % {"name": name}
                )

    def _take_what_is_understood(self, cleaned: dict[str, Any]) -> None:
        for name, field in self.fields.items():
            if isinstance(field, Several):
                given = self._as_many_as_count(name, cleaned.get(name) or [])
                cleaned[name], refusals = field.understood(given)
                self._found_wanting += refusals

    def _as_many_as_count(self, name: str, given: list[str]) -> list[str]:
        most = MOST_TAGS if name == "tag" else MOST_VALUES
        if len(given) > most:
            words = {"number": most, "name": name}
            self._found_wanting.append(
                _("Only the first %(number)d tags count.") % words
                if name == "tag"
                else _("Only the first %(number)d values of “%(name)s” count.") % words
            )
        return given[:most]

    def _resolve_names(self, cleaned: dict[str, Any]) -> None:
        asked = {noun: cleaned[noun] for noun in named.NOUNS}
        found = named.find(asked)
        for noun, slugs in asked.items():
            cleaned[noun] = [
                *dict.fromkeys(found[noun][slug] for slug in slugs if slug in found[noun])
            ]
            for slug in slugs:
                if slug not in found[noun]:
                    self._found_wanting.append(UNKNOWN[noun] % {"value": as_typed(slug)})
