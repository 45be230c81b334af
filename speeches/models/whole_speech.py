"""
One statement with all that its page shows: the page that is asked for most.

Each part is a prepared query, by the key of the statement; what a list shows stands in
``speech_lists``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import CharField, OuterRef, Subquery, Value
from django.utils import timezone

from .attribution import Attribution
from .document import Document, DocumentAddress, DocumentSymbol
from .event import Event
from .evidence import Evidence
from .note import PassageNote
from .prepared import Prepared, bring
from .speech import Speech
from .tag import Tag, TaggedSpeech
from .text import Passage, SpeechText


def whole_speech(slug: str) -> Speech | None:
    """The statement of this slug, public or not, with all of its page but words and neighbours."""
    for speech in _speeches(slug):
        speech.people = _people(speech.pk)
        speech.all_texts = _texts(speech.pk)
        speech.taggings = _tags(speech.pk)
        speech.facts = _evidence(speech.pk)
        for text in speech.all_texts:
            text.speech = speech
        _bring_papers(speech)
        return speech
    return None


def passages_of(text: SpeechText) -> list[Passage]:
    """The passages of a text in their order, with the notes on them: two queries."""
    passages, notes = _passages(text.pk), _notes(text.pk)
    by_passage: dict[int | None, list[PassageNote]] = {}
    for note in notes:
        by_passage.setdefault(note.passage_id, []).append(note)
    for passage in passages:
        passage.all_notes = by_passage.get(passage.pk, [])
    return passages


def names_of_frameworks() -> dict[str, str]:
    """Names and labels of the frameworks, and the address of each one's page: one query."""
    names: dict[str, str] = {}
    for name, label, slug in _frameworks():
        page = Tag(slug=slug).get_absolute_url()
        names |= {name: page} | ({label: page} if label else {})
    return names


MOST_BESIDE = 7
"""One more than a page names, so that it knows whether there are more."""


class Neighbours(NamedTuple):
    """
    Public statements beside one: at its event, newest first, and the nearest in its series.

    Of them key, title and address are known.
    """

    beside: list[Speech]
    earlier: Speech | None
    later: Speech | None


def neighbours(speech: Speech, event: Event | None) -> Neighbours:
    """At the event, or marking it, at most ``MOST_BESIDE``; and in its series: one query."""
    series = speech.series
    if event is None and series is None:
        return Neighbours([], None, None)
    rows = _neighbours(
        speech.pk,
        speech.sort_key,
        event and event.pk,
        series and series.pk,
        timezone.now(),
    )
    beside = {row.pk: row for row in rows if row.part == "beside"}
    nearest = {row.part: row for row in rows}
    newest = sorted(beside.values(), key=lambda row: -row.sort_key)
    return Neighbours(newest[:MOST_BESIDE], nearest.get("earlier"), nearest.get("later"))


# -- the queries

_speeches = Prepared(
    lambda slug: (
        Speech.objects.filter(slug=slug)
        .select_related("event__series", "occasion__series")
        .order_by()
    )
)
_people = Prepared(
    lambda speech: Attribution.objects.filter(speech=speech).select_related(
        "speaker", "tenure__office"
    )
)
_texts = Prepared(lambda speech: SpeechText.objects.light().filter(speech=speech))
_tags = Prepared(
    lambda speech: TaggedSpeech.objects.filter(content_object=speech).select_related("tag")
)
_evidence = Prepared(lambda speech: Evidence.objects.filter(speech=speech))
_witnesses = Prepared(
    lambda speech: (
        Document.objects.defer("content")
        .select_related("rights")
        .filter(pk__in=Evidence.objects.order_by().filter(speech=speech).values("document"))
        .order_by()
    )
)


def _carriers(speech: Any) -> Any:
    return SpeechText.objects.order_by().filter(speech=speech).values("document")


_symbols = Prepared(
    lambda speech: DocumentSymbol.objects.filter(document__in=_carriers(speech)),
)
_addresses = Prepared(
    lambda speech: DocumentAddress.objects.filter(document__in=_carriers(speech)),
)
_passages = Prepared(lambda text: Passage.objects.filter(text=text))
_notes = Prepared(lambda text: PassageNote.objects.filter(passage__text=text))
_frameworks = Prepared(
    lambda: (
        Tag.objects.filter(kind=Tag.Kind.FRAMEWORK)
        .order_by("pk")
        .values_list("name", "labels__label", "slug")
    )
)


def _bring_papers(speech: Speech) -> None:
    """Symbols and addresses to the documents of its texts, documents to its evidence."""
    papers = [text.document for text in speech.all_texts if text.document]
    for name, found in (("symbols", _symbols(speech.pk)), ("addresses", _addresses(speech.pk))):
        for paper in papers:
            bring(paper, name, [row for row in found if row.document_id == paper.pk])
    witnesses = {row.pk: row for row in _witnesses(speech.pk)} if speech.facts else {}
    for fact in speech.facts:
        fact.document = witnesses.get(fact.document_id)


def _beside_and_in_series(key: Any, sort_key: Any, event: Any, series: Any, now: Any) -> Any:
    """Each part by an index of its own, and no more rows than are shown, however many there are."""
    public = Speech.objects.published(now).exclude(pk=key)
    before, after = public.filter(sort_key__lt=sort_key), public.filter(sort_key__gt=sort_key)
    parts = [
        ("beside", public.filter(event=event).order_by("-sort_key")[:MOST_BESIDE]),
        ("beside", public.filter(occasion=event).order_by("-sort_key")[:MOST_BESIDE]),
        ("earlier", _nearest_in(series, before, "-sort_key")),
        ("later", _nearest_in(series, after, "sort_key")),
    ]
    named = [
        Speech.objects.filter(pk__in=found.values("pk"))
        .order_by()
        .only("title", "slug", "sort_key")
        .annotate(part=Value(part, CharField()))
        for part, found in parts
    ]
    return named[0].union(*named[1:], all=True)


def _nearest_in(series: Any, speeches: Any, order: str) -> Any:
    """The first of them that belongs to the series, looked up in each of its events."""
    events = Event.objects.order_by().filter(series=series)
    first = [
        speeches.filter(**{link: OuterRef("pk")}).order_by(order).values("pk")[:1]
        for link in ("event", "occasion")
    ]
    at, marking = (events.annotate(near=Subquery(one)).values("near") for one in first)
    return speeches.filter(pk__in=at.union(marking)).order_by(order)[:1]


_neighbours = Prepared(_beside_and_in_series)
