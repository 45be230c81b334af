"""
Counts beside each choice: how many statements there are when it is clicked.

All facets come from one query. Each set of statements that is counted in stands once, as a common
table expression; every facet groups over one of them, and the parts are joined by UNION ALL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Cast, Concat

from speeches.models import SORT_KEY_YEAR, Attribution, Speech, SpeechText, Tag, TaggedSpeech

from . import bounds

MOST_VALUES = 16
"""Values read for a facet: more would be a wall; the page of the facet has them all."""

MOST_YEARS = 400
"""Years are drawn, not listed."""


@dataclass(frozen=True)
class Choice:
    """One value of a facet: as it stands in the address, as it is called, how many it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Wanted:
    """
    What is counted: a facet (of ``FACETS``) in some statements.

    Its most frequent values, ``most`` of them, or just the values ``only``. ``is_bounded``: of
    very many statements it counts in the newest.
    """

    facet: str
    statements: QuerySet[Speech]
    only: tuple[str, ...] = ()
    most: int = MOST_VALUES
    is_bounded: bool = False


@dataclass
class Counted:
    """The values of a facet; ``is_whole``: in all of the statements, not only in the newest."""

    choices: list[Choice] = field(default_factory=list)
    is_whole: bool = True


def count(within: Mapping[str, QuerySet[Speech]]) -> dict[str, list[Choice]]:
    """
    The most frequent values of each facet, with their counts: one query.

    ``within`` names the facets wanted (keys of ``FACETS``) and the statements that each counts.
    """
    wanted = [
        Wanted(facet, statements, most=MOST_YEARS if facet == "year" else MOST_VALUES)
        for facet, statements in within.items()
    ]
    found = [counted.choices for counted in count_each(wanted)]
    return dict(zip(within, found, strict=True))


def count_each(wanted: Sequence[Wanted]) -> list[Counted]:
    """The values of each, with their counts, the most frequent first, years by time: one query."""
    if not wanted:
        return []
    tables: dict[tuple[str, tuple[Any, ...]], str] = {}
    parts: list[str] = []
    part_values: list[Any] = []
    bounded: dict[str, list[int]] = {}
    for number, one in enumerate(wanted):
        table = tables.setdefault(_compiled(_keys(one)), f"t{len(tables)}")
        if one.is_bounded:
            bounded.setdefault(table, []).append(number)
        branches = [_compiled(rows) for rows in FACETS[one.facet](_ids_in(table))]
        parts.append(_part(number, one, [sql for sql, _ in branches]))
        part_values += [value for _, values in branches for value in values]
        part_values += one.only
    heads = ", ".join(f"{name} (id) AS ({sql})" for (sql, _), name in tables.items())
    head_values = [value for _, values in tables for value in values]
    found = [Counted() for _one in wanted]
    parts += [
        f"SELECT {numbers[0]}, NULL, NULL, COUNT(*) FROM {table}"  # noqa: S608 - ours
        for table, numbers in bounded.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH {heads} {' UNION ALL '.join(parts)}",
            [*head_values, *part_values],
        )
        for place, value, label, number in cursor:
            if value is not None:
                found[place].choices.append(Choice(value, label, number))
                continue
            (numbers,) = (those for those in bounded.values() if those[0] == place)
            for each in numbers:
                found[each].is_whole = number < bounds.MOST_COUNTED
    return found


def event_label(path: str = "") -> Combinable:
    """An event's name, with its year where only that tells it from its like: ``str(event)``."""
    year = Cast(f"{path}year", CharField())
    alone = Q(**{f"{path}series__isnull": True}) | Q(**{f"{path}year__isnull": True})
    return Case(
        When(alone | Q(**{f"{path}name__contains": year}), then=F(f"{path}name")),
        default=Concat(F(f"{path}name"), Value(" "), year),
        output_field=CharField(),
    )


def _keys(wanted: Wanted) -> QuerySet[Any, Any]:
    if not wanted.is_bounded:
        return wanted.statements.order_by().values("pk")
    return wanted.statements.order_by("-sort_key").values("pk")[: bounds.MOST_COUNTED]


