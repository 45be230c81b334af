"""
Finding statements: by words, and by narrowing step by step.

Floor 3: imports models and leaves. ``matching`` is the whole of text search to its callers;
``facets.count`` says how many statements each further step would leave.
"""

from . import facets
from .facets import Choice
from .words import matching

__all__ = ["Choice", "facets", "matching"]
