"""
Words as searches compare them: letters without accents and case, endings cut off.

``indexed`` is what an index keeps of a text, ``forms`` what a typed word can look like in one,
``tokens`` the same words with their places, for marking. All three cut words alike, and so does
the index in PostgreSQL (``search/postgres.sql``), whose stemmers are the same (Snowball,
https://snowballstem.org). Accents go before endings do, so that a word is found with and without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import snowballstemmer

__all__ = ["STEMMED", "Token", "forms", "indexed", "of_word", "pieces", "tokens", "words"]

STEMMED = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "ru": "russian",
    "ar": "arabic",
}
"""Languages whose endings are cut off, and the name of the algorithm. Others: whole words."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN += "\U00020000-\U0003ffff"
_LETTER = rf"(?:[^\W_{_HAN}]|[{_MARKS}{_UNSEEN}])"
# “Co-operation” and “co-ordinate” are older spellings of one word, not two words.
_TOKEN = re.compile(rf"(?:\b[Cc][Oo][-‐‑](?=[Oo]))?[^\W_{_HAN}]{_LETTER}*|(?=\w)[{_HAN}]")
_PLAIN_TOKEN = re.compile(r"(?:\b[Cc][Oo]-(?=[Oo]))?[0-9A-Za-z]+")
_OLD_SPELLING = re.compile(r"\b([Cc][Oo])[-‐‑](?=[Oo])")
_UNPRINTED = re.compile(rf"[{_MARKS}{_UNSEEN}]")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = {sign: " " for sign in range(128) if not chr(sign).isalnum()}
_PIECE = re.compile(rf"(?=\w)[{_HAN}]|[^\W_{_HAN}]+")
_DROPPED = re.compile(rf"[-‐‑{_UNSEEN}\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ACCENTS = re.compile(r"(?<=[a-zα-ω])[\u0300-\u036f]+")
_LIKE = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i"}
    | {"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
"""Letters that Unicode doesn't take apart, and those that Arabic and Russian write either way."""


class Token(NamedTuple):
    """A word of a text: how it looks in an index, and where it stands."""

    stem: str
    start: int
    end: int


def indexed(text: str, language: str = "") -> str:
    """The words of a text as an index keeps them, parted by spaces; Han letters stand alone."""
    return " ".join([stem for word in words(text) for stem in of_word(word, language)])


def pieces(text: str) -> list[str]:
    """The words of what somebody typed, folded but not cut."""
    return [piece for word in words(text) for piece in _fold(word)]


def words(text: str) -> list[str]:
    """The words of a text as they are printed: what ``_TOKEN`` finds, several times as fast."""
    if not text.isascii():
        text = _UNPRINTED.sub("", unicodedata.normalize("NFC", text))
    if any(hyphen in text for hyphen in "-‐‑"):
        text = _OLD_SPELLING.sub(r"\1", text)
    return text.translate(_BETWEEN).split() if text.isascii() else _WORD.findall(text)


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """What a folded word can look like in an index: as it is, and cut in each language."""
    found = [word, *(_cut(word, language) for language in STEMMED)]
    return tuple(dict.fromkeys(found))


def tokens(text: str, language: str = "") -> Iterator[Token]:
    """The words of a text with their places in it."""
    pattern = _PLAIN_TOKEN if text.isascii() else _TOKEN
    for found in pattern.finditer(text):
        for stem in of_word(found[0], language):
            yield Token(stem, *found.span())


@lru_cache(maxsize=200_000)
def of_word(word: str, language: str = "") -> tuple[str, ...]:
    """A printed word as an index keeps it: one stem, or each letter of Han and what joins them."""
    return tuple(_cut(piece, language[:2]) for piece in _fold(word))


def _fold(word: str) -> tuple[str, ...]:
    """A word without case and accents; several where one sign stands for several words."""
    word = _DROPPED.sub("", word).lower()
    if word.isascii():
        return (word,) if word else ()
    word = _ACCENTS.sub("", unicodedata.normalize("NFKD", word).translate(_LIKE))
    word = unicodedata.normalize("NFKC", word).translate(_LIKE).lower()
    return tuple(_PIECE.findall(word))


def _cut(word: str, language: str) -> str:
    algorithm = STEMMED.get(language)
    return str(_stemmer(algorithm).stemWord(word)) if algorithm else word


@lru_cache
def _stemmer(algorithm: str) -> Any:
    return snowballstemmer.stemmer(algorithm)
