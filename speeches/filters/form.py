"""The form of the list of statements: reads an address, and forgives it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import named
from .fields import LONGEST_TEXT, as_typed

MOST_TAGS = 8

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

    After cleaning, ``tag`` is a list of ``Named``; the other nouns are one ``Named`` or None.
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
        for name in self.fields:
            given = self.data.getlist(name) if hasattr(self.data, "getlist") else []
            if name != "tag" and len(set(given)) > 1:
                self._found_wanting.append(
                    _("“%(name)s” was given more than once: only the last one counts.")
                    % {"name": name}
                )

    def _resolve_names(self, cleaned: dict[str, Any]) -> None:
        asked = {noun: cleaned.get(noun) or [] for noun in named.NOUNS}
        if len(asked["tag"]) > MOST_TAGS:
            self._found_wanting.append(
                _("Only the first %(number)d tags count.") % {"number": MOST_TAGS}
            )
        asked = {noun: s[:MOST_TAGS] if noun == "tag" else s[-1:] for noun, s in asked.items()}
        found = named.find(asked)
        for noun, slugs in asked.items():
            records = [found[noun][slug] for slug in slugs if slug in found[noun]]
            for slug in slugs:
                if slug not in found[noun]:
                    self._found_wanting.append(UNKNOWN[noun] % {"value": as_typed(slug)})
            records = [*dict.fromkeys(records)]
            cleaned[noun] = records if noun == "tag" else (records[0] if records else None)
