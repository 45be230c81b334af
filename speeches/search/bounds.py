"""How much of a very large result is looked at."""

MOST_COUNTED = 10_000
"""
Statements that are counted, ranked, and counted in for facets: the newest of those found.

Beyond them a page says “10,000+”: what is common is judged as well by so many, and in an archive
of any size a page costs the same.
"""
