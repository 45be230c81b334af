"""What a line of a head can be: a formula (“Statement by …”), a person, a headline."""

from __future__ import annotations

import re

from speeches.intake import credits, events, names, on_behalf, patterns, people, places
from speeches.intake.accents import optional

CREDIT_LINE = re.compile(
    rf"[\"“«]?(?:{patterns.KIND_WORDS}|(?:national |joint |general |opening |closing "
    rf"|keynote |country )*(?:{patterns.KIND_WORDS}))(?![^\W\d_])",
    re.I,
)

AGENDA = re.compile(
    r"(?:agenda item|item \d+|point \d+|tema \d+|point de l.ordre du jour|tema del programa"
    r"|under (?:agenda )?item|cluster|item da agenda|пункт)\b.{0,200}",
    re.I,
)

BY_LINE = re.compile(
    optional(
        r"(?:by|par|por|delivered by|presented by|presentad[oa] por|prononcée? par"
        r"|pronunciad[oa] por|speaker|orateur|orador)\b\W{0,3}"
    ),
    re.I,
)


_LONGEST_OFFICE = 9
_TELLS = re.compile(
    r"\b(?:says|urges|calls|said|opens|launches|welcomes|visits|warns|meets|hails|marks|tells"
    r"|receives|praises|announces|thanks|signs|unveils|pledges|dit|reçoit|annonce|salue|appelle"
    r"|inaugure|visite|dice|recibe|anuncia|inaugura|visita|pide|llama|on|to)\b",
    re.I,
)
_TO_A_BODY = re.compile(
    r"\b(?:representative|ambassador|observer|envoy|delegate|advis[eo]r|mission)s?\b.{0,60}?\bto\b",
    re.I,
)


def is_bare_name(text: str) -> bool:
    """A line that is two to four words, each with a capital, and no place."""
    span = people.full_name_at(text, 0)
    words = text.split()
    return (
        span == (0, len(text))
        and 2 <= len(words) <= 4
        and not text.isupper()
        and not places.CITY.search(text)
        and not names.is_body(text)
        and not people.OFFICE.search(text)
    )


def is_person_line(text: str) -> bool:
    """A line that holds a person with office, or one with a form of address, and nothing else."""
    credit = credits.person_at(text, 0)
    if credit is None or (
        _TELLS.search(_TO_A_BODY.sub("", text[credit.start : credit.end])) and not credit.name
    ):
        return False
    if credit.name is None and "," not in text and len(text.split()) > _LONGEST_OFFICE:
        return False
    return (credit.end - credit.start) * 5 >= len(text.rstrip()) * 4 and not patterns.KIND.search(
        text
    )


def is_credit_part(text: str) -> bool:
    """Whether a line begins a person: “by …”, a form of address, an office."""
    return bool(
        BY_LINE.match(text)
        or re.match(rf"(?:{people.HONORIFIC})\.?,?\s", text, re.I)
        or people.OFFICE.match(text)
    )


def is_headline(text: str) -> bool:
    """Whether a line above the formula is a title of its own: several words, and no cover line."""
    if AGENDA.fullmatch(text) or BY_LINE.match(text) or is_person_line(text):
        return False
    if on_behalf.ON_BEHALF.match(text) or re.match(
        r"(?:the )?(?:group of 77|alliance of|non-aligned|african group|movement)", text, re.I
    ):
        return False
    if len(text.split()) < 4 or text.endswith("."):
        return False
    if names.is_body(text) and not patterns.KIND.search(text):
        return False
    return bool(patterns.KIND.search(text)) or not events.in_line(text)
