"""Finding a passage: typing, suggestions, filters and the way to the words, all by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from speeches.models import Speech

FIELDS = {"/": "#q", "/about/": "#search-everywhere", "/speeches/": "#filter-q"}


def typed(page, words, address="/"):
    """A search field in which words were typed, one key after the other."""
    page.goto(address)
    field = page.locator(FIELDS[address])
    field.focus()
    field.press_sequentially(words)
    return field


def options(page):
    return page.locator(".suggestions").get_by_role("option")


def active(page, field):
    """The words of the suggestion on which the keyboard stands."""
    name = field.get_attribute("aria-activedescendant")
    return page.locator(f"[id='{name}']").inner_text() if name else None


@pytest.mark.parametrize("address", FIELDS)
def test_every_search_field_suggests(page, archive, address):
    field = typed(page, "ban ki", address)
    expect(options(page)).to_have_count(1)
    expect(options(page)).to_have_text("Ban Ki-moon")
    expect(options(page).locator("mark")).to_have_text("Ban Ki")
    expect(field).to_have_attribute("aria-expanded", "true")


def test_a_suggestion_is_reached_and_taken_by_keyboard(page, archive):
    field = typed(page, "triangular")
    expect(page.get_by_role("group", name="Tags")).to_be_visible()
    expect(field).to_have_role("combobox")
    expect(page.locator("[role=status]").last).to_contain_text("the down arrow leads to")
    assert active(page, field) is None
    page.keyboard.press("ArrowDown")
    assert active(page, field).startswith("Triangular cooperation")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/tags/triangular-cooperation/$"))


def test_what_was_suggested_for_other_letters_is_not_followed(page, archive):
    typed(page, "triangular")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=triangularx$"))


def test_what_was_withdrawn_is_not_suggested_again_for_long(page, archive):
    page.clock.install()
    field = typed(page, "multilateralism")
    page.clock.run_for(1_000)
    expect(options(page).first).to_be_visible()
    Speech.objects.update(state="draft", published_at=None)
    field.fill("")
    page.clock.run_for(15_000)
    field.fill("multilateralism")
    with page.expect_response("**/speeches/suggestions/?q=multilateralism") as answer:
        page.clock.run_for(1_000)
    assert answer.value.json()["groups"] == []
    expect(options(page)).to_have_count(0)


def test_the_keys_go_round_and_leave(page, archive):
    field = typed(page, "mohammed")
    expect(options(page)).to_have_count(1)
    page.keyboard.press("ArrowUp")
    assert active(page, field).startswith("Amina")
    page.keyboard.press("ArrowDown")
    assert active(page, field) is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert active(page, field) is None
    assert field.evaluate("field => field.selectionStart") == 0
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()
    expect(field).to_have_value("mohammed")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_suggestion_searches(page, archive):
    typed(page, "multilateralism")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/speeches/\?q=multilateralism$"))


def test_a_suggestion_is_taken_by_a_finger(chromium, live_server, archive):
    context = chromium.new_context(
        base_url=live_server.url, has_touch=True, viewport={"width": 360, "height": 700}
    )
    page = context.new_page()
    page.goto("/about/")
    page.locator("#search-everywhere").tap()
    page.locator("#search-everywhere").press_sequentially("南南")
    expect(options(page).first).to_contain_text("南南合作")
    box = page.get_by_role("listbox", name="Suggestions").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    options(page).first.tap()
    expect(page).to_have_url(re.compile("/tags/south-south-cooperation/$"))
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", FIELDS)
def test_an_open_list_has_no_accessibility_fault(
    page, archive, accessibility_faults, address, scheme
):
    page.emulate_media(color_scheme=scheme)
    typed(page, "south", address)
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert accessibility_faults(page) == []


def test_from_a_word_to_the_marked_passage_by_keyboard_alone(page, archive):
    typed(page, "south-south", "/about/")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 statements")
    narrow = page.locator(".facet").get_by_role("link", name=re.compile("Liu Zhenmin"))
    narrow.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 statement")
    assert page.locator("ol.rows mark").count() >= 1
    onward = page.get_by_role("link", name=re.compile("Read on at")).first
    onward.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#p\d+$"))
    passage = page.locator(f"[id='{page.url.split('#')[1]}']")
    expect(passage).to_be_in_viewport()
    assert passage.evaluate("passage => passage.matches(':target')")
    words = page.locator(".passage:target .passage__words")
    unmarked = "rgba(0, 0, 0, 0)"
    assert words.evaluate("words => getComputedStyle(words).backgroundColor") != unmarked


def test_the_same_without_script(chromium, live_server, archive):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator("#q").fill("triangular")
    page.keyboard.press("Enter")
    named = page.get_by_role("region", name="Named like this")
    expect(named.get_by_role("link", name="Triangular cooperation")).to_be_visible()
    page.locator(".facet").get_by_role("link", name=re.compile("Amina J. Mohammed")).click()
    page.get_by_role("link", name=re.compile("Read on at")).first.click()
    expect(page).to_have_url(re.compile(r"#p\d+$"))
    context.close()
