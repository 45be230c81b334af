"""What a statement still needs: every point named at once, with the place where it is put right."""

import pytest

from speeches import editorial
from speeches.models import Speech
from tests import builders

pytestmark = pytest.mark.django_db


def fields(speech):
    return [point.field for point in editorial.missing(speech)]


def test_a_bare_title_needs_everything():
    speech = Speech.objects.create(title="Remarks")
    assert fields(speech) == ["kind", "delivered", "attributions", "texts"]


def test_a_whole_statement_needs_nothing():
    assert fields(builders.a_speech(published=False)) == []


def test_a_date_that_is_said_to_be_unknown_is_an_answer():
    assert fields(builders.a_speech(published=False, delivered="unknown")) == []


def test_every_text_says_which_document_it_comes_from():
    speech = builders.a_speech(published=False)
    speech.texts.create(language="fr", status="as-issued", body="Des mots.", document=None)
    assert fields(speech) == ["texts"]


def test_a_text_without_words_is_enough_only_where_rights_say_why():
    document = builders.a_document(held=False, full=True)
    speech = builders.a_speech(published=False, body="", document=document)
    assert fields(speech) == ["texts"]
    document.rights = builders.rights(full=False)
    document.save()
    assert fields(speech) == []
