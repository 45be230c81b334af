"""`manage.py build_fixtures`: the committed archive is what the documents give."""

import io
import json
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def build(*arguments, **options):
    said = io.StringIO()
    call_command("build_fixtures", *arguments, stdout=said, **options)
    return said.getvalue()


@pytest.fixture
def copy(tmp_path):
    """The fixtures in a folder of their own."""
    return Path(shutil.copytree(FIXTURES, tmp_path / "fixtures"))


def test_the_committed_archive_is_what_the_documents_give():
    assert "is what the documents give" in build("--check")


def test_building_again_gives_the_same_bytes(copy):
    (copy / "archive.json").unlink()
    build(fixtures=copy)
    assert (copy / "archive.json").read_bytes() == (FIXTURES / "archive.json").read_bytes()


def test_check_fails_and_shows_what_differs_and_writes_nothing(copy):
    changed = (copy / "archive.json").read_text("utf-8").replace('"verbatim"', '"narration"', 1)
    (copy / "archive.json").write_text(changed, encoding="utf-8")
    with pytest.raises(CommandError, match=r'(?s)-    "voice": "narration".*\+    "voice": "verb'):
        build("--check", fixtures=copy)
    assert (copy / "archive.json").read_text("utf-8") == changed


def test_a_document_that_is_changed_changes_the_archive(copy):
    document = copy / "documents" / "003_4c7a4ca5e05de16a.txt"
    document.write_bytes(document.read_bytes().replace(b"11 September", b"10 September"))
    with pytest.raises(CommandError, match="2012-09-10"):
        build("--check", fixtures=copy)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('"speaker": "ban-ki-moon"', '"speaker": "kofi-annan"', "is not the speaker kofi-annan"),
        ('"trade"', '"debt"', "No words of “.*” bear out the tag “Debt”"),
        ('"rights": "united', '"rights": "no-united', "can't be built"),
    ],
)
def test_additions_that_do_not_fit_the_documents_are_refused(copy, before, after, sentence):
    path = copy / "archive.editorial.json"
    path.write_text(path.read_text("utf-8").replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CommandError, match=sentence):
        build(fixtures=copy)


def test_no_sentence_of_the_documents_is_typed_in_by_hand():
    by_hand = (FIXTURES / "archive.editorial.json").read_text("utf-8")
    for passage in json.loads((FIXTURES / "archive.json").read_text("utf-8")):
        if passage["model"] == "speeches.passage":
            assert passage["fields"]["body"][:60] not in by_hand