def _compiled(rows: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    sql, values = rows.query.get_compiler(connection=connection).as_sql()
    return sql, tuple(values)


def _ids_in(table: str) -> RawSQL:
    return RawSQL(f"SELECT id FROM {table}", ())  # noqa: S608, S611 - the name is ours


def _part(number: int, wanted: Wanted, branches: list[str]) -> str:
    """One facet: its branches summed up, the most frequent values first; years by time."""
    order = "choice DESC" if wanted.facet == "year" else "4 DESC, shown, choice"
    inner = " UNION ALL ".join(branches)
    among = f" WHERE choice IN ({', '.join(['%s'] * len(wanted.only))})" if wanted.only else ""
    return (
        f"SELECT * FROM (SELECT {number} AS place, choice, shown,"  # noqa: S608 - names are ours
        f" CAST(SUM(number) AS integer) AS number FROM ({inner}) AS rows_{number}{among}"
        f" GROUP BY choice, shown ORDER BY {order} LIMIT {int(wanted.most)}) AS part_{number}"
    )


# -- what is grouped: each facet gives querysets with the columns choice, shown and number


def _grouped(
    rows: QuerySet[Any, Any], choice: Any, shown: Any = None, number: Count | None = None
) -> QuerySet[Any, Any]:
    choice = Cast(choice, CharField())
    return (
        rows.order_by()
        .annotate(choice=choice, shown=choice if shown is None else Cast(shown, CharField()))
        .values("choice", "shown")
        .annotate(number=number or Count("pk"))
        .values_list("choice", "shown", "number")
    )


def _authors(ids: RawSQL, **conditions: Any) -> QuerySet[Attribution]:
    return Attribution.objects.filter(
        speech__in=ids, role=Attribution.Role.AUTHOR, speaker__isnull=False, **conditions
    )


def _speaker(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    return [_grouped(_authors(ids), "speaker__slug", "speaker__name")]


def _office(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    rows = _authors(ids, tenure__isnull=False)
    return [_grouped(rows, "tenure__office__slug", "tenure__office__title")]


def _tagged(**conditions: Any) -> Callable[[RawSQL], list[QuerySet[Any, Any]]]:
    def grouped(ids: RawSQL) -> list[QuerySet[Any, Any]]:
        rows = TaggedSpeech.objects.filter(content_object__in=ids, **conditions)
        return [_grouped(rows, "tag__slug", "tag__name")]

    return grouped


_OTHER_KINDS = [kind for kind in Tag.Kind.values if kind != Tag.Kind.FRAMEWORK]


def _speeches(ids: RawSQL) -> QuerySet[Speech]:
    return Speech.objects.filter(pk__in=ids)


def _at_and_marking(
    ids: RawSQL, path: str, choice: str, shown: Callable[[str], Any]
) -> list[QuerySet[Any, Any]]:
    """By what they are delivered at, then by what they mark, where that is something else."""
    at, marked = f"event{path}", f"occasion{path}"
    marking = _speeches(ids).filter(**{f"{marked}__isnull": False})
    elsewhere = marking.filter(Q(**{f"{at}__isnull": True}) | ~Q(**{at: F(marked)}))
    return [
        _grouped(
            _speeches(ids).filter(**{f"{at}__isnull": False}), f"{at}__{choice}", shown(f"{at}__")
        ),
        _grouped(elsewhere, f"{marked}__{choice}", shown(f"{marked}__")),
    ]


def _series(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    return _at_and_marking(ids, "__series", "slug", lambda path: f"{path}name")


def _event(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    return _at_and_marking(ids, "", "slug", event_label)


def _kind(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    return [_grouped(_speeches(ids), "kind")]


def _year(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    known = _speeches(ids).filter(sort_key__gte=SORT_KEY_YEAR)
    return [_grouped(known, F("sort_key") / Value(SORT_KEY_YEAR))]


def _country(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    return [
        _grouped(_speeches(ids).exclude(event=None).exclude(event__country=""), "event__country")
    ]


def _city(ids: RawSQL) -> list[QuerySet[Any, Any]]:
    return [_grouped(_speeches(ids).exclude(event=None).exclude(event__city=""), "event__city")]


def _of_texts(column: str) -> Callable[[RawSQL], list[QuerySet[Any, Any]]]:
    def grouped(ids: RawSQL) -> list[QuerySet[Any, Any]]:
        texts = SpeechText.objects.held().filter(speech__in=ids)
        return [_grouped(texts, column, number=Count("speech", distinct=True))]

    return grouped


FACETS: dict[str, Callable[[RawSQL], list[QuerySet[Any, Any]]]] = {
    "tag": _tagged(tag__kind__in=_OTHER_KINDS),
    "framework": _tagged(tag__kind=Tag.Kind.FRAMEWORK),
    "speaker": _speaker,
    "office": _office,
    "series": _series,
    "event": _event,
    "year": _year,
    "kind": _kind,
    "status": _of_texts("status"),
    "language": _of_texts("language"),
    "country": _country,
    "city": _city,
}
"""What can be counted, by its name in addresses."""
