"""Formats of others, each a function from a row of theirs to the fields of docs/import.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import ungdc

__all__ = ["FORMATS"]


def _ours(record: Any) -> Any:
    return record


FORMATS: dict[str, Callable[[Any], Any]] = {"sscoop": _ours, "ungdc": ungdc.converted}
"""By the name that ``--format`` takes. A record that is no mapping is given back as it is."""
