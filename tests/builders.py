"""
Plain functions that make valid records, each with as little said as possible.

    a_speech()                                  a published statement with author, text and passages
    a_speech(published=False, title="…")        a draft
    a_speech(speaker=s, tenure=t, tags=["aid"], event=e, delivered="September 2017")
    many_speeches(300)                          quickly, spread over speakers, events and tags

What a test does not say has no meaning to it: names that must differ get a number of their own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from speeches import markup
from speeches.dates import PartialDate
from speeches.models import (
    Attribution,
    Document,
    DocumentAddress,
    DocumentSymbol,
    Event,
    EventSeries,
    Evidence,
    Office,
    Organization,
    Passage,
    PassageNote,
    Rights,
    SeriesDate,
    Speaker,
    Speech,
    SpeechText,
    Tag,
    TaggedSpeech,
    Tenure,
)

BODY = (
    "Solidarity among equals has carried us this far.\n\n"
    "We shall share what we have learnt, and learn from what others share."
)
_number = itertools.count(1)


# -- people and offices


def a_speaker(name: str = "", **fields: Any) -> Speaker:
    return Speaker.objects.create(name=name or f"Speaker {next(_number)}", **fields)


def an_organization(name: str = "", **fields: Any) -> Organization:
    return Organization.objects.create(name=name or f"Organization {next(_number)}", **fields)


def an_office(title: str = "", organization: Organization | None = None, **fields: Any) -> Office:
    return Office.objects.create(
        title=title or f"Director {next(_number)}",
        organization=organization or an_organization(),
        **fields,
    )


def a_tenure(
    speaker: Speaker | None = None,
    office: Office | None = None,
    start: str | None = None,
    end: str | None = None,
    **fields: Any,
) -> Tenure:
    return Tenure.objects.create(
        speaker=speaker or a_speaker(),
        office=office or an_office(),
        start=start and PartialDate.parse(start),
        end=end and PartialDate.parse(end),
        **fields,
    )


# -- events


def a_series(name: str = "", **fields: Any) -> EventSeries:
    return EventSeries.objects.create(name=name or f"Series {next(_number)}", **fields)


def a_rule(series: EventSeries, month: int, day: int, from_year: int, **fields: Any) -> SeriesDate:
    return SeriesDate.objects.create(
        series=series, month=month, day=day, from_year=from_year, **fields
    )


def an_event(
    name: str = "", start: str | None = "12 September 2017", kind: str = "meeting", **fields: Any
) -> Event:
    return Event.objects.create(
        name=name or f"Event {next(_number)}",
        kind=kind,
        start=start and PartialDate.parse(start),
        **fields,
    )


# -- documents


def rights(*, full: bool = True) -> Rights:
    """The one statement of rights that allows the full text, or the one that doesn't."""
    name = "May be shown in full" if full else "Quotation only"
    return Rights.objects.get_or_create(
        name=name, defaults={"statement": f"{name}.", "allows_full_text": full}
    )[0]


def a_document(
    title: str = "",
    text: str = BODY,
    *,
    held: bool = True,
    full: bool = True,
    symbols: Iterable[str] = (),
    addresses: Iterable[str] = (),
    **fields: Any,
) -> Document:
    """``held=False`` knows of it but has no bytes; ``full=False`` may not show its text."""
    number = next(_number)
    document = Document(
        title=title or f"Document {number}",
        kind=fields.pop("kind", "press-release"),
        rights=fields.pop("rights", None) or rights(full=full),
        **fields,
    )
    if held:
        document.receive(f"{text}\n\nNo. {number}\n".encode())
    document.save()
    for symbol in symbols:
        DocumentSymbol.objects.create(document=document, symbol=symbol, basis="external")
    for url in addresses:
        DocumentAddress.objects.create(document=document, url=url)
    return document


# -- tags


def a_tag(name: str = "", **fields: Any) -> Tag:
    return Tag.objects.create(name=name or f"tag {next(_number)}", **fields)


def tag(speech: Speech, *names: str | Tag) -> None:
    """Tags by name, made where they don't exist yet."""
    for name in names:
        found = name if isinstance(name, Tag) else Tag.objects.filter(name=name).first()
        TaggedSpeech.objects.create(content_object=speech, tag=found or a_tag(str(name)))


# -- statements


def a_speech(
    title: str = "",
    *,
    published: bool = True,
    speaker: Speaker | None = None,
    printed_as: str = "",
    tenure: Tenure | None = None,
    delivered: str = "12 September 2017",
    body: str = BODY,
    document: Document | None = None,
    tags: Iterable[str | Tag] = (),
    text: dict[str, Any] | None = None,
    **fields: Any,
) -> Speech:
    """
    A statement with its author and one text. ``text`` sets fields of that text (language, status,
    coverage); ``body=""`` leaves it known but not held; a draft is ``published=False``.
    """
    if published:
        fields.setdefault("state", Speech.State.PUBLISHED)
        fields.setdefault("published_at", timezone.now() - timedelta(hours=1))
    speech = Speech.objects.create(
        title=title or f"Remarks no. {next(_number)}",
        kind=fields.pop("kind", "remarks"),
        mode=fields.pop("mode", "spoken"),
        delivered=PartialDate.parse(delivered),
        **fields,
    )
    if tenure is not None:
        speaker = tenure.speaker
    if speaker is None and not printed_as:
        speaker = a_speaker()
    Attribution.objects.create(speech=speech, speaker=speaker, tenure=tenure, printed_as=printed_as)
    a_text(speech, body, document=document, **(text or {}))
    tag(speech, *tags)
    return Speech.objects.get(pk=speech.pk)


