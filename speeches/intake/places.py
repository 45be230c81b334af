"""Places as they stand beside a date or in a line of their own: “New York, 14 March 2016”."""

from __future__ import annotations

import re

from .alternatives import by_letters
from .datings import Dated
from .scripts import arabic, chinese, russian

_CITIES = (
    "New York|Nueva York|Nova (?:York|Iorque)|Geneva|Gen[èe]ve|Ginebra|Genebra|Vienna|Vienne"
    "|Viena|Nairobi|Santiago(?: de Chile)?"
    "|Bangkok|Addis Ababa|Addis[- ]Abeba|Adís Abeba|Beirut|Beyrouth|Buenos Aires|Paris|París"
    "|Rome|Roma|Doha|Lima|Bonn"
    "|Brasilia|Brasília|São Paulo|Rio de Janeiro|Bogotá|Quito|Mexico City|Ciudad de México"
    "|México|Havana|La Habana|Caracas"
    "|Montevideo|Asunción|La Paz|San José|Panama City|Ciudad de Panamá|Panamá"
    "|Guatemala(?: City)?|Kingston|Bridgetown"
    "|Port of Spain|Washington(?:,? D\\.?C\\.?)?|Ottawa|London|Londres|Brussels|Bruxelles"
    "|Bruselas|Berlin|Madrid|Lisbon|Lisboa"
    "|Moscow|Москва|Beijing|Pékin|Pekín|Pequim|Shanghai|Tokyo|Seoul|Jakarta|Manila|Hanoi"
    "|New Delhi|Delhi|Dhaka|Colombo"
    "|Kathmandu|Islamabad|Kabul|Tehran|Ankara|Istanbul|Cairo|Le Caire|El Cairo|Rabat"
    "|Marrakech|Marrakesh|Algiers|Alger"
    "|Tunis|Tripoli|Dakar|Bamako|Ouagadougou|Abidjan|Accra|Lomé|Cotonou|Abuja|Lagos|Niamey"
    "|Libreville|Yaoundé|Kinshasa"
    "|Kigali|Kampala|Dar es Salaam|Lusaka|Harare|Maputo|Luanda|Pretoria|Johannesburg"
    "|Cape Town|Windhoek|Gaborone"
    "|Antananarivo|Port Louis|Praia|Bissau|Dili|Suva|Apia|Canberra|Sydney|Wellington"
    "|Hong Kong|Singapore|Kuala Lumpur"
    "|The Hague|La Haye|Copenhagen|Oslo|Stockholm|Helsinki|Bern|Berne|Belgrade|Warsaw|Prague"
    "|Budapest|Baku|Astana|Tashkent"
    "|Riyadh|Dubai|Abu Dhabi|Amman|Jerusalem|Gaza|Damascus|Baghdad|Kuwait City|Manama|Muscat"
    "|Sana'?a|Khartoum|Juba"
    "|Mogadishu|Djibouti|Monrovia|Freetown|Conakry|Banjul|Lilongwe|Belém|Cartagena|Medellín"
    "|Managua|Tegucigalpa|Mumbai"
    f"|{russian.CITIES}|{chinese.CITIES}|{arabic.CITIES}"
)
_HEADQUARTERS = (
    r"(?:(?:UN|United Nations) Headquarters|(?:Siège|Sede) (?:de l.ONU|des Nations Unies"
    r"|de las Naciones Unidas)"
    r"|Palais des Nations|Vienna International Centre)"
)
_CITIES = by_letters(_CITIES)
CITY = re.compile(rf"(?<![\w-])(?=\w)(?:{_CITIES})(?![\w-])", re.IGNORECASE)
_WORD = r"[^\W\d_a-zß-öø-ÿа-яё][\w.’'-]{0,20}"
_NAME = rf"{_WORD}(?: (?:(?:de|del|la|of|and|the|es|al|do|da|das|dos) ){{0,2}}{_WORD}){{0,4}}"
_BEFORE_DATE = re.compile(
    rf"(?:^|[\n(,;.:–—|•/-]\s*|\s(?:in|at|à|en|em|a)\s)(?:the )?(?P<place>{_NAME}(?:, {_NAME})?)"
    r"\s*[,،(;–—|•-]?\s*(?:on |le |el |em |\()?$"
)
_AFTER_DATE = re.compile(
    rf"^(?:\s*[,，،–—|•-]|(?<=日))\s*(?P<place>{_NAME}(?:, {_NAME})?)\s*(?:$|\n"
    rf"|[.)）])"
)
_LINE = re.compile(
    rf"\(?(?:in |at )?(?P<place>(?:(?i:{_HEADQUARTERS})|{_NAME})(?:, {_NAME}){{0,2}})[.,)]?"
)
_NO_PLACE = re.compile(
    r"\b(?:session|meeting|committee|council|assembly|conference|day|affairs|development"
    r"|cooperation|nations|mission|minister|mp|president"
    r"|page|posted|published|updated|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes"
    r"|miércoles|jueves|viernes|hall|room|headquarters|forum|china|group|item)\b",
    re.I,
)
_WINDOW = 90

