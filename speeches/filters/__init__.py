"""
What an address asks of the list of statements, and what it says back.

Floor 5, for the use of views and feeds: ``SpeechFilter`` reads the parameters, keeps those that
are understood, and says in a sentence what is not; ``heading`` puts the result into one sentence.
"""

from .choices import MOST_LISTED, Facet, counted, narrowing, whole
from .fields import as_typed
from .filterset import LABELS, Active, SpeechFilter, list_address
from .sentence import heading

__all__ = [
    "LABELS",
    "MOST_LISTED",
    "Active",
    "Facet",
    "SpeechFilter",
    "as_typed",
    "counted",
    "heading",
    "list_address",
    "narrowing",
    "whole",
]
