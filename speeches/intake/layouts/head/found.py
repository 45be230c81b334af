"""What the lines above a text say, as far as they have been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from speeches.intake import datings
from speeches.intake.reading import Fact, KeptOut


@dataclass
class Head:
    """What the head says, as far as it has been read."""

    body_start: int = 0
    is_introduced: bool = False
    is_salutation: bool = False
    title: Fact | None = None
    kind: Fact | None = None
    speaker: Fact | None = None
    capacity: Fact | None = None
    printed_as: Fact | None = None
    delivered_by: Fact | None = None
    on_behalf_of: Fact | None = None
    released: Fact | None = None
    delivered: Fact | None = None
    dateline: Fact | None = None
    dateline_date: Fact | None = None
    place: Fact | None = None
    delivery_place: Fact | None = None
    publisher: Fact | None = None
    event: Fact | None = None
    occasion: Fact | None = None
    disclaimer: Fact | None = None
    text_status: Fact | None = None
    kept_out: list[KeptOut] = field(default_factory=list)
    issuer_end: int | None = None
    has_released: bool = False
    has_hour: bool = False
    language: str = ""
    sent: Fact | None = None
    yearless: tuple[Fact, datings.Dated] | None = None
    dates: list[tuple[Fact, bool]] = field(default_factory=list)
