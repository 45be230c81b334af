"""
Every address of the public site, with whatever a hostile visitor can put into it: a page comes
or a kind refusal, never a fault; nothing but reading is allowed; every answer is guarded.
"""

import pytest
from django.test import Client

from tests import addresses
from tests.builders import a_speech

pytestmark = pytest.mark.django_db

SEGMENTS = (
    *("%00", "%", "%zz", "%FF", "%ED%A0%80", "%0d%0aSet-Cookie:%20a=b", "%E2%80%AE", "%25", "."),
    *("%D9%A3", "9" * 5_000, "-1", "a" * 100_000, "%3Cscript%3E", "'%20OR%201=1--", "-", "_"),
    *("..%2f..%2fetc%2fpasswd", "%F0%9F%92%A9", "%EF%BF%BE", "%7B%7B7*7%7D%7D", "0000", "99"),
)
VALUES = (
    *("%00", "%zz", "%ED%A0%80", "%0d%0aX:%20a", "%D9%A3", "9" * 4_000, "-1", "%3Cscript%3E"),
    *("%F0%9F%92%A9", "", "+" * 300, "%09%0b%0c", "[..2017]", "1e400", "%C2%A01", "0000"),
)
NAMES = (
    *("tag", "speaker", "office", "series", "event", "year", "from", "to", "kind", "status"),
    *("language", "country", "city", "q", "letter", "with", "document", "page", "p", "", "%00"),
    "find",
)
LONG = "&".join(f"{name}={'x' * 4_000}" for name in NAMES)


@pytest.fixture
def known():
    return addresses.one_of_each()


def test_each_page_is_there_and_heads_are_given_without_a_body(client, known):
    for address in addresses.every(known):
        response = client.get(address)
        assert response.status_code in (200, 302), address
        head = client.head(address)
        assert (head.status_code, head.content) == (response.status_code, b""), address


def test_nonsense_in_the_place_of_anything_is_answered(client, known):
    for name in known:
        for address in addresses.every_with(name, known | {name: SEGMENTS}):
            assert client.get(address).status_code in (200, 301, 302, 400, 404), address[:200]


@pytest.mark.parametrize("hostile", VALUES, ids=lambda hostile: hostile[:20])
def test_nonsense_in_any_query_is_answered(client, known, hostile):
    query = "&".join(f"{name}={hostile}" for name in (*NAMES, "kind", "page"))
    for address in addresses.every(known):
        expected = (200, 302, 404) if "sitemap" in address else (200, 302)
        assert client.get(address, QUERY_STRING=query).status_code in expected, address


def test_a_hundred_kilobytes_of_query_are_answered(client, known):
    for address in addresses.every(known):
        for query in (LONG, "q=" + "%" * 100_000, "tag=a&" * 900):
            expected = (200, 302, 404) if "sitemap" in address else (200, 302)
            assert client.get(address, QUERY_STRING=query).status_code in expected, address
        assert client.get(address, QUERY_STRING="&" * 100_000).status_code in (200, 302, 400)


def test_past_addresses_lead_on_or_refuse_whatever_is_asked_with_them(client, known):
    speech = a_speech(slug="once")
    speech.slug = "now"
    speech.save()
    response = client.get("/speeches/once/", QUERY_STRING="a=b%0d%0aX:y\xff")
    assert (response.status_code, response["Location"][:15]) == (301, "/speeches/now/?")
    assert "\n" not in response["Location"]
    assert client.get("/speeches/once/", QUERY_STRING="q" * 100_000).status_code in (301, 400)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_reader_only_reads(known, method):
    client = Client(enforce_csrf_checks=True)
    for address in addresses.every(known):
        response = getattr(client, method)(address)
        assert response.status_code == 405, address
        assert response["Allow"] == "GET, HEAD"


def test_every_answer_is_guarded_and_leaves_no_cookie(client, known):
    for address in [*addresses.every(known), "/nothing/", "/speeches/nothing/"]:
        response = client.get(address)
        policy = response["Content-Security-Policy"]
        assert "default-src 'self'" in policy, address
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert response["X-Frame-Options"] == "DENY"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert not response.cookies, address
