"""
Beginnings of names and titles, for suggestions while somebody types: kept by the database.

Every name is kept from each of its words on (“ban ki moon”, “ki moon”, “moon”), folded as words of
the index are, in the order of its letters: what begins with some letters is a stretch of one index,
however many names there are. Drafts have no title here; which of the others are public is asked
when somebody types (``suggestions.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speeches import stems

__all__ = [
    "LONGEST", "NAMED", "beginnings", "fill", "installed_by", "mend", "title_is_missing", "wrong",
]  # fmt: skip

LONGEST = 40
"""Letters kept of a beginning, and used of what is typed."""

MOST_WORDS = 12

_SMALL = "a an and at by de del des du el en et for in la las le les los of on the to und y"
SMALL_WORDS = frozenset(_SMALL.split())
"""With which nobody begins to type the middle of a title; beginnings_postgres.sql has them too."""


@dataclass(frozen=True, slots=True)
class Named:
    """A column of names: of which records, and of which of their names (0: the own one)."""

    table: str
    kind: str
    name: str = "name"
    record: str = "id"
    named: str = "0"
    only: str = ""
    """A condition on the row, with ``{row}`` before its columns."""

    @property
    def watched(self) -> str:
        """Columns of which a change concerns the beginnings."""
        columns = [self.name]
        columns += [self.record] if self.record != "id" else []
        columns += ["state"] if self.only else []
        return ", ".join(columns)

    def values(self, row: str) -> tuple[str, str]:
        """Record and name of a row."""
        named = f"{row}.id" if self.named == "id" else "0"
        return f"{row}.{self.record}", named

    def allows(self, row: str) -> str:
        return self.only.format(row=row) if self.only else "1 = 1"


NAMED = (
    Named("speeches_speaker", "sp"),
    Named("speeches_speakername", "sp", record="speaker_id", named="id"),
    Named("speeches_tag", "tg"),
    Named("speeches_taglabel", "tg", name="label", record="tag_id", named="id"),
    Named("speeches_event", "ev"),
    Named("speeches_eventname", "ev", record="event_id", named="id"),
    Named("speeches_eventseries", "se"),
    Named("speeches_seriesname", "se", record="series_id", named="id"),
    Named("speeches_speech", "ti", name="title", only="{row}.state = 'published'"),
)


def beginnings(name: str, kind: str) -> list[str]:
    """A name from each of its words on; of titles not from the small ones."""
    words = stems.pieces(name)[:MOST_WORDS]
    return list(
        dict.fromkeys(
            " ".join(words[place:])[:LONGEST]
            for place, word in enumerate(words)
            if place == 0 or kind != "ti" or word not in SMALL_WORDS
        )
    )


def installed_by(vendor: str) -> Iterator[str]:
    """The statements that make what is missing, and the triggers anew."""
    if vendor == "sqlite":
        yield _SQLITE_TABLE
        triggers = _sqlite_triggers
    else:
        yield _POSTGRES_SCRIPT.read_text(encoding="utf-8")
        triggers = _postgres_triggers
    yield "DROP VIEW IF EXISTS search_named"
    yield f"CREATE VIEW search_named AS {' UNION ALL '.join(map(_named, NAMED))}"
    for named in NAMED:
        yield from triggers(named)


def fill(cursor: Any, vendor: str) -> None:
    """Where the table is new, all that it should hold."""
    cursor.execute(_add(vendor, "NOT EXISTS (SELECT 1 FROM search_beginning)"))


def mend(cursor: Any, vendor: str, first: int = 0, last: int = 0) -> None:
    """Add what is missing of the titles of a stretch of statements; without one, of all names."""
    if last:
        cursor.execute(_add(vendor, f"kind = 'ti' AND record BETWEEN {first} AND {last}"))
        return
    cursor.execute(
        "DELETE FROM search_beginning WHERE kind = 'ti'"
        " AND record NOT IN (SELECT id FROM speeches_speech WHERE state = 'published')"
    )
    cursor.execute(f"DELETE FROM search_beginning WHERE kind <> 'ti' AND {_STALE[vendor]}")  # noqa: S608
    cursor.execute(_add(vendor, "kind <> 'ti'"))


def title_is_missing(vendor: str) -> str:
    """The ids of statements, between two, of whose titles something is missing."""
    return (
        f"SELECT record FROM ({_SOURCE[vendor]}) AS source"  # noqa: S608 - names of ours
        " WHERE kind = 'ti' AND record BETWEEN %s AND %s AND NOT EXISTS ("
        "SELECT 1 FROM search_beginning AS kept WHERE kept.kind = source.kind"
        " AND kept.inside = source.inside AND kept.key = source.key"
        " AND kept.record = source.record AND kept.named = source.named)"
    )


def wrong(cursor: Any, vendor: str) -> int:
    """How many beginnings of names are missing or too many."""
    names = f"SELECT * FROM ({_SOURCE[vendor]}) AS source WHERE kind <> 'ti'"  # noqa: S608
    kept = "SELECT kind, inside, key, record, named FROM search_beginning WHERE kind <> 'ti'"
    number = 0
    for one, other in ((names, kept), (kept, names)):
        cursor.execute(f"SELECT count(*) FROM ({one} EXCEPT {other}) AS differing")  # noqa: S608
        number += cursor.fetchone()[0]
    return number


def _named(named: Named) -> str:
    record, other = named.values("named")
    return (
        f"SELECT '{named.kind}' AS kind, {record} AS record, {other} AS named,"  # noqa: S608
        f" named.{named.name} AS name FROM {named.table} AS named WHERE {named.allows('named')}"
    )


_SOURCE = {
    "sqlite": "SELECT kind, each.key > 0 AS inside, each.value AS key, record, named"
    " FROM search_named, json_each(beginnings(name, kind)) AS each",
    "postgresql": "SELECT kind, inside, key, record, named"
    " FROM search_named, search_beginnings(name, kind)",
}
_STALE = {
    vendor: f"(kind, inside, key, record, named) NOT IN (SELECT * FROM ({source}) AS source)"  # noqa: S608
    for vendor, source in _SOURCE.items()
}


def _add(vendor: str, condition: str) -> str:
    """The statement that adds what the names that answer to a condition should have."""
    rows = f"SELECT * FROM ({_SOURCE[vendor]}) AS source WHERE {condition}"  # noqa: S608
    into = "search_beginning (kind, inside, key, record, named)"
    return f"INSERT INTO {into} {rows} ON CONFLICT DO NOTHING"


# -- SQLite


_SQLITE_TABLE = """
CREATE TABLE IF NOT EXISTS search_beginning (
    kind TEXT NOT NULL,
    inside INTEGER NOT NULL,
    key TEXT NOT NULL,
    record INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (kind, inside, key, record, named)
) WITHOUT ROWID"""


def _sqlite_triggers(named: Named) -> Iterator[str]:
    happenings = {"added": "INSERT", "removed": "DELETE", "changed": f"UPDATE OF {named.watched}"}
    for name, happening in happenings.items():
        trigger = f"search_{named.table.removeprefix('speeches_')}_name_{name}"
        parts = []
        if name != "added":
            record, other = named.values("OLD")
            parts.append(
                f"DELETE FROM search_beginning WHERE kind = '{named.kind}'"  # noqa: S608
                f" AND record = {record} AND named = {other} AND (inside, key) IN"
                " (SELECT each.key > 0, each.value"
                f" FROM json_each(beginnings(OLD.{named.name}, '{named.kind}')) AS each)"
            )
        if name != "removed":
            record, other = named.values("NEW")
            parts.append(
                "INSERT OR IGNORE INTO search_beginning"  # noqa: S608 - names of ours
                " (kind, inside, key, record, named)"
                f" SELECT '{named.kind}', each.key > 0, each.value, {record}, {other}"
                f" FROM json_each(beginnings(NEW.{named.name}, '{named.kind}')) AS each"
                f" WHERE {named.allows('NEW')}"
            )
        yield f"DROP TRIGGER IF EXISTS {trigger}"
        yield (
            f"CREATE TRIGGER {trigger} AFTER {happening} ON {named.table}"
            f" BEGIN {'; '.join(parts)}; END"
        )


# -- PostgreSQL


_POSTGRES_SCRIPT = Path(__file__).with_name("beginnings_postgres.sql")


def _postgres_triggers(named: Named) -> Iterator[str]:
    name = f"search_{named.table.removeprefix('speeches_')}_named"
    old_record, old_other = named.values("OLD")
    record, other = named.values("NEW")
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"  # noqa: S608
        " IF TG_OP = 'TRUNCATE' THEN"
        f" DELETE FROM search_beginning WHERE kind = '{named.kind}'"
        f" AND named {'<>' if named.named == 'id' else '='} 0; RETURN NULL; END IF;"
        " IF TG_OP <> 'INSERT' THEN"
        f" DELETE FROM search_beginning WHERE kind = '{named.kind}' AND record = {old_record}"
        f" AND named = {old_other} AND (inside, key) IN"
        f" (SELECT inside, key FROM search_beginnings(OLD.{named.name}, '{named.kind}'));"
        " END IF;"
        " IF TG_OP <> 'DELETE' THEN"
        " INSERT INTO search_beginning (kind, inside, key, record, named)"
        f" SELECT '{named.kind}', inside, key, {record}, {other}"
        f" FROM search_beginnings(NEW.{named.name}, '{named.kind}')"
        f" WHERE {named.allows('NEW')} ON CONFLICT DO NOTHING; END IF;"
        " RETURN NULL; END $$"
    )
    rows = f"AFTER INSERT OR DELETE OR UPDATE OF {named.watched} ON {named.table} FOR EACH ROW"
    yield f"CREATE OR REPLACE TRIGGER {name} {rows} EXECUTE FUNCTION {name}()"
    emptied = f"AFTER TRUNCATE ON {named.table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    yield f"CREATE OR REPLACE TRIGGER {name}_emptied {emptied}"
