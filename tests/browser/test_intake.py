"""Each founding document from paste to published statements; and the desk without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from speeches.models import Document, Intake, Speech, Verdict

from .desk import sign_in

DOCUMENTS = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
MESSAGE = (DOCUMENTS / "003_4c7a4ca5e05de16a.txt").read_text(encoding="utf-8")
STORY = (DOCUMENTS / "000_877a6427c41ded7e.txt").read_text(encoding="utf-8")
OF_DJANGO = "empty-table-header"


@pytest.fixture
def lists(archive):
    """The authority lists and the accounts, without the statements and their documents."""
    Speech.objects.all().delete()
    Document.objects.all().delete()


def bring(page, text):
    sign_in(page, "editor")
    page.get_by_role("link", name="Add from a document").click()
    page.fill("#id_text", text)
    with page.expect_navigation():  # until the desk has its scripts
        page.get_by_role("button", name="Read it").click()


def answer(page, name, value):
    page.locator(f"input[name='{name}'][value='{value}']").check()


def file_and_publish(page, count):
    page.get_by_role("button", name="File as drafts").click()
    expect(page.locator(".messagelist")).to_contain_text("Filed")
    drafts = page.locator(".standing ul a")
    expect(drafts).to_have_count(count)
    for address in [link.get_attribute("href") for link in drafts.all()]:
        page.goto(address)
        page.get_by_role("button", name="Publish now").click()
        expect(page.locator(".messagelist")).to_contain_text("is published")


def test_the_message_from_paste_to_published(page, lists):
    bring(page, MESSAGE)
    page.get_by_role("button", name="Accept all that is certain").click()
    expect(page.locator(".messagelist")).to_contain_text("All that is certain is accepted")
    mode = page.locator("input[name='s1-mode-is']").first
    mode.focus()
    expect(page.locator("mark.lit").first).to_contain_text("Message")
    page.keyboard.press("Alt+Enter")
    assert mode.is_checked()
    page.select_option(
        "select[name='d-rights']", label="United Nations public information material"
    )
    file_and_publish(page, 1)
    page.locator(".messagelist a").click()
    expect(page.get_by_role("main")).to_contain_text("Ban Ki-moon")
    expect(page.get_by_role("main")).to_contain_text("The past decade has shown")


def test_the_story_becomes_two_published_statements(page, lists):
    bring(page, STORY)
    page.get_by_role("button", name="Accept all that is certain").click()
    for statement in ("s1", "s2"):
        for fact in ("kind", "mode", "delivered"):
            answer(page, f"{statement}-{fact}-is", "yes")
    page.get_by_label("High-level panel discussion").check()
    page.locator("input[name='d-publisher-name']").fill("UN News")
    page.get_by_role("button", name="Save and go on later").click()
    page.get_by_label("UN News", exact=False).first.check()
    file_and_publish(page, 2)
    assert Speech.objects.published().count() == 2
    said = dict(Speech.objects.values_list("attributions__speaker__slug", "event__name"))
    assert said["liu-zhenmin"] == "Development Cooperation Symposium"
    assert said["amina-mohammed"].startswith("High-level panel")


def test_words_selected_in_the_document_go_into_the_field_in_hand(page, lists):
    bring(page, MESSAGE)
    page.locator("input[name='s1-title']").focus()
    page.locator(".passage .paper-text").first.select_text()
    page.get_by_role("button", name="Put the selected words into “Our title”").click()
    assert page.input_value("input[name='s1-title']").startswith("The past decade has shown")


def test_selected_words_are_the_evidence_of_the_field_and_can_be_parted(page, lists):
    bring(page, MESSAGE)
    page.get_by_role("button", name="Accept all that is certain").click()
    page.locator("select[name='s1-mode']").focus()
    page.locator(".kept-out .paper-text", has_text="Message").first.select_text()
    page.get_by_role("button", name="Rest “Spoken or written” on the selected words").click()
    expect(page.locator("input[name='s1-mode-at']")).to_be_checked()
    expect(page.locator("input[name='s1-mode-is'][value='yes']")).to_be_checked()
    select = "paper => getSelection().setBaseAndExtent(paper.firstChild, 0, paper.firstChild, 11)"
    page.locator(".passage .paper-text").nth(1).evaluate(select)
    page.get_by_role("button", name="Make them a paragraph of their own").click()
    page.wait_for_load_state()
    expect(page.locator(".passage .paper-text")).to_have_count(8)
    expect(page.locator("#s1-mode")).to_contain_text("which you selected")
    page.get_by_role("button", name="File as drafts").click()
    expect(page.locator(".messagelist")).to_contain_text("Filed")
    speech = Speech.objects.get()
    assert "Message" in speech.evidence.get(fact="mode").words
    assert speech.passages.count() == 8


def test_selected_words_are_marked_sic_and_filed_so(page, lists):
    bring(page, MESSAGE.replace("pockets of poverty", "pockets of of poverty"))
    select = """(paper, [word, from]) => {
        const walk = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walk.nextNode()) nodes.push(walk.currentNode);
        const node = nodes.find((one) => one.data.indexOf(word, from) >= 0);
        const start = node.data.indexOf(word, from);
        getSelection().setBaseAndExtent(node, start, node, start + word.length);
    }"""
    paper = page.locator(".passage .paper-text", has_text="pockets of of poverty")
    at = paper.evaluate("(paper) => paper.textContent.indexOf('of of poverty') + 3")
    paper.evaluate(select, ["of", at])
    page.get_by_role("button", name="Mark them [sic]").click()
    field = page.locator("textarea[name$='-sic']:focus")
    expect(field).to_have_value(re.compile(r"^of \(\d\)$"))
    page.get_by_role("button", name="Accept all that is certain").click()
    page.get_by_role("button", name="File as drafts").click()
    expect(page.locator(".messagelist")).to_contain_text("Filed")
    note = Speech.objects.get().notes.get()
    assert (note.kind, note.exact) == ("sic", "of")
    assert note.passage.body[: note.start + 2].endswith("pockets of of")


def test_selected_words_go_into_a_field_of_a_new_record(page, lists):
    bring(page, PAPER)
    event = page.locator("#s1-event")
    event.get_by_label("A new event of this name").check()
    event.get_by_label("Until").focus()
    page.locator("mark", has_text="7 May 2031").first.select_text()
    page.get_by_role("button", name="Put the selected words into “Until”").click()
    expect(event.get_by_label("Until")).to_have_value("7 May 2031")
    expect(event.locator("input[name='s1-event-name']")).to_have_value("Conference on Wells")
    expect(event.locator("input[name='s1-event-at']")).to_be_hidden()


def test_a_quotation_is_given_to_its_speaker_without_script(chromium, live_server, lists):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    bring(page, STORY)
    page.locator(".quotations summary").last.click()
    page.locator(".quotations select").last.select_option("new")
    page.get_by_role("button", name="Save and go on later").click()
    third = page.locator("#statement-3")
    expect(third).to_contain_text("Liu Zhenmin")
    expect(page.locator(".passage", has_text="There are new challenges").first).to_be_visible()
    context.close()


def test_without_script_the_desk_is_a_plain_form(chromium, live_server, lists):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    bring(page, MESSAGE)
    page.get_by_role("button", name="Accept all that is certain").click()
    page.get_by_role("button", name="File as drafts").click()
    expect(page.locator(".messagelist")).to_contain_text("Filed")
    context.close()
    assert Speech.objects.get().texts.get().passages.count() == 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_desk_is_accessible(chromium, live_server, lists, accessibility_faults, theme):
    # axe itself styles inline, which the pages' policy rightly forbids
    context = chromium.new_context(base_url=live_server.url, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    bring(page, STORY)
    wrong = {"field": "delivered", "label": "Date", "outcome": "changed", "confidence": "certain"}
    Verdict.objects.create(intake=Intake.objects.get(), statement=1, **wrong)
    ours = ("/admin/speeches/intake/", "/admin/speeches/intake/add/")
    for address in (page.url, *ours, "/admin/speeches/intake/score/"):
        page.goto(address)
        faults = accessibility_faults(page)
        assert not [fault for fault in faults if not fault.startswith(OF_DJANGO)], address
    context.close()


PAPER = """\
Statement by H.E. Mr. Rufus Firefly, Minister of Planning of Freedonia

