"""Every public page: no fault that axe or the Nu checker finds, nothing wider than the screen."""

import pytest
from django.urls import get_resolver

from speeches.models import Speech
from tests import builders

PAGES = {
    "home": "/",
    "about": "/about/",
    "speeches.list": "/speeches/",
    "speeches.list, filtered": "/speeches/?tag=south-south-cooperation&year=2017",
    "speeches.list, several values": "/speeches/?kind=message&kind=remarks&year=2012..2017",
    "speeches.list, nothing found": "/speeches/?q=nobody+said+this",
    "speeches.list, found by words": "/speeches/?q=ssc+-aid",
    "speeches.list, nonsense": "/speeches/?page=abc&year=9999999999&tag=unknown",
    "facets.detail": "/speeches/facets/speaker/?speaker=ban-ki-moon",
    "speeches.years": "/speeches/years/",
    "speeches.year": "/speeches/2017/",
    "speeches.month": "/speeches/2017/09/",
    "speeches.day": "/speeches/2017/09/12/",
    "speeches.detail": "{message}",
    "speeches.detail, reported": "{story}",
    "tags.list": "/tags/",
    "tags.detail": "/tags/south-south-cooperation/",
    "tags.detail, without a statement": "/tags/{unused_tag}/",
    "speakers.list": "/speakers/",
    "speakers.detail": "/speakers/ban-ki-moon/",
    "speakers.detail, without a statement": "/speakers/kofi-annan/",
    "offices.detail": "/offices/{office}/",
    "events.list": "/events/",
    "events.detail": "/events/{event}/",
    "series.detail": "/series/united-nations-day-for-south-south-cooperation/",
    "places.list": "/places/",
    "documents.list": "/documents/",
    "documents.detail": "/documents/{document}/",
    "missing": "/speeches/nothing-of-this-name/",
}
NOT_PAGES = {
    "speeches.feed",
    "speeches.suggestions",
    "tags.feed",
    "speakers.feed",
    "offices.feed",
    "series.feed",
    "documents.received",
    "id.speech",
    "id.passage",
    "symbols",
    "sitemap",
    "robots",
    "healthz",
}


@pytest.fixture
def addresses(archive):
    story = Speech.objects.get(attributions__speaker__slug="amina-mohammed")
    builders.a_note(story, "importance")
    builders.a_note(story, "urged", note="In the press release: “called for”.")
    builders.a_note(story, note="Printed twice in the source.", pid="p2")
    return {name: path.format(**archive) for name, path in PAGES.items()}


def test_no_public_page_is_forgotten():
    names = {
        name
        for name in get_resolver("speeches.urls").reverse_dict
        if isinstance(name, str) and not name.startswith("sitemap")
    }
    assert names - NOT_PAGES == {name.split(",")[0] for name in PAGES} - {"missing"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_fault(chromium, live_server, addresses, accessibility_faults, theme):
    context = chromium.new_context(
        base_url=live_server.url, color_scheme=theme, reduced_motion="reduce"
    )
    # The policy against foreign scripts would keep axe out as well.
    page = context.new_page()
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        if faults := accessibility_faults(page):
            found[name] = faults
    context.close()
    assert found == {}


def test_the_nu_checker_finds_no_error(client, addresses, html_faults):
    pages = {
        name.replace(".", "-").replace(", ", "-").replace(" ", "-"): client.get(
            address, follow=True
        ).content.decode()
        for name, address in addresses.items()
    }
    assert html_faults(pages) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(chromium, live_server, addresses, width):
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    too_wide = {}
    for name, address in addresses.items():
        page.goto(address)
        over = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        if over > 0:
            too_wide[name] = over
    context.close()
    assert too_wide == {}


def test_nothing_is_asked_of_anybody_else(chromium, live_server, addresses):
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    foreign = set()
    page.on(
        "request",
        lambda request: (
            foreign.add(request.url) if not request.url.startswith(live_server.url) else None
        ),
    )
    for address in addresses.values():
        page.goto(address)
    context.close()
    assert foreign == set()


def test_a_first_visit_is_light(chromium, live_server, addresses):
    """HTML under 40 kB, styles under 40 kB, fonts under 200 kB, script under 20 kB."""
    limits = {
        "document": 40_000,
        "stylesheet": 40_000,
        "font": 200_000,
        "script": 20_000,
    }
    heavy = {}
    for name, address in addresses.items():
        context = chromium.new_context(base_url=live_server.url)
        page = context.new_page()
        weight = dict.fromkeys(limits, 0)

        def weigh(response, weight=weight):
            kind = response.request.resource_type
            if kind in weight and response.ok:
                weight[kind] += len(response.body())

        page.on("response", weigh)
        page.goto(address, wait_until="networkidle")
        over = {kind: size for kind, size in weight.items() if size > limits[kind]}
        if over:
            heavy[name] = over
        context.close()
    assert heavy == {}
