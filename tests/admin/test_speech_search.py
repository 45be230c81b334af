"""The search of the admin's list of statements: that of the site, for those who edit."""

import pytest

from speeches.models import TagLabel
from tests.builders import a_document, a_speaker, a_speech, a_tag

from .desk import somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def titles(client):
    client.force_login(somebody("editor"))

    def found(text):
        response = client.get("/admin/speeches/speech/", {"q": text})
        assert response.status_code == 200
        return [str(speech) for speech in response.context["cl"].result_list]

    return found


def test_it_finds_words_of_drafts_and_of_withheld_texts(titles):
    a_speech("A draft", published=False, body="Walnuts grow.")
    a_speech("Withheld", document=a_document(full=False), body="First.\n\nThen.\n\nWalnut.")
    a_speech("Another", body="Rain.")
    assert sorted(titles("walnut")) == ["A draft", "Withheld"]


def test_words_of_withheld_texts_count_with_all_others_of_their_statement(titles):
    a_speech("Nuts", document=a_document(full=False), body="First.\n\nThen.\n\nWalnut.")
    a_speech("Walnuts", body="Rain.")
    assert titles("nuts walnut") == ["Nuts"]
    assert titles("walnut -nuts") == ["Walnuts"]
    assert titles("nuts -walnut") == []


def test_it_takes_operators_and_the_permanent_id(titles):
    speech = a_speech("Hers", speaker=a_speaker("Ama Mensah"), delivered="2012")
    a_speech("His", delivered="2012")
    tag = a_tag("Aid")
    TagLabel.objects.create(tag=tag, label="ODA")
    a_speech("Of aid", tags=[tag], delivered="2015")
    assert titles("speaker:mensah") == ["Hers"]
    assert titles("oda") == ["Of aid"]
    assert titles("year:2015") == ["Of aid"]
    assert titles(speech.pid) == ["Hers"]


def test_what_is_not_understood_is_said(titles, client):
    a_speech("Rain")
    page = client.get("/admin/speeches/speech/", {"q": "rain foo:bar"}).content.decode()
    assert "is no operator" in page


@pytest.mark.parametrize("text", ['"', "\0", "AND NOT (", "*", "x" * 5000])
def test_anything_can_be_typed(titles, text):
    a_speech("Rain")
    assert titles(text) in ([], ["Rain"])


def test_what_is_typed_into_a_field_of_a_form_leaves_no_message_for_another_page(titles, client):
    a_speech("Rain")
    field = {"app_label": "speeches", "model_name": "speechtext", "field_name": "speech"}
    client.get("/admin/autocomplete/", field | {"term": "rain foo:bar"})
    assert "is no operator" not in client.get("/admin/speeches/speech/").content.decode()
