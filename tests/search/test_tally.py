"""How many statements have each value: kept by the database for all, counted for a part."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from speeches.models import (
    Attribution,
    Event,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
    Tenure,
)
from speeches.search import tally
from tests.builders import (
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    a_text,
    an_event,
    an_office,
    many_speeches,
)

pytestmark = pytest.mark.django_db


def of_a_part():
    (found,) = tally.of_each([tally.Part(Speech.objects.published())])
    return found


WAYS = {"the archive": tally.of_archive, "a part": of_a_part}
both_ways = pytest.mark.parametrize("count", WAYS.values(), ids=WAYS.keys())


@both_ways
def test_it_is_one_query(count, django_assert_num_queries):
    many_speeches(30)
    with django_assert_num_queries(1):
        found = count()
    assert found.extent.number == 30
    assert sum(found.numbers["kind"].values()) == 30
    assert set(found.numbers) - {"all"} <= set(tally.FACETS)


@both_ways
def test_an_empty_archive_has_nothing_to_count(count):
    found = count()
    assert found.extent == (0, None, False)
    assert found.most_frequent("tag") == []
    assert found.number_of("tag", "1") == 0


def test_nothing_is_asked_when_nothing_is_wanted(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert tally.of_each([]) == []


def test_each_part_is_counted_by_itself():
    a_speech(kind="message", tags=["trade"])
    a_speech(kind="remarks", tags=["aid"])
    public = Speech.objects.published()
    every, messages = tally.of_each([tally.Part(public), tally.Part(public.filter(kind="message"))])
    assert every.numbers["kind"] == {"message": 1, "remarks": 1}
    assert messages.numbers["kind"] == {"message": 1}
    assert len(every.numbers["tag"]) == 2
    assert len(messages.numbers["tag"]) == 1


def test_a_part_can_leave_out_what_has_some_values():
    series = a_series()
    for number, event in enumerate([None, an_event(series=series), an_event(series=a_series())]):
        a_speech(event=event, tags=[f"tag {number}"])
    public = Speech.objects.published()
    (found,) = tally.of_each([tally.Part(public, "series", [str(series.pk)])])
    assert found.extent.number == 2
    assert str(series.pk) not in found.numbers["series"]


@both_ways
def test_years_are_counted_and_the_unknown_is_left_out(count):
    for date in ("2012", "2017", "2012", "unknown"):
        a_speech(delivered=date)
    found = count()
    assert found.numbers["year"] == {"2017": 1, "2012": 2}
    assert found.extent == (4, (2012, 2017), False)


@both_ways
def test_a_statement_at_an_event_that_it_marks_counts_once(count):
    event = an_event("The Day 2012", start="2012", series=a_series("The Day"))
    a_speech(event=event, occasion=event)
    a_speech(occasion=event)
    assert count().numbers["event"] == {str(event.pk): 2}
    assert count().numbers["series"] == {str(event.series_id): 2}


@both_ways
def test_two_texts_of_one_kind_count_once_and_unheld_ones_not(count):
    speech = a_speech(text={"status": "reported"})
    a_text(speech, status="reported", language="fr")
    a_text(speech, "", status="as-delivered")
    assert count().numbers["status"] == {"reported": 1}
    assert count().numbers["language"] == {"en": 1, "fr": 1}


@both_ways
def test_places_have_the_names_that_people_give_them(count):
    a_speech(event=an_event(country="CN", city='Xi"an, \\ the «old» 西安'))
    assert count().numbers["city"] == {'Xi"an, \\ the «old» 西安': 1}
    assert count().numbers["country"] == {"CN": 1}


@both_ways
def test_frameworks_stand_apart_from_other_tags(count):
    tag = a_tag("The Plan")
    a_speech(tags=[tag])
    Tag.objects.filter(pk=tag.pk).update(kind=Tag.Kind.FRAMEWORK)
    assert count().numbers["framework"] == {str(tag.pk): 1}
    assert "tag" not in count().numbers


@both_ways
def test_what_nobody_may_see_is_not_counted(count):
    a_speech(kind="message")
    for hidden in (
        {"published": False},
        {"embargo_until": timezone.now() + timedelta(hours=1)},
        {"published_at": timezone.now() + timedelta(hours=1)},
    ):
        a_speech(kind="article", tags=["secret"], **hidden)
    found = count()
    assert found.numbers["kind"] == {"message": 1}
    assert found.extent.number == 1
    assert "tag" not in found.numbers


@pytest.mark.parametrize("moment", ["published_at", "embargo_until"])
def test_a_statement_counts_from_its_moment_on_though_nothing_is_written_then(moment):
    soon = timezone.now() + timedelta(hours=1)
    a_speech(kind="article")
    a_speech(kind="message", tags=["a", "b"], **{moment: soon})
    assert tally.of_archive().numbers["kind"] == {"article": 1}
    with time_machine.travel(soon, tick=False):
        assert tally.of_archive().numbers["kind"] == {"article": 1, "message": 1}
        assert tally.different_values("tag") == 2


@pytest.fixture
def due():
    """Statements that the clock alone has made public: nothing was written at their moment."""
    for number in range(6):
        soon = timezone.now() + timedelta(hours=1) if number % 2 else None
        a_speech(kind="article", tags=[f"tag {number}"], **({"published_at": soon} if soon else {}))
    past = connection.ops.adapt_datetimefield_value(timezone.now() - timedelta(hours=1))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_facets SET since = %s WHERE NOT is_counted", [past])


@pytest.mark.parametrize("spare", [1, 50])
def test_those_that_became_due_are_counted(due, monkeypatch, spare):
    monkeypatch.setattr(tally, "SPARE", spare)
    assert tally.of_archive().numbers["kind"] == {"article": 6}
    assert len(tally.of_archive(most=100).numbers["tag"]) == 6
    assert tally.different_values("tag") == 6
    assert tally.different_values("kind") == 1


def test_those_that_became_due_are_added_up_with_the_next_change(due):
    a_speech(kind="message")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_facets WHERE NOT is_counted")
        assert cursor.fetchone() == (0,)
    assert tally.of_archive().numbers["kind"] == {"article": 6, "message": 1}


def test_the_most_frequent_values_of_the_archive_come_first():
    tags = [a_tag(f"tag {number}") for number in range(5)]
    for number in range(1, 6):
        a_speech(tags=tags[:number])
    found = tally.of_archive(most=3).most_frequent("tag", 3)
    assert found == [(str(tag.pk), 5 - place) for place, tag in enumerate(tags[:3])]


CHANGES = [
    lambda chance, s: Speech.objects.filter(pk=s.pk).update(
        kind=chance.choice(["message", "article"])
    ),
    lambda chance, s: Speech.objects.filter(pk=s.pk).update(
        state=chance.choice(["draft", "published"])
    ),
    lambda chance, s: Speech.objects.filter(pk=s.pk).update(
        delivered=chance.choice(["2012", "2017-05"])
    ),
    lambda chance, s: Speech.objects.filter(pk=s.pk).update(
        event=chance.choice([None, *Event.objects.all()])
    ),
    lambda chance, s: Speech.objects.filter(pk=s.pk).update(
        occasion=chance.choice([None, *Event.objects.all()])
    ),
    lambda chance, s: Speech.objects.update(embargo_until=None),
    lambda chance, s: TaggedSpeech.objects.filter(content_object=s).delete(),
    lambda chance, s: TaggedSpeech.objects.bulk_create(
        [TaggedSpeech(content_object=s, tag=a_tag()), TaggedSpeech(content_object=s, tag=a_tag())]
    ),
    lambda chance, s: Tag.objects.update(kind=chance.choice(["framework", "topic"])),
    lambda chance, s: Event.objects.update(country=chance.choice(["", "KE", "QA"]), city="Doha"),
    lambda chance, s: Event.objects.update(series=chance.choice([None, a_series()])),
    lambda chance, s: Attribution.objects.filter(speech=s).update(speaker=a_speaker(), tenure=None),
    lambda chance, s: Tenure.objects.update(office=an_office()),
    lambda chance, s: SpeechText.objects.filter(speech=s).update(
        language=chance.choice(["fr", "es"])
    ),
    lambda chance, s: SpeechText.objects.filter(speech=s).delete(),
    lambda chance, s: s.delete(),
    lambda chance, s: rolled_back(s),
]


def rolled_back(speech):
    with transaction.atomic():
        Speech.objects.filter(pk=speech.pk).update(state="draft")
        transaction.set_rollback(True)


@pytest.mark.parametrize("seed", range(5))
def test_after_any_changes_the_counts_are_what_counting_gives(seed):
    chance = random.Random(seed)
    for _ in range(4):
        speaker = a_speaker()
        tenure = a_tenure(speaker, an_office())
        event = an_event(series=a_series(), country="KE")
        a_speech(speaker=speaker, tenure=tenure, event=event, tags=["a", "b"])
    for _ in range(25):
        speeches = [*Speech.objects.all()] or [a_speech()]
        chance.choice(CHANGES)(chance, chance.choice(speeches))
        archive, part = tally.of_archive(most=100), of_a_part()
        assert archive.numbers == part.numbers
        assert archive.extent == part.extent
        for facet in tally.FACETS:
            assert tally.different_values(facet) == len(part.numbers.get(facet, {}))
        assert Counter(part.numbers.get("kind", {})) == Counter(
            Speech.objects.published().values_list("kind", flat=True)
        )
    call_command("search", "check", verbosity=0)


def test_wrong_counts_are_told_and_mended():
    a_speech(kind="message")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE search_count SET number = 7 WHERE token = 'kind message'")
    with pytest.raises(CommandError, match="counts are wrong"):
        call_command("search", "check")
    call_command("search", "rebuild", verbosity=0)
    call_command("search", "check", verbosity=0)
    assert tally.of_archive().numbers["kind"] == {"message": 1}


def test_a_wrong_row_is_told_and_mended():
    speech = a_speech(kind="message")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_facets WHERE speech_id = %s", [speech.pk])
    with pytest.raises(CommandError, match="indexed wrongly"):
        call_command("search", "check")
    call_command("search", "rebuild", verbosity=0)
    call_command("search", "check", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_those_who_publish_at_once_are_all_counted():
    speeches = [a_speech(kind="message", tags=["a", "b"]) for _ in range(8)]

    def change(number):
        chance = random.Random(number)
        try:
            for _ in range(12):
                one, other = chance.sample(speeches[number * 2 : number * 2 + 2], 2)
                with transaction.atomic():
                    Speech.objects.filter(pk=one.pk).update(
                        kind=chance.choice(["message", "remarks"])
                    )
                    Speech.objects.filter(pk=other.pk).update(
                        state=chance.choice(["draft", "published"])
                    )
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        assert [*people.map(change, range(4))] == [None] * 4
    archive, part = tally.of_archive(), of_a_part()
    assert archive.numbers == part.numbers
    call_command("search", "check", verbosity=0)
