"""How the database means to answer a query: for tests of its work that do not ask the clock."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection


def plan_of(sql: str, values: Any = None) -> str:
    """The lines of the plan for a query, in the words of the database."""
    make_certain(sql)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
            return "\n".join(row[3] for row in cursor.fetchall())
        cursor.execute(f"EXPLAIN {sql}", values)
        return "\n".join(row[0] for row in cursor.fetchall())


def read_from_tables(sql: str, values: Any = None) -> list[Any]:
    """The steps of SQLite's machine that read a column of a table, not of an index."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", values)
        steps = cursor.fetchall()
    opened = {step[2]: str(step[5]) for step in steps if step[1] == "OpenRead"}
    tables = {number for number, columns in opened.items() if not columns.startswith("k(")}
    return [step for step in steps if step[1] == "Column" and step[2] in tables]


def make_certain(sql: str) -> None:
    """
    Have PostgreSQL choose its plan for a query by what the test has stored, and by nothing else.

    What it knows of the tables comes from earlier tests or from none. So it counts the rows that
    are there, and rows of other tests swell no index. As in a table of a few rows it would trouble
    no index, it does without scans and sorts wherever it can: one that is left in a plan is one
    that no index spares.
    """
    if connection.vendor == "sqlite":
        return
    tables = [t for t in connection.introspection.table_names() if re.search(rf"\b{t}\b", sql)]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is still to be checked bars REINDEX
        for table in tables:
            cursor.execute(f"REINDEX TABLE {table}")
            cursor.execute(f"ANALYZE {table}")
        for choice in ("enable_seqscan", "enable_sort"):
            cursor.execute(f"SET LOCAL {choice} = off")
