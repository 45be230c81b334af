"""robots.txt, the sitemaps, /healthz, and pages that have not changed."""

import xml.etree.ElementTree as ET

import pytest
from django.db import DatabaseError, connection

from speeches.models import Speech, Tag
from tests.builders import (
    a_document,
    a_series,
    a_speaker,
    a_speech,
    a_tenure,
    an_event,
    many_speeches,
)

pytestmark = pytest.mark.django_db

NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(client, address):
    response = client.get(address)
    assert response.status_code == 200
    tree = ET.fromstring(response.content)  # noqa: S314 - our own sitemap
    return {
        place.findtext(f"{NAME}loc").removeprefix("http://testserver"): place.findtext(
            f"{NAME}lastmod"
        )
        for place in tree
    }


def everything(client):
    found = {}
    for section in listed(client, "/sitemap.xml"):
        found |= listed(client, section)
    return found


def test_every_public_page_is_in_a_sitemap_with_the_day_of_its_last_change(client):
    speech = a_speech(tenure=a_tenure(), event=an_event(), tags=["trade"])
    author, document = speech.attributions.get(), speech.texts.get().document
    found = everything(client)
    today = speech.modified_at.date().isoformat()
    for record in (
        speech,
        author.speaker,
        author.tenure.office,
        document,
        Tag.objects.get(name="trade"),
    ):
        assert found[record.get_absolute_url()] == today
    assert found[speech.event.get_absolute_url()] == today
    assert {found[page] for page in ("/", "/about/", "/speeches/", "/tags/")} == {today}


def test_an_event_and_its_series_change_with_what_is_said_at_them_or_for_them(client):
    series = a_series()
    at, marked = an_event(series=series), an_event(series=series)
    silent = an_event()
    then = a_speech(event=at, occasion=marked)
    draft = a_speech(event=silent, published=False)
    Speech.objects.filter(pk=then.pk).update(modified_at="2017-09-12T10:00Z")
    found = everything(client)
    for record in (at, marked, series):
        assert found[record.get_absolute_url()] == "2017-09-12"
    assert draft.pk
    assert found[silent.get_absolute_url()] is None


def test_drafts_and_what_only_they_rest_on_are_in_none(client):
    document = a_document()
    draft = a_speech(published=False, tags=["secret"], document=document, speaker=a_speaker("X"))
    found = everything(client)
    for record in (
        draft,
        document,
        draft.attributions.get().speaker,
        Tag.objects.get(name="secret"),
    ):
        assert record.get_absolute_url() not in found


def test_a_sitemap_that_is_none_is_not_found(client):
    assert client.get("/sitemap-nothing.xml").status_code == 404
    assert client.get("/sitemap-speeches.xml?p=99").status_code == 404
    assert client.get("/sitemap-speeches.xml?p=abc").status_code == 404


def test_a_sitemap_takes_few_queries_whatever_it_holds(client, queries_of):
    many_speeches(3)
    few = queries_of("/sitemap-speeches.xml"), queries_of("/sitemap-documents.xml")
    many_speeches(60)
    assert (queries_of("/sitemap-speeches.xml"), queries_of("/sitemap-documents.xml")) == few


def test_robots_learn_where_the_sitemap_is_and_leave_the_admin_alone(client):
    text = client.get("/robots.txt").text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text
    assert "Disallow: /speeches/facets/" in text


def test_all_is_well_when_the_database_answers(client):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert "no-cache" in response["Cache-Control"]


def test_all_is_not_well_when_it_does_not(client, monkeypatch):
    def fail():
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", fail)
    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_page_that_has_not_changed_is_not_sent_again(client, encoding):
    speech = a_speech(tenure=a_tenure(), event=an_event(series=a_series()), tags=["trade"])
    author, document = speech.attributions.get(), speech.texts.get().document
    records = (speech, author.speaker, author.tenure.office, document, speech.event)
    pages = [record.get_absolute_url() for record in (*records, speech.event.series)]
    pages += ["/tags/trade/", "/tags/trade/feed/", f"{document.get_absolute_url()}received/"]
    accepts = {"accept-encoding": encoding}
    for address in {*everything(client), *pages}:
        first = client.get(address, headers=accepts)
        again = client.get(address, headers=accepts | {"if-none-match": first["ETag"]})
        assert (address, again.status_code, again.content) == (address, 304, b"")

    first = client.get(speech.get_absolute_url(), headers=accepts)
    Speech.objects.filter(pk=speech.pk).update(title="Said otherwise")
    changed = client.get(
        speech.get_absolute_url(), headers=accepts | {"if-none-match": first["ETag"]}
    )
    assert changed.status_code == 200


def test_public_pages_set_no_cookie(client):
    speech = a_speech()
    for address in ("/", "/speeches/?q=x", speech.get_absolute_url(), "/about/", "/nothing/"):
        assert not client.get(address).cookies
