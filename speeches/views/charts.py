"""How many statements a year: the bars of the small chart."""

from __future__ import annotations

from typing import Any

from speeches.filters import Facet


def bars(counts: dict[int, int], url: str) -> list[dict[str, Any]]:
    """
    A bar for each year from the first to the last, those without statements included as long as
    they are not too many to draw.

    ``counts`` is by year, 0 for statements whose date is not known: those are in no bar. ``url``
    is the list of all that is counted, to which the year is added.
    """
    return [
        bar | {"url": f"{url}&year={bar['year']}" if bar["count"] else None}
        for bar in _drawn(counts)
    ]


def of_facet(facet: Facet) -> list[dict[str, Any]]:
    """
    The bars of the years that a list can be narrowed by; those in force are marked.

    None where the years are so few that the facet names them all.
    """
    if not facet.more:
        return []
    urls = {value.key: value.url for value in facet.active + facet.others}
    offered = {value.key for value in facet.others}
    return [
        bar
        | {
            "url": urls.get(str(bar["year"])),
            "is_chosen": bool(bar["count"] and facet.active and str(bar["year"]) not in offered),
        }
        for bar in _drawn({int(year): count for year, count in facet.counts.items()})
    ]


def _drawn(counts: dict[int, int]) -> list[dict[str, Any]]:
    known = {year: count for year, count in counts.items() if year}
    if not known:
        return []
    most = max(known.values())
    # A statement of the year 50 must not draw two thousand empty bars.
    years = range(min(known), max(known) + 1)
    return [
        {
            "year": year,
            "count": known.get(year, 0),
            "share": round(100 * known.get(year, 0) / most),
            "url": None,
            "is_chosen": False,
        }
        for year in (years if len(years) <= 120 else sorted(known))
    ]
