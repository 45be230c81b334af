"""/speeches/years/, /speeches/<year>/, its months and days: statements by date."""

import pytest

from tests.builders import a_speech, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def september():
    a_speech("On the 12th", delivered="12 September 2017")
    a_speech("In September", delivered="September 2017")
    a_speech("Before the 12th", delivered="before 12 September 2017")
    a_speech("In 2017", delivered="2017")
    a_speech("In 2012", delivered="1 January 2012")
    a_speech("A draft", delivered="12 September 2017", published=False)


def test_the_years_with_their_counts(client, september):
    page = read(client, "/speeches/years/")
    assert page.all("//li[@class='entry']") == ["2017 4", "2012 1"]
    assert {"/speeches/2017/", "/speeches/2012/"} <= set(page.links())


def test_a_statement_of_unknown_date_is_counted_apart(client):
    a_speech(delivered="unknown")
    assert read(client, "/speeches/years/").all("//li[@class='entry']") == ["Date not known 1"]


def test_a_year_lists_its_statements_and_its_months(client, september):
    page = read(client, "/speeches/2017/")
    assert page.h1 == "4 statements, 2017"
    assert page.titles == ["On the 12th", "Before the 12th", "In September", "In 2017"]
    assert page.all("//ul[@class='tags'][@aria-label='Months']/li") == ["September 2"]


def test_a_month_lists_only_what_was_certainly_said_in_it(client, september):
    page = read(client, "/speeches/2017/09/")
    assert page.h1 == "2 statements, September 2017"
    assert page.titles == ["On the 12th", "In September"]
    assert page.all("//ul[@aria-label='Days']/li") == ["12 1"]
    assert client.get("/speeches/2017/01/").status_code == 404


def test_a_day_lists_only_what_was_certainly_said_on_it(client, september):
    page = read(client, "/speeches/2017/09/12/")
    assert page.h1 == "1 statement, 12 September 2017"
    assert client.get("/speeches/2017/09/01/").status_code == 404


def test_the_trail_leads_from_a_day_to_its_month_and_year(client, september):
    page = read(client, "/speeches/2017/09/12/")
    trail = page.tree.xpath("//nav[contains(@class, 'breadcrumbs')]//a/@href")
    assert trail == ["/", "/speeches/", "/speeches/years/", "/speeches/2017/", "/speeches/2017/09/"]
    assert page.all("//nav[contains(@class, 'breadcrumbs')]//li")[-1] == "12 September 2017"


def test_a_year_without_statements_leads_to_the_nearest_ones(client, september):
    page = read(client, "/speeches/2014/", 404)
    assert "We hold no public statement of 2014." in page.main
    assert {"/speeches/2012/", "/speeches/2017/"} <= set(page.links())


@pytest.mark.parametrize(
    "address", ["/speeches/0000/", "/speeches/2017/13/", "/speeches/2017/02/30/", "/speeches/9999/"]
)
def test_days_that_do_not_exist_are_not_found(client, september, address):
    assert client.get(address).status_code == 404


def test_the_list_of_a_year_can_be_narrowed(client, september):
    page = read(client, "/speeches/2017/")
    (narrow,) = page.links("/speeches/?")
    assert read(client, narrow).h1 == "4 statements, 2017"


def test_they_take_as_many_queries_for_three_as_for_three_hundred(client, queries_of):
    many_speeches(3)
    addresses = [
        "/speeches/years/",
        "/speeches/1998/",
        "/speeches/1998/01/",
        "/speeches/1998/01/01/",
    ]
    few = [queries_of(address) for address in addresses]
    many_speeches(300)
    assert [queries_of(address) for address in addresses] == few
    assert max(few) <= 10
