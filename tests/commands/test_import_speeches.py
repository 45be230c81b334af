"""``manage.py import_speeches``: its arguments, its report, its exit."""

import gzip
import json

import pytest
from django.core.management import CommandError, call_command

from speeches.models import Speech
from tests.builders import a_user, rights
from tests.imports.rows import a_row, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    rights(full=True)
    a_user("Ida", is_superuser=True)
    return tmp_path / "some.jsonl"


def test_it_says_what_became_of_the_rows(file, capsys):
    call_command("import_speeches", write(file, [a_row(), a_row()]), by="Ida", publish=True)
    said = capsys.readouterr()
    assert "2 imported, 0 updated, 0 there already, 0 refused" in said.out
    assert "2 rows in" in said.err
    assert Speech.objects.published().count() == 2
    assert not file.with_name("some.jsonl.errors.jsonl").exists()


def test_refused_rows_go_to_a_file_and_the_exit_says_so(file):
    write(file, [a_row(), a_row(id="bad", kind="song")])
    with pytest.raises(CommandError, match="1 rows were not imported"):
        call_command("import_speeches", file, by="Ida")
    told = json.loads(file.with_name("some.jsonl.errors.jsonl").read_text(encoding="utf-8"))
    assert (told["line"], told["id"]) == (2, "bad")
    assert "song" in told["error"]
    assert Speech.objects.count() == 1


def test_the_file_of_errors_can_stand_elsewhere(file, tmp_path):
    elsewhere = tmp_path / "elsewhere.jsonl"
    with pytest.raises(CommandError):
        call_command("import_speeches", write(file, ["{"]), by="Ida", errors=elsewhere)
    assert json.loads(elsewhere.read_text(encoding="utf-8"))["line"] == 1


def test_rights_hold_for_rows_that_name_none(file):
    write(file, [a_row(rights=None)])
    slug = rights(full=True).slug
    call_command("import_speeches", file, by="Ida", rights=slug)
    assert Speech.objects.get().texts.get().may_be_shown
    with pytest.raises(CommandError, match="There are no rights “nothing”"):
        call_command("import_speeches", file, by="Ida", rights="nothing")


def test_only_who_may_add_and_publish_does(file):
    write(file, [a_row()])
    a_user("Cleo", permissions=["add_speech", "change_speech"])
    with pytest.raises(CommandError, match="may not publish"):
        call_command("import_speeches", file, by="Cleo", publish=True)
    with pytest.raises(CommandError, match="no active account"):
        call_command("import_speeches", file, by="Nobody")
    assert not Speech.objects.exists()


def test_a_file_that_is_not_there_is_said_so(file):
    with pytest.raises(CommandError, match=r"some\.jsonl: No such file"):
        call_command("import_speeches", file, by="Ida")


# -- what it reads to its end, and which files it leaves alone


def test_half_a_character_ends_no_run(file):
    write(file, ['{"id": "\\ud800", "title": "T", "kind": "\\ud800"}', a_row()])
    with pytest.raises(CommandError, match="1 rows were not imported"):
        call_command("import_speeches", file, by="Ida")
    told = json.loads(file.with_name("some.jsonl.errors.jsonl").read_text(encoding="utf-8"))
    assert told["line"] == 1
    assert Speech.objects.count() == 1


def test_what_was_read_of_a_broken_file_is_imported(file):
    packed = gzip.compress(("\n".join(json.dumps(a_row()) for _ in range(2)) + "\n").encode())
    path = file.with_name("some.jsonl.gz")
    path.write_bytes(packed[:-8])
    with pytest.raises(CommandError, match="What was read before is imported"):
        call_command("import_speeches", path, by="Ida")
    assert Speech.objects.count() == 2


def test_the_file_itself_takes_no_errors(file):
    before = write(file, [a_row()]).read_text()
    with pytest.raises(CommandError, match="is the file to import"):
        call_command("import_speeches", file, by="Ida", errors=file)
    assert file.read_text() == before


def test_who_may_not_import_empties_no_file(file, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("words")
    with pytest.raises(CommandError, match="no active account"):
        call_command("import_speeches", write(file, [a_row()]), by="Nobody", errors=kept)
    assert kept.read_text() == "words"


def test_a_file_that_somebody_named_stays(file, tmp_path):
    named = tmp_path / "named"
    call_command("import_speeches", write(file, [a_row()]), by="Ida", errors=named)
    assert named.exists()
