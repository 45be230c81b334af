"""Validators, kept counts and kept pages: nothing is made twice, and nothing old is shown."""

import datetime

import pytest
import time_machine
from django.core.cache import cache, caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from speeches.models import Attribution, Passage, Speaker, Speech, Tag
from tests import addresses
from tests.builders import (
    a_speaker,
    a_speech,
    many_speeches,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


UNTAGGED = ("/healthz",)
"""What has its own rule for caches: to be made each time."""


@pytest.fixture
def known():
    return addresses.one_of_each()


@pytest.fixture
def keeping(settings):
    """Counts and pages are kept, as in use."""
    settings.SSCOOP_KEEP_COUNTS = settings.SSCOOP_KEEP_PAGES = True
    for each in caches.settings:
        caches[each].clear()
    yield
    for each in caches.settings:
        caches[each].clear()


def again(client, address, tag):
    return client.get(address, headers={"if-none-match": tag})


# -- validators


def test_every_public_page_answers_its_own_tag_with_one_query(client, known):
    shown = [a for a in addresses.every(known) if client.get(a).status_code == 200]
    assert len(shown) > 25
    for address in shown:
        if address in UNTAGGED:
            continue
        first = client.get(address)
        assert first["ETag"].startswith('W/"'), address
        assert first["Cache-Control"] == "public, no-cache", address
        with CaptureQueriesContext(connection) as queries:
            second = again(client, address, first["ETag"])
        assert (second.status_code, second.content) == (304, b""), address
        assert second["ETag"] == first["ETag"]
        assert second["Cache-Control"] == "public, no-cache"
        assert len(queries) == 1, address


def publish(speech):
    Speech.objects.filter(pk=speech.pk).update(state="published", published_at=timezone.now())


def raw(speech):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE speeches_speech SET summary = 'Otherwise.' WHERE id = %s", [speech])


def merge(speaker):
    Attribution.objects.filter(speaker=speaker).update(speaker=a_speaker("Another"), tenure=None)
    speaker.tenures.all().delete()
    speaker.delete()


CHANGES = {
    "publish": lambda s: publish(a_speech("New", published=False, tags=["new"])),
    "withdraw": lambda s: Speech.objects.filter(title="Second").update(state="draft"),
    "edit a passage": lambda s: Passage.objects.filter(speech=s).update(body="Otherwise."),
    "rename a tag": lambda s: Tag.objects.filter(slug="same").update(name="Otherwise"),
    "merge speakers": lambda s: merge(s.author.speaker),
    "raw SQL": lambda s: raw(s.pk),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_every_page_is_made_anew(client, known, keeping, change):
    a_speech("Second")
    speech = Speech.objects.get(slug="same")
    shown = [a for a in addresses.every(known) if client.get(a).status_code == 200]
    tags = {a: client.get(a)["ETag"] for a in shown if a not in UNTAGGED}
    CHANGES[change](speech)
    for address, tag in tags.items():
        response = again(client, address, tag)
        # The page of a speaker who was merged away is gone.
        assert response.status_code == 200 or change == "merge speakers", address
        assert response.status_code != 304, address


def test_what_is_withdrawn_is_gone_at_once(client, keeping):
    speech = a_speech("Once public")
    address = speech.get_absolute_url()
    tag = read(client, address).response["ETag"]
    assert "Once public" in read(client, "/speeches/").main
    Speech.objects.filter(pk=speech.pk).update(state="draft")
    assert again(client, address, tag).status_code == 404
    assert "Once public" not in read(client, "/speeches/").main


def test_a_moment_that_comes_makes_pages_anew(client, keeping):
    moment = timezone.now() + datetime.timedelta(minutes=30)
    a_speech("Public", tags=["trade"])
    a_speech("To come", published_at=moment, tags=["trade"])
    tags = {a: read(client, a).response["ETag"] for a in ("/", "/speeches/", "/tags/")}
    assert again(client, "/speeches/", tags["/speeches/"]).status_code == 304
    with time_machine.travel(moment + datetime.timedelta(seconds=1), tick=False):
        for address, tag in tags.items():
            assert again(client, address, tag).status_code == 200
        assert "To come" in read(client, "/speeches/").main
        assert "2 statements found" in read(client, "/speeches/?tag=trade").main


def test_another_day_makes_pages_anew(client):
    a_speech()
    tag = read(client, "/").response["ETag"]
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
        assert again(client, "/", tag).status_code == 200


def test_each_address_has_a_tag_of_its_own(client):
    a_speech(tags=["trade"])
    where = ("/speeches/", "/speeches/?tag=trade", "/speeches/?page=1", "/tags/", "/tags/trade/")
    assert len({client.get(address)["ETag"] for address in where}) == len(where)
    secure = client.get("/tags/", secure=True)["ETag"]
    assert secure != client.get("/tags/")["ETag"]


def test_a_tag_made_up_matches_nothing_and_a_star_no_page_that_is_not_there(client):
    a_speech()
    for tag in ('"*"', 'W/"0"', "nonsense", '"', ",,,"):
        assert again(client, "/speeches/", tag).status_code == 200
    assert again(client, "/speeches/nothing/", "*").status_code == 404


def test_one_who_is_signed_in_gets_no_tag_and_nothing_that_was_kept(staff_client, client, keeping):
    draft = a_speech("A draft", published=False)
    a_speech("Public")
    for address in ("/", "/speeches/", draft.get_absolute_url()):
        response = staff_client.get(address)
        assert response["Cache-Control"] == "private, no-store", address
        assert "ETag" not in response, address


def test_a_draft_has_no_tag_and_is_kept_nowhere(client, staff_client, keeping):
    draft = a_speech("A draft", published=False)
    staff_client.get(draft.get_absolute_url())
    stranger = type(client)()
    response = stranger.get(draft.get_absolute_url())
    assert response.status_code == 404
    assert "Cache-Control" not in response
    assert again(stranger, draft.get_absolute_url(), response["ETag"]).status_code == 404


# -- kept pages and counts


def test_a_first_page_is_made_once(client, keeping, django_assert_num_queries):
    many_speeches(30)
    for address in ("/", "/speeches/", "/speeches/?year=2001", "/tags/", "/speakers/", "/places/"):
        first = client.get(address)
        with django_assert_num_queries(1):
            second = client.get(address)
        assert second.content == first.content
        assert second["ETag"] == first["ETag"]
        assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_counts_are_made_once_whatever_page_is_asked_for(client, settings, keeping):
    many_speeches(60)
    settings.SSCOOP_KEEP_PAGES = False
    client.get("/speeches/?kind=remarks")
    with CaptureQueriesContext(connection) as queries:
        client.get("/speeches/?kind=remarks&page=2")
    assert not [query for query in queries if "UNION ALL" in query["sql"]]
    a_speech(kind="remarks", delivered="2019")
    assert read(client, "/speeches/?kind=remarks").h1.startswith("61 statements")


def test_nothing_is_kept_where_the_settings_say_so(client, settings):
    settings.SSCOOP_KEEP_COUNTS = settings.SSCOOP_KEEP_PAGES = False
    a_speech()
    client.get("/speeches/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/speeches/")
    assert len(queries) > 3


def test_two_processes_with_caches_of_their_own_agree(client, settings, keeping):
    a_speech("First")
    here, there = (
        {
            alias: {
                "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                "LOCATION": f"{name} {alias}",
            }
            for alias in ("default", "pages")
        }
        for name in ("here", "there")
    )
    for each in (here, there):
        settings.CACHES = each
        assert "1 statement found" in read(client, "/speeches/").main
    settings.CACHES = here
    a_speech("Second")
    for each in (there, here):
        settings.CACHES = each
        assert "2 statements found" in read(client, "/speeches/").main


def test_what_is_kept_is_bounded(client, keeping):
    a_speech()
    for number in range(300):
        client.get(f"/about/?n={number}")
    assert 0 < len(caches["pages"]._cache) <= 200
    long = f"/about/?n={'x' * 200}"
    first = client.get(long)
    assert first["ETag"] not in caches["pages"]


def test_pages_that_anybody_makes_up_drive_out_no_counts(client, keeping):
    a_speech()
    client.get("/speeches/")
    client.get("/about/")
    counts = len(cache._cache)
    assert counts
    for number in range(300):
        client.get(f"/about/?n={number}")
    assert len(cache._cache) == counts


def test_a_speaker_renamed_between_two_visits_is_called_so_everywhere(client, keeping):
    ada = a_speaker("Ada")
    for kind in ("message", "remarks"):
        a_speech(speaker=ada, kind=kind)
    a_speech()
    assert "Ada" in read(client, "/speeches/").main
    Speaker.objects.filter(pk=ada.pk).update(name="Lovelace")
    page = read(client, "/speeches/")
    assert "Ada" not in page.main
    assert "Lovelace" in page.main
