"""Who speaks and on what occasion, where the head of a text is in Arabic, Chinese or Russian."""

from __future__ import annotations

import re

from speeches.intake.credits import Credit

from . import arabic, chinese, russian

Span = tuple[int, int]

_OF = {"ar": arabic, "ru": russian, "zh": chinese}
LANGUAGES = frozenset(_OF)
_HEADS = {code: [re.compile(row) for row in of.HEADS] for code, of in _OF.items()}
_EVENTS = {code: [re.compile(row) for row in of.EVENTS] for code, of in _OF.items()}
_BEFORE_OFFICE = re.compile(arabic.BEFORE_OFFICE)
_READ = 1500
"""Signs of a head in which formulas are looked for."""
_NO_NAME = re.compile(r"[的在后于就和与及]")
"""Small words: what holds one is no name but a piece of a sentence."""
_LINE_OF_NAME = re.compile(rf"(?:^|\n)(?P<name>{chinese.LINE_OF_NAME})(?=\n|$)")


def author(text: str, language: str) -> Credit | None:
    """The person who speaks, by the formulas of the language; None where none fits."""
    text = text[:_READ]
    for pattern in _HEADS.get(language, ()):
        if found := pattern.search(text):
            groups = found.groupdict()
            name = found.span("name") if groups.get("name") else None
            if name and language == "zh" and _NO_NAME.search(text, *name):
                continue
            start, end = found.span("office")
            if before := _BEFORE_OFFICE.match(text[start:end]):
                start += before.end()
            return Credit(name, (start, end), found.start(), found.end())
    return None


def bare_name(text: str, language: str) -> Span | None:
    """A name in a line of its own, where the language lets one tell."""
    found = _LINE_OF_NAME.search(text) if language == "zh" else None
    return found.span("name") if found else None


def event(text: str, language: str) -> Span | None:
    """The event or observance, by the formulas of the language."""
    text = text[:_READ]
    for pattern in _EVENTS.get(language, ()):
        if found := pattern.search(text):
            return found.span("event")
    return None
