"""
People named in the told words of a story: with an office before or after the name, with a form of
address, or by a full name beside a verb of saying.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from . import credits, names, offices, people
from .alternatives import in_any_case
from .scripts import voices
from .verbs import (
    ENGLISH_INVERTED,
    FRENCH,
    PORTUGUESE,
    SPANISH,
    VERB,
    VERBS,
    WIDE,
    WIDE_VERB,
)

Span = tuple[int, int]

_NAME_BEFORE = re.compile(
    r"((?:[^\W\d_a-zß-öø-ÿа-яё][\w'’.-]{0,30} (?:(?:de|da|do|del|la|van|von|der|al|el|bin|dos"
    r"|du|y) ){0,2}){1,4}[^\W\d_a-zß-öø-ÿа-яё][\w'’-]{0,30}), "
    r"(?:(?:the|la|le|el|o|a|an|un|une|una)\s|l['’])?(?:[\w’'.-]+ ){0,3}$"
)
_WHO = re.compile(
    r"((?:[^\W\d_a-zß-öø-ÿа-яё][\w'’.-]{0,30} (?:(?:de|da|do|del|la|van|von|der|al|el|bin|du"
    r"|y) ){0,2}){1,4}[^\W\d_a-zß-öø-ÿа-яё][\w'’-]{0,30}), "
    r"(?P<office>(?:who|qui|quien|que)\s(?P<does>heads?|leads?|chairs?|runs?|directs?|dirige"
    r"|preside|préside|encabeza|lidera)?\s?(?P<what>[^,.;:“”«»]{3,140})"
    r"|an? (?P<role>[^,.;:“”«»]{3,100})|(?:un|une|una) (?P<rôle>[^,.;:“”«»]{3,100}))(?=[,.;])"
)
_MAY_BE_WHO = re.compile(r", (?:who|qui|quien|que|an?|une?|una)\s")
_MAY_BE_NAME = re.compile(r",\s[^\W\d_a-zß-öø-ÿа-яё]")
"""What stands behind a name, or before one, in some patterns: quickly found, or missed."""
_LEAD = (
    r"(?:(?:the|its|their|our|his|her|la|le|el|los|su|sus|son|sa|leur|o|a|seu|sua|an?|un|une"
    r"|una|uno)\s|l['’])"
)
_PLAIN_NAME = (
    r"(?P<name>[^\W\d_a-zß-öø-ÿа-яё][\w’'-]{1,30}(?: [A-Z]\.)?(?: (?:de|da|do|del|la|van|von"
    r"|der|den|al|el|bin|du|dos|y)){0,2}"
    r"(?: [^\W\d_a-zß-öø-ÿа-яё][\w’'-]{1,30}){1,3})"
)
_ROLE_AFTER = re.compile(
    rf"(?<![\w-])(?=\w)(?:{VERBS}"
    rf"|{WIDE})\s(?:[^.;:“”«»\"]{{0,60}}?\s)?(?i:{_LEAD})(?P<role>(?-i:[a-zà-ÿ])[^,.;:“”«»\"]{{2,110}}),\s{_PLAIN_NAME}(?=\W"
    rf"|$)"
)
_ROLE_BEFORE = re.compile(
    rf"(?<![\w-])(?=\w)(?i:{_LEAD})(?P<role>[^\W\d_][^,.;:“”«»\"]{{2,110}}),\s{_PLAIN_NAME},?\s+(?=(?i:{VERBS})(?![\w-]))"
)
_APPOSITION = re.compile(
    r",\s+(?:\d{1,3}(?:\sans|\saños|\syears old)?,\s+)?(?P<office>(?!who|qui|quien|que|and|et"
    r"|y|said|told|adding|during|lors|en|in|at|on|dans|after|tras|al|por|con|while|as|a\s"
    r"|which|whose|dont|when|where|told|speaking)[a-zà-ÿ][^,.;:“”«»]{4,90})(?=[,.;])"
)
_DOES = {"chair": "chair of", "chairs": "chair of"}
_INVERTED = rf"{ENGLISH_INVERTED}|{FRENCH}|{SPANISH}|{PORTUGUESE}|{WIDE}"
_SAYS = re.compile(rf"(?:['’]s?)?[\s,]+(?:\w+ )?(?:{VERBS})(?![\w-])", re.I)
_SAYS_AT_ONCE = re.compile(rf"[\s,]+(?:{VERBS})(?![\w-])", re.I)
_SAID = re.compile(
    rf"(?<![\w-])(?=\w)(?:{_INVERTED})[\s,]+(?:(?:hoy|ayer|today|yesterday|that)\s)?$", re.I
)
_FULL_NAME = re.compile(
    r"(?<![\w’'-])[^\W\d_a-zß-öø-ÿа-яё][\w'’-]{1,30}(?: [A-Z]\.)?(?: (?:de|da|do|del|la|van"
    r"|von|der|den|al|el|bin|du|dos|y|of)){0,2}(?: [^\W\d_a-zß-öø-ÿа-яё][\w'’-]{1,30}){1,4}"
)
_TITLED = re.compile(
    rf"(?<![\w-])(?=\w)(?:{in_any_case(people.HONORIFIC)})\.?\s(?=[^\W\d_a-zß-öø-ÿа-яё])"
)
_LEADS = re.compile(
    r"(?:Selon|Pour|D['’]après|According to|According|Said|But|And|For|Yet|Meanwhile|Also"
    r"|Según|Segundo|Para|Mais|Pero|Mas|When|While|As|In|At|On|With|After|Earlier|Today|Then"
    r"|Here|Por|Con|Avec)\s"
)
_LONGEST_LEAD = 60
_VERB_NEXT = re.compile(rf"[\s,]+(?:\w+\s)?(?:{VERBS})(?![\w-])", re.I)
_OFFICE_LEAD = re.compile(
    r"(?:^|\s)(?P<lead>(?P<small>(?:acting|former|outgoing|incoming|shadow|senior|deputy|then)\s)?"
    r"(?:(?!(?:The|On|In|At|Last|This|When|While|As|And|But|For|With|After|Earlier|Yesterday|Today"
    r"|His|Her|Their|Our|By|To|Of|From|However|Meanwhile|Also|Then|Now|Yet|Still|Instead|Later"
    r"|Separately|[A-Z][a-z]+day)\s)[A-Z][\w’'-]*\s){0,3})$"
)
_CLAUSE = re.compile(r",\s(?=[a-zà-ÿ“\"])")
_OWNING = re.compile(r"['’]s?$")
_OWNED = re.compile(r"['’]s?\s")
_NOT_PEOPLE = re.compile(
    r"\b(?:United|Nations|Organi[sz]ation|Programme|Day|Conference|Assembly|Council|Committee"
    r"|Commission|Fund|Bank|Group|Agenda|Office|Development|Cooperation|Agreement|Report"
    r"|Goals?|Ministry|Government|University|Union|Republic|Institute|Centre|Center|Network"
    r"|Association|Summit|Forum|Goal|North|South|Journée|Nations|Conférence|Naciones|Unidas"
    r"|Asamblea|Conferencia|Programa|Comisión|Organización|Nações|Street|River|Lake|Island"
    r"|Sea|Plan|Action)\b",
)


def _is_no_person(name: str) -> bool:
    """Whether capitals name a place or a body rather than somebody."""
    return bool(_NOT_PEOPLE.search(name)) or not names.is_plausible(name)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in the told words; spans count in them. ``office`` may be empty or reworded."""

    name: str
    office: str
    start: int
    end: int
    name_span: Span
    office_span: Span | None = None


