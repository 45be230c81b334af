"""The pictures of docs/editing.md: an editor at work. Called by take.py, on its own archive."""

from pathlib import Path

from playwright.sync_api import Browser, Page


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "sscoop-editor")
    page.click("[type=submit]")


def show(page: Page, selector: str, picture: Path, above: int = 24) -> None:
    """A window-sized picture that begins a little above an element."""
    page.locator(selector).first.wait_for()
    page.evaluate(
        "([selector, above]) => scrollTo(0, document.querySelector(selector)"
        ".getBoundingClientRect().top + scrollY - above)",
        [selector, above],
    )
    page.wait_for_timeout(900)  # the preview answers
    page.screenshot(path=picture)


def take(browser: Browser, address: str, folder: Path) -> None:
    """Checklist, writing surface, voices, tags, close names, where used."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    sign_in(page, address)

    page.goto(f"{address}/admin/speeches/speech/add/")
    page.fill("#id_title", "Message on the International Day of Cooperatives")
    page.click("[name=_publish]")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / "editing-checklist.png")

    page.goto(f"{address}/admin/speeches/speech/?q=Mohammed")
    page.locator("#result_list tbody th a").first.click()
    show(page, "#texts-group", folder / "editing-text.png")
    show(page, ".field-voices", folder / "editing-voices.png")
    page.locator("#id_tag_names").press("Control+End")
    page.locator("#id_tag_names").press_sequentially("\nsud")
    page.locator(".tag-picker-list li").first.wait_for()
    show(page, ".field-tag_names", folder / "editing-tags.png", above=160)

    page.goto(f"{address}/admin/speeches/speaker/add/")
    page.fill("#id_name", "Amina Mohamed")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / "editing-close-names.png")

    page.goto(f"{address}/admin/speeches/speaker/?q=Mohammed")
    page.locator("#result_list tbody th a").first.click()
    page.get_by_role("link", name="Where used").click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / "editing-where-used.png")
    context.close()
