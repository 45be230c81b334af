"""Plain search: every word must stand somewhere in the statement or in what it belongs to."""

from __future__ import annotations

import re

from django.db.models import Exists, OuterRef, Q, QuerySet

from speeches.models import Attribution, Event, Passage, SpeakerName, Speech, SpeechQuerySet, Tag

MOST_WORDS = 8
_WORD = re.compile(r"\w+")


def _words_of(text: str) -> list[str]:
    """The words that are searched for, each once; quotes, dashes and signs only part them."""
    return list(dict.fromkeys(word.lower() for word in _WORD.findall(text)))[:MOST_WORDS]


def matching(speeches: SpeechQuerySet, text: str) -> SpeechQuerySet:
    """
    Those of the statements in which every word of ``text`` stands: in the title or summary, the
    names of whoever stands behind it, of the event at which it was delivered or that it marks, of
    its tags, all with their other names, or a passage. Part of a word is enough. Text without any
    word leaves the statements as they are.
    """
    for word in _words_of(text):
        speeches = speeches.filter(_stands_in(word))
    return speeches


def _stands_in(word: str) -> Q:
    places: list[QuerySet] = [
        Attribution.objects.filter(_like("speaker__name", word) | _like("printed_as", word)),
        Passage.objects.filter(_like("body", word)),
    ]
    names = SpeakerName.objects.filter(_like("name", word)).values("speaker")
    events = Event.objects.filter(_like("name", word) | _like("names__name", word)).values("pk")
    tags = Tag.objects.filter(_like("name", word) | _like("labels__label", word)).values("pk")
    return (
        _like("title", word)
        | _like("summary", word)
        | Q(event__in=events)
        | Q(occasion__in=events)
        | Q(pk__in=Attribution.objects.filter(speaker__in=names).values("speech"))
        | Q(pk__in=Speech.tags.through.objects.filter(tag__in=tags).values("content_object"))
        | Q(*(Exists(rows.filter(speech=OuterRef("pk"))) for rows in places), _connector=Q.OR)
    )


def _like(field: str, word: str) -> Q:
    """SQLite folds the case of ASCII letters only; other scripts are tried in three cases."""
    forms = {word} if word.isascii() else {word, word.capitalize(), word.upper()}
    return Q(*(Q((f"{field}__icontains", form)) for form in sorted(forms)), _connector=Q.OR)
