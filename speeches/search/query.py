"""
What somebody typed into a search box, understood as far as it goes. Pure: no database.

The language: words (all of them), ``"a phrase"``, ``-without``, ``one OR another``, ``begin*``, and
operators: ``speaker: office: event: series: tag: kind: language: country: year: said:``. A value of
several words stands in quotes. Nothing that is typed is an error: what can't be used is left out,
and ``notes`` says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _

from speeches import stems

__all__ = ["MOST_LETTERS", "MOST_WORDS", "Clause", "Field", "Form", "Query", "Term", "parse"]

MOST_LETTERS = 400
MOST_WORDS = 24
"""What is used of a very long query: more would cost much and find little."""

SHORTEST_BEGINNING = 2
"""Letters before a star: a shorter beginning would stand in nearly every text."""


class Form(StrEnum):
    """How the words of a term must stand in a text."""

    WORD = "word"
    PHRASE = "phrase"
    BEGINNING = "beginning"


class Field(StrEnum):
    """What an operator asks for; its name as typed."""

    SPEAKER = "speaker"
    OFFICE = "office"
    EVENT = "event"
    SERIES = "series"
    TAG = "tag"
    KIND = "kind"
    LANGUAGE = "language"
    COUNTRY = "country"
    YEAR = "year"


SAID = "said"


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be found: folded, in their order. ``said``: where the speaker is heard only."""

    words: tuple[str, ...]
    form: Form = Form.WORD
    said: bool = False
    field: Field | None = None
    years: tuple[int, int] | None = None

    @property
    def typed(self) -> str:
        """As one would type it."""
        words = " ".join(self.words)
        if self.form == Form.PHRASE or (self.field and len(self.words) > 1):
            words = f'"{words}"'
        elif self.form == Form.BEGINNING:
            words += "*"
        if self.years:
            first, last = self.years
            words = str(first) if first == last else f"{first}..{last}"
        operator = self.field or (SAID if self.said else "")
        return f"{operator}:{words}" if operator else words


@dataclass(frozen=True, slots=True)
class Clause:
    """One of these terms must be found; with ``without``, none of them may be."""

    terms: tuple[Term, ...]
    without: bool = False

    @property
    def typed(self) -> str:
        sign = "-" if self.without else ""
        return sign + " OR ".join(term.typed for term in self.terms)


@dataclass(frozen=True, slots=True)
class Query:
    """All of the clauses must hold. ``notes`` are sentences about what was left out."""

    clauses: tuple[Clause, ...]
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def typed(self) -> str:
        """In the form in which it was understood."""
        return " ".join(clause.typed for clause in self.clauses)

    @property
    def terms(self) -> list[Term]:
        """The terms of words that must be found, not those of operators or without."""
        return [
            term
            for clause in self.clauses
            if not clause.without
            for term in clause.terms
            if term.field is None
        ]


_QUOTES = '"“”„‟«»″〝〞＂'
_PART = re.compile(
    rf"""
    (?P<sign>[-–−](?=\S))?
    (?:(?P<operator>[^\W\d_]+):(?=\S))?
    (?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?|(?P<bare>[^\s{_QUOTES}]+))
    """,
    re.VERBOSE,
)
_OR = ("OR", "|", "||")
_YEARS = re.compile(r"(\d{4})?(?:(\.\.|…|-|–)(\d{4})?)?")


def parse(text: str) -> Query:
    """The query in a text. Never fails; what was not understood is named in its notes."""
    return _Parser(text).query()


class _Parser:
    def __init__(self, text: str) -> None:
        self.notes: list[str] = []
        if len(text) > MOST_LETTERS:
            text = text[:MOST_LETTERS].rsplit(None, 1)[0]
            self._note(_("Only the first %(number)d letters were used."), number=MOST_LETTERS)
        self.text = text
        self.left = MOST_WORDS

    def _note(self, sentence: str, **values: object) -> None:
        sentence = sentence % values if values else sentence
        if sentence not in self.notes:
            self.notes.append(sentence)

    def query(self) -> Query:
        clauses: list[Clause] = []
        joining = False
        for part in _PART.finditer(self.text):
            if part["bare"] in _OR and not part["sign"] and not part["operator"]:
                joining = self._may_join(clauses, part.end())
                continue
            clause = self._clause(part)
            if clause is None:
                continue
            last = clauses[-1] if clauses else None
            if joining and last and not last.without and not clause.without:
                clauses[-1] = replace(last, terms=last.terms + clause.terms)
            else:
                clauses.append(clause)
            joining = False
        if self.left < 0:
            self._note(_("Only the first %(number)d words were used."), number=MOST_WORDS)
        return Query(tuple(dict.fromkeys(clauses)), tuple(self.notes))

    def _may_join(self, clauses: list[Clause], end: int) -> bool:
        if clauses and self.text[end:].strip():
            return True
        self._note(_("“OR” stands between two words; here it was left out."))
        return False

    def _clause(self, part: re.Match[str]) -> Clause | None:
        if part["quoted"] is not None and part["closed"] is None:
            self._note(_("A quotation mark was not closed; the phrase goes to the end."))
        terms = self._terms(part)
        return Clause(tuple(terms), without=bool(part["sign"])) if terms else None

    def _terms(self, part: re.Match[str]) -> list[Term]:
        """One term; of words that a sign joins, a phrase."""
        operator = (part["operator"] or "").lower()
        value = part["quoted"] if part["quoted"] is not None else part["bare"]
        if operator in list(Field):
            return self._of_field(Field(operator), value)
        if operator and operator != SAID:
            self._note(
                _("“%(operator)s:” is no operator; it was searched for as a word."),
                operator=part["operator"],
            )
            value = f"{part['operator']} {value}"
        words = self._words(value)
        if not words:
            return []
        begins = part["bare"] is not None and part["bare"].endswith("*")
        form = Form.PHRASE if part["quoted"] is not None or len(words) > 1 else Form.WORD
        if begins and len(words) == 1:
            if len(words[0]) >= SHORTEST_BEGINNING:
                form = Form.BEGINNING
            else:
                self._note(_("A beginning needs two letters before the star."))
        return [Term(words, form, said=operator == SAID)]

    def _of_field(self, field: Field, value: str) -> list[Term]:
        if field == Field.YEAR:
            return self._of_years(value)
        words = self._words(value)
        if not words:
            self._note(_("“%(operator)s:” wants a word after it."), operator=field)
            return []
        return [Term(words, Form.WORD, field=field)]

    def _of_years(self, value: str) -> list[Term]:
        found = _YEARS.fullmatch(value)
        if not found or not (found[1] or found[3]):
            self._note(
                _("“year:%(value)s” is no year: write year:2017, year:2012..2017 or year:2012.."),
                value=value[:40],
            )
            return []
        first = int(found[1]) if found[1] else 1
        last = int(found[3]) if found[3] else 9999 if found[2] else first
        self.left -= 1
        years = (min(first, last), max(first, last))
        return [Term((), field=Field.YEAR, years=years)]

    def _words(self, value: str) -> tuple[str, ...]:
        words = stems.pieces(value)
        kept = words[: max(0, self.left)]
        self.left -= len(words)
        return tuple(kept)
