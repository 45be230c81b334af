"""
Lines around a text that are nobody's words.

A formula is a row in the module of its subject: ``release``, ``mail``, ``navigation``,
``rights``, ``contacts``, ``printing``. ``reasons`` asks them all, in order.
"""

from .printing import is_symbol
from .table import reason_for, reasons

__all__ = ["is_symbol", "reason_for", "reasons"]
