"""
What a file is, by its first bytes and never by its name; and why most kinds are turned away.

A new kind is a row: how its bytes begin, and what an editor can do about it.
"""

from __future__ import annotations

import re

from .apart.refusal import Refused

__all__ = ["DOCX", "HTML", "MARKDOWN", "PDF", "PLAIN", "is_web_page", "of_bytes"]
__all__ += ["of_text", "refuse_binary"]

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = ""
"""Not known yet: what its characters say decides."""

_PICTURE = "This is a picture. Run text recognition on it first, and add the text."
_RECORDING = "This is a recording. Add a transcript of it instead."
_ARCHIVE = "This is a packed archive. Unpack it, and add its documents one by one."
_PROGRAM = "This is a program, not a document."
_OLD_OFFICE = (
    "This is a file of an older Office version, or one locked with a password. "
    "Open it in Word and save it as .docx without a password, or paste its text."
)
_RICH_TEXT = "This is an RTF file. Open it in Word or LibreOffice and save it as .docx."
_POSTSCRIPT = "This is a PostScript file. Turn it into a PDF first."
_XML = "This is an XML data file, not a document. Paste the text of the statement instead."
_MAIL = "This is a mail as its program keeps it. Open it there, and paste its text."
_BINARY = "This file holds no text: it is binary data of a kind that is not known here."

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\0\0\1\0", _PICTURE),
    (b"AT&TFORM", _PICTURE),
    (b"ID3", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"\x1a\x45\xdf\xa3", _RECORDING),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (b"{\\rtf", _RICH_TEXT),
    (b"%!PS", _POSTSCRIPT),
)
_PDF_WITHIN = 1024
_ZIPS = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
_FORMS = {b"WEBP": _PICTURE, b"WAVE": _RECORDING, b"AVI ": _RECORDING}
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"avif", b"heif")

_SAMPLE = 100_000
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\r\f\v")))
_WHOLE_PAGE = re.compile(
    r"(?>\s+|<!--(?:(?!-->).){0,5000}-->|<\?xml[^>]{0,200}\?>)*+"
    r"<(?:!doctype html|(?:html|head|body|title|meta)\b)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED = re.compile(
    r"</(?:p|div|span|li|ul|ol|td|tr|table|h[1-6]|strong|em|b|i|a|section|article|blockquote)\s?>"
    r"|<(?:br|hr)\s?/?>",
    re.IGNORECASE,
)
_XML_ROOT = re.compile(
    r"\s*<\?xml\b|\s*<!DOCTYPE\s+(?!html)|\s*<(?:rss|feed|svg|akomaNtoso)\b", re.I
)
_SVG = re.compile(r"<svg\b", re.IGNORECASE)
_MAIL_HEAD = re.compile(r"^content-transfer-encoding:\s*(?:base64|quoted-printable)", re.I | re.M)
_MARKED_UP = re.compile(r"^#{1,6} \S|\[[^\[\]\n]{1,300}\]\([^()\s]{0,500}\)|\*\*\w", re.MULTILINE)


def of_bytes(content: bytes) -> str:
    """PDF, DOCX (any zip file: its reader looks inside) or TEXT.

    Raises Refused for every other kind that is known by its first bytes.
    """
    for beginning, refusal in _BEGINNINGS:
        if content.startswith(beginning):
            raise Refused(refusal)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return PDF
    if content.startswith(_ZIPS):
        return DOCX
    _refuse_containers(content)
    return TEXT


def _refuse_containers(content: bytes) -> None:
    """Pictures and recordings whose kind stands a little after the beginning; small programs."""
    if content.startswith(b"RIFF") and content[8:12] in _FORMS:
        raise Refused(_FORMS[content[8:12]])
    if content[4:8] == b"ftyp":
        raise Refused(_PICTURE if content[8:12] in _PICTURE_BRANDS else _RECORDING)
    if content.startswith(b"BM") and b"\0\0" in content[4:14]:
        raise Refused(_PICTURE)
    if content.startswith(b"MZ") and b"\0" in content[:64]:
        raise Refused(_PROGRAM)


def refuse_binary(content: bytes) -> None:
    """Raise Refused for bytes that no encoding with one byte for a control sign can be."""
    beginning = content[:_SAMPLE]
    if len(beginning) - len(beginning.translate(None, _CONTROLS)) > _most_controls(beginning):
        raise Refused(_BINARY)


def _most_controls(beginning: bytes | str) -> float:
    """How many control signs a text may begin with: one, or two in a hundred."""
    return max(1, _MOST_CONTROLS * len(beginning))


def of_text(text: str, filename: str = "") -> str:
    """HTML, MARKDOWN or PLAIN. Raises Refused for binary data, XML and undecoded mails.

    Only between Markdown and plain text, which no character parts, may the name decide.
    """
    beginning = text[:_SAMPLE]
    controls = sum((c < " " and c not in "\t\n\r\f\v") or c == "\x7f" for c in beginning)
    if controls > _most_controls(beginning):
        raise Refused(_BINARY)
    if is_web_page(text):
        return HTML
    if _XML_ROOT.match(beginning):
        raise Refused(_PICTURE if _SVG.search(beginning[:2000]) else _XML)
    if _MAIL_HEAD.search(beginning[:5000]):
        raise Refused(_MAIL)
    named = filename.lower().endswith((".md", ".markdown"))
    return MARKDOWN if named or _MARKED_UP.search(beginning) else PLAIN


def is_web_page(text: str) -> bool:
    """Whether a text is HTML, whatever it calls itself: a whole page, or a piece with its marks."""
    beginning = text[:_SAMPLE].lstrip("\ufeff")
    if _WHOLE_PAGE.match(beginning):
        return True
    marks = _CLOSED.findall(beginning)
    return len(marks) >= 3 and len(marks) * 400 > len(beginning)
