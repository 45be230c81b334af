"""/: what this is, what is new, what carries it, how complete it is."""

from itertools import count

import pytest

from speeches.models import Attribution, TaggedSpeech
from speeches.views import home
from tests import builders
from tests.builders import a_rule, a_series, a_speech, a_tag, a_tenure, an_event, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_it_says_what_the_archive_is_and_lets_one_search(client):
    page = read(client, "/")
    assert page.h1 == "What leaders say about South-South cooperation"
    (form,) = page.tree.xpath("//main//form[@role='search']")
    assert form.get("action") == "/speeches/"
    assert form.xpath(".//input/@name") == ["q"]


def test_the_newest_statements_stand_there_and_drafts_nowhere(client):
    for year in range(2001, 2010):
        a_speech(f"Of {year}", delivered=str(year))
    a_speech("A draft", delivered="2020", published=False)
    page = read(client, "/")
    titles = page.all("//*[contains(@class, 'row__title')]")
    assert titles == [f"Of {year}" for year in range(2009, 2003, -1)]
    assert "A draft" not in page.main


def test_it_counts_what_is_public(client):
    a_speech(printed_as="The delegate", delivered="2012")
    a_speech(delivered="2017")
    a_speech(published=False, delivered="1999")
    facts = read(client, "/").words("//*[@class='home__facts']")
    assert facts == "2 statements · 1 speaker · 2 documents · 2012 to 2017"


def test_of_very_many_documents_it_says_more_than(client, monkeypatch):
    monkeypatch.setattr(home, "DOCUMENTS", 2)
    many_speeches(3)
    assert "more than 2 documents" in read(client, "/").words("//*[@class='home__facts']")


def test_tags_that_carry_it_stand_with_their_number_of_statements(client):
    a_speech(tags=["trade", "equity"])
    a_speech(tags=["trade"])
    a_speech(tags=["trade", "secret"], published=False)
    a_tag("never used")
    tags = read(client, "/").all("//ul[contains(@class, 'tags--large')]/li")
    assert tags == ["equity 1", "trade 2"]


def test_the_series_with_most_years_shows_its_years(client):
    day = a_series("The Day")
    a_rule(day, 12, 19, 2010)
    for year in (2010, 2011, 2012):
        an_event(f"The Day {year}", start=str(year), series=day)
    other = a_series("The Expo")
    a_speech(occasion=day.events.get(year=2011))
    page = read(client, "/")
    held = page.tree.xpath("//li[contains(@class, 'year--held')]")
    assert [" ".join(cell.text_content().split()) for cell in held] == ["2011: 1 statement"]
    assert {day.get_absolute_url(), other.get_absolute_url()} <= set(page.links())


def test_an_empty_archive_has_a_home_too(client):
    page = read(client, "/")
    assert "The archive is still empty" in page.main
    assert "0 statements" in page.main


def test_its_title_canonical_address_and_feed(client):
    page = read(client, "/")
    assert page.canonical == "http://testserver/"
    assert page.meta("description").startswith("An open archive")
    assert page.tree.xpath("//link[@type='application/atom+xml']/@href") == ["/speeches/feed/"]


def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of):
    many_speeches(3)
    few = queries_of("/")
    many_speeches(300)
    assert queries_of("/") == few <= 12


def test_thousands_are_written_as_one_reads_them_on_every_page(client, monkeypatch):
    monkeypatch.setattr(builders, "_number", count(5_000))  # nothing is called “… 1001”
    series, tag = a_series("The Day"), a_tag("trade")
    tenure = a_tenure()
    event = an_event(series=series, city="Nairobi", country="KE")
    speeches = many_speeches(1_001, event=event)
    Attribution.objects.update(speaker=tenure.speaker, tenure=tenure)
    TaggedSpeech.objects.all().delete()
    TaggedSpeech.objects.bulk_create(TaggedSpeech(tag=tag, content_object=s) for s in speeches)
    pages = ["/", "/about/", "/speeches/", "/tags/", "/speakers/", "/events/", "/places/"]
    records = (tag, tenure.speaker, tenure.office, event)
    for address in pages + [record.get_absolute_url() for record in records]:
        words = read(client, address).main
        assert "1,001" in words, address
        assert "1001" not in words, address
