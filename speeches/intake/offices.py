"""
An office as it is printed beside a name: where it begins and how far it goes.

It runs on until the words for an event, a group, a date or a place begin, or another line that
tells of something else.
"""

from __future__ import annotations

import re

from . import datings, people, places
from .alternatives import by_letters, in_any_case
from .verbs import VERBS

Span = tuple[int, int]

_WORDS = by_letters(
    r"on (?:the )?(?:behalf|occasion)|to mark\b|marking\b|at (?:the|its|an?|today)\b"
    r"|at (?=[A-Z]{2,})|during\b|before the\b"
    r"|to (?:the |an? )(?!United Nations|UN\b|European|African|Organi|World|Office"
    r"|International|Holy|Secretar|Conference on Disarm)"
    r"|to (?:the )?(?:(?:[\w-]+ )?(?:United Nations|UN) (?:general|security|conference|high"
    r"|econom|system|commission))|in the (?:general|security|second|third|first|debate"
    r"|plenary|thematic)|on (?=(?:the |an? )?(?:(?-i:[a-z])|[“\"‘]|agenda"
    r"|item|(?:the )?(?:[\w’'-]+ ){1,6}(?:day|week|year|month|decade|anniversary)\b))"
    r"|at (?=an? |today)|for the (?=(?:\w+ ){0,3}(?:day|week|year|session|opening))"
    r"|pour la (?=journée|semaine)|para (?:el|la) (?=d[ií]a\b|semana)"
    r"|au nom\b|lors d|devant\b|au cours\b"
    r"|à la (?=\d|réunion|session|conf|cérémonie|séance|table)|au (?=débat|sommet|forum|comité)"
    r"|sur (?=l)|en (?:nombre|representación|ocasión)\b|con (?:motivo|ocasión)|ante\b|durante\b"
    r"|en (?:la|el|los) (?!Naciones)(?=\w)|a la (?=\d)"
    r"|em nome\b|por ocasião|perante\b|na (?=\w)|no (?=\w)"
    r"|delivered\b|read by\b|(?:issued|today|yesterday|speaking)\b"
    r"|(?:hoy|ayer|hier|aujourd)\b|(?<=,)on\b|(?<=\n)on\b"
)
_MARKS = (
    r"(?P<year>\s(?=(?:19|20)\d\d(?!\d)))|(?<=General)\son\b|,\s{0,2}(?:à|au|aux|lors|devant|at"
    r"|during|before|ante|durante|na|no|perante"
    r"|por ocasião|en el|en la|con motivo|in (?:the|an?)|to (?:the|an?))\s(?!charge)"
    r"|,\s(?=(?-i:D[ií]a|Journée|(?:International|World|United Nations) (?:\w+ ){0,4}"
    r"(?:Day|Week))\b)|(?<=[,\n])\son\b|,\s{0,2}à l['’]"
    r"|,\s+(?:who|qui|quien|whose|which|however|meanwhile|though|too|also|then)\b|[:;“\"«]"
    r"|\((?!(?-i:[A-Z]{2,10}\)))|(?<=\))\s(?=(?-i:[a-z]))|(?<!\b\w)(?<!\bHon)(?<!\bRt)"
    r"(?<!\bM[rs])(?<!\bMme)(?<!\bMrs)(?<!\b[DS]r)(?<!\bSra)"
    r"\.(?=\s|$)|\s[–—|•]\s|\s-\s|\n\s{0,2}\n"
)
_STOP = re.compile(
    rf"(?=\W)(?i:{_MARKS})|(?<!\w)(?=\w)(?:{in_any_case(_WORDS)})"
    rf"|(?<![\w-])(?=\w)(?:{in_any_case(VERBS)})(?![\w-])"
    r"|[àÀ](?i: l['’](?:occasion|ouverture|inauguration|issue|assemblée))"
)
"""What no office goes beyond: marks, and words that tell of something else."""
_BEFORE_STOP = re.compile(r"\s{0,2},?\s{0,2}\Z")
_CONTINUES = re.compile(
    rf"\s*(?:(?:of|for|to|and|&|on|in charge|de|du|des|del|do|da|et|y|e|pour|para|auprès|près"
    rf"|ante|junto)\b|(?:the )?(?:permanent )?(?:mission|ministry|republic|kingdom|state"
    rf"|delegation|government|federal|office|department|deputy|united nations|misión"
    rf"|mission)\b|{people.OFFICE.pattern})",
    re.I,
)
_EVENT_LINE = re.compile(
    r"\s*(?:at|to the|during|before|in the|on the occasion|for the|lors|devant|en la|ante"
    r"|con motivo|durante|na|no|perante|agenda|item|à l|au)\b",
    re.I,
)
_BEHIND_NAME = re.compile(r"\s*(?:,|\n|–|—|-|\()\s*(?:the |l[ae] |el |o |a |L[ae] )?(?:and )?")
LONGEST = 400
_DANGLES = re.compile(r"\b(?:of|for|and|the|to|de|du|des|la|le|et|del|los|y|da|do|e|&)$", re.I)


def after(text: str, end: int) -> Span | None:
    """The office that follows a name after a comma, a dash or a line end."""
    found = _BEHIND_NAME.match(text, end)
    if not found:
        return None
    start = found.end()
    head = people.OFFICE.search(text, start, min(len(text), start + 60))
    if not head or re.search(r"(?<!\b\w)[.:;]\s", text[start : head.start()]):
        return None
    if "\n" in text[start : head.start()].strip():
        return None
    if _EVENT_LINE.match(text, start):
        return None
    return start, end_of(text, max(head.end(), start))


def end_of(text: str, start: int) -> int:
    """Where an office ends: before an event, a group, a date, a place, or other lines."""
    end = min(len(text), start + LONGEST)
    if stop := _STOP.search(text, start, end):
        end = stop.start() if stop["year"] else _before_stop(text, start, stop.start())
    for dated in datings.find(text[start : end + 60]):
        where = start + dated.start
        span = places.beside(text, datings.Dated(where, start + dated.end, None, 1, 1))
        cut = span[0] if span and span[0] >= start else where
        end = min(end, cut)
    end = _end_of_lines(text, start, end)
    for city in places.CITY.finditer(text, start, end):
        before = text[start : city.start()]
        if re.search(r",\s*(?:in )?$", before) and not re.search(
            r"(?:to|in|at|of|en|à|de)\s*$", before
        ):
            end = min(end, city.start())
    while end > start and text[end - 1] in " ,;:.–—-\n(":
        end -= 1
    return end


def _before_stop(text: str, start: int, stop: int) -> int:
    """Where the spaces and the comma before a stop begin."""
    first = max(start, stop - 5)
    space = _BEFORE_STOP.search(text[first:stop])
    return first + space.start() if space else stop


def _end_of_lines(text: str, start: int, end: int) -> int:
    """The end of the last line that still tells of the office."""
    place = text.find("\n", start, end)
    while place >= 0:
        if _EVENT_LINE.match(text, place + 1) and not re.match(
            r"\s*to the united nations\s*$", text[place + 1 : end].split("\n")[0], re.I
        ):
            return place
        line = text[text.rfind("\n", 0, place) + 1 : place]
        dangles = text[place - 1 : place] == "," or _DANGLES.search(line)
        if not _CONTINUES.match(text, place + 1) and not dangles:
            return place
        place = text.find("\n", place + 1, end)
    return end


def without_article(text: str, start: int, end: int) -> int:
    """The end of an office without the article that belongs to the form of address after it."""
    return start + len(re.sub(r"[,\s]+(?:the|la|le|el|o|a)$", "", text[start:end], flags=re.I))
