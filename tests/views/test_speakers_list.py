"""/speakers/: whose words the archive holds, from A to Z."""

import pytest

from tests.builders import a_speaker, a_speech, a_tenure, an_office, an_organization, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_speakers_stand_under_the_letter_they_are_sorted_by(client):
    a_speaker("Amina Mohammed", sort_name="Mohammed, Amina")
    a_speaker("Ban Ki-moon", sort_name="Ban Ki-moon")
    page = read(client, "/speakers/")
    assert page.all("//section[@id='letter-B']//a") == ["Ban Ki-moon"]
    assert page.all("//section[@id='letter-M']//a") == ["Mohammed, Amina"]


def test_each_has_the_number_of_their_statements_and_an_office(client):
    office = an_office("Secretary-General", an_organization("United Nations"))
    a_speech(tenure=a_tenure(a_speaker("Ban Ki-moon"), office))
    page = read(client, "/speakers/")
    assert page.all("//section[@id='letter-B']//li") == [
        "Ban Ki-moon 1 statement Secretary-General, United Nations"
    ]


def test_statements_of_others_that_they_delivered_are_not_counted_as_theirs(client):
    reader = a_speaker("Reader")
    speech = a_speech(speaker=a_speaker("Writer"))
    speech.attributions.create(speaker=reader, role="delivered_by", position=1)
    page = read(client, "/speakers/")
    assert page.all("//li[@class='entry']") == ["Reader", "Writer 1 statement"]


def test_drafts_are_not_counted(client):
    a_speech(speaker=a_speaker("Ban Ki-moon"), published=False)
    assert page_entries(client) == ["Ban Ki-moon"]


def page_entries(client):
    return read(client, "/speakers/").all("//li[@class='entry']")


def test_those_without_statements_can_be_left_out(client):
    a_speech(speaker=a_speaker("Ban Ki-moon"))
    a_speech(speaker=a_speaker("Secret speaker"), published=False)
    a_speaker("Kofi Annan")
    page = read(client, "/speakers/?with=statements")
    assert page.all("//li[@class='entry']/a") == ["Ban Ki-moon"]
    assert page.all("//ul[@class='kinds__list']/li") == ["All 3", "With statements 1"]
    assert page.canonical.endswith("/speakers/?with=statements")


def test_the_offices_with_most_statements_are_named(client):
    office = an_office("Secretary-General", an_organization("United Nations"))
    a_speech(tenure=a_tenure(a_speaker("Ban Ki-moon"), office))
    page = read(client, "/speakers/")
    assert page.all("//section[h2[.='By office']]//li") == [
        "Secretary-General 1 statement United Nations"
    ]
    assert office.get_absolute_url() in page.links()


def test_many_speakers_come_in_pages(client):
    for number in range(101):
        a_speaker(f"Speaker no. {number:03}")
    assert "?page=2" in read(client, "/speakers/").links()
    assert len(read(client, "/speakers/?page=2").all("//li[@class='entry']")) == 1


def test_without_speakers_it_says_so(client):
    assert "No speakers here yet" in read(client, "/speakers/").main


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    many_speeches(count)
    assert queries_of("/speakers/") == 9
