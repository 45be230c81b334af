"""
Records that the words of a document may mean, each with the reason in words.

Proposes, never decides, and writes nothing. Every list is short, and every query is bounded: names
are looked up by their Latin form, which has an index; offices and series by the beginning of it.
"""

from .occasions import events, occasions
from .offices import capacities, offices
from .organizations import organizations
from .people import speakers
from .ranking import Candidate, certain, doubted

__all__ = ["Candidate", "capacities", "certain", "doubted", "events", "occasions", "offices"]
__all__ += ["organizations", "speakers"]
