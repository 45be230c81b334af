"""/speeches/: several values of one facet, and what the page says of them."""

import pytest

from tests.builders import a_series, a_speaker, a_speech, a_tenure, an_event, an_office
from tests.pages import read, titles

pytestmark = pytest.mark.django_db


def test_several_tags_ask_for_all_of_them(client):
    a_speech("Both", tags=["trade", "equity"])
    a_speech("One", tags=["trade"])
    assert titles(client, "/speeches/?tag=trade&tag=equity") == ["Both"]
    assert read(client, "/speeches/?tag=trade&tag=equity").h1.startswith(
        "1 statement about trade and equity"
    )


def test_several_values_of_one_facet_mean_any_of_them_and_facets_narrow_together(client):
    ada, ben = a_speaker("Ada"), a_speaker("Ben")
    a_speech("Ada’s message", speaker=ada, kind="message", delivered="2012")
    a_speech("Ada’s remarks", speaker=ada, kind="remarks", delivered="2013")
    a_speech("Ben’s interview", speaker=ben, kind="interview", delivered="2014")
    a_speech("Ben’s message", speaker=ben, kind="message", delivered="2015")
    a_speech("Another’s message", kind="message", delivered="2016")

    def found(query):
        return set(titles(client, f"/speeches/?{query}"))

    assert found("speaker=ada&speaker=ben&kind=message") == {"Ada’s message", "Ben’s message"}
    assert found("kind=interview&kind=remarks") == {"Ben’s interview", "Ada’s remarks"}
    assert found("year=2012&year=2014..2015") == {
        "Ada’s message",
        "Ben’s interview",
        "Ben’s message",
    }
    assert found("year=2013..2014&kind=interview&kind=message") == {"Ben’s interview"}


@pytest.mark.parametrize("name", ["office", "series", "event", "status", "language", "country"])
def test_each_facet_takes_several_values(client, name):
    values = {
        "office": ["minister", "envoy"],
        "series": ["days", "forums"],
        "event": ["a-day", "a-forum"],
        "status": ["reported", "notes"],
        "language": ["fr", "es"],
        "country": ["KE", "GH"],
    }[name]
    a_speech(
        "One",
        tenure=a_tenure(office=an_office("Minister", slug="minister")),
        event=an_event("A Day", slug="a-day", series=a_series("Days"), country="KE"),
        text={"status": "reported", "language": "fr"},
    )
    a_speech(
        "Two",
        tenure=a_tenure(office=an_office("Envoy", slug="envoy")),
        occasion=an_event("A Forum", slug="a-forum", series=a_series("Forums")),
        event=an_event(country="GH"),
        text={"status": "notes", "language": "es"},
    )
    a_speech("None")
    first, second = (f"{name}={value}" for value in values)
    assert titles(client, f"/speeches/?{first}") == ["One"]
    assert set(titles(client, f"/speeches/?{first}&{second}")) == {"One", "Two"}
    page = read(client, f"/speeches/?{second}&{first}&{second}")
    assert set(page.titles) == {"One", "Two"}
    assert page.canonical.endswith(f"/speeches/?{'&'.join(sorted([first, second]))}")
    links = page.tree.xpath("//a[@class='active-filter']/@href")
    assert sorted(links) == sorted([f"/speeches/?{first}", f"/speeches/?{second}"])
    assert page.tree.xpath("//a[@class='active-filters__clear']/@href") == ["/speeches/"]


def test_the_heading_says_any_or_all(client):
    for kind in ("message", "remarks"):
        a_speech(kind=kind, tags=["trade", "aid"], delivered="2017")
    page = read(client, "/speeches/?kind=message&kind=remarks&tag=trade&tag=aid")
    assert page.h1 == "2 statements of the kind “Message” or “Remarks” about trade and aid, 2017"
    senses = {
        facet.findtext("h3"): facet.findtext("p[@class='facet__sense']")
        for facet in page.tree.xpath("//section[@class='facet']")
    }
    assert senses["Kind"] == "Any of these"
    assert senses["Tag"] == "All of these"
    one = read(client, "/speeches/?kind=message")
    (sense,) = one.all("//section[h3='Kind']/p[@class='facet__sense']")
    assert sense == "Any of these; + is what another adds"


def test_the_heading_counts_what_it_can_not_name(client):
    for number in range(6):
        a_speech(speaker=a_speaker(f"Ada {number}"), delivered="2017")
    slugs = "&".join(f"speaker=ada-{number}" for number in range(6))
    page = read(client, f"/speeches/?{slugs}")
    assert page.h1 == "6 statements by Ada 0, Ada 1, Ada 2 or 3 others, 2017"


def test_the_form_keeps_several_values_of_what_a_field_shows_one_of(client):
    a_speech(kind="message")
    page = read(client, "/speeches/?kind=message&kind=remarks&language=en")
    hidden = page.tree.xpath("//main//form//input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [
        ("kind", "message"),
        ("kind", "remarks"),
    ]
    assert not page.tree.xpath("//main//form//select[@name='kind']")
    (chosen,) = page.tree.xpath("//main//form//select[@name='language']/option[@selected]/@value")
    assert chosen == "en"
