"""/speeches/<slug>/: one statement, its words, its sources, how we know."""

import pytest

from speeches.models import DocumentAddress, TagLabel
from tests.builders import (
    a_document,
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    a_text,
    an_event,
    an_evidence,
    an_office,
    an_organization,
    many_speeches,
    place_passages,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

STORY = (
    "Amina Mohammed today urged commitment.\n\n"
    "“Solutions are delivering results,” she said.\n\n"
    "She cautioned that progress is “uneven”, as the 2030 Agenda shows.\n\n"
    "The Assembly decided to observe this Day."
)


@pytest.fixture
def story():
    """A news story with remarks in three voices, at an event that marks a day."""
    news = an_organization("UN News", kind="media")
    document = a_document(
        "UN deputy chief speaks", STORY, kind="news-story", publisher=news, symbols=["NEWS/1"]
    )
    series = a_series("The Day")
    speech = a_speech(
        "Remarks on the Day 2017",
        tenure=a_tenure(a_speaker("Amina Mohammed"), an_office("Deputy Secretary-General")),
        event=an_event("Panel at Headquarters", city="New York", country="US"),
        occasion=an_event("The Day 2017", kind="observance", series=series),
        body=STORY,
        document=document,
        text={
            "status": "reported",
            "coverage": "excerpts",
            "voices": ["paraphrase", "verbatim", "paraphrase", "narration"],
        },
    )
    place_passages(speech.texts.get())
    return speech


# -- what it says


def test_one_line_says_who_in_what_office_at_what_where_when_and_published_by_whom(client, story):
    line = read(client, story.get_absolute_url()).words("//p[@class='attribution']")
    for fact in (
        "Amina Mohammed, Deputy Secretary-General",
        "Panel at Headquarters",
        "The Day 2017",
        "New York, United States of America",
        "12 September 2017",
        "UN News",
        "NEWS/1",
    ):
        assert fact in line
    document = story.texts.get().document
    assert document.get_absolute_url() in read(client, story.get_absolute_url()).links()


def test_a_speaker_known_by_the_printed_name_alone_is_named(client):
    speech = a_speech(printed_as="the representative of Egypt")
    line = read(client, speech.get_absolute_url()).words("//p[@class='attribution']")
    assert "the representative of Egypt" in line


def test_a_badge_says_in_plain_words_what_kind_of_text_it_is(client, story):
    badge = read(client, story.get_absolute_url()).words("//p[@class='statement__kind']")
    assert "As reported in the news, excerpts" in badge
    assert "A reporter’s story" in badge


def test_quoted_words_paraphrase_and_narration_are_told_apart_for_eye_and_ear(client, story):
    page = read(client, story.get_absolute_url())
    labels = page.all("//*[contains(@class, 'passage__voice')]")
    assert ["Paraphrase" in labels[0], "Quoted" in labels[1], "Narration" in labels[3]] == [
        True
    ] * 3
    assert "Amina Mohammed in the words of UN News" in labels[0]
    assert "“Solutions are delivering results,” she said." in page.words("//figure//blockquote")
    assert "“uneven”" in page.all("//q[@class='said']")


def test_a_text_in_one_voice_carries_no_labels(client):
    page = read(client, a_speech(text={"status": "as-issued"}).get_absolute_url())
    assert not page.tree.xpath("//*[contains(@class, 'passage__voice')]")


def test_every_passage_has_an_address_of_its_own(client, story):
    page = read(client, story.get_absolute_url())
    assert page.tree.xpath("//*[contains(@class, 'passage ')]/@id") == ["p1", "p2", "p3", "p4"]
    assert {"#p1", "#p2", "#p3", "#p4"} <= set(page.links("#"))


def test_official_numbers_stay_as_printed(client):
    speech = a_speech(body="1. We welcome this.\n\n5. We thank the hosts.")
    page = read(client, speech.get_absolute_url())
    assert page.all("//div[@class='passage__words']") == [
        "1. We welcome this.",
        "5. We thank the hosts.",
    ]


def test_a_framework_that_it_is_tagged_with_is_linked_where_first_named(client, story):
    agenda = a_tag("2030 Agenda for Sustainable Development", kind="framework")
    TagLabel.objects.create(tag=agenda, label="2030 Agenda")
    speech = a_speech(body="The 2030 Agenda.\n\nAgain the 2030 Agenda.", tags=[agenda])
    page = read(client, speech.get_absolute_url())
    links = page.tree.xpath("//div[@class='text']//a[@href='/tags/" + agenda.slug + "/']")
    assert [link.text for link in links] == ["2030 Agenda"]


def test_a_framework_that_the_words_name_is_linked_without_being_a_tag(client):
    plan = a_tag("Buenos Aires Plan of Action", kind="framework")
    TagLabel.objects.create(tag=plan, label="BAPA")
    a_tag("solidarity", kind="topic")
    speech = a_speech(body="Solidarity carried BAPA.\n\nThe Buenos Aires Plan of Action is forty.")
    page = read(client, speech.get_absolute_url())
    links = page.tree.xpath("//div[@class='text']//a[starts-with(@href, '/tags/')]")
    assert [(link.text, link.get("href")) for link in links] == [("BAPA", plan.get_absolute_url())]


def test_foreign_words_carry_their_language_and_direction(client):
    speech = a_speech("كلمة", body="التعاون بين بلدان الجنوب.", text={"language": "ar"})
    page = read(client, speech.get_absolute_url())
    (words,) = page.tree.xpath("//div[@class='passage__words']")
    assert (words.get("lang"), words.get("dir")) == ("ar", "rtl")
    assert page.tree.xpath("//h1/bdi")


# -- texts


def test_a_fuller_text_that_is_known_but_not_held_gets_a_notice(client, story):
    known = a_document("The remarks", held=False, symbols=["DSG/SM/1083-DEV/3280"])
    a_text(story, "", document=known, status="as-delivered")
    notice = read(client, story.get_absolute_url()).words("//aside[contains(@class, 'notice')]")
    assert "Full text known" in notice
    assert "DSG/SM/1083-DEV/3280" in notice


def test_the_notice_links_to_the_address_of_the_full_text(client, story):
    known = a_document(held=False, addresses=["https://example.org/full"])
    a_text(story, "", document=known, status="as-delivered")
    page = read(client, story.get_absolute_url())
    assert page.tree.xpath("//aside[contains(@class,'notice')]//a/@href") == [
        "https://example.org/full"
    ]


def test_a_statement_without_words_says_so_and_names_its_source(client):
    speech = a_speech(body="", document=a_document("The paper", held=False))
    page = read(client, speech.get_absolute_url())
    assert "We do not hold the words" in page.main
    assert "The paper" in page.main


def test_languages_are_switched_and_the_better_text_stands_first(client):
    speech = a_speech(body="In English.", text={"status": "as-delivered"})
    a_text(speech, "En français.", language="fr", status="as-issued")
    page = read(client, speech.get_absolute_url())
    assert page.all("//ul[@class='statement__languages']/li") == ["English", "français"]
    assert "In English." in page.words("//div[@class='text']")
    (french,) = [link for link in page.links("?") if "language=fr" in link]
    words = read(client, speech.get_absolute_url() + french).words("//div[@class='text']")
    assert words.endswith("En français.")


def test_a_language_that_is_not_held_is_said_never_replaced_silently(client, story):
    page = read(client, story.get_absolute_url() + "?language=fr")
    assert "We do not hold this statement in “French”." in page.main


@pytest.mark.parametrize("query", ["language=%00", "document=x&language=y", "language=a&language="])
def test_nonsense_in_the_address_shows_the_best_text(client, story, query):
    page = read(client, f"{story.get_absolute_url()}?{query}")
    assert page.tree.xpath("//*[@id='p1']")


def test_where_rights_forbid_the_text_only_a_few_own_words_are_quoted(client):
    body = "\n\n".join(f"Own words number {n}." for n in range(6))
    speech = a_speech(
        body=body,
        document=a_document(text=body, full=False, addresses=["https://example.org/paper"]),
        text={"voices": ["narration"]},
    )
    page = read(client, speech.get_absolute_url())
    assert "Own words number 1." in page.words("//div[@class='text']")
    assert "Own words number 0." not in page.words("//div[@class='text']")
    assert "Own words number 5." not in page.main
    assert "https://example.org/paper" in page.links()


def test_a_long_passage_that_may_only_be_quoted_is_cut(client):
    body = "word " * 500
    speech = a_speech(body=body, document=a_document(text=body, full=False))
    words = read(client, speech.get_absolute_url()).words("//div[@class='text']")
    assert len(words) < 350


def test_markup_in_a_body_is_shown_as_text(client):
    speech = a_speech("<b>Title</b>", body="<script>alert(1)</script> [x](javascript:alert(1))")
    page = read(client, speech.get_absolute_url())
    assert page.h1 == "<b>Title</b>"
    assert not page.tree.xpath("//main//script")
    assert not page.links("javascript")


# -- how we know, sources, neighbours


def test_each_fact_says_what_it_rests_on_and_leads_to_the_words(client, story):
    document = story.texts.get().document
    an_evidence(story, "speaker", "Amina Mohammed", document)
    an_evidence(story, "delivered", "today", document, "inferred", note="The story’s own date.")
    page = read(client, story.get_absolute_url())
    known = page.words("//details[contains(., 'How we know')]")
    assert "Printed in the source" in known
    assert "The story’s own date." in known
    start = document.text.index("today")
    assert f"{document.get_absolute_url()}#c{start}-{start + 5}" in page.links()


def test_all_papers_that_carry_it_are_listed_with_symbol_and_coverage(client, story):
    other = a_document("The transcript", kind="transcript", symbols=["A/72/PV.10"])
    a_text(story, "In full.", document=other, status="transcript")
    DocumentAddress.objects.create(document=other, url="https://example.org/pv")
    page = read(client, story.get_absolute_url())
    aside = page.words("//aside[@aria-label='About this statement']")
    for fact in ("UN deputy chief speaks", "excerpts", "The transcript", "A/72/PV.10", "full text"):
        assert fact in aside
    assert "https://example.org/pv" in page.links()


def test_others_at_the_same_event_are_a_click_away_but_never_drafts(client, story):
    a_speech("The host’s welcome", event=story.event)
    a_speech("A draft", event=story.event, published=False)
    page = read(client, story.get_absolute_url())
    assert "The host’s welcome" in page.main
    assert "A draft" not in page.main


def test_the_statements_before_and_after_in_the_series_are_a_step_away(client, story):
    series = story.occasion.series
    for year in (2012, 2016, 2018, 2020):
        day = an_event(f"The Day {year}", start=str(year), series=series)
        a_speech(f"Message of {year}", occasion=day, delivered=str(year))
    a_speech("A draft of 2017", occasion=story.occasion, delivered="2017", published=False)
    page = read(client, story.get_absolute_url())
    assert page.words("//p[@class='steps__earlier']") == "Earlier in the series Message of 2016"
    assert page.words("//p[@class='steps__later']") == "Later in the series Message of 2018"


def test_it_can_be_cited_by_an_address_that_lasts(client, story):
    page = read(client, story.get_absolute_url())
    assert f"http://testserver/id/{story.pid}" in page.links()
    assert page.canonical == f"http://testserver{story.get_absolute_url()}"
    assert page.meta("og:title") == "Remarks on the Day 2017"


def test_machines_learn_who_what_when_and_where_and_that_it_is_no_article(client, story):
    thing = read(client, story.get_absolute_url()).things["CreativeWork"]
    assert thing["@id"] == thing["identifier"] == f"http://testserver/id/{story.pid}"
    assert thing["author"]["roleName"] == "Deputy Secretary-General"
    assert thing["author"]["author"]["name"] == "Amina Mohammed"
    assert thing["dateCreated"] == "2017-09-12"
    assert thing["contentLocation"]["name"] == "New York, United States of America"
    assert thing["recordedAt"]["name"] == "Panel at Headquarters"
    assert [quote["@type"] for quote in thing["hasPart"]] == ["Quotation"]
    assert thing["isBasedOn"][0]["identifier"] == ["NEWS/1"]


def test_machines_learn_that_a_body_spoke_and_not_a_person(client):
    speech = a_speech(speaker=a_speaker("Group of 77", kind="body"))
    thing = read(client, speech.get_absolute_url()).things["CreativeWork"]
    assert thing["author"]["@type"] == "Organization"
    assert {quote["creator"]["@type"] for quote in thing["hasPart"]} == {"Organization"}


# -- who may see it


def test_a_draft_is_not_found_by_strangers(client):
    assert client.get(a_speech(published=False).get_absolute_url()).status_code == 404


def test_one_under_embargo_is_not_found_by_strangers(client):
    speech = a_speech(embargo_until="2099-01-01T00:00Z")
    assert client.get(speech.get_absolute_url()).status_code == 404


def test_staff_see_a_draft_with_a_notice_and_no_search_engine_does(staff_client):
    speech = a_speech("In the making", published=False)
    page = read(staff_client, speech.get_absolute_url())
    assert "Only staff see this page." in page.main
    assert page.meta("robots") == "noindex"
    assert "no-store" in page.response["Cache-Control"]


@pytest.mark.parametrize("wait", ["published_at", "embargo_until"])
def test_one_whose_hour_has_not_come_is_told_from_a_draft(staff_client, wait):
    speech = a_speech(**{wait: "2099-03-01T12:00Z"})
    page = read(staff_client, speech.get_absolute_url())
    notice = page.words("//aside[contains(@class, 'notice')]")
    assert "Not public yet" in notice
    assert "1 March 2099, 12:00 UTC" in notice
    assert "Draft" not in notice


def test_an_earlier_address_leads_to_the_present_one_for_ever(client, story):
    before = story.get_absolute_url()
    for slug in ("another-title", "yet-another"):
        story.slug = slug
        story.save()
    response = client.get(before + "?language=en")
    assert response.status_code == 301
    assert response["Location"] == "/speeches/yet-another/?language=en"
    assert client.get("/speeches/another-title/")["Location"] == "/speeches/yet-another/"


def test_the_earlier_address_of_a_draft_is_not_found(client):
    speech = a_speech(published=False)
    before = speech.get_absolute_url()
    speech.slug = "renamed"
    speech.save()
    assert client.get(before).status_code == 404


# -- cost


def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, story):
    few = queries_of(story.get_absolute_url())
    speech = many_speeches(3)[1]
    small = queries_of(speech.get_absolute_url())
    many_speeches(300)
    assert queries_of(speech.get_absolute_url()) == small <= 12
    assert few <= 13


def test_many_passages_texts_and_facts_cost_no_further_query(client, queries_of, story):
    document = story.texts.get().document
    an_evidence(story, "capacity", "Amina Mohammed", document)
    a_text(story, "A text.", document=a_document(symbols=["A/99"], addresses=["https://a.example"]))
    before = queries_of(story.get_absolute_url())
    for _ in range(20):
        an_evidence(story, "speaker", "Amina Mohammed", document)
        a_speech(event=story.event)
    for n in range(5):
        a_text(story, f"Text {n}.\n\nMore.", document=a_document(symbols=[f"A/{n}"]))
    assert queries_of(story.get_absolute_url()) <= before <= 13
