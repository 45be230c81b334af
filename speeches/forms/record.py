"""What all forms for records have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

RESERVED_SLUGS = {"feed", "suggestions", "years"}
_KEY = re.compile(r"\d{1,18}", re.ASCII)


class RowFormSet(BaseInlineFormSet):
    """Rows of a table have no labels beside their fields: each field says its own name."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            if field.label and not widget.is_hidden:
                widget.attrs.setdefault("aria-label", str(field.label))


class KnownAutocomplete(AutocompleteSelect):
    """
    An autocomplete that needs no query to name a choice which is loaded already.

    What can't be a key at all is shown as nothing chosen; Django's own would fail on it.
    """

    known: models.Model | None = None

    def optgroups(self, name: str, value: Sequence[Any], attr: Any = None) -> list[Any]:
        value = [choice for choice in value if _KEY.fullmatch(str(choice))]
        chosen = set(map(str, value))
        if (self.known is None and chosen) or chosen - {str(self.known.pk if self.known else "")}:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        if chosen and self.known is not None:
            label = self.choices.field.label_from_instance(self.known)  # type: ignore[union-attr]
            options.append(self.create_option(name, self.known.pk, label, True, len(options)))
        return [(None, options, 0)]


class LinesField(forms.CharField):
    """Several lines. Browsers send CR LF; kept as LF, so that nothing looks changed that isn't."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class TemplateWidget(forms.Widget):
    """A widget drawn by a template of the project: form renderers only know those of apps."""

    template_name: str

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        return render_to_string(self.template_name, self.get_context(name, value, attrs))


class _KnowsItsChoices(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownAutocomplete):
                relation = self.instance._meta.get_field(name)
                if relation.is_cached(self.instance):
                    widget.known = getattr(self.instance, name)


class RowForm(_KnowsItsChoices):
    """
    A row below a record, with keys that follow from what is typed.

    ``derived`` names fields that the model's ``clean`` fills: uniqueness is checked on them too,
    though nobody types them.
    """

    derived: tuple[str, ...] = ()

    def validate_unique(self) -> None:
        exclude = set(self._get_validation_exclusions()) - set(self.derived)  # type: ignore[attr-defined]
        for name in self.derived:
            if getattr(self.instance, name) in (None, ""):
                exclude.add(name)
        try:
            self.instance.validate_unique(exclude=exclude)
        except ValidationError as error:
            self.add_error(None, ValidationError(error.messages))


class RecordForm(_KnowsItsChoices):
    """A record with a page of its own."""

    refused: Sequence[Any] = ()
    """Why the database or a verb refused what was typed; the admin shows the form again."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if slug in RESERVED_SLUGS or re.fullmatch("[0-9]{4}", slug):
            raise ValidationError(f"“{slug}” is the address of another page.")
        return slug

    def clean(self) -> dict[str, Any]:
        super().clean()
        for point in self.refused:
            field = getattr(point, "field", None)
            self.add_error(field if field in self.fields else None, str(point))
        return self.cleaned_data


class CloseNames:
    """
    For forms of records that get entered twice: names what is close, and asks once more.

    The second press, on “Save all the same”, is a submit button inside the message, so it needs no
    script.
    """

    BUTTON = "_all_the_same"

    def ask_about_close_names(self: Any, find: Callable[[], Sequence[models.Model]]) -> None:
        """Ask before a name is taken that is close to those of the records ``find`` gives."""
        name = self.cleaned_data.get("name")
        if not name or self.BUTTON in self.data:
            return
        if self.instance.pk and "name" not in self.changed_data:
            return
        if records := find():
            self.add_error("name", ValidationError(self._question(records), code="close"))

    def _question(self: Any, records: Sequence[Any]) -> SafeString:
        links = format_html_join(
            "",
            '<li><a href="{}" target="_blank" rel="noopener">{}</a></li>',
            ((record.get_absolute_url(), record) for record in records),
        )
        noun = self.instance._meta.verbose_name
        return format_html(
            '<span class="close-names">Is it one of these? <ul>{}</ul> If so, use that {}. '
            '<input type="submit" name="{}" value="Save all the same"></span>',
            links,
            noun,
            self.BUTTON,
        )
