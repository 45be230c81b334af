"""Readable addresses in Latin letters, from a title in any script."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from anyascii import anyascii

__all__ = ["free", "slugify"]

_APOSTROPHES = re.compile("['’ʼʹ`´]")  # they part no words
_IDEOGRAPHS = re.compile("[\u3400-\u9fff\uf900-\ufaff]")  # each is a word of its own
_LONGEST_READ = 2_000


def slugify(text: str, max_length: int = 80, fallback: str = "untitled") -> str:
    """Small Latin letters, digits and single hyphens; cut at the end of a word; never empty.

    A slug of four digits would be the address of a year, so it gets the fallback before it.
    `fallback` stands in for a text without a letter or digit, and must be a slug itself.
    """
    spaced = _IDEOGRAPHS.sub(r" \g<0> ", text[:_LONGEST_READ])
    latin = anyascii(_APOSTROPHES.sub("", spaced)).casefold()
    words = re.findall("[a-z0-9]+", _APOSTROPHES.sub("", latin))
    slug = _cut("-".join(words), max_length) or fallback
    return f"{fallback}-{slug}" if re.fullmatch("[0-9]{4}", slug) else slug


def free(slug: str, is_taken: Callable[[str], bool]) -> str:
    """The slug, or the first of slug-2, slug-3 … that is not taken."""
    if not is_taken(slug):
        return slug
    return next(candidate for number in count(2) if not is_taken(candidate := f"{slug}-{number}"))


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    whole_words = slug[: max_length + 1].rpartition("-")[0]
    return whole_words or slug[:max_length]
