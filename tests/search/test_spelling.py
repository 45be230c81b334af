"""“Did you mean …”: the archive's own words, and only those that readers may see."""

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speeches.models import Document, Passage, Rights, Speech
from speeches.search import spelling
from tests.builders import (
    a_document,
    a_series,
    a_speaker,
    a_speech,
    a_tenure,
    a_text,
    an_event,
    an_office,
)

pytestmark = pytest.mark.django_db


def meant(text):
    correction = spelling.correct(text)
    return correction.text if correction else None


@pytest.fixture
def archive():
    speech = a_speech(
        "Message of the Secretary-General",
        tenure=a_tenure(a_speaker("Amina Mohammed")),
        event=an_event("Forum of Nairobi"),
        body="Cooperation among countries of the South grows; multilateralism endures.",
    )
    others = {
        "fr": "La coopération triangulaire et le développement durable.",
        "es": "La cooperación y el desarrollo sostenible.",
        "pt": "A cooperação e o desenvolvimento.",
        "ru": "Сотрудничество развивающихся стран.",
        "ar": "إنَّ التَّعاوُن بين البلدان النامية.",
        "zh": "南南合作是发展中国家的伙伴关系。",
    }
    for language, body in others.items():
        a_text(speech, body, language=language)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("coperation", "cooperation"),
        ("cooperatoin", "cooperation"),
        ("coperaton", "cooperation"),
        ("cooperrationn", "cooperation"),
        ("xooperation", "cooperation"),
        ("multilatralisim", "multilateralism"),
        ("sotuh", "south"),
        ("Soth", "south"),
        ("mohamed", "mohammed"),
        ("nairobbi", "nairobi"),
        ("coopérasion", "coopération"),
        ("developement durable", "développement durable"),
        ("desarollo", "desarrollo"),
        ("dezenvolvimento", "desenvolvimento"),
        ("сотрудничевство", "сотрудничество"),
        ("التعاوون", "التعاون"),
        ("Amina Mohamed, Nairobi!", "Amina mohammed, Nairobi!"),
        ('"cuontries of the South" -loans', '"countries of the South" -loans'),
        ("speaker:mohamed cooperation", "speaker:mohammed cooperation"),
        ("said:coperation", "said:cooperation"),
        ("coperation OR triangulare", "cooperation OR triangulaire"),
        ("cooperation", None),
        ("countries multilateralism nairobi", None),
        ("cooperating", None),
        ("zebra", None),
        ("xyzzyxyzzy", None),
        ("tag:coperation", None),
        ("-coperation", None),
        ("南北", None),
        ("sth", None),
        ("2017", None),
        ("", None),
    ],
)
def test_a_slip_is_corrected_and_nothing_else(archive, typed, expected):
    assert meant(typed) == expected


def test_a_rare_form_gives_way_to_one_that_is_found_far_more_often():
    a_speech("Coperation")
    for number in range(19):
        a_speech(f"Cooperation {number}")
    assert meant("coperation") is None
    a_speech("Cooperation")
    assert meant("coperation") == "cooperation"


def test_of_words_as_near_the_more_frequent_is_meant():
    a_speech("A walnut")
    for number in range(3):
        a_speech(f"Of walrus {number}")
    assert meant("walnus") == "walrus"


