"""How many statements a year: the bars of the small chart."""

from __future__ import annotations

from typing import Any


def bars(counts: dict[int, int], url: str) -> list[dict[str, Any]]:
    """
    A bar for each year from the first to the last, those without statements included as long as
    they are not too many to draw.

    ``counts`` is by year, 0 for statements whose date is not known: those are in no bar. ``url``
    is the list of all that is counted, to which the year is added.
    """
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
            "url": f"{url}&year={year}" if year in known else None,
            "share": round(100 * known.get(year, 0) / most),
        }
        for year in (years if len(years) <= 120 else sorted(known))
    ]
