"""
No search takes longer than ``SSCOOP_SEARCH_SECONDS``: the database cuts it off.

On SQLite its progress handler stops the queries, on PostgreSQL ``statement_timeout`` does; the
connection is as usable afterwards as before.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection

__all__ = ["TooSlow", "is_cut_off", "within_time"]

STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock: about a millisecond."""

_CANCELLED = "57014"
"""What PostgreSQL calls a statement that was cut off (query_canceled)."""


class TooSlow(Exception):  # noqa: N818 - nothing is wrong: too much was asked
    """What was asked takes longer than the setting allows."""


def is_cut_off(error: BaseException) -> bool:
    """Whether a query failed because its time was over."""
    if not isinstance(error, OperationalError):
        return isinstance(error, TooSlow)
    cause = error.__cause__
    return getattr(cause, "sqlstate", "") == _CANCELLED or str(error) == "interrupted"


@contextmanager
def within_time() -> Iterator[None]:
    """
    Queries within it are cut off where they take too long; then it raises TooSlow.

    Nothing is done before the first query. On SQLite the limit holds from there on for all of them
    together, on PostgreSQL for each.
    """
    seconds = float(settings.SSCOOP_SEARCH_SECONDS)
    if seconds <= 0:
        yield
        return
    limit = _ENGINES[connection.vendor](seconds)
    try:
        with connection.execute_wrapper(limit):
            yield
    except OperationalError as error:
        if is_cut_off(error):
            raise TooSlow from error
        raise
    finally:
        limit.lift()


class _Limit:
    """Sets the limit when the first query comes."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.raw: Any = None

    def __call__(self, execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        if self.raw is None:
            self.raw = context["connection"].connection
            self.set()
        return execute(sql, values, many, context)

    def set(self) -> None:
        raise NotImplementedError

    def lift(self) -> None:
        raise NotImplementedError


class _OnSQLite(_Limit):
    def set(self) -> None:
        end = time.monotonic() + self.seconds
        self.raw.set_progress_handler(lambda: time.monotonic() > end, STEPS)

    def lift(self) -> None:
        if self.raw is not None:
            self.raw.set_progress_handler(None, 0)


class _OnPostgreSQL(_Limit):
    """Within a transaction, a query that is cut off would spoil all of it: so it gets a mark."""

    is_within = False

    def set(self) -> None:
        self.is_within = self._status() == "INTRANS"
        if self.is_within:
            self.raw.execute("SAVEPOINT search_limit")
        self.raw.execute(f"SET statement_timeout = {max(1, round(self.seconds * 1000))}")

    def lift(self) -> None:
        if self.raw is None or self.raw.closed:
            return
        if self.is_within and self._status() == "INERROR":
            self.raw.execute("ROLLBACK TO SAVEPOINT search_limit")
        if self._status() in ("IDLE", "INTRANS"):
            self.raw.execute("RESET statement_timeout")

    def _status(self) -> str:
        return str(self.raw.info.transaction_status.name)


_ENGINES: dict[str, type[_Limit]] = {"sqlite": _OnSQLite, "postgresql": _OnPostgreSQL}
