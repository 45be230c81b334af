"""Who is named in a text, and in which office: “Under-Secretary-General for … Liu Zhenmin”."""

from __future__ import annotations

import re
from typing import NamedTuple

_RANK = (
    r"(?:(?:Deputy|Acting|Assistant|Associate|Vice|Foreign|Prime|First|Special|Permanent|Executive"
    r"|High)[ -]|Under-?)?"
)
_HEAD = (
    r"Secretar(?:y|ies)[- ]General|President|Minister|Administrator|Director(?:[- ]General)?"
    r"|Commissioner|Chair(?:person|man|woman)?|Ambassador|Representative|Envoy|Adviser"
    r"|Spokes(?:person|man|woman)|Secretary|Governor|Counsellor|Head|Coordinator|Rapporteur"
    r"|Secrétaire générale?|Présidente?|Ministre|Administrat(?:eur|rice)|Direct(?:eur|rice)"
    r"|Secretari[oa] General|President[ea]|Ministr[oa]|Director[a]? General"
)
OFFICE = re.compile(
    rf"(?<![\w-])(?:(?:United Nations|UN|U\.N\.) )?{_RANK}{_RANK}(?:{_HEAD})(?![\w-])",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"(?:(?:H\.?\s?E\.?|Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Sir|Dame|The Hon(?:ourable|\.)?|Hon|M|Mme"
    r"|Sr|Sra|Ambassador)\.?,? )+(?=[A-ZÀ-Þ])"
)
_TOKEN = re.compile(r"[^\s,;:()“”\"]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*")
_OWN = re.compile(r"(?:['’]s|['’])$")
_NAME_BEFORE = re.compile(r"((?:[A-ZÀ-Þ][\w'’.-]{0,30} ){1,4}[A-ZÀ-Þ][\w'’-]{0,30}), (?:the )?$")
_LONGEST_NAME = 5


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONNECTOR = _set("for of on to the and in de des du la le pour para del y et")
_PARTICLE = _set("de da do dos van von der al el bin ibn ben di du la")
_OFFICE_NOUNS = _set(
    "affairs assembly bank commission committee cooperation council development education energy"
    " environment finance fund general health labour nations office organization partnerships"
    " planning population programme refugees relations rights security state states trade union"
    " women"
)
"""The last word of what an office is for; a name may follow it."""
_NOT_A_NAME = _set("The A An In On At He She It They His Her This That Today And But As For To")


class Person(NamedTuple):
    """A person as printed; spans count in the text that was searched. The name may be missing."""

    name: str
    office: str
    start: int
    end: int
    name_start: int
    name_end: int
    office_start: int
    office_end: int


def find(text: str) -> list[Person]:
    """Everyone named with an office, in order. An office alone is given without a name."""
    found: list[Person] = []
    place = 0
    while office := OFFICE.search(text, place):
        person = _person(text, office.start(), office.end())
        place = max(office.end(), person.end)
        found.append(person)
    return found


def name_at(text: str, start: int) -> tuple[int, int] | None:
    """The span of a name that begins here, its title left out; None when none does."""
    if title := _HONORIFIC.match(text, start):
        start = title.end()
    tokens = _run(text, start, particles=True)
    while tokens and text[tokens[-1][0] : tokens[-1][1]] in _PARTICLE:
        tokens.pop()
    if not tokens or text[tokens[0][0] : tokens[0][1]] in _NOT_A_NAME:
        return None
    return tokens[0][0], tokens[min(len(tokens), _LONGEST_NAME) - 1][1]


def _person(text: str, start: int, end: int) -> Person:
    """The office that begins here, as far as it goes, and the name beside it."""
    after = end + 1 if text[end : end + 1] == " " else end
    name = name_at(text, after)
    if name is None:
        office_end, name = _long_office(text, start, end)
    else:
        office_end = end
    if name is None:
        name = _beside(text, start, office_end)
    office = text[start:office_end]
    if name is None:
        return Person("", office, start, office_end, start, start, start, office_end)
    first, last = min(start, name[0]), max(office_end, name[1])
    return Person(text[slice(*name)], office, first, last, *name, start, office_end)


def _long_office(text: str, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """An office with what it is for (“for Economic and Social Affairs”), and a name after it."""
    tokens = _run(text, end, particles=False)
    words = [text[a:b] for a, b in tokens]
    if not words or words[0].casefold() not in _CONNECTOR:
        return end, None
    nouns = [n for n, word in enumerate(words) if word.casefold() in _OFFICE_NOUNS]
    cut = nouns[-1] + 1 if nouns else max(len(words) - 2, 0)
    rest = [n for n in range(cut, len(words)) if words[n].casefold() not in _CONNECTOR]
    if len(rest) < 2 or rest[0] != cut:
        while words and words[-1].casefold() in _CONNECTOR:
            words.pop()
        return (tokens[len(words) - 1][1] if words else end), None
    return tokens[cut - 1][1] if cut else end, (
        tokens[cut][0],
        tokens[min(rest[-1], cut + _LONGEST_NAME - 1)][1],
    )


def _beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A name parted from the office by a comma: “Name, Office,” or “Office, Name”."""
    before = text[max(0, start - 90) : start]
    if found := _NAME_BEFORE.search(before):
        first = start - len(before) + found.start(1)
        return name_at(text, first)
    if text[end : end + 2] == ", ":
        return name_at(text, end + 2) if _HONORIFIC.match(text, end + 2) else None
    return None


def _run(text: str, start: int, *, particles: bool) -> list[tuple[int, int]]:
    """Spans of the words from here on that begin with a capital, or join such words."""
    joins = _PARTICLE if particles else _CONNECTOR
    spans: list[tuple[int, int]] = []
    place = start
    while len(spans) < 16 and (
        token := _TOKEN.match(text, place + (text[place : place + 1] == " "))
    ):
        word = token[0]
        own = _OWN.search(word)
        end = token.end() - (len(own[0]) if own else 0)
        if word.endswith(".") and len(word) > 2:
            end -= 1
        if not (_CAPITAL.match(word) or (word in joins and (spans or not particles))):
            break
        spans.append((token.start(), end))
        place = token.end()
        if end != token.end():
            break
    return spans