def find(told: str) -> list[Mention]:
    """Everyone named in some told words, in order; nobody twice at one place."""
    found: list[Mention] = []
    for held in people.OFFICE.finditer(told):
        if found and held.start() < found[-1].end:
            continue
        _add(found, _by_office(told, held))
    for named, held_as in voices.speakers(told):
        spans = [part for part in (named, held_as) if part]
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        words = told[slice(*held_as)] if held_as else ""
        _add(found, Mention(told[slice(*named)], words, first, last, named, held_as))
    for who in _WHO.finditer(told) if _MAY_BE_WHO.search(told) else ():
        _add(found, _by_clause(who))
    for pattern in (_ROLE_AFTER, _ROLE_BEFORE) if _MAY_BE_NAME.search(told) else ():
        for role in pattern.finditer(told):
            if not _is_no_person(role["name"]):
                first, last = role.span("role")[0], role.end("name")
                _add(
                    found,
                    Mention(
                        role["name"],
                        role["role"],
                        first,
                        last,
                        role.span("name"),
                        role.span("role"),
                    ),
                )
    for titled in _TITLED.finditer(told):
        if span := people.full_name_at(told, titled.end()):
            office = offices.after(told, span[1])
            end = office[1] if office else span[1]
            words = told[slice(*office)] if office else ""
            _add(found, Mention(told[slice(*span)], words, titled.start(), end, span, office))
    for full in _FULL_NAME.finditer(told):
        lead = _LEADS.match(full[0])
        if lead:
            full = _FULL_NAME.match(told, full.start() + lead.end()) or full
        if (
            _beside_verb(told, *full.span())
            and not _OWNED.search(full[0])
            and not _is_no_person(full[0])
        ):
            name = _OWNING.sub("", full[0])
            span = full.start(), full.start() + len(name)
            beside = _APPOSITION.match(told, span[1])
            if beside and WIDE_VERB.match(beside["office"]):
                beside = None
            words = beside["office"] if beside else ""
            office = beside.span("office") if beside else None
            _add(found, Mention(name, words, *span, span, office))
    return found


