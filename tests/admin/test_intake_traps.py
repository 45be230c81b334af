"""The twelve traps of the founding documents, from a paste over the desk to the filed drafts.

Each holds for the documents themselves and for the same documents with invented names, of which
the archive knows nothing.
"""

from dataclasses import dataclass
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from speeches.dates import PartialDate
from speeches.models import Document, Event, EventSeries, Passage, Speaker, Speech
from tests import builders

from .desk import somebody
from .intake_desk import MESSAGE, STORY, bring, press, shown

pytestmark = pytest.mark.django_db

INVENTED = {
    "Ban Ki-moon": "Ada Brook",
    "Amina Mohammed": "Nour Haddad",
    "Liu Zhenmin": "Chen Weiming",
}
OFFICES = {
    "Ban Ki-moon": "Secretary-General",
    "Amina Mohammed": "Deputy Secretary-General",
    "Liu Zhenmin": "Under-Secretary-General for Economic and Social Affairs",
}


@dataclass
class Filed:
    """What became of the two documents, and the pages on which they were corrected."""

    message: Speech
    remarks: Speech
    quote: Speech
    message_page: str
    story_page: str


def speakers_of(names, *people):
    """The answers for people of whom the archive knows nothing: new ones, as the paper has them."""
    answers = {}
    for number, name in enumerate(people, start=1):
        if name in names:
            prefix = f"s{number}"
            answers |= {f"{prefix}-speaker": "new", f"{prefix}-speaker-name": names[name]}
            answers |= {f"{prefix}-capacity": "new", f"{prefix}-capacity-title": OFFICES[name]}
            answers[f"{prefix}-capacity-body"] = "United Nations"
    return answers


def brought(client, content, names):
    text = content.decode()
    for name, invented in names.items():
        text = text.replace(name, invented)
    intake = bring(client, text)
    page = shown(client, intake)
    press(client, intake, "_certain")
    return intake, page


def both_filed(client, names):
    """The message and the story, with the answers that an editor gives to what is in doubt."""
    message, message_page = brought(client, MESSAGE, names)
    sure = {"s1-mode-is": "yes", "s1-kind-is": "yes", "s1-as": "draft"}
    press(client, message, "_file", **sure, **speakers_of(names, "Ban Ki-moon"))
    assert message.state == "filed"

    story, story_page = brought(client, STORY, names)
    panel = Event.objects.get(part_of__series__isnull=False, part_of__year=2017)
    news = builders.an_organization("A news service")
    answers = {f"s{n}-{fact}-is": "yes" for n in (1, 2) for fact in ("kind", "mode", "delivered")}
    answers |= {"s1-event": f"id:{panel.pk}", "d-publisher-name": news.name}
    answers |= {"s1-as": "draft", "s2-as": "draft"}
    answers |= speakers_of(names, "Amina Mohammed", "Liu Zhenmin")
    press(client, story, "_keep", **answers)
    press(client, story, "_file", **{"d-publisher": f"id:{news.pk}"})
    assert story.state == "filed"

    remarks, quote = story.speeches.order_by("pk")
    return Filed(message.speeches.get(), remarks, quote, message_page, story_page)


