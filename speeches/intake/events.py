"""The event or observance that the words of a head name: “at the Conference on Z, in Geneva”."""

from __future__ import annotations

import re

from . import datings, patterns, places
from .accents import optional

Span = tuple[int, int]

_START = re.compile(
    optional(
        r"(?:^|[\s,(])(?P<prep>on the occasion of|to mark|marking|after(?=\s(?-i:[A-Z]))"
        r"|marquant|pour marquer|para conmemorar|(?<=mensaje )del(?=\sd[ií]a\b)"
        r"|(?<=message )(?:de la|du)(?=\sjournée\b)|(?<=mensagem )do(?=\sdia\b)"
        r"|(?<=,)(?=\s(?-i:D[ií]a|Journée)\s)|celebrating|in observance of|at"
        r"|during|to|before|on|for|in|addressing"
        r"|[àa] l['’]occasion (?:de|du|des)|lors (?:de|du|des)|devant|au cours (?:de|du)|pour|à|au"
        r"|sur|dans le cadre (?:de|du)"
        r"|con (?:motivo|ocasión) (?:de|del)|en ocasión (?:de|del)|durante|ante|en|a|al"
        r"|para|sobre|con"
        r"|por ocasião (?:da|do)|no âmbito (?:da|do)|na|no|perante|à|ao|sobre o|sobre a)\s+"
        r"(?P<article>(?:the|an?|this|its|la|le|les|el|los|las|una?|o|os|as|uma?)\s+|l['’]\s?)?"
    ),
    re.IGNORECASE,
)
_NOUN = re.compile(rf"\b(?:{patterns.GATHERING})\b", re.IGNORECASE)
_STOP = re.compile(
    optional(
        r"\s{0,2}(?:[:;()\[\]]|[“”\"«»](?!(?-i:[A-ZÀ-Þ])[^“”\"«»]{2,60}[”\"»])(?<![\w][”\"»])|(?<!\b\w)\.(?=\s|$)|\n\s{0,2}\n|\s(?:[–—|•]|//)\s|\s-\s"
        r"|,?\s(?:held|observed|celebrated|which|convened|organi[sz]ed|hosted|marked|that"
        r"|delivered|issued|today|yesterday|as delivered|who|as prepared)\b"
        r"|,\s(?:proferid|pronunciad|prononcée?|lid[oa]|leíd[oa]|delivered|read)\w*"
        r"|,?\s(?:célébrée?|organisée?|tenue?|qui|observée?|aujourd)|,?\s(?:celebrad[oa]|que se"
        r"|organizad[oa]|realizad[oa]|convocad[oa]|hoy)\b|,?\s(?:comemorad[oa]|realizad[oa])"
        r"|,?\s(?:on|under)\s(?:the )?(?:agenda )?item\b|,\s(?:on behalf|au nom|en nombre"
        r"|delivered|by\s)"
        r"|,?\s(?:in|at|à|en|em)\s(?=(?:New York|the United Nations Headquarters|UN Headquarters)))"
    ),
    re.IGNORECASE,
)
_WEAK = {
    "on",
    "for",
    "in",
    "to",
    "pour",
    "à",
    "au",
    "sur",
    "en",
    "a",
    "al",
    "para",
    "sobre",
    "con",
    "na",
    "no",
    "ao",
    "sobre o",
    "sobre a",
}
_TOPIC = {"on", "sur", "sobre", "for", "pour", "para", "con", "sobre o", "sobre a"}
_STRONG = {
    "at",
    "on the occasion of",
    "lors de",
    "lors du",
    "durante",
    "con motivo de",
    "con motivo del",
    "por ocasião da",
    "after",
}
_PROPER = re.compile(
    r"[^\W\d_a-zß-öø-ÿа-яё][\w’'-]+ (?:(?:of|on|de|du|for|the|and) ){0,2}[^\W\d_a-zß-öø-ÿа-яё]"
)
_NO_EVENT = re.compile(
    r"(?:united nations|un\b|permanent|ministry|university|university|government|headquarters"
    r"|mission|palais|department)",
    re.I,
)
_PASSING = re.compile(r"\b(?:this|last|next|each|every|per|new|past|same|one|first)\s$", re.I)
_NO_NAME = re.compile(r"(?:press|media|news|briefing notes?|statements?|readouts?)\b", re.I)
_BUILDING = re.compile(
    optional(
        r"^port\b|\b(?:airport|museum|school|hospital|house|hotel|hall|building|palace|gardens?|square"
        r"|park|islands?|city|village|harbour|camp|station|library|college|cathedral|church|bridge"
        r"|stadium|aeropuerto|museo|hospital|palacio|escuela|aéroport|musée|école|hôpital)$"
    ),
    re.I,
)
"""A house or a place: where something was said, and no event."""
_CENTRE = re.compile(
    r"\b(?:conference|convention|congress) (?:cent(?:re|er)|hall|room)\b.{0,20}$", re.I
)
_NO_BEGINNING = re.compile(r"\w+ (?:which|whom|whose|when|where|that)\b|a [a-zà-ÿ]{2,20}é\b", re.I)
"""What goes on from a word that is no preposition of an event: “at which”, “a déclaré”."""
_THEIR_OWN = re.compile(r"(?:the )?(?:[\w-]+ ){1,6}on (?:their|its|your) (?=.{0,40}\bday\b)", re.I)
"""Whom one wishes well, before the day that is theirs."""
_ASSERTS = re.compile(
    optional(
        r"\b(?:must|should|needs? to|will|cannot|is|are|was|were|has|have|doit|doivent|peut"
        r"|est|sont"
        r"|debe|deben|puede|es|son|está|deve|devem|pode|são)\b"
    )
)
"""A verb of a sentence: a headline, and no name."""
_LONGEST = 240
_READ = 3000
"""How far into a text a head, or the paragraph of a story, is looked through."""


