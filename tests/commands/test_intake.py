"""`manage.py intake` and `manage.py intake_score`: the reader told to a person and to a program."""

import io
import json
import re

import pytest
from django.core.management import CommandError, call_command

from tests.intake import papers


def run(*arguments):
    said = io.StringIO()
    call_command(*arguments, stdout=said)
    return said.getvalue()


def test_a_person_is_told_each_field_with_its_words_and_their_place():
    told = run("intake", str(papers.MESSAGE))
    assert "Ban Ki-moon" in told
    assert "2012-09-12" in told
    assert "not an official document" in told
    speaker = next(line for line in told.splitlines() if line.startswith("speaker"))
    start, end = map(int, speaker.split()[-3].split("-"))
    assert papers.message().text[start:end] == "Ban Ki-moon"


def test_each_statement_of_a_story_is_told_with_its_own_day_event_and_place():
    told = run("intake", str(papers.STORY))
    first, second = told.split("statement 1")[1].split("statement 2")
    assert "an event marking" in first
    assert re.search(r"^occasion +United Nations Day for South-South Cooperation", first, re.M)
    assert re.search(r"^speaker +Liu Zhenmin +[0-9]+-[0-9]+ +printed, certain", second, re.M)
    assert re.search(
        r"^delivered_on +\[\.\./?2017-09-1[12]\]|^delivered_on .*recently", second, re.M
    )
    assert re.search(r"^event +Development Cooperation Symposium +[0-9]+-[0-9]+", second, re.M)


def test_a_program_is_told_the_fields_of_a_case_and_what_they_rest_on():
    told = json.loads(run("intake", str(papers.STORY), "--json"))
    assert told["kind"] == "news story"
    assert [speaker["name"] for speaker in told["speakers"]] == ["Amina Mohammed", "Liu Zhenmin"]
    assert told["delivered_on"] == "2017-09-12"
    assert told["evidence"]["delivered_on"]["basis"] == "derived"
    assert len(told["statements"]) == 2
    assert told["body"].startswith("Underscoring")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_any_of_the_usual_encodings_is_read(tmp_path, encoding):
    paper = tmp_path / "paper.txt"
    paper.write_bytes(
        "Déclaration de M. Luc Été\n\nMonsieur le Président,\n\nVoilà.".encode(encoding)
    )
    assert json.loads(run("intake", str(paper), "--json"))["speakers"][0]["name"] == "Luc Été"


def test_a_missing_file_is_refused_in_words():
    with pytest.raises(CommandError, match="can't be read"):
        run("intake", "/nowhere/at/all.txt")


def test_the_score_is_a_table_of_fields_groups_and_the_whole(tmp_path):
    case = {
        "title": "Message on Well Day", "kind": "message",
        "delivered_on": None, "released_on": None,
        "place": None, "symbol": None, "language": "en", "speakers": [], "event": "Well Day",
        "body_first_words": "We dig", "body_last_words": "we drink.", "quotations": [],
        "not_in_body": [], "group": "invented",
    }  # fmt: skip
    (tmp_path / "01-well.json").write_text(json.dumps(case))
    (tmp_path / "01-well.txt").write_text(
        "Message on Well Day\n\nWe dig every day of the year, and when we find it we drink."
    )
    told = run("intake_score", str(tmp_path), "--details")
    assert told.splitlines()[0].startswith("1.00 01-well")
    assert "group invented" in told
    assert told.splitlines()[-1].split() == ["all", "1.000", "(1)"]


def test_a_folder_without_cases_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError, match="holds no cases"):
        run("intake_score", str(tmp_path))