@pytest.fixture(scope="module", params=["founding", "invented"])
def filed(request, django_db_setup, django_db_blocker):
    """Filed once for all tests of this module, and gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", stdout=StringIO())
        Speech.objects.all().delete()
        Document.objects.all().delete()
        client = Client()
        client.force_login(somebody("editor"))
        yield both_filed(client, INVENTED if request.param == "invented" else {})
        transaction.set_rollback(True)


def words(speech, fact):
    """The words of the document on which a fact of a draft rests."""
    return speech.evidence.get(fact=fact).words


def passage(speech, beginning):
    return speech.passages.get(body__startswith=beginning)


def author(speech):
    return speech.attributions.get(role="author")


def test_1_the_upper_date_is_of_release_and_the_lower_is_the_day_the_message_is_for(filed):
    assert filed.message.released_on == PartialDate.of(2012, 9, 11)
    assert filed.message.delivered == PartialDate.of(2012, 9, 12)
    assert words(filed.message, "delivered") == "12 September 2012"
    assert words(filed.message, "released_on") == "11 September 2012"


def test_1_the_dateline_keeps_its_day_without_a_year_and_moves_no_other_date(filed):
    document = filed.message.texts.get().document
    assert document.dateline == "VIENNA, 12 September (UN Information Service)"
    assert document.published_on == PartialDate.of(2012, 9, 11)


def test_2_today_is_counted_from_the_day_of_the_story(filed):
    assert filed.remarks.delivered == PartialDate.of(2017, 9, 12)
    assert words(filed.remarks, "delivered") == "today"


def test_2_recently_is_before_the_story_and_today_does_not_leak_into_it(filed):
    assert filed.quote.delivered == PartialDate.before(PartialDate.of(2017, 9, 12).earliest)
    assert words(filed.quote, "delivered") == "recently"
    assert filed.quote.released_on is None


def test_3_the_office_comes_from_the_body_not_from_the_headline(filed):
    assert author(filed.remarks).capacity == "Deputy Secretary-General"
    row = filed.remarks.evidence.get(fact="capacity")
    assert row.words == "United Nations Deputy Secretary-General"
    title = filed.remarks.evidence.get(fact="title")
    assert "deputy chief" in title.words
    assert row.start > title.end


def test_4_empty_links_heading_marks_and_bold_italics_are_markup_not_text(filed):
    document = filed.remarks.texts.get().document
    assert document.title.startswith("South-South cooperation key")
    bodies = [p.body for s in (filed.remarks, filed.quote) for p in s.passages.all()]
    assert not [body for body in bodies if "](" in body or "*" in body or "(#)" in body]
    heading = filed.remarks.passages.get(kind=Passage.Kind.HEADING)
    assert heading.body.startswith("## South-South cooperation not a substitute")


def test_5_a_sentence_cut_by_an_empty_line_is_offered_for_joining_and_not_joined(filed):
    assert filed.story_page.count("an empty line cuts the sentence") == 1
    box = filed.story_page.split('-join" value="yes"')[1].split(">")[0]
    assert "checked" not in box
    first, second = filed.quote.passages.order_by("position")[:2]
    assert first.body.endswith("General Assembly")
    assert second.body.startswith("decided to observe")


def test_6_the_history_of_the_day_is_narration_and_stands_with_what_it_leads_to(filed):
    told = filed.quote.passages.order_by("position")[:2]
    assert [p.voice for p in told] == [Passage.Voice.NARRATION] * 2
    assert not filed.remarks.passages.filter(body__startswith="To mark the importance").exists()


def test_7_a_quote_its_tag_and_a_paraphrase_in_one_paragraph_are_paraphrase(filed):
    mixed = passage(filed.remarks, "“South-South cooperation should not")
    assert mixed.voice == Passage.Voice.PARAPHRASE
    assert "she said, urging all developed nations" in mixed.body
    assert passage(filed.remarks, "“It will enable").voice == Passage.Voice.VERBATIM


def test_8_curly_quotes_and_dashes_are_kept_in_the_draft_and_in_the_bytes(filed):
    assert "China’s Belt" in passage(filed.remarks, "“Nearly every").body
    document = filed.remarks.texts.get().document
    assert "12 September 2017 – Underscoring".encode() in bytes(document.content)


def test_9_disclaimer_and_star_line_are_not_body(filed):
    text = filed.message.texts.get()
    assert text.passages.count() == 7
    assert text.body.startswith("The past decade has shown")
    assert text.body.endswith("around the world.")
    assert text.document.disclaimer == "For information only - not an official document"
    assert set(text.passages.values_list("voice", flat=True)) == {Passage.Voice.VERBATIM}


def test_10_the_agency_in_the_dateline_publishes_and_is_no_author(filed):
    assert filed.message.attributions.count() == 1
    assert "Information Service" not in author(filed.message).printed_as
    assert not Speaker.objects.filter(name__contains="Information Service").exists()
    publisher = filed.message.texts.get().document.publisher
    assert str(publisher) == "United Nations Information Service Vienna"


def test_11_the_examples_after_a_quote_are_paraphrase(filed):
    examples = passage(filed.remarks, "“Nearly every country")
    assert examples.voice == Passage.Voice.PARAPHRASE
    assert all(name in examples.body for name in ("China", "India", "Mexico", "Chile"))


def test_12_two_names_of_one_day_are_one_series_and_make_no_two_statements_alike(filed):
    series = EventSeries.objects.get(slug="united-nations-day-for-south-south-cooperation")
    assert (filed.message.occasion.series, filed.message.occasion.year) == (series, 2012)
    assert (filed.remarks.occasion.series, filed.remarks.occasion.year) == (series, 2017)
    printed = {row.value for row in filed.message.evidence.filter(fact="occasion")}
    assert len(printed) == 2  # “Day of” in the title, “Day for” in the body
    assert "nearly the same" not in filed.story_page  # the message is in the archive by then
    assert "As another source" not in filed.story_page
