"""/tags/: the vocabulary from A to Z and by kind."""

import pytest

from tests.builders import a_speech, a_tag, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_tags_stand_under_their_letters(client):
    for name in ("equity", "Élan", "trade", "2030 Agenda"):
        a_tag(name)
    page = read(client, "/tags/")
    assert page.all("//h2[@class='group__title']") == ["0–9", "E", "T"]
    assert page.all("//section[@id='letter-E']//a") == ["Élan", "equity"]


def test_a_tag_shows_how_many_statements_carry_it(client):
    a_speech(tags=["trade", "equity"])
    a_speech(tags=["trade"])
    a_tag("aid")
    page = read(client, "/tags/")
    assert page.all("//li[@class='entry']") == [
        "aid 0 statements",
        "equity 1 statement",
        "trade 2 statements",
    ]


def test_drafts_are_not_counted(client):
    a_speech(tags=["trade"], published=False)
    assert "trade 0 statements" in read(client, "/tags/").main


def test_one_kind_alone(client):
    a_tag("Paris Agreement", kind="framework")
    a_tag("trade")
    page = read(client, "/tags/?kind=framework")
    assert page.h1 == "Frameworks"
    assert page.all("//li[@class='entry']/a") == ["Paris Agreement"]
    assert page.canonical.endswith("/tags/?kind=framework")
    assert "Topics 1" in page.main


def test_one_letter_alone(client):
    a_tag("Élan")
    a_tag("equity")
    a_tag("trade")
    page = read(client, "/tags/?letter=e")
    assert page.all("//li[@class='entry']/a") == ["Élan", "equity"]


def test_a_long_vocabulary_comes_in_pages_that_keep_the_kind(client):
    for number in range(201):
        a_tag(f"tag {number:03}")
    page = read(client, "/tags/?kind=topic")
    assert len(page.all("//li[@class='entry']")) == 200
    assert "?kind=topic&page=2" in page.links()
    assert len(read(client, "/tags/?kind=topic&page=2").all("//li[@class='entry']")) == 1


def test_an_empty_vocabulary_says_what_to_do(client):
    page = read(client, "/tags/")
    assert "No tags yet" in page.main
    assert "/speeches/" in page.links()


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    many_speeches(count)
    assert queries_of("/tags/") == 5
