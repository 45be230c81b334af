"""Plain search: every word must stand somewhere in the statement or in what it belongs to."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speeches import search
from speeches.models import SpeakerName, Speech, TagLabel
from tests.builders import a_speaker, a_speech, a_tag, an_event

pytestmark = pytest.mark.django_db


def found(text):
    return [str(speech) for speech in search.matching(Speech.objects.published(), text)]


@pytest.fixture
def archive():
    speaker = a_speaker("Ban Ki-moon")
    SpeakerName.objects.create(speaker=speaker, name="Пан Ги Мун")
    tag = a_tag("official development assistance")
    TagLabel.objects.create(tag=tag, label="ODA")
    panel, day = an_event("Panel at Headquarters"), an_event("The Day")
    panel.names.create(name="Mesa redonda")
    day.names.create(name="Journée")
    a_speech(
        "Message for the Day",
        speaker=speaker,
        tags=[tag],
        event=panel,
        occasion=day,
        body="Nearly every country in the global South–South network is engaged.",
        summary="He thanks the hosts.",
    )
    a_speech("Quite another", body="Nothing to see.", event=an_event("Expo"))


@pytest.mark.parametrize(
    "text",
    [
        "message",
        "ban ki-moon",
        "Пан",
        "пан",
        "assistance",
        "oda",
        "panel headquarters",
        "mesa redonda",
        "journée",
        "hosts",
        "“Nearly every country”",
        "South-South",
        "message countr oda",
        "MESSAGE, for: the (Day)!",
    ],
)
def test_every_word_is_looked_for_in_all_that_belongs_to_the_statement(archive, text):
    assert found(text) == ["Message for the Day"]


def test_a_word_that_stands_nowhere_finds_nothing(archive):
    assert found("message zebra") == []


@pytest.mark.parametrize("text", ["", "   ", "“”", "!?", "\0"])
def test_text_without_words_leaves_the_statements_as_they_are(archive, text):
    assert len(found(text)) == 2


def test_signs_that_mean_something_to_databases_are_just_parted_from_words(archive):
    assert len(found("%")) == 2
    assert found("mess_ge") == []


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=300))
def test_any_text_can_be_searched_for(archive, text):
    assert len(found(text)) <= 2
