"""
A query made ready for an engine: which words, in which forms, stand where.

Looks tags, kinds and languages up by what readers call them, and widens the query by the other
labels of a tag whose label was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, TypeGuard

from django.db.models import Q
from django.utils.translation import gettext as _
from django_countries import countries

from speeches import languages, stems
from speeches.models import Speech, Tag, TagLabel
from speeches.offsets import fold

from .query import Clause, Field, Form, Query, Term

__all__ = [
    "All",
    "Any",
    "Expression",
    "Keys",
    "Label",
    "Node",
    "Where",
    "Without",
    "Words",
    "prepared",
]

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Within which ``year:2012..`` is counted out, year by year."""

LONGEST_LABEL = 6
"""Words of a label that is looked for in a query."""

MOST_LABELS = 12


class Where(StrEnum):
    """Where words may stand: anywhere a reader can see, or in what the speaker said."""

    ANYWHERE = "anywhere"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Words:
    """One of these sequences of stems stands somewhere; the last may only begin a word."""

    sequences: tuple[tuple[str, ...], ...]
    where: Where = Where.ANYWHERE
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """A statement has one of these keys (see ``index/sqlite.sql``)."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    node: Node


Node = Words | Keys | All | Any | Without


class Label(NamedTuple):
    """What a tag is called, and in which language where that is known."""

    words: str
    language: str = ""


@dataclass
class Expression:
    """What an engine is asked, and what a page says about it."""

    nodes: list[Node] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    also: list[Label] = field(default_factory=list)
    """Labels that the query was widened by."""

    @property
    def neighbours(self) -> list[Words]:
        """Words that were typed one behind the other, in pairs: better, where they stand so."""
        plain = [node if _is_plain(node) else None for node in self.nodes]
        return [
            Words(_sequences(one.sequences[0] + other.sequences[0]))
            for one, other in pairwise(plain)
            if one is not None and other is not None
        ]

    @property
    def has_words(self) -> bool:
        """Whether words are looked for, by which statements can be ranked and marked."""
        return any(_has_words(node) for node in self.nodes)


def prepared(query: Query, *, widened: bool = True) -> Expression:
    """The expression of a query; without widening, of just its words."""
    expression = Expression(notes=list(query.notes))
    clauses = list(query.clauses)
    labels = _labels_in(clauses) if widened else {}
    place = 0
    while place < len(clauses):
        length, tag = labels.get(place, (1, None))
        nodes = [_clause(clause, expression) for clause in clauses[place : place + length]]
        node = All(tuple(nodes)) if len(nodes) > 1 else nodes[0]
        expression.nodes.append(_or_tag(node, tag, expression) if tag else node)
        place += length
    return expression


def _is_plain(node: Node) -> TypeGuard[Words]:
    return isinstance(node, Words) and not node.beginning and node.where == Where.ANYWHERE


def _has_words(node: Node) -> bool:
    if isinstance(node, All | Any):
        return any(_has_words(part) for part in node.nodes)
    return isinstance(node, Words)


# -- clauses


def _clause(clause: Clause, expression: Expression) -> Node:
    nodes = tuple(_term(term, expression) for term in clause.terms)
    node = nodes[0] if len(nodes) == 1 else Any(nodes)
    return Without(node) if clause.without else node


def _term(term: Term, expression: Expression) -> Node:
    if term.field is not None:
        return _of_field(term, expression)
    where = Where.SAID if term.said else Where.ANYWHERE
    if term.form == Form.BEGINNING:
        return _beginning(term.words[0], where)
    words = Words(_sequences(term.words), where)
    return Any((words, Keys((f"yr{term.words[0]}",)))) if _is_year(term) else words


def _is_year(term: Term) -> bool:
    """Whether a plain word is a year: it means statements of that year as much as the number."""
    [word, *more] = term.words
    if more or term.said or term.form != Form.WORD or not re.fullmatch("[0-9]{4}", word):
        return False
    return FIRST_YEAR <= int(word) <= LAST_YEAR


def _sequences(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The words as they may stand in an index: whole, or cut as each language cuts them."""
    words = tuple(words)
    found = [words]
    found += [
        tuple(stems.indexed(word, language) or word for word in words) for language in stems.STEMMED
    ]
    return tuple(dict.fromkeys(found))


def _beginning(word: str, where: Where) -> Node:
    """
    A stem may be shorter than the beginning of its word: “cooperat*” means “cooper” too.

    So the beginning less up to four letters is looked for as a whole stem.
    """
    shorter = [(word[:length],) for length in range(max(4, len(word) - 4), len(word))]
    begins = Words(((word,),), where, beginning=True)
    return Any((begins, Words(tuple(shorter), where))) if shorter else begins


# -- operators


_PREFIXES = {Field.SPEAKER: "sp", Field.OFFICE: "of", Field.EVENT: "ev", Field.SERIES: "se"}
_NOBODY = Keys(("nothing",))


