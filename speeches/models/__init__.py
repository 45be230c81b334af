"""
What the archive holds: what was said, by whom, in what capacity, on what occasion, and how we know.

Floor 2: models import leaves; one another only by "app.Model" strings.
"""

from .attribution import Attribution
from .document import Document, DocumentAddress, DocumentSymbol, Rights
from .event import Event, EventName, EventOrganizer
from .evidence import Evidence
from .fields import PartialDateField
from .imported import Imported
from .intake import Intake, TextPrint
from .note import PassageNote
from .permalink import PastSlug, Permalinked
from .rewriting import Rewriting, rewriting
from .series import EventSeries, SeriesDate, SeriesName
from .speaker import Office, Organization, Speaker, SpeakerName, Tenure
from .speech import Speech
from .speech_lists import SORT_KEY_YEAR, Extent, SpeechQuerySet
from .tag import Tag, TaggedSpeech, TagLabel
from .text import Passage, SpeechText
from .verdict import Verdict
from .visit import IntakeSave, IntakeVisit
from .whole_event import nearest_in_series, parts_of, whole_event
from .whole_speech import (
    MOST_BESIDE,
    Neighbours,
    names_of_frameworks,
    neighbours,
    passages_of,
    whole_speech,
)

__all__ = [
    "MOST_BESIDE",
    "SORT_KEY_YEAR",
    "Attribution",
    "Document",
    "DocumentAddress",
    "DocumentSymbol",
    "Event",
    "EventName",
    "EventOrganizer",
    "EventSeries",
    "Evidence",
    "Extent",
    "Imported",
    "Intake",
    "IntakeSave",
    "IntakeVisit",
    "Neighbours",
    "Office",
    "Organization",
    "PartialDateField",
    "Passage",
    "PassageNote",
    "PastSlug",
    "Permalinked",
    "Rewriting",
    "Rights",
    "SeriesDate",
    "SeriesName",
    "Speaker",
    "SpeakerName",
    "Speech",
    "SpeechQuerySet",
    "SpeechText",
    "Tag",
    "TagLabel",
    "TaggedSpeech",
    "Tenure",
    "TextPrint",
    "Verdict",
    "names_of_frameworks",
    "nearest_in_series",
    "neighbours",
    "parts_of",
    "passages_of",
    "rewriting",
    "whole_event",
    "whole_speech",
]
