"""/speeches/: the choices beside the list, each with its count."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from tests.builders import a_series, a_speech, a_tag, a_tenure, a_text, an_event
from tests.pages import read, titles

pytestmark = pytest.mark.django_db


def choices(page):
    """Every value that can be clicked, with its count and address."""
    return [
        (
            link.xpath("string(ancestor::section/h3)"),
            link.text_content(),
            int(link.xpath("string(../*[@class='facet__count'])")),
            link.get("href"),
        )
        for link in page.tree.xpath("//a[contains(@class, 'facet__value')]")
    ]


def alone(address, without):
    """Of the values of one filter just that which another address leaves out; tags stay."""
    asked, kept = (parse_qsl(urlsplit(each).query) for each in (address, without))
    ((name, value),) = set(asked) - set(kept)
    others = [] if name == "tag" else [(n, v) for n, v in asked if n == name and v != value]
    return "/speeches/?" + urlencode([one for one in asked if one not in others])


@pytest.mark.parametrize(
    "query",
    [
        *("", "?year=2012", "?country=KE", "?country=KE&city=Nairobi", "?tag=trade&language=en"),
        *("?kind=remarks&kind=message", "?language=en&language=fr", "?year=2012&year=2016..2017"),
        *("?event=the-day-2012&event=the-day-2013", "?event=the-day-2012", "?series=the-day"),
    ],
)
def test_every_count_is_what_a_click_shows(client, query):
    assert counts_that_clicks_show(client, query) >= 7


@pytest.mark.parametrize(
    "query",
    ["?language=fr", "?series=other", "?status=reported&kind=remarks", "?tag=trade&tag=equity"],
)
def test_every_count_is_what_a_click_shows_where_little_is_left(client, query):
    assert counts_that_clicks_show(client, query) >= 2


def counts_that_clicks_show(client, query):
    """How many counts there are; each was compared with what its click shows."""
    address = f"/speeches/{query}"
    series = a_series("The Day")
    days = [
        an_event(f"The Day {y}", start=str(y), series=series, city="Nairobi", country="KE")
        for y in (2012, 2013)
    ]
    a_speech(event=days[0], occasion=days[0], tags=["trade"], delivered="2012")
    a_speech(event=days[0], occasion=days[1], tags=["trade", "equity"], delivered="2012")
    a_speech(occasion=days[1], kind="message", tags=["aid"], text={"language": "fr"})
    a_speech("A draft", event=days[0], tags=["trade"], published=False)
    a_speech(event=an_event(city="Accra", country="GH"))
    other = an_event("Other", start="2012", series=a_series("Other"))
    a_speech(event=days[0], occasion=other)
    reported = a_speech(tenure=a_tenure(), text={"status": "reported"}, delivered="2012")
    a_text(reported, status="reported")
    page = read(client, address)
    here = len(titles(client, address))
    adding = set(page.tree.xpath("//li[starts-with(*[@class='facet__count'], '+')]/a/@href"))
    found = choices(page)
    for facet, label, count, url in found:
        if label.startswith("Remove"):
            assert len(titles(client, alone(address, url))) == count, (facet, label)
        else:
            shown = count + here if url in adding else count
            assert len(titles(client, url)) == shown, (facet, label)
    return len(found)


def test_frameworks_are_a_way_to_narrow_apart_from_the_other_tags(client):
    agenda = a_tag("2030 Agenda", kind="framework")
    a_speech(tags=[agenda, "trade"])
    a_speech(tags=["trade"])
    a_speech()

    def offered(address):
        facets = read(client, address).tree.xpath("//section[@class='facet']")
        shown = {facet.findtext("h3"): facet for facet in facets}
        return {
            name: [(a.text_content().strip(), a.get("href")) for a in shown[name].iter("a")]
            for name in ("Tag", "Framework")
            if name in shown
        }

    link = f"/speeches/?tag={agenda.slug}"
    assert offered("/speeches/") == {
        "Tag": [("trade", "/speeches/?tag=trade")],
        "Framework": [("2030 Agenda", link)],
    }
    assert offered(link)["Framework"] == [("Remove filter: 2030 Agenda", "/speeches/")]


def test_a_chosen_value_stands_first_and_its_link_removes_it(client):
    a_speech(kind="message")
    a_speech(kind="remarks")
    found = [c for c in choices(read(client, "/speeches/?kind=message")) if c[0] == "Kind"]
    assert found == [
        ("Kind", "Remove filter: Message", 1, "/speeches/"),
        ("Kind", "Remarks", 1, "/speeches/?kind=message&kind=remarks"),
    ]


def test_many_years_are_drawn_and_stand_in_a_table_each_with_its_address(client):
    for year in range(2001, 2011):
        a_speech(delivered=str(year))
    page = read(client, "/speeches/?year=2003&year=2005..2006")
    (facet,) = page.tree.xpath("//section[h3='Year']")
    assert len(facet.xpath(".//*[local-name()='rect']")) == 10
    chosen = facet.xpath(".//*[local-name()='rect'][@class]/*[local-name()='title']")
    assert [title.text for title in chosen] == ["2003: 1", "2005: 1", "2006: 1"]
    rows = {
        row.xpath("string(th)"): (row.xpath("string(td)"), row.xpath("string(th/a/@href)"))
        for row in facet.xpath(".//tbody/tr")
    }
    assert rows["2001"] == ("1", "/speeches/?year=2003&year=2005..2006&year=2001")
    assert rows["Remove filter: ✓ 2003"] == ("1", "/speeches/?year=2005..2006")
    assert rows["✓ 2005"] == ("1", "")
    assert len(rows) == 10


def test_six_values_stand_open_and_the_others_behind_more(client):
    for number in range(9):
        a_speech(tags=[f"tag {number}"])
    page = read(client, "/speeches/")
    facet = page.tree.xpath("//section[h3='Tag']")[0]
    assert len(facet.xpath("./ul/li")) == 6
    assert len(facet.xpath("./details//li")) == 3


def test_a_choice_that_narrows_nothing_is_not_offered(client):
    a_speech(kind="message")
    a_speech(kind="message")
    assert not [c for c in choices(read(client, "/speeches/")) if c[0] == "Kind"]
