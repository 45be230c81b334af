"""Who is named in a text, and in which office: “Under-Secretary-General for … Liu Zhenmin”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import names
from .accents import optional
from .alternatives import by_letters, in_any_case

_RANKS = by_letters(
    r"Deputy|Acting|Assistant|Associate|Vice|Foreign|Prime|First|Second|Third|Special"
    r"|Permanent"
    r"|Executive|Regional|Resident|Senior|Chief|Co|Minister|Interim|Alternate|Managing"
    r"|Country|Principal"
    r"|High"
)
_RANK = rf"(?:(?:{in_any_case(_RANKS)})[ -]|[Uu](?i:nder)-?)?"
_HEAD = by_letters(
    optional(
        r"Secretar(?:y|ies)(?:- ?| )General|Presidents?|Ministers?|Administrators?"
        r"|Directors?(?:[- ]General)?"
        r"|Commissioners?|Chair(?:person|man|woman)?|Ambassador|Representative|Envoy|Advis[eo]r"
        r"|Spokes(?:person|man|woman)|Secretary|Governor|Counsell?or|Head|Coordinator|Rapporteur"
        r"|Chef de Cabinet"
        r"|Charg[ée](?:e)? d[’']affaires|Attach[ée]e?|Delegate|Chief|Economist|Observer|Senator"
        r"|Premier|Mayor|Leader|Treasurer|Attorney[- ]General|Dean|Rector|Provost"
        r"|Taoiseach|Tánaiste"
        r"|Secrétaire(?: exécutive?| d[’']État)?(?:[- ]générale?)?(?: adjointe?)?"
        r"|Vice-présidente?|Présidente?"
        r"|(?:Premi(?:er|ère) )?[Mm]inistres?|Administrat(?:eur|rice)|Direct(?:eur"
        r"|rice)(?: générale?| exécuti(?:f|ve))?"
        r"|Haute?[- ]Commissaire|Commissaire|Représentante?(?: permanente?)?(?: adjointe?)?"
        r"|Ambassad(?:eur|rice)"
        r"|Conseill(?:er|ère)|Chargée? d[’']affaires|Porte-parole|Cheffe?|Coordonnat(?:eur|rice)"
        r"|Envoyée?"
        r"|Vice-?[Ss]ecretari[oa](?: General)?|Sub-?[Ss]ecretari[oa](?: General)?"
        r"|Secretari[oa](?: Ejecutiv[oa]| General)?"
        r"|Vice-?[Pp]resident[ea]|President[ea]|(?:Prim(?:er|era) )?[Mm]inistr[oa]"
        r"|Vice-?[Mm]inistr[oa]|Canciller"
        r"|Administrador[a]?|Director[a]? (?:General|Ejecutiv[oa]|Regional)|Directora?"
        r"|Alt[oa] Comisionad[oa]|Comisionad[oa]"
        r"|Representante(?: Permanente| Especial| Residente)?(?: Adjunt[oa])?|Embajador[a]?"
        r"|Consejer[oa]|Encargad[oa] de [Nn]egocios"
        r"|Portavoz|Alcalde|Alcaldesa|Maire|Gobernador[a]?|Prefeit[oa]|Governador[a]?|Jef[ea]"
        r"|Coordenador[a]?|Titular|Responsable|Coordinador[a]?|Enviad[oa]|Relator[a]?"
        r"|Secretári[oa]-?(?: ?[Gg]eral)?|Embaixador[a]?|Diretor[a]?(?:-Geral)?|Administrador[a]?"
        r"|Porta-voz|Conselheir[oa]"
    )
)
_BODIES = by_letters(
    r"United Nations|UN|U\.N\.|US|U\.S\.|UK|U\.K\."
    r"|ONU|UNDP|UNCTAD|UNICEF|UNHCR|UNESCO|UNEP"
    r"|UNFPA|UNIDO|UNOSSC|UNODC|UNAIDS|FAO|WHO|WFP|ILO|IMF|WTO|IAEA|IFAD|ITU|ECLAC|CEPAL|ECA"
    r"|ESCAP|ESCWA|EU|AU|OAS|ASEAN|CARICOM|ECOWAS|G77|PNUD|OMS"
    r"|OIT"
)
OFFICE = re.compile(
    rf"(?<![\w-])(?=\w)(?:(?:{in_any_case(_BODIES)}) )?{_RANK}{_RANK}"
    rf"(?:{in_any_case(_HEAD)})(?![\w-])"
)
HONORIFIC = by_letters(
    optional(
        r"H\.?\s?E\.?|His Excellency|Her Excellency|Their Excellency|His Majesty|Her Majesty"
        r"|H\.?R\.?H\.?"
        r"|His Highness|Her Highness|Mr|Ms|Mrs|Miss|Mx|Dr|Dra|Prof|Professor|Sir|Dame|Lord"
        r"|The Hon(?:ourable|orable|\.)?"
        r"|Senator|Rt\.? Hon|Right Honourable|Honou?rable|Hon|Son Excellence|S\.?\s?E\.?|S\.?E\.?M"
        r"|Su Excelencia|Sua Excelência|MM|M|Mme|Mlle|Monsieur"
        r"|Madame|Sr|Sra|Srta|Senhora?|Señora?|Don|Doña|Eng|Ing|Lic|Amb|Ambassador|Ambassadeur"
        r"|Ambassadrice"
        r"|Embajadora?|Embaixadora?|Excellency|Excelentísim[oa]|Excelentíssim[oa]|Exm[oa]|Excm[oa]"
        r"|Ilm[oa]|Dom|Sheikh|Shri|Smt|Maestr[oa]"
    )
)
HONORIFIC = f"(?:{HONORIFIC})"
_HONORIFIC = re.compile(
    rf"(?i:(?:{HONORIFIC}\.?,?\s)(?:(?:the|le|la|el|o|a)\s)?)+(?=[^\W\d_a-zß-öø-ÿа-яё])"
)
HONORIFIC_AT = _HONORIFIC
_TOKEN = re.compile(r"[^\s,;:()“”\"]+")
_CAPITAL = re.compile(
    r"(?:(?:d|D|l|L|O)['’])?[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĠĢĪİĶŁĽĻŃŅŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚА-ЯЁ][\w'’.-]*"
)
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
    return list(each(text))


def each(text: str) -> Iterator[Person]:
    """The same, one after the other as they are asked for."""
    place = 0
    while office := OFFICE.search(text, place):
        person = _person(text, office.start(), office.end())
        place = max(office.end(), person.end)
        yield person


def name_at(text: str, start: int) -> tuple[int, int] | None:
    """The span of a name that begins here, its title left out; None when none does."""
    if title := _HONORIFIC.match(text, start):
        start = title.end()
    tokens = _run(text, start, particles=True)
    if tokens and text[slice(*tokens[0])].casefold() in _CONNECTOR:
        return None
    while tokens and text[tokens[-1][0] : tokens[-1][1]] in _PARTICLE:
        tokens.pop()
    if not tokens or text[tokens[0][0] : tokens[0][1]] in _NOT_A_NAME:
        return None
    span = tokens[0][0], tokens[min(len(tokens), _LONGEST_NAME) - 1][1]
    return span if title or names.is_plausible(text[slice(*span)]) else None


_FULL_NAME_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*[\w’'])?\.?")
_NAME_PARTICLES = _set(
    "de da do dos das van von der den al el bin ibn ben di du la le del y e bint ul san af "
    "abu".casefold()
)
_ENDS_NAME = _set(
    "minister ministre ministro ministra ambassador ambassadeur embajador embajadora "
    "permanent president"
    " président présidente presidente presidenta secretary secrétaire secretario secretaria "
    "director directeur"
    " directrice deputy chair on at to before during in of for and under vice head "
    "counsellor chargé prime"
    " foreign administrator executive chairman chairperson chairwoman first second third "
    "representative"
    " said says at the delivered mp phd"
)


def full_name_at(text: str, start: int) -> tuple[int, int] | None:
    """
    The span of a name that begins here, its forms of address left out; capitals throughout or not.

    It ends at a comma, a line end, a word for an office, or a word that begins small.
    """
    if title := _HONORIFIC.match(text, start):
        start = title.end()
    end, place, count = start, start, 0
    while count < 7 and (token := _FULL_NAME_TOKEN.match(text, place)):
        word = token[0]
        folded = word.casefold().rstrip(".")
        small = folded in _NAME_PARTICLES and (
            count or folded in ("al", "el", "van", "von", "de", "du", "bin")
        )
        if not small and (not word[:1].isupper() and not re.match(r"(?:d|l)['’][A-ZÀ-Þ]", word)):
            break
        if folded in _ENDS_NAME and len(word) != 1:
            break
        if word in _NOT_A_NAME or (count and names.ends_before(word)):
            break
        own = _OWN.search(word)
        finish = token.end() - (len(own[0]) if own else 0)
        if word.endswith(".") and len(word) > 3:
            finish -= 1
        if not (folded in _NAME_PARTICLES and not word[:1].isupper()):
            end = finish
        count += 1
        if finish != token.end() or text[token.end() : token.end() + 1] != " ":
            break
        place = token.end() + 1
    name = text[start:end]
    if len(name) < 2 or not (title or names.is_plausible(name)):
        return None
    return start, end


def _person(text: str, start: int, end: int) -> Person:
    """The office that begins here, as far as it goes, and the name beside it."""
    after = end + 1 if text[end : end + 1] == " " else end
    name = name_at(text, after)
    if name is None:
        office_end, name = _long_office(text, end)
    else:
        office_end = end
    if name is None:
        name = _beside(text, start, office_end)
    office = text[start:office_end]
    if name is None:
        return Person("", office, start, office_end, start, start, start, office_end)
    first, last = min(start, name[0]), max(office_end, name[1])
    return Person(text[slice(*name)], office, first, last, *name, start, office_end)


def _long_office(text: str, end: int) -> tuple[int, tuple[int, int] | None]:
    """An office with what it is for (“for Economic and Social Affairs”), and a name after it."""
    tokens = _run(text, end, particles=False)
    words = [text[a:b] for a, b in tokens]
    if not words or words[0].casefold() not in _CONNECTOR:
        return end, None
    nouns = [n for n, word in enumerate(words) if word.casefold() in _OFFICE_NOUNS]
    cut = nouns[-1] + 1 if nouns else max(len(words) - 2, 0)
    if not nouns and cut and words[cut - 1].casefold() in _CONNECTOR:
        cut = len(words)
    ends = (n for n in range(cut, len(words)) if words[n] in _CONNECTOR - _PARTICLE)
    rest = [n for n in range(cut, next(ends, len(words))) if words[n].casefold() not in _CONNECTOR]
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
        if particles and names.ends_before(word):
            break
        spans.append((token.start(), end))
        place = token.end()
        if end != token.end():
            break
    return spans