def find(text: str, start: int = 0) -> Span | None:
    """The first event named in a head from a place on; None when it names none."""
    for found in _START.finditer(text, start, min(len(text), start + _READ)):
        span = found.end(), _end(text, found.end())
        name = text[slice(*span)]
        if len(name) < 4 or _NO_BEGINNING.match(found["prep"] + " " + name):
            continue
        if _is_observance(name):
            own = _THEIR_OWN.match(name)
            return (span[0] + own.end(), span[1]) if own else span
        noun = _NOUN.search(name)
        if noun and _PASSING.search(name[: noun.start()]):
            continue
        if not noun:
            if (
                found["prep"].casefold() in _STRONG
                and _PROPER.match(name)
                and not _NO_EVENT.match(name)
                and not _BUILDING.search(name)
            ):
                return span
            continue
        if found["prep"].casefold() in _TOPIC:
            continue
        city = places.CITY.match(name)
        if city and city.end() < len(name):
            continue
        weak = found["prep"].casefold() in _WEAK
        if weak and not (noun.start() < 45 and len(name[: noun.start()].split()) <= 5):
            continue
        return span
    return None


def _is_observance(name: str) -> bool:
    """Whether a name is that of a day or a year that is kept, and not of one that passes."""
    found = patterns.IS_OBSERVANCE.search(name)
    if found is None or not re.search(r"[A-ZÀ-Þ]", name[:60]):
        return False
    return not _PASSING.search(name[: found.start()])


def is_gathering(name: str) -> bool:
    """Whether a name is that of a meeting of people."""
    return bool(_NOUN.search(name))


def is_named(name: str) -> bool:
    """Whether a name tells by its words that it is an event: a gathering, or an observance."""
    return is_gathering(name) or bool(patterns.IS_OBSERVANCE.search(name))


def in_line(line: str) -> Span | None:
    """An event that fills a line of a cover: “Nineteenth session of the High-level Committee”."""
    text = line.strip()
    if text.startswith("(") and text.endswith(")"):
        inside = in_line(text[1:-1])
        shift = line.index("(") + 1
        return (inside[0] + shift, inside[1] + shift) if inside else None
    observance = (
        patterns.IS_OBSERVANCE.search(text) and len(text.split()) <= 9 and text[:1].isupper()
    )
    if _NO_NAME.match(text) or _ASSERTS.search(text) or _CENTRE.search(text):
        return None
    if not (_NOUN.search(text) or observance) or len(text) > 200 or text.endswith((".", "!", "?")):
        return None
    offset = len(line) - len(line.lstrip())
    found = re.match(
        r"(?:at|to|during|on the occasion of|in|before|lors d[eu]|devant|à|en|ante|durante|na"
        r"|no)\s+(?:the |la |le |el |l['’]|los )?",
        text,
        re.I,
    )
    start = offset + (found.end() if found else 0)
    end = _end(line, start)
    return (start, end) if end > start else None


_OTHER_LINE = re.compile(
    r"\s*(?:by|on behalf|delivered|agenda|item|under|statement|remarks|par|au nom|point|por"
    r"|en nombre|tema|check|h\.?e\.?|mr|ms)\b",
    re.I,
)
_SMALL_END = re.compile(
    optional(
        r"(?:\b(?:of|the|and|for|to|on|in|by|at|de|la|le|les|du|des|del|et|y|à|pour|para|con|do"
        r"|da|e|sur|sobre|aux|los|las|el)|[,–-])$"
    ),
    re.I,
)


def _end_of_lines(text: str, start: int, end: int) -> int:
    """The end of the last line that still belongs to the name."""
    place = text.find("\n", start, end)
    while place >= 0:
        line = text[text.rfind("\n", 0, place) + 1 : place]
        following = text[place + 1 : place + 200].split("\n")[0]
        goes_on = (
            following[:1].islower()
            or _SMALL_END.search(line)
            or (line.isupper() and following.isupper())
        )
        begun = bool(text[start:place].strip())
        if begun and (not goes_on or _OTHER_LINE.match(following)):
            return place
        place = text.find("\n", place + 1, end)
    return end


def _end(text: str, start: int) -> int:
    """Where the name of an event ends: before its place, its day, or words about it."""
    end = min(len(text), start + _LONGEST)
    if stop := _STOP.search(text, start, end):
        end = min(end, stop.start())
    end = _end_of_lines(text, start, end)
    for dated in datings.find(text[start:end]):
        end = min(end, start + dated.start)
        break
    for city in places.CITY.finditer(text, start, end):
        before = text[start : city.start()]
        if re.search(r"(?:,\s*(?:in |en |à |em )?|\n\s*|\s(?:in|en|à|em) )$", before):
            end = start + len(before)
            break
    trimmed = re.sub(
        r"[\s,.;:–—-]*(?:,?\s(?:in|on|at|of|le|el|en|à|the|held|de|del|em))?[\s,.;:–—-]*$",
        "",
        text[start:end],
    )
    return start + len(trimmed)
