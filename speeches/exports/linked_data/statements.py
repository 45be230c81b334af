"""A statement as a schema.org CreativeWork, and lists of statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from speeches import markup
from speeches.addresses import address_of
from speeches.models import Attribution, Event, Passage, Speech

from .graph import Absolute, Thing, day, thing
from .people import by_name, organization

MOST_QUOTATIONS = 5
OURS = "https://creativecommons.org/publicdomain/zero/1.0/"
"""The licence of what the archive says about a statement; its words have rights of their own."""


def speech(
    statement: Speech, passages: Iterable[tuple[Passage, Any, Sequence[Any]]], absolute: Absolute
) -> Thing:
    """
    A statement with its author in their capacity, its date, event, place, sources and tags.

    ``passages`` are those that the page shows, each with its notes; a few of the speaker's own
    words become Quotations, unchanged, with what editors note as comments. An article is an
    Article; everything else is not one, whatever carries it.
    """
    address = absolute(statement.get_absolute_url())
    text = statement.preferred_text
    document = text.document if text else None
    rights = document.rights if document else None
    publisher = document.publisher if document else None
    tags = [row.tag for row in statement.taggings]
    described = thing(
        "Article" if statement.kind == Speech.Kind.ARTICLE else "CreativeWork",
        name=statement.title,
        headline=statement.title if statement.kind == Speech.Kind.ARTICLE else "",
        url=address,
        identifier=absolute(address_of("id.speech", statement.pid)),
        genre=statement.get_kind_display(),
        abstract=statement.summary,
        author=_author(statement.author, absolute),
        dateCreated=day(statement.delivered),
        datePublished=day(statement.released_on),
        inLanguage=statement.languages,
        recordedAt=statement.event and _event(statement.event, absolute),
        contentLocation=thing("Place", name=statement.place) if statement.place else None,
        about=[_term(tag, absolute) for tag in tags]
        + ([_event(statement.occasion, absolute)] if statement.occasion else []),
        keywords=[tag.name for tag in tags],
        isBasedOn=[_source(row.document, absolute) for row in statement.all_texts if row.document],
        publisher=publisher and organization(publisher),
        license=rights and rights.url,
        sdLicense=OURS,
        usageInfo=absolute(reverse("about") + "#rights"),
        hasPart=_quotations(statement, passages, absolute),
    )
    return {"@id": absolute(address_of("id.speech", statement.pid)), **described}


def _author(attribution: Attribution | None, absolute: Absolute) -> Thing | None:
    if attribution is None:
        return None
    who = _who(attribution, absolute)
    if not attribution.capacity:
        return who
    return thing("Role", roleName=attribution.capacity, author=who)


def _who(attribution: Attribution, absolute: Absolute) -> Thing:
    if attribution.speaker is None:
        return thing("Person", name=attribution.printed_as)
    return by_name(attribution.speaker, absolute)


def _event(event: Event, absolute: Absolute) -> Thing:
    above = event.series and thing(
        "EventSeries", name=event.series.name, url=absolute(event.series.get_absolute_url())
    )
    return thing(
        "Event",
        name=str(event),
        url=absolute(event.get_absolute_url()),
        startDate=day(event.start),
        superEvent=above,
    )


def _term(tag: Any, absolute: Absolute) -> Thing:
    return thing("DefinedTerm", name=tag.name, url=absolute(tag.get_absolute_url()))


def _source(document: Any, absolute: Absolute) -> Thing:
    return thing(
        "CreativeWork",
        name=document.title,
        identifier=[row.symbol for row in document.symbols.all()],
        url=absolute(document.get_absolute_url()),
        sameAs=[row.url for row in document.addresses.all()],
        datePublished=day(document.published_on),
    )


def _quotations(
    statement: Speech, passages: Iterable[tuple[Passage, Any, Sequence[Any]]], absolute: Absolute
) -> list[Thing]:
    """The speaker's own words, passage by passage; never the whole of a text."""
    address = absolute(statement.get_absolute_url())
    own = [
        (p, notes)
        for p, _, notes in passages
        if p.voice == p.Voice.VERBATIM and p.kind != p.Kind.HEADING
    ]
    creator = statement.author and _who(statement.author, absolute)
    return [
        thing(
            "Quotation",
            text=markup.excerpt(passage.body, 300),
            url=f"{address}#{passage.pid}",
            creator=creator,
            comment=[thing("Comment", text=note.sentence) for note in notes],
        )
        for passage, notes in own[:MOST_QUOTATIONS]
    ]


def collection(name: str, path: str, statements: Iterable[Speech], absolute: Absolute) -> Thing:
    """A page of a list of statements, in its order."""
    items = [
        thing(
            "ListItem",
            position=place,
            name=statement.title,
            url=absolute(statement.get_absolute_url()),
        )
        for place, statement in enumerate(statements, start=1)
    ]
    address = absolute(path)
    listed = thing("ItemList", itemListElement=items) if items else None
    page = thing("CollectionPage", name=name, url=address, mainEntity=listed)
    return {"@id": address, **page}
