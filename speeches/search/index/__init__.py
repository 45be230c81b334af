"""
The index of words, which the database keeps by itself: one engine for each database.

Triggers follow every change in its own transaction, whoever makes it. What is here installs them,
and makes or checks entries on demand. An engine gives ``connect`` (what each new connection needs),
``install``, ``unwatch``, ``check`` and ``mend`` (its own structures), ``hits`` and ``scores``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection as default
from django.db import transaction
from django.db.models import Count, Max
from django.db.models.functions import Coalesce

from speeches.models import Speech

from . import beginnings, counts, postgres, sqlite, vocabulary

__all__ = ["Progress", "connect", "engine", "install", "rebuild", "unwatch", "wrong"]
__all__ += ["wrong_counts", "wrong_names"]

BATCH = 200
"""Statements whose entries are made or compared at once."""

_ENGINES = {"sqlite": sqlite, "postgresql": postgres}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a walk over all statements is."""

    done: int
    total: int


def engine(of: Any = default) -> Any:
    """The engine of a connection's database."""
    return _ENGINES[of.vendor]


def connect(connection: Any, **kwargs: Any) -> None:
    """Receiver of ``connection_created``."""
    engine(connection).connect(connection)


def unwatch(connection: Any) -> None:
    """Take triggers and views away, for tables can't be changed under them; ``install`` follows."""
    engine(connection).unwatch(connection)


def install(connection: Any) -> None:
    """Make the index, or what of it is missing, and the entries that are missing."""
    engine(connection).unwatch(connection)
    engine(connection).install(connection)
    with connection.cursor() as cursor:
        missing = "id NOT IN (SELECT speech_id FROM search_entry)"
        cursor.execute(f"{_refresh(connection)} WHERE {missing}")
        beginnings.fill(cursor, connection.vendor)
        vocabulary.fill(cursor, connection.vendor)
        counts.fill(cursor, connection.vendor)


def rebuild(connection: Any = default, *, anew: bool = False) -> Iterator[Progress]:
    """
    Make every entry anew, some hundreds at a time, while the archive goes on.

    Where an earlier run was broken off it goes on, unless ``anew``.
    """
    engine(connection).mend(connection)
    if anew:
        with connection.cursor() as cursor:
            vocabulary.forget(cursor)
    for first, last, progress in _stretches(0 if anew else _reached(connection)):
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(f"{_refresh(connection)} WHERE id BETWEEN %s AND %s", [first, last])
            beginnings.mend(cursor, connection.vendor, first, last)
            counts.mend(cursor, connection.vendor, first, last)
            cursor.execute("DELETE FROM search_rebuilt")
            cursor.execute("INSERT INTO search_rebuilt (speech_id) VALUES (%s)", [last])
        yield progress
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_rebuilt")
        cursor.execute(
            "DELETE FROM search_entry WHERE speech_id NOT IN (SELECT id FROM speeches_speech)"
        )
        beginnings.mend(cursor, connection.vendor)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        counts.mend(cursor, connection.vendor)


def wrong(connection: Any = default) -> Iterator[tuple[Progress, list[int]]]:
    """Walks over all statements, with the ids of those whose entry is not what it should be."""
    engine(connection).check(connection)
    words = _differing("*", "search_source", "search_entry")
    counted = _differing("key, speech_id, since, facets", "search_facets_source", "search_facets")
    titles = beginnings.title_is_missing(connection.vendor)
    sql = f"{words} UNION {counted} UNION {titles} ORDER BY 1"
    for first, last, progress in _stretches(0):
        with connection.cursor() as cursor:
            cursor.execute(sql, [first, last] * sql.count("BETWEEN"))
            yield progress, [row[0] for row in cursor.fetchall()]


def _differing(columns: str, ours: str, kept: str) -> str:
    """The ids of statements, between two, whose rows in a view and in a table differ."""
    between = "WHERE speech_id BETWEEN %s AND %s"
    sql = (
        "SELECT speech_id FROM (SELECT {columns} FROM {a} {between}"
        " EXCEPT SELECT {columns} FROM {b} {between}) AS different"
    )
    return " UNION ".join(
        sql.format(columns=columns, a=a, b=b, between=between)
        for a, b in ((ours, kept), (kept, ours))
    )


def wrong_counts(connection: Any = default) -> int:
    """How many counts of public statements are not what they should be."""
    with connection.cursor() as cursor:
        return counts.wrong(cursor, connection.vendor)


def wrong_names(connection: Any = default) -> int:
    """How many beginnings of names, for suggestions, are not what they should be."""
    with connection.cursor() as cursor:
        return beginnings.wrong(cursor, connection.vendor)


def _refresh(connection: Any) -> str:
    """The beginning of the statement that makes entries anew; a condition on ``id`` follows."""
    return str(engine(connection).REFRESH)


def _reached(connection: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(speech_id) FROM search_rebuilt")
        return int(cursor.fetchone()[0] or 0)


def _stretches(after: int) -> Iterator[tuple[int, int, Progress]]:
    """All statements in stretches of ids, beyond any that was removed at the end."""
    total = Speech.objects.count()
    done = Speech.objects.filter(pk__lte=after).count() if after else 0
    while True:
        rows = Speech.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
        last = rows[:BATCH].aggregate(last=Coalesce(Max("pk"), 0), number=Count("pk"))
        if not last["number"]:
            return
        done += last["number"]
        yield after + 1, last["last"], Progress(done, total)
        after = last["last"]
