"""What ``import_speeches`` reads to its end, and which files it leaves alone."""

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
