"""
What editors do with a statement: check, change, record.

Floor 3: imports models and leaves, and no other capability. The admin, the commands and later the
desk and the API call these same verbs.
"""

from .actions import (
    RefusedError,
    add_tags,
    discard,
    name_parts,
    publish,
    remove_tags,
    set_tags,
    set_voices,
    unpublish,
)
from .annotating import place_note
from .checklist import Point, missing
from .close_names import close_events, close_speakers
from .drafts import Draft, add_record, add_source, bring_in, hold
from .tag_names import TagList, resolve_tags
from .where_used import Use, owned, uses

__all__ = [
    "Draft",
    "Point",
    "RefusedError",
    "TagList",
    "Use",
    "add_record",
    "add_source",
    "add_tags",
    "bring_in",
    "close_events",
    "close_speakers",
    "discard",
    "hold",
    "missing",
    "name_parts",
    "owned",
    "place_note",
    "publish",
    "remove_tags",
    "resolve_tags",
    "set_tags",
    "set_voices",
    "unpublish",
    "uses",
]
