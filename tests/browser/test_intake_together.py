"""The desk is saved as it goes, tells who else is there, and keeps what can't be sent yet."""

import pytest
from playwright.sync_api import expect

from speeches.models import Document, Intake, Speech

from .desk import sign_in

TITLE = "input[name='s1-title']"
NOTE = (
    "15 March 2019\n\nMinister of Planning of Freedonia Rufus T. Firefly\n\n"
    "Message on the Day of Rivers\n\n16 March 2019\n\n"
    "Rivers know no border, and neither does what we learn from them.\n\n"
    "I thank all who share what they know."
)


@pytest.fixture
def desk(chromium, live_server, archive):
    """An editor at an intake; a lost connection may be told in the console."""
    Speech.objects.all().delete()
    Document.objects.all().delete()
    context = chromium.new_context(base_url=live_server.url)
    context.set_default_timeout(10_000)
    page = context.new_page()
    sign_in(page, "editor")
    page.goto("/admin/speeches/intake/add/")
    page.fill("#id_text", NOTE)
    with page.expect_navigation():  # and its scripts, before a test cuts the line
        page.get_by_role("button", name="Read it").click()
    yield page
    context.close()


def title():
    return Intake.objects.get().decisions.get("s1-title")


def test_what_is_typed_is_saved_without_a_button(desk):
    desk.fill(TITLE, "Half a title")
    expect(desk.locator("[data-saving]")).to_have_text("Not saved yet")
    expect(desk.locator("[data-saving]")).to_contain_text("Saved ", timeout=15_000)
    assert title() == "Half a title"
    desk.reload()
    assert desk.input_value(TITLE) == "Half a title"


def test_a_colleague_is_seen_and_what_they_change_is_shown(desk, chromium, live_server):
    context = chromium.new_context(base_url=live_server.url)
    other = context.new_page()
    sign_in(other, "administrator")
    other.goto(desk.url)
    expect(other.locator("[data-company]")).to_contain_text("editor has had this open since")
    desk.fill(TITLE, "Of the editor")
    expect(desk.locator("[data-saving]")).to_contain_text("Saved ", timeout=15_000)
    other.fill("input[name='d-address']", "https://example.org/a")
    expect(other.locator("[data-news]")).to_contain_text("editor changed 1 field", timeout=15_000)
    assert other.input_value(TITLE) == "Of the editor"
    other.fill(TITLE, "Of the administrator")
    expect(other.locator("[data-saving]")).to_contain_text("Saved ", timeout=15_000)
    desk.fill(TITLE, "Of the editor again")
    expect(desk.locator("[data-news]")).to_contain_text("you changed too", timeout=15_000)
    desk.get_by_role("link", name="Choose").click()
    desk.get_by_label("Of the editor again is yours: take it").check()
    desk.get_by_role("button", name="Save and go on later").click()
    assert desk.input_value(TITLE) == "Of the editor again"
    context.close()


def test_without_a_connection_the_typing_stays_and_is_sent_later(desk):
    desk.context.set_offline(True)
    desk.fill(TITLE, "Typed on a train")
    expect(desk.locator("[data-saving]")).to_contain_text("no connection", timeout=15_000)
    desk.context.set_offline(False)
    expect(desk.locator("[data-saving]")).to_contain_text("Saved ", timeout=15_000)
    assert title() == "Typed on a train"


def test_signed_out_the_typing_stays_and_is_sent_after_signing_in(desk):
    desk.context.clear_cookies(name="sessionid")
    desk.fill(TITLE, "Typed too late")
    expect(desk.locator("[data-saving]")).to_contain_text("signed out", timeout=15_000)
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Sign in").click()
    opened.value.wait_for_load_state()
    sign_in(opened.value, "editor")
    opened.value.close()
    desk.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(desk.locator("[data-saving]")).to_contain_text("Saved ", timeout=15_000)
    assert title() == "Typed too late"


DROP = """(files) => {
  const held = new DataTransfer();
  files.forEach(([name, text]) => held.items.add(new File([text], name)));
  return held;
}"""


def test_files_dropped_on_the_form_join_those_chosen_and_make_a_queue(desk):
    desk.goto("/admin/speeches/intake/add/")
    winds, stones = (NOTE.replace("Rivers", name) for name in ("Winds", "Stones"))
    desk.set_input_files(
        "input[type=file]",
        {"name": "winds.txt", "mimeType": "text/plain", "buffer": winds.encode()},
    )
    expect(desk.locator("[data-chosen]")).to_have_text("winds.txt")
    held = desk.evaluate_handle(DROP, [["stones.txt", stones]])
    desk.dispatch_event(".intake-bring", "drop", {"dataTransfer": held})
    expect(desk.locator("[data-chosen]")).to_have_text("2 files: winds.txt, stones.txt")
    desk.get_by_role("button", name="Read it").click()
    desk.get_by_role("link", name="Begin with the first").click()
    expect(desk.locator(".together summary")).to_contain_text("0 of the 2 documents")
