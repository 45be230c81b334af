"""The index follows every change by itself, whoever makes it, in the transaction of the change."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from speeches import search
from speeches.models import (
    Attribution,
    Document,
    Event,
    EventName,
    EventSeries,
    Office,
    Passage,
    Rights,
    SeriesName,
    Speaker,
    SpeakerName,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
)
from speeches.search.index.watched import WATCHED
from tests.builders import a_series, a_speaker, a_speech, a_tag, a_tenure, an_event, an_office

pytestmark = pytest.mark.django_db


def finds(text):
    expression = search.prepared(search.parse(text))
    return search.found(Speech.objects.published(), expression).count()


@pytest.fixture
def speech():
    speaker = a_speaker("Ada Osei")
    tenure = a_tenure(speaker, an_office("Minister"))
    event = an_event("Forum", start="2015", series=a_series("Forums"))
    return a_speech("A speech", speaker=speaker, tenure=tenure, event=event, body="Rain.")


CHANGES = {
    "a title": ("walnut", lambda s: Speech.objects.filter(pk=s.pk).update(title="Walnut")),
    "a summary": ("walnut", lambda s: Speech.objects.filter(pk=s.pk).update(summary="Walnut")),
    "a kind": ("kind:article", lambda s: Speech.objects.filter(pk=s.pk).update(kind="article")),
    "words": ("walnut", lambda s: Passage.objects.filter(speech=s).update(body="Walnut.")),
    "a voice": (
        "-said:rain",
        lambda s: Passage.objects.filter(speech=s).update(voice="narration"),
    ),
    "a language": (
        "language:fr",
        lambda s: SpeechText.objects.filter(speech=s).update(language="fr"),
    ),
    "an event": (
        "event:walnut",
        lambda s: Speech.objects.filter(pk=s.pk).update(event=an_event("Walnut")),
    ),
    "an occasion": (
        "event:walnut",
        lambda s: Speech.objects.filter(pk=s.pk).update(occasion=an_event("Walnut")),
    ),
    "the name of an event": ("walnut", lambda s: Event.objects.update(name="Walnut")),
    "the country of an event": ("country:ke", lambda s: Event.objects.update(country="KE")),
    "another name of an event": (
        "walnut",
        lambda s: EventName.objects.create(event=s.event, name="Walnut"),
    ),
    "the name of a series": ("walnut", lambda s: EventSeries.objects.update(name="Walnut")),
    "another name of a series": (
        "walnut",
        lambda s: SeriesName.objects.create(series=s.event.series, name="Walnut"),
    ),
    "the name of a speaker": ("walnut", lambda s: Speaker.objects.update(name="Walnut")),
    "another name of a speaker": (
        "walnut",
        lambda s: SpeakerName.objects.create(speaker=Speaker.objects.get(), name="Walnut"),
    ),
    "the title of an office": ("walnut", lambda s: Office.objects.update(title="Walnut")),
    "another author": (
        "walnut",
        lambda s: Attribution.objects.update(speaker=a_speaker("Walnut"), tenure=None),
    ),
    "no capacity": ("-office:minister", lambda s: Attribution.objects.update(tenure=None)),
    "a tag": (
        "tag:walnut",
        lambda s: TaggedSpeech.objects.bulk_create(
            [TaggedSpeech(content_object=s, tag=a_tag("Walnut"))]
        ),
    ),
    "the rights of a document": (
        "-said:rain",
        lambda s: Document.objects.update(
            rights=Rights.objects.create(name="None", slug="none", statement="None.")
        ),
    ),
    "what rights allow": ("-said:rain", lambda s: Rights.objects.update(allows_full_text=False)),
    "removed passages": ("-said:rain", lambda s: Passage.objects.filter(speech=s).delete()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_found_at_once(speech, change):
    typed, make = CHANGES[change]
    assert finds(typed) == 0
    make(speech)
    assert finds(typed) == 1
    call_command("search", "check", verbosity=0)


def test_a_raw_change_is_found_too(speech):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE speeches_passage SET body = 'Walnut.'")
    assert finds("walnut") == 1
    assert finds("rain") == 0


def saved_again(rows):
    for row in rows:
        row.save()


UNCHANGED = {
    "all columns of all tables": lambda s: [
        touch(watched)
        for watched in WATCHED
        if watched.table != "speeches_rewriting"  # its rows come and go, and never change
    ],
    "rights": lambda s: saved_again(Rights.objects.all()),
    "a document": lambda s: saved_again(Document.objects.all()),
    "a speaker": lambda s: saved_again(Speaker.objects.all()),
    "an event": lambda s: saved_again(Event.objects.all()),
    "a series": lambda s: saved_again(EventSeries.objects.all()),
    "an office": lambda s: saved_again(Office.objects.all()),
}


def touch(watched):
    same = ", ".join(f"{column} = {column}" for column in watched.columns)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {watched.table} SET {same}")  # noqa: S608 - names of ours
        assert cursor.rowcount, watched.table


@pytest.mark.parametrize("how", UNCHANGED)
def test_what_is_saved_without_a_change_moves_no_entry(speech, how):
    SpeakerName.objects.create(speaker=Speaker.objects.get(), name="Ada O.")
    EventName.objects.create(event=speech.event, name="Foro")
    SeriesName.objects.create(series=speech.event.series, name="Foros")
    speech.tags.add(a_tag("Aid"))
    spoil()
    UNCHANGED[how](speech)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_entry")
        assert cursor.fetchone() == (0,)


def test_what_is_rolled_back_is_not_found(speech):
    with transaction.atomic():
        Passage.objects.filter(speech=speech).update(body="Walnut.")
        assert finds("walnut") == 1
        transaction.set_rollback(True)
    assert (finds("walnut"), finds("rain")) == (0, 1)


def test_another_date_keeps_the_words(speech):
    Speech.objects.filter(pk=speech.pk).update(delivered="3 May 1999")
    assert finds("rain year:1999") == 1
    assert finds("year:2017") == 0


def test_a_removed_statement_is_forgotten(speech):
    speech.delete()
    assert finds("rain") == 0
    call_command("search", "check", verbosity=0)


def test_a_draft_is_found_when_it_is_published():
    speech = a_speech("Hidden walnut", published=False)
    assert finds("walnut") == 0
    Speech.objects.filter(pk=speech.pk).update(state="published", published_at=speech.created_at)
    assert finds("walnut") == 1


# -- the command


def spoil():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_entry")


def test_check_names_what_is_wrong_and_rebuild_mends_it(speech, capsys):
    spoil()
    with pytest.raises(CommandError, match="1 of 1 statements are indexed wrongly"):
        call_command("search", "check")
    call_command("search", "rebuild")
    assert "1 of 1" in capsys.readouterr().out
    call_command("search", "check")
    assert "All 1 statements are indexed as they stand." in capsys.readouterr().out
    assert finds("rain") == 1


def test_a_rebuild_that_was_broken_off_goes_on(monkeypatch):
    monkeypatch.setattr(search.index, "BATCH", 2)
    for number in range(5):
        a_speech(f"Statement {number}")
    spoil()
    walk = search.index.rebuild()
    assert next(walk).done == 2
    walk.close()
    assert [progress.done for progress in search.index.rebuild()] == [4, 5]
    assert finds("statement") == 5
    assert [progress.done for progress in search.index.rebuild()] == [2, 4, 5]


def test_explain_shows_how_a_query_is_run(speech, capsys):
    call_command("search", "explain", "rain -snow foo:bar")
    shown = capsys.readouterr().out
    assert 'Understood:   rain -snow "foo bar"' in shown
    assert "no operator" in shown
    assert "Statements:   0" in shown
    assert "Plan" in shown


def test_migrating_leaves_the_index_whole(speech):
    call_command("migrate", verbosity=0)
    call_command("search", "check", verbosity=0)
    Passage.objects.filter(speech=speech).update(body="Walnut.")
    assert finds("walnut") == 1


def test_every_tag_can_be_renamed_without_touching_the_index(speech, django_assert_num_queries):
    speech.tags.add(a_tag("Aid"))
    with django_assert_num_queries(1):
        Tag.objects.update(name="Walnut", key="walnut", slug="walnut")
    assert finds("tag:walnut") == 1
