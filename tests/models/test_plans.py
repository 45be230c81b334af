"""The newest statements of a list are read by walking an index in its order, never by sorting."""

import datetime

import pytest
from django.db import connection

from speeches.models import Speech
from tests.builders import many_speeches
from tests.plans import plan_of, read_from_tables

pytestmark = pytest.mark.django_db

LISTS = {
    "all": lambda speeches: speeches,
    "of a year": lambda speeches: speeches.in_year(2005),
    "from a day": lambda speeches: speeches.filter(
        delivered__on_or_after=datetime.date(2005, 1, 1)
    ),
    "lately published": lambda speeches: speeches.lately_published(),
}


@pytest.fixture
def some_published():
    """With as many drafts: an index of what is published is worth more than one of everything."""
    many_speeches(50)
    many_speeches(50, state=Speech.State.DRAFT, published_at=None)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_walks_an_index(some_published, name):
    rows = LISTS[name](Speech.objects.published())[:25]
    plan = plan_of(*rows.query.sql_with_params())
    assert "speech_lately_published" in plan or "speech_published_newest" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_what_is_public_is_known_from_the_index_alone(some_published):
    rows = Speech.objects.published().order_by("-sort_key").values("sort_key")[:25]
    query = rows.query.sql_with_params()
    assert "speech_published_newest" in plan_of(*query)
    if connection.vendor == "sqlite":
        assert read_from_tables(*query) == []


def test_that_few_mark_an_event_makes_nobody_read_the_whole_archive(some_published):
    Speech.objects.update(occasion=None)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    newest = Speech.objects.published().filter(occasion=1).order_by("-sort_key")[:6]
    assert "speech_marking" in plan_of(*newest.query.sql_with_params())


@pytest.mark.parametrize("number", [2, 6, 1_000])
def test_no_list_of_any_length_is_read_by_the_moment_of_publication(some_published, number):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    rows = Speech.objects.published().for_lists()[:number]
    plan = plan_of(*rows.query.sql_with_params())
    assert "speech_published_newest" in plan
    assert "TEMP B-TREE" not in plan
