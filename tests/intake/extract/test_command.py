"""`manage.py intake` takes every kind of file, and says why it doesn't take one."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from . import files


def intake(path, **options):
    said, noted = io.StringIO(), io.StringIO()
    call_command("intake", str(path), stdout=said, stderr=noted, **options)
    return said.getvalue(), noted.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("statement.pdf", files.pdf([["Statement by Ms. Ana Bee", "", files.WORDS]])),
        ("statement.docx", files.word()),
        ("statement.html", files.PAGE.encode()),
        ("statement.txt", files.WORDS.encode("utf-16")),
    ],
)
def test_every_kind_of_file_is_read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    said, _ = intake(path, as_json=True)
    assert json.loads(said)["language"] == "en"


def test_a_refusal_is_the_commands_error(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(files.pdf([[]], picture=True))
    with pytest.raises(CommandError, match="run text recognition first"):
        intake(path)


def test_notes_go_beside_the_reading(tmp_path):
    path = tmp_path / "statement.pdf"
    path.write_bytes(files.pdf())
    said, noted = intake(path)
    assert "lines were joined" in noted
    assert "lines were joined" not in said
