"""/documents/: the papers that the statements came on."""

import pytest

from tests.builders import a_document, a_speech, an_organization, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_documents_are_listed_the_newest_first_with_publisher_and_symbol(client):
    vienna = an_organization("Information Service")
    older = a_document("Older", published_on="2012", publisher=vienna, symbols=["UNIS/SGSM/368"])
    newer = a_document("Newer", published_on="2017", kind="news-story")
    a_speech(document=older)
    a_speech(document=newer)
    page = read(client, "/documents/")
    assert page.all("//*[@class='source__title']") == ["Newer", "Older"]
    assert "Information Service" in page.main
    assert "UNIS/SGSM/368" in page.main


def test_a_document_that_carries_only_drafts_is_not_listed(client):
    a_speech(document=a_document("Secret paper"), published=False)
    a_document("Paper without statement")
    page = read(client, "/documents/")
    assert "No documents here" in page.main
    assert "paper" not in page.words("//ol")


def test_one_kind_alone_with_counts(client):
    a_speech(document=a_document("A story", kind="news-story"))
    a_speech(document=a_document("A release", kind="press-release"))
    page = read(client, "/documents/?kind=news-story")
    assert page.h1 == "News stories"
    assert page.all("//*[@class='source__title']") == ["A story"]
    assert page.all("//ul[@class='kinds__list']/li") == [
        "All",
        "Press releases 1",
        "News stories 1",
    ]


def test_many_documents_come_in_pages(client):
    many_speeches(26)
    assert len(read(client, "/documents/").all("//*[@class='source__title']")) == 25
    assert len(read(client, "/documents/?page=2").all("//*[@class='source__title']")) == 1


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    many_speeches(count)
    assert queries_of("/documents/") == 4
