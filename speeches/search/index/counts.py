"""
What each statement counts under (tags, speaker, year …), and how many public ones do: kept by the
database, so that no page has to count them.

A statement's values stand in one row, by its sort key, as elements of a list in JSON:
``"kind statement","speaker 12","tag 7"``, the name of a facet and a value, which is a record's
number where the facet is of records. ``search_count`` says how many public statements have each.
Those that become public by the clock alone wait, until some change finds them due; whoever reads
counts adds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["EVERY", "PENDING", "fill", "installed_by", "mend", "wrong"]

EVERY = "all"
"""The facet whose one value (an empty one) every statement has."""

_SCRIPTS = {
    "sqlite": Path(__file__).with_name("counts_sqlite.sql"),
    "postgresql": Path(__file__).with_name("counts_postgres.sql"),
}
_RECOUNT = {
    "sqlite": "INSERT INTO search_recount (speech_id) SELECT id FROM speeches_speech",
    "postgresql": "SELECT search_recount(array_agg(id)) FROM speeches_speech",
}
_TOKENS = {
    "sqlite": "json_each('[' || facets || ']') AS each",
    "postgresql": "search_tokens(facets) AS each (value)",
}
_DUE = {
    vendor: f"SELECT each.value AS token, 1 AS number FROM search_facets, {tokens}"  # noqa: S608
    " WHERE NOT is_counted AND since <= %s"
    for vendor, tokens in _TOKENS.items()
}

PENDING = {
    "sqlite": f"SELECT token, sum(number) FROM ({_DUE['sqlite']}) GROUP BY token",  # noqa: S608
    "postgresql": "SELECT token, sum(number) FROM (SELECT token, number FROM search_count_change"  # noqa: S608
    f" UNION ALL {_DUE['postgresql']}) AS pending GROUP BY token",
}
"""Values that are not yet in ``search_count``, with what they add to it by the moment given."""

_ADDED_UP = {
    "sqlite": "SELECT token, number FROM search_count WHERE number <> 0",
    "postgresql": "SELECT token, sum(number) FROM (SELECT token, number FROM search_count"
    " UNION ALL SELECT token, number FROM search_count_change) AS summed"
    " GROUP BY token HAVING sum(number) <> 0",
}


_ADD_UP_ANEW = {
    "sqlite": (
        "DELETE FROM search_count",
        "INSERT INTO search_count (token, number) {counted}",
    ),
    # In one statement, which sees one state: nobody who changes something has to wait.
    "postgresql": (
        "SELECT pg_advisory_xact_lock(hashtext('search_count'))",
        "WITH changed AS (DELETE FROM search_count_change)"
        " INSERT INTO search_count (token, number)"
        " SELECT token, coalesce(counted.number, 0)"
        " FROM ({counted}) AS counted (token, number)"
        " FULL JOIN search_count USING (token)"
        " ON CONFLICT (token) DO UPDATE SET number = excluded.number",
    ),
}


def installed_by(vendor: str) -> Iterator[str]:
    """The script that makes what is missing."""
    yield _SCRIPTS[vendor].read_text(encoding="utf-8")


def fill(cursor: Any, vendor: str) -> None:
    """Count those that have not been counted."""
    missing = "id NOT IN (SELECT speech_id FROM search_facets)"
    cursor.execute(f"{_RECOUNT[vendor]} WHERE {missing}")


def mend(cursor: Any, vendor: str, first: int = 0, last: int = 0) -> None:
    """Make the rows of a stretch of statements anew; without one, what is added up from rows."""
    if last:
        cursor.execute(f"{_RECOUNT[vendor]} WHERE id BETWEEN %s AND %s", [first, last])
        return
    cursor.execute(
        "DELETE FROM search_facets WHERE speech_id NOT IN (SELECT id FROM speeches_speech)"
    )
    for statement in _ADD_UP_ANEW[vendor]:
        cursor.execute(statement.format(counted=_counted(vendor)))


def wrong(cursor: Any, vendor: str) -> int:
    """How many counts differ from what the rows add up to."""
    counted, kept = _counted(vendor), _ADDED_UP[vendor]
    number = 0
    for one, other in ((counted, kept), (kept, counted)):
        cursor.execute(f"SELECT count(*) FROM ({one} EXCEPT {other}) AS differing")  # noqa: S608
        number += cursor.fetchone()[0]
    return number


def _counted(vendor: str) -> str:
    return (
        f"SELECT each.value, count(*) FROM search_facets, {_TOKENS[vendor]}"  # noqa: S608 - ours
        " WHERE is_counted GROUP BY each.value"
    )
