"""
Finding statements: by words, and by narrowing step by step.

Floor 3: imports models and leaves. ``matching`` is the whole of text search to its callers;
``facets.count`` says how many statements each further step would leave.
"""

from . import facets
from .words import matching, words_of

__all__ = ["facets", "matching", "words_of"]
