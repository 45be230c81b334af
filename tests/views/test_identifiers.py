"""/id/ and /symbols/: addresses that are cited lead to where things stand today."""

import pytest

from tests.builders import a_document, a_speech, a_text
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_a_permanent_id_leads_to_the_statement_whatever_its_slug(client):
    speech = a_speech()
    speech.slug = "renamed"
    speech.save()
    response = client.get(f"/id/{speech.pid}")
    assert (response.status_code, response["Location"]) == (302, "/speeches/renamed/")


def test_a_passage_id_leads_to_the_passage(client):
    speech = a_speech(body="One.\n\nTwo.\n\nThree.")
    location = client.get(f"/id/{speech.pid}/p3")["Location"]
    assert location == f"{speech.get_absolute_url()}#p3"


def test_a_passage_keeps_its_address_when_others_are_inserted(client):
    speech = a_speech(body="The first words stand here.\n\nThe last words stand here.")
    text = speech.texts.get()
    text.body = f"Something new comes before.\n\n{text.body}"
    text.save()
    location = client.get(f"/id/{speech.pid}/p2")["Location"]
    page = read(client, location)
    assert "The last words stand here." in page.words("//*[@id='p2']")


def test_a_passage_that_was_removed_leads_to_the_statement(client):
    speech = a_speech(body="The first words stand here.\n\nQuite another sentence follows.")
    text = speech.texts.get()
    text.body = "The first words stand here."
    text.save()
    assert client.get(f"/id/{speech.pid}/p2")["Location"] == speech.get_absolute_url()


def test_a_passage_of_another_text_opens_that_text(client):
    speech = a_speech(body="In English.")
    french = a_text(speech, "En français.", language="fr", status="as-issued")
    location = client.get(f"/id/{speech.pid}/{french.passages.get().pid}")["Location"]
    assert "language=fr" in location
    assert "En français." in read(client, location).words("//*[@id='p2']")


@pytest.mark.parametrize("passage", ["p99", "p0", "q1", "p1x", "p١", "p" + "9" * 30])
def test_a_passage_that_never_was_is_not_found_but_the_statement_is_near(client, passage):
    speech = a_speech()
    page = read(client, f"/id/{speech.pid}/{passage}", 404)
    assert speech.get_absolute_url() in page.links()


@pytest.mark.parametrize("pid", ["nothing", "%00", "x" * 500])
def test_an_unknown_id_is_not_found(client, pid):
    assert client.get(f"/id/{pid}").status_code == 404
    assert client.get(f"/id/{pid}/p1").status_code == 404


def test_the_ids_of_a_draft_are_not_found_by_strangers(client):
    speech = a_speech(published=False)
    assert client.get(f"/id/{speech.pid}").status_code == 404
    assert client.get(f"/id/{speech.pid}/p1").status_code == 404


# -- symbols


@pytest.mark.parametrize("written", ["UNIS/SGSM/368", "unis/sgsm/368", "UNIS/SGSM/368/"])
def test_a_symbol_leads_to_the_statement(client, written):
    speech = a_speech(document=a_document(symbols=["UNIS/SGSM/368"]))
    response = client.get(f"/symbols/{written}")
    assert (response.status_code, response["Location"]) == (302, speech.get_absolute_url())


@pytest.mark.parametrize("written", ["DSG/SM/1083-DEV/3280", "DSG/SM/1083", "DEV/3280"])
def test_a_compound_symbol_and_each_of_its_parts_lead_there(client, written):
    symbols = ["DSG/SM/1083-DEV/3280", "DSG/SM/1083", "DEV/3280"]
    speech = a_speech()
    a_text(speech, "", document=a_document(held=False, symbols=symbols))
    assert client.get(f"/symbols/{written}")["Location"] == speech.get_absolute_url()


def test_a_compound_symbol_leads_there_when_only_a_part_is_filed(client):
    speech = a_speech(document=a_document(symbols=["DSG/SM/1083"]))
    assert client.get("/symbols/DSG/SM/1083-DEV/3280")["Location"] == speech.get_absolute_url()


def test_a_symbol_of_several_statements_leads_to_a_list_of_them(client):
    document = a_document(symbols=["A/72/PV.10"])
    a_speech("The first speaker", document=document)
    a_speech("The second speaker", document=document)
    a_speech("A draft", document=document, published=False)
    page = read(client, "/symbols/A/72/PV.10")
    assert page.h1 == "Statements filed under A/72/PV.10"
    titles = page.all("//*[contains(@class, 'row__title')]")
    assert titles == ["The second speaker", "The first speaker"]


def test_an_unknown_symbol_is_not_found_and_named(client):
    page = read(client, "/symbols/SG/SM/1", 404)
    assert "“SG/SM/1”" in page.main


def test_the_symbol_of_a_draft_is_not_found(client):
    a_speech(document=a_document(symbols=["SG/SM/7"]), published=False)
    assert client.get("/symbols/SG/SM/7").status_code == 404


@pytest.mark.parametrize("symbol", ["%00", "-", "/", "x" * 5000, "%F0%9F%92%A9"])
def test_nonsense_for_a_symbol_is_not_found(client, symbol):
    assert client.get(f"/symbols/{symbol}").status_code == 404
