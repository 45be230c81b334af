"""
Who speaks, for whom and where, in the head of a text: “Statement by H.E. Ms. X, Minister of Y,
on behalf of the Group of 77 and China, at the Conference on Z”.

The head is read as one text with line ends. A person is found behind a word for “by”, before a
possessive, or in a line with a form of address; how far an office goes ``offices`` says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from . import names, offices, patterns, people, places
from .accents import optional

Span = tuple[int, int]


class Credit(NamedTuple):
    """A person of a head; spans count in the text that was searched. Either part may be missing."""

    name: Span | None
    office: Span | None
    start: int
    end: int


_SPACES = re.compile(r"\s*")
_ARTICLE = re.compile(
    r"(?:(?:the|la|le|les|el|los|o|a|os|as|his|her|our|du|de la|del|do|da|des|de los|de las"
    r"|de|an|un|une|una|its)\s+|(?:de )?l['’]\s?)",
    re.I,
)
_BY = re.compile(
    optional(
        rf"\b(?:{patterns.KIND_WORDS}|text|texte|texto|transcript|interview|lecture|briefing"
        rf"|press conference|entrevista|entretien)\b"
        r"(?:\s+(?:as\s+)?(?:delivered|made|given|issued|presented|read|prononcée?"
        r"|faite?|pronunciad[oa]|proferid[oa]|présentée?))?"
        r"(?:\s+today|\s+hier|\s+hoy)?"
        r"\s*(?:\n\s*)?(?:attributable to|attribuable au|atribuible al|by|from|of|to the press by"
        r"|par|por|pelo|pela"
        r"|de la part (?:de|du)|du"
        r"|de la|de l['’]|des|del|de|do|da)[\s:]+"
    ),
    re.I,
)
_BARE_BY = re.compile(
    optional(
        r"(?:(?:^|\n|,\s|\)\s?|\s)(?:by|delivered by|presented by|prononcée? par|par|a cargo de"
        r"|pronunciad[oa] por|por|proferid[oa] (?:por|pelo|pela)|speaker|orador(?:a)?"
        r"|orateur)\s*:?\s+)"
    ),
    re.I,
)
_AFTER_KIND = re.compile(
    rf"\b(?:press|media|news|ministerial) (?:{patterns.KIND_WORDS}|release)\s*[,–—-]\s+"
    rf"(?=(?:{people.HONORIFIC})\.?\s|{people.OFFICE.pattern})",
    re.I,
)
_POSSESSIVE = re.compile(
    rf"(?P<who>[^\n:.]{{3,120}}?)['’]s?\s+(?:\w+\s+){{0,3}}?(?:{patterns.KIND_WORDS})\b", re.I
)
_TITLED_LINE = re.compile(rf"(?:^|\n)\s*(?=(?:{people.HONORIFIC})\.?,?\s)", re.I)
_READ_BY = re.compile(
    optional(
        r"\b(?:as\s+)?(?:(?:to be )?(?:delivered|read|presented|read out"
        r"|conveyed)(?: out)?(?: on (?:his|her|their|its) behalf)?\s+by"
        r"|(?:lue?|prononcée?|délivrée?|présentée?|transmise?)(?: en son nom)?\s+par|(?:leíd[oa]"
        r"|pronunciad[oa]|presentad[oa]|entregad[oa])(?: en su nombre)?\s+por"
        r"|(?:lid[oa]|proferid[oa]|apresentad[oa])(?: em seu nome)?\s+(?:por|pelo|pela))\s*:?\s+"
    ),
    re.I,
)
_DELEGATION = re.compile(
    optional(
        r"(?:delegation|délégation|delegación|delegação|permanent mission|mission permanente"
        r"|misión permanente|government|gouvernement|gobierno)"
        r" (?:of|de|du|del|da|do|des) (?:(?:the|la|el"
        r"|los) )?[^\W\d_a-zß-öø-ÿа-яё][\w’'-]+(?: (?:and |of |the "
        r"|de )?[^\W\d_a-zß-öø-ÿа-яё][\w’'-]+){0,4}"
    ),
    re.I,
)
_NO_NAME = re.compile(
    rf"\b(?:{patterns.KIND_WORDS}|press|conference|interview|meeting|session|committee"
    rf"|united nations|government|delegation|mission|republic|group)\b",
    re.I,
)
_LEAD = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:and|of|for|&))? (?=[A-ZÀ-Þ])")
_LONGEST_LEAD = 4
_SUFFIX = re.compile(r",?\s(?:MP|M\.P\.|PhD|Ph\.D\.|Jr|Sr|OBE|CBE|KBE|QC|SC|AO|AC|Esq)\.?(?=\W|$)")
_COUNTRY_AFTER = re.compile(r"\s*\((?P<country>[^()\n]{3,40})\)")


def author(text: str) -> Credit | None:
    """The person who speaks; None where the head names nobody."""
    readers = [found.span() for found in _READ_BY.finditer(text)]
    nameless: Credit | None = None
    for pattern in (_BY, _BARE_BY, _AFTER_KIND):
        for found in pattern.finditer(text):
            if (
                any(start < found.end() <= end for start, end in readers)
                and len(readers)
                and pattern is _BARE_BY
            ):
                continue
            credit = person_at(text, found.end())
            if credit and credit.name:
                return credit
            nameless = nameless or credit
    if nameless:
        return _named_below(text, nameless) or nameless
    owned = _POSSESSIVE.search(text)
    if owned and (credit := _possessor(text, *owned.span("who"))):
        return credit
    for found in _TITLED_LINE.finditer(text):
        if credit := person_at(text, found.end()):
            return credit
    for office in people.OFFICE.finditer(text[: offices.LONGEST]):
        credit = person_at(text, office.start())
        if credit and credit.name:
            return credit
    for person in people.find(text):
        if person.name:
            name = (person.name_start, person.name_end)
            return Credit(name, (person.office_start, person.office_end), person.start, person.end)
    return None


def _named_below(text: str, nameless: Credit) -> Credit | None:
    """The person with the same office in a line of a cover: “Ms. Name, Minister of Y”."""
    office = text[slice(*nameless.office)].casefold() if nameless.office else ""
    for found in _TITLED_LINE.finditer(text):
        credit = person_at(text, found.end())
        held = text[slice(*credit.office)].casefold() if credit and credit.office else ""
        if credit and credit.name and office and held.startswith(office.split()[0]):
            return credit
    return None


def reader(text: str) -> Credit | None:
    """The person who reads a text for its author."""
    found = _READ_BY.search(text)
    return person_at(text, found.end()) if found else None


def person_at(text: str, start: int) -> Credit | None:
    """A person named from here on, office before the name or after it."""
    if space := _SPACES.match(text, start):
        start = space.end()
    begin = start
    office = people.OFFICE.match(text, start)
    if office and not (people.HONORIFIC_AT.match(text, start) or _ARTICLE.match(text, start)):
        return _office_first(text, start, office.end(), begin)
    if credit := _compound(text, start) or _name_first(text, start, begin):
        return credit
    while article := _ARTICLE.match(text, start):
        start = article.end()
    office = people.OFFICE.match(text, start)
    if office:
        return _office_first(text, start, office.end(), begin)
    if body := _DELEGATION.match(text, start):
        return Credit(None, body.span(), begin, body.end())
    return _name_first(text, start, begin)


def _compound(text: str, start: int) -> Credit | None:
    """“National Security Advisor Name”, “External Affairs Minister”: an office told from behind."""
    begins = (people.HONORIFIC_AT, people.OFFICE, _ARTICLE)
    if any(pattern.match(text, start) for pattern in begins):
        return None
    place, office = start, None
    for _ in range(_LONGEST_LEAD):
        lead = _LEAD.match(text, place)
        if lead is None or office is not None:
            break
        place = lead.end()
        office = people.OFFICE.match(text, place)
    if office is None:
        return None
    name = people.full_name_at(text, office.end() + 1)
    is_name_before = names.is_plausible(text[start:place].strip())
    if is_name_before and (name is None or " " not in text[slice(*name)]):
        return None
    credit = _office_first(text, office.start(), office.end(), start)
    if credit is None or credit.office is None:
        return None
    return credit._replace(office=(start, credit.office[1]))


def _name_first(text: str, start: int, begin: int) -> Credit | None:
    """“H.E. Ms. Name, Office …” or “Name, Office …”."""
    office = people.OFFICE.match(text, start)
    if office and not people.HONORIFIC_AT.match(text, start):
        return None
    after = people.HONORIFIC_AT.match(text, start)
    if after:
        inner = after.end()
        while article := _ARTICLE.match(text, inner):
            if article.end() == inner:
                break
            inner = article.end()
        beside = people.OFFICE.match(text, inner)
        if (beside and not re.match(r"\s+[A-Z]", text[beside.end() : beside.end() + 2])) or (
            beside and re.match(r"\s(?:OF|FOR|DE)\b", text[beside.end() :], re.I)
        ):
            return _office_first(text, inner, beside.end(), begin)
    span = people.full_name_at(text, start)
    if span is None or (
        not after and (span[1] - span[0] < 4 or _NO_NAME.search(text[slice(*span)]))
    ):
        return None
    end = span[1]
    suffix = _SUFFIX.match(text, end)
    if suffix:
        end = suffix.end()
    if country := _COUNTRY_AFTER.match(text, end):
        return Credit(span, country.span("country"), begin, country.end())
    office_span = offices.after(text, end)
    head = people.OFFICE.search(text, end, end + 40) if suffix and office_span is None else None
    if head and re.fullmatch(r"\s+(?:\w+\s)?", text[end : head.start()]):
        first = end + len(text[end : head.start()]) - len(text[end : head.start()].lstrip())
        office_span = first, offices.end_of(text, head.end())
    if after and office_span is None and (beside := _BESIDE.match(text, end)):
        office_span = beside.end(), offices.end_of(text, beside.end())
    if not after and office_span is None and " " not in text[slice(*span)]:
        return None
    return Credit(span, office_span, begin, office_span[1] if office_span else end)


_BESIDE = re.compile(rf"\s{{1,3}}(?={people.OFFICE.pattern})", re.I)
"""Between a name and the office that a letterhead prints beside it."""


_NAME_WITHIN = re.compile(
    rf",?\s+(?=(?i:{people.HONORIFIC})\.?\s+[^\W\d_a-zß-öø-ÿа-яё])"
    rf"|,\s+(?=[^\W\d_a-zß-öø-ÿа-яё])"
)


def _office_first(text: str, start: int, head_end: int, begin: int) -> Credit | None:
    """“the Secretary-General of the United Nations, Mr. Name” or “Secretary-General Name”."""
    end = offices.end_of(text, head_end)
    for found in _NAME_WITHIN.finditer(text, head_end - 1, end):
        span = people.full_name_at(text, found.end())
        titled = people.HONORIFIC_AT.match(text, found.end())
        if (
            span
            and (titled or not people.OFFICE.match(text, found.end()))
            and not places.CITY.match(text, span[0])
        ):
            ends = re.match(r"\s*(?:[,.;:)(]|$|\n)", text[span[1] :])
            if titled and _OF.search(text[start : found.start()]):
                served = offices.after(text, span[1])
                last = served[1] if served else span[1]
                return Credit(None, (start, last), begin, last)
            if titled or (" " in text[slice(*span)] and (ends or span[1] >= end - 1)):
                held = start, offices.without_article(text, start, found.start())
                return Credit(span, held, begin, span[1])
    person = next(people.each(text[start:end]), None)
    if person and person.name and person.office_start == 0:
        office = (start, start + person.office_end)
        name = (start + person.name_start, start + person.name_end)
        return Credit(name, office, begin, start + person.end)
    line = re.compile(r"\s*\n\s*").match(text, end)
    if line:
        span = people.full_name_at(text, line.end())
        titled = people.HONORIFIC_AT.match(text, line.end())
        if span and (titled or (end == head_end and _is_name_alone(text, span))):
            return Credit(span, (start, end), begin, span[1])
    return Credit(None, (start, end), begin, end) if end > start else None


def _is_name_alone(text: str, span: Span) -> bool:
    """Whether a name begins a line, below an office, and a comma or the line's end follows it."""
    name = text[slice(*span)]
    is_closed = re.match(r"\s*(?:,|\n|$)", text[span[1] : span[1] + 9])
    is_other = people.OFFICE.search(name) or places.CITY.search(name) or _NO_NAME.search(name)
    return " " in name and bool(is_closed) and not is_other and not names.is_body(name)


_OF = re.compile(r"(?:\bof|\bfor|\bto|\bde|\bdu|\bdo)$", re.I)
"""An office that goes on with the person whose office it is: “Spokesperson for Mr. Name”."""


def _possessor(text: str, start: int, end: int) -> Credit | None:
    """The person whose message it is: “Deputy Secretary-General Name’s remarks”."""
    offices = list(people.OFFICE.finditer(text, start, end))
    if offices:
        first = offices[0]
        for person in people.find(text[first.start() : end]):
            name = None
            if person.name:
                name = first.start() + person.name_start, first.start() + person.name_end
            office = first.start() + person.office_start, first.start() + person.office_end
            return Credit(name, office, first.start(), end)
    span = people.full_name_at(text, start)
    if span and span[1] >= end - 1 and " " in text[slice(*span)]:
        return Credit(span, None, start, end)
    return None
