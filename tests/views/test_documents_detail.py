"""/documents/<slug>/: the text as received, every passage tied to who said it."""

import pytest

from tests.builders import (
    a_document,
    a_speaker,
    a_speech,
    a_text,
    an_evidence,
    an_organization,
    many_speeches,
    place_passages,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

STORY = (
    "12 September 2017 – The deputy chief Amina Mohammed spoke.\n\n"
    "“Solutions made in the South last,” she said.\n\n"
    "“There are new challenges,” Liu Zhenmin said elsewhere."
)
FIRST, SECOND, THIRD = STORY.split("\n\n")


@pytest.fixture
def story():
    return a_document("A story", STORY, kind="news-story", symbols=["SAG/1"])


@pytest.fixture
def amina(story):
    """Her remarks, reported in the first two paragraphs of the story."""
    speech = a_speech("Remarks", speaker=a_speaker("Amina Mohammed"), body="", document=story)
    text = speech.texts.get()
    text.body, text.status = f"{FIRST}\n\n{SECOND}", "reported"
    text.save()
    for passage, voice in zip(text.passages.all(), ("narration", "paraphrase"), strict=True):
        passage.voice = voice
        passage.save()
    place_passages(text)
    return speech


def paper(page):
    (node,) = page.tree.xpath("//div[@class='paper__text']")
    for who in node.xpath(".//*[@class='paper__who']"):
        who.drop_tree()
    return node.text_content()


def test_the_text_is_shown_character_for_character(client, story, amina):
    an_evidence(amina, "speaker", "Amina Mohammed", story)
    an_evidence(amina, "capacity", "deputy chief Amina", story)
    assert paper(read(client, "/documents/a-story/")) == story.text


def test_every_passage_is_tied_to_its_speaker_its_voice_and_its_statement(client, amina):
    page = read(client, "/documents/a-story/")
    spans = page.tree.xpath("//span[contains(@class, 'paper__span ')]")
    assert [span.get("class").split("--")[1] for span in spans] == ["narration", "paraphrase"]
    who = page.all("//span[@class='paper__who']")
    assert "Amina Mohammed" in who[1]
    assert "as reported here" in who[1]
    assert f"{amina.get_absolute_url()}#p2" in page.links()


def test_quoted_words_within_what_is_reported_are_called_the_speakers_own(client, amina):
    page = read(client, "/documents/a-story/")
    assert page.all("//span[@class='paper__said']") == ["Solutions made in the South last,"]
    assert (
        "the words in quotation marks are their own" in page.all("//span[@class='paper__who']")[1]
    )


def test_words_of_two_speakers_are_told_apart(client, story, amina):
    liu = a_speech("At the symposium", speaker=a_speaker("Liu Zhenmin"), body="", document=story)
    text = liu.texts.get()
    text.body = THIRD
    text.save()
    place_passages(text)
    page = read(client, "/documents/a-story/")
    last = page.tree.xpath("//span[contains(@class, 'paper__span--verbatim')]")[-1]
    assert "Liu Zhenmin" in last.xpath(".//a")[0].text_content()
    assert last.text_content().endswith(THIRD)


def test_passages_of_drafts_are_not_marked_and_their_speakers_not_named(client, story, amina):
    draft = a_speech(
        "A secret draft", speaker=a_speaker("Liu"), body="", document=story, published=False
    )
    text = draft.texts.get()
    text.body = THIRD
    text.save()
    place_passages(text)
    an_evidence(draft, "speaker", "Liu Zhenmin", story)
    page = read(client, "/documents/a-story/")
    start = story.text.index("Liu Zhenmin")
    assert not page.tree.xpath(f"//*[@id='c{start}-{start + 11}']")
    assert len(page.tree.xpath("//span[contains(@class, 'paper__span ')]")) == 2
    assert "secret" not in page.response.text


def test_evidence_has_an_anchor_around_its_words(client, story, amina):
    fact = an_evidence(amina, "speaker", "Amina Mohammed", story)
    page = read(client, "/documents/a-story/")
    assert page.words(f"//*[@id='c{fact.start}-{fact.end}']") == "Amina Mohammed"


def test_two_facts_on_the_same_words_share_one_anchor(client, story, amina):
    fact = an_evidence(amina, "speaker", "Amina Mohammed", story)
    an_evidence(amina, "title", "Amina Mohammed", story)
    page = read(client, "/documents/a-story/")
    assert len(page.tree.xpath(f"//*[@id='c{fact.start}-{fact.end}']")) == 1


def test_it_states_symbols_rights_and_checksum(client, story, amina):
    page = read(client, "/documents/a-story/")
    facts = dict(zip(page.all("//dl/dt"), page.all("//dl/dd"), strict=True))
    assert facts["Symbols"] == "SAG/1 from another source"
    assert facts["Rights"] == "May be shown in full. May be shown in full."
    assert facts["Checksum"] == f"SHA-256 {story.sha256}"
    assert facts["Encoding"] == "utf-8"
    assert "/documents/a-story/received/" in page.links()


def test_where_rights_forbid_the_text_only_quotations_are_shown(client):
    own = "These are my own words, and there are many of them. "
    long = a_document("A speech", f"Preface of the publisher.\n\n{own * 20}", full=False)
    speech = a_speech(document=long, body=own * 20)
    fact = an_evidence(speech, "title", "Preface", long)
    page = read(client, "/documents/a-speech/")
    assert "These are my own words" in page.words("//blockquote")
    assert len(page.words("//blockquote")) <= 301
    assert "of the publisher" not in page.response.text
    assert page.words(f"//*[@id='c{fact.start}-{fact.end}']//q") == "Preface"
    assert not [link for link in page.links() if "received" in link]


def test_a_document_without_stated_rights_is_not_shown_in_full(client):
    paper = a_document("A paper", "Hidden preface.\n\nOwn words.")
    paper.rights = None
    paper.save()
    a_speech(document=paper, body="Own words.")
    page = read(client, "/documents/a-paper/")
    assert "Hidden preface" not in page.response.text
    assert "Not stated" in page.main


def test_paraphrase_is_not_quoted_where_rights_forbid_the_text(client):
    paper = a_document("A paper", full=False)
    speech = a_speech(document=paper, body="")
    a_text(speech, "She is said to have agreed.", document=a_document(), status="reported")
    text = speech.texts.get(document=paper)
    text.body, text.status = "Reported words only.", "reported"
    text.save()
    text.passages.update(voice="paraphrase")
    assert "Reported words only" not in read(client, "/documents/a-paper/").response.text


def test_a_document_known_but_not_held_says_so(client):
    known = a_document("The full text", held=False, symbols=["DSG/SM/1083"])
    a_speech(document=known, body="")
    page = read(client, "/documents/the-full-text/")
    assert "do not hold it" in page.main
    assert "DSG/SM/1083" in page.main
    assert "Checksum" not in page.main


def test_other_documents_with_the_same_statement_are_listed(client, story, amina):
    release = a_document("The release", symbols=["DSG/SM/1083"])
    a_text(amina, document=release)
    page = read(client, "/documents/a-story/")
    assert page.words("//section[h2='Also carried by']//h3") == "The release"
    assert "DSG/SM/1083" in page.words("//section[h2='Also carried by']")


def test_a_document_of_drafts_is_not_found_by_strangers(client):
    a_speech(document=a_document("A secret"), published=False)
    read(client, "/documents/a-secret/", status=404)


def test_staff_see_a_document_of_drafts_with_a_notice(staff_client):
    a_speech(document=a_document("A secret"), published=False)
    page = read(staff_client, "/documents/a-secret/")
    assert "Draft" in page.main
    assert page.meta("robots") == "noindex"


def test_an_earlier_address_leads_to_the_present_one(client, story, amina):
    story.slug = "the-story"
    story.save()
    response = client.get("/documents/a-story/")
    assert (response.status_code, response["Location"]) == (301, "/documents/the-story/")


def test_markup_in_a_document_is_shown_as_text(client):
    loud = a_document("Loud", "<script>alert(1)</script> &amp; <b>bold</b>")
    a_speech(document=loud)
    page = read(client, "/documents/loud/")
    assert paper(page) == loud.text


def test_an_arabic_document_runs_from_right_to_left(client):
    a_speech(document=a_document("ورقة", "كلمات", language="ar", slug="arabic"))
    page = read(client, "/documents/arabic/")
    assert page.tree.xpath("//div[@class='paper__text']/@dir") == ["rtl"]
    assert page.tree.xpath("//div[@class='paper__text']/@lang") == ["ar"]


def test_machines_learn_what_it_is_and_never_its_text(client, story, amina):
    story.publisher = an_organization("A newspaper")
    story.save()
    thing = read(client, "/documents/a-story/").things["NewsArticle"]
    assert thing["publisher"]["name"] == "A newspaper"
    assert thing["identifier"] == ["SAG/1"]
    assert "Solutions" not in str(thing)


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    speech = many_speeches(count)[0]
    document = speech.texts.get().document
    for other in many_speeches(count):
        a_text_on(other, document)
    assert queries_of(document.get_absolute_url()) == 12


def a_text_on(speech, document):
    text = speech.texts.get()
    text.document = document
    text.save()


def test_a_document_that_only_proves_a_fact_of_a_public_statement_can_be_looked_at(client, amina):
    programme = a_document("Programme of the day", "12 September: Ms. Mohammed, Conference Room 4")
    read(client, programme.get_absolute_url(), status=404)
    an_evidence(amina, "place", "Conference Room 4", document=programme)
    assert "Conference Room 4" in read(client, programme.get_absolute_url()).main


def test_evidence_of_a_draft_shows_nothing(client):
    programme = a_document("Programme of the day", "12 September: Ms. Mohammed, Conference Room 4")
    draft = a_speech("Remarks", published=False)
    an_evidence(draft, "place", "Conference Room 4", document=programme)
    read(client, programme.get_absolute_url(), status=404)
