"""
The words that published statements use, for “Did you mean”: learned by the database as they come.

A word is learned once, with its forms (“coopération” of “cooperation”) and with what it looks like
when letters are missing: a misspelt word looks like one of these when letters are taken from it
too. Words are learned from public statements, and of those only what readers are shown; they are
not forgotten when a statement goes, so ``spelling.py`` looks whether each still stands in one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from speeches import stems

__all__ = [
    "HEAD", "LONGEST", "SHORTEST", "connect", "fill", "forget", "installed_by", "misspellings",
    "most_slips",
]  # fmt: skip

SHORTEST, LONGEST = 4, 24
"""Letters of a word that is learned."""

HEAD = 7
"""Letters at the beginning of a word within which letters are taken away."""

_SQLITE = Path(__file__).with_name("vocabulary_sqlite.sql")
_POSTGRES = Path(__file__).with_name("vocabulary_postgres.sql")


def most_slips(word: str) -> int:
    """How many letters of a word may be wrong."""
    return 1 if len(word) < 6 else 2


def misspellings(word: str) -> list[str]:
    """The beginning of a word, and what is left of it without one or two letters."""
    head = word[:HEAD]
    found = {head}
    for number in range(1, most_slips(word) + 1):
        found |= {"".join(left) for left in combinations(head, len(head) - number)}
    return sorted(found)


def _words_in(text: str | None) -> str:
    """The words of a text that can be learned, in small letters, each once."""
    words = {word.lower() for word in stems.words(text or "")}
    return json.dumps([word for word in words if _can_be_learned(word)], ensure_ascii=False)


@lru_cache(maxsize=100_000)
def _can_be_learned(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha() and len(stems.pieces(word)) == 1


def _folded(word: str) -> str:
    return "".join(stems.pieces(word))


def _misspellings(word: str) -> str:
    return json.dumps(misspellings(word), ensure_ascii=False)


def connect(connection: Any) -> None:
    """Give a connection to SQLite the functions that the triggers call."""
    for function in (_words_in, _folded, _misspellings):
        name = function.__name__.removeprefix("_")
        connection.create_function(name, 1, function, deterministic=True)


def installed_by(vendor: str) -> Iterator[str]:
    """The script that makes what is missing, and the triggers anew."""
    yield (_SQLITE if vendor == "sqlite" else _POSTGRES).read_text(encoding="utf-8")


def fill(cursor: Any, vendor: str) -> None:
    """Where nothing has been learned yet, learn from all that is there."""
    cursor.execute("SELECT 1 FROM search_word LIMIT 1")
    if cursor.fetchone() is None:
        cursor.execute(_LEARN[vendor])


def forget(cursor: Any) -> None:
    """Forget all words: what is indexed anew is learned anew."""
    cursor.execute("DELETE FROM search_misspelling")
    cursor.execute("DELETE FROM search_word")


_LEARN = {
    "sqlite": "INSERT INTO search_learn (speech_id) SELECT id FROM speeches_speech",
    "postgresql": "SELECT search_learn(array_agg(id)) FROM speeches_speech",
}
