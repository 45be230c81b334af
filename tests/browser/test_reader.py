"""What a reader comes to do: find statements by tag, narrow them, read one, cite a passage."""

import re

import pytest
from playwright.sync_api import expect

from speeches.models import Speech
from tests import builders


def open_story(page):
    page.goto("/speeches/?speaker=amina-mohammed")
    page.locator("ol.rows h2 a").first.click()


def test_from_a_tag_to_a_passage_worth_citing(page, archive):
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Tags").first.click()
    page.get_by_role("main").get_by_role("link", name="triangular cooperation").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Triangular cooperation", ignore_case=True
    )
    page.locator("ol.rows a", has_text="Remarks on the United Nations Day").first.click()
    passage = page.locator(".passage").first
    passage.hover()
    passage.locator("a.passage__mark").click()
    assert re.search(r"#p\d+$", page.url)


def test_narrowing_a_list_and_widening_it_again(page, archive):
    page.goto("/speeches/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 statements")
    page.locator(".facet").get_by_role("link", name=re.compile("Liu Zhenmin")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 statement by Liu Zhenmin")
    page.get_by_role("link", name=re.compile("Remove filter")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 statements")


def test_searching_from_the_header(page, archive):
    page.goto("/about/")
    page.get_by_role("searchbox").first.fill("multilateralism")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("multilateralism")
    expect(page.locator("ol.rows li").first).to_contain_text("Liu Zhenmin")


def test_evidence_leads_to_the_words_in_the_document(page, archive):
    open_story(page)
    page.locator("summary", has_text="How we know").click()
    link = page.locator("details[open] a[href*='/documents/'][href*='#']").first
    expect(link).to_be_visible()
    link.click()
    target = page.url.split("#")[1]
    expect(page.locator(f"[id='{target}']")).to_be_visible()


def test_notes_are_read_and_left_by_keyboard_and_copied_words_are_the_source_s(page, archive):
    speech = Speech.objects.get(pid="k7mwz3dq")
    words = speech.passages.get(pid="p1").body
    builders.a_note(speech, "partnerships")
    builders.a_note(speech, "decade", note="Of the years 2002 to 2012.")
    page.goto(speech.get_absolute_url())
    passage = page.locator("#p1 .passage__words")
    expect(passage).to_contain_text("partnerships\u00a0[sic]")
    passage.evaluate("(node) => getSelection().selectAllChildren(node)")
    assert page.evaluate("getSelection().toString()").strip() == words
    number = page.locator(".note-number")
    expect(number).to_have_accessible_description(re.compile("Of the years 2002"))
    number.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("note").filter(has_text="Of the years")
    assert page.evaluate("location.hash") == "#" + note.get_attribute("id")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#" + number.get_attribute("id")


def test_the_whole_way_by_keyboard(page, archive):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=re.compile("Skip to"))).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#" + page.locator("main").get_attribute("id")
    open_story(page)
    mark = page.locator("a.passage__mark").first
    mark.focus()
    expect(mark).to_be_visible()
    assert float(mark.evaluate("node => getComputedStyle(node).opacity")) == pytest.approx(1)
    summary = page.locator("summary", has_text="How we know")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details[open]").filter(has=summary)).to_be_visible()


def test_everything_works_without_script(chromium, live_server, archive):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/speeches/")
    page.locator(".facet").get_by_role("link", name=re.compile("Ban Ki-moon")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 statement by Ban Ki-moon")
    page.locator("ol.rows h2 a").first.click()
    page.locator("summary", has_text="How we know").click()
    expect(page.locator("details[open]").first).to_be_visible()
    expect(page.locator(".passage")).to_have_count(7)
    context.close()
