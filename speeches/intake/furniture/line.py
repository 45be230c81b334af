"""How a formula of furniture is written: alternatives that fill a whole line."""

from __future__ import annotations

import re

from speeches.intake.accents import optional


def whole_line(*alternatives: str) -> re.Pattern[str]:
    """An expression for a line that is one of these, whatever its case, but for marks around it."""
    return re.compile(rf"\W{{0,5}}(?:{optional('|'.join(alternatives))})\W{{0,5}}", re.IGNORECASE)
