"""/events/<slug>/: who spoke at an event, in what capacity, and what we hold of it."""

import pytest

from speeches.models import EventName, EventOrganizer
from tests.builders import (
    a_series,
    a_speaker,
    a_speech,
    a_tenure,
    a_text,
    an_event,
    an_office,
    an_organization,
    many_speeches,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_it_says_who_spoke_in_what_capacity_and_which_texts_are_held(client):
    event = an_event("The symposium")
    office = an_office("Under-Secretary-General", an_organization("United Nations"))
    liu = a_tenure(a_speaker("Liu Zhenmin"), office)
    speech = a_speech("On multilateralism", tenure=liu, event=event, text={"status": "reported"})
    a_text(speech, language="fr")
    a_text(speech, body="", language="es")
    page = read(client, event.get_absolute_url())
    assert page.all("//section[h2[.='Said here']]//tbody/tr/*") == [
        "Liu Zhenmin",
        "Under-Secretary-General",
        "On multilateralism Remarks, 12 September 2017",
        "English: reported, full textFrench: as delivered, full textSpanish: known, not held",
    ]


def test_a_speaker_known_by_the_printed_name_alone_is_named(client):
    event = an_event("The symposium")
    a_speech(printed_as="A delegate of the South", event=event)
    page = read(client, event.get_absolute_url())
    assert page.all("//tbody/tr/*")[:2] == ["A delegate of the South", "not stated"]


def test_messages_that_mark_it_stand_apart_from_what_was_said_there_or_in_a_part(client):
    day = an_event("The Day")
    panel = an_event("The panel", part_of=day)
    other = an_event("Another meeting")
    a_speech("A message", occasion=day)
    a_speech("Remarks elsewhere", event=other, occasion=day)
    a_speech("Remarks at the panel", event=panel, occasion=day)
    a_speech("Remarks on the Day", event=day)
    page = read(client, day.get_absolute_url())
    cell = "//section[h2[.='{}']]//td[2]/a"
    assert page.all(cell.format("Said here")) == ["Remarks on the Day", "Remarks at the panel"]
    elsewhere = page.all(cell.format("Said elsewhere to mark it"))
    assert elsewhere == ["Remarks elsewhere", "A message"]
    assert "at The panel" in page.words("//section[h2[.='Said here']]")


def test_parts_and_the_whole_lead_to_each_other(client):
    day = an_event("The Day")
    panel = an_event("The panel", part_of=day)
    a_speech(event=panel)
    page = read(client, day.get_absolute_url())
    assert "The panel" in page.words("//section[h2[.='Within it']]")
    assert "1 statement" in page.words("//section[h2[.='Within it']]")
    assert day.get_absolute_url() in read(client, panel.get_absolute_url()).links()


def test_it_names_place_time_organizers_and_other_names(client):
    event = an_event(
        "The symposium",
        start="6 September 2017",
        end="8 September 2017",
        city="Buenos Aires",
        country="AR",
    )
    desa = an_organization("Department of Economic and Social Affairs")
    EventOrganizer.objects.create(event=event, organization=desa, role="convener")
    EventName.objects.create(event=event, name="Simposio", language="es")
    page = read(client, event.get_absolute_url())
    facts = dict(zip(page.all("//dl/dt"), page.all("//dl/dd"), strict=True))
    assert facts == {
        "When": "6 to 8 September 2017",
        "Where": "Buenos Aires, Argentina",
        "Convener": "Department of Economic and Social Affairs",
    }
    assert page.tree.xpath("//bdi[@lang='es']")[0].text == "Simposio"


def test_the_years_before_and_after_are_a_step_away(client):
    series = a_series("The Day")
    days = {
        year: an_event("The Day", series=series, start=str(year), kind="observance")
        for year in (2010, 2012, 2013, 2015)
    }
    page = read(client, days[2012].get_absolute_url())
    assert page.all("//nav[@class='steps']//a") == ["The Day 2010", "The Day 2013"]
    assert read(client, days[2015].get_absolute_url()).all("//nav[@class='steps']//a") == [
        "The Day 2013"
    ]


def test_drafts_are_nowhere_on_it(client):
    event = an_event("The symposium")
    a_speech("A secret draft", event=event, published=False)
    a_speech("Another secret", occasion=event, published=False)
    page = read(client, event.get_absolute_url())
    assert "No statement from here yet" in page.main
    assert "secret" not in page.response.text


def test_machines_learn_when_and_where_it_was(client):
    day = an_event("The Day")
    event = an_event("The panel", part_of=day, start="12 September 2017", country="AR")
    thing = read(client, event.get_absolute_url()).things["Event"]
    assert thing["startDate"] == "2017-09-12"
    assert thing["superEvent"][0]["name"] == "The Day"
    assert thing["location"]["address"]["addressCountry"] == "AR"


def test_an_earlier_address_leads_to_the_present_one(client):
    event = an_event("The symposium")
    event.slug = "symposium-2017"
    event.save()
    response = client.get("/events/the-symposium/")
    assert (response.status_code, response["Location"]) == (301, "/events/symposium-2017/")


def test_an_unknown_event_is_not_found(client):
    read(client, "/events/none/", status=404)


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    event = many_speeches(count)[0].event
    assert queries_of(event.get_absolute_url()) == 9
