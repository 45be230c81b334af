"""What the reader makes of invented documents in the layouts that it knows."""

import datetime

from speeches.dates import PartialDate
from speeches.intake import read
from speeches.intake.reading import Reason, Voice

from . import papers


def kept_out(reading):
    return {(piece.reason, reading.words(piece)) for piece in reading.kept_out}


def test_a_message_from_vienna_with_its_printed_symbol():
    reading = read(papers.INVENTED_MESSAGE)
    (statement,) = reading.statements
    assert reading.kind == "press-release"
    assert [symbol.value for symbol in reading.symbols] == ["UNIS/SGSM/9999"]
    assert statement.speaker.value == "Rosalind Okafor-Lindqvist"
    assert statement.capacity.value == "United Nations Secretary-General"
    assert (statement.kind.value, statement.mode.value) == ("message", "written")
    assert statement.delivered.date == PartialDate.of(2031, 3, 5)
    assert reading.published.date == PartialDate.of(2031, 3, 3)
    assert statement.event is None
    assert statement.occasion.value == "International Day of Shared Wells"
    assert (reading.place.value, reading.publisher.value) == ("VIENNA", "UN Information Service")


def test_official_numbers_stay_and_a_line_end_in_a_paragraph_joins():
    passages = read(papers.INVENTED_MESSAGE).passages
    assert [p.source for p in passages] == [
        "A well that two villages dig belongs to both.",
        "1. Water is not a gift. It is a duty.",
        "I ask every Government to keep its wells open.",
    ]


def test_nothing_after_the_end_mark_is_said_by_the_speaker():
    kept = kept_out(read(papers.INVENTED_MESSAGE))
    assert (Reason.CONTACT, "Media contacts: press desk") in kept
    assert (Reason.END_MARK, "* *** *") in kept


def test_a_release_from_new_york_names_day_place_and_event_in_its_introduction():
    reading = read(papers.INVENTED_RELEASE)
    (statement,) = reading.statements
    assert [s.value for s in reading.symbols] == ["DSG/SM/99001", "DEV/99002"]
    assert statement.speaker.value == "Tomas Achterberg"
    assert statement.text_status.value == "as-prepared"
    assert statement.event.value == "opening of the forum on river crossings"
    assert statement.place.value == "Nairobi"
    assert statement.delivered.date == PartialDate.of(2031, 10, 17)
    assert reading.published.date == PartialDate.of(2031, 10, 18)
    assert [p.source for p in reading.passages] == [
        "Thank you, Madam Chair.",
        "A bridge has two banks, and so has a bargain.",
    ]


def test_a_story_with_two_people_is_two_statements_each_with_its_own_day_and_place():
    first, second = read(papers.INVENTED_STORY).statements
    assert first.printed_as.value == "Director of the World Orchard Programme Ingrid Halvorsen"
    assert first.delivered.date == PartialDate.of(2031, 5, 12)  # the Monday before
    assert first.occasion.value == "World Orchard Day"
    assert first.place.value == "Geneva"
    assert second.capacity.value == "Minister for Rural Affairs"
    assert second.speaker.value == "Mateo Quispe"
    assert second.delivered.date == PartialDate.before(datetime.date(2031, 5, 14))
    assert second.event.value == "Andean Harvest Conference"
    assert second.place.value == "Lima"
    assert [o.value for o in second.organizers] == ["Government of Peru", "Potato Union"]


def test_the_voices_of_a_story():
    reading = read(papers.INVENTED_STORY)
    assert [(p.voice, p.source[:14]) for p in reading.passages] == [
        (Voice.PARAPHRASE, "Nobody should "),
        (Voice.PARAPHRASE, "“We have apple"),
        (Voice.NARRATION, "## Carts for a"),
        (Voice.NARRATION, "The road from "),
        (Voice.NARRATION, "Earlier this w"),
        (Voice.PARAPHRASE, "“Terraces were"),
        (Voice.VERBATIM, "“They still ho"),
    ]


def test_the_lines_around_a_story_are_kept_out_with_their_reasons():
    assert kept_out(read(papers.INVENTED_STORY)) == {
        (Reason.NAVIGATION, "UN News"),
        (Reason.NAVIGATION, "Facebook Twitter Print Email"),
        (Reason.TITLE, "Share the harvest, urges UN food chief"),
        (Reason.DATE, "14 May 2031"),
        (Reason.NAVIGATION, "Economic Development"),
    }


def test_a_story_that_does_not_say_when_leaves_the_day_open_and_asks():
    text = papers.INVENTED_STORY.replace(" said on Monday", " said")
    reading = read(text)
    assert reading.statements[0].delivered is None
    assert [reading.words(w) for w in reading.warnings] == [
        "Director of the World Orchard Programme Ingrid Halvorsen"
    ]


def test_today_within_a_quotation_is_the_speakers_and_dates_nothing():
    text = papers.INVENTED_STORY.replace("said on Monday", "said").replace(
        "“We have", "“Today we have"
    )
    assert read(text).statements[0].delivered is None


def test_a_text_of_no_known_layout_is_still_one_statement_with_its_words():
    reading = read("Statement by the Chair\n\nWe met.\n\nWe agreed.")
    assert reading.layout == ""
    assert [p.source for p in reading.passages] == ["We met.", "We agreed."]


def test_an_empty_text_has_no_statement():
    for text in ("", " \n\n\t", "\0"):
        reading = read(text)
        assert reading.statements == ()
        assert reading.passages == ()
