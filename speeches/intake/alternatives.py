"""
Many words to choose from, as one expression that is found quickly.

An expression tries its alternatives one after the other at every word. Those that begin with the
same letter are put together, so that a few letters decide; what fits stays the same.
"""

from __future__ import annotations

from functools import cache

_REPEATS = frozenset("?*+{")


@cache
def by_letters(pattern: str) -> str:
    """
    The same alternatives, parted by their first letters, and again by those that follow.

    Those that begin with a group or a class stay in their place, and none is moved past them.
    """
    found: list[str] = []
    letters: dict[str, list[str]] = {}
    for alternative in split(pattern):
        if _begins_plainly(alternative):
            letters.setdefault(alternative[0], []).append(alternative[1:])
            continue
        found += _parted(letters)
        letters = {}
        found.append(alternative)
    return "|".join([*found, *_parted(letters)])


def _begins_plainly(alternative: str) -> bool:
    return alternative[:1].isalpha() and alternative[1:2] not in _REPEATS


def _parted(letters: dict[str, list[str]]) -> list[str]:
    return [
        f"{letter}{rests[0]}" if len(rests) == 1 else f"{letter}(?:{by_letters('|'.join(rests))})"
        for letter, rests in letters.items()
    ]


def split(pattern: str) -> list[str]:
    """The alternatives of the outermost level."""
    found, start, depth, in_class = [], 0, 0, False
    place = 0
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
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]
