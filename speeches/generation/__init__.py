"""
The archive's generation: a stamp that every change visible to the public moves on.

Floor 3: imports models and leaves. The database keeps it by triggers, in the transaction of the
change, whoever makes it; drafts and what else nobody can see don't move it. What is computed from
the archive can be kept under its stamp, and never has to be dropped.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.db import connection as default
from django.utils import timezone

from . import postgres, sqlite

__all__ = ["install", "stamp", "unwatch"]

_ENGINES = {"sqlite": sqlite, "postgresql": postgres}

_LATEST = (
    "SELECT {moment} FROM speeches_speech WHERE state = 'published' AND published_at <= %s"
    " AND {embargo} ORDER BY {moment} DESC LIMIT 1"
)
_BY_PUBLICATION = _LATEST.format(
    moment="published_at", embargo="(embargo_until IS NULL OR embargo_until <= %s)"
)
_BY_EMBARGO = _LATEST.format(moment="embargo_until", embargo="embargo_until <= %s")


def stamp(now: datetime.datetime | None = None) -> str:
    """
    What the archive shows ``now``, told from what it showed at any other time: one query.

    The moments that have passed belong to it: a statement becomes public by the clock alone, and
    nothing is written then.
    """
    moment = default.ops.adapt_datetimefield_value(now or timezone.now())
    sql = f"{_ENGINES[default.vendor].STAMP}, ({_BY_PUBLICATION}), ({_BY_EMBARGO})"
    with default.cursor() as cursor:
        cursor.execute(sql, [moment] * 4)
        return " ".join(str(part) for part in cursor.fetchone())


def install(connection: Any) -> None:
    """Make the stamp and its triggers, or what of them is missing, and move it on."""
    _ENGINES[connection.vendor].install(connection)


def unwatch(connection: Any) -> None:
    """Take the triggers away, so that tables can be changed; ``install`` follows."""
    _ENGINES[connection.vendor].unwatch(connection)
