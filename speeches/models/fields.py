"""The partial date as a database column: one integer that sorts by day, on every database."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Func, Lookup, Transform
from django.db.models.query_utils import DeferredAttribute

from speeches.dates import NotADate, PartialDate, digits


def labelled(name: str, choices: Iterable[tuple[str, Any]]) -> Callable[[models.Model], str]:
    """
    A ``get_<name>_display`` for models that stand in lists: the label of the field's value.

    Django's own makes a table of all choices whenever it is asked.
    """
    labels = dict(choices)

    def display(self: models.Model) -> str:
        value = getattr(self, name)
        return str(labels.get(value, value))

    return display


DAY = 10**9
"""What one step of the day weighs in the stored integer: latest day (8 digits) and kind (1)."""

SORT_KEY_DAY = 10**10
"""What one step of the day weighs in a sort key: the row's number, in ten digits."""


class PartialDateFormField(forms.CharField):
    """A text box that takes a date as people write it: “12 September 2017”, “before 2017”."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 100)
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        if not text:
            return None
        super().run_validators(text)
        try:
            return PartialDate.parse(text)
        except NotADate as error:
            raise ValidationError(str(error), code="invalid") from None

    def run_validators(self, value: Any) -> None:
        """Length and characters are looked at in the text, before it becomes a date."""

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class PartialDateAttribute(DeferredAttribute):
    """Makes what is assigned a PartialDate at once: text as typed, EDTF, a plain date."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        field: Any = self.field
        if not hasattr(value, "resolve_expression"):
            value = field.to_python(value)
        instance.__dict__[field.attname] = value


class PartialDateField(models.Field):
    """
    A date known to the day, month or year, or only bounded; empty where nobody filled it in.

    Stored as ``int(PartialDate)``: sort day, latest possible day, kind (see speeches/dates.py), so
    that plain comparison and ordering in the database are right, and one index serves both.
    Lookups: ``year`` (of the sort day), ``on_or_after`` and ``on_or_before`` (a plain date: could
    the partial date lie there?), ``latest`` (the latest day it can be) and ``certainty``.
    """

    description = "Date, possibly partial"
    descriptor_class = PartialDateAttribute

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def from_db_value(self, value: int | None, *args: Any) -> PartialDate | None:
        return None if value is None else PartialDate.from_int(value)

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        if isinstance(value, datetime.date):
            return PartialDate.of(value.year, value.month, value.day)
        if isinstance(value, int):
            return PartialDate.from_int(value)
        if not str(value).strip():
            return None
        try:
            return PartialDate.parse(str(value))
        except NotADate as error:
            raise ValidationError(str(error), code="invalid") from None

    def get_prep_value(self, value: Any) -> int | None:
        value = self.to_python(super().get_prep_value(value))
        return None if value is None else int(value)

    def value_to_string(self, obj: models.Model) -> str:
        value: Any = self.value_from_object(obj)
        return "" if value is None else value.edtf

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        kwargs.setdefault("form_class", PartialDateFormField)
        return super().formfield(**kwargs)


# %%%% below becomes %% in the statement, which the driver reads as one modulo sign.


class _PartOfDate(Transform):
    output_field = models.IntegerField()  # type: ignore[assignment]


@PartialDateField.register_lookup
class Year(_PartOfDate):
    """The calendar year of the sort day; 0 where the date is explicitly unknown."""

    lookup_name = "year"
    template = f"(%(expressions)s / {DAY * 10_000})"


@PartialDateField.register_lookup
class Latest(_PartOfDate):
    """The latest day it can be, as eight digits."""

    lookup_name = "latest"
    template = "(%(expressions)s / 10 %%%% 100000000)"


@PartialDateField.register_lookup
class Certainty(_PartOfDate):
    """The kind of date: see ``speeches.dates.Kind``."""

    lookup_name = "certainty"
    template = "(%(expressions)s %%%% 10)"


class _DayLookup(Lookup):
    """Compares with a plain ``datetime.date``."""

    def get_prep_lookup(self) -> int:
        day = self.rhs
        if not isinstance(day, datetime.date):
            raise TypeError(f"{self.lookup_name} compares with a datetime.date, not {day!r}")
        return digits(day)

    def process_rhs(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self.rhs,)


@PartialDateField.register_lookup
class OnOrAfter(_DayLookup):
    """The latest day it can be is this day or later."""

    lookup_name = "on_or_after"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        sql, params = compiler.compile(Latest(self.lhs))
        return f"{sql} >= %s", [*params, self.rhs]


@PartialDateField.register_lookup
class OnOrBefore(_DayLookup):
    """The earliest day it can be is this day or earlier (a *before* date has no earliest day)."""

    lookup_name = "on_or_before"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        sql, params = self.process_lhs(compiler, connection)
        before = PartialDate.before(datetime.date(2000, 1, 1))
        return (
            f"({sql} > 0 AND ({sql} < %s OR {sql} %% 10 = %s))",
            [*params, *params, (self.rhs + 1) * DAY, *params, int(before) % 10],
        )


class SortDay(Func):
    """The sort day of a partial date as a plain date column; NULL where it is not known."""

    arity = 1
    output_field = models.DateField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        return self.as_sql(
            compiler,
            connection,
            template=(
                "CASE WHEN %(expressions)s > 0 THEN substr(%(expressions)s, -17, 4) || '-' ||"
                " substr(%(expressions)s, -13, 2) || '-' || substr(%(expressions)s, -11, 2) END"
            ),
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        return self.as_sql(
            compiler,
            connection,
            template=(
                "CASE WHEN %(expressions)s > 0 THEN make_date("
                "(%(expressions)s / 10000000000000)::int,"
                " (%(expressions)s / 100000000000 %% 100)::int,"
                " (%(expressions)s / 1000000000 %% 100)::int) END"
            ),
        )


class SortKey(Func):
    """One unique integer for the order of all lists: sort day, then the row's own number."""

    arity = 2
    output_field = models.BigIntegerField()

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **extra: Any
    ) -> tuple[str, Any]:
        day, row = self.get_source_expressions()
        day_sql, day_params = compiler.compile(day)
        row_sql, row_params = compiler.compile(row)
        sql = f"(COALESCE({day_sql}, 0) / {DAY} * {SORT_KEY_DAY} + {row_sql})"
        return sql, [*day_params, *row_params]
