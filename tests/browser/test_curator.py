"""What a curator comes to do: keep events, series, speakers and tags in order; nothing else."""

import re

from playwright.sync_api import expect

from speeches.models import Event

from .desk import choose, sign_in

DAY = "United Nations Day for South-South Cooperation"


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()


def test_an_event_is_added_to_its_series_and_the_public_sees_it(page, archive):
    sign_in(page, "curator")
    page.get_by_role("link", name="Events", exact=True).first.click()
    page.get_by_role("link", name=re.compile("Add event", re.IGNORECASE)).first.click()
    page.fill("#id_name", "Panel on learning from one another")
    page.select_option("#id_kind", "panel")
    choose(page, "series", DAY)
    page.fill("#id_start", "12 September 2018")
    page.fill("#id_city", "Bangkok")
    page.select_option("#id_country", "TH")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("Panel on learning from one another")

    page.goto(Event.objects.get(city="Bangkok", year=2018).get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_contain_text("Panel on learning")
    expect(page.locator("main")).to_contain_text("Bangkok")
    page.locator("main").get_by_role("link", name=DAY).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DAY)


def test_a_date_that_is_none_is_refused_in_words_and_what_was_typed_stays(page, archive):
    sign_in(page, "curator")
    page.goto("/admin/speeches/event/add/")
    page.fill("#id_name", "A panel")
    page.select_option("#id_kind", "panel")
    page.fill("#id_start", "31 February 2018")
    save(page)
    expect(page.locator(".errorlist").first).to_contain_text("31 February 2018")
    expect(page.locator("#id_name")).to_have_value("A panel")
    expect(page.locator("#id_start")).to_have_value("31 February 2018")


def test_a_renamed_tag_keeps_its_old_address(page, archive):
    sign_in(page, "curator")
    page.goto("/admin/speeches/tag/?q=solidarity")
    page.locator("#result_list tbody th a").first.click()
    page.locator("#id_slug").evaluate("field => field.closest('details')?.setAttribute('open', '')")
    page.fill("#id_slug", "international-solidarity")
    save(page)
    page.goto("/tags/solidarity/")
    assert page.url.endswith("/tags/international-solidarity/")


def test_a_close_name_asks_before_a_second_speaker_is_made(page, archive):
    sign_in(page, "curator")
    page.goto("/admin/speeches/speaker/add/")
    page.fill("#id_name", "Amina Mohamed")
    save(page)
    expect(page.locator("#content")).to_contain_text("Amina J. Mohammed")
    expect(page.locator("#id_name")).to_have_value("Amina Mohamed")


def test_publishing_is_not_offered(page, archive):
    sign_in(page, "curator")
    page.goto("/admin/speeches/speech/")
    page.locator("#result_list tbody th a").first.click()
    expect(page.get_by_role("button", name=re.compile("[Pp]ublish"))).to_have_count(0)
    expect(page.locator("input[name=_save]")).to_have_count(0)
