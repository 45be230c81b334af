"""What a layout is: signs by which it is recognised, and a function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from speeches.intake.page import Page
from speeches.intake.reading import Reading


@dataclass(frozen=True, slots=True)
class Layout:
    """
    A kind of document that the reader knows.

    ``signs`` are looked for in the first lines; each that is found adds its weight, and the layout
    with the greatest sum reads the document; ``also`` weighs what no sign can say. ``kind`` is
    one of ``Document.Kind``.
    """

    name: str
    kind: str
    signs: tuple[tuple[re.Pattern[str], int], ...]
    read: Callable[[Page, Layout], Reading]
    least: int = 2
    also: Callable[[Page], int] | None = None

    def weight(self, page: Page) -> int:
        """How much speaks for this layout; 0 when not enough does."""
        weight = sum(weight for sign, weight in self.signs if sign.search(page.top))
        weight += self.also(page) if self.also else 0
        return weight if weight >= self.least else 0
