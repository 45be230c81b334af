"""What went wrong is said plainly, with a search and what stands near."""

import pytest

from tests.builders import a_speech, a_tag
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/nothing/", "/speeches/nothing/", "/tags/nothing/", "/speeches/1800/", "/id/x"]
)
def test_a_page_that_is_not_there_helps_on(client, address):
    page = read(client, address, 404)
    assert page.h1 == "Nothing at this address"
    assert page.tree.xpath("//main//form[@role='search']")
    assert {"/speeches/", "/tags/", "/speakers/"} <= set(page.links())


def test_pages_with_an_address_like_it_are_named_but_never_drafts(client):
    a_speech("Message for the Day 2012")
    a_speech("Message for the Day 2013", published=False)
    a_tag("message for all")
    page = read(client, "/speeches/message-for-teh-day/", 404)
    near = page.all("//section[h2='Did you mean']//li")
    assert near == ["Message for the Day 2012", "message for all"]


@pytest.mark.parametrize("address", ["/speeches/%00/", "/tags/%FF/", "/%E2%80%AE/", "/a" * 2000])
def test_nonsense_for_an_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_error_of_ours_says_so_without_the_database(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("speeches.views.home.render", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert "<h1" in response.text
