"""
Who else has a part in a statement: the spokesperson who gave it, the person to whom it goes.

Only what is printed plainly, in the words above a text: “attributable to the Spokesperson for …”,
“Letter dated … from … to the President of …”.
"""

from __future__ import annotations

import re

from . import events, people
from .accents import optional
from .page import fact
from .paste import Words
from .reading import Fact

_LOOKED_AT = 3000
_SPOKES = (
    r"(?:(?:deputy|acting|associate|chief|principal|first|le |la |el |du |de la |del )\s?){0,4}"
    r"(?:spokes(?:man|woman|person)|porte[- ]parole(?: adjointe?)?|portavoz(?: adjunt[oa])?"
    r"|porta-voz"
    r"|(?:заместител\w+ )?официальн\w+ представител\w+|пресс-секретар\w+)"
)
_SPOKESPERSON = re.compile(
    optional(
        rf"(?<!\w)(?P<office>{_SPOKES}"
        r"(?:\s(?:for|of|du|de la|de|de l['’]|del|do|da|des)?\s?(?:the |la |le |el )?"
        r"(?:(?:(?-i:[A-ZÀ-ÞА-ЯЁ])[\w’'-]*|(?!(?:по|об?|в|на)\b)[а-яё]+) ?"
        r"(?:of the |of |for the |for |de la |de |del |des |du )?){1,7})?)"
        r"(?=\s(?:on|sur|sobre|at|in|regarding|concerning|about|à|по|о|об)\s|[,;:.\n()–—]|\s-\s|$)"
        r"|(?P<zh>(?:秘书长|[\u4e00-\u9fff]{2,12})(?:副)?发言人)"
        r"|(?P<ar>(?:نائب )?(?:ال)?(?:متحدث|ناطق)(?:ة)?\s(?:ال[\w]+ )?باسم [^\n،:؛.]{3,60})"
    ),
    re.IGNORECASE,
)
_IS_SPOKESPERSON = re.compile(_SPOKES + r"|发言人|متحدث|ناطق", re.IGNORECASE)

_LETTER = (
    r"(?:(?:identical |open |joint )?letters?|notes? verbales?|memorandum|telegram|cable|message"
    r"|(?:(?:une |la )?lettres?(?: ouverte)?)|carta(?: abierta| aberta)?|nota verbal|mensaje"
    r"|mensagem"
    r"|открытое письмо|письм[оа]|телеграмм[аы]|послание|обращение)"
)
_TO = (
    r"(?:addressed |sent )?to|adressée?s? (?:au|à la|à l['’]|à|aux)|dirigid[oa]s? (?:al?|a la|à|ao)"
    r"|endereçad[oa]s? (?:ao?|à)|на имя|в адрес"
)
_WHO = r"(?P<who>[^\n,;:()–—]{3,120}?)"
_BEFORE = (
    r"(?=\s+(?:from|by|on|dated|at|in|concerning|regarding|transmitting|par|de la part|sur|daté"
    r"|por|de fecha|sobre|от)\s|[,;:()\n–—]|\s-\s|$)"
)
_ADDRESSED = (
    re.compile(rf"(?<!\w){_LETTER}\b[^\n:.]{{0,140}}?\s(?:{_TO})\s+{_WHO}{_BEFORE}", re.I),
    re.compile(
        rf"(?:^|\n)\s*(?:addressed to|addressee|destinataire|destinatari[oa]|адресат)"
        rf"\s?:?\s+{_WHO}(?=[,;:\n]|$)",
        re.I,
    ),
    re.compile(r"致(?P<who>[^\n，。：:]{2,40}?)的(?:信|函|普通照会|贺信|贺电|公开信)"),
    re.compile(
        r"رسال(?:ة|تان|تين) (?:[^\n:.]{0,60} )?(?:موجهة|موجهتان|متطابقتان موجهتان) إلى "
        r"(?P<who>[^\n،:؛.]{3,80}?)(?=\sمن\s|[،:؛.\n]|$)"
    ),
)
_NOBODY = re.compile(
    r"\b(?:mark|all|the (?:world|people|press|media|nation)|be|read|delivered|by|celebrate)\b", re.I
)
_ARTICLE = re.compile(r"^(?:the|an?|le|la|el|o|a|l['’])\s?\b", re.I)


def spokesperson(head: Words, speaker: Fact | None, capacity: Fact | None) -> Fact | None:
    """
    The spokesperson whose words a statement is, by name where it is printed, else by office.

    A speaker who is a spokesperson is the first to be one; else the words of the head tell.
    """
    is_one = capacity is not None and bool(_IS_SPOKESPERSON.search(capacity.value))
    if is_one and speaker:
        return speaker
    found = _SPOKESPERSON.search(head.text[:_LOOKED_AT])
    if found is None:
        return capacity if is_one else None
    start, end = next(found.span(name) for name in ("office", "zh", "ar") if found[name])
    before = re.search(r"[^\n:]{4,60}(?=,\s(?:the )?$)", head.text[max(0, start - 70) : start])
    if before:
        first = max(0, start - 70) + before.start()
        named = _last_name(head.text, first, max(0, start - 70) + before.end())
        if named:
            return fact(head, *named)
    return fact(head, start, start + len(head.text[start:end].rstrip()))


def _last_name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name with which a stretch of words ends."""
    for word in re.finditer(r"(?<!\S)(?=[^\W\d_])", text[start:end]):
        span = people.full_name_at(text, start + word.start())
        if span and span[1] == end and " " in text[slice(*span)]:
            return span
    return None


def addressee(head: Words) -> Fact | None:
    """To whom a letter or message goes; a meeting to which one is sent is its event."""
    text = head.text[:_LOOKED_AT]
    for pattern in _ADDRESSED:
        for found in pattern.finditer(text):
            who = found["who"].rstrip()
            is_person = people.OFFICE.match(_ARTICLE.sub("", who))
            if (events.is_gathering(who) and not is_person) or _NOBODY.search(who):
                continue
            return fact(head, found.start("who"), found.start("who") + len(who))
    return None
