"""Queries whose SQL is written once."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from speeches.models import Attribution, Speech
from speeches.models.prepared import Prepared, bring
from tests.builders import a_speaker, a_speech, a_tag

pytestmark = pytest.mark.django_db


def test_it_gives_what_the_queryset_gives_for_each_value():
    speeches = [a_speech(tags=["aid"]), a_speech()]
    by_slug = Prepared(lambda slug: Speech.objects.filter(slug=slug))
    for speech in speeches:
        assert by_slug(speech.slug) == [speech]
        assert by_slug(speech.slug)[0].delivered == speech.delivered
    assert by_slug("nowhere") == []


def test_it_asks_anew_each_time(django_assert_num_queries):
    speech = a_speech(title="Before")
    by_key = Prepared(lambda key: Speech.objects.filter(pk=key))
    assert by_key(speech.pk)[0].title == "Before"
    Speech.objects.filter(pk=speech.pk).update(title="After")
    with django_assert_num_queries(2):
        assert [by_key(speech.pk)[0].title for _ in range(2)] == ["After"] * 2


def test_what_is_joined_comes_along(django_assert_num_queries):
    speech = a_speech(speaker=a_speaker("Amina Mohammed"))
    people = Prepared(lambda key: Attribution.objects.filter(speech=key).select_related("speaker"))
    people(speech.pk)
    with django_assert_num_queries(1):
        assert [row.speaker.name for row in people(speech.pk)] == ["Amina Mohammed"]


def test_several_values_moments_and_none_among_them():
    old, new = a_speech(title="Old"), a_speech(title="New")
    moment = timezone.now()
    Speech.objects.filter(pk=old.pk).update(published_at=moment - timedelta(days=2))
    Speech.objects.filter(pk=new.pk).update(published_at=moment)
    public = Prepared(lambda now, but: Speech.objects.published(now).exclude(pk=but).order_by())
    assert public(moment, old.pk) == [new]
    assert public(moment - timedelta(days=1), new.pk) == [old]
    assert public(moment, None) == []
    at = Prepared(lambda event: Speech.objects.filter(event=event))
    assert at(None) == []


def test_rows_of_values_and_unions():
    first, second = a_speech(title="First"), a_speech(title="Second")
    of = lambda key: Speech.objects.filter(pk=key).order_by().values_list("title", flat=True)  # noqa: E731
    titles = Prepared(lambda one, other: of(one).union(of(other), all=True))
    assert titles(first.pk, second.pk) == ["First", "Second"]
    assert titles(second.pk, first.pk) == ["Second", "First"]


def test_its_sql_is_written_once(monkeypatch):
    speech, times = a_speech(), []

    def make(key):
        times.append(key)
        return Speech.objects.filter(pk=key)

    by_key = Prepared(make)
    assert all(by_key(speech.pk) == [speech] for _ in range(3))
    assert len(times) == 1


def test_rows_may_be_narrowed_no_further_than_the_query_was():
    speech, other = a_speech(), a_speech()
    by_key = Prepared(lambda key: Speech.objects.filter(pk=key))
    assert by_key(speech.pk) == [speech]
    assert [*Speech.objects.order_by("pk")] == [speech, other]


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_by_its_own_connection():
    speech, found = a_speech(), []
    by_key = Prepared(lambda key: Speech.objects.filter(pk=key))
    here = by_key(speech.pk)

    def ask():
        try:
            with connection.execute_wrapper(
                lambda execute, *rest: found.append("asked") or execute(*rest)
            ):
                found.extend(by_key(speech.pk))
        finally:
            connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert found == ["asked", *here]


def test_rows_brought_are_those_of_the_relation(django_assert_num_queries):
    speech = a_speech(tags=[a_tag("aid")])
    rows = [*speech.attributions.all()]
    fresh = Speech.objects.get(pk=speech.pk)
    with django_assert_num_queries(0):
        bring(fresh, "attributions", rows)
        assert [*fresh.attributions.all()] == rows
        assert fresh.author == rows[0]
    assert fresh.attributions.filter(role="delivered_by").count() == 0
