"""How a formula of furniture is written: alternatives that fill a whole line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from speeches.intake.accents import optional
from speeches.intake.alternatives import in_any_case

Having = Mapping[tuple[str, ...], tuple[str, ...]]


class Formulas:
    """
    Expressions for a line that is one of them, whatever its case, but for marks around it.

    Some are tried only where a sign of theirs stands: an expression that may begin anywhere in a
    line is dear, and whether a line holds “@” is cheap.
    """

    def __init__(self, *plain: str, having: Having | None = None) -> None:
        self.plain = plain
        self.having = dict(having or {})
        self._plain = _whole_line(plain)
        self._having = [(signs, _whole_line(rows)) for signs, rows in self.having.items()]
        signs = "|".join(re.escape(sign) for signs in self.having for sign in signs)
        self._sign = re.compile(signs or r"(?!)", re.IGNORECASE)

    def fullmatch(self, line: str) -> re.Match[str] | None:
        """The line as one of the formulas; None when it is none."""
        if found := self._plain.fullmatch(line):
            return found
        if not self._sign.search(line):
            return None
        folded = line.casefold()
        for signs, pattern in self._having:
            if any(sign in folded for sign in signs) and (found := pattern.fullmatch(line)):
                return found
        return None


def all_of(*several: Formulas) -> Formulas:
    """Several sets of formulas as one, for a line that hardly ever is any of them."""
    having: dict[tuple[str, ...], tuple[str, ...]] = {}
    for formulas in several:
        for signs, rows in formulas.having.items():
            having[signs] = (*having.get(signs, ()), *rows)
    return Formulas(*(row for formulas in several for row in formulas.plain), having=having)


def _whole_line(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    words = in_any_case(optional("|".join(alternatives)))
    return re.compile(rf"\W{{0,5}}(?:{words})\W{{0,5}}")