def _add(found: list[Mention], mention: Mention | None) -> None:
    """Keep somebody in the order of the text, for nobody else or for others without a name."""
    if mention is None:
        return
    last = first = bisect_left(found, mention.end, key=lambda held: held.start)
    while first and found[first - 1].end > mention.start:
        first -= 1
    if not any(held.name for held in found[first:last]):
        found[first:last] = [mention]


def _by_office(told: str, office: re.Match[str]) -> Mention | None:
    """A person named before an office, after it, or by the office alone."""
    before = told[max(0, office.start() - 110) : office.start()]
    named = credits.person_at(told, office.start())
    if named and named.name and _VERB_NEXT.match(told, named.end):
        before = ""
    if beside := _NAME_BEFORE.search(before):
        start = office.start() - len(before) + beside.start(1)
        span = people.full_name_at(told, start)
        if span and not _is_no_person(told[slice(*span)]):
            shift = office.start() - len(before) + beside.end(1) + 2
            lead = re.compile(r"(?:the|la|le|el|o|a|an|un|une|una)\s|l['’]", re.I).match(
                told, shift
            )
            begin = lead.end() if lead else shift
            end = offices.end_of(told, office.end())
            if clause := _CLAUSE.search(told, office.end(), end):
                end = clause.start()
            return Mention(told[slice(*span)], told[begin:end], start, end, span, (begin, end))
    credit = named
    if credit is None or credit.office is None:
        return None
    held = _lead(told, credit.office[0]), credit.office[1]
    start = min(held[0], credit.start)
    words = told[slice(*held)]
    name = told[slice(*credit.name)] if credit.name else ""
    if credit.name is None or not name.strip() or _is_no_person(name):
        return Mention("", words, start, credit.end, held, held)
    return Mention(name, words, start, credit.end, credit.name, held)


def _lead(told: str, start: int) -> int:
    """Where an office begins whose first words stand before its noun: “acting Greens Leader”."""
    found = _OFFICE_LEAD.search(told[max(0, start - _LONGEST_LEAD) : start])
    if found is None:
        return start
    first = max(0, start - _LONGEST_LEAD) + found.start("lead")
    begins = first == 0 or told[:first].rstrip()[-1:] in '.!?:“”"«»'
    if begins and not found["small"] and len(found["lead"].split()) > 1:
        return start
    return first


def _by_clause(who: re.Match[str]) -> Mention | None:
    """“Name, who heads the Office of X, said”: the clause tells the office."""
    if _is_no_person(who[1]):
        return None
    span = people.full_name_at(who.string, who.start(1))
    if span is None:
        return None
    what = who["role"] or who["rôle"] or who["what"]
    if VERB.match(what) or WIDE_VERB.match(what):
        return Mention(who[1], "", who.start(1), who.end(1), span)
    what = re.sub(r"^(?:is|was|est|es|era|é)\s(?:(?:the|an?|la|le|el)\s)?", "", what)
    does = (who["does"] or "").casefold()
    office = f"{_DOES.get(does, 'head of')} {what}" if does else what
    return Mention(
        who.string[slice(*span)],
        office.strip(),
        span[0],
        who.end("office"),
        span,
        who.span("office"),
    )


def _beside_verb(told: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands right before or after."""
    if _SAYS.match(told, end, end + 60):
        return True
    beside = _APPOSITION.match(told, end)
    if beside and _SAYS_AT_ONCE.match(told, beside.end(), beside.end() + 60):
        return True
    return bool(_SAID.search(told, max(0, start - 40), start))
