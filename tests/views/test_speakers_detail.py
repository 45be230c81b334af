"""/speakers/<slug>/: one speaker by the offices and the years they spoke in."""

import pytest

from speeches.models import SpeakerName
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
def amina():
    return a_speaker("Amina Mohammed", sort_name="Mohammed, Amina")


def test_statements_stand_under_the_office_held_then_and_under_their_year(client, amina):
    nations = an_organization("United Nations")
    minister = a_tenure(amina, an_office("Minister of Environment", an_organization("Nigeria")))
    deputy = a_tenure(amina, an_office("Deputy Secretary-General", nations))
    a_speech("As minister", tenure=minister, delivered="2016")
    a_speech("As deputy", tenure=deputy, delivered="2017")
    a_speech("As deputy later", tenure=deputy, delivered="2018")
    page = read(client, "/speakers/amina-mohammed/")
    assert page.all("//section[@class='office-block']/h2") == [
        "Deputy Secretary-General",
        "Minister of Environment",
    ]
    first = "//section[@class='office-block'][1]"
    assert page.all(f"{first}/h3") == ["2018", "2017"]
    assert page.all(f"{first}//h4") == ["As deputy later", "As deputy"]


def test_offices_held_are_listed_with_their_time_and_their_statements(client, amina):
    office = an_office("Deputy Secretary-General", an_organization("United Nations"))
    a_speech(tenure=a_tenure(amina, office, start="1 January 2017"))
    page = read(client, "/speakers/amina-mohammed/")
    assert page.all("//section[h2[.='Offices held']]//li") == [
        "Deputy Secretary-General, United Nations from 1 January 2017 · 1 statement"
    ]
    assert f"/speeches/?speaker=amina-mohammed&office={office.slug}" in page.links()


def test_an_office_held_twice_is_named_once(client, amina):
    office = an_office("President", an_organization("Kenya"))
    a_tenure(amina, office, start="2001", end="2003")
    a_speech(tenure=a_tenure(amina, office, start="2010"))
    page = read(client, "/speakers/amina-mohammed/")
    assert page.all("//section[h2[.='Offices held']]//li") == [
        "President, Kenya from 2010; 2001 to 2003 · 1 statement"
    ]


def test_other_names_are_shown_and_a_misspelling_is_called_one(client, amina):
    SpeakerName.objects.create(speaker=amina, name="Amina J. Mohammed", kind="full")
    SpeakerName.objects.create(speaker=amina, name="Amina Mohamed", kind="misspelling")
    page = read(client, "/speakers/amina-mohammed/")
    assert "Also printed as Amina J. Mohammed, Amina Mohamed (misspelling)" in page.main


def test_statements_in_which_they_have_another_part_are_found_too(client, amina):
    speech = a_speech("A message read out")
    speech.attributions.create(speaker=amina, role="delivered_by", position=1)
    draft = a_speech("A secret draft", published=False)
    draft.attributions.create(speaker=amina, role="delivered_by", position=1)
    page = read(client, "/speakers/amina-mohammed/")
    assert page.all("//section[h2[.='Other parts']]//li") == ["Delivered by: A message read out"]
    assert "secret" not in page.main


def test_drafts_are_nowhere_on_it(client, amina):
    a_speech("A secret draft", speaker=amina, published=False, delivered="1999")
    page = read(client, "/speakers/amina-mohammed/")
    assert "No statement by this speaker yet" in page.main
    assert "secret" not in page.main
    assert "1999" not in page.main


def test_a_speaker_with_many_statements_comes_in_pages(client, amina):
    tenure = a_tenure(amina)
    for day in range(1, 28):
        a_speech(tenure=tenure, delivered=f"{day} May 2017")
    assert len(read(client, "/speakers/amina-mohammed/").all("//h4")) == 25
    assert len(read(client, "/speakers/amina-mohammed/?page=2").all("//h4")) == 2


def test_an_earlier_address_leads_to_the_present_one(client, amina):
    amina.slug = "amina-j-mohammed"
    amina.save()
    response = client.get("/speakers/amina-mohammed/")
    assert (response.status_code, response["Location"]) == (301, "/speakers/amina-j-mohammed/")


def test_an_unknown_speaker_is_not_found(client):
    read(client, "/speakers/nobody/", status=404)


def test_machines_learn_who_it_is(client, amina):
    amina.wikidata = "Q1253"
    amina.save()
    office = an_office("Deputy Secretary-General", an_organization("United Nations"))
    a_tenure(amina, office, start="1 January 2017")
    person = read(client, "/speakers/amina-mohammed/").things["Person"]
    assert person["name"] == "Amina Mohammed"
    assert person["sameAs"] == "https://www.wikidata.org/entity/Q1253"
    assert person["hasOccupation"][0]["startDate"] == "2017-01-01"


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    speech = many_speeches(count)[0]
    speaker = speech.attributions.get().speaker
    assert queries_of(speaker.get_absolute_url()) == 10
