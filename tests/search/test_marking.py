"""The passages that answer a search, with the words marked."""

from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speeches import search
from speeches.models import Passage, Speech
from speeches.search import marking
from tests.builders import a_document, a_speech, a_text

pytestmark = pytest.mark.django_db


def marked(text):
    expression = search.prepared(search.parse(text))
    speeches = list(search.found(Speech.objects.published(), expression).for_lists())
    passages = marking.passages(speeches, expression)
    return [(m.pid, str(m.words)) for s in speeches for m in passages.get(s.pk, [])]


def test_of_a_very_long_text_only_the_beginning_is_read(monkeypatch):
    monkeypatch.setattr(marking, "MOST_READ", 2)
    a_speech(body="First rain.\n\nThen rain.\n\nMore rain.")
    assert [pid for pid, _words in marked("rain")] == ["p1", "p2"]
    assert marked("more") == []


def test_words_are_marked_in_every_form_and_accent():
    a_speech(body="Co-operation needs cooperating countries.")
    assert marked("cooperate country") == [
        ("p1", "<mark>Co-operation</mark> needs <mark>cooperating countries</mark>.")
    ]


def test_a_phrase_is_marked_only_where_it_stands_whole():
    a_speech(body="The South and the global South.")
    assert marked('"global south"') == [("p1", "The South and the <mark>global South</mark>.")]


def test_a_beginning_marks_the_whole_word():
    a_speech(body="Many countries.")
    assert marked("countr*") == [("p1", "Many <mark>countries</mark>.")]


def test_the_passages_that_answer_most_come_first():
    a_speech(body="Rain.\n\nRain and wind.\n\nWind, rain and hail.\n\nNothing.")
    assert [pid for pid, _ in marked("rain wind hail")] == ["p3", "p2"]


def test_words_without_are_not_marked_and_keys_neither():
    a_speech(body="Rain in 2017.")
    assert marked("rain -snow year:2017") == [("p1", "<mark>Rain</mark> in 2017.")]


def test_said_is_marked_only_where_the_speaker_is_heard():
    speech = a_speech(body="Rain, she told.\n\nIt says rain.")
    Passage.objects.filter(speech=speech, pid="p1").update(voice="narration")
    assert marked("said:rain") == [("p2", "It says <mark>rain</mark>.")]


def test_markup_is_shown_as_words_and_signs_as_signs():
    a_speech(body="**Rain** <b>[falls](https://example.org/)</b> & stays.")
    assert marked("rain falls") == [
        ("p1", "<mark>Rain</mark> &lt;b&gt;<mark>falls</mark>&lt;/b&gt; &amp; stays.")
    ]


def test_a_long_passage_is_cut_around_its_first_answer():
    a_speech(body=f"{'word ' * 200}walnut {'word ' * 200}")
    ((_, words),) = marked("walnut")
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert "<mark>walnut</mark>" in words
    assert len(words) < 400


def test_han_and_arabic_words_are_marked():
    a_speech("Zh", body="南南合作很重要。", text={"language": "zh"})
    a_speech("Ar", body="إنَّ التَّعاوُن مهم.", text={"language": "ar"})
    assert marked("合作") == [("p1", "南南<mark>合作</mark>很重要。")]
    assert marked("التعاون") == [("p1", "إنَّ <mark>التَّعاوُن</mark> مهم.")]


def test_words_that_may_not_be_shown_are_not_shown():
    a_speech(
        "Of rain",
        body="Rain.\n\nMore rain.\n\nStill rain.",
        document=a_document(full=False),
    )
    assert marked("rain") == []


def test_only_the_preferred_text_is_shown():
    speech = a_speech("Of rain", body="Rain.")
    a_text(speech, "La pluie, rain.", language="fr", status="reported")
    assert [words for _, words in marked("rain")] == ["<mark>Rain</mark>."]


def test_all_passages_of_a_page_come_in_one_query(django_assert_num_queries):
    for number in range(5):
        a_speech(f"Rain {number}", body="Rain.\n\nRain again.")
    expression = search.prepared(search.parse("rain"))
    speeches = list(search.found(Speech.objects.published(), expression).for_lists())
    with django_assert_num_queries(1):
        assert len(marking.passages(speeches, expression)) == 5


def test_passages_that_cannot_be_among_the_best_are_not_looked_into(monkeypatch):
    a_speech(
        body="\n\n".join(["Nothing.", *["Wind."] * 9, "Rain.", "Wind and rain.", *["Rain."] * 9])
    )
    looked_into = []
    tokens = marking.stems.tokens
    monkeypatch.setattr(
        marking.stems, "tokens", lambda text, *of: looked_into.append(text) or tokens(text, *of)
    )
    assert [pid for pid, _words in marked("wind OR rain")] == ["p2", "p3"]
    assert looked_into == ["Wind.", "Wind."]
    looked_into.clear()
    assert [pid for pid, _words in marked("rain wind")] == ["p12", "p2"]
    assert looked_into == ["Wind.", "Wind.", "Wind and rain."]
    assert marked("rain hail") == []


def test_where_two_answer_as_well_as_can_be_the_rest_is_not_read(monkeypatch):
    a_speech(body="\n\n".join(["Rain.", "Nothing.", "Rain.", "Rain.", "More rain."]))
    read = []
    words = marking.stems.words
    monkeypatch.setattr(marking.stems, "words", lambda text: read.append(text) or words(text))
    expression = search.prepared(search.parse("rain"))
    speeches = list(search.found(Speech.objects.published(), expression).for_lists())
    read.clear()
    (found,) = marking.passages(speeches, expression).values()
    assert [each.pid for each in found] == ["p1", "p3"]
    assert read == ["Rain.", "Nothing.", "Rain."]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=200), typed=st.text(max_size=40))
def test_marks_change_no_letter(words, typed):
    marker = marking.Marker(search.prepared(search.parse(typed)))
    score, spans = marker.spans(words, "en")
    assert score <= marker.at_most(words, "en")
    shown = marker.marked(words, spans)
    assert unescape(shown.replace("<mark>", "").replace("</mark>", "")) == words


WORDS = [
    "Rain",
    "co-operation",
    "Co‐ordinate",
    "coo\u0301peration",
    "南南合作",
    "التَّعاوُن",
    "rain\u00adfall",
    "-",
    "’s",
]


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    words=st.lists(st.sampled_from(WORDS) | st.text(max_size=8)).map(" ".join),
    typed=st.lists(st.sampled_from([*WORDS, '"', "OR", "coop*", "said:"]), max_size=6).map("".join)
    | st.lists(st.sampled_from([*WORDS, "OR", "coop*", "said:rain"]), max_size=6).map(" ".join),
    language=st.sampled_from(["en", "fr", "ar", "zh", "ru"]),
    is_said=st.booleans(),
)
def test_which_words_there_are_tells_how_well_they_answer_at_most(words, typed, language, is_said):
    marker = marking.Marker(search.prepared(search.parse(typed)))
    score, _spans = marker.spans(words, language, is_said=is_said)
    most = marker.at_most(words, language, is_said=is_said)
    assert score <= most
    if all(len(each.stems) == 1 for each in marker.wanted):
        assert score == most
