"""The index of words on SQLite (FTS5): its installation, and queries as its engine takes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection
from django.db.models.expressions import RawSQL

from speeches import stems
from speeches.search.expression import All, Keys, Node, Where, Without, Words

from . import beginnings, counts, vocabulary
from .watched import COUNTED, WATCHED, Watched

__all__ = ["REFRESH", "check", "connect", "hits", "install", "mend"]
__all__ += ["newest_hits", "scored", "together", "unwatch"]

_SCRIPT = Path(__file__).with_name("sqlite.sql")
_LINK = re.compile(r"\]\([^)]*\)")


def connect(to: Any) -> None:
    """Give a new connection the functions that views and triggers of the index call."""
    for function, arguments in ((_stems, 2), (_passage_stems, 2), (_names_in, 1), (_keys_in, 1)):
        name = function.__name__.removeprefix("_")
        to.connection.create_function(name, arguments, function, deterministic=True)
    to.connection.create_function("beginnings", 2, _beginnings, deterministic=True)
    vocabulary.connect(to.connection)
    to.connection.create_aggregate("joined", 2, _Joined)


class _Joined:
    """Joins words in the order of what they come with: SQLite itself promises no order."""

    def __init__(self) -> None:
        self.parts: list[tuple[Any, str]] = []

    def step(self, place: Any, words: str) -> None:
        self.parts.append((place, words))

    def finalize(self) -> str:
        return " ".join(words for _place, words in sorted(self.parts))


def _stems(text: str | None, language: str) -> str:
    return stems.indexed(text or "", language)


def _passage_stems(body: str, language: str) -> str:
    """Of a passage in its Markdown: where its links lead are no words of it."""
    return stems.indexed(_LINK.sub(" ", body), language)


def _names_in(named: str | None) -> str:
    """The words of names that come a line each, after the prefix of their keys and a tab."""
    return " ".join(stems.indexed(name) for _prefix, name in _named(named))


def _keys_in(named: str | None) -> str:
    """The same words as keys, each once."""
    keys = [prefix + piece for prefix, name in _named(named) for piece in stems.pieces(name)]
    return " ".join(dict.fromkeys(keys))


def _named(named: str | None) -> list[tuple[str, str]]:
    found = [line.strip().partition("\t") for line in (named or "").split("\n")]
    return [(prefix, name) for prefix, tab, name in found if tab]


def _beginnings(name: str | None, kind: str) -> str:
    return json.dumps(beginnings.beginnings(name or "", kind), ensure_ascii=False)


def install(on: Any) -> None:
    """Make what is missing, and views and triggers anew: a change of a table drops its triggers."""
    with on.cursor() as cursor:
        for statement in _statements(_SCRIPT.read_text(encoding="utf-8")):
            cursor.execute(statement)
        for statement in beginnings.installed_by("sqlite"):
            cursor.execute(statement)
        for part in (vocabulary, counts):
            for script in part.installed_by("sqlite"):
                for statement in _statements(script):
                    cursor.execute(statement)
        for refresh, tables in (("search_refresh", WATCHED), ("search_recount", COUNTED)):
            for watched in tables:
                for statement in _triggers(refresh, watched):
                    cursor.execute(statement)


def unwatch(on: Any) -> None:
    """Take triggers and views away: SQLite changes no table that a view names."""
    with on.cursor() as cursor:
        cursor.execute(
            "SELECT type, name FROM sqlite_master"
            " WHERE name LIKE 'search\\_%%' ESCAPE '\\' AND type IN ('trigger', 'view')"
            " ORDER BY type"
        )
        for kind, name in cursor.fetchall():
            cursor.execute(f"DROP {kind} IF EXISTS {name}")


REFRESH = "INSERT INTO search_refresh (speech_id) SELECT id FROM speeches_speech"


def check(on: Any) -> None:
    """Raises DatabaseError where the words of FTS5 don't agree with the entries."""
    with on.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)"
        )


def mend(on: Any) -> None:
    """Make the words of FTS5 follow from the entries again, where they don't."""
    try:
        check(on)
    except DatabaseError:
        with on.cursor() as cursor:
            cursor.execute("INSERT INTO search_words (search_words) VALUES ('rebuild')")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, each whole: a trigger's own end in its END."""
    for part in re.split(r"\n\s*\n|(?<=;)\n(?=(?:CREATE|DROP) )", script):
        statement = "\n".join(line for line in part.splitlines() if not line.startswith("--"))
        if statement.strip():
            yield statement


