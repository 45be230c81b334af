"""The filters of the list of statements: one parameter each, all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from django_filters import Filter, FilterSet

from speeches import languages, search
from speeches.models import Speech, SpeechText

from .fields import EndField, Several, SomeOf, TextField, YearsField
from .form import FilterForm

LABELS = {
    "q": _("Search"),
    "tag": _("Tag"),
    "speaker": _("Speaker"),
    "office": _("Office"),
    "series": _("Series"),
    "event": _("Event"),
    "year": _("Year"),
    "from": _("From"),
    "to": _("To"),
    "kind": _("Kind"),
    "status": _("Kind of text"),
    "language": _("Language"),
    "country": _("Country"),
    "city": _("City"),
}
"""The parameters, in the order in which addresses and lists of filters give them."""

HANGS_ON = {"city": "country"}
"""A city goes when another country is chosen."""

MANNERS = {"sort": ("relevance", "newest", "oldest"), "widen": ("no",)}
"""Parameters that say how to look, and what they can be."""


class Active(NamedTuple):
    """A filter in force."""

    name: str
    value: str
    label: str


class _By(Filter):
    """A parameter of one value or several that leads to a participle of the statements."""

    def __init__(
        self, participle: str, field_class: type[forms.Field] = Several, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.participle, self.field_class = participle, field_class

    def filter(self, qs: Any, value: Any) -> Any:
        values = [getattr(one, "pk", one) for one in value or []]
        return getattr(qs, self.participle)(*values) if values else qs


class _ByEach(_By):
    """A parameter of which all values must hold, not any of them."""

    def filter(self, qs: Any, value: Any) -> Any:
        for one in value or []:
            qs = super().filter(qs, [one])
        return qs


class _Where(Filter):
    """A parameter that is a condition on the statement or what it belongs to."""

    def __init__(self, path: str, field_class: type[forms.Field], **kwargs: Any) -> None:
        super().__init__(field_name=path, **kwargs)
        self.field_class = field_class

    def filter(self, qs: Any, value: Any) -> Any:
        return qs.filter(**_condition(self.field_name, value)) if value else qs


def _condition(path: str, value: Any) -> dict[str, Any]:
    """One value alone is compared plainly, for the planner."""
    if isinstance(value, list):
        return {path: value[0]} if len(value) == 1 else {f"{path}__in": value}
    return {path: value}


class _End(_Where):
    """From or to: could it have been said there?"""

    def __init__(self, path: str, end: str, **kwargs: Any) -> None:
        super().__init__(path, EndField, end=end, **kwargs)
        self.end = end

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs, value and getattr(value, self.end))


class _OfText(_Where):
    """A fact about a text that we hold."""

    def filter(self, qs: Any, value: Any) -> Any:
        return qs.with_held_text(**_condition(self.field_name, value)) if value else qs


class _Words(_Where):
    def filter(self, qs: Any, value: Any) -> Any:
        return search.found(qs, self.parent.expression) if value else qs


class SpeechFilter(FilterSet):
    """
    The statements that an address asks for, as far as it is understood.

    ``qs`` are they; ``problems`` the sentences about the rest; ``active`` the filters in force;
    ``address(...)`` the list with one filter more, less or other.
    """

    q = _Words("q", TextField)
    tag = _ByEach("tagged_with")
    speaker = _By("by")
    office = _By("made_in")
    series = _By("in_series")
    event = _By("at_or_marking")
    year = _By("in_years", YearsField)
    kind = _Where(
        "kind",
        SomeOf,
        choices=Speech.Kind.choices,
        refusal=_("“%(value)s” is not a kind of statement."),
    )
    status = _OfText(
        "status",
        SomeOf,
        choices=SpeechText.Status.choices,
        refusal=_("“%(value)s” is not a kind of text."),
    )
    language = _OfText(
        "language",
        SomeOf,
        choices=languages.CHOICES,
        refusal=_("“%(value)s” is not the code of a language that we know."),
    )
    country = _Where(
        "event__country",
        SomeOf,
        choices=lambda: countries,
        refusal=_("“%(value)s” is not the code of a country."),
    )
    city = _Where("event__city", TextField)

    class Meta:
        model = Speech
        fields: list[str] = []
        form = FilterForm

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """“from” can't be the name of an attribute in Python: it joins the others here."""
        filters = super().get_filters()
        filters["from"] = _End("delivered__on_or_after", "earliest")
        filters["to"] = _End("delivered__on_or_before", "latest")
        return {name: filters[name] for name in LABELS}

    @classmethod
    def asked(cls, address: str, queryset: QuerySet[Speech]) -> SpeechFilter:
        """What another address of the list asks for."""
        return cls(QueryDict(address.partition("?")[2]), queryset=queryset)

    @property
    def problems(self) -> list[str]:
        return self.form.problems + self.expression.notes

    @cached_property
    def expression(self) -> search.Expression:
        """What the words that were typed ask for."""
        is_widened = self.manners.get("widen") != "no"
        return search.prepared(search.parse(self.values.get("q", "")), widened=is_widened)

    @cached_property
    def manners(self) -> dict[str, str]:
        """How the statements are looked for and ordered: what differs from the usual."""
        given = {name: self.data.get(name, "") if self.is_bound else "" for name in MANNERS}
        return {name: value for name, value in given.items() if value in MANNERS[name]}

    @property
    def order(self) -> str:
        """In which order the statements come: relevance, newest or oldest."""
        by_words = self.expression.has_words
        order = self.manners.get("sort") or ("relevance" if by_words else "newest")
        return order if by_words or order != "relevance" else "newest"

    @property
    def rows(self) -> Any:
        """The statements in their order, with all that a row shows; to be sliced."""
        if self.order == "relevance":
            return search.Ranked(self.qs.for_lists(), self.expression)
        return search.Walk(self.qs.for_lists(), oldest_first=self.order == "oldest")

    @cached_property
    def values(self) -> dict[str, Any]:
        """What was understood, by parameter."""
        if not self.is_bound:
            return {}
        self.form.is_valid()
        given = self.form.cleaned_data
        return {name: given[name] for name in LABELS if given.get(name) not in (None, "", [])}

    def takes_several(self, name: str) -> bool:
        """Whether a parameter may be given more than once."""
        return isinstance(self.form.fields[name], Several)

    def filter_queryset(self, queryset: QuerySet[Speech]) -> QuerySet[Speech]:
        for name, value in self.values.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    def others(self, name: str) -> set[str]:
        """The parameters in force beside one, and what hangs on it."""
        return {other for other in self.values if other != name and HANGS_ON.get(other) != name}

    def keys(self, name: str) -> list[str]:
        """The values in force of a parameter, as ``search.tally`` knows them."""
        values = self.values.get(name, [])
        return [str(getattr(one, "pk", one)) for one in values]

    def without(self, name: str) -> QuerySet[Speech]:
        """The statements that all filters but this one, and what hangs on it, leave."""
        queryset = self.queryset.all()
        for other in self.others(name):
            queryset = self.filters[other].filter(queryset, self.values[other])
        return queryset

    def is_replaced(self, name: str) -> bool:
        """Whether another value takes the place of those in force, and of what hangs on them."""
        hanging = {other for other, on in HANGS_ON.items() if on == name}
        return not self.takes_several(name) or bool(hanging & self.values.keys())

    @cached_property
    def active(self) -> list[Active]:
        """The filters in force, in the order of addresses."""
        return [
            Active(name, _written(one), label_of(name, one))
            for name, value in self.values.items()
            for one in (value if isinstance(value, list) else [value])
        ]

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The understood parameters as an address gives them, in the order of the values asked."""
        kept: dict[str, list[str]] = {}
        for filter_ in self.active:
            kept.setdefault(filter_.name, []).append(filter_.value)
        return kept | {name: [value] for name, value in self.manners.items()}

    @property
    def canonical(self) -> dict[str, list[str]]:
        """The same in one form for all addresses that ask for the same."""
        return {name: sorted(values) for name, values in self.parameters.items()}

    def address(
        self, *, leaving: Active | None = None, adding: tuple[str, str] | None = None
    ) -> str:
        """The list without one filter, or with one value more or, where it takes one, another."""
        kept = self.parameters
        if leaving is not None:
            kept[leaving.name] = [v for v in kept[leaving.name] if v != leaving.value]
        if adding is not None:
            name, value = adding
            kept[name] = [value] if self.is_replaced(name) else [*kept.get(name, []), value]
            kept = {other: values for other, values in kept.items() if HANGS_ON.get(other) != name}
        return list_address(kept)


def list_address(parameters: Mapping[str, list[str]], path: str = "") -> str:
    """The list of statements with these parameters, in their one order."""
    ordered = {name: parameters[name] for name in [*LABELS, *MANNERS] if parameters.get(name)}
    query = urlencode(ordered, doseq=True)
    path = path or reverse("speeches.list")
    return f"{path}?{query}" if query else path


def _written(value: Any) -> str:
    """A value as it stands in an address."""
    return getattr(value, "slug", None) or getattr(value, "edtf", None) or str(value)


def label_of(name: str, value: Any) -> str:
    """What readers call a value."""
    match name:
        case "kind":
            return str(Speech.Kind(value).label)
        case "status":
            return str(SpeechText.Status(value).label)
        case "language":
            return languages.name(value)
        case "country":
            return str(countries.name(value) or value)
        case "q":
            return f"“{value}”"
    return getattr(value, "label", None) or str(value)
