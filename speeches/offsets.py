"""Documents as received: bytes to text, and places in it that can be found again.

Every span in the archive counts characters of the text that `normalise` makes, so what it does
must never change; words are compared through `fold`, which keeps no offsets, and found with
`find_folded`, which gives them back in the original.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import lru_cache

__all__ = ["decode", "find_folded", "fold", "normalise"]

# UTF-32 before UTF-16, whose mark is the beginning of UTF-32's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DOUBLE_QUOTES = "“”„‟«»″〝〞＂"
_SINGLE_QUOTES = "‘’‚‛‹›′`´ʼ＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_FOLDED = (
    dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
)


def decode(content: bytes) -> tuple[str, str]:
    """The text of a document and the name of its encoding.

    `content.decode(encoding)` gives the same text again. Never fails: bytes that are neither
    Unicode nor windows-1252 are read as ISO 8859-1, which gives every byte a character.
    """
    for encoding in [*_marked(content), "utf-8", "windows-1252"]:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return content.decode("iso-8859-1"), "iso-8859-1"


def _marked(content: bytes) -> list[str]:
    """The encodings that the first bytes, or the places of the zero bytes, speak for."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    # Latin text in UTF-16 without a mark has a zero in every second byte, and is valid UTF-8.
    if len(content) % 2 == 0:
        half = len(content) // 2
        if content[1::2].count(0) * 2 > half:
            return ["utf-16-le"]
        if content[::2].count(0) * 2 > half:
            return ["utf-16-be"]
    return []


def normalise(text: str) -> str:
    """The text in which offsets are counted: LF line ends, no byte order mark, no NUL.

    Nothing else changes: quotes, dashes, spaces and composed letters stay as they were printed.
    Doing it twice changes nothing more.
    """
    text = text.replace("\0", "").lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fold(text: str) -> str:
    """The words of a text for comparison: case, kinds of quotes, dashes and spaces don't count.

    Composed and decomposed letters come out alike; accents count. Not for showing.
    """
    if text.isascii():
        text = text.casefold().replace("`", "'")
    else:
        text = "".join(map(_fold_character, text))
    return " ".join(text.split())


def find_folded(needle: str, haystack: str) -> tuple[int, int] | None:
    """Where the words of `needle` first stand in `haystack`, as a span of the original.

    None when they don't, or when `needle` has no words. A letter matches only with its accents.
    """
    wanted = fold(needle)
    if not wanted:
        return None
    folded, origins = _fold_with_origins(haystack)
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if end == len(folded) or not unicodedata.combining(folded[end]):
            return origins[start], origins[end - 1] + 1
        start = folded.find(wanted, start + 1)
    return None


def _fold_with_origins(text: str) -> tuple[str, list[int]]:
    """The text folded, and for each character of it the place of the one it came from."""
    folded: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for part in _fold_character(character):
            if part == " " and (not folded or folded[-1] == " "):
                continue
            folded.append(part)
            origins.append(place)
    return "".join(folded), origins


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _FOLDED:
        return _FOLDED[character]
    if character.isspace():
        return " "
    # Soft hyphens, joiners and marks of direction are for layout, not part of a word.
    if unicodedata.category(character) == "Cf":
        return ""
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    parts = unicodedata.normalize("NFKD", decomposed)
    # a wide or doubled mark comes apart into plain ones, which fold in their turn
    return "".join(" " if part.isspace() else _FOLDED.get(part, part) for part in parts)
