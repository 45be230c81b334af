"""A speaker or event whose name is close to one we have is saved only after a second question."""

import pytest

from speeches.models import Event, Speaker, SpeakerName
from tests import builders

from .desk import errors, page, rows, typed

pytestmark = pytest.mark.django_db


def a_person(name, **fields):
    return {"name": name, "kind": "person"} | rows("names") | rows("tenures") | fields


@pytest.mark.parametrize(
    "name", ["Amina Mohamed", "A. J. Mohammed", "Mohammed, Amina", "Amina Mohammed", "Mohammed"]
)
def test_a_close_name_asks_again_and_keeps_what_was_typed(curator, name):
    builders.a_speaker("Amina J. Mohammed", sort_name="Mohammed, Amina J.")
    response = curator.post(page("speaker_add"), a_person(name, biography="A few words"))
    assert any("Is it one of these?" in error for error in errors(response))
    shown = response.content.decode()
    assert "Save all the same" in shown
    assert "/speakers/amina-j-mohammed/" in shown
    assert "A few words" in shown
    assert Speaker.objects.count() == 1


def test_pressed_again_it_is_saved(curator):
    builders.a_speaker("Amina J. Mohammed", sort_name="Mohammed, Amina J.")
    data = a_person("Amina Mohamed") | {"_all_the_same": "1"}
    assert curator.post(page("speaker_add"), data).status_code == 302
    assert Speaker.objects.count() == 2


def test_an_alias_is_close_too(curator):
    speaker = builders.a_speaker("Moon the Ban", sort_name="zz")
    SpeakerName.objects.create(speaker=speaker, name="Ban Ki-moon")
    assert errors(curator.post(page("speaker_add"), a_person("Ban Ki moon")))


def test_other_names_are_saved_at_once(curator):
    builders.a_speaker("Amina J. Mohammed", sort_name="Mohammed, Amina J.")
    for name in ("Ahmed Mohammed", "Ban Ki-moon", "潘基文"):
        assert curator.post(page("speaker_add"), a_person(name)).status_code == 302


def test_editing_a_speaker_does_not_ask_about_itself(curator):
    speaker = builders.a_speaker("Amina J. Mohammed", sort_name="Mohammed, Amina J.")
    data = typed(curator.get(page("speaker_change", speaker.pk)))
    assert curator.post(page("speaker_change", speaker.pk), data).status_code == 302
    data["name"] = "Amina Jane Mohammed"
    assert curator.post(page("speaker_change", speaker.pk), data).status_code == 302


def test_in_the_popup_it_asks_as_well_and_stays_a_popup(curator):
    builders.a_speaker("Amina J. Mohammed", sort_name="Mohammed, Amina J.")
    data = a_person("Amina Mohamed") | {"_popup": "1"}
    response = curator.post(page("speaker_add"), data)
    assert 'name="_popup"' in response.content.decode()
    again = curator.post(page("speaker_add"), data | {"_all_the_same": "1"})
    assert "popup_response" in again.content.decode()


def test_a_name_with_markup_is_shown_as_text(curator):
    builders.a_speaker("Amina <b>Mohammed</b>", sort_name="Mohammed, Amina")
    response = curator.post(page("speaker_add"), a_person("Amina Mohammed"))
    assert "Amina &lt;b&gt;Mohammed" in response.content.decode()


def an_occasion(name, start):
    event = {"name": name, "kind": "conference", "status": "held", "start": start}
    return event | rows("organizers") | rows("names")


def test_a_close_event_of_the_same_year_asks_again(curator):
    builders.an_event("Development Cooperation Symposium", "6-8 September 2017")
    data = an_occasion("Developement Cooperation Symposium", "September 2017")
    assert errors(curator.post(page("event_add"), data))
    assert Event.objects.count() == 1


def test_the_same_event_of_another_year_is_saved_at_once(curator):
    builders.an_event("Development Cooperation Symposium", "6-8 September 2017")
    data = an_occasion("Development Cooperation Symposium", "2018")
    assert curator.post(page("event_add"), data).status_code == 302
