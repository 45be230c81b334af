"""
What a row of an import says, checked as far as it can be without the archive.

``read`` makes a ``Row`` of a record. ``FIELDS`` names the fields, docs/import.md describes them.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices
from django_countries import countries

from speeches import languages, markup, offsets, symbols
from speeches.dates import NotADate, PartialDate
from speeches.models import Document, Event, Organization, Speaker, Speech, SpeechText

__all__ = ["FIELDS", "Row", "RowError", "read", "shown"]


MOST_VALUES = 200
"""Of a field that is a list: more than any statement has."""

MOST_SHOWN = 80
"""Characters of a wrong value that a message repeats."""


class RowError(Exception):
    """A row can't be imported; ``problems`` says why, a sentence each."""

    def __init__(self, *problems: str) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


@dataclass(slots=True)
class Row:
    """One statement as a row tells it. Empty strings and None: it doesn't say."""

    id: str
    title: str
    digest: str = ""
    line: int = 0
    kind: str = Speech.Kind.STATEMENT
    mode: str = ""
    date: PartialDate = field(default_factory=PartialDate.unknown)
    released: PartialDate | None = None
    summary: str = ""
    tags: tuple[str, ...] = ()
    speaker: str = ""
    speaker_kind: str = Speaker.Kind.PERSON
    speaker_sort_name: str = ""
    speaker_country: str = ""
    printed_as: str = ""
    office: str = ""
    organization: str = ""
    organization_kind: str = Organization.Kind.OTHER
    organization_country: str = ""
    on_behalf_of: str = ""
    event: str = ""
    event_kind: str = Event.Kind.MEETING
    event_start: PartialDate | None = None
    event_end: PartialDate | None = None
    event_series: str = ""
    venue: str = ""
    city: str = ""
    country: str = ""
    occasion: str = ""
    language: str = "en"
    body: str = ""
    text_status: str = SpeechText.Status.AS_DELIVERED
    coverage: str = SpeechText.Coverage.FULL
    source: str = ""
    source_kind: str = Document.Kind.WEB_PAGE
    publisher: str = ""
    published: PartialDate | None = None
    rights: str = ""
    urls: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    # what follows from the body: made where the rows are read, used where they are stored
    blocks: list[markup.Block] = field(default_factory=list)


def read(record: Any, line: int = 0) -> Row:
    """The row that a record means. Raises RowError, with all that is wrong in it."""
    if not isinstance(record, Mapping):
        raise RowError("It is no object with fields.")
    problems = [
        f"“{shown(name)}” is no field of this format." for name in record if name not in FIELDS
    ]
    found: dict[str, Any] = {}
    for name, reader in FIELDS.items():
        value = record.get(name)
        if value is None or value in ("", []):
            continue
        try:
            found[name] = reader(value)
        except _WrongError as wrong:
            problems.append(f"{name}: {wrong}")
    empty = [name for name in ("id", "title") if not record.get(name) or found.get(name) == ""]
    problems += [f"{name} is missing." for name in empty]
    if problems:
        raise RowError(*problems)
    row = Row(**found, line=line, digest=_digest(record))
    if problems := _contradictions(row):
        raise RowError(*problems)
    row.blocks = markup.blocks(row.body)
    return row


def _contradictions(row: Row) -> list[str]:
    problems = []
    if row.office and not (row.speaker or row.printed_as):
        problems.append("office: it says nobody who holds it (speaker or printed_as).")
    if row.event_end and row.event_start and int(row.event_end) < int(row.event_start):
        problems.append("event_end: it lies before event_start.")
    return problems


def _digest(record: Mapping[str, Any]) -> str:
    canonical = json.dumps(record, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(canonical.encode(), digest_size=16).hexdigest()


def shown(value: Any) -> str:
    """A value as a message repeats it: its beginning."""
    text = str(value)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


# -- how each field is read


class _WrongError(Exception):
    """What is wrong with a value, in words."""


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_check_url = URLValidator(schemes=["http", "https"])


def _string(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _WrongError("it is no text.")
    try:
        str(value).encode()
    except UnicodeEncodeError:
        raise _WrongError("it holds half a character (a surrogate alone).") from None
    return str(value)


def _text(longest: int) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        composed = unicodedata.normalize("NFC", _string(value))
        text = " ".join(_CONTROLS.sub(" ", composed).split())
        if len(text) > longest:
            raise _WrongError(f"it has {len(text):,} characters; {longest} are the most.")
        return text

    return read


def _body(value: Any) -> str:
    text = offsets.normalise(_string(value)).strip()
    return _CONTROLS.sub(" ", text)


def _choice(choices: type[TextChoices]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices.values:
            raise _WrongError(f"“{shown(value)}” is none of {', '.join(choices.values)}.")
        return str(value)

    return read


def _date(value: Any) -> PartialDate:
    try:
        return PartialDate.parse(_string(value))
    except NotADate as error:
        raise _WrongError(f"“{shown(value)}” is no date: {error}") from None


def _country(value: Any) -> str:
    code = _string(value).upper()
    if code not in countries.countries:
        raise _WrongError(f"“{shown(value)}” is no code of two letters of ISO 3166.")
    return code


def _language(value: Any) -> str:
    codes = [code for code, _name in languages.CHOICES]
    if value not in codes:
        raise _WrongError(f"“{shown(value)}” is none of {', '.join(codes)}.")
    return str(value)


def _url(value: Any) -> str:
    url = _text(500)(value)
    try:
        _check_url(url)
    except ValidationError:
        raise _WrongError(f"“{shown(url)}” is no address of the web.") from None
    return url


def _symbol(value: Any) -> str:
    symbol = _text(100)(value)
    if not symbols.normalise(symbol):
        raise _WrongError(f"“{symbol}” is no symbol.")
    return symbol


def _each(reader: Callable[[Any], str]) -> Callable[[Any], tuple[str, ...]]:
    """A list, or one alone; each once."""

    def read(value: Any) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        if len(values) > MOST_VALUES:
            raise _WrongError(f"there are {len(values):,}; {MOST_VALUES} are the most.")
        return tuple(dict.fromkeys(filter(None, map(reader, values))))

    return read


FIELDS: dict[str, Callable[[Any], Any]] = {
    "id": _text(200),
    "title": _text(300),
    "kind": _choice(Speech.Kind),
    "mode": _choice(Speech.Mode),
    "date": _date,
    "released": _date,
    "summary": _text(5000),
    "tags": _each(_text(100)),
    "speaker": _text(200),
    "speaker_kind": _choice(Speaker.Kind),
    "speaker_sort_name": _text(200),
    "speaker_country": _country,
    "printed_as": _text(300),
    "office": _text(200),
    "organization": _text(200),
    "organization_kind": _choice(Organization.Kind),
    "organization_country": _country,
    "on_behalf_of": _text(200),
    "event": _text(300),
    "event_kind": _choice(Event.Kind),
    "event_start": _date,
    "event_end": _date,
    "event_series": _text(200),
    "venue": _text(200),
    "city": _text(100),
    "country": _country,
    "occasion": _text(300),
    "language": _language,
    "body": _body,
    "text_status": _choice(SpeechText.Status),
    "coverage": _choice(SpeechText.Coverage),
    "source": _text(500),
    "source_kind": _choice(Document.Kind),
    "publisher": _text(200),
    "published": _date,
    "rights": _text(100),
    "urls": _each(_url),
    "symbols": _each(_symbol),
}
"""Every field of a row, and what reads it."""