def a_text(
    speech: Speech,
    body: str = BODY,
    *,
    document: Document | None = None,
    status: str = "as-delivered",
    voices: Sequence[str] = (),
    **fields: Any,
) -> SpeechText:
    """A version of the words; ``voices`` are those of its passages, in their order."""
    text = SpeechText.objects.create(
        speech=speech,
        document=document or a_document(text=body or BODY, held=bool(body)),
        status=status,
        body=body,
        **fields,
    )
    for passage, voice in zip(text.passages.all(), voices, strict=False):
        passage.voice = voice
        passage.save()
    return text


def place_passages(text: SpeechText) -> None:
    """Note where each passage stands in the text's document."""
    for passage in text.passages.all():
        start = text.document.text.index(passage.body)
        passage.start, passage.end = start, start + len(passage.body)
        passage.save()


def a_note(speech: Speech, words: str = "", note: str = "", pid: str = "p1") -> PassageNote:
    """[sic] behind these words of a passage; with ``note`` what editors say of them, or of it."""
    passage = speech.passages.get(pid=pid)
    start = markup.plain(passage.body).index(words) if words else None
    return PassageNote.objects.create(
        speech=speech,
        passage=passage,
        kind="note" if note else "sic",
        exact=words,
        start=start,
        note=note,
    )


def an_evidence(
    speech: Speech,
    fact: str,
    words: str,
    document: Document,
    basis: str = "printed",
    note: str = "",
) -> Evidence:
    """That a fact rests on these words of the document."""
    start = document.text.index(words)
    return Evidence.objects.create(
        speech=speech,
        fact=fact,
        value=words,
        document=document,
        start=start,
        end=start + len(words),
        basis=basis,
        note=note,
    )


def many_speeches(count: int, **fields: Any) -> list[Speech]:
    """
    Many published statements in few queries: a dozen speakers with an office each, ten events of
    one series, twenty tags, years 1998 to 2017, each with a text of two passages. ``fields`` are
    set on every statement.
    """
    first = next(_number) * 1_000_000
    organization, series = an_organization(), a_series()
    tenures = [a_tenure(office=an_office(organization=organization)) for _ in range(12)]
    events = [an_event(series=series, city="Nairobi", country="KE") for _ in range(10)]
    tags = [a_tag() for _ in range(20)]
    may = rights(full=True)
    speeches = Speech.objects.bulk_create(
        Speech(
            **{
                "title": f"Statement number {first + n}",
                "slug": f"statement-number-{first + n}",
                "kind": "remarks",
                "mode": "spoken",
                "state": Speech.State.PUBLISHED,
                "published_at": timezone.now() - timedelta(hours=1),
                "delivered": PartialDate.of(1998 + n % 20, n % 12 + 1, n % 28 + 1),
                "event": events[n % 10],
                "passages_made": 2,
            }
            | fields
        )
        for n in range(count)
    )
    documents = []
    for n in range(count):
        document = Document(
            title=f"Paper {first + n}", slug=f"paper-{first + n}", kind="press-release", rights=may
        )
        document.receive(f"{BODY}\n\nNo. {first + n}\n".encode())
        documents.append(document)
    Document.objects.bulk_create(documents)
    Attribution.objects.bulk_create(
        Attribution(speech=speech, speaker=tenure.speaker, tenure=tenure)
        for speech, tenure in zip(speeches, itertools.cycle(tenures))
    )
    texts = SpeechText.objects.bulk_create(
        SpeechText(
            speech=speech, document=document, status="as-delivered", body=BODY, excerpt=BODY[:48]
        )
        for speech, document in zip(speeches, documents, strict=True)
    )
    Passage.objects.bulk_create(
        Passage(speech=text.speech, text=text, pid=f"p{place + 1}", position=place, body=words)
        for text in texts
        for place, words in enumerate(BODY.split("\n\n"))
    )
    TaggedSpeech.objects.bulk_create(
        TaggedSpeech(content_object=speech, tag=tags[(n * step) % 20])
        for n, speech in enumerate(speeches)
        for step in ((1,) if n % 20 == 0 else (1, 3))
        if step == 1 or (n * 3) % 20 != n % 20
    )
    return speeches


# -- people who sign in


def a_user(name: str = "", *, permissions: Iterable[str] = (), **fields: Any) -> Any:
    """Somebody with an account; permissions by codename, such as "view_speech"."""
    user = get_user_model().objects.create_user(name or f"user{next(_number)}", **fields)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user
