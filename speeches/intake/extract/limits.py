"""How much of a file is taken: its size, pages and characters, and the work spent on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

__all__ = ["Limits", "from_settings"]

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is accepted of one file."""

    file_bytes: int = 20 * _MEGABYTE
    pages: int = 500
    characters: int = 2_000_000
    expanded_bytes: int = 200 * _MEGABYTE
    """What the parts of a Word file may come to when unpacked."""
    seconds: int = 30
    memory_bytes: int = 1024 * _MEGABYTE


def from_settings() -> Limits:
    """The limits that the settings name (SSCOOP_INTAKE_…)."""
    return Limits(
        file_bytes=settings.SSCOOP_INTAKE_MAX_BYTES,
        pages=settings.SSCOOP_INTAKE_MAX_PAGES,
        characters=settings.SSCOOP_INTAKE_MAX_CHARACTERS,
        expanded_bytes=settings.SSCOOP_INTAKE_MAX_EXPANDED_BYTES,
        seconds=settings.SSCOOP_INTAKE_SECONDS,
        memory_bytes=settings.SSCOOP_INTAKE_MEMORY_BYTES,
    )
