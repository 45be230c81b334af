"""
A PDF as paragraphs. pypdf tells the letters and where they stand; `paragraphs` joins the lines.

Pages stay apart and keep their numbers and running titles: telling those is the reader's work.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from . import markdown, paragraphs
from .paragraphs import Line
from .refusal import Refused, counted

__all__ = ["read"]

_END_WITHIN = 4096
_CUT_OFF = "This PDF is cut off: its end is missing. Fetch it again."
_DAMAGED = "This PDF can’t be read: it is damaged. Fetch it again, or paste its text."
_LOCKED = "This PDF is encrypted. Save a copy without protection, or paste its text."
_PICTURES = "This PDF holds only pictures of pages: run text recognition first."
_NO_WORDS = "This PDF holds no words. Run text recognition, or paste the text."
_NO_LETTERS = (
    "The letters of this PDF can’t be told: its fonts don’t say which they are. "
    "Run text recognition first, or paste the text."
)
_NAMES_OF_GLYPHS = re.compile(r"(?:/(?:g|gid|c|cid|glyph|G)\d{1,5}){2,}|\(cid:\d+\)")
_MOST_UNTOLD = 0.2
_RIGHT_TO_LEFT = {"R", "AL"}
# Of the radicals that Unicode gives no other form, those that fonts use for whole characters.
_RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻩⻬⻰", "民西见角贝车长门青页风飞食马鱼黄齐龙"
)
_DROPPED = dict.fromkeys(map(ord, "\ufeff\0"))
# Written forms of letters: ligatures, Arabic by position, Chinese radicals as characters.
_FORMS = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]")


def read(content: bytes, pages: int, characters: int) -> tuple[str, list[str]]:
    """The text of a PDF and notes for an editor.

    Raises Refused for files that are encrypted, cut off, damaged, without text, or larger than
    these numbers of pages and characters.
    """
    if b"startxref" not in content[-_END_WITHIN:]:
        raise Refused(_CUT_OFF)
    reader = _opened(content)
    held = _pages(reader, pages)
    found: list[list[Line]] = []
    length = 0
    for page in held:
        found.append(_lines(page))
        length += sum(len(line.text) for line in found[-1])
        if length > characters:
            raise Refused(
                f"This PDF holds more than {characters:,} characters. "
                "Divide it, or paste the part that matters."
            )
    _refuse_wordless(found, held)
    blocks = [markdown.paragraph(markdown.escape(text)) for text in paragraphs.join(found)]
    # fonts may name half characters, which no text may hold
    text = "\n\n".join(filter(None, blocks)).encode("utf-8", "replace").decode("utf-8")
    if len(text) > characters * 2:
        raise Refused(_NO_LETTERS)
    return text, _notes(reader, found)


def _opened(content: bytes) -> pypdf.PdfReader:
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        is_locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise Refused(_LOCKED) from error
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever a damaged file makes the library stumble over
        raise Refused(_DAMAGED) from error
    if is_locked:
        raise Refused(_LOCKED)
    return reader


def _pages(reader: pypdf.PdfReader, most: int) -> list[Any]:
    held: list[Any] = []
    try:
        for page in reader.pages:
            held.append(page)
            if len(held) > most:
                raise Refused(
                    f"This PDF has more than {counted(most, 'page')}. Divide it, or paste the part "
                    "that matters."
                )
    except (Refused, MemoryError, RecursionError):
        raise
    except DependencyError as error:
        raise Refused(_LOCKED) from error
    except Exception as error:
        raise Refused(_DAMAGED) from error
    if not held:
        raise Refused(_DAMAGED)
    return held


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order of the file, each with its place and size."""
    lines: list[Line] = []
    pieces: list[tuple[float, float, float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], _: Any, size: float) -> None:
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.extend(_line(pieces))
                pieces.clear()
            if part:
                pieces.append((*_place(cm, tm, size), part))

    try:
        page.extract_text(visitor_text=visit)
    except (MemoryError, RecursionError):
        raise
    except DependencyError as error:
        raise Refused(_LOCKED) from error
    except Exception as error:
        raise Refused(_DAMAGED) from error
    return [*lines, *_line(pieces)]


def _place(cm: list[float], tm: list[float], size: float) -> tuple[float, float, float]:
    """Where a piece of text begins on the page, and how large its letters are."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    tall = abs((tm[0] * tm[3] - tm[1] * tm[2]) * (cm[0] * cm[3] - cm[1] * cm[2])) ** 0.5
    return x, y, abs(size) * tall


def _line(pieces: list[tuple[float, float, float, str]]) -> Iterator[Line]:
    """The pieces of a line as one; right to left where most of its letters are."""
    words = [piece for piece in pieces if piece[3].strip()]
    if not words:
        return
    ordered = pieces
    if len(words) > 1 and words[0][0] < words[-1][0] and _is_right_to_left(words):
        ordered = sorted(pieces, key=lambda piece: -piece[0])
    text = "".join(piece[3] for piece in ordered).translate(_DROPPED)
    text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text).translate(
        _RADICALS
    )
    text = " ".join(re.split(r"[^\S\u00a0\u202f]+", text)).strip()
    if text:
        size = max(piece[2] for piece in words)
        yield Line(text, min(piece[0] for piece in words), words[0][1], size)


def _is_right_to_left(words: list[tuple[float, float, float, str]]) -> bool:
    letters = [c for word in words for c in word[3] if c.isalpha()]
    right = sum(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in letters)
    return right * 2 > len(letters)


def _refuse_wordless(found: list[list[Line]], pages: list[Any]) -> None:
    """Raise Refused where there are no words, or signs that nobody can read."""
    text = "".join(line.text for lines in found for line in lines)
    if not re.search(r"\w", text):
        raise Refused(_PICTURES if any(map(_has_picture, pages)) else _NO_WORDS)
    named = sum(len(names[0]) for names in _NAMES_OF_GLYPHS.finditer(text))
    untold = sum(c == "\ufffd" or unicodedata.category(c) in {"Co", "Cn", "Cc"} for c in text)
    if (untold + named) > _MOST_UNTOLD * len(text):
        raise Refused(_NO_LETTERS)


def _has_picture(page: Any) -> bool:
    try:
        drawn = page["/Resources"]["/XObject"].values()
        return any(thing.get_object().get("/Subtype") == "/Image" for thing in drawn)
    except (KeyError, TypeError, AttributeError, PyPdfError):
        return False


def _notes(reader: pypdf.PdfReader, found: list[list[Line]]) -> list[str]:
    notes = [f"{counted(len(found), 'page')}; lines were joined to paragraphs."]
    empty = [str(number) for number, lines in enumerate(found, start=1) if not lines]
    if empty:
        listed = ", ".join(empty[:10]) + (" …" if len(empty) > 10 else "")
        notes.append(f"No words on page {listed}: a picture, perhaps, or empty.")
    if reader.is_encrypted:
        notes.append("It is protected against changes and opens without a password.")
    return notes
