"""/about/: what is in, what is not, how to read it, who may use it."""

import pytest

from speeches.models import SpeechText
from tests.builders import a_document, a_speech, a_text, rights
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_it_counts_what_is_held_and_what_is_only_known(client):
    a_speech(delivered="2012")
    a_speech(body="", document=a_document(held=False), delivered="2017")
    a_speech(published=False)
    coverage = read(client, "/about/").all("//section[@id='coverage']/dl/dd")
    assert coverage == ["2 (2012 to 2017)", "1", "2"]


def test_every_kind_of_text_is_explained_and_leads_to_its_statements(client):
    speech = a_speech(text={"status": "reported"})
    a_text(speech, status="as-issued")
    page = read(client, "/about/")
    badges = page.words("//section[@id='badges']")
    for status in SpeechText.Status:
        assert str(status.label) in badges
    assert "/speeches/?status=reported" in page.links()
    assert "/speeches/?status=notes" not in page.links()


def test_the_rights_in_public_documents_are_stated(client):
    a_speech(document=a_document(full=True))
    a_speech(document=a_document(full=False), published=False)
    stated = read(client, "/about/").words("//section[@id='rights']")
    assert rights(full=True).statement in stated
    assert rights(full=False).statement not in stated


def test_the_foot_of_every_page_leads_to_parts_that_are_there(client):
    page = read(client, "/about/")
    anchors = {a.split("#")[1] for a in page.tree.xpath("//footer//a/@href") if "#" in a}
    assert anchors
    assert anchors <= set(page.tree.xpath("//section/@id"))
