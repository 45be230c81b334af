"""What an editor comes to do: bring in a statement, write its text, tag it, publish it."""

import re

import pytest
from playwright.sync_api import expect

from .desk import choose, sign_in

OF_DJANGO = "empty-table-header"
"""The admin's own tables have a head over the column of row names that says nothing."""
WIDE = {"width": 1280, "height": 900}
PASTED = (
    "<meta charset='utf-8'><h1>On <b>trade</b></h1><script>alert(1)</script>"
    "<style>p {color: red}</style><p class='MsoNormal' style='margin:0'>We are "
    "<span style='font-style: italic'>equals</span>, as "
    "<a href='https://www.un.org/agenda'>the Agenda</a> says.</p>"
    "<ol start='4'><li>Fourth.</li><li>Fifth.</li></ol><blockquote><p>Said once.</p></blockquote>"
)
WRITTEN = (
    "## On trade\n\nWe are *equals*, as [the Agenda](https://www.un.org/agenda) says.\n\n"
    "4. Fourth.\n\n5. Fifth.\n\n> Said once."
)


def paste(page, area, html):
    page.locator(area).evaluate(
        """(area, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const event = { clipboardData: data, bubbles: true, cancelable: true };
            area.focus();
            area.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        html,
    )


def test_a_statement_is_written_and_published(page, archive):
    sign_in(page, "editor")
    page.goto("/admin/speeches/speech/add/")
    page.fill("#id_title", "Remarks on trade")
    page.get_by_role("button", name="Publish now").click()
    expect(page.locator(".messagelist")).to_contain_text("not published yet")
    expect(page.locator("#checklist a[href='#texts-group']")).to_be_visible()

    page.select_option("#id_kind", "remarks")
    page.fill("#id_delivered", "12 September 2017")
    page.locator("#id_tag_names").press_sequentially("tcdc")
    page.locator(".tag-picker-list li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".add-row a", has_text="Add another Person or body").click()
    choose(page, "attributions-0-speaker", "Amina")
    page.locator(".add-row a", has_text="Add another Text").click()
    choose(page, "texts-0-document", "South-South")
    page.select_option("#id_texts-0-status", "reported")
    paste(page, "#id_texts-0-body", PASTED)
    assert page.input_value("#id_texts-0-body") == WRITTEN
    expect(page.locator(".desk-set .desk-preview em")).to_have_text("equals")
    page.get_by_role("button", name="Publish now").click()
    expect(page.locator(".messagelist")).to_contain_text("is published")

    page.locator(".messagelist a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Remarks on trade")
    expect(page.get_by_role("main")).to_contain_text("Fifth.")


def test_capacities_offered_are_those_of_the_speaker(page, archive):
    sign_in(page, "editor")
    page.goto("/admin/speeches/speech/?q=Mohammed")
    page.locator("#result_list tbody th a").first.click()
    page.locator("#id_attributions-0-tenure + .select2 .select2-selection").click()
    offered = page.locator(".select2-results__option:not(.loading-results)")
    expect(offered.first).to_contain_text("Amina")
    assert all("Amina" in words for words in offered.all_inner_texts())


def test_a_close_name_is_asked_about_in_the_small_window_too(page, archive):
    sign_in(page, "editor")
    page.goto("/admin/speeches/speech/add/")
    with page.expect_popup() as opened:
        page.locator("#add_id_attributions-0-speaker").click()
    window = opened.value
    window.fill("#id_name", "Amina Mohamed")
    window.get_by_role("button", name="Save", exact=True).click()
    expect(window.locator(".close-names")).to_contain_text("Amina J. Mohammed")
    with window.expect_event("close"):
        window.get_by_role("button", name="Save all the same").click()
    chosen = page.locator("#id_attributions-0-speaker + .select2 .select2-selection__rendered")
    expect(chosen).to_contain_text("Amina Mohamed")


def test_return_in_a_field_saves_and_answers_no_question(page, archive):
    sign_in(page, "editor")
    page.goto("/admin/speeches/speaker/add/")
    page.fill("#id_name", "Amina Mohamed")
    for _ in range(2):
        page.locator("#id_name").press("Enter")
        expect(page.locator(".close-names")).to_contain_text("Amina J. Mohammed")
    page.goto("/admin/speeches/speech/add/")
    page.fill("#id_title", "A draft")
    page.locator("#id_title").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("A draft")


def test_the_toolbar_marks_the_chosen_words(page, archive):
    sign_in(page, "editor")
    page.goto("/admin/speeches/speech/add/")
    page.locator(".add-row a", has_text="Add another Text").click()
    area = page.locator("#id_texts-0-body")
    area.fill("equals")
    area.select_text()
    page.get_by_role("button", name="Emphasis").first.click()
    assert area.input_value() == "*equals*"
    page.keyboard.press("Control+z")
    assert area.input_value() == "equals"


def test_a_curator_keeps_tags_and_only_looks_at_statements(page, archive):
    sign_in(page, "curator")
    page.goto("/admin/speeches/speech/")
    page.locator("#result_list tbody th a").first.click()
    expect(page.get_by_role("button", name=re.compile("Save"))).to_have_count(0)
    page.goto("/admin/speeches/tag/add/")
    page.fill("#id_name", "Fisheries")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Fisheries")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_forms_are_accessible(chromium, live_server, archive, accessibility_faults, theme):
    # axe itself styles inline in the admin, which the pages' policy rightly forbids
    context = chromium.new_context(
        base_url=live_server.url, color_scheme=theme, bypass_csp=True, viewport=WIDE
    )
    page = context.new_page()
    sign_in(page, "editor")
    for address in (
        "/admin/speeches/speech/",
        "/admin/speeches/speech/add/",
        "/admin/speeches/document/add/",
        "/admin/speeches/speaker/add/",
    ):
        page.goto(address)
        faults = accessibility_faults(page)
        assert not [fault for fault in faults if not fault.startswith(OF_DJANGO)], address
    context.close()
