"""/documents/<slug>/received/: the bytes, exactly as they came."""

import pytest

from tests.builders import a_document, a_speech

pytestmark = pytest.mark.django_db

BYTES = "Caf\u00e9 \u201cquoted\u201d\r\nsecond line\r\n".encode("windows-1252")


@pytest.fixture
def paper():
    document = a_document("A paper", held=False)
    document.receive(BYTES)
    document.save()
    a_speech(document=document)
    return document


def test_it_gives_the_bytes_exactly(client, paper):
    response = client.get("/documents/a-paper/received/")
    assert response.status_code == 200
    assert response.content == BYTES


def test_a_browser_saves_it_and_never_guesses_what_it_is(client, paper):
    response = client.get("/documents/a-paper/received/")
    assert response["Content-Disposition"] == 'attachment; filename="a-paper.txt"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == f"text/plain; charset={paper.encoding}"


def test_a_type_that_is_none_is_given_as_bytes(client, paper):
    paper.media_type = "text/html\r\nX-Evil: 1"
    paper.save()
    response = client.get("/documents/a-paper/received/")
    assert response["Content-Type"] == "application/octet-stream"
    assert "X-Evil" not in response


@pytest.mark.parametrize("encoding", ["utf-8+markup", "utf-8\r\nX-Evil: 1", "a; b=c"])
def test_an_encoding_that_is_none_is_not_named(client, paper, encoding):
    paper.encoding = encoding
    paper.save()
    response = client.get("/documents/a-paper/received/")
    assert response["Content-Type"] == "text/plain"
    assert response.content == BYTES


def test_it_is_not_given_out_where_rights_forbid(client):
    a_speech(document=a_document("A paper", full=False))
    response = client.get("/documents/a-paper/received/")
    assert response.status_code == 404


def test_a_document_that_is_not_held_has_no_bytes(client):
    a_speech(document=a_document("A paper", held=False), body="")
    assert client.get("/documents/a-paper/received/").status_code == 404


def test_a_document_of_drafts_is_not_given_to_strangers(client):
    a_speech(document=a_document("A paper"), published=False)
    assert client.get("/documents/a-paper/received/").status_code == 404


def test_an_earlier_address_leads_to_the_bytes_too(client, paper):
    paper.slug = "the-paper"
    paper.save()
    response = client.get("/documents/a-paper/received/")
    assert (response.status_code, response["Location"]) == (301, "/documents/the-paper/received/")
