"""
Bytes to characters: which encoding a text is in, told by the bytes alone.

First what is certain (a mark at the beginning, zero bytes at every second place, valid UTF-8),
then UTF-8 with a few foreign bytes, then the one-byte and two-byte encodings of our languages:
the one whose words look most like words, if any does; last, charset-normalizer for the rest.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import charset_normalizer

__all__ = ["Decoded", "decode", "is_known", "marked"]

MIXED = "utf-8+windows-1252"
"""UTF-8 in which the bytes that are not are windows-1252: two texts pasted into one."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The order decides between encodings that fit alike.
_USUAL = ("windows-1252", "windows-1251", "windows-1256", "gb18030", "koi8-r")
_SAMPLE = 60_000
_WORD = re.compile(r"[^\W\d_]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_ODD = 0.12
_ODD_KINDS = {"Cc", "Co", "Cn", "So", "Sm"}
_ABOVE_ASCII = bytes(range(0x80, 0x100))
_SHARE = 0.5
"""Of the letters above ASCII, two-byte Chinese reads as UTF-8 by chance in one of twelve."""


class Decoded(NamedTuple):
    """Characters, the name of their encoding, and what an editor should know about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def is_known(name: str) -> bool:
    """Whether bytes can be decoded by this name."""
    if name == MIXED:
        return True
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def decode(content: bytes, encoding: str = "") -> Decoded:
    """The characters of a text. Never fails; the same bytes always give the same characters.

    `encoding` is a name that the document itself gives, or an editor: it is followed if it is
    known and the bytes allow it, and found anew if not.
    """
    if encoding and is_known(encoding) and (named := _strictly(content, encoding)) is not None:
        return Decoded(named, encoding.lower())
    sure = marked(content)
    for found in (sure, "utf-8"):
        if found and (text := _strictly(content, found)) is not None:
            return Decoded(text, found)
    if sure and sure != "utf-8-sig":
        note = "Some characters are damaged; they show as �."
        return Decoded(content.decode(sure, "replace"), sure, (note,))
    return _mixed(content) or _guessed(content)


def _strictly(content: bytes, encoding: str) -> str | None:
    if encoding == MIXED:
        return _by_both(content)
    try:
        text = content.decode(encoding)
        text.encode("utf-8")
    except (UnicodeError, ValueError):
        return None
    return text


def marked(content: bytes) -> str:
    """The encoding that the first bytes, or the places of the zero bytes, speak for; or none."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    if len(content) % 2 == 0 and 0 in content[:_SAMPLE]:
        half = len(content) // 2
        # Latin text in UTF-16 without a mark has a zero in every second byte, and is valid UTF-8.
        if content[1::2].count(0) * 2 > half and content[::2].count(0) * 20 <= half:
            return "utf-16-le"
        if content[::2].count(0) * 2 > half and content[1::2].count(0) * 20 <= half:
            return "utf-16-be"
    return ""


# -- UTF-8 with foreign bytes


def _mixed(content: bytes) -> Decoded | None:
    """A text that is UTF-8 but for a few bytes; None where hardly any of it is."""
    fitting = content.decode("utf-8", "ignore")
    wrong = len(content) - len(fitting.encode("utf-8"))
    right = len(fitting) - len(content.translate(None, _ABOVE_ASCII))
    if right < 2 or right < wrong * _SHARE:
        return None
    text = _by_both(content)
    if _oddness_of(text[:_SAMPLE]) >= _ODD:
        return None
    bytes_ = "1 byte is" if wrong == 1 else f"{wrong} bytes are"
    note = f"Mixed encodings: {bytes_} not UTF-8 and read as windows-1252."
    return Decoded(text, MIXED, (note,))


def _by_both(content: bytes) -> str:
    text = content.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", _western, text)


def _western(found: re.Match[str]) -> str:
    byte = bytes([ord(found[0]) - 0xDC00])
    return byte.decode("windows-1252", "replace")


# -- neither


def _guessed(content: bytes) -> Decoded:
    sample = _sample(content)
    scores = [(_oddness(sample, encoding), encoding) for encoding in _USUAL]
    for odd, encoding in sorted(scores, key=lambda score: score[0]):
        if odd < _ODD and (text := _strictly(content, encoding)) is not None:
            note = f"The encoding is not stated; {encoding} was found by its words."
            return Decoded(text, encoding, (note,))
    best = charset_normalizer.from_bytes(sample).best()
    if best and is_known(best.encoding) and (text := _strictly(content, best.encoding)) is not None:
        name = best.encoding.replace("_", "-")
        return Decoded(text, name, (f"The encoding is a guess: {name}. Compare the accents.",))
    note = "The encoding can’t be told; accents may be wrong."
    return Decoded(content.decode("iso-8859-1"), "iso-8859-1", (note,))


def _sample(content: bytes) -> bytes:
    """The lines that hold bytes above ASCII, up to a bearable length: only they can tell."""
    held: list[bytes] = []
    length = 0
    for line in content.splitlines(keepends=True):
        if length >= _SAMPLE:
            break
        if not line.isascii():
            held.append(line if len(line) <= _SAMPLE else _cut(line))
            length += len(held[-1])
    return b"".join(held)


def _cut(line: bytes) -> bytes:
    """As much of a line too long to look at, from its first byte above ASCII on."""
    found = _HIGH.search(line)
    start = found.start() if found else 0
    return line[start : start + _SAMPLE]


def _oddness(sample: bytes, encoding: str) -> float:
    """What share of the letters above ASCII stand as no language of ours writes them; 1 if the
    bytes are not of this encoding at all."""
    try:
        # a sample may end within a letter, which this decoder doesn't mind
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeError:
        return 1.0
    return _oddness_of(text)


def _oddness_of(text: str) -> float:
    above = sum(character > "\x7f" for character in text)
    odd: float = sum(_odd_mark(character) for character in text if character > "\x7f")
    for word in _WORD.findall(text):
        if not word.isascii():
            odd += _odd_letters(word)
    return min(1.0, odd / max(above, 1))


def _odd_mark(character: str) -> bool:
    """Characters above ASCII that ordinary prose does not hold."""
    if character in "°©®™№±×÷":
        return False
    return unicodedata.category(character) in _ODD_KINDS or character in "¤¦§¯¶¸¹²³"


def _odd_letters(word: str) -> float:
    """How many letters of a word change script, grow tall inside it, pile up accents, are rare."""
    odd = 0.0
    accents = 0
    before = ""
    tall = word.isupper()
    for letter in word:
        script = _script(letter)
        if script == "HAN":
            odd += _rareness(letter)
        elif before and script != _script(before) != "HAN":
            odd += 1
        if before and letter > "\x7f" and letter.isupper() and not tall:
            odd += 1
        accents = accents + 1 if script == "LATIN" and letter > "\x7f" else 0
        odd += accents > 2
        before = letter
    return odd


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    if "\u3400" <= letter <= "\u9fff":
        return "HAN"
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


@lru_cache(maxsize=8192)
def _rareness(letter: str) -> float:
    """Of a Chinese character: none in the first level of GB 2312, half in its second."""
    try:
        return 0.0 if letter.encode("gb2312")[0] <= 0xD7 else 0.5
    except UnicodeEncodeError:
        return 1.0
