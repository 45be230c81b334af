"""
What is called as somebody begins to type: speakers, tags, events, series and titles.

Only what a public statement bears: nothing here leads to an empty page, and no name is told that
stands on drafts alone. One query, along the beginnings that the database keeps
(``index/beginnings.py``); a second one where words were typed in another order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.urls import reverse

from speeches import stems
from speeches.models import SORT_KEY_YEAR, Event, Speech, Tag

from . import begun
from .index.beginnings import LONGEST

__all__ = ["KINDS", "MOST", "MOST_LETTERS", "Suggestion", "called_like", "records_called"]

MOST = 8
MOST_LETTERS = 100
"""What is used of something very long."""

READ = 20
"""Beginnings read of a kind: one record may have several that answer."""

READ_ALL = 300
"""The same where words may stand in any order and most rows don't answer."""

LOOKED_AT = 1_000
"""Of all of them so many are looked at, whether something public bears them: none of them may."""

_HAN = "\u2e80"
"""From here on one letter is a word; before it a suggestion takes two."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that is called so: a label, what else it is called where that answered, where."""

    kind: str
    label: str
    parts: tuple[tuple[str, bool], ...]
    """The label, or the other name that answered, in pieces: is it what was typed?"""
    also: str
    """The own name where another one answered; else empty."""
    note: str
    """What tells it from its like: the year of a title, the kind of a tag."""
    url: str


@dataclass(frozen=True, slots=True)
class _Row:
    inside: int
    key: str
    slug: str
    name: str
    other: str
    detail: str
    number: int


# -- the query: a part for each kind


_IS_PUBLIC = "EXISTS (SELECT 1 FROM public WHERE public.id = {})"
# Nested, not joined: SQLite would plan a join anew each time it is asked.
_AUTHOR = (
    "SELECT 1 FROM speeches_attribution AS part WHERE part.speaker_id = record.id"  # noqa: S608
    f" AND part.role = 'author' AND {_IS_PUBLIC.format('part.speech_id')}"
)
_TAGGED = (
    "SELECT 1 FROM speeches_taggedspeech AS part WHERE part.tag_id = record.id"  # noqa: S608
    f" AND {_IS_PUBLIC.format('part.content_object_id')}"
)
_AT = (
    "SELECT 1 FROM speeches_speech AS part WHERE part.{end} = {event}"  # noqa: S608
    f" AND {_IS_PUBLIC.format('part.id')}"
)


def _either(event: str, wrapped: str = "{}") -> str:
    """At it or marking it: each by its own index."""
    ends = [_AT.format(end=end, event=event) for end in ("event_id", "occasion_id")]
    return " OR ".join(f"EXISTS ({wrapped.format(end)})" for end in ends)


