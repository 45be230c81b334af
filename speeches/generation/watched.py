"""The tables that readers see something of, and which rows of them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WATCHED", "Watched", "is_public"]

ALL = ("INSERT", "UPDATE", "DELETE")
CHANGES = ("UPDATE", "DELETE")

_ON_PAPER = (
    "SELECT speech_id FROM speeches_speechtext WHERE document_id IN ({rows})"
    " UNION SELECT speech_id FROM speeches_evidence WHERE document_id IN ({rows})"
)
_NAMED = "SELECT id FROM django_content_type WHERE model NOT IN ('speech', 'document')"


@dataclass(frozen=True, slots=True)
class Watched:
    """
    A table, and what must be true of a changed row for a reader to notice.

    ``key`` is the column that leads to statements, of which one must be public: it holds their
    ids, or what ``through`` takes in place of ``{rows}`` to give them. ``among`` is a query in
    whose result the column must be instead. Without a key every row is seen. ``happenings`` are
    the changes that matter: what nothing refers to yet is not seen where it is only named.
    """

    table: str
    key: str = ""
    through: str = "{rows}"
    among: str = ""
    happenings: tuple[str, ...] = ALL


WATCHED = (
    Watched("speeches_speech", "id"),
    Watched("speeches_speechtext", "speech_id"),
    Watched("speeches_passage", "speech_id"),
    Watched("speeches_passagenote", "speech_id"),
    Watched("speeches_attribution", "speech_id"),
    Watched("speeches_evidence", "speech_id"),
    Watched("speeches_taggedspeech", "content_object_id"),
    Watched("speeches_document", "id", _ON_PAPER, happenings=CHANGES),
    Watched("speeches_documentsymbol", "document_id", _ON_PAPER),
    Watched("speeches_documentaddress", "document_id", _ON_PAPER),
    Watched("speeches_rights", happenings=CHANGES),
    Watched("speeches_organization", happenings=CHANGES),
    Watched("speeches_speaker"),
    Watched("speeches_speakername"),
    Watched("speeches_office"),
    Watched("speeches_tenure"),
    Watched("speeches_event"),
    Watched("speeches_eventname"),
    Watched("speeches_eventorganizer"),
    Watched("speeches_eventseries"),
    Watched("speeches_seriesname"),
    Watched("speeches_seriesdate"),
    Watched("speeches_tag"),
    Watched("speeches_tag_related"),
    Watched("speeches_taglabel"),
    Watched("speeches_pastslug", "content_type_id", among=_NAMED),
)


def is_public(row: str, soon: str) -> str:
    """
    Whether a row of statements is public, or will be before long, in SQL.

    ``soon`` is a moment a day ahead: a statement counts as public a little before it is, so that
    clocks that don't agree leave no change unnoticed.
    """
    return (
        f"{row}.state = 'published' AND {row}.published_at <= {soon}"
        f" AND ({row}.embargo_until IS NULL OR {row}.embargo_until <= {soon})"
    )
