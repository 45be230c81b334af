"""
The address of a page by its name and the one part that varies.

A list of statements prints some hundred addresses. The pattern of each kind is looked up once for
a process, and the part put into it: a hundredth of what looking up each of them takes.
"""

from __future__ import annotations

from functools import lru_cache

from django.urls import get_script_prefix, reverse

__all__ = ["address_of"]

_PART = "the-part-that-varies"


def address_of(name: str, part: str) -> str:
    """
    Where the page called ``name`` (as in urls.py) stands for this slug, or this permanent id.

    ``part`` is of letters, digits, hyphens and underscores, as slugs are: nothing is quoted.
    """
    before, after = _around(name, get_script_prefix())
    return f"{before}{part}{after}"


@lru_cache(maxsize=100)
def _around(name: str, prefix: str) -> tuple[str, str]:
    """What stands before and behind the part; ``prefix`` is of the whole site."""
    before, _, after = reverse(name, args=[_PART]).partition(_PART)
    return before, after
