"""A text in one voice on a page of no layout that we know."""

from __future__ import annotations

from .layout import Layout
from .one_voice import read

PLAIN_STATEMENT = Layout(name="", kind="web-page", signs=(), read=read)
