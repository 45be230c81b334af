"""/offices/<slug>/: everybody who held an office, and the statements made in it."""

import pytest

from tests.builders import (
    a_speaker,
    a_speech,
    a_tenure,
    an_office,
    an_organization,
    many_speeches,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    nations = an_organization("United Nations", abbreviation="UN")
    return an_office("Secretary-General", nations)


def test_all_holders_are_listed_the_latest_first(client, office):
    a_tenure(a_speaker("Kofi Annan"), office, start="1 January 1997", end="31 December 2006")
    ban = a_tenure(a_speaker("Ban Ki-moon"), office, start="1 January 2007", end="2016")
    a_speech(tenure=ban)
    page = read(client, office.get_absolute_url())
    assert page.all("//li[@class='holder']") == [
        "Ban Ki-moon 1 January 2007 to 2016 1 statement",
        "Kofi Annan 1 January 1997 to 31 December 2006",
    ]
    assert "/speeches/?office=secretary-general-un&speaker=ban-ki-moon" in page.links()


def test_it_shows_what_was_said_in_the_office_and_nothing_else(client, office):
    ban = a_speaker("Ban Ki-moon")
    a_speech("As Secretary-General", tenure=a_tenure(ban, office))
    a_speech("As minister", tenure=a_tenure(ban))
    a_speech("A secret draft", tenure=ban.tenures.first(), published=False)
    page = read(client, office.get_absolute_url())
    assert page.all("//*[@class='row__title']") == ["As Secretary-General"]


def test_an_office_without_statements_says_so(client, office):
    page = read(client, office.get_absolute_url())
    assert "No statement made in this office yet" in page.main
    assert "Nobody is recorded yet" in page.main


def test_an_acting_holder_is_called_so(client, office):
    a_tenure(a_speaker("Somebody"), office, start="2016", is_acting=True)
    assert "from 2016, acting" in read(client, office.get_absolute_url()).main


def test_machines_learn_whether_a_person_or_a_body_held_it(client, office):
    a_tenure(a_speaker("Kofi Annan"), office, start="1997")
    a_tenure(a_speaker("The Troika", kind="body"), office, start="2007")
    about = read(client, office.get_absolute_url()).things["CollectionPage"]["about"]
    assert [held["member"]["@type"] for held in about["member"]] == ["Organization", "Person"]


def test_an_earlier_address_leads_to_the_present_one(client, office):
    office.slug = "sg"
    office.save()
    response = client.get("/offices/secretary-general-un/")
    assert (response.status_code, response["Location"]) == (301, "/offices/sg/")


def test_an_unknown_office_is_not_found(client):
    read(client, "/offices/none/", status=404)


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    speech = many_speeches(count)[0]
    office = speech.attributions.get().tenure.office
    assert queries_of(office.get_absolute_url()) == 8
