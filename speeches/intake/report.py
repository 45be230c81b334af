"""
A reading told to a person, line by line, or to a program, in the fields of the scored cases.

The fields are those of the samples by which the reader is measured, and besides: the body as one
text, how near it is to what was said, warnings, the words on which each field rests, and the
statements as they would be filed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from speeches import markup

from . import places
from .reading import Fact, Reading, Reason, Statement

_KINDS = {
    "video-message": "message",
    "message": "message",
    "remarks": "remarks",
    "speech": "remarks",
    "statement": "statement",
    "spokesperson": "statement",
    "article": "other",
    "interview": "transcript",
}
_UNSAID = Reason.NO_STATEMENT
_SHOWN = 72
_OF_DOCUMENT = {
    "title", "released_on", "language", "place", "symbol", "embargo_until", "rights",
}  # fmt: skip
_ARTICLE = re.compile(
    r"^(?:the|an?|la|le|les|el|los|las|una?|une?|o|a|l['’])\s(?=\w)|^l['’]", re.IGNORECASE
)
_PLACE_OF_EVENT = re.compile(
    rf",? (?:held )?(?:at|in|à|en|em) (?:the )?(?:(?:UN|United Nations) Headquarters"
    rf"|{places.CITY.pattern}).*$",
    re.IGNORECASE,
)


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading in the fields of a case, ready to be written as JSON."""
    first = reading.statements[0] if reading.statements else None
    facts = _facts(reading)
    is_story = reading.genre in ("news story", "press release")
    return {
        "title": reading.title.value if reading.title else None,
        "kind": reading.genre or _genre(reading),
        "delivered_on": _day(facts.get("delivered_on")),
        "released_on": _day(facts.get("released_on")),
        "place": _value(facts.get("place")),
        "symbol": "-".join(symbol.value for symbol in reading.symbols) or None,
        "language": _value(reading.language),
        "speakers": [_person(s) for s in reading.statements if s.speaker or s.capacity],
        "delivered_by": _value(first.delivered_by) if first else None,
        "on_behalf_of": _value(first.on_behalf_of) if first else None,
        "spokesperson": _value(facts.get("spokesperson")),
        "addressee": _value(facts.get("addressee")),
        "event": _event(facts.get("event")),
        "event_dates": _event_dates(first),
        "embargo_until": _day(reading.embargo),
        "rights": [fact.value for fact in reading.rights],
        "body": _body(reading),
        "quotations": [
            {"speaker": said.speaker or None, "text": said.text} for said in reading.quotations
        ]
        if is_story or reading.quotations
        else [],
        "text_status": _value(first.text_status) if first else None,
        "warnings": [warning.message for warning in reading.warnings],
        "evidence": {name: _evidence(fact) for name, fact in facts.items()},
        "statements": [_filed(statement) for statement in reading.statements],
    }


def _body(reading: Reading) -> str | None:
    """The text of the statements; where there is none, the text that is nobody's statement."""
    said = [markup.plain(passage.source) for passage in reading.passages]
    told = [reading.words(piece) for piece in reading.kept_out if piece.reason == _UNSAID]
    return "\n\n".join(said or told) or None


def _genre(reading: Reading) -> str:
    """What kind of text it is, where the layout does not say."""
    if not reading.statements:
        return "other"
    kind = reading.statements[0].kind
    if kind is not None:
        return _KINDS.get(kind.value, "statement")
    return {"press-release": "press release", "news-story": "news story"}.get(
        reading.kind, "statement"
    )


def _facts(reading: Reading) -> dict[str, Fact]:
    """The fields that rest on one fact, by name; those that the document does not say left out."""
    first = reading.statements[0] if reading.statements else None
    found: dict[str, Fact | None] = {
        "title": reading.title,
        "released_on": reading.published,
        "language": reading.language,
        "place": reading.place,
        "symbol": reading.symbols[0] if reading.symbols else None,
        "embargo_until": reading.embargo,
        "rights": reading.rights[0] if reading.rights else None,
    }
    if first:
        found |= {
            "delivered_on": first.delivered or _dateline_day(reading),
            "place": reading.place or first.place,
            "speaker": first.speaker,
            "office": first.capacity,
            "event": first.occasion or first.event,
            "kind": first.kind,
            "text_status": first.text_status,
            "on_behalf_of": first.on_behalf_of,
            "delivered_by": first.delivered_by,
            "spokesperson": first.spokesperson,
            "addressee": first.addressee,
            "event_from": first.event_from,
            "event_until": first.event_until,
        }
    return {name: fact for name, fact in found.items() if fact is not None}


