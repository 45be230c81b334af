"""Lists beyond what is counted, and pages deep in them: what they say, and what they cost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speeches import search
from speeches.models import Speech
from tests.builders import a_speech, many_speeches
from tests.pages import read
from tests.plans import plan_of, read_from_tables

pytestmark = pytest.mark.django_db

TITLES = "//*[contains(@class, 'row__title')]"
PAGES = "//nav[contains(@class, 'pagination')]//ol/li"


@pytest.fixture
def bound(monkeypatch):
    """So few are counted that a test can have more."""
    monkeypatch.setattr(search.bounds, "MOST_COUNTED", 60)
    return 60


def counts(page, facet):
    xpath = f"//section[h3='{facet}']//li"
    return {
        li.xpath("string(a)").strip(): li.xpath("string(*[@class='facet__count'])")
        for li in page.tree.xpath(xpath)
    }


def test_the_whole_archive_is_counted_however_large(client, bound):
    many_speeches(70, kind="message")
    many_speeches(30, kind="article")
    page = read(client, "/speeches/")
    assert page.h1 == "100 statements, 1998 to 2017"
    assert counts(page, "Kind") == {"Message": "70", "Article": "30"}
    assert "are counted" not in page.main
    assert "are counted" not in read(client, "/speeches/facets/tag/").main


def test_of_more_than_are_counted_the_page_says_so(client, bound):
    many_speeches(100)
    page = read(client, "/speeches/?language=en")
    assert page.h1 == "60+ statements held in English, 1998 to 2017"
    assert page.words("//*[@role='status']") == "60+ statements found"
    assert "the newest 60 statements are counted" in page.main
    assert counts(page, "Year")["2017"] == "5"


def test_facets_are_those_of_the_newest(client, bound):
    many_speeches(70, kind="message")
    a_speech(kind="article", delivered="1900")
    a_speech(kind="interview", delivered="2020")
    page = read(client, "/speeches/?language=en")
    assert counts(page, "Kind") == {"Message": "59", "Interview": "1"}


@pytest.mark.parametrize("number", [59, 60])
def test_up_to_there_everything_is_counted_and_nothing_is_said(client, bound, number):
    many_speeches(number)
    page = read(client, "/speeches/")
    assert page.h1 == f"{number} statements, 1998 to 2017"
    assert "are counted" not in page.main


def test_what_could_be_added_is_counted_in_the_newest_too(client, bound):
    many_speeches(70, kind="message")
    many_speeches(5, kind="article")
    page = read(client, "/speeches/?kind=article&language=en")
    assert page.h1.startswith("5 statements of the kind “Article”")
    assert int(counts(page, "Kind")["Message"].strip("+")) < 60
    assert "the newest 60" in page.main


def test_a_search_ranks_the_newest_and_says_so(client, bound):
    many_speeches(70)
    a_speech("Solidarity", delivered="1900", body="Solidarity.")
    page = read(client, "/speeches/?q=solidarity")
    assert page.h1 == "60+ statements matching “solidarity”"
    assert len(page.all(TITLES)) == 25
    assert "Solidarity" not in page.all(TITLES)
    newest = read(client, "/speeches/?q=solidarity&sort=oldest")
    assert newest.all(TITLES)[0] == "Solidarity"


def test_pages_go_on_beyond_what_is_counted_to_the_last_statement(client, bound):
    many_speeches(130)
    keys = [*Speech.objects.published().order_by("-sort_key").values_list("title", flat=True)]
    found = []
    for number in range(1, 7):
        page = read(client, f"/speeches/?language=en&page={number}")
        found += page.all(TITLES)
        shown = [each.removeprefix("Page ") for each in page.all(PAGES)]
        assert str(number) in shown
        assert (shown[-1] == "…") == (number < 6), (number, shown)
    assert found == keys
    assert read(client, "/speeches/?language=en&sort=oldest&page=6").all(TITLES) == keys[:5][::-1]


def test_a_page_beyond_the_end_is_the_last_and_says_so(client, bound):
    many_speeches(130)
    page = read(client, "/speeches/?language=en&page=99")
    assert "There is no page “99”: the list has 6 pages. This is page 6." in page.main
    assert len(page.all(TITLES)) == 5


@pytest.mark.parametrize("asked", ["8", "9999999", "99999999999999999999999"])
def test_the_end_of_a_list_is_looked_for_only_so_far(client, monkeypatch, asked):
    monkeypatch.setattr(search.bounds, "MOST_COUNTED", 30)
    many_speeches(130)
    with CaptureQueriesContext(connection) as queries:
        page = read(client, f"/speeches/?language=en&page={asked}")
    assert f"There is no page “{asked}”. This is page 3, and the list goes on." in page.main
    assert len(page.titles) == 25
    assert page.all(PAGES)[-1] == "…"
    assert "?language=en&page=4" in page.links()
    counts = [each["sql"] for each in queries if each["sql"].startswith("SELECT COUNT(*)")]
    assert all("LIMIT 91" in sql for sql in counts)
    if len(asked) > 1:
        passed = [int(n) for each in queries for n in re.findall(r"OFFSET (\d+)", each["sql"])]
        assert max(passed) <= 90


def test_before_the_first_page_of_a_very_long_list_is_none(client, bound):
    many_speeches(70)
    page = read(client, "/speeches/?language=en&page=-5")
    assert "There is no page “-5”. This is page 1, and the list goes on." in page.main


def test_the_page_of_a_facet_says_in_what_it_counted(client, bound):
    many_speeches(70)
    page = read(client, "/speeches/facets/tag/?language=en")
    assert "Counted in the newest 60 statements" in page.main


@pytest.mark.parametrize("address", ["/speeches/", "/speeches/?year=1998..2030"])
def test_a_deep_page_reads_no_row_that_it_does_not_show(client, queries_of, address):
    many_speeches(130)
    few = queries_of(address)
    deep = f"{address}{'&' if '?' in address else '?'}page=5"
    assert queries_of(deep) == few
    with CaptureQueriesContext(connection) as queries:
        client.get(deep)
    (offset,) = [query["sql"] for query in queries if "OFFSET" in query["sql"]]
    selected = offset[: offset.index(" FROM ")]
    assert selected.count(",") <= 1, selected
    plan = plan_of(offset)
    assert "speech_published_newest" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
    if connection.vendor == "sqlite":
        assert read_from_tables(offset) == []
