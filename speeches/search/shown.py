"""What readers are shown of statements, as plain words: nothing of what is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from speeches import markup
from speeches.models import Attribution, Passage, SpeakerName, Speech, SpeechText

__all__ = ["open_passages", "words"]

_AT = ("event", "occasion")
_NAMES = ("name", "names__name", "series__name", "series__names__name")


def words(speeches: QuerySet[Speech]) -> Iterator[str]:
    """Titles, names and texts of the statements, piece by piece."""
    ids = speeches.values("pk")
    own = Speech.objects.filter(pk__in=ids).order_by()
    author = Attribution.objects.filter(speech__in=ids, role=Attribution.Role.AUTHOR).order_by()
    names = SpeakerName.objects.exclude(kind=SpeakerName.Kind.MISSPELLING).order_by()
    closed = SpeechText.objects.filter(speech__in=ids).order_by()
    rows: Iterator[Any] = chain(
        own.values_list("title", "summary"),
        author.values_list("printed_as", "speaker__name", "tenure__office__title"),
        names.filter(speaker__in=author.values("speaker")).values_list("name"),
        *(own.values_list(*(f"{at}__{name}" for name in _NAMES)) for at in _AT),
        closed.exclude(document__rights__allows_full_text=True).values_list("excerpt"),
        open_passages(speeches).values_list("body"),
    )
    return (markup.plain(piece) for row in rows for piece in row if piece)


def open_passages(speeches: QuerySet[Speech]) -> QuerySet[Passage]:
    """The passages of all texts of the statements that readers are shown in full."""
    rows = Passage.objects.filter(speech__in=speeches.values("pk")).order_by()
    return rows.filter(text__document__rights__allows_full_text=True)
