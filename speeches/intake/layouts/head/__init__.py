"""
The lines above a text, for the layouts in which one person speaks.

Layouts import from here; the modules inside import what ``speeches.intake`` knows of names, days
and places, and one another downwards: ``found`` and ``lines`` at the bottom, ``reader`` on top.
"""

from .elsewhere import from_text, name_from_elsewhere, speaker_below, take_signature
from .found import Head
from .lines import is_bare_name
from .naming import named_occasion
from .reader import read_head

__all__ = [
    "Head",
    "from_text",
    "is_bare_name",
    "name_from_elsewhere",
    "named_occasion",
    "read_head",
    "speaker_below",
    "take_signature",
]
