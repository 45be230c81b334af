"""A page on paper: the words with their numbers, the source, where to find it again."""

import re

import pytest
from playwright.sync_api import expect

from speeches.models import Speech

ON_SCREEN_ONLY = ("header.top", "footer.foot", ".breadcrumbs", ".skip", ".steps", ".drawer")


@pytest.fixture
def paper(page):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 640, "height": 960})
    return page


def test_a_statement_keeps_the_numbers_of_its_passages_within_the_page(paper, archive):
    paper.goto("/speeches/?speaker=amina-mohammed")
    paper.locator("ol.rows h2 a").first.click()
    marks = paper.locator(".passage__mark")
    assert marks.count() == paper.locator(".passage").count() > 5
    for mark in marks.all():
        expect(mark).to_have_css("opacity", "1")
        number, words = mark.bounding_box(), mark.locator("xpath=ancestor::*[@id]").last
        assert number["x"] >= 0
        beside = words.locator(".passage__words").bounding_box()
        assert number["x"] + number["width"] <= beside["x"]


def test_it_says_who_printed_the_words_under_which_symbol_and_where_they_are_kept(paper, archive):
    speech = Speech.objects.get(pid="r4htn8vc")
    paper.goto(speech.get_absolute_url())
    source = paper.locator("p.print-source").first
    expect(source).to_be_visible()
    for fact in ("UN News", "says UN deputy chief", "DSG/SM/1083-DEV/3280", f"/id/{speech.pid}"):
        expect(source).to_contain_text(fact)


@pytest.mark.parametrize(
    "address", ["/speeches/", "/tags/trade/", "/about/", "/id/k7mwz3dq"], ids=str
)
def test_every_page_gives_its_address_and_the_day_and_no_navigation(paper, archive, address):
    paper.goto(address)
    foot = paper.locator("p.print-source").last
    expect(foot).to_be_visible()
    expect(foot).to_contain_text(paper.url)
    expect(foot).to_contain_text(re.compile(r"printed on \d{1,2} \w+ \d{4}"))
    for part in ON_SCREEN_ONLY:
        for found in paper.locator(part).all():
            expect(found).to_be_hidden()
