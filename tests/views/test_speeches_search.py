"""/speeches/?q=…: what a search shows beside the statements, and the ways on from it."""

import pytest

from speeches.models import TagLabel
from tests.builders import a_speech, a_tag
from tests.pages import read

pytestmark = pytest.mark.django_db

TITLE = "//article[contains(@class, 'row')]//*[contains(@class, 'row__title')]"


def test_the_passages_that_answer_stand_with_their_marks_and_lead_there(client):
    speech = a_speech("On rain", body="Nothing here.\n\nThe rain, and “the rains”.")
    page = read(client, "/speeches/?q=rain")
    (passage,) = page.tree.xpath("//p[contains(@class, 'row__excerpt')]")
    assert [mark.text for mark in passage.xpath(".//mark")] == ["rain", "rains"]
    assert "Nothing here" not in passage.text_content()
    (link,) = passage.xpath(".//a")
    assert link.get("href") == f"{speech.get_absolute_url()}#p2"
    assert " ".join(link.text_content().split()) == "Read on at ¶ 2 of On rain"
    assert read(client, speech.get_absolute_url()).tree.xpath("//*[@id='p2']")


def test_only_in_its_title_a_word_leaves_the_excerpt(client):
    a_speech("On rain", body="Nothing of it stands here.")
    page = read(client, "/speeches/?q=rain")
    assert page.all("//p[contains(@class, 'row__excerpt')]") == ["Nothing of it stands here."]


def test_the_best_come_first_and_other_orders_are_a_click_away(client):
    a_speech("New", delivered="2019", body="A little rain.")
    a_speech("On rain", delivered="2001", body="Rain.")
    page = read(client, "/speeches/?q=rain")
    assert page.all(TITLE) == ["On rain", "New"]
    order = "//p[contains(@class, 'orders')]"
    assert page.all(f"{order}/strong") == ["Best first"]
    links = {a.text: a.get("href") for a in page.tree.xpath(f"{order}/a")}
    assert links == {
        "Newest first": "/speeches/?q=rain&sort=newest",
        "Oldest first": "/speeches/?q=rain&sort=oldest",
    }
    assert read(client, "/speeches/?q=rain&sort=newest").all(TITLE) == ["New", "On rain"]
    assert read(client, "/speeches/?q=rain&sort=oldest").all(TITLE) == ["On rain", "New"]
    assert read(client, "/speeches/?sort=oldest").all(TITLE) == ["On rain", "New"]
    assert read(client, "/speeches/?q=rain&sort=nonsense").all(TITLE) == ["On rain", "New"]


def test_an_order_goes_along_with_filters_and_pages(client):
    for number in range(26):
        a_speech(f"Rain {number}", kind="message")
    page = read(client, "/speeches/?q=rain&kind=message&sort=oldest")
    links = page.tree.xpath("//nav[contains(@class, 'pagination')]//a/@href")
    assert links
    assert all("sort=oldest" in link for link in links)
    assert page.tree.xpath("//form//input[@name='sort']/@value") == ["oldest"]
    assert len(read(client, "/speeches/?q=rain&page=2").all(TITLE)) == 1


def test_it_says_by_which_names_it_searched_too(client):
    tag = a_tag("Triangular cooperation")
    TagLabel.objects.create(tag=tag, label="TrC")
    a_speech("By its tag", tags=[tag])
    page = read(client, "/speeches/?q=trc")
    assert page.all(TITLE) == ["By its tag"]
    (note,) = page.all("//p[contains(., 'Also searched for')]")
    assert note == "Also searched for: Triangular cooperation. Search for just the words"
    narrow = read(client, page.tree.xpath("//p[contains(., 'Also searched')]/a/@href")[0])
    assert narrow.all(TITLE) == []
    (note,) = narrow.all("//p[contains(., 'just the words')]")
    assert note.startswith("Searched for just the words.")


def test_a_single_word_can_be_left_out_of_a_search_with_filters(client):
    a_speech("Rain", delivered="2012")
    page = read(client, "/speeches/?q=snow&year=2012&year=2013")
    ways = page.all("//div[contains(@class, 'empty')]/ul[1]/li")
    assert ways == ["Without Search: “snow” 1 statement"]


