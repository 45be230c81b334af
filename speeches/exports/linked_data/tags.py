"""A tag as a schema.org DefinedTerm, and its page as the collection about it."""

from __future__ import annotations

from speeches.models import Tag

from .graph import Absolute, Thing, thing


def tag(term: Tag, absolute: Absolute) -> Thing:
    """The page of a tag: a collection of the statements about it."""
    address = absolute(term.get_absolute_url())
    about = thing(
        "DefinedTerm",
        name=term.name,
        alternateName=[other.label for other in term.labels.all()],
        description=term.scope_note,
        url=term.url,
    )
    return {"@id": address, **thing("CollectionPage", name=term.name, url=address, about=about)}
