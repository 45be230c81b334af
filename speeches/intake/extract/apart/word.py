"""
A Word file (.docx) as restricted Markdown: mammoth makes HTML of it, and `web` reads that.

The lines at the head and foot of its pages, which mammoth passes over, are read here: “Check
against delivery” and the name of a mission often stand nowhere else.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import mammoth

from . import web
from .package import opened, part_of
from .refusal import Refused

__all__ = ["read"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote:fresh > p
p[style-name='Intense Quote'] => blockquote:fresh > p
b => span
i => span
"""
_UNREADABLE = (
    "This Word file can’t be read: it is damaged. Save it anew in Word, or paste its text."
)
_EMPTY = (
    "This Word file holds no words, perhaps only pictures: run text recognition on them first, "
    "or paste the text."
)


def read(content: bytes, characters: int, expanded_bytes: int) -> tuple[str, list[str]]:
    """The text of a Word file and notes for an editor. Raises Refused in words."""
    archive = opened(content, expanded_bytes)
    top, foot = _margins(archive)
    body = _body(content)
    if not re.sub(r"<[^>]*>|\s", "", body):
        raise Refused(_EMPTY)
    text, _ = web.of_html(f"{top}{body}{foot}", characters)
    notes = []
    if top or foot:
        notes.append("The lines at the head and foot of its pages stand first and last.")
    if body.count("<ol>") > 1:
        notes.append("Numbers of its lists are counted anew: compare them with the file.")
    return text, notes


def _body(content: bytes) -> str:
    """The document proper as HTML, without pictures."""
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(content), style_map=_STYLES, convert_image=_no_picture
        )
    except Refused:
        raise
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever a damaged file makes the library stumble over
        raise Refused(_UNREADABLE) from error
    return str(result.value)


def _no_picture(_: Any) -> list[Any]:
    return []


def _margins(archive: zipfile.ZipFile) -> tuple[str, str]:
    """The lines of all heads, and of all feet, as HTML; each line once."""
    found: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
    for name in sorted(archive.namelist()):
        if margin := _MARGIN.fullmatch(name):
            for line in _lines(part_of(archive, name)):
                found[margin[1]].setdefault(line)
    first = "".join(f"<p>{html.escape(line)}</p>" for line in found["header"])
    last = "".join(f"<p>{html.escape(line)}</p>" for line in found["footer"])
    return first, last


def _lines(xml: bytes) -> list[str]:
    """The paragraphs of a head or foot that hold letters; a bare page number does not."""
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314 - no entity comes past `opened`
    except ElementTree.ParseError:
        return []
    lines = []
    for paragraph in root.iter(f"{_W}p"):
        words = "".join(_words(paragraph)).strip()
        if re.search(r"[^\W\d_]", words):
            lines.append(" ".join(words.split()))
    return lines


def _words(paragraph: ElementTree.Element) -> list[str]:
    pieces = {f"{_W}tab": " ", f"{_W}br": " "}
    return [
        (node.text or "") if node.tag == f"{_W}t" else pieces.get(node.tag, "")
        for node in paragraph.iter()
    ]
