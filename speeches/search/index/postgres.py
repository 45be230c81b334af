"""The index of words on PostgreSQL: its installation, and queries as its engine takes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from speeches import stems
from speeches.search.expression import All, Keys, Node, Where, Without, Words

from . import beginnings, counts, vocabulary
from .watched import COUNTED, WATCHED, Watched

__all__ = ["REFRESH", "check", "connect", "hits", "install", "mend"]
__all__ += ["newest_hits", "scored", "together", "unwatch"]

_SCRIPT = Path(__file__).with_name("postgres.sql")


def connect(to: Any) -> None:
    """All that the index needs stands in the database."""


def install(on: Any) -> None:
    """Make what is missing; functions and triggers anew."""
    with on.cursor() as cursor:
        cursor.execute(_SCRIPT.read_text(encoding="utf-8"))
        for part in (beginnings, vocabulary, counts):
            for statement in part.installed_by("postgresql"):
                cursor.execute(statement)
        for refresh, tables in (("search_refresh", WATCHED), ("search_recount", COUNTED)):
            for watched in tables:
                for statement in _triggers(refresh, watched):
                    cursor.execute(statement)


def unwatch(on: Any) -> None:
    """Take triggers and views away: PostgreSQL changes no column that a view names."""
    with on.cursor() as cursor:
        cursor.execute("SELECT viewname FROM pg_views WHERE viewname LIKE 'search\\_%%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP VIEW IF EXISTS {name} CASCADE")
        cursor.execute(
            "SELECT tgname, tgrelid::regclass FROM pg_trigger"
            " WHERE tgname LIKE 'search\\_%%' AND NOT tgisinternal"
        )
        for name, table in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


REFRESH = "SELECT search_refresh(array_agg(id)) FROM speeches_speech"


def check(on: Any) -> None:
    """PostgreSQL keeps its own indexes true."""


def mend(on: Any) -> None:
    """There is nothing but the entries."""


def _triggers(refresh: str, watched: Watched) -> Iterator[str]:
    """One of each happening, run once a statement with all the rows that it changed."""
    key = watched.key
    if watched.columns:
        compared = ", ".join(f"a.{column}" for column in watched.columns)
        differs = f"({compared}) IS DISTINCT FROM ({compared.replace('a.', 'b.')})"
        joined = f"FROM search_old AS b JOIN search_new AS a USING (id) WHERE {differs}"
        both = f"SELECT a.{key} {joined} UNION SELECT b.{key} {joined}"
        tables = "OLD TABLE AS search_old NEW TABLE AS search_new"
        yield from _trigger(refresh, watched, "UPDATE", tables, both)
    if watched.own:
        added = f"SELECT {key} FROM search_new"  # noqa: S608 - names of ours
        yield from _trigger(refresh, watched, "INSERT", "NEW TABLE AS search_new", added)
        removed = f"SELECT {key} FROM search_old"  # noqa: S608
        yield from _trigger(refresh, watched, "DELETE", "OLD TABLE AS search_old", removed)


def _trigger(
    refresh: str, watched: Watched, happening: str, tables: str, rows: str
) -> Iterator[str]:
    name = f"{refresh}_{watched.table.removeprefix('speeches_')}_{happening.lower()}"
    ids = watched.through.replace("{rows}", rows) if watched.through else rows
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" PERFORM {refresh}(ARRAY({ids})); RETURN NULL; END $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {name} AFTER {happening} ON {watched.table}"
        f" REFERENCING {tables} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    )


# -- queries


WEIGHTS = [0.1, 0.2, 0.4, 1.0]
"""How much a word counts: as a key, told, said, in the title or a name."""

_WEIGHTS = {Where.ANYWHERE: "", Where.SAID: "B"}


def match(nodes: list[Node]) -> str:
    """The expression as a tsquery is written. Every word is quoted: none can be an operator."""
    return " & ".join(_node(node) for node in nodes)


def _node(node: Node) -> str:
    if isinstance(node, Words):
        weight = ("*" if node.beginning else "") + _WEIGHTS[node.where]
        sequences = dict.fromkeys([*node.sequences, *_cut_here(node.sequences[0])])
        phrases = [_phrase(sequence, weight) for sequence in sequences]
        return f"({' | '.join(phrases)})"
    if isinstance(node, Keys):
        return f"({' | '.join(_quoted('=' + key) for key in node.keys)})"
    if isinstance(node, Without):
        return f"!{_node(node.node)}"
    joined = " & " if isinstance(node, All) else " | "
    return f"({joined.join(_node(part) for part in node.nodes)})"


@lru_cache(maxsize=4096)
def _cut_here(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Words as the server cuts them in each language: its Snowball can be older than ours."""
    sql = (
        "SELECT array(SELECT coalesce((ts_lexize(stemmer::regdictionary, word))[1], word)"
        " FROM unnest(%s::text[]) WITH ORDINALITY AS typed (word, place) ORDER BY place)"
        " FROM unnest(%s::text[]) AS stemmer"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(words), [f"search_{language}" for language in stems.STEMMED]])
        return [tuple(row[0]) for row in cursor.fetchall()]


def _phrase(words: tuple[str, ...], weight: str) -> str:
    mark = f":{weight}" if weight else ""
    return " <-> ".join(_quoted(word) + mark for word in words)


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def hits(nodes: list[Node], *, for_editors: bool = False) -> RawSQL:
    """The sort keys of the statements that the expression finds."""
    expression = match(nodes)
    if for_editors:
        sql = (
            "WITH q AS (SELECT %s::tsquery AS q) SELECT key FROM search_entry, q"
            " WHERE words_for_editors @@ q.q OR (words_for_editors IS NULL AND words @@ q.q)"
        )
        return RawSQL(sql, [expression])  # noqa: S611
    return RawSQL("SELECT key FROM search_hits(%s::tsquery) AS key", [expression])


def newest_hits(nodes: list[Node], number: int) -> RawSQL:
    """The same among the newest so many entries that have the words."""
    hits = "SELECT key FROM search_hits(%s::tsquery) AS key ORDER BY key DESC LIMIT %s"
    return RawSQL(hits, [match(nodes), number])  # noqa: S611


def scored(nodes: list[Node]) -> tuple[str, list[Any]]:
    """A query for the keys in ``found``, within ``stretch``, with their scores: more is better."""
    sql = (
        "SELECT key, ts_rank(%s::float4[], words, %s::tsquery, 1) AS score"
        " FROM search_entry JOIN found USING (key) WHERE found.key >= (SELECT first FROM stretch)"
    )
    return sql, [WEIGHTS, match(nodes)]


def together(keys: list[int], phrases: list[Words]) -> dict[int, int]:
    """How many of these phrases stand in each of these entries, by sort key."""
    stands = " + ".join(["(words @@ %s::tsquery)::int"] * len(phrases))
    sql = f"SELECT key, {stands} FROM search_entry WHERE key = ANY(%s)"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(_node(phrase) for phrase in phrases), keys])
        return dict(cursor.fetchall())
