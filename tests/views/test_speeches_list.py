"""/speeches/: what each filter finds, what the page says of it, and what it costs."""

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
from tests.pages import read, titles

pytestmark = pytest.mark.django_db


# -- what is in a list


def test_drafts_and_what_is_not_yet_due_are_in_no_list_and_no_count(client):
    a_speech("Public", tags=["trade"])
    a_speech("A draft", tags=["trade"], published=False)
    a_speech("For tomorrow", tags=["trade"], embargo_until="2099-01-01T00:00Z")
    page = read(client, "/speeches/?tag=trade")
    assert page.titles == ["Public"]
    assert page.h1.startswith("1 statement about trade")


def test_an_empty_archive_says_what_there_is_instead(client):
    page = read(client, "/speeches/")
    assert page.h1 == "No statements"
    assert "The archive is still empty" in page.main
    assert {"/tags/", "/events/"} <= set(page.links())


# -- filters


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
    assert page.titles == ["On aid"]
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
    assert queries_of(address) <= 11


def test_the_trail_names_the_place_and_only_a_filtered_list_its_own_sentence(client):
    a_speech(tags=["trade"], delivered="2012")
    trail = "//nav[contains(@class, 'breadcrumbs')]//li"
    assert read(client, "/speeches/").all(trail) == ["Home", "Statements"]
    filtered = read(client, "/speeches/?tag=trade").all(trail)
    assert filtered == ["Home", "Statements", "1 statement about trade, 2012"]