def _triggers(refresh: str, watched: Watched) -> Iterator[str]:
    """One of each happening; nothing happens where a row is only saved again."""
    columns = watched.columns
    happenings: dict[str, tuple[str, tuple[str, ...]]] = {}
    if columns:
        differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
        updates = f"UPDATE OF {', '.join(columns)} ON {watched.table} WHEN {differs}"
        happenings["changed"] = (updates, ("OLD", "NEW"))
    if watched.own:
        happenings["added"] = (f"INSERT ON {watched.table}", ("NEW",))
        happenings["removed"] = (f"DELETE ON {watched.table}", ("OLD",))
    for name, (happening, rows) in happenings.items():
        trigger = f"{refresh}_{watched.table.removeprefix('speeches_')}_{name}"
        yield f"DROP TRIGGER IF EXISTS {trigger}"
        ids = " UNION ".join(_ids(watched, f"{row}.{watched.key}") for row in rows)
        yield (
            f"CREATE TRIGGER {trigger} AFTER {happening} BEGIN"
            f" INSERT INTO {refresh} (speech_id) {ids}; END"
        )


def _ids(watched: Watched, value: str) -> str:
    return watched.through.replace("{rows}", value) if watched.through else f"SELECT {value}"


# -- queries


_COLUMNS = {
    Where.ANYWHERE: "{title names said told said_elsewhere told_elsewhere}",
    Where.SAID: "{said said_elsewhere}",
}
_EDITORS = {
    Where.ANYWHERE: "{title names said told said_elsewhere told_elsewhere withheld}",
    Where.SAID: "{said said_elsewhere}",
}
WEIGHTS = "8.0, 6.0, 3.0, 2.0, 1.0, 0.5, 0.5, 1.0"
"""How much a word counts, column by column."""


def match(nodes: list[Node], *, for_editors: bool = False) -> str:
    """The expression in the words of FTS5. Every word is quoted: none can be an operator."""
    columns = _EDITORS if for_editors else _COLUMNS
    wanted = [_node(node, columns) for node in nodes if not isinstance(node, Without)]
    unwanted = [_node(node.node, columns) for node in nodes if isinstance(node, Without)]
    found = " AND ".join(wanted or ['keys : "any"'])
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found


def _node(node: Node, columns: dict[Where, str]) -> str:
    match_all, match_any = " AND ", " OR "
    if isinstance(node, Words):
        star = " *" if node.beginning else ""
        phrases = [_phrase(sequence) + star for sequence in node.sequences]
        return f"({columns[node.where]} : ({match_any.join(phrases)}))"
    if isinstance(node, Keys):
        return f"(keys : ({match_any.join(map(_quoted, node.keys))}))"
    if isinstance(node, Without):
        return f'(keys : "any" NOT {_node(node.node, columns)})'
    joined = match_all if isinstance(node, All) else match_any
    return f"({joined.join(_node(part, columns) for part in node.nodes)})"


def _phrase(words: tuple[str, ...]) -> str:
    return " + ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def hits(nodes: list[Node], *, for_editors: bool = False) -> RawSQL:
    """The sort keys of the statements that the expression finds."""
    expression = match(nodes, for_editors=for_editors)
    return RawSQL("SELECT rowid FROM search_words WHERE search_words MATCH %s", [expression])


def newest_hits(nodes: list[Node], number: int) -> RawSQL:
    """The same among the newest so many entries that have the words."""
    newest = "SELECT rowid FROM search_words WHERE search_words MATCH %s ORDER BY rowid DESC"
    return RawSQL(f"{newest} LIMIT %s", [match(nodes), number])  # noqa: S611


def scored(nodes: list[Node]) -> tuple[str, list[Any]]:
    """A query for the keys in ``found``, within ``stretch``, with their scores: more is better."""
    sql = (
        f"SELECT rowid AS key, -bm25(search_words, {WEIGHTS}) AS score"  # noqa: S608
        " FROM search_words WHERE search_words MATCH %s"
        " AND rowid BETWEEN (SELECT first FROM stretch) AND (SELECT last FROM stretch)"
        # A plus: the words are walked, not looked up anew for each key.
        " AND +rowid IN (SELECT key FROM found)"
    )
    return sql, [match(nodes)]


def together(keys: list[int], phrases: list[Words]) -> dict[int, int]:
    """How many of these phrases stand in each of these entries, by sort key."""
    readable = "title || ' . ' || names || ' . ' || said || ' . ' || told"
    stands = [
        f"({' OR '.join(['instr(words, %s)'] * len(phrase.sequences))})" for phrase in phrases
    ]
    wanted = [f" {' '.join(sequence)} " for phrase in phrases for sequence in phrase.sequences]
    sql = (
        f"SELECT key, {' + '.join(stands)}"  # noqa: S608
        f" FROM (SELECT key, ' ' || {readable} || ' ' AS words FROM search_entry"
        f" WHERE key IN ({', '.join(['%s'] * len(keys))}))"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*wanted, *keys])
        return dict(cursor.fetchall())
