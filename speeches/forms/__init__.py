"""
The forms on which editors and curators write; the admin puts them on its pages.

Floor 5: imports models, leaves and capabilities; the admin and views use these, never the reverse.
"""

from .document import DocumentForm, DocumentSymbolForm
from .event import EventForm, SeriesDateForm
from .note import PassageNoteForm
from .record import KnownAutocomplete, LinesField, RecordForm, RowForm, RowFormSet
from .speaker import SpeakerForm
from .speech import SpeechForm
from .speech_rows import AttributionForm, AttributionFormSet, EvidenceForm, SpeechTextForm
from .tag import TagForm, TagLabelForm
from .writing import WritingDesk

__all__ = [
    "AttributionForm",
    "AttributionFormSet",
    "DocumentForm",
    "DocumentSymbolForm",
    "EventForm",
    "EvidenceForm",
    "KnownAutocomplete",
    "LinesField",
    "PassageNoteForm",
    "RecordForm",
    "RowForm",
    "RowFormSet",
    "SeriesDateForm",
    "SpeakerForm",
    "SpeechForm",
    "SpeechTextForm",
    "TagForm",
    "TagLabelForm",
    "WritingDesk",
]
