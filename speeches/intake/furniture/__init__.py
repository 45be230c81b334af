"""
Lines around a text that are nobody's words.

A formula is a row in the module of its subject: ``release``, ``mail``, ``navigation``,
``rights``, ``contacts``, ``printing``. ``reasons`` asks them all, in order.
"""

from .cover import LEADS_IN
from .printing import is_symbol
from .table import reason_for, reasons

__all__ = ["LEADS_IN", "is_symbol", "reason_for", "reasons"]
