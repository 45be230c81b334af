"""The UN General Debate Corpus in the fields of ours."""

import pytest

from speeches import imports, markup
from speeches.models import Attribution, Speech
from tests.imports.rows import an_import
from tests.work import assert_grows_with_the_length

ROW = {
    "id": "ungdc-1985-40-KEN",
    "title": "Statement by Kenya in the general debate, 40th session of the General Assembly",
    "date": "1985",
    "date_precision": "year",
    "speaker": "Mr. Ade Tolo",
    "office": "Minister for Foreign Affairs",
    "country": "Kenya",
    "country_code": "KEN",
    "event": "General Debate, 40th session",
    "session": 40,
    "language": "en",
    "words": 9,
    "mentions_ssc": 0,
    "source_file": "KEN_40_1985.txt",
    "body": "1. We *share* what_is [ours].\n\n> no quotation\n\n# 7 | 8",
}


def read(**fields):
    return imports.read(imports.FORMATS["ungdc"](ROW | fields))


def test_a_full_name_is_a_person_of_the_country():
    row = read()
    assert (row.speaker, row.speaker_country, row.printed_as) == ("Ade Tolo", "KE", "Mr. Ade Tolo")
    assert (row.office, row.organization) == ("Minister for Foreign Affairs", "Kenya")
    assert row.on_behalf_of == "Kenya"


def test_a_surname_alone_stands_as_printed():
    row = read(speaker="Mr. Tolo")
    assert (row.speaker, row.printed_as) == ("", "Mr. Tolo")


def test_where_nobody_is_named_the_state_is_the_author():
    row = read(speaker=None, office=None)
    assert (row.speaker, row.speaker_kind, row.on_behalf_of) == ("Kenya", "body", "")


def test_a_code_that_no_country_has_is_left_out():
    assert read(country_code="DDR").speaker_country == ""


def test_signs_in_a_plain_text_are_no_markup():
    row = read()
    assert [block.kind for block in row.blocks] == ["paragraph"] * 3
    assert markup.plain(row.body) == ROW["body"]


@pytest.mark.django_db
def test_its_rows_are_imported_without_an_error(tmp_path):
    rows = [ROW, ROW | {"id": "2", "speaker": "Tolo"}, ROW | {"id": "3", "speaker": None}]
    counts, _told = an_import(tmp_path / "f.jsonl", rows, convert=imports.FORMATS["ungdc"])
    assert (counts.made, counts.refused) == (3, 0)
    assert Speech.objects.filter(event__series__isnull=False, event__year=1985).count() == 3
    assert Attribution.objects.filter(role="author").count() == 3


@pytest.mark.parametrize("field", ["speaker", "country", "country_code", "office", "body"])
@pytest.mark.django_db
def test_what_is_no_text_is_refused_and_the_rest_imported(tmp_path, field):
    rows = [ROW | {"id": "2", field: ["x"]}, ROW]
    counts, told = an_import(tmp_path / "f.jsonl", rows, convert=imports.FORMATS["ungdc"])
    assert (counts.made, counts.refused) == (1, 1)
    assert "it is no text" in told[0].sentences[0] or "is no code" in told[0].sentences[0]


@pytest.mark.django_db
def test_a_row_that_a_format_fails_at_is_refused(tmp_path):
    counts, _told = an_import(tmp_path / "f.jsonl", [ROW], convert=lambda row: row["nothing"])
    assert (counts.made, counts.refused) == (0, 1)


def test_the_work_of_blank_lines_grows_with_their_number_and_not_faster():
    assert_grows_with_the_length(
        lambda body: read(body=body), lambda length: "\n" * length + "x", 3_000
    )


def test_a_form_of_address_within_a_name_stays():
    assert read(speaker="Ade Dr. Tolo").speaker == "Ade Dr. Tolo"
