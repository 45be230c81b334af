"""Feeds: what has lately been added to a list, a tag, a speaker, an office, a series."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.utils import timezone

from speeches.models import Speech
from tests.builders import (
    a_document,
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    an_event,
    an_office,
    many_speeches,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)  # noqa: S314 - our own feed


def titles(client, address):
    return [entry.findtext(f"{ATOM}title") for entry in feed(client, address).iter(f"{ATOM}entry")]


def test_what_was_published_last_comes_first_whatever_day_it_is_of(client):
    a_speech("Of 2017, long here", delivered="2017")
    lately = a_speech("Of 1998, new here", delivered="1998")
    Speech.objects.filter(pk=lately.pk).update(published_at=timezone.now() - timedelta(minutes=1))
    assert titles(client, "/speeches/feed/") == ["Of 1998, new here", "Of 2017, long here"]


def test_the_feed_of_a_list_has_its_filters(client):
    a_speech("On trade", tags=["trade"])
    a_speech("On aid", tags=["aid"])
    assert titles(client, "/speeches/feed/?tag=trade") == ["On trade"]
    assert "trade" in feed(client, "/speeches/feed/?tag=trade").findtext(f"{ATOM}title")


def test_a_tag_a_speaker_an_office_and_a_series_have_theirs(client):
    tenure = a_tenure(a_speaker("Amina Mohammed"), an_office("Deputy Secretary-General"))
    series, tag = a_series("The Day"), a_tag("trade")
    a_speech("The one", tenure=tenure, tags=[tag], event=an_event(series=series))
    a_speech("Another")
    for record in (tag, tenure.speaker, tenure.office, series):
        assert titles(client, f"{record.get_absolute_url()}feed/") == ["The one"]


def test_drafts_and_embargoed_statements_are_in_none(client):
    tag = a_tag("trade")
    a_speech(tags=[tag], published=False)
    a_speech(tags=[tag], embargo_until="2099-01-01T00:00Z")
    for address in ("/speeches/feed/", "/tags/trade/feed/"):
        assert titles(client, address) == []


def test_an_entry_has_a_permanent_id_its_author_and_never_the_whole_text(client):
    speech = a_speech(
        "Long",
        speaker=a_speaker("Ban Ki-moon"),
        body="\n\n".join(f"Paragraph {n}." for n in range(90)),
        document=a_document(full=False),
    )
    (entry,) = feed(client, "/speeches/feed/").iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"http://testserver/id/{speech.pid}"
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{speech.get_absolute_url()}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ban Ki-moon"
    assert "Paragraph 0." in entry.findtext(f"{ATOM}summary")
    assert "Paragraph 80." not in entry.findtext(f"{ATOM}summary")


def test_an_earlier_slug_leads_to_the_feed(client):
    tag = a_tag("ODA")
    tag.slug = "aid"
    tag.save()
    response = client.get("/tags/oda/feed/")
    assert (response.status_code, response["Location"]) == (301, "/tags/aid/feed/")


def test_an_unknown_record_has_no_feed(client):
    for noun in ("tags", "speakers", "offices", "series"):
        assert client.get(f"/{noun}/nothing/feed/").status_code == 404


def test_control_characters_in_a_title_do_not_break_it(client):
    a_speech("A bell\x07 rings", tags=["a\x0btag"])
    assert titles(client, "/speeches/feed/") == ["A bell  rings"]


def test_readers_of_feeds_are_told_that_nothing_has_changed(client):
    a_speech()
    first = client.get("/speeches/feed/")
    again = client.get("/speeches/feed/", headers={"if-modified-since": first["Last-Modified"]})
    assert again.status_code == 304


def test_a_feed_takes_few_queries_whatever_it_holds(client, queries_of):
    many_speeches(3)
    few = queries_of("/speeches/feed/")
    many_speeches(100)
    assert queries_of("/speeches/feed/") == few <= 6