_IN_SERIES = (
    "SELECT 1 FROM speeches_event AS member WHERE member.series_id = record.id AND EXISTS ({})"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where records of a kind stand, which are borne by something public, and what is shown."""

    code: str
    table: str
    names: str
    is_borne: str
    page: str
    name: str = "record.name"
    other: str = "other.name"
    detail: str = "''"
    number: str = "0"


KINDS = {
    "speaker": _Kind(
        "sp",
        "speeches_speaker",
        "speeches_speakername",
        f"EXISTS ({_AUTHOR})",
        "speakers.detail",
    ),
    "tag": _Kind(
        "tg",
        "speeches_tag",
        "speeches_taglabel",
        f"EXISTS ({_TAGGED})",
        "tags.detail",
        other="other.label",
        detail="record.kind",
    ),
    "event": _Kind(
        "ev",
        "speeches_event",
        "speeches_eventname",
        f"({_either('record.id')})",
        "events.detail",
        detail="COALESCE(CAST(record.series_id AS text), '')",
        number="COALESCE(record.year, 0)",
    ),
    "series": _Kind(
        "se",
        "speeches_eventseries",
        "speeches_seriesname",
        f"({_either('member.id', _IN_SERIES)})",
        "series.detail",
    ),
    "title": _Kind(
        "ti",
        "speeches_speech",
        "",
        _IS_PUBLIC.format("record.id"),
        "speeches.detail",
        name="record.title",
        number="record.sort_key",
    ),
}
"""What can be suggested, in the order in which it is shown."""


def _part(name: str, inside: bool, limit: int) -> str:
    kind = KINDS[name]
    other, join = "''", ""
    if kind.names:
        other = f"COALESCE({kind.other}, '')"
        join = f"LEFT JOIN {kind.names} AS other ON other.id = beginning.named"
    # The beginnings come in their order, one by one, until there are enough: sorted once more, or
    # not crossed, all of them would be looked at first.
    return (
        f"SELECT * FROM (SELECT '{name}' AS kind, {int(inside)} AS inside, beginning.key,"  # noqa: S608
        f" record.slug, {kind.name} AS name, {other} AS other, {kind.detail} AS detail,"
        f" {kind.number} AS number FROM (SELECT key, record, named FROM search_beginning"
        f" WHERE kind = '{kind.code}' AND inside = {_TRUTH[inside]} AND key >= %s AND key < %s"
        f" ORDER BY key, record, named LIMIT {LOOKED_AT}) AS beginning"
        f" CROSS JOIN {kind.table} AS record {join}"
        f" WHERE record.id = beginning.record AND {kind.is_borne} LIMIT {limit})"
        f" AS {name}_{int(inside)}"
    )


_TRUTH = {True: "TRUE", False: "FALSE"}


def _found(beginning: str, kinds: Sequence[str], limit: int) -> dict[str, list[_Row]]:
    """The rows of each kind whose names have a word from which on they begin so."""
    public, values = (
        Speech.objects.published()
        .order_by()
        .values("pk")
        .query.get_compiler(connection=connection)
        .as_sql()
    )
    parts = [_part(kind, inside, limit) for kind in kinds for inside in (False, True)]
    stretch = (beginning, beginning + "\U0010ffff")
    rows: dict[str, list[_Row]] = {kind: [] for kind in kinds}
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH public (id) AS NOT MATERIALIZED ({public}) {' UNION ALL '.join(parts)}",
            [*values, *stretch * len(parts)],
        )
        for kind, *row in cursor:
            rows[kind].append(_Row(*row))
    return rows


# -- what was typed


def called_like(
    text: str, kinds: Sequence[str] = tuple(KINDS), most: int = MOST
) -> list[Suggestion]:
    """
    What is called so, or has a word from which on it is: at most so many, by kind.

    What begins so stands before what has it in the middle. Each kind gets its share: no wall of
    titles hides a speaker.
    """
    words = stems.pieces(text[:MOST_LETTERS].replace("\0", ""))
    typed = " ".join(words)[:LONGEST]
    if len(typed) < 2 and typed < _HAN:
        return []
    found = {kind: _ordered(rows, typed) for kind, rows in _found(typed, kinds, READ).items()}
    if len(words) > 1 and not any(found.values()) and max(words) < _HAN:
        found = _in_any_order(words, kinds)
    return [
        suggestion
        for kind, rows in _shares(found, most).items()
        for suggestion in (_suggestion(kind, row, words) for row in rows)
    ]


def records_called(kind: str, text: str) -> Q:
    """
    A condition on records of a kind, for editors: each of the words begins one of a name of theirs.

    Whatever bears them: drafts too, or nothing yet. Chinese letters stand together.
    """
    words = stems.pieces(text[:MOST_LETTERS].replace("\0", ""))[:MOST]
    wanted = [" ".join(words)] if words and max(words) >= _HAN else words
    if not wanted:
        return Q(pk__in=[])
    sql = "SELECT record FROM search_beginning WHERE kind = %s AND key >= %s AND key < %s"
    sql += f" AND inside IN ({_TRUTH[False]}, {_TRUTH[True]})"
    conditions = Q()
    for word in wanted:
        values = [KINDS[kind].code, word[:LONGEST], word[:LONGEST] + "\U0010ffff"]
        conditions &= Q(pk__in=RawSQL(sql, values))  # noqa: S611
    return conditions


def _ordered(rows: Iterable[_Row], typed: str = "") -> list[_Row]:
    """Each record once: what is just so first, then own names, then what begins so, the newest."""

    def place(row: _Row) -> Any:
        is_more = row.inside or row.key != typed
        return (is_more, bool(row.other), row.inside, -row.number, len(row.key), row.key)

    best: dict[str, _Row] = {}
    for row in sorted(rows, key=place):
        best.setdefault(row.slug, row)
    return list(best.values())


def _in_any_order(words: Sequence[str], kinds: Sequence[str]) -> dict[str, list[_Row]]:
    """Led by the longest word: names in which all of the words begin one."""
    rows = _found(max(words, key=len)[:LONGEST], kinds, READ_ALL)
    return {
        kind: _ordered(row for row in those if _has_all(row.other or row.name, words))
        for kind, those in rows.items()
    }


def _has_all(name: str, words: Sequence[str]) -> bool:
    own = stems.pieces(name)
    return all(any(piece.startswith(word) for piece in own) for word in words)


def _shares(found: dict[str, list[_Row]], most: int) -> dict[str, list[_Row]]:
    """So many in all: one of each kind in turn, as long as there are any."""
    shares = dict.fromkeys(found, 0)
    left = most
    while left and any(shares[kind] < len(rows) for kind, rows in found.items()):
        for kind, rows in found.items():
            if left and shares[kind] < len(rows):
                shares[kind] += 1
                left -= 1
    return {kind: rows[: shares[kind]] for kind, rows in found.items()}


def _suggestion(kind: str, row: _Row, words: Sequence[str]) -> Suggestion:
    label, note = row.name, ""
    if kind == "event":
        label = _event_name(row)
    elif kind == "tag":
        note = str(Tag.Kind(row.detail).label)
    elif kind == "title" and row.number >= SORT_KEY_YEAR:
        year = str(row.number // SORT_KEY_YEAR)
        note = "" if year in label else year
    shown = row.other or label
    return Suggestion(
        kind=kind,
        label=shown,
        parts=tuple(begun.pieces(shown, words)),
        also=label if row.other else "",
        note=note,
        url=reverse(KINDS[kind].page, args=[row.slug]),
    )


def _event_name(row: _Row) -> str:
    """With its year where only that tells it from its like."""
    series = int(row.detail) if row.detail else None
    return str(Event(name=row.name, year=row.number or None, series_id=series))
