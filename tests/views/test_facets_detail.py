"""/speeches/facets/<facet>/: all values of one facet, found by their words."""

import pytest

from tests.builders import a_series, a_speaker, a_speech, an_event, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


def values(page):
    return [
        (link.text_content().strip(), link.xpath("string(../*[@class='facet__count'])"))
        for link in page.tree.xpath("//a[contains(@class, 'facet__value')]")
    ]


def test_it_lists_every_value_with_its_count_the_most_frequent_first(client):
    for number in range(20):
        a_speech(speaker=a_speaker(f"Ada {number:02}"))
    a_speech(speaker=a_speaker("Ben"), kind="message")
    cy = a_speaker("Cy")
    a_speech(speaker=cy)
    a_speech(speaker=cy)
    page = read(client, "/speeches/facets/speaker/")
    assert page.h1 == "Speakers"
    assert values(page)[0] == ("Cy", "2")
    assert len(values(page)) == 22
    assert "/speeches/?speaker=ben" in page.links()


def test_a_long_facet_of_the_list_leads_to_its_page_with_the_filters(client):
    for number in range(20):
        a_speech(speaker=a_speaker(f"Ada {number:02}"), kind="message")
    a_speech(kind="remarks")
    page = read(client, "/speeches/?kind=message")
    (facet,) = page.tree.xpath("//section[h3='Speaker']")
    (link,) = facet.xpath(".//p[@class='facet__all']/a/@href")
    assert link == "/speeches/facets/speaker/?kind=message"
    assert len(values(read(client, link))) == 20
    (kinds,) = page.tree.xpath("//section[h3='Kind']")
    assert not kinds.xpath(".//p[@class='facet__all']")


@pytest.mark.parametrize(
    "typed", ["osei", "ÓSEI ada", "ose", "ada ose", "“Osei”", "  osei  ", "ada-osei"]
)
def test_words_find_values_however_they_are_typed(client, typed):
    a_speech(speaker=a_speaker("Ada Óséi"))
    a_speech(speaker=a_speaker("Josephine Bell"))
    page = read(client, f"/speeches/facets/speaker/?find={typed}")
    assert values(page) == [("Ada Óséi", "1")]
    assert page.tree.xpath("//input[@name='find']/@value")[0].strip()


def test_other_filters_go_along(client):
    series = a_series("Days")
    a_speech(event=an_event("Forum A", series=series), kind="message")
    a_speech(event=an_event("Forum B"), kind="message")
    a_speech(event=an_event("Forum C"), kind="remarks")
    page = read(client, "/speeches/facets/event/?kind=message&find=forum")
    assert [label[:7] for label, _ in values(page)] == ["Forum A", "Forum B"]
    hidden = page.tree.xpath("//main//form//input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in hidden] == [("kind", "message")]
    assert all("kind=message" in link for link in page.links("/speeches/?"))


def test_chosen_values_stand_above_and_others_add_to_them(client):
    for name in ("Ada", "Ben", "Cy"):
        a_speech(speaker=a_speaker(name))
    page = read(client, "/speeches/facets/speaker/?speaker=ada&speaker=ben&find=c")
    assert values(page) == [
        ("Remove filter: Ada", "1"),
        ("Remove filter: Ben", "1"),
        ("Cy", "+1"),
    ]
    assert "/speeches/?speaker=ada&speaker=ben&speaker=cy" in page.links()


def test_tables_of_ours_are_found_by_what_they_are_called(client):
    a_speech(event=an_event(country="KE"))
    a_speech(event=an_event(country="GH"))
    assert values(read(client, "/speeches/facets/country/?find=ken")) == [("Kenya", "1")]


def test_hidden_statements_give_no_value(client):
    a_speech(speaker=a_speaker("Ada"))
    a_speech(speaker=a_speaker("Ben"), published=False)
    assert values(read(client, "/speeches/facets/speaker/")) == [("Ada", "1")]
    assert "Nothing here is called “ben”" in read(client, "/speeches/facets/speaker/?find=ben").main


def test_it_is_paged_and_a_search_keeps_its_words_from_page_to_page(client):
    for number in range(130):
        a_speech(speaker=a_speaker(f"Ada {number:03}"))
    page = read(client, "/speeches/facets/speaker/?find=ada")
    assert len(values(page)) == 120
    assert "?find=ada&page=2" in page.links()
    assert len(values(read(client, "/speeches/facets/speaker/?find=ada&page=2"))) == 10


def test_what_is_no_facet_is_not_there(client):
    read(client, "/speeches/facets/nonsense/", status=404)
    read(client, "/speeches/facets/q/", status=404)


def test_it_is_not_for_search_engines(client):
    assert "noindex" in read(client, "/speeches/facets/tag/").meta("robots")


def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of):
    address = "/speeches/facets/tag/?kind=remarks&language=en&language=fr"
    many_speeches(3)
    few = queries_of(address)
    many_speeches(300)
    assert queries_of(address) == few <= 6
