"""
“Did you mean …”, from the words that public statements use (``index/vocabulary.py``).

Each word of a query that nothing public answers is looked up among words that differ from it in a
letter or two. A candidate counts only when it stands, as it would be told, in something that
readers are shown now: a word of drafts alone, or of texts that may not be shown, is never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from speeches import stems
from speeches.models import Speech

from . import index, shown
from .expression import prepared
from .index.vocabulary import LONGEST, SHORTEST, misspellings, most_slips
from .query import SAID, Field, Term, parse

__all__ = ["LITTLE", "Correction", "correct"]

LITTLE = 3
"""Fewer statements than this are little: then a better spelling is looked for."""

MOST_WORDS = 6
"""Unknown words that are looked up."""

MOST_NEAR = 2_000
"""Words compared with one that is unknown; those of the same beginning are seldom more."""

MOST_TRIED = 8
"""Near words that are searched for."""

LOOKED_INTO = 25
SEARCHED = 500
"""Of the newest statements that have a word's stem: where the word itself is looked for."""

COUNTED = 100
FAR_MORE = 20
"""A word that is found at all is a slip where another is found this many times as often."""

_NAMED = {Field.SPEAKER, Field.OFFICE, Field.EVENT, Field.SERIES}


@dataclass(frozen=True, slots=True)
class Correction:
    """A query with other words in it, in pieces: is it another one?"""

    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.parts)


def correct(text: str, speeches: Any = None) -> Correction | None:
    """
    What was typed with its unknown words spelt as public statements spell them.

    None where all of them are known, or nothing is near. All else stays as it was typed.
    """
    speeches = Speech.objects.published() if speeches is None else speeches
    better: dict[str, str] = {}
    for operator, word in _words_of(text):
        if len(better) == MOST_WORDS:
            break
        if word not in better and (found := _better(operator, word, text, speeches)):
            better[word] = found
    return Correction(tuple(_parts(text, better))) if better else None


def _words_of(text: str) -> Iterator[tuple[str, str]]:
    """The words that must be found and can be misspelt, each with its operator."""
    for clause in parse(text).clauses:
        for term in () if clause.without else clause.terms:
            operator = _operator(term)
            for word in term.words if operator is not None else ():
                if SHORTEST <= len(word) <= LONGEST and word.isalpha():
                    yield operator or "", word


def _operator(term: Term) -> str | None:
    """What stands before a word to look for it; None where words can't be misspelt."""
    if term.field is not None:
        return f"{term.field}:" if term.field in _NAMED else None
    return f"{SAID}:" if term.said else ""


def _better(operator: str, word: str, text: str, speeches: Any) -> str:
    """The nearest word that is found, or found far more often; empty where there is none."""
    known = _number(operator + word, speeches)
    if known >= LITTLE:
        return ""
    near = sorted(
        (slips, other[0] != word[0], other)
        for other in _near(word)
        if 0 < (slips := _slips(word, other)) <= most_slips(word)
    )
    typed = _typed_as(word, text)
    tried = sorted(
        (slips, is_elsewhere, -number, min(_slips(typed, form) for form in _learned(other)), other)
        for slips, is_elsewhere, other in near[:MOST_TRIED]
        if (number := _number(operator + other, speeches)) >= max(1, known * FAR_MORE)
    )
    told = (_told(other, typed, _found(operator + other, speeches)) for *_order, other in tried)
    return next(filter(None, told), "")


def _number(query: str, speeches: Any) -> int:
    """How many statements answer to the words alone, counted so far."""
    return int(_found(query, speeches).order_by()[:COUNTED].count())


def _found(query: str, speeches: Any) -> Any:
    expression = prepared(parse(query), widened=False)
    return speeches.filter(sort_key__in=index.engine().hits(expression.nodes))


def _near(word: str) -> list[str]:
    """Words from which, or from this one, letters taken away leave the same beginning."""
    keys = misspellings(word)
    marks = ", ".join(["%s"] * len(keys))
    sql = (
        f"SELECT DISTINCT word FROM search_misspelling WHERE key IN ({marks})"  # noqa: S608
        f" AND length(word) BETWEEN %s AND %s ORDER BY word LIMIT {MOST_NEAR}"
    )
    slips = most_slips(word)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*keys, len(word) - slips, len(word) + slips])
        return [row[0] for row in cursor]


def _slips(one: str, other: str) -> int:
    """Letters left out, added, changed, or swapped with their neighbour, on the way to another."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        row = [place]
        for at, wanted in enumerate(other, start=1):
            cost = min(last[at] + 1, row[at - 1] + 1, last[at - 1] + (letter != wanted))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == wanted:
                cost = min(cost, before[at - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _told(word: str, typed: str, found: Any) -> str:
    """
    The form of a word, with its accents, that is nearest to what was typed; empty where none is.

    Only of forms that stand in a statement that was found: the index knows of words that have
    this one's stem, and what was learned may have been withdrawn since.
    """

    def nearness(form: str) -> tuple[int, str]:
        return _slips(typed, form), form

    newest = found.order_by("-sort_key")
    forms = _forms(word, shown.words(newest[:LOOKED_INTO]))
    for form in [] if forms else sorted(_learned(word), key=nearness):
        passages = shown.open_passages(newest[:SEARCHED]).filter(body__icontains=form)
        forms |= _forms(word, passages.values_list("body", flat=True)[:LOOKED_INTO])
    return min(forms, key=nearness, default="")


def _forms(word: str, texts: Iterable[str]) -> set[str]:
    """How the texts write a word."""
    written = {each for text in texts for each in stems.words(text.lower())}
    return {form for form in written if stems.pieces(form) == [word]}


def _learned(word: str) -> set[str]:
    """The forms of a word that public statements have, or had."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT shown FROM search_word WHERE word = %s", [word])
        return {row[0] for row in cursor} or {word}


# -- putting it back where it was typed


def _typed_as(word: str, text: str) -> str:
    spans = (text[token.start : token.end] for token in stems.tokens(text) if token.stem == word)
    return next(spans, word).lower()


def _parts(text: str, better: dict[str, str]) -> Iterator[tuple[str, bool]]:
    place = 0
    for token in stems.tokens(text):
        is_operator = text[token.end : token.end + 1] == ":"
        if token.stem not in better or is_operator or token.start < place:
            continue
        if token.start > place:
            yield text[place : token.start], False
        yield better[token.stem], True
        place = token.end
    if place < len(text):
        yield text[place:], False
