"""The twelve traps of the two founding documents, each told as a sentence."""

import re

from speeches.dates import PartialDate
from speeches.intake.reading import Basis, Reason, Voice
from speeches.models import EventSeries, Speech
from speeches.offsets import fold

from .papers import message, story


def statement(name):
    found = [s for s in (*message().statements, *story().statements) if s.speaker.value == name]
    assert len(found) == 1
    return found[0]


def kept_out(reading, reason):
    return [reading.words(piece) for piece in reading.kept_out if piece.reason == reason]


def passage(reading, beginning):
    return next(p for p in reading.passages if p.source.startswith(beginning))


def test_1_of_two_dates_the_upper_is_of_release_and_the_lower_is_the_day_the_message_is_for():
    assert message().published.date == PartialDate.of(2012, 9, 11)
    assert message().statements[0].delivered.date == PartialDate.of(2012, 9, 12)


def test_1_the_dateline_without_a_year_takes_it_from_the_release_and_says_so():
    dated = message().dateline_date
    assert message().words(dated) == "12 September"
    assert (dated.date, dated.basis) == (PartialDate.of(2012, 9, 12), Basis.DERIVED)
    assert "2012" in dated.note


def test_2_today_is_counted_from_the_day_of_the_story():
    delivered = statement("Amina Mohammed").delivered
    assert story().words(delivered) == "today"
    assert (delivered.date, delivered.basis) == (PartialDate.of(2017, 9, 12), Basis.DERIVED)


def test_2_recently_is_before_the_story_and_today_does_not_leak_into_it():
    delivered = statement("Liu Zhenmin").delivered
    day_of_story = story().published.date.earliest
    assert story().words(delivered) == "recently"
    assert (delivered.date, delivered.basis) == (PartialDate.before(day_of_story), Basis.INFERRED)


def test_3_the_office_comes_from_the_body_not_from_the_headline():
    capacity = statement("Amina Mohammed").capacity
    assert capacity.value == "United Nations Deputy Secretary-General"
    assert capacity.start > story().title.end
    assert "deputy chief" in story().title.value


def test_4_empty_links_heading_marks_and_bold_italics_are_markup_not_text():
    assert story().title.value.startswith("South-South cooperation key")
    heading = next(p for p in story().passages if p.is_heading)
    assert heading.source.startswith("## South-South cooperation not a substitute")
    assert story().words(heading).startswith("## ***")
    assert not [p.source for p in story().passages if re.search(r"\]\(|\*|#\)", p.source)]


def test_5_a_sentence_cut_by_an_empty_line_is_offered_for_joining_and_not_joined():
    (warning,) = story().warnings
    first, second = story().words(warning).split("\n\n")
    assert first.endswith("General Assembly")
    assert second.startswith("decided")
    assert passage(story(), "decided").start > passage(story(), "To mark").end


def test_6_the_history_of_the_day_is_narration_and_goes_with_the_statement_that_it_leads_to():
    told = statement("Liu Zhenmin").passages[:2]
    assert [p.voice for p in told] == [Voice.NARRATION, Voice.NARRATION]
    assert told[0].source.startswith("To mark the importance")
    assert statement("Amina Mohammed").passages[-1].source.startswith("“It will enable us")


def test_7_a_quote_its_tag_and_a_paraphrase_in_one_paragraph_are_paraphrase_with_quoted_words():
    mixed = passage(story(), "“South-South cooperation should not")
    assert mixed.voice == Voice.PARAPHRASE
    assert "she said, urging all developed nations" in mixed.source
    assert passage(story(), "“It will enable").voice == Voice.VERBATIM


def test_8_curly_quotes_and_dashes_are_kept():
    assert "China’s" in passage(story(), "“Nearly every").source
    assert kept_out(story(), Reason.DATELINE) == ["12 September 2017 –"]


def test_9_disclaimer_and_star_line_are_not_body():
    (disclaimer,) = kept_out(message(), Reason.DISCLAIMER)
    assert disclaimer == message().disclaimer.value
    assert kept_out(message(), Reason.END_MARK) == ["* *** *"]
    assert len(message().passages) == 7
    assert {p.voice for p in message().passages} == {Voice.VERBATIM}
    assert message().passages[0].source.startswith("The past decade has shown")


def test_10_the_agency_in_the_dateline_publishes_and_is_no_author():
    assert message().publisher.value == "UN Information Service"
    assert [s.speaker.value for s in message().statements] == ["Ban Ki-moon"]


def test_11_the_examples_after_a_quote_are_paraphrase():
    examples = passage(story(), "“Nearly every country")
    assert examples.voice == Voice.PARAPHRASE
    assert all(name in examples.source for name in ("China", "India", "Mexico", "Chile"))


def test_12_the_name_of_the_day_is_a_name_of_its_series_not_a_shared_formula(archive):
    series = EventSeries.objects.get(slug="united-nations-day-for-south-south-cooperation")
    names = {fold(series.name), *(fold(other.name) for other in series.names.all())}
    printed = [
        evidence.value
        for speech in Speech.objects.all()
        for evidence in speech.evidence.filter(fact="occasion")
    ]
    assert len(printed) == 3  # “Day of” and “Day for” in 2012, “Day for” in 2017
    assert {fold(name) for name in printed} <= names
    sentences = [
        {fold(s) for p in reading.passages for s in re.split(r"(?<=[.!?]) ", p.source)}
        for reading in (message(), story())
    ]
    assert not sentences[0] & sentences[1]
