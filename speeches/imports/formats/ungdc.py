"""
The UN General Debate Corpus, as JSON Lines: one statement of a Member State a row.

Its fields: id, title, date (a year), speaker, office, country, country_code (three letters), event,
session, language, body (plain text), and figures that nobody needs here. Source of the corpus:
Jankin, Baturo, Dasandi, Harvard Dataverse, doi:10.7910/DVN/0TJX8Y.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django_countries import countries

__all__ = ["converted"]

_SERIES = "General debate of the General Assembly"
_ADDRESSED = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+(?=\S)")
# What means something in our Markdown is plain text in theirs.
_SIGNS = re.compile(r"([\\*_\[\]])")
_BEGINS = re.compile(r"^([^\S\n]*)([#>])", re.MULTILINE)
_TABLE = re.compile(r"\|")


def converted(record: Any) -> Any:
    """
    Our fields of a row of theirs.

    Of a surname alone no record is made, for the corpus has many that are alike: it stands as
    printed. Where no speaker is named, the State itself is the author.
    """
    if not isinstance(record, Mapping):
        return record
    country, name = record.get("country") or "", record.get("speaker") or ""
    given = record.get("country_code") or ""
    code = countries.alpha2(given) if isinstance(given, str) else given
    who: dict[str, Any] = {"on_behalf_of": country, "printed_as": name}
    # what is no text is for ``read`` to refuse
    full_name = _ADDRESSED.sub("", name) if isinstance(name, str) else ""
    if " " in full_name:
        who |= {"speaker": full_name, "speaker_country": code}
    elif not name:
        who = {"speaker": country, "speaker_kind": "body", "speaker_country": code}
    if record.get("office") and name:
        who |= {"office": record["office"], "organization": country}
        who |= {"organization_kind": "government", "organization_country": code}
    return {
        "id": record.get("id"),
        "title": record.get("title"),
        "kind": "statement",
        "mode": "spoken",
        "date": record.get("date"),
        "event": record.get("event"),
        "event_kind": "session",
        "event_series": _SERIES,
        "event_start": record.get("date"),
        "language": record.get("language"),
        "text_status": "as-delivered",
        "source_kind": "meeting-record",
        "publisher": "United Nations",
        "body": _plain(record.get("body")),
        **who,
    }


def _plain(body: Any) -> Any:
    """Plain text as Markdown that shows the same."""
    if not isinstance(body, str):
        return body
    return _TABLE.sub(r"\|", _BEGINS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", body)))
