"""Accents that a paper may leave out: typewritten capitals and scans hardly ever have them."""

from __future__ import annotations

import unicodedata


def optional(pattern: str) -> str:
    """The source of an expression that fits its words with their accents and without.

    What stands in brackets of a class is left as it is.
    """
    made, in_class, escaped = [], False, False
    for sign in pattern:
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign in "[]":
            in_class = sign == "["
        bare = unicodedata.normalize("NFD", sign)[0]
        is_latin = "a" <= bare.casefold() <= "z"
        made.append(f"[{sign}{bare}]" if bare != sign and is_latin and not in_class else sign)
    return "".join(made)
