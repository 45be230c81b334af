"""How a formula of furniture is written: alternatives that fill a whole line."""

from __future__ import annotations

import re

from speeches.intake.accents import optional
from speeches.intake.alternatives import by_letters


def whole_line(*alternatives: str) -> re.Pattern[str]:
    """An expression for a line that is one of these, whatever its case, but for marks around it."""
    words = by_letters(optional("|".join(alternatives)))
    return re.compile(rf"\W{{0,5}}(?:{words})\W{{0,5}}", re.IGNORECASE)
