"""Light or dark: the system decides until the reader does, and the choice is remembered."""

PAPER = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(251, 248, 241)", "rgb(16, 23, 31)"


def test_the_system_decides_at_first(page):
    page.emulate_media(color_scheme="dark")
    page.goto("/about/")
    assert page.evaluate(PAPER) == DARK
    page.emulate_media(color_scheme="light")
    assert page.evaluate(PAPER) == LIGHT


def test_a_choice_is_kept_on_the_next_page(page):
    page.emulate_media(color_scheme="light")
    page.goto("/about/")
    page.get_by_label("Theme").select_option("dark")
    assert page.evaluate(PAPER) == DARK
    page.goto("/tags/")
    assert page.evaluate(PAPER) == DARK
    assert page.get_by_label("Theme").input_value() == "dark"


def test_a_choice_can_be_given_back_to_the_system(page):
    page.emulate_media(color_scheme="light")
    page.goto("/about/")
    page.get_by_label("Theme").select_option("dark")
    page.get_by_label("Theme").select_option("system")
    page.reload()
    assert page.evaluate(PAPER) == LIGHT


def test_without_script_there_is_no_switch_and_the_system_decides(chromium, live_server):
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, color_scheme="dark"
    )
    page = context.new_page()
    page.goto("/about/")
    assert page.get_by_label("Theme").is_hidden()
    assert page.get_by_role("link", name="Skip to the content").count() == 1
    context.close()


def test_the_skip_link_shows_itself_to_the_keyboard_and_leads_to_the_content(page):
    page.goto("/about/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
