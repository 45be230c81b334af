"""Lists of tags as people type and paste them, and the tags that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from speeches import offsets
from speeches.models import Tag, TagLabel

MOST = 100
"""How many names a list may hold; more is a mistake of pasting."""


@dataclass
class TagList:
    """What a list of names turned out to mean."""

    tags: list[Tag] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def resolve_tags(text: str) -> TagList:
    """
    The tags that a pasted list names, by name or label in any language, in its order.

    Names are parted by lines, semicolons or commas; a comma inside a known name doesn't part it.
    Raises ValidationError for a list that is too long.
    """
    if not text.strip():
        return TagList()
    pieces = [piece.strip() for piece in re.split(r"[;\n\r]+", text) if piece.strip()]
    known = _known(_candidates(pieces))
    found = TagList()
    for piece in pieces:
        for name in _names(piece, known):
            tag = known.get(offsets.fold(name))
            if tag is None and name not in found.unknown:
                found.unknown.append(name)
            elif tag is not None and tag not in found.tags:
                found.tags.append(tag)
    return found


def _candidates(pieces: list[str]) -> set[str]:
    """All names that the list can mean, folded: each part between commas, and its joins."""
    parts = [[part.strip() for part in piece.split(",")] for piece in pieces]
    if sum(map(len, parts)) > MOST:
        raise ValidationError(f"These are more than {MOST} names.")
    return {
        offsets.fold(", ".join(row[start:end]))
        for row in parts
        for start in range(len(row))
        for end in range(start + 1, min(len(row), start + 5) + 1)
    } | {offsets.fold(piece) for piece in pieces}


def _known(keys: Iterable[str]) -> dict[str, Tag]:
    labels = TagLabel.objects.filter(key__in=keys).select_related("tag")
    known = {label.key: label.tag for label in labels}
    return known | {tag.key: tag for tag in Tag.objects.filter(key__in=keys)}


def _names(piece: str, known: dict[str, Tag]) -> list[str]:
    """The names in one piece, the longest known ones first."""
    if offsets.fold(piece) in known:
        return [piece]
    parts, names = [part.strip() for part in piece.split(",") if part.strip()], []
    while parts:
        length = next((n for n in range(min(5, len(parts)), 0, -1) if _join(parts[:n]) in known), 1)
        names.append(", ".join(parts[:length]))
        parts = parts[length:]
    return names


def _join(parts: list[str]) -> str:
    return offsets.fold(", ".join(parts))
