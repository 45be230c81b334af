"""Which records are proposed for what was read, with what reason, and how many are looked at."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speeches.dates import PartialDate
from speeches.intake import candidates, duplicates, topics
from speeches.models import SpeakerName, SpeechText, TagLabel
from tests import builders
from tests.plans import plan_of

pytestmark = pytest.mark.django_db
DAY = PartialDate.of(2012, 9, 12)
LONG = " ".join(f"word{n} follows word{n + 1} in this text" for n in range(120))


def sure(found):
    return candidates.certain(found)


@pytest.mark.parametrize(
    "printed",
    [
        "Ban Ki-moon",
        "BAN KI-MOON",
        "Ban Ki‑moon",
        "H.E. Mr. Ban Ki-moon",
        "Ki-moon Ban",
        "BAN Ki-Moon",
    ],
)
def test_a_name_is_known_in_capitals_order_and_signs(archive, printed):
    assert sure(candidates.speakers(printed)).slug == "ban-ki-moon"


@pytest.mark.parametrize("printed", ["Mr. Ban", "the Secretary-General"])
def test_a_part_of_a_name_or_an_office_is_likely_and_never_certain(archive, printed):
    first, *_others = candidates.speakers(printed, on=DAY)
    assert first.record.slug == "ban-ki-moon"
    assert first.confidence == "likely"


def test_an_office_on_another_day_is_another_person(archive):
    found = candidates.speakers("the Secretary-General", on=PartialDate.of(2018, 5, 1))
    assert [candidate.record.slug for candidate in found] == ["antonio-guterres"]


def test_accents_and_other_names_in_other_scripts_are_known():
    guterres = builders.a_speaker("António Guterres")
    SpeakerName.objects.create(speaker=guterres, name="安东尼奥·古特雷斯", language="zh")
    assert sure(candidates.speakers("Antonio GUTERRES")) == guterres
    assert sure(candidates.speakers("安东尼奥·古特雷斯")) == guterres


def test_two_people_of_one_name_demand_a_choice():
    builders.a_speaker("Maria Silva")
    builders.a_speaker("Maria Silva", slug="maria-silva-2", sort_name="Maria Silva")
    found = candidates.speakers("Maria Silva")
    assert len(found) == 2
    assert sure(found) is None


def test_two_offices_of_one_title_on_the_day_demand_a_choice():
    speaker = builders.a_speaker()
    for _ in range(2):
        office = builders.an_office("Director")
        builders.a_tenure(speaker, office, "2010", "2014")
    builders.a_tenure(speaker, builders.an_office("Director"), "1990", "1999")
    found = candidates.capacities(speaker, "Director", DAY)
    assert sure(found) is None
    assert [c.confidence for c in found] == ["likely", "likely", "doubtful"]
    assert "not that day" in found[-1].reason


def test_an_unnamed_office_held_that_day_is_offered_with_doubt():
    tenure = builders.a_tenure(start="2010")
    (found,) = candidates.capacities(tenure.speaker, "", DAY)
    assert (found.record, found.confidence) == (tenure, "doubtful")


def test_a_day_is_found_by_another_name_of_its_series_and_its_year(archive):
    series, found = candidates.occasions(["United Nations Day of South-South Cooperation"], DAY)
    assert str(sure(found)) == f"{series} 2012"


def test_a_day_that_is_not_named_is_proposed_by_its_rule_and_doubted(archive):
    series, found = candidates.occasions([], DAY)
    assert series is None
    assert [c.confidence for c in found] == ["doubtful"]
    assert "12 September" in found[0].reason
    assert candidates.occasions([], PartialDate.of(2012, 9, 13)) == (None, [])


def test_an_event_is_found_by_name_place_and_year(archive):
    found = candidates.events(
        "Development Cooperation Symposium", PartialDate.of(2017), "Buenos Aires"
    )
    assert sure(found).city == "Buenos Aires"
    assert "Buenos Aires" in found[0].reason
    assert not candidates.events("Development Cooperation Symposium", PartialDate.of(2003))


def test_a_publisher_is_found_by_the_beginning_of_its_name_and_the_place(archive):
    found = candidates.organizations("UN Information Service", "VIENNA")
    assert str(sure(found)) == "United Nations Information Service Vienna"


def test_tags_are_found_by_labels_in_any_language_and_as_whole_words():
    equity = builders.a_tag("Equity")
    TagLabel.objects.create(tag=equity, label="équité", language="fr")
    TagLabel.objects.create(tag=equity, label="公平", language="zh")
    trade = builders.a_tag("Trade")
    (found,) = topics.named_in("L’équité d’abord, et l’Équité encore.")
    assert (found.tag, found.times, found.confidence) == (equity, 2, "certain")
    assert [topic.tag for topic in topics.named_in("我们要公平发展")] == [equity]
    assert [topic.tag for topic in topics.named_in("Trade, not traded trademarks")] == [trade]


# -- duplicates


def test_a_text_that_is_nearly_the_same_is_found_and_one_like_it_is_not():
    speech = builders.a_speech(body=LONG)
    changed = LONG.replace("word50 ", "another ").upper().replace(" ", "  ")
    assert [twin.record for twin in duplicates.of_words(changed)] == [speech]
    assert not duplicates.of_words(" ".join(reversed(LONG.split())))
    assert not duplicates.of_words("A short text.")


def test_prints_follow_the_text_when_it_is_edited():
    speech = builders.a_speech(body=LONG)
    text = speech.texts.get()
    text.body = " ".join(f"quite{n} other{n} things{n} are{n} said" for n in range(60))
    text.save()
    assert not duplicates.of_words(LONG)
    assert [twin.record for twin in duplicates.of_words(text.body)] == [speech]


def test_symbols_and_their_parts_find_their_document():
    document = builders.a_document(symbols=["DSG/SM/1083"])
    (twin,) = duplicates.of_symbols(["DSG/SM/1083-DEV/3280"])
    assert twin.record == document
    assert "DSG/SM/1083" in twin.reason


def test_the_same_speaker_on_the_same_day_is_told_and_on_another_is_not():
    speaker = builders.a_speaker()
    speech = builders.a_speech(speaker=speaker, delivered="12 September 2012")
    assert [twin.record for twin in duplicates.of_statement(speaker, DAY, [])] == [speech]
    assert not duplicates.of_statement(speaker, PartialDate.of(2012, 9, 13), [])
    assert not duplicates.of_statement(builders.a_speaker(), DAY, [])


def test_no_question_reads_whole_tables():
    """Every lookup of a text or a symbol walks an index, as the plan for it says."""
    builders.a_speech(body=LONG)
    with CaptureQueriesContext(connection) as captured:
        duplicates.of_words(LONG)
        duplicates.of_symbols(["A/1"])
        duplicates.of_bytes("0" * 64)
        candidates.speakers("Amina Mohammed")
    for query in list(captured):
        plan = plan_of(query["sql"])
        assert "SCAN speeches_" not in plan, (plan, query["sql"])
        assert "Seq Scan on" not in plan, (plan, query["sql"])


def test_seeding_keeps_prints_too(archive):
    held = SpeechText.objects.exclude(body="").filter(
        speech__attributions__speaker__slug="ban-ki-moon"
    )
    assert duplicates.of_words(held.get().body)[0].record == held.get().speech


def test_an_office_whose_title_begins_like_a_form_of_address_is_found(archive):
    office = builders.an_office("Minister of Planning", builders.an_organization("Freedonia"))
    assert candidates.offices("Minister of Planning") == [office]
