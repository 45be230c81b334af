"""
Whose words stand in the quotation marks of a story.

A quotation belongs to who is named (see ``mentions``) in the story's own words, ``told``, with a
verb of saying after it, or before it, in the same sentence; else to who spoke last.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .alternatives import in_any_case
from .mentions import Mention
from .scripts import voices
from .verbs import VERB

Span = tuple[int, int]
_LONGEST_READ = 5000
"""Signs of a paragraph in which verbs are looked for: none of a story is longer."""

_PRONOUNS = in_any_case("she|he|her|his|they|elle|il|t-(?:elle|il)|-(?:elle|il)|ella|él|ela|ele")
PRONOUN = re.compile(
    rf"(?<![\w-])(?:{_PRONOUNS})(?![\w])|(?i:{voices.POINTS_BACK})",
)
_ARTICLES = in_any_case("the|la|le|el|o|a")
_KNOWN_AS = in_any_case(
    r"chief|official|envoy|head|minister"
    r"|ambassador|diplomat|director|president|secretary-general|chair\w*|expert|commissioner"
    r"|representative|scientist"
    r"|responsable|ministre|directrice|directeur|diplomate|cheffe?|secrétaire générale?"
    r"|présidente?|haute?[ -]\w+|funcionari[oa]|ministr[oa]|directora?|jef[ea]"
    r"|secretari[oa](?: \w+)?|president[ea]|embajadora?|titular|diretora?|chefe"
    r"|secretári[oa]\S*"
)
_INFORMAL = re.compile(
    rf"\b(?:{_ARTICLES})\s(?:[\w.-]+\s){{0,3}}(?:{_KNOWN_AS})\b|(?i:{voices.INFORMAL})"
)
_SENTENCE_END = re.compile(
    r"[.!?](?<!Mr.)(?<!Ms.)(?<!Mrs.)(?<!Dr.)(?<!Sr.)(?<!Sra.)(?<! M.)(?<!Mme.)(?<!\b[A-Z].)\s+"
    r"(?=[^\W\d_a-zß-öø-ÿа-яё]|[“\"«\s])"
)
_THAT = re.compile(r"\b(?:that|que)\s|\bqu['’]", re.I)


def sentence_around(told: str, start: int, end: int) -> Span:
    """The sentence of the told words in which a quotation stands."""
    first = 0
    for stop in _SENTENCE_END.finditer(told, 0, start):
        first = stop.end()
    following = _SENTENCE_END.search(told, max(end - 1, 0))
    return first, following.start() + 1 if following else len(told)


@lru_cache(maxsize=8)
def _verbs(told: str, pattern: re.Pattern[str]) -> tuple[re.Match[str], ...]:
    """The verbs of a paragraph; it is asked for them sentence by sentence."""
    return tuple(pattern.finditer(told, 0, _LONGEST_READ))


def speaker_in(
    told: str, start: int, end: int, held: list[Mention], verb_pattern: re.Pattern[str] = VERB
) -> tuple[Mention | None, bool]:
    """
    Who says something in a part of the told words: the person beside the verb, else the first.

    The second value is whether anything is said there at all: a verb with a pronoun, or none.
    """
    verbs = [verb for verb in _verbs(told, verb_pattern) if start <= verb.start() < end]
    inside = [mention for mention in held if start <= mention.start < end]
    if not verbs:
        return None, False
    for verb in verbs:
        beside = [
            m
            for m in inside
            if abs(m.end - verb.start()) <= 12
            or (abs(m.start - verb.end()) <= 8 and not _THAT.search(told, verb.end(), m.start))
        ]
        if beside:
            return beside[0], True
    for verb in verbs:
        before = [m for m in inside if m.end <= verb.start()]
        if before:
            return before[0], True
    for verb in verbs:
        after = [
            m
            for m in inside
            if 0 <= m.start - verb.end() <= 60 and not _THAT.search(told, verb.end(), m.start)
        ]
        if after and not PRONOUN.search(told, verb.start() - 8, verb.end() + 8):
            return after[0], True
    if PRONOUN.search(told, start, end) or _INFORMAL.search(told, start, end):
        return None, True
    saying = [
        m
        for m in inside
        if not any(_THAT.search(told, verb.end(), max(m.start, verb.end())) for verb in verbs)
    ]
    return (saying[0] if saying else None), True


def refers_back(told: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a pronoun or an informal name stands for somebody named before."""
    end = len(told) if end is None else end
    return bool(PRONOUN.search(told, start, end) or _INFORMAL.search(told, start, end))


def is_name(text: str) -> bool:
    """Whether words in quotation marks are the name of something: few, all with capitals."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3]
    if not words:
        return len(text.split()) <= 2
    return (
        len(text.split()) <= 8
        and all(word[:1].isupper() for word in words)
        and not text.endswith((".", "!", "?", ","))
    )
