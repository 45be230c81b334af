"""``manage.py import_speeches``: its arguments, its report, its exit."""

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