HIDDEN = {
    "a draft": {"published": False},
    "scheduled": {"published_at": "2999-01-01T00:00Z"},
    "under embargo": {"embargo_until": "2999-01-01T00:00Z"},
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_word_of_hidden_statements_alone_is_never_told(how):
    speech = a_speech("Secret walnuts", body="They were roasted.", **HIDDEN[how])
    assert meant("wallnuts") is meant("rosted") is None
    Speech.objects.filter(pk=speech.pk).update(
        state="published", published_at=speech.created_at, embargo_until=None
    )
    assert (meant("wallnuts"), meant("rosted")) == ("walnuts", "roasted")
    Speech.objects.filter(pk=speech.pk).update(state="draft", published_at=None)
    assert meant("wallnuts") is meant("rosted") is None


def test_neither_is_a_word_that_may_not_be_shown():
    body = "Welcome.\n\nMore.\n\nThe walnuts."
    a_speech("Withheld", document=a_document(full=False), body=body)
    assert meant("wallnuts") is None
    Document.objects.update(rights=Rights.objects.create(name="All", allows_full_text=True))
    assert meant("wallnuts") == "walnuts"
    Document.objects.update(rights=None)
    assert meant("wallnuts") is None


def test_words_that_come_later_are_learned_and_those_that_went_are_not_told():
    speech = a_speech("A speech", body="Rain.")
    Passage.objects.filter(speech=speech).update(body="Walnuts.")
    assert meant("wallnuts") == "walnuts"
    Passage.objects.filter(speech=speech).update(body="Rain.")
    assert meant("wallnuts") is None


GONE = {
    **{
        how: (lambda s, to=to: Speech.objects.filter(pk=s.pk).update(**to))
        for how, to in {
            "withdrawn": {"state": "draft", "published_at": None},
            "scheduled": {"published_at": "2999-01-01T00:00Z"},
            "under embargo": {"embargo_until": "2999-01-01T00:00Z"},
        }.items()
    },
    "deleted": lambda s: s.delete(),
    "rewritten": lambda s: Passage.objects.filter(speech=s).update(body="Rain."),
    "without rights": lambda s: Document.objects.filter(texts__speech=s).update(rights=None),
    "closed": lambda s: Rights.objects.filter(documents__texts__speech=s).update(
        allows_full_text=False
    ),
}


@pytest.mark.parametrize("how", GONE)
def test_a_form_that_went_is_not_told_though_another_of_its_stem_stands(how):
    rights = Rights.objects.create(name="Some", slug="some", allows_full_text=True)
    body = "Welcome.\n\nMore.\n\nWalnuts, and la coopération."
    speech = a_speech("One", body=body, document=a_document(rights=rights))
    a_speech("Another", body="A walnut, and cooperation.")
    assert (meant("wallnuts"), meant("coopérasion")) == ("walnuts", "coopération")
    GONE[how](speech)
    assert (meant("wallnuts"), meant("coopérasion")) == ("walnut", "cooperation")


def test_a_form_is_told_though_the_newest_have_others_of_its_stem(monkeypatch):
    monkeypatch.setattr(spelling, "LOOKED_INTO", 2)
    a_speech("Old", body="The Walnuts.", delivered="1999")
    for number in range(3):
        a_speech(f"New {number}", body="A walnut.", delivered="2020")
    assert meant("wallnuts") == "walnuts"
    monkeypatch.setattr(spelling, "SEARCHED", 2)
    assert meant("wallnuts") == "walnut"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("heddline", "headline"),
        ("sumary", "summary"),
        ("amena", "amina"),
        ("delegats", "delegate"),
        ("nairobbi", "nairobi"),
        ("assembley", "assembly"),
        ("rosted", "roasted"),
        ("seccret", None),
    ],
)
def test_words_of_all_that_readers_are_shown_are_told(typed, expected):
    a_speech(
        "Headline",
        summary="A summary.",
        tenure=a_tenure(a_speaker("Amina"), an_office("Delegate")),
        event=an_event("Forum of Nairobi", series=a_series("Assembly")),
        document=a_document(full=False),
        body="Roasted.\n\nMore.\n\nThe secret.",
    )
    assert meant(typed) == expected


def test_a_rebuild_learns_all_words_anew(archive):
    call_command("search", "rebuild", "--anew", verbosity=0)
    assert meant("coperation") == "cooperation"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=80) | st.text(alphabet="coperation \"-:*'éب南", max_size=40))
def test_anything_can_be_typed(archive, text):
    correction = spelling.correct(text)
    assert correction is None or correction.text != text