def _dateline_day(reading: Reading) -> Fact | None:
    """In one voice the day of the dateline is that of delivery; in a story that of the story."""
    is_story = reading.kind == "news-story"
    return None if is_story else reading.dateline_date


def _day(fact: Fact | None) -> str | None:
    if fact is None or fact.date is None or not fact.date.is_day:
        return None
    return fact.date.edtf


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _event(fact: Fact | None) -> str | None:
    """The event by its name, without the article and the place."""
    if fact is None:
        return None
    return _PLACE_OF_EVENT.sub("", _ARTICLE.sub("", fact.value))


def _event_dates(statement: Statement | None) -> str | None:
    """The days of an event that lasted several, as an interval of ISO 8601."""
    first = statement.event_from if statement else None
    last = statement.event_until if statement else None
    if not (first and first.date and last and last.date):
        return None
    return f"{first.date.edtf}/{last.date.edtf}"


def _person(statement: Statement) -> dict[str, str | None]:
    return {"name": _value(statement.speaker), "office": _value(statement.capacity)}


def _evidence(fact: Fact) -> dict[str, Any]:
    return {
        "start": fact.start,
        "end": fact.end,
        "basis": fact.basis.value,
        "confidence": fact.confidence.value,
        "note": fact.note,
    }


def _filed(statement: Statement) -> dict[str, Any]:
    """One statement as it would be filed."""
    dated = statement.delivered
    return {
        **_person(statement),
        "kind": _value(statement.kind),
        "mode": _value(statement.mode),
        "delivered": dated.date.edtf if dated and dated.date else None,
        "event": _value(statement.event),
        "occasion": _value(statement.occasion),
        "place": _value(statement.place),
        "text_status": _value(statement.text_status),
        "coverage": statement.coverage,
        "passages": [
            {"voice": passage.voice.value, "start": passage.start, "end": passage.end}
            for passage in statement.passages
        ],
    }


def as_lines(reading: Reading) -> Iterator[str]:
    """The reading for a person: each field with its value, how we know it and where it stands."""
    yield _row("layout", reading.layout or "none recognised")
    yield _row("kind", as_json(reading)["kind"])
    about = _facts(reading)
    if reading.statements:
        theirs = {"place"} if reading.place is None else set()
        about = {name: about[name] for name in about if name in _OF_DOCUMENT - theirs}
    yield from _rows(about)
    for fact in reading.rights[1:]:
        yield _row("rights", fact.value, f"{fact.start}-{fact.end}", fact.basis)
    for number, statement in enumerate(reading.statements, start=1):
        yield _row(f"statement {number}", "")
        yield from _rows(_facts_of(reading, statement, is_first=number == 1))
    for said in reading.quotations:
        yield _row("quotation", f"{said.speaker or '?'}: {said.text}", f"{said.start}-{said.end}")
    for passage in reading.passages:
        yield _row(passage.voice.value, passage.source, f"{passage.start}-{passage.end}")
    for piece in reading.kept_out:
        yield _row("kept out", reading.words(piece), f"{piece.start}-{piece.end}", piece.reason)
    for warning in reading.warnings:
        yield _row("look at", warning.message, f"{warning.start}-{warning.end}")


def _facts_of(reading: Reading, statement: Statement, *, is_first: bool) -> dict[str, Fact]:
    """What is said of one statement, its event apart from the occasion that it marks."""
    alone = _facts(replace(reading, statements=(statement,)))
    apart = {"event": statement.event, "occasion": statement.occasion, "mode": statement.mode}
    found = {name: fact for name, fact in alone.items() if name not in _OF_DOCUMENT | {"event"}}
    if not is_first and statement.delivered is None:
        found.pop("delivered_on", None)
    if statement.place and statement.place != reading.place:
        found["place"] = statement.place
    return found | {name: fact for name, fact in apart.items() if fact is not None}


def _rows(facts: dict[str, Fact]) -> Iterator[str]:
    for name, fact in facts.items():
        value = fact.date.edtf if fact.date else fact.value
        how = f"{fact.basis.value}, {fact.confidence.value}"
        yield _row(name, value, f"{fact.start}-{fact.end}", how)
        if fact.note:
            yield _row("", f"({fact.note})")


def _row(name: str, value: str, span: str = "", how: str = "") -> str:
    shown = " ".join(value.split())
    if len(shown) > _SHOWN:
        shown = f"{shown[: _SHOWN - 1]}…"
    return f"{name:<13} {shown:<{_SHOWN}} {span:>13}  {how}".rstrip()
