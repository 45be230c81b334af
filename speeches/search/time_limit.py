"""
No search takes longer than ``SSCOOP_SEARCH_SECONDS``: the database cuts it off.

On SQLite its progress handler stops the queries, on PostgreSQL ``statement_timeout`` does; the
connection is as usable afterwards as before.
"""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
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

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


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
    together, on PostgreSQL for each. It ends with the first that writes, so that no change is cut
    off in its middle.
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
        limit.end()


class _Limit(ABC):
    """Sets the limit when the first query comes; what has begun to write is let finish."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.raw: Any = None
        self.is_over = False

    def __call__(self, execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        if _WRITES.match(sql):
            self.end()
        elif self.raw is None and not self.is_over:
            self.raw = context["connection"].connection
            self.set()
        return execute(sql, values, many, context)

    def end(self) -> None:
        """From here on nothing is cut off."""
        self.is_over = True
        if self.raw is not None:
            self.lift()
            self.raw = None

    @abstractmethod
    def set(self) -> None:
        """Tell the database how long queries may take."""

    @abstractmethod
    def lift(self) -> None:
        """Leave the connection as it was before."""


class _OnSQLite(_Limit):
    def set(self) -> None:
        end = time.monotonic() + self.seconds
        self.raw.set_progress_handler(lambda: time.monotonic() > end, STEPS)

    def lift(self) -> None:
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
        if self.raw.closed:
            return
        if self.is_within and self._status() == "INERROR":
            self.raw.execute("ROLLBACK TO SAVEPOINT search_limit")
        if self._status() in ("IDLE", "INTRANS"):
            self.raw.execute("RESET statement_timeout")

    def _status(self) -> str:
        return str(self.raw.info.transaction_status.name)


_ENGINES: dict[str, type[_Limit]] = {"sqlite": _OnSQLite, "postgresql": _OnPostgreSQL}