at the Conference on Wells

Lima, 7 May 2031

Mr. President,

I have the honour to speak of wells, of those who dig them, and of the water that all share.

What one has learnt about water another need not learn anew; we are here to tell each other.

I thank you.
"""
TOO_SMALL = """() => [...document.querySelectorAll(
  "#intake-form :is(input, select, textarea, button, summary)")].filter(one => {
    const box = one.getBoundingClientRect();
    const seen = one.checkVisibility({visibilityProperty: true, opacityProperty: true});
    return seen && box.width && (box.height < 24 || box.width < 24);
  }).map(one => one.outerHTML.slice(0, 80))"""
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [320, 768, 1024, 1920])
def test_the_desk_fits_every_width_and_fingers_can_touch_it(chromium, live_server, lists, width):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 900}, has_touch=True
    )
    page = context.new_page()
    bring(page, STORY)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert not page.evaluate(WIDER)
    assert page.evaluate(TOO_SMALL) == []
    context.close()


@pytest.mark.parametrize("width", [360, 768])
def test_the_queue_has_room_on_small_screens(chromium, live_server, lists, width):
    size = {"width": width, "height": 900}
    context = chromium.new_context(base_url=live_server.url, viewport=size)
    page = context.new_page()
    bring(page, MESSAGE)
    page.goto("/admin/speeches/intake/")
    below = "([one, two]) => one.bottom <= two.top || two.left >= one.right"
    words = "() => {const r = document.createRange(); r.selectNodeContents(document.querySelector"
    title = page.evaluate(words + "('h1')); return r.getBoundingClientRect().toJSON();}")
    tools = page.evaluate(words + "('.object-tools')); return r.getBoundingClientRect().toJSON();}")
    assert page.evaluate(below, [title, tools])
    assert page.locator("#searchbar").bounding_box()["width"] > 150
    assert not page.evaluate(WIDER)
    context.close()


def test_the_keyboard_alone_accepts_all_that_can_be_accepted(page, lists):
    bring(page, MESSAGE)
    page.locator("[data-proposal] input[type=radio]").first.focus()
    before = page.locator(".proposal.is-open").count()
    assert before > 5
    for _press in range(before + 2):
        page.keyboard.press("Alt+Enter")
        assert page.evaluate("() => !!document.activeElement.closest('#intake-form')")
    left = page.locator(".proposal.is-open", has=page.locator("input[value='yes']"))
    expect(left).to_have_count(0)
    expect(page.locator("#desk-status")).to_contain_text("All are answered")
    page.get_by_role("button", name="File as drafts").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Filed")
    assert Speech.objects.get().delivered is not None


def test_the_keys_lead_to_the_first_proposal_from_anywhere_and_accept_nothing_unseen(page, lists):
    bring(page, MESSAGE)
    # The button is shown by the script: from then on it hears the keys.
    expect(page.get_by_role("button", name="Accept, next")).to_be_visible()
    before = page.locator(".proposal.is-open").count()
    page.keyboard.press("Alt+Enter")
    assert page.evaluate("() => document.activeElement.closest('.proposal.is-open') !== null")
    expect(page.locator("mark.lit").first).to_be_visible()
    expect(page.locator(".proposal.is-open")).to_have_count(before)
    page.keyboard.press("Alt+Enter")
    page.keyboard.press("Alt+Enter")
    assert page.locator(".proposal.is-open").count() < before


def test_a_button_accepts_where_there_is_no_keyboard(page, lists):
    bring(page, MESSAGE)
    page.locator("#s1-mode select").focus()
    page.get_by_role("button", name="Accept, next").click()
    expect(page.locator("input[name='s1-mode-is'][value='yes']")).to_be_checked()
    assert page.evaluate("() => document.activeElement.closest('[data-proposal]') !== null")


def test_a_button_brings_the_page_again_with_the_same_field_in_hand(page, lists):
    bring(page, STORY)
    page.locator("#s2-delivered input[type=text]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Saved")
    expect(page.locator("#s2-delivered input[type=text]")).to_be_focused()
    expect(page.locator("#s2-delivered input[type=text]")).to_be_in_viewport()
    assert page.evaluate("() => document.querySelector('.paper').scrollTop") > 0


@pytest.mark.parametrize("script", [True, False])
def test_a_new_event_is_written_where_it_is_chosen(chromium, live_server, lists, script):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=script)
    page = context.new_page()
    bring(page, PAPER)
    event = page.locator("#s1-event")
    expect(event.get_by_label("City")).to_be_hidden()
    event.get_by_label("A new event of this name").check()
    expect(event.get_by_label("City")).to_have_value("Lima")
    event.get_by_label("Until").fill("9 May 2031")
    page.locator("#s1-speaker").get_by_label("A new speaker of this name").check()
    expect(page.locator("#s1-speaker-sort")).to_have_value("Firefly, Rufus")
    page.locator("#s1-capacity").get_by_label("Shown by this document: a new office").check()
    page.get_by_role("button", name="File as drafts").click()
    expect(page.locator(".messagelist")).to_contain_text("Filed")
    context.close()
    speech = Speech.objects.get()
    assert (speech.event.city, speech.event.end.edtf) == ("Lima", "2031-05-09")
    office = speech.attributions.get().tenure.office
    assert str(office) == "Minister of Planning, Freedonia"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_new_records_and_what_is_not_said_are_accessible_too(
    chromium, live_server, lists, accessibility_faults, theme
):
    tall = {"width": 1280, "height": 6000}  # the row of buttons lies over nothing
    context = chromium.new_context(
        base_url=live_server.url, color_scheme=theme, bypass_csp=True, viewport=tall
    )
    page = context.new_page()
    bring(page, f"EMBARGOED UNTIL 8 May 2031\n\n{PAPER}")
    for field in ("s1-speaker", "s1-capacity", "s1-event"):
        answer(page, field, "new")
    page.locator("textarea[name='s1-tags']").fill("moon fishing")
    page.get_by_role("button", name="File as drafts").click()
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    faults = accessibility_faults(page)
    assert not [fault for fault in faults if not fault.startswith(OF_DJANGO)]
    context.close()
