"""Accents that a paper may leave out: typewritten capitals and scans hardly ever have them."""

from __future__ import annotations

import unicodedata


def optional(pattern: str) -> str:
    """The source of an expression that fits its words with their accents and without.

    What stands in brackets of a class is left as it is, and so is a word of one letter: an “à”
    without its accent is an English word.
    """
    made, in_class, escaped = [], False, False
    for place, sign in enumerate(pattern):
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign in "[]":
            in_class = sign == "["
        bare = unicodedata.normalize("NFD", sign)[0]
        is_latin = "a" <= bare.casefold() <= "z" and not _is_alone(pattern, place)
        made.append(f"[{sign}{bare}]" if bare != sign and is_latin and not in_class else sign)
    return "".join(made)


def _is_alone(pattern: str, place: int) -> bool:
    """Whether a letter is the whole of an alternative: “|à|”."""
    return pattern[place - 1 : place] in ("|", ":") and pattern[place + 1 : place + 2] in ("|", ")")
