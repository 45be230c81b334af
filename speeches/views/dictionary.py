"""The data dictionary: what each fact of the archive means, for whoever re-uses its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from speeches.models import (
    Attribution,
    Document,
    DocumentAddress,
    DocumentSymbol,
    Event,
    EventSeries,
    Evidence,
    Office,
    Passage,
    Rights,
    SeriesDate,
    Speaker,
    Speech,
    SpeechText,
    Tag,
    TagLabel,
    Tenure,
)


@dataclass(frozen=True)
class Fact:
    """One field: its name in data, what it means, and the values it can have where they are few."""

    name: str
    meaning: Any
    values: list[str]


MOST_VALUES = 12
"""Longer lists (countries, languages) are codes that others define."""

MEANINGS: tuple[tuple[Any, type[Model], dict[str, Any]], ...] = (
    (
        _("Statement"),
        Speech,
        {
            "pid": _("The permanent id: never changed, never given to another statement."),
            "title": _("Our title, which describes; the title as printed is the document’s."),
            "kind": _("What was made."),
            "mode": _("How it reached its audience."),
            "delivered": _("When it was said, or the day it is for; as far as that is known."),
            "released_on": _("The day on which it was given out."),
            "event": _("The event at which it was delivered."),
            "occasion": _("The event that it marks, wherever it was delivered."),
            "spoken_languages": _("The languages in which it was spoken."),
            "summary": _("A summary in our words."),
            "tags": _("What it is about."),
        },
    ),
    (
        _("Attribution"),
        Attribution,
        {
            "speaker": _("The person or body, where the archive has a record of them."),
            "role": _("Their part in the statement."),
            "tenure": _("The office in which they spoke."),
            "printed_as": _("The name exactly as the document prints it."),
        },
    ),
    (
        _("Text"),
        SpeechText,
        {
            "document": _("The document that carries it."),
            "language": _("Its language, as a code of BCP 47."),
            "status": _("How near it is to what was said."),
            "coverage": _("How much of the statement it holds."),
            "body": _("The words; shown whole only where the rights allow it."),
            "translation_of": _("The text it was translated from."),
        },
    ),
    (
        _("Passage"),
        Passage,
        {
            "pid": _("Its id within the statement: it stays when other passages change."),
            "kind": _("What it is in the text."),
            "voice": _("Whose words it holds: the speaker’s, a report of them, or nobody’s."),
            "body": _("Its words."),
            "start": _("Where it begins in the document, counted in characters."),
            "end": _("Where it ends in the document."),
        },
    ),
    (
        _("Document"),
        Document,
        {
            "title": _("As printed."),
            "kind": _("What sort of paper it is."),
            "publisher": _("Who published it."),
            "published_on": _("When it was published."),
            "dateline": _("Place and day as it prints them at its head."),
            "language": _("Its language, as a code of BCP 47."),
            "disclaimer": _("What it says about its own standing."),
            "content": _("The bytes as received; never changed."),
            "sha256": _("Their checksum."),
            "encoding": _("How the bytes stand for letters."),
            "text": _("The normalised text, in which all places are counted."),
            "retrieved_on": _("The day on which we received it."),
            "rights": _("What may be done with it."),
        },
    ),
    (
        _("Document symbol"),
        DocumentSymbol,
        {
            "symbol": _("One symbol; compound ones are listed in their parts too."),
            "basis": _("How we know it."),
        },
    ),
    (
        _("Document address"),
        DocumentAddress,
        {"url": _("Where it can be found."), "kind": _("What stands there.")},
    ),
    (
        _("Rights"),
        Rights,
        {
            "name": _("A short name of the terms."),
            "statement": _("The terms in a few sentences."),
            "allows_full_text": _("Whether the whole text may be shown."),
            "url": _("The terms themselves."),
        },
    ),
    (
        _("Evidence"),
        Evidence,
        {
            "fact": _("The fact in question."),
            "value": _("What we hold to be so."),
            "document": _("The document it rests on."),
            "start": _("Where the words that it rests on begin."),
            "end": _("Where they end."),
            "basis": _("How it follows from them."),
            "note": _("What else there is to say."),
        },
    ),
    (
        _("Speaker"),
        Speaker,
        {
            "name": _("The name by which we call them."),
            "sort_name": _("The name under which they are listed."),
            "kind": _("A person, or a body that speaks as one."),
            "honorific": _("A title that belongs to the name."),
            "biography": _("A line or two on who they are."),
            "country": _("Their country, as a code of ISO 3166."),
            "wikidata": _("Their id in Wikidata."),
        },
    ),
    (
        _("Office"),
        Office,
        {
            "title": _("What it is called."),
            "organization": _("To which organization it belongs."),
            "is_single_seat": _("Whether one person holds it at a time."),
        },
    ),
    (
        _("Tenure"),
        Tenure,
        {
            "speaker": _("Who held the office."),
            "office": _("Which one."),
            "start": _("Since when; empty where that is not known."),
            "end": _("Until when; empty where that is not known, or not yet."),
            "basis": _("From an authority list, or shown by a source of the day."),
            "is_acting": _("Whether they stood in for a holder."),
            "source": _("Where we know it from."),
        },
    ),
    (
        _("Event"),
        Event,
        {
            "name": _("What it is called."),
            "kind": _("What sort of event it is."),
            "series": _("The series it belongs to."),
            "year": _("Which year’s event of the series it is."),
            "part_of": _("The event within which it takes place."),
            "start": _("Its first day, as far as it is known."),
            "end": _("Its last day, as far as it is known."),
            "venue": _("The building or room."),
            "city": _("The city."),
            "country": _("The country, as a code of ISO 3166."),
            "status": _("Whether it took place."),
            "url": _("Its own page."),
            "description": _("What it is, in a sentence or two."),
            "source": _("Where we know it from."),
        },
    ),
    (
        _("Series of events"),
        EventSeries,
        {"name": _("What it is called."), "description": _("What it is.")},
    ),
    (
        _("Date of a series"),
        SeriesDate,
        {
            "month": _("The month in which it is kept."),
            "day": _("The day of that month."),
            "from_year": _("The first year in which the rule held."),
            "to_year": _("The last one; empty while it holds."),
            "legal_basis": _("The decision that set the day."),
        },
    ),
    (
        _("Tag"),
        Tag,
        {
            "name": _("The preferred label."),
            "kind": _("What sort of subject it names."),
            "scope_note": _("What it covers and what not."),
            "broader": _("The tag that covers it."),
            "related": _("Tags beside it."),
            "url": _("Where the framework or initiative can be read."),
        },
    ),
    (
        _("Label of a tag"),
        TagLabel,
        {
            "label": _("Another name of the tag."),
            "language": _("Its language, as a code of BCP 47; empty for all."),
        },
    ),
)


def nouns() -> list[tuple[Any, list[Fact]]]:
    """Every noun of the archive with its facts, in the order in which one meets them."""
    return [
        (noun, [Fact(name, meaning, _values(model, name)) for name, meaning in meanings.items()])
        for noun, model, meanings in MEANINGS
    ]


def _values(model: type[Model], name: str) -> list[str]:
    choices = getattr(model._meta.get_field(name), "choices", None) or ()
    labels = [str(label) for _value, label in choices]
    return labels if len(labels) <= MOST_VALUES else []
