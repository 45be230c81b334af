"""
Many statements at once, from a file of JSON Lines: docs/import.md describes its format.

Floor 4: imports models, leaves and ``editorial``; not ``intake``, which reads documents. ``lines``
reads the file, ``formats`` turns what others call things into our fields, ``row`` checks them,
``records`` finds or makes what they name, ``statements`` stores, ``importer`` does it all.
"""

from .formats import FORMATS
from .importer import Counts, Import, Progress, Refused
from .lines import BrokenFileError, Lines
from .row import FIELDS, Row, RowError, read

__all__ = [
    "FIELDS",
    "FORMATS",
    "BrokenFileError",
    "Counts",
    "Import",
    "Lines",
    "Progress",
    "Refused",
    "Row",
    "RowError",
    "read",
]
