"""A search that takes too long is cut off, with a page that says what to do."""

import time
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL
from django.test import override_settings

from speeches import search
from speeches.models import IntakeVisit
from speeches.search import index, time_limit
from speeches.views import patience
from tests.admin.desk import page, somebody
from tests.admin.intake_desk import bring
from tests.builders import a_speech

pytestmark = pytest.mark.django_db

FOR_EVER = (
    "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number"
    " WHERE n < 2000000000) SELECT n FROM number WHERE n < 0"
)


@pytest.fixture
def endless(monkeypatch):
    """Every search counts to two thousand millions."""
    a_speech("Rain")
    engine = index.engine()
    monkeypatch.setattr(engine, "hits", lambda *args, **how: RawSQL(FOR_EVER, []))  # noqa: S611
    with override_settings(SSCOOP_SEARCH_SECONDS=0.2):
        yield


def still_works():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM speeches_speech")
        return cursor.fetchone() == (1,)


@pytest.mark.parametrize(
    "address",
    ["/speeches/?q=rain", "/speeches/?q=rain&sort=newest", "/speeches/feed/?q=rain"],
)
def test_a_search_that_takes_too_long_is_answered_in_words(client, endless, address):
    started = time.monotonic()
    response = client.get(address)
    assert time.monotonic() - started < 5
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    shown = response.content.decode()
    assert "This search takes too long" in shown
    assert 'value="rain"' in shown
    for word in ("SELECT", "interrupted", "timeout", "Error"):
        assert word not in shown
    assert still_works()
    assert client.get("/speeches/").status_code == 200


def test_so_is_one_of_the_admin(client, endless):
    client.force_login(somebody("editor"))
    for address in ("/admin/speeches/speech/?q=rain", "/admin/speeches/speech/?q=rain&o=1"):
        response = client.get(address)
        assert (response.status_code, response["Retry-After"]) == (503, "30")
        shown = response.content.decode()
        assert "This search takes too long" in shown
        assert 'value="rain"' in shown
    assert client.get("/admin/speeches/speech/").status_code == 200


def test_so_are_suggestions(client, monkeypatch):
    def slow(*args):
        with connection.cursor() as cursor:
            cursor.execute(FOR_EVER)
            return cursor.fetchall()

    monkeypatch.setattr(search.suggestions, "_found", slow)
    with override_settings(SSCOOP_SEARCH_SECONDS=0.2):
        assert client.get("/speeches/suggestions/?q=rain").status_code == 503


def test_its_page_is_made_without_a_limit(client, endless, monkeypatch):
    made = patience.render

    def slowly(*args, **how):
        assert counted_to(1_500_000) == []  # which takes longer than the limit
        return made(*args, **how)

    monkeypatch.setattr(patience, "render", slowly)
    response = client.get("/speeches/?q=rain")
    assert response.status_code == 503
    assert "This search takes too long" in response.content.decode()


def test_what_has_begun_to_write_is_not_cut_off(client):
    speech = a_speech("Rain")
    slow = FOR_EVER.replace("2000000000", "1500000")
    with override_settings(SSCOOP_SEARCH_SECONDS=0.2), search.within_time():
        assert still_works()
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM speeches_speech WHERE id IN ({slow})")  # noqa: S608
        assert counted_to(1_500_000) == []
    speech.refresh_from_db()


def test_the_visit_of_a_desk_is_written_whatever_the_time(client, monkeypatch):
    client.force_login(somebody("editor"))
    intake = bring(client, "12 September 2017\n\nAda Brook\n\nRain.")
    IntakeVisit.objects.all().delete()
    clock = SimpleNamespace(now=0)
    monkeypatch.setattr(time_limit, "time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr(time_limit, "STEPS", 1)

    def late(execute, sql, values, many, context):
        if sql.startswith("INSERT"):
            clock.now += 1000
        return execute(sql, values, many, context)

    with connection.execute_wrapper(late):
        response = client.get(page("intake_change", intake.pk), {"statement": "1"})
    assert clock.now > 0
    assert response.status_code == 200
    assert IntakeVisit.objects.get().intake == intake


def test_the_limit_goes_with_the_request(client, endless):
    assert client.get("/speeches/?q=rain").status_code == 503
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("0",)
    assert counted_to(1_500_000) == []  # which takes longer than the limit


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_in_no_transaction_goes_on(client, endless):
    assert client.get("/speeches/?q=rain").status_code == 503
    assert still_works()
    a_speech("Another")


def test_quick_queries_are_left_alone_and_faults_stay_faults(client):
    a_speech("Rain")
    with override_settings(SSCOOP_SEARCH_SECONDS=20), search.within_time():
        assert still_works()
    assert client.get("/speeches/?q=rain").status_code == 200
    assert not search.is_cut_off(ValueError())


def counted_to(number):
    with connection.cursor() as cursor:
        cursor.execute(FOR_EVER.replace("2000000000", str(number)))
        return cursor.fetchall()


def test_nought_is_no_limit():
    with override_settings(SSCOOP_SEARCH_SECONDS=0), search.within_time():
        assert counted_to(300_000) == []


@pytest.mark.django_db(transaction=True)
def test_it_says_that_too_much_was_asked(endless):
    def ask():
        with search.within_time():
            counted_to(2_000_000_000)

    with pytest.raises(time_limit.TooSlow):
        ask()
    assert still_works()
