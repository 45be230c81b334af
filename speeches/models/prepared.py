"""
Queries whose SQL is written once for a process.

To write the SQL of a query takes Django ten times as long as it takes a database to answer by an
index. What one page asks for at every visit is the same but for a few values: it is written when it
is asked for first, with gaps for those.
"""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connection, models

Row = TypeVar("Row")


class Gap(models.Expression):
    """Stands in a query for a value that comes later."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """The gap is its own parameter, until it is filled."""
        return "%s", (self,)


class _Written(NamedTuple):
    """What is known of a query that is written; ``converters`` make values of columns."""

    queryset: models.QuerySet[Any, Any]
    compiler: Any
    sql: str
    parameters: Sequence[Any]
    converters: Any


class Prepared(Generic[Row]):
    """
    A query to be asked again and again: called with its values it gives the rows, as a list.

    ``make`` gives the queryset, once; its arguments, of which there are as many as values, are to
    be compared with, in filters. A value that is None equals nothing, as in SQL. What the queryset
    prefetches is looked up as always.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any, Row]]) -> None:
        self._make = make
        self._known: _Written | None = None

    def __call__(self, *values: Any) -> list[Row]:
        known = self._known or self._write()
        filled = [
            _of_database(values[one.place]) if isinstance(one, Gap) else one
            for one in known.parameters
        ]
        # It knows which columns make which objects; all that it no longer does is write.
        compiler = copy(known.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *args, **kwargs: (known.sql, filled)
        compiler.get_converters = lambda *args, **kwargs: known.converters
        rows = known.queryset.all()
        rows.query.get_compiler = lambda *args, **kwargs: compiler  # type: ignore[method-assign]
        return [*rows]

    def _write(self) -> _Written:
        number = len(inspect.signature(self._make).parameters)
        queryset = self._make(*map(Gap, range(number)))
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        columns = [column for column, *_ in compiler.select]
        self._known = _Written(
            queryset, compiler, sql, parameters, compiler.get_converters(columns)
        )
        return self._known


def _of_database(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value


def bring(record: models.Model, name: str, rows: list[Any]) -> None:
    """Let ``record.<name>.all()`` be these rows, without asking."""
    found = getattr(record, name).get_queryset()
    found._result_cache = rows
    found._prefetch_done = True
    kept = record.__dict__.setdefault("_prefetched_objects_cache", {})
    kept[name] = found
