"""
The generation on PostgreSQL: one row, which the end of each transaction gives another number.

Within a transaction its moves stand in a row of its own, so that nobody waits for another; when
it commits, a deferred trigger moves the one row that all read, and takes its own away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .watched import WATCHED, Watched, is_public

__all__ = ["STAMP", "install", "unwatch"]

STAMP = "SELECT (SELECT stamp FROM archive_generation), (SELECT max(stamp) FROM archive_moves)"
"""Moves not yet committed are seen by their own transaction alone."""

_SOON = "(now() + interval '1 day')"

_SCRIPT = """
CREATE TABLE IF NOT EXISTS archive_generation (stamp bigint NOT NULL);
CREATE TABLE IF NOT EXISTS archive_moves (of_transaction bigint PRIMARY KEY, stamp bigint NOT NULL);

-- At random, not one more: what is rolled back and what follows must not have one number.
CREATE OR REPLACE FUNCTION archive_any_number() RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT hashtextextended(gen_random_uuid()::text, 0)
$$;

CREATE OR REPLACE FUNCTION archive_move() RETURNS void LANGUAGE sql AS $$
    INSERT INTO archive_moves (of_transaction, stamp)
    VALUES (pg_current_xact_id()::text::bigint, archive_any_number())
    ON CONFLICT (of_transaction) DO UPDATE SET stamp = EXCLUDED.stamp
$$;

CREATE OR REPLACE FUNCTION archive_moved() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM archive_moves WHERE of_transaction = NEW.of_transaction;
    UPDATE archive_generation SET stamp = archive_any_number();
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS generation_moved ON archive_moves;
CREATE CONSTRAINT TRIGGER generation_moved AFTER INSERT ON archive_moves
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION archive_moved();

INSERT INTO archive_generation SELECT 0 WHERE NOT EXISTS (SELECT FROM archive_generation);
UPDATE archive_generation SET stamp = archive_any_number();
"""


def install(on: Any) -> None:
    """Make what is missing; functions and triggers anew."""
    with on.cursor() as cursor:
        cursor.execute(_SCRIPT)
        for watched in WATCHED:
            for statement in _triggers(watched):
                cursor.execute(statement)


def unwatch(on: Any) -> None:
    """Take the triggers away."""
    with on.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgrelid::regclass FROM pg_trigger"
            " WHERE tgname LIKE 'generation\\_%%' AND NOT tgisinternal"
        )
        for name, table in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


_TABLES = {
    "INSERT": {"NEW": "generation_new"},
    "UPDATE": {"OLD": "generation_old", "NEW": "generation_new"},
    "DELETE": {"OLD": "generation_old"},
}


def _triggers(watched: Watched) -> Iterator[str]:
    """One of each happening, run once a statement with all the rows that it changed."""
    for happening in watched.happenings:
        rows = _TABLES[happening]
        yield from _trigger(
            watched,
            happening,
            " REFERENCING " + " ".join(f"{row} TABLE AS {name}" for row, name in rows.items()),
            " OR ".join(_is_seen(watched, name) for name in rows.values()),
        )
    yield from _trigger(watched, "TRUNCATE", "", "true")


def _trigger(watched: Watched, happening: str, tables: str, condition: str) -> Iterator[str]:
    name = f"generation_{watched.table.removeprefix('speeches_')}_{happening.lower()}"
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {condition} THEN PERFORM archive_move(); END IF; RETURN NULL; END $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {name} AFTER {happening} ON {watched.table}{tables}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    )


def _is_seen(watched: Watched, rows: str) -> str:
    if not watched.key:
        return f"EXISTS (SELECT FROM {rows})"
    if watched.among:
        return f"EXISTS (SELECT FROM {rows} WHERE {watched.key} IN ({watched.among}))"
    if watched.table == "speeches_speech":
        return f"EXISTS (SELECT FROM {rows} WHERE {is_public(rows, _SOON)})"
    ids = watched.through.replace("{rows}", f"SELECT {watched.key} FROM {rows}")  # noqa: S608
    return (
        f"EXISTS (SELECT FROM speeches_speech AS speech WHERE speech.id IN ({ids})"
        f" AND {is_public('speech', _SOON)})"
    )
