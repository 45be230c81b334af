"""Editors' annotations where a statement is read: among its words, below them, nowhere else."""

import json

import pytest

from speeches import search
from speeches.models import PassageNote, Speech
from tests.builders import a_document, a_note, a_speech
from tests.pages import read

pytestmark = pytest.mark.django_db

BODY = (
    "We met in teh rain of March, and spoke of trade & aid.\n\n"
    "The *seperate* list follows the 2030 Agenda."
)


@pytest.fixture
def speech():
    return a_speech("Of rain", body=BODY)


def page_of(client, speech):
    return read(client, speech.get_absolute_url())


def test_words_printed_so_are_followed_by_sic_that_is_not_theirs(client, speech):
    before = page_of(client, speech).words("//*[@id='p1']//*[@class='passage__words']")
    a_note(speech, "teh")
    page = page_of(client, speech)
    (sic,) = page.tree.xpath("//*[@id='p1']//*[@class='sic']")
    assert sic.getprevious() is None
    assert sic.getparent().text == "We met in teh"
    assert sic.get("role") == "note"
    assert "printed so in the source" in sic.get("aria-label")
    shown = page.words("//*[@id='p1']//*[@class='passage__words']")
    assert shown.replace("\u00a0[sic]", "").replace(" [sic]", "") == before
    assert Speech.objects.get(pk=speech.pk).texts.get().body == BODY
    assert not page.tree.xpath("//*[@class='annotations']")


def test_a_note_has_a_number_at_its_words_and_stands_below_the_passage(client, speech):
    a_note(speech, "seperate", note="Meant is <b>separate</b>.", pid="p2")
    a_note(speech, note="Read out by the chair.")
    page = page_of(client, speech)
    one, two = page.tree.xpath("//*[@class='note-number']")
    assert (one.get("href"), two.get("href")) == ("#note-1", "#note-2")
    assert one.getparent().text.startswith("We met")
    assert two.getparent().tag == "em"
    for number, pid, words in (
        (1, "p1", "Editor’s note: Read out by the chair."),
        (2, "p2", "Editor’s note on seperate: Meant is <b>separate</b>."),
    ):
        (note,) = page.tree.xpath(f"//*[@id='{pid}']//*[@id='note-{number}']")
        assert note.get("role") == "note"
        assert words in page.words(f"//*[@id='note-{number}']")
        (back,) = note.xpath(".//a")
        assert page.tree.xpath(f"//*[@id='{back.get('href')[1:]}']")


def test_sic_with_an_explanation_says_that_it_is_printed_so(client, speech):
    note = a_note(speech, "teh")
    PassageNote.objects.filter(pk=note.pk).update(note="Read “the”.")
    said = page_of(client, speech).words("//*[@id='note-1']")
    assert "on teh, printed so in the source: Read “the”." in said


def test_a_number_never_stands_within_a_link(client, speech):
    body = BODY.replace("teh rain", "[teh rain](https://example.org/)")
    speech = a_speech("Of links", body=body)
    a_note(speech, "teh", note="Read “the”.")
    assert not page_of(client, speech).tree.xpath("//a//a | //a//*[@class='note-number']")


def test_a_loose_note_is_not_shown(client, speech):
    a_note(speech, "teh", note="A secret of ours.")
    text = speech.texts.get()
    text.body = BODY.replace("teh", "the")
    text.save()
    response = client.get(speech.get_absolute_url())
    assert "secret of ours" not in response.text
    assert "note-number" not in response.text


def test_the_notes_of_a_reported_text_stand_with_its_voices(client):
    text = {"status": "reported", "voices": ["verbatim", "paraphrase"]}
    speech = a_speech("Reported", body=BODY, text=text)
    a_note(speech, "teh", note="One.")
    a_note(speech, "seperate", note="Two.", pid="p2")
    page = page_of(client, speech)
    assert page.tree.xpath("//figure[@id='p1']//*[@id='note-1']")
    assert page.tree.xpath("//div[@id='p2']//*[@id='note-2']")


def test_machines_get_the_words_as_they_are_and_the_notes_apart(client, speech):
    a_note(speech, "teh")
    a_note(speech, "rain", note="It snowed.")
    (script,) = page_of(client, speech).tree.xpath("//script[@type='application/ld+json']")
    things = json.loads(script.text)["@graph"]
    (quoted,) = [part for thing in things for part in thing.get("hasPart", ())][:1]
    assert quoted["text"] == BODY.split("\n\n")[0]
    assert [one["text"] for one in quoted["comment"]] == ["“teh” [sic]", "“rain”: It snowed."]


def test_lists_feeds_and_search_know_nothing_of_notes(client, speech):
    a_note(speech, "teh", note="Marguerite.")
    for address in ("/speeches/", "/speeches/feed/", "/", speech.author.speaker.get_absolute_url()):
        said = client.get(address).text
        assert "[sic]" not in said
        assert "Marguerite" not in said
    found = search.prepared(search.parse("marguerite"))
    assert not search.found(Speech.objects.published(), found).exists()
    found = search.prepared(search.parse('"teh rain"'))
    assert search.found(Speech.objects.published(), found).count() == 1


def test_who_cites_a_page_with_errors_is_told_how(client, speech):
    advice = "put [sic] behind it"
    assert advice not in client.get(speech.get_absolute_url()).text
    a_note(speech, "teh")
    assert advice in client.get(speech.get_absolute_url()).text


def test_of_a_text_that_may_only_be_quoted_only_notes_on_shown_words_are_shown(client):
    first = f"We met in teh rain. {'And again. ' * 60} At last in teh snow."
    body = f"{first}\n\nSecond words.\n\nThird words.\n\nLast words."
    paper = a_document("Withheld", body, full=False)
    speech = a_speech("Withheld", document=paper, body=body)
    a_note(speech, "rain", note="Shown.")
    a_note(speech, "snow", note="Secret of the rest.")
    a_note(speech, note="Secret of the whole.")
    a_note(speech, "Last", note="Secret of the last.", pid="p4")
    response = client.get(speech.get_absolute_url())
    assert "Shown." in response.text
    assert "Secret of" not in response.text
    assert response.text.count('class="note-number"') == 1


def test_notes_take_one_query_however_many_there_are(client, queries_of, speech):
    a_note(speech, "teh")
    few = queries_of(speech.get_absolute_url())
    for word in ("rain", "March", "spoke", "trade"):
        a_note(speech, word, note="A note.")
    assert queries_of(speech.get_absolute_url()) == few
