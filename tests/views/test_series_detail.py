"""/series/<slug>/: the days on which a series is kept, its years, what was said."""

import pytest
import time_machine

from tests.builders import a_rule, a_series, a_speech, an_event, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_june_2020():
    with time_machine.travel("2020-06-01T12:00:00Z", tick=False):
        yield


@pytest.fixture
def the_day():
    series = a_series("The Day")
    a_rule(series, 12, 19, 2008, to_year=2011, legal_basis="Resolution 58/220")
    a_rule(series, 9, 12, 2012, legal_basis="Decision 66/550")
    return series


def a_day(series, year):
    return an_event("The Day", series=series, start=str(year), kind="observance")


def cells(page):
    found = page.tree.xpath("//ol[@class='year-grid']/li")
    return {cell.text_content().strip(): cell.get("class").split()[1] for cell in found}


def test_its_date_rules_are_shown_with_what_they_rest_on(client, the_day):
    page = read(client, "/series/the-day/")
    assert page.all("//ul[@class='rules']/li") == [
        "19 December 2008 to 2011 Resolution 58/220",
        "12 September since 2012 Decision 66/550",
    ]


def test_each_year_says_what_is_held_known_or_not_looked_for(client, the_day):
    a_speech(occasion=a_day(the_day, 2012), delivered="12 September 2012")
    a_speech(occasion=a_day(the_day, 2013), body="")
    a_speech(occasion=a_day(the_day, 2014), published=False)
    states = cells(read(client, "/series/the-day/"))
    assert states["2012: 1 statement"] == "year--held"
    assert states["2013: 1 statement, text not held"] == "year--known"
    assert states["2014: not looked yet"] == "year--none"


def test_the_years_run_from_the_first_rule_to_the_last_day_kept(client, the_day):
    years = [label.split(":")[0] for label in cells(read(client, "/series/the-day/"))]
    assert years == [str(year) for year in range(2008, 2020)]


def test_this_year_is_in_once_its_day_has_come(client, the_day):
    with time_machine.travel("2020-09-12T12:00:00Z"):
        assert "2020: not looked yet" in cells(read(client, "/series/the-day/"))


def test_a_year_leads_to_its_observance(client, the_day):
    day = a_day(the_day, 2015)
    an_event("A panel", series=the_day, start="1 January 2015", part_of=day)
    page = read(client, "/series/the-day/")
    assert page.tree.xpath("//li[contains(., '2015')]/a/@href") == [day.get_absolute_url()]


def test_a_statement_at_a_panel_of_the_day_counts_once(client, the_day):
    day = a_day(the_day, 2015)
    panel = an_event("A panel", series=the_day, start="2015", part_of=day)
    a_speech(event=panel, occasion=day)
    assert "2015: 1 statement" in cells(read(client, "/series/the-day/"))


def test_the_next_day_is_told_by_the_rule_that_stands(client, the_day):
    assert "Kept next on 12 September 2020." in read(client, "/series/the-day/").main
    with time_machine.travel("2020-09-13T12:00:00Z"):
        assert "Kept next on 12 September 2021." in read(client, "/series/the-day/").main


def test_a_series_kept_on_the_29th_of_february_waits_for_it(client):
    a_rule(a_series("Leap day"), 2, 29, 2000)
    assert "Kept next on 29 February 2024." in read(client, "/series/leap-day/").main


def test_a_series_that_ended_has_no_next_day(client):
    a_rule(a_series("Old day"), 1, 2, 1990, to_year=1999)
    assert "To come" not in read(client, "/series/old-day/").main


def test_events_to_come_are_shown(client, the_day):
    an_event("Great conference", series=the_day, start="2021", status="planned")
    assert "Great conference" in read(client, "/series/the-day/").words("//section[h2='To come']")


def test_its_newest_statements_are_shown_and_drafts_are_not(client, the_day):
    a_speech("A message", occasion=a_day(the_day, 2012))
    a_speech("A secret draft", occasion=a_day(the_day, 2013), published=False)
    page = read(client, "/series/the-day/")
    assert page.all("//*[@class='row__title']") == ["A message"]
    assert "secret" not in page.response.text
    assert "/speeches/?series=the-day" in page.links()


def test_a_series_without_anything_is_still_a_page(client):
    a_series("Bare")
    assert "No statement of this series yet" in read(client, "/series/bare/").main


def test_an_earlier_address_leads_to_the_present_one(client, the_day):
    the_day.slug = "un-day"
    the_day.save()
    response = client.get("/series/the-day/")
    assert (response.status_code, response["Location"]) == (301, "/series/un-day/")


def test_an_unknown_series_is_not_found(client):
    read(client, "/series/none/", status=404)


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    series = many_speeches(count)[0].event.series
    assert queries_of(series.get_absolute_url()) == 10
