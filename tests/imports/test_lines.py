"""A file is read line by line, packed or not, however broken."""

import gzip
import lzma
from collections import deque

import pytest

from speeches.imports import BrokenFileError, Lines
from speeches.imports.lines import LONGEST

TWO = b'{"a": 1}\n\n{"a": "\xc3\xa9"}\n'


def lines_of(path):
    with Lines(path) as lines:
        return [*lines]


@pytest.mark.parametrize(
    ("name", "packed"), [("f.jsonl", bytes), ("f.gz", gzip.compress), ("f.xz", lzma.compress)]
)
def test_the_lines_are_those_of_the_file_unpacked(tmp_path, name, packed):
    path = tmp_path / name
    path.write_bytes(packed(TWO))
    assert [(line.number, line.record) for line in lines_of(path)] == [
        (1, {"a": 1}),
        (3, {"a": "é"}),
    ]


@pytest.mark.parametrize(
    "broken", [b'{"a": ', b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000, b"{" + b" " * LONGEST]
)
def test_a_line_that_cant_be_read_is_told_and_the_next_is_read(tmp_path, broken):
    path = tmp_path / "f.jsonl"
    path.write_bytes(broken + b'\n{"a": 1}\n')
    first, second = lines_of(path)
    assert first.problem
    assert (second.number, second.record) == (2, {"a": 1})


@pytest.mark.parametrize(("name", "packed"), [("f.gz", gzip.compress), ("f.xz", lzma.compress)])
def test_a_packed_file_that_breaks_off_is_told_after_what_could_be_read(tmp_path, name, packed):
    content = packed(b'{"a": 1}\n' * 200_000)
    path = tmp_path / name
    path.write_bytes(content[: len(content) // 2])
    with Lines(path) as lines:
        reading = iter(lines)
        assert next(reading).record == {"a": 1}
        with pytest.raises(BrokenFileError, match=r"After line [1-9]\d+"):
            deque(reading, maxlen=0)


def test_what_is_named_packed_and_isnt_is_told(tmp_path):
    path = tmp_path / "f.gz"
    path.write_bytes(TWO)
    with Lines(path) as lines, pytest.raises(BrokenFileError):
        list(lines)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    path = tmp_path / "f.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + TWO)
    assert lines_of(path)[0].record == {"a": 1}


def test_the_share_that_is_read_grows_to_the_whole(tmp_path):
    path = tmp_path / "f.jsonl"
    path.write_bytes(TWO)
    with Lines(path) as lines:
        assert lines.share == 0
        list(lines)
        assert lines.share == 1