def test_where_nothing_is_found_it_counts_what_each_leaving_out_would_find(client):
    a_speech("Rain", kind="message", delivered="2012")
    a_speech("Rain", kind="remarks", delivered="2013")
    page = read(client, "/speeches/?q=rain+snow&kind=message")
    ways = page.all("//div[contains(@class, 'empty')]/ul[1]/li")
    assert ways == ["Without snow 1 statement"]
    page = read(client, "/speeches/?q=rain&kind=message&year=2013")
    ways = page.all("//div[contains(@class, 'empty')]/ul[1]/li")
    assert ways == ["Without Year: 2013 1 statement", "Without Kind: Message 1 statement"]


def test_what_was_not_understood_is_said(client):
    a_speech("Rain")
    page = read(client, "/speeches/?q=rain+foo:bar+kind:nonsense")
    text = page.main
    assert "“foo:” is no operator" in text
    assert "Nothing here is called “nonsense”" in text


def test_the_help_stands_with_the_field(client):
    page = read(client, "/speeches/")
    (field,) = page.tree.xpath("//input[@id='filter-q']")
    (shown,) = page.tree.xpath(f"//*[@id='{field.get('aria-describedby')}']")
    assert "speaker:mohammed" in shown.text_content()


def test_a_search_takes_as_many_queries_for_three_as_for_thirty(client, queries_of):
    for number in range(3):
        a_speech(f"Rain {number}")
    few = queries_of("/speeches/?q=rain")
    for number in range(3, 33):
        a_speech(f"Rain {number}")
    assert queries_of("/speeches/?q=rain") == few <= 10


def test_names_like_the_words_stand_above_the_results(client):
    speech = a_speech("On rain", tags=["Rainfall", "Rain"])
    page = read(client, "/speeches/?q=rain")
    (names,) = page.tree.xpath("//section[@aria-label='Named like this']")
    assert [a.text_content() for a in names.xpath(".//a")] == ["Rain", "Rainfall"]
    assert names.xpath(".//a/@href") == ["/tags/rain/", "/tags/rainfall/"]
    assert not read(client, "/speeches/?q=rain&kind=message").all("//dl[@class='named-like']")
    assert not read(client, "/speeches/").all("//dl[@class='named-like']")
    speech.state, speech.published_at = "draft", None
    speech.save()
    assert not read(client, "/speeches/?q=rain").all("//dl[@class='named-like']")


def test_where_little_is_found_a_better_spelling_is_a_click_away(client):
    a_speech("Of cooperation", body="Coopération triangulaire, and more of it.", kind="message")
    page = read(client, "/speeches/?q=Coperation+of+it&kind=message")
    (note,) = page.all("//p[contains(@class, 'did-you-mean')]")
    assert note == "Did you mean cooperation of it?"
    (link,) = page.tree.xpath("//p[contains(@class, 'did-you-mean')]/a")
    assert link.get("href") == "/speeches/?q=cooperation+of+it&kind=message"
    assert [strong.text for strong in link.xpath(".//strong")] == ["cooperation"]
    assert not read(client, "/speeches/?q=cooperation").all("//p[contains(@class, 'did-you')]")
    assert not read(client, "/speeches/?q=zebra").all("//p[contains(@class, 'did-you-mean')]")


@pytest.mark.parametrize("query", ["?q=solidarty+zzqyx", "?q=solidarty&kind=article"])
def test_a_spelling_that_finds_nothing_either_is_not_proposed(client, query):
    a_speech(body="Solidarity.", kind="message")
    a_speech(kind="article", body="Rain.")
    assert "Did you mean" in read(client, "/speeches/?q=solidarty").main
    assert "Did you mean" not in read(client, f"/speeches/{query}").main


def test_where_no_word_alone_can_be_left_out_the_whole_search_can(client):
    a_speech(body="Rain.")
    a_speech(body="Snow.")
    page = read(client, "/speeches/?q=zzqyx+zzqyw")
    assert page.all("//ul[@class='empty__links'][1]/li") == [
        "Without Search: “zzqyx zzqyw” 2 statements"
    ]
