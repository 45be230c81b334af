"""The newest statements of a list are read by walking an index in its order, never by sorting."""

import datetime

import pytest
from django.db import connection

from speeches.models import Speech
from tests.builders import many_speeches

pytestmark = pytest.mark.django_db

LISTS = {
    "all": lambda speeches: speeches,
    "of a year": lambda speeches: speeches.in_year(2005),
    "from a day": lambda speeches: speeches.filter(
        delivered__on_or_after=datetime.date(2005, 1, 1)
    ),
    "lately published": lambda speeches: speeches.lately_published(),
}


def plan_of(rows):
    sql, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
            return "\n".join(row[3] for row in cursor.fetchall())
        # In a table of a few rows the planner would not trouble an index otherwise.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"EXPLAIN {sql}", values)
        return "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_walks_an_index(name):
    many_speeches(50)
    plan = plan_of(LISTS[name](Speech.objects.published())[:25])
    assert "speech_lately_published" in plan or "speech_published_newest" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_what_is_public_is_known_from_the_index_alone():
    many_speeches(50)
    rows = Speech.objects.published().order_by("-sort_key").values("sort_key")[:25]
    assert "speech_published_newest" in plan_of(rows)
    if connection.vendor == "sqlite":
        assert read_from_tables(rows) == []


def read_from_tables(rows):
    """The steps of SQLite's machine that read a column of a table, not of an index."""
    sql, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", values)
        steps = cursor.fetchall()
    opened = {step[2]: str(step[5]) for step in steps if step[1] == "OpenRead"}
    tables = {number for number, columns in opened.items() if not columns.startswith("k(")}
    return [step for step in steps if step[1] == "Column" and step[2] in tables]
