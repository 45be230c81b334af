"""
From the bytes of a file to the text that the reader reads; or a sentence that says why not.

``text_of`` tells formats by content: plain text and Markdown in any encoding, HTML, Word (.docx)
and PDF. HTML, Word and PDF may be hostile: they are read in a process of their own (``apart``),
under limits of time, memory, pages and size. The same bytes give the same text as long as
``EXTRACTOR_VERSION`` stays; a change that alters any text raises it.

Floor 4, a part of ``intake`` that none of the reader's modules needs: it imports the leaves and
the settings. From outside import this face only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from speeches.offsets import normalise

from . import encoding as encodings
from . import kinds, process, signs
from .apart.refusal import Refused
from .limits import Limits, from_settings

__all__ = ["EXTRACTOR_VERSION", "Extracted", "Limits", "Refused", "refuse_large", "text_of"]

EXTRACTOR_VERSION = 1

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_APART = {kinds.PDF: "pdf", kinds.DOCX: "docx", kinds.HTML: "html"}


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, normalised, and how it was found."""

    text: str
    media_type: str
    encoding: str
    """Name of the encoding of a text or page; empty for Word and PDF, which have none."""
    notes: tuple[str, ...] = ()
    """What an editor should know, in sentences."""
    version: int = EXTRACTOR_VERSION


def text_of(
    content: bytes, filename: str = "", *, encoding: str = "", limits: Limits | None = None
) -> Extracted:
    """The normalised text of a file.

    `filename` decides nothing but whether plain text is called Markdown. `encoding` is followed
    where the bytes allow it: an editor's correction, or the name stored with a document, so that
    its text can be made again. `limits` are those of the settings unless given.

    Raises Refused, whose message is a sentence for an editor, for every file that holds no text
    that may be read; nothing else, whatever the bytes.
    """
    limits = limits or from_settings()
    refuse_large(len(content), limits)
    if not content.strip(b"\0\t\n\r\f\v "):
        raise Refused("This file is empty.")
    kind = kinds.of_bytes(content)
    if kind:
        text, notes = process.read(_APART[kind], content, limits)
        return _extracted(text, kind, "", notes, limits)
    return _of_characters(content, filename, encoding, limits)


def refuse_large(size: int, limits: Limits | None = None) -> None:
    """Raise Refused for a file of more bytes than are taken; so it can be asked before reading."""
    most = (limits or from_settings()).file_bytes
    if size > most:
        raise Refused(
            f"This file has {_megabytes(size)} MB; at most {_megabytes(most)} MB are taken. "
            "Divide it, or paste the part that matters."
        )


def _of_characters(content: bytes, filename: str, encoding: str, limits: Limits) -> Extracted:
    """The text of a file of characters: plain, Markdown or HTML."""
    if not encoding and not encodings.marked(content):
        kinds.refuse_binary(content)
    decoded = encodings.decode(content, encoding or _declared(content))
    kind = kinds.of_text(decoded.text, filename)
    text = decoded.text
    if kind != kinds.HTML:
        _refuse_long(text, limits)
    notes = decoded.notes + signs.notes(text)
    if kind == kinds.HTML:
        text, said = process.read(_APART[kind], text.encode("utf-8"), limits)
        notes += said
        if not _is_named_so(filename):
            notes += ("This is a page of the web, whatever its name says.",)
    return _extracted(text, kind, decoded.encoding, notes, limits)


def _extracted(
    text: str, kind: str, encoding: str, notes: tuple[str, ...], limits: Limits
) -> Extracted:
    text = normalise(text)
    _refuse_long(text, limits)
    if not text.strip():
        raise Refused("This file is empty.")
    return Extracted(text, kind, encoding, notes)


def _refuse_long(text: str, limits: Limits) -> None:
    if len(text) > limits.characters:
        raise Refused(
            f"This file holds {len(text):,} characters; at most {limits.characters:,} are taken. "
            "Divide it, or paste the part that matters."
        )


def _declared(content: bytes) -> str:
    """The encoding that a page of the web names for itself; a mark of the bytes goes before it."""
    beginning = content[:_DECLARED_WITHIN]
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return ""
    found = _DECLARED.search(beginning)
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    # As browsers do: Latin 1 means windows-1252, and GB 2312 its present form.
    return {"iso-8859-1": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(name, name)


def _is_named_so(filename: str) -> bool:
    return not filename or filename.lower().endswith((".html", ".htm", ".xhtml"))


def _megabytes(number: int) -> str:
    return f"{number / 1024 / 1024:,.1f}".removesuffix(".0")
