"""/speeches/: the list of statements, its filters, its counts."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from speeches.models import PastSlug
from tests.builders import (
    a_document,
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    a_text,
    an_event,
    an_office,
    many_speeches,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

TITLES = "//*[contains(@class, 'row__title')]"


def titles(client, address="/speeches/"):
    return read(client, address).all(TITLES)


# -- order and pages


def test_the_newest_stand_first_and_unknown_dates_last(client):
    a_speech("Of old", delivered="1998")
    a_speech("When, nobody knows", delivered="unknown")
    a_speech("Of late", delivered="12 September 2017")
    assert titles(client) == ["Of late", "Of old", "When, nobody knows"]


def test_statements_of_one_day_keep_one_order(client):
    for number in range(30):
        a_speech(f"No. {number}", delivered="2017")
    both = titles(client) + titles(client, "/speeches/?page=2")
    assert both == [f"No. {number}" for number in reversed(range(30))]


def test_a_page_holds_25_and_its_number_stands_in_the_address(client):
    many_speeches(60)
    page = read(client, "/speeches/")
    assert len(page.all(TITLES)) == 25
    assert "?page=3" in page.links()
    assert len(titles(client, "/speeches/?page=3")) == 10
    assert read(client, "/speeches/?page=2").canonical.endswith("/speeches/?page=2")


def test_drafts_and_what_is_not_yet_due_are_in_no_list_and_no_count(client):
    a_speech("Public", tags=["trade"])
    a_speech("A draft", tags=["trade"], published=False)
    a_speech("For tomorrow", tags=["trade"], embargo_until="2099-01-01T00:00Z")
    page = read(client, "/speeches/?tag=trade")
    assert page.all(TITLES) == ["Public"]
    assert page.h1.startswith("1 statement about trade")


def test_an_empty_archive_says_what_there_is_instead(client):
    page = read(client, "/speeches/")
    assert page.h1 == "No statements"
    assert "The archive is still empty" in page.main
    assert {"/tags/", "/events/"} <= set(page.links())


# -- filters


def test_several_tags_ask_for_all_of_them(client):
    a_speech("Both", tags=["trade", "equity"])
    a_speech("One", tags=["trade"])
    assert titles(client, "/speeches/?tag=trade&tag=equity") == ["Both"]
    assert read(client, "/speeches/?tag=trade&tag=equity").h1.startswith(
        "1 statement about trade and equity"
    )


def test_by_speaker_only_what_they_are_the_author_of(client):
    tenure = a_tenure(a_speaker("Amina Mohammed"), an_office("Deputy Secretary-General"))
    a_speech("Hers", tenure=tenure)
    a_speech("Another’s")
    assert titles(client, "/speeches/?speaker=amina-mohammed") == ["Hers"]
    assert titles(client, f"/speeches/?office={tenure.office.slug}") == ["Hers"]


def test_an_event_and_its_series_cover_what_marks_them_from_elsewhere(client):
    series = a_series("The Day")
    day = an_event("The Day 2012", start="12 September 2012", series=series)
    a_speech("A message for it", occasion=day)
    a_speech("Remarks at it", event=day)
    a_speech("Something else", event=an_event())
    expected = {"A message for it", "Remarks at it"}
    assert set(titles(client, f"/speeches/?event={day.slug}")) == expected
    assert set(titles(client, "/speeches/?series=the-day")) == expected


def test_a_range_of_dates_takes_what_may_lie_in_it(client):
    a_speech("In September", delivered="September 2017")
    a_speech("On the 12th", delivered="12 September 2017")
    a_speech("Before the 12th", delivered="before 12 September 2017")
    a_speech("In October", delivered="3 October 2017")
    a_speech("Of unknown date", delivered="unknown")
    assert titles(client, "/speeches/?from=12 September 2017&to=2017-09-30") == [
        "On the 12th",
        "In September",
    ]
    assert "Before the 12th" in titles(client, "/speeches/?to=2017-09-01")
    assert "Of unknown date" not in titles(client, "/speeches/?from=1900&to=2100")


def test_kind_and_year_of_the_statement(client):
    a_speech("Message of 2012", kind="message", delivered="2012")
    a_speech("Remarks of 2012", delivered="2012")
    a_speech("Message of 2013", kind="message", delivered="2013")
    assert titles(client, "/speeches/?kind=message&year=2012") == ["Message of 2012"]


def test_kind_and_language_of_text_mean_a_text_that_is_held(client):
    held = a_speech("Held as reported", text={"status": "reported"})
    a_text(held, "", document=a_document(held=False), status="as-delivered")
    a_speech("En français", text={"language": "fr"})
    assert titles(client, "/speeches/?status=reported") == ["Held as reported"]
    assert titles(client, "/speeches/?status=as-delivered") == ["En français"]
    assert titles(client, "/speeches/?language=fr") == ["En français"]


def test_country_and_city_are_those_of_the_event(client):
    a_speech("In Nairobi", event=an_event(city="Nairobi", country="KE"))
    a_speech("In Mombasa", event=an_event(city="Mombasa", country="KE"))
    a_speech("Nowhere")
    assert set(titles(client, "/speeches/?country=KE")) == {"In Nairobi", "In Mombasa"}
    page = read(client, "/speeches/?country=KE&city=Nairobi")
    assert page.h1.startswith("1 statement in Nairobi, Kenya")


def test_words_narrow_together_with_the_other_filters(client):
    a_speech("On solidarity", tags=["trade"])
    a_speech("On other things", body="Nothing of the kind.", tags=["trade"])
    assert titles(client, "/speeches/?q=Solidarity&tag=trade") == ["On solidarity"]


def test_an_earlier_slug_of_a_tag_still_filters(client):
    tag = a_tag("ODA")
    a_speech("On aid", tags=[tag])
    tag.slug = "official-development-assistance"
    tag.save()
    assert PastSlug.objects.filter(slug="oda").exists()
    page = read(client, "/speeches/?tag=oda")
    assert page.all(TITLES) == ["On aid"]
    assert page.canonical.endswith("?tag=official-development-assistance")


# -- what the page says


def test_the_heading_is_a_sentence(client):
    tenure = a_tenure(a_speaker("Amina Mohammed"), an_office("Deputy Secretary-General"))
    for year in (2012, 2017):
        a_speech(tenure=tenure, tags=["trade"], delivered=str(year))
    page = read(client, "/speeches/?tag=trade&speaker=amina-mohammed")
    assert page.h1 == "2 statements about trade by Amina Mohammed, 2012 to 2017"
    assert page.words("//title") == f"{page.h1} · sscoop"
    assert "2 statements found" in page.words("//*[@role='status']")


def test_each_filter_in_force_can_be_removed_alone(client):
    a_speech(tags=["trade", "equity"], kind="message")
    page = read(client, "/speeches/?tag=trade&tag=equity&kind=message")
    removing = {
        " ".join(link.text_content().split()): link.get("href")
        for link in page.tree.xpath("//a[@class='active-filter']")
    }
    assert removing == {
        "Remove filter: Tag: trade": "/speeches/?tag=equity&kind=message",
        "Remove filter: Tag: equity": "/speeches/?tag=trade&kind=message",
        "Remove filter: Kind: Message": "/speeches/?tag=trade&tag=equity",
    }
    assert "/speeches/" in page.links()


def test_the_form_keeps_the_filters_that_have_no_field(client):
    a_speech(tags=["trade"])
    page = read(client, "/speeches/?tag=trade&from=September+2017")
    hidden = page.tree.xpath("//main//form//input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [("tag", "trade")]
    (first,) = page.tree.xpath("//input[@name='from']/@value")
    assert first == "September 2017"


def test_nothing_found_offers_to_drop_each_filter(client):
    a_speech("On trade", tags=["trade"])
    page = read(client, "/speeches/?tag=trade&q=zebra")
    assert page.h1 == "No statements matching “zebra” about trade"
    assert "Without Search: “zebra”" in page.main
    assert "/speeches/?tag=trade" in page.links()


def test_filtered_lists_are_canonical_in_one_order_of_parameters(client):
    a_speech(tags=["trade"], kind="message")
    page = read(client, "/speeches/?utm_source=x&kind=message&tag=trade&q=&page=1")
    assert page.canonical == "http://testserver/speeches/?tag=trade&kind=message"


def test_combinations_of_filters_are_not_for_search_engines(client):
    a_speech(tags=["trade"], kind="message")
    assert read(client, "/speeches/?tag=trade").meta("robots") == ""
    assert "noindex" in read(client, "/speeches/?tag=trade&kind=message").meta("robots")
    assert "noindex" in read(client, "/speeches/?tag=trade&sort=oldest").meta("robots")


def test_the_feed_of_the_list_is_found_by_readers_of_feeds(client):
    a_speech(tags=["trade"])
    page = read(client, "/speeches/?tag=trade")
    (feed,) = page.tree.xpath("//link[@type='application/atom+xml']/@href")
    assert feed == "/speeches/feed/?tag=trade"


def test_machines_learn_the_order_of_the_list(client):
    a_speech("First")
    things = read(client, "/speeches/").things
    listed = things["CollectionPage"]["mainEntity"]["itemListElement"]
    assert [item["name"] for item in listed] == ["First"]


# -- counts beside each choice


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
    assert set(page.all(TITLES)) == {"One", "Two"}
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


# -- cost


@pytest.mark.parametrize(
    "address",
    [
        "/speeches/",
        "/speeches/?year=1998&kind=remarks&country=KE",
        "/speeches/?q=solidarity&from=1998&to=2017&status=as-delivered&language=en",
    ],
)
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, address):
    many_speeches(3)
    few = queries_of(address)
    many_speeches(300)
    assert queries_of(address) == few <= 10


def test_all_filters_together_stay_within_the_budget(client, queries_of):
    speech = many_speeches(30)[0]
    author, event = speech.attributions.get(), speech.event
    tags = "&".join(f"tag={row.tag.slug}" for row in speech.tagged.all())
    address = (
        f"/speeches/?{tags}&speaker={author.speaker.slug}&office={author.tenure.office.slug}"
        f"&series={event.series.slug}&event={event.slug}&year={speech.delivered.year}&from=1998"
        "&to=2017&kind=remarks&status=as-delivered&language=en&country=KE&city=Nairobi&q=equals"
    )
    assert len(titles(client, address)) >= 1
    assert queries_of(address) <= 10


def test_the_trail_names_the_place_and_only_a_filtered_list_its_own_sentence(client):
    a_speech(tags=["trade"], delivered="2012")
    trail = "//nav[contains(@class, 'breadcrumbs')]//li"
    assert read(client, "/speeches/").all(trail) == ["Home", "Statements"]
    filtered = read(client, "/speeches/?tag=trade").all(trail)
    assert filtered == ["Home", "Statements", "1 statement about trade, 2012"]
