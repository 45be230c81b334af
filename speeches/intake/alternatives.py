"""
Many words to choose from, as one expression that is found quickly.

An expression tries its alternatives one after the other at every word. Those that begin with the
same letter are put together, so that a few letters decide; what fits stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_REPEATS = frozenset("?*+{")
_MOST_OPENED = 2_000
"""How long what follows a group may grow when it is written behind each choice of the group."""


@cache
def by_letters(pattern: str) -> str:
    """
    The same alternatives, parted by their first letters, and again by those that follow.

    Those that begin with a group or a class stay in their place, and none is moved past them.
    """
    found: list[str] = []
    letters: dict[str, list[str]] = {}
    for alternative in _opened(split(pattern)):
        if _begins_plainly(alternative):
            letters.setdefault(alternative[0], []).append(alternative[1:])
            continue
        found += _parted(letters)
        letters = {}
        found.append(alternative)
    return "|".join([*found, *_parted(letters)])


@cache
def in_any_case(pattern: str) -> str:
    """
    The same alternatives whatever their case, for an expression that heeds it elsewhere.

    Where the case is heeded, an alternative whose first letter does not stand there is passed by
    without being tried.
    """
    return "|".join(
        f"[{alternative[0].lower()}{alternative[0].upper()}](?i:{alternative[1:]})"
        if _begins_plainly(alternative) and len(alternative[0].upper()) == 1
        else f"(?i:{alternative})"
        for alternative in split(by_letters(pattern))
    )


def _opened(alternatives: list[str]) -> Iterator[str]:
    """The alternatives, those that begin with a group as one for each choice of the group."""
    for alternative in alternatives:
        end = _end_of_group(alternative) if alternative.startswith("(?:") else 0
        inner = split(alternative[3 : end - 1]) if end else []
        rest = alternative[end:]
        if inner and rest[:1] not in _REPEATS and len(inner) * len(rest) < _MOST_OPENED:
            yield from _opened([f"{choice}{rest}" for choice in inner])
        else:
            yield alternative


def _end_of_group(alternative: str) -> int:
    """Where the group ends with which an alternative begins."""
    ends = (place for place, sign, depth in _signs(alternative) if sign == ")" and not depth)
    return next(ends, -1) + 1


def _begins_plainly(alternative: str) -> bool:
    return alternative[:1].isalpha() and alternative[1:2] not in _REPEATS


def _parted(letters: dict[str, list[str]]) -> list[str]:
    return [
        f"{letter}{rests[0]}" if len(rests) == 1 else f"{letter}(?:{by_letters('|'.join(rests))})"
        for letter, rests in letters.items()
    ]


def split(pattern: str) -> list[str]:
    """The alternatives of the outermost level."""
    bars = [place for place, sign, depth in _signs(pattern) if sign == "|" and not depth]
    starts, ends = [0, *(bar + 1 for bar in bars)], [*bars, len(pattern)]
    return [pattern[start:end] for start, end in zip(starts, ends, strict=True)]


def _signs(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Brackets of groups and bars, each with its place and how many groups are open behind it."""
    depth, in_class, place = 0, False, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
            place += pattern[place + 1 : place + 2] == "^"
            place += pattern[place + 1 : place + 2] == "]"
        elif sign in "()|":
            depth += (sign == "(") - (sign == ")")
            yield place, sign, depth
        place += 1
