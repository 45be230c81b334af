"""/places/: countries and cities in which statements were made."""

import pytest

from tests.builders import a_speech, an_event, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_countries_and_their_cities_lead_to_their_statements(client):
    a_speech(event=an_event(city="Buenos Aires", country="AR"))
    a_speech(event=an_event(city="Buenos Aires", country="AR"))
    a_speech(event=an_event(country="AR"))
    a_speech(event=an_event(city="Nairobi", country="KE"))
    page = read(client, "/places/")
    assert page.all("//h2")[:2] == ["A", "K"]
    assert page.all("//section[@id='letter-A']//h3") == ["Argentina 3 statements"]
    assert page.all("//section[@id='letter-A']//li") == ["Buenos Aires 2 statements"]
    assert "/speeches/?country=AR" in page.links()
    assert "/speeches/?country=AR&city=Buenos+Aires" in page.links()


def test_drafts_and_statements_without_a_place_are_not_counted(client):
    a_speech(event=an_event(city="Buenos Aires", country="AR"), published=False)
    a_speech(occasion=an_event(city="Nairobi", country="KE"))
    page = read(client, "/places/")
    assert "No places yet" in page.main
    assert "Argentina" not in page.main


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_one_query(client, queries_of, count):
    many_speeches(count)
    assert queries_of("/places/") == 1
