"""/events/: those to come and those past, by year and by series."""

import pytest
import time_machine

from tests.builders import a_series, a_speech, an_event, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_june_2020():
    with time_machine.travel("2020-06-01T12:00:00Z", tick=False):
        yield


def test_those_to_come_stand_apart_from_those_past(client):
    an_event("Past meeting", start="31 May 2020")
    an_event("Meeting of today", start="1 June 2020")
    an_event("Coming conference", start="2021", status="planned")
    an_event("Conference without a date", start=None, status="planned")
    page = read(client, "/events/")
    to_come = page.all("//section[h2[.='To come']]//a")
    assert set(to_come) == {"Meeting of today", "Coming conference", "Conference without a date"}
    assert page.all("//section[h2[.='Past']]//a") == ["Past meeting"]


def test_what_goes_on_is_not_past(client):
    an_event("Long conference", start="28 May 2020", end="3 June 2020", status="planned")
    assert "Long conference" in read(client, "/events/").words("//section[h2[.='To come']]")


def test_a_cancelled_event_is_called_so_and_is_not_to_come(client):
    an_event("Lost meeting", start="2021", status="cancelled")
    page = read(client, "/events/")
    assert "To come" not in page.main
    assert "Cancelled" in page.words("//section[h2[.='Past']]")


def test_past_events_stand_under_their_years_the_newest_first(client):
    an_event("Older", start="2015")
    an_event("Newer", start="6 September 2017", end="8 September 2017")
    page = read(client, "/events/")
    assert page.all("//h3[@class='group__title']") == ["2017", "2015"]
    assert "6 to 8 September 2017" in page.main


def test_an_event_shows_how_many_statements_it_has_and_a_marked_one_counts(client):
    day = an_event("The Day", start="2017")
    panel = an_event("The panel", start="2017", part_of=day)
    a_speech(event=panel, occasion=day)
    a_speech(event=day, occasion=day)
    a_speech(occasion=day, published=False)
    page = read(client, "/events/")
    facts = dict(
        zip(
            page.all("//a[@class='event-line__name']"),
            page.all("//p[@class='event-line__facts']/span[last()]"),
            strict=True,
        )
    )
    assert facts == {"The Day": "2 statements", "The panel": "1 statement"}


def test_one_year_alone(client):
    an_event("Older", start="2015")
    an_event("Newer", start="2017")
    page = read(client, "/events/?year=2015")
    assert page.h1 == "Events in 2015"
    assert page.all("//a[@class='event-line__name']") == ["Older"]
    assert page.canonical.endswith("/events/?year=2015")


def test_one_series_alone(client):
    series = a_series("The Day")
    an_event("The Day", series=series, start="2015")
    an_event("Another", start="2015")
    page = read(client, f"/events/?series={series.slug}&year=2015")
    assert page.h1 == "The Day: events in 2015"
    assert page.all("//a[@class='event-line__name']") == ["The Day 2015"]


def test_series_lead_to_their_pages(client):
    series = a_series("The Day")
    an_event("The Day", series=series)
    assert series.get_absolute_url() in read(client, "/events/").links()


@pytest.mark.parametrize("year", ["9999999999", "abc", "-1", "0", "٢٠١٥x", "\0"])
def test_a_year_that_is_none_is_said_and_all_is_shown(client, year):
    an_event("Older", start="2015")
    response = client.get("/events/", {"year": year})
    assert response.status_code == 200
    assert "is not a year" in response.text
    assert "Older" in response.text


def test_an_unknown_series_is_said_and_all_is_shown(client):
    an_event("Older", start="2015")
    page = read(client, "/events/?series=none")
    assert "There is no series “none”." in page.main
    assert "Older" in page.main


def test_without_events_it_says_so(client):
    assert "No events yet" in read(client, "/events/").main


def test_a_year_without_events_leads_back(client):
    page = read(client, "/events/?year=1999")
    assert "No event here" in page.main
    assert "/events/" in page.links()


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    many_speeches(count)
    assert queries_of("/events/") == 6
