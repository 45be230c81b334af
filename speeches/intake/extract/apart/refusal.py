"""The one way in which a file is turned away."""

from __future__ import annotations

__all__ = ["TOO_MUCH", "Refused", "counted"]

TOO_MUCH = (
    "Reading this file needs more memory than is allowed. "
    "Divide it, or paste the part that matters."
)


class Refused(ValueError):  # noqa: N818 - what happened to the file, as editors say it
    """A file that can't be read. The message is a sentence for an editor: why, and what to do."""


def counted(number: int, thing: str) -> str:
    """A number with its thing: “1 page”, “3 pages”, “2,000,000 characters”."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
