"""
What a page says to machines: schema.org, as JSON-LD. One module per noun.

Floor 3: imports models and leaves. Every function takes ``absolute``, which makes a full address
of a path (``request.build_absolute_uri``), and gives a plain dictionary; ``script`` prints it.
"""

from .documents import document
from .events import event, series
from .graph import Absolute, breadcrumbs, script
from .people import office, speaker
from .statements import collection, speech
from .tags import tag

__all__ = [
    "Absolute",
    "breadcrumbs",
    "collection",
    "document",
    "event",
    "office",
    "script",
    "series",
    "speaker",
    "speech",
    "tag",
]
