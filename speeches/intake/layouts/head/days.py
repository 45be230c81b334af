"""Which of the days in a head is that of release, and which that of delivery."""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.dates import PartialDate
from speeches.intake.accents import optional
from speeches.intake.page import Page, date_in
from speeches.intake.reading import Basis, Confidence, Fact, Reason

from .found import Head
from .lines import CREDIT_LINE

_AT = re.compile(
    optional(
        r"\b(?:at|to the|during|before|lors|devant|durante|ante|en (?:la|el)|à la|au|na|no"
        r"|perante)\b"
    ),
    re.I,
)
_CALENDAR = re.compile(optional(r"\b(?:day|week|year|journée|semaine|día|semana|dia)\b"), re.I)
_SPAN = re.compile(r"\d\s?[-–—]\s?\d{1,2}(?!\d)(?=\s?\D*\d{4})")
"""“16-27 May 1994”: the days of an event."""
_SEVERAL = 2
_YEARS_AFTER = 730
_SPOKESPERSON = re.compile(r"(?:\w+ ){0,2}(?:spokes\w+|porte-parole|portavoz|porta-voz)\b", re.I)


def sent_on(page: Page) -> Fact | None:
    """The day on which a forwarded mail was sent: “yesterday” in it counts from there."""
    for line, reason in page.furniture:
        if reason is Reason.MAIL and (day := date_in(line.words)):
            return day
    return None


def sort_dates(head: Head, of_release: bool) -> None:
    """Which of the days in the head is that of release, and which that of delivery."""
    if not head.is_introduced and head.kind and head.kind.value in ("message", "video-message"):
        of_release = of_release and head.occasion is None
    dates = head.dates = _of_the_paper(_settled(_without_spans(head.dates)))
    if not dates and _is_spokesperson(head) and head.released is None:
        head.released = head.dateline_date
    if head.released is not None and not head.is_introduced:
        head.delivered = dates[0][0] if dates else head.delivered
        return
    if head.is_introduced:
        if dates:
            head.released = dates[0][0]
        if head.delivered is None and len(dates) > 1:
            head.delivered = dates[1][0]
        return
    placed = [day for day, has_place in dates if has_place]
    plain = [day for day, has_place in dates if not has_place]
    if len(dates) > 1 and not placed:
        head.released, head.delivered = plain[0], plain[1]
        return
    of_release = of_release or head.has_released
    if head.has_hour and plain and not placed:
        head.delivered = plain[0]
    if placed:
        head.delivered = placed[0]
        if plain:
            head.released = plain[0]
        elif (of_release and not head.is_salutation) or _is_spokesperson(head):
            head.released = placed[0]
        return
    formula = head.title is not None and CREDIT_LINE.match(head.title.value) is not None
    is_addressed = formula and head.is_salutation and head.sent is None and not head.has_released
    if plain and ((of_release and not is_addressed) or not _is_spoken(head)):
        head.released = plain[0]
        _yearless_day(head)
    elif plain:
        head.delivered = plain[0]


def _without_spans(dates: list[tuple[Fact, bool]]) -> list[tuple[Fact, bool]]:
    """Without the first day of an event that lasted several, where the head names another day."""
    single = [(day, placed) for day, placed in dates if not _SPAN.search(day.value)]
    return single or dates


def _of_the_paper(dates: list[tuple[Fact, bool]]) -> list[tuple[Fact, bool]]:
    """Without a day at the top that is years after the others: that on which the page was seen."""
    known = [day.date.earliest for day, _ in dates if day.date and day.date.earliest]
    if len(known) != len(dates) or len(dates) < _SEVERAL:
        return dates
    is_far = (known[0] - max(known[1:])).days > _YEARS_AFTER and not dates[0][1]
    return dates[1:] if is_far else dates


def _settled(dates: list[tuple[Fact, bool]]) -> list[tuple[Fact, bool]]:
    """A day in figures that may be read in two ways is the one that the head tells elsewhere."""
    sure = {day.date for day, _ in dates if day.confidence is not Confidence.DOUBTFUL}
    found = []
    for day, placed in dates:
        known = day.date
        if (
            day.confidence is Confidence.DOUBTFUL
            and known
            and known.year
            and known.month
            and known.day
        ):
            other = PartialDate.of(known.year, known.day, known.month)
            if other in sure:
                note = "Read with the month before the day: so the head tells elsewhere."
                likely = Confidence.LIKELY
                day = replace(day, date=other, confidence=likely, note=note)
        found.append((day, placed))
    return found


def _yearless_day(head: Head) -> None:
    """A day without its year in the title, counted from the release."""
    if head.yearless is None or not head.released or not head.released.date:
        return
    printed, dated = head.yearless
    note = "Without a year; the nearest to the day of release."
    likely = replace(printed, basis=Basis.DERIVED, confidence=Confidence.LIKELY, note=note)
    head.delivered = replace(likely, date=dated.on(head.released.date.earliest))


def _is_spokesperson(head: Head) -> bool:
    """What a spokesperson gives out is issued on the day that it bears."""
    return head.capacity is not None and bool(_SPOKESPERSON.match(head.capacity.value))


def _is_spoken(head: Head) -> bool:
    """Whether the head speaks of a day on which words were said, or which they mark."""
    kind = head.kind.value if head.kind else ""
    if kind == "statement" and not head.is_salutation and head.title:
        return bool(_AT.search(head.title.value) or _CALENDAR.search(head.title.value))
    named = bool(head.event or head.occasion) or kind in ("remarks", "speech")
    formula = CREDIT_LINE.match(head.title.value) if head.title else None
    return head.is_salutation or named or (formula is not None and kind != "statement")
