"""The generation on SQLite: one row, which triggers give another number at random."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .watched import WATCHED, Watched, is_public

__all__ = ["STAMP", "install", "unwatch"]

STAMP = "SELECT (SELECT stamp FROM archive_generation)"

_MOVE = "UPDATE archive_generation SET stamp = random()"
"""At random, not one more: what is rolled back and what follows must not have one number."""

_SOON = "datetime('now', '+1 day')"


def install(on: Any) -> None:
    """Make what is missing, triggers anew: a change of a table drops its triggers."""
    with on.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS archive_generation (stamp INTEGER NOT NULL)")
        cursor.execute(
            "INSERT INTO archive_generation SELECT random()"
            " WHERE NOT EXISTS (SELECT 1 FROM archive_generation)"
        )
        cursor.execute(_MOVE)
        for watched in WATCHED:
            for statement in _triggers(watched):
                cursor.execute(statement)


def unwatch(on: Any) -> None:
    """Take the triggers away: SQLite changes no table that one names."""
    with on.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master"
            " WHERE name LIKE 'generation\\_%%' ESCAPE '\\' AND type = 'trigger'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _triggers(watched: Watched) -> Iterator[str]:
    for happening in watched.happenings:
        trigger = f"generation_{watched.table.removeprefix('speeches_')}_{happening.lower()}"
        conditions = [_is_seen(watched, row) for row in _ROWS[happening]]
        when = f" WHEN {' OR '.join(conditions)}" if watched.key else ""
        yield f"DROP TRIGGER IF EXISTS {trigger}"
        yield (
            f"CREATE TRIGGER {trigger} AFTER {happening} ON {watched.table}{when}"
            f" BEGIN {_MOVE}; END"
        )


def _is_seen(watched: Watched, row: str) -> str:
    key = f"{row}.{watched.key}"
    if watched.among:
        return f"{key} IN ({watched.among})"
    if watched.table == "speeches_speech":
        return f"({is_public(row, _SOON)})"
    ids = watched.through.replace("{rows}", key)
    return (
        f"EXISTS (SELECT 1 FROM speeches_speech AS speech WHERE speech.id IN ({ids})"  # noqa: S608
        f" AND {is_public('speech', _SOON)})"
    )
