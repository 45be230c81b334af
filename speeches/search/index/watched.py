"""The tables that entries and counts are made of, and which statements a changed row concerns."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["COUNTED", "WATCHED", "Watched"]

_BY = "SELECT speech_id FROM speeches_attribution WHERE speaker_id IN ({rows})"
_AT = (
    "SELECT id FROM speeches_speech WHERE event_id IN ({rows})"
    " UNION SELECT id FROM speeches_speech WHERE occasion_id IN ({rows})"
)
_IN_SERIES = _AT.replace("{rows}", "SELECT id FROM speeches_event WHERE series_id IN ({rows})")
_IN_TENURE = "SELECT speech_id FROM speeches_attribution WHERE tenure_id IN ({rows})"
_IN_OFFICE = _IN_TENURE.replace(
    "{rows}", "SELECT id FROM speeches_tenure WHERE office_id IN ({rows})"
)
_FROM = "SELECT speech_id FROM speeches_speechtext WHERE document_id IN ({rows})"
_UNDER = _FROM.replace("{rows}", "SELECT id FROM speeches_document WHERE rights_id IN ({rows})")


_TAGGED = "SELECT content_object_id FROM speeches_taggedspeech WHERE tag_id IN ({rows})"


@dataclass(frozen=True, slots=True)
class Watched:
    """
    A table; the columns of it that the index reads, none where its rows are only made and removed;
    and the way from a row to statements.

    ``key`` is the column that leads there: the id of the statement itself, or, with ``through``,
    what that query takes in place of ``{rows}`` to give the ids of statements. ``own`` tells
    whether rows may come and go with a statement; where not, only changes concern the index.
    """

    table: str
    columns: tuple[str, ...]
    key: str = "speech_id"
    through: str = ""
    own: bool = True


WATCHED = (
    Watched(
        "speeches_speech",
        ("title", "summary", "kind", "delivered", "event_id", "occasion_id"),
        key="id",
    ),
    Watched(
        "speeches_speechtext",
        ("speech_id", "document_id", "language", "status", "coverage", "excerpt"),
    ),
    Watched("speeches_passage", ("speech_id", "text_id", "body", "voice", "position")),
    Watched("speeches_attribution", ("speech_id", "speaker_id", "tenure_id", "role", "printed_as")),
    Watched("speeches_taggedspeech", ("content_object_id", "tag_id"), key="content_object_id"),
    Watched("speeches_rewriting", ()),
    Watched("speeches_speaker", ("name",), key="id", through=_BY, own=False),
    Watched("speeches_speakername", ("speaker_id", "name"), key="speaker_id", through=_BY),
    Watched("speeches_event", ("name", "series_id", "country"), key="id", through=_AT, own=False),
    Watched("speeches_eventname", ("event_id", "name"), key="event_id", through=_AT),
    Watched("speeches_eventseries", ("name",), key="id", through=_IN_SERIES, own=False),
    Watched("speeches_seriesname", ("series_id", "name"), key="series_id", through=_IN_SERIES),
    Watched("speeches_tenure", ("office_id",), key="id", through=_IN_TENURE, own=False),
    Watched("speeches_office", ("title",), key="id", through=_IN_OFFICE, own=False),
    Watched("speeches_document", ("rights_id",), key="id", through=_FROM, own=False),
    Watched("speeches_rights", ("allows_full_text",), key="id", through=_UNDER, own=False),
)
"""What the words of an entry follow from."""

COUNTED = (
    Watched(
        "speeches_speech",
        (
            "state",
            "published_at",
            "embargo_until",
            "kind",
            "delivered",
            "event_id",
            "occasion_id",
        ),
        key="id",
    ),
    Watched("speeches_speechtext", ("speech_id", "language", "status", "excerpt")),
    Watched("speeches_attribution", ("speech_id", "speaker_id", "tenure_id", "role")),
    Watched("speeches_taggedspeech", ("content_object_id", "tag_id"), key="content_object_id"),
    Watched("speeches_rewriting", ()),
    Watched("speeches_event", ("series_id", "country", "city"), key="id", through=_AT, own=False),
    Watched("speeches_tenure", ("office_id",), key="id", through=_IN_TENURE, own=False),
    Watched("speeches_tag", ("kind",), key="id", through=_TAGGED, own=False),
)
"""What a statement counts under follows from these."""
