"""Whatever the bytes: a text or a refusal, nothing else. Ten thousand more were tried once, see
docs/files.md; here a few hundred, in this process, so that an error of a library shows itself."""

from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speeches.intake import extract, read
from speeches.intake.extract import Extracted, Limits, Refused, process
from speeches.intake.extract.apart import child
from speeches.offsets import normalise
from tests.intake import papers

from . import files

WHOLE = {
    "text": papers.MESSAGE.read_bytes(),
    "UTF-16": files.WORDS.encode("utf-16"),
    "page": files.PAGE.encode(),
    "Word": files.word(),
    "stored Word": files.word(compression=0),
    "PDF": files.pdf([[files.WORDS, "of the coope-", "ration"], ["2"]]),
}
PIECES = st.sampled_from(
    [
        *(b"<", b">", b"&#xD800;", b"<!--", b"<table><tr><td>", b"</p>", b"<b>" * 9, b"<a href="),
        *(
            b"\0",
            b"\xff\xfe",
            b"\xed\xa0\x80",
            b"\xe2\x80\xae",
            b"\xc3",
            b"\x93",
            b"\r",
            b"](",
            b"*",
        ),
        *(b"endobj", b"stream\n", b"<<", b"/Kids [2 0 R]", b"/Count 99999999", b"/Length -1"),
        *(b"/Encrypt 3 0 R", b"PK\3\4", b"<!DOCTYPE x>", b"<w:p>", b"&a;", b"%PDF-1.4", b"{\\rtf"),
    ]
)
LIMITS = Limits(characters=20_000, expanded_bytes=2_000_000)


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    def read_here(kind, content, limits):
        text, notes = child.reader_of(kind)(content, asdict(limits))
        return text, tuple(notes)

    monkeypatch.setattr(process, "read", read_here)


def outcome(content, name=""):
    try:
        return extract.text_of(content, name, limits=LIMITS)
    except Refused as refused:
        return str(refused)


def assert_sound(content, name=""):
    found = outcome(content, name)
    assert found == outcome(content, name)
    if isinstance(found, Extracted):
        assert found.text.strip()
        assert found.text == normalise(found.text)
        assert found.text.encode("utf-8")
        read(found.text)
    else:
        assert found.endswith(".")


@given(st.binary(max_size=300), st.sampled_from(["", "a.txt", "a.pdf", "a.docx", "a.html"]))
@settings(max_examples=150)
def test_any_bytes_are_a_text_or_refused(content, name):
    assert_sound(content, name)


@given(st.sampled_from(sorted(WHOLE)), st.data())
@settings(max_examples=250)
def test_a_damaged_file_is_a_text_or_refused(kind, data):
    content = WHOLE[kind]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.sampled_from([0, 1, 4, 40])))
        piece = data.draw(st.one_of(PIECES, st.binary(max_size=4)))
        content = content[:start] + piece + content[end:]
    assert_sound(content)


@given(st.sampled_from(sorted(WHOLE)), st.floats(0, 1))
@settings(max_examples=80)
def test_a_truncated_file_is_a_text_or_refused(kind, share):
    content = WHOLE[kind]
    assert_sound(content[: int(share * len(content))])


@pytest.mark.parametrize("kind", ["Word", "PDF"])
def test_a_file_cut_off_anywhere_is_never_taken_for_whole(kind):
    content = WHOLE[kind]
    for length in range(8, len(content) - 40, 23):
        assert isinstance(outcome(content[:length]), str)


@given(st.lists(st.one_of(PIECES, st.binary(max_size=6)), max_size=40).map(b"".join))
@settings(max_examples=150)
def test_any_page_is_a_text_or_refused(content):
    assert_sound(b"<html><body>" + content)