def _of_field(term: Term, expression: Expression) -> Node:
    words = " ".join(term.words)
    found: tuple[str, ...] = ()
    match term.field:
        case Field.YEAR if term.years:
            first, last = max(term.years[0], FIRST_YEAR), min(term.years[1], LAST_YEAR)
            return Keys(tuple(f"yr{year}" for year in range(first, last + 1)) or _NOBODY.keys)
        case Field.SPEAKER | Field.OFFICE | Field.EVENT | Field.SERIES:
            prefix = _PREFIXES[term.field]
            nodes = tuple(Keys((prefix + word,)) for word in term.words)
            return nodes[0] if len(nodes) == 1 else All(nodes)
        case Field.TAG:
            tags = _tags_labelled(term.words)
            found = tuple(f"tg{tag.pk}" for tag in tags)
        case Field.KIND:
            found = tuple(
                "kd" + value.replace("-", "")
                for value, label in Speech.Kind.choices
                if words in (_plain(value), _plain(label))
            )
        case Field.LANGUAGE:
            found = tuple(
                "la" + code.replace("-", "")
                for code, name in languages.CHOICES
                if words in (code, _plain(name), _plain(languages.own_name(code)))
            )
        case Field.COUNTRY:
            found = tuple(
                "cy" + code.lower()
                for code, name in countries
                if words in (code.lower(), _plain(name))
            )
    if not found:
        sentence = _("Nothing here is called “%(words)s”, which “%(operator)s:” asks for.")
        expression.notes.append(sentence % {"words": words, "operator": term.field})
    return Keys(found) if found else _NOBODY


def _plain(text: object) -> str:
    return " ".join(stems.pieces(str(text)))


# -- tags and their labels


def _tags_labelled(words: tuple[str, ...]) -> list[Tag]:
    """Tags with this name or label, however its dashes and accents are typed."""
    near = Q(key__in=_keys(words)) | Q(slug="-".join(words)) | Q(labels__key__in=_keys(words))
    return list(Tag.objects.filter(near).distinct().order_by("pk")[:MOST_LABELS])


def _keys(words: tuple[str, ...]) -> set[str]:
    """The keys that words can have: parted by spaces, or one pair of them by a hyphen or plus."""
    found = {" ".join(words), "-".join(words)}
    for place in range(1, len(words)):
        for sign in "-+/":
            found.add(" ".join(words[:place]) + sign + " ".join(words[place:]))
    return {fold(key) for key in found}


def _labels_in(clauses: list[Clause]) -> dict[int, tuple[int, _Labelled]]:
    """The longest labels of tags that stand in a query, by their place: how many clauses, which."""
    runs: dict[tuple[int, int], set[str]] = {}
    words = [_bare(clause) for clause in clauses]
    for place in range(len(clauses)):
        for length in range(1, LONGEST_LABEL + 1):
            run = words[place : place + length]
            if len(run) < length or not all(run):
                break
            runs[place, length] = _keys(tuple(word for each in run for word in each))
    wanted = set().union(*runs.values()) if runs else set()
    if not wanted:
        return {}
    owners = _owners(wanted)
    found: dict[int, tuple[int, _Labelled]] = {}
    taken: set[int] = set()
    for place, length in sorted(runs, key=lambda run: (-run[1], run[0])):
        tag = next((owners[key] for key in sorted(runs[place, length]) if key in owners), None)
        places = set(range(place, place + length))
        if tag is not None and not places & taken:
            found[place] = (length, tag)
            taken |= places
    return found


@dataclass(slots=True)
class _Labelled:
    """A tag with its name and labels."""

    pk: int
    labels: list[Label]


def _owners(keys: set[str]) -> dict[str, _Labelled]:
    """The tags that have these keys as their own or a label's: one query."""
    labelled = TagLabel.objects.filter(key__in=keys).values("tag")
    tags = Tag.objects.filter(Q(key__in=keys) | Q(pk__in=labelled)).order_by("pk", "labels__pk")
    owners: dict[str, _Labelled] = {}
    label = ("labels__key", "labels__label", "labels__language")
    for pk, key, name, label_key, words, language in tags.values_list("pk", "key", "name", *label):
        tag = owners.setdefault(key, _Labelled(pk, [Label(name)]))
        if words:
            owners[label_key] = tag
            tag.labels.append(Label(words, language))
    return owners


def _bare(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that could be a label; none where it is anything but plain words."""
    term = clause.terms[0]
    plain = term.field is None and not term.said and term.form != Form.BEGINNING
    return term.words if plain and len(clause.terms) == 1 and not clause.without else ()


def _or_tag(node: Node, tag: _Labelled, expression: Expression) -> Node:
    """The words, or any other label of the tag, or the tag itself."""
    phrases = {tuple(stems.pieces(label.words)): label for label in tag.labels[:MOST_LABELS]}
    own = _words_of(node)
    others = {words: label for words, label in phrases.items() if words and words != own}
    expression.also += [label for label in others.values() if label not in expression.also]
    nodes = [Words(_sequences(words)) for words in others]
    return Any((node, *nodes, Keys((f"tg{tag.pk}",))))


def _words_of(node: Node) -> tuple[str, ...]:
    if isinstance(node, Words):
        return node.sequences[0]
    if isinstance(node, All):
        return tuple(word for part in node.nodes for word in _words_of(part))
    # a year, as a word or as that of the statement
    return _words_of(node.nodes[0]) if isinstance(node, Any) else ()