Span = tuple[int, int]


def beside(text: str, dated: Dated) -> Span | None:
    """The place that stands beside a date in a head; a known city, or a name before a comma."""
    before = text[max(0, dated.start - _WINDOW) : dated.start]
    if found := _BEFORE_DATE.search(before):
        start = dated.start - len(before) + found.start("place")
        span = start, start + len(found["place"])
        return _narrowed(text, span)
    if found := _AFTER_DATE.match(text[dated.end : dated.end + _WINDOW]):
        span = dated.end + found.start("place"), dated.end + found.end("place")
        return _narrowed(text, span)
    return None


def _narrowed(text: str, span: Span) -> Span | None:
    """A known city; another name only where it stands between commas and is no other word."""
    found = list(CITY.finditer(text, *span))
    if found:
        return found[0].start(), found[0].end()
    first = text[slice(*span)].split(",")[0]
    if not re.search(r"(?:^|[\n(])\s*$", text[: span[0]]) and "," in text[slice(*span)]:
        rest = text[slice(*span)][len(first) + 1 :]
        span = span[1] - len(rest.lstrip()), span[1]
    name = text[slice(*span)].split(",")[0]
    if not re.search(r"(?:^|[,\n(])\s*$", text[: span[0]]) or not re.match(
        r"\s*,\s", text[span[0] + len(name) :]
    ):
        return None
    if (
        len(name.split()) > 2
        or _NO_PLACE.search(name)
        or (name.isupper() and len(name.split()) > 1)
    ):
        return None
    return span[0], span[0] + len(name)


def in_line(line: str) -> Span | None:
    """The place that fills a line by itself; None when the line is something else."""
    stripped = line.strip()
    room = re.search(rf",\s(?P<place>{_CITIES})$", stripped, re.I) if len(stripped) < 60 else None
    if room and re.search(
        r"\b(?:room|hall|salle|sala|headquarters|chamber|floor|centre|hotel)\b", stripped, re.I
    ):
        offset = line.index(stripped)
        return offset + room.start("place"), offset + room.end("place")
    if len(stripped) > 90 or not _LINE.fullmatch(stripped):
        return None
    found = CITY.search(line)
    if not found:
        return None
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    return found.span() if len(rest.split()) <= 6 else None


_IN = re.compile(
    rf"(?:(?<!\w)(?:in|at|à|en|em|desde|depuis)\s+"
    rf"|[,،]\s+)(?P<place>(?:{_CITIES}))(?!\w)(?!,? (?:street|avenue))",
    re.I,
)


def after_preposition(text: str) -> Span | None:
    """A known city after “in” or “at”, or between commas."""
    found = _IN.search(text)
    return found.span("place") if found else None


_CLOSING = re.compile(
    rf"\b(?:in|at|à|en|em)\s(?P<place>{_NAME})(?:,\s{_NAME})?,?\s*(?:today"
    rf"|yesterday|aujourd.hui|hier|hoy|ayer|hoje)?\s*[:：]\s*$"
)


def closing(text: str) -> Span | None:
    """A place with which an introduction closes, known or not: “in Bali, Indonesia, today:”."""
    found = _CLOSING.search(text[-120:])
    if not found or _NO_PLACE.search(found["place"]):
        return None
    offset = max(0, len(text) - 120)
    return offset + found.start("place"), offset + found.end("place")


def known(text: str, start: int = 0) -> Span | None:
    """The first known city in a text from a place on."""
    found = CITY.search(text, start)
    return found.span() if found else None
