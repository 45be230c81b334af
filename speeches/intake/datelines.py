"""The words before the first sentence: “VIENNA, 12 September (UN Information Service) - ”."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import datings, places
from .accents import optional

Span = tuple[int, int]
_LONGEST = 140
_BRACKETS = re.compile(
    r"(?:(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,30}) )?[(\[](?P<day>[^()\[\]]{6,40})[)\]]\s"
)
_DASH = re.compile(
    r"\s?\.?\s?(?:--+|[-–—―])\s+|\.[-–—]\s*|(?<=[)\d])\s?[-–—](?=[“\"«A-Z])|(?<=\))\s*[.:]\s"
    r"|(?<=电)\s?|(?<=讯)\s?"
)
_AGENCY = re.compile(r"(?:[(（\[]|(?<=[\s.])/)(?P<agency>[^()（）/\[\]]{2,60})[)）/\]]")
_PLACE = re.compile(
    optional(
        r"[\s,.;:]*(?:(?:in|en|à)\s)?(?P<place>[^\W\d_a-zß-öø-ÿа-яё][\w.’' -]{1,40}?(?:(?:,\s"
        r"|\s?/\s?)[^\W\d_a-zß-öø-ÿа-яё][\w.’' -]{1,30}){0,2})[\s,.;:]*"
    ),
)
_PAGE_DAY = re.compile(
    optional(
        r"(?:published|posted|updated|last|publié|mis|publicad[oa]|actualizad[oa]|date|fecha)\b"
    ),
    re.I,
)
_SMALL_WORD = re.compile(r"(?<!\w)(?!de |la |le |do |da |of |es |del |and )[a-zà-þ]{2,}(?!\w)")


class Dateline(NamedTuple):
    """A dateline at the head of a paragraph; spans count in its text. ``end`` is after the dash."""

    printed_end: int
    end: int
    place: Span | None
    dated: datings.Dated | None
    agency: Span | None


_HAN = re.compile(
    r"(?:（|\()?(?P<agency>[\u4e00-\u9fff]{1,6}(?:社|网|报|台))?(?P<place>[\u4e00-\u9fff·]{2,10}?)"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|讯|消息)"
    r"(?:\s?[（(][^（）()]{1,24}[）)])?\s?(?:[-–—]{1,2}\s?)?"
)
"""“新华社日内瓦9月12日电（记者 …）”."""


def _in_chinese(found: re.Match[str]) -> Dateline:
    days = datings.find(found["date"])
    day = days[0]._replace(start=found.start("date"), end=found.end("date")) if days else None
    agency = found.span("agency") if found["agency"] else None
    return Dateline(len(found[0].rstrip()), found.end(), found.span("place"), day, agency)


def match(text: str) -> Dateline | None:
    """The dateline with which a paragraph begins; None when it has none."""
    window = text[:_LONGEST]
    if _PAGE_DAY.match(window):
        return None
    if found := _city_with_stop(window):
        return found if found.end < len(text) else None
    if found := _in_brackets(window):
        return found if found.end < len(text) else None
    if (han := _HAN.match(window)) and han.end() < len(text):
        return _in_chinese(han)
    for dash in _DASH.finditer(window):
        if dash.end() >= len(text):
            return None
        if found := _parsed(text, dash.start(), dash.end()):
            return found
    return None


def _city_with_stop(text: str) -> Dateline | None:
    """“NUEVA YORK. ” before the first words: a known city in capitals, and a stop."""
    city = places.CITY.match(text)
    if city is None or not city[0].isupper() or text[city.end() : city.end() + 2] != ". ":
        return None
    return Dateline(city.end() + 1, city.end() + 2, city.span(), None, None)


def _in_brackets(text: str) -> Dateline | None:
    """“(29 August 2013) ” before the first words."""
    found = _BRACKETS.match(text)
    dates = datings.find(found["day"]) if found else []
    if found is None or len(dates) != 1 or dates[0].end - dates[0].start != len(found["day"]):
        return None
    start = found.start("day")
    dated = dates[0]._replace(start=start, end=found.end("day"))
    place = found.span("place") if found["place"] else None
    return Dateline(found.end() - 1, found.end(), place, dated, None)


def _parsed(text: str, printed_end: int, end: int) -> Dateline | None:
    prefix = text[:printed_end]
    agency = _AGENCY.search(prefix)
    rest = list(prefix)
    if agency:
        rest[slice(*agency.span())] = " " * len(agency[0])
    dates = datings.find("".join(rest))
    dated = dates[0] if dates else None
    if dated:
        rest[dated.start : dated.end] = " " * (dated.end - dated.start)
    left = "".join(rest)
    left = re.sub(r"\b(?:le|el|em|on)\s*(?=\s|,|$)", lambda found: " " * len(found[0]), left)
    bare = left.strip(" ,.;:-–—")
    if not bare:
        return (
            Dateline(printed_end, end, None, dated, agency and agency.span("agency"))
            if dated
            else None
        )
    place = _PLACE.fullmatch(left.rstrip()) or _PLACE.fullmatch(left.rstrip(" ,.;:"))
    if not place or _SMALL_WORD.search(bare) or len(bare.split()) > 7:
        return None
    known = places.CITY.search(bare)
    if not (
        dated or agency or (known and bare.isupper()) or (known and len(known[0]) == len(bare))
    ):
        return None
    start = place.start("place")
    span = (start, start + len(place["place"].rstrip(" ,.;:")))
    city = places.CITY.match(text, *span)
    if city and "/" not in text[slice(*span)]:
        span = city.span()
    return Dateline(printed_end, end, span, dated, agency and agency.span("agency"))
