"""What is no text, or an attack, is turned away in words that help; never with a stack trace."""

import io
import json
import os
import time
import zipfile

import pytest
from pypdf import PdfReader, PdfWriter

from speeches.intake.extract import Limits, Refused, limits, process, text_of
from speeches.intake.extract.apart import child

from . import files


def refusal(content, name="", **most):
    with pytest.raises(Refused) as refused:
        text_of(content, name, limits=Limits(**most) if most else None)
    said = str(refused.value)
    assert said[0].isupper()
    assert said.endswith(".")
    assert "Traceback" not in said
    assert "Error" not in said
    return said


def locked_pdf():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(files.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def locked_word():
    """A zip whose parts say that they have a password."""
    content = bytearray(files.word())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


def zip_bomb():
    return files.word(parts={"word/media/picture.bmp": bytes(30_000_000)})


BILLION = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
REFUSED = {
    "nothing": (b"", "is empty"),
    "only spaces": (b" \n\t\r\n\0", "is empty"),
    "only a mark": (b"\xef\xbb\xbf\n", "is empty"),
    "binary data": (bytes(range(1, 32)) * 40, "binary"),
    "null bytes": (b"ab\0\0\0\0\0\0" * 40, "binary"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(40), "picture"),
    "HEIC": (b"\0\0\0\x18ftypheic" + bytes(40), "picture"),
    "SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", "picture"),
    "video": (b"\0\0\0\x18ftypmp42" + bytes(40), "transcript"),
    "sound": (b"ID3\4\0" + bytes(40), "transcript"),
    "program": (b"\x7fELF" + bytes(40), "program"),
    "gzip": (b"\x1f\x8b\x08" + bytes(40), "Unpack"),
    "zip": (files.archive({"a.txt": "words"}), "Unpack"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "save it as .docx"),
    "RTF": (b"{\\rtf1 words}", "save it as .docx"),
    "OpenDocument": (
        files.archive({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "save it as .docx",
    ),
    "spreadsheet": (files.archive({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
    "slides": (files.archive({"ppt/presentation.xml": "<x/>"}), "slides"),
    "e-book": (files.archive({"META-INF/container.xml": "<x/>"}), "e-book"),
    "XML": (b"<?xml version='1.0'?><data><a/></data>", "XML"),
    "XML bomb": (f"<?xml version='1.0'?>{BILLION}<lolz>&b;</lolz>".encode(), "XML"),
    "raw mail": (b"From: a@b.c\nContent-Transfer-Encoding: base64\n\naGVsbG8=", "mail"),
    "cut Word": (files.word()[:-30], "cut off"),
    "damaged Word": (
        files.word(compression=zipfile.ZIP_STORED).replace(b"wells", b"walls"),
        "damaged",
    ),
    "Word that is no XML": (files.word(parts={"word/document.xml": "<w:document"}), "damaged"),
    "Word without words": (files.word("<w:p/>"), "holds no words"),
    "Word with macros": (files.word(parts={"word/vbaProject.bin": b"x"}), "macros"),
    "Word that allows macros": (
        files.word(parts={"[Content_Types].xml": "<Types>x.macroEnabled.main+xml</Types>"}),
        "macros",
    ),
    "locked Word": (locked_word(), "password"),
    "Word with entities": (files.word("<w:p/>", before=BILLION), "declares entities"),
    "Word with entities in UTF-16": (
        files.word(parts={"word/styles.xml": f"{BILLION}<w:styles/>".encode("utf-16")}),
        "declares entities",
    ),
    "cut PDF": (files.pdf()[:-200], "cut off"),
    "PDF of nothing": (b"%PDF-1.4\nstartxref\n0\n%%EOF", "damaged"),
    "locked PDF": (locked_pdf(), "encrypted"),
    "PDF of pictures": (files.pdf([[], []], picture=True), "run text recognition first"),
    "PDF of empty pages": (files.pdf([[]]), "holds no words"),
    "PDF of unnamed letters": (files.pdf([["(cid:12)(cid:7)(cid:44)" * 9]]), "fonts don’t say"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_words(content, said):
    assert said in refusal(content)


def test_pictures_of_pages_are_told_what_to_do():
    assert refusal(files.pdf([[]], picture=True)) == (
        "This PDF holds only pictures of pages: run text recognition first."
    )


@pytest.mark.parametrize("name", ["statement.txt", "statement.pdf", "statement.docx", ""])
def test_no_name_makes_a_picture_a_text(name):
    assert "picture" in refusal(b"\x89PNG\r\n\x1a\n" + bytes(40), name)


# -- limits


def test_a_file_too_large_is_refused_before_it_is_looked_at():
    assert "21 MB; at most 20 MB" in refusal(b"a" * 21 * 1024 * 1024)


@pytest.mark.parametrize(
    "content",
    [
        b"words " * 400,
        b"<p>words</p>" * 400,
        files.word(files.word_paragraph("words " * 400)),
        files.pdf([["words " * 8] * 50]),
    ],
    ids=["text", "page", "Word", "PDF"],
)
def test_too_many_characters_are_refused_with_the_limit(content):
    assert "1,000" in refusal(content, characters=1000)


def test_too_many_pages_are_refused_with_the_limit():
    assert "more than 2 pages" in refusal(files.pdf([["word"]] * 3), pages=2)
    assert text_of(files.pdf([["word"]] * 2), limits=Limits(pages=2)).text


def test_a_zip_bomb_is_weighed_and_never_unpacked():
    content = zip_bomb()
    assert len(content) < 100_000
    started = time.monotonic()
    assert "unpacks to 30 MB" in refusal(content, expanded_bytes=10_000_000)
    assert time.monotonic() - started < 5


def test_a_file_that_takes_too_long_is_ended():
    started = time.monotonic()
    said = refusal(b"<html><p>" + b"&" * 3_000_000, seconds=1)
    assert "longer than 1 second" in said
    assert time.monotonic() - started < 8


def test_a_file_that_takes_too_much_memory_is_refused():
    content = b"<html><p>" + b"words " * 3_000_000
    assert "memory" in refusal(content, memory_bytes=100_000_000)


def test_a_page_nested_as_no_page_is_is_refused():
    assert refusal(b"<html>" + b"<div>" * 30_000 + b"words")


def test_the_limits_come_from_the_settings(settings):
    settings.SSCOOP_INTAKE_MAX_CHARACTERS = 3
    assert limits.from_settings().characters == 3
    assert "at most 3 are taken" in refusal(b"words")
    del settings.SSCOOP_INTAKE_MAX_CHARACTERS


# -- the process apart


def test_no_secret_goes_to_the_process_apart(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "the secret")
    show = "import json, os; print(json.dumps({'text': str(dict(os.environ)), 'notes': []}))"
    monkeypatch.setattr(process, "_START", show)
    text, _ = process.read("html", b"", Limits())
    assert "the secret" not in text
    assert "DJANGO" not in text


def test_a_process_that_breaks_is_a_damaged_file(monkeypatch):
    monkeypatch.setattr(process, "_START", "raise SystemExit(3)")
    with pytest.raises(Refused, match="broke the program"):
        process.read("html", b"", Limits())


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("example.org", 80))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.system", (b"true",)),
        ("open", ("/etc/passwd", "r", 0)),
        ("open", (os.__file__, "w", 0)),
        ("open", (os.__file__, None, os.O_WRONLY)),
    ],
)
def test_the_process_apart_lets_no_library_reach_out(event, arguments):
    with pytest.raises(PermissionError):
        child._watch(event, arguments)


def test_the_process_apart_may_load_its_own_code():
    assert child._watch("open", (os.__file__, "r", 0)) is None
    assert child._watch("compile", (None, json.__file__)) is None
