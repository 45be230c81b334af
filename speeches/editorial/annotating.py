"""Notes on passages: which words an editor means by what was typed."""

from __future__ import annotations

from collections.abc import Iterable

from speeches import anchors, markup
from speeches.models import Passage, PassageNote

from .actions import RefusedError
from .checklist import Point

_LONGEST = PassageNote._meta.get_field("exact").max_length


def place_note(note: PassageNote, typed: str, passages: Iterable[Passage]) -> None:
    """
    Let a note rest on the words typed (see ``anchors.named``), in whichever of the passages has
    them; without words, on the whole of the first. Not saved.

    Raises RefusedError where the words don't stand there, or stand there more than once and
    nobody said which.
    """
    passages = [*passages]
    if not typed.strip():
        note.exact = ""
        note.rest_on(passages[0] if passages else None)
        return
    exact, number = " ".join(typed.split()), None
    found = _found(exact, passages)
    if not found:
        exact, number = anchors.named(typed)
        found = _found(exact, passages)
    where = f" in {passages[0].pid}" if len(passages) == 1 and passages[0].pk else " there"
    if not found:
        raise _refused(f"“{exact[:200]}” does not stand{where}. Copy the words from the text.")
    if len(found) > 1 and number is None:
        raise _refused(
            f"“{exact[:200]}” stands{where} {len(found)} times: say which, as in “{exact[:200]} "
            "(2)”, or give more words."
        )
    if (number or 1) > len(found):
        raise _refused(f"“{exact[:200]}” does not stand{where} {number} times.")
    passage, start, end = found[(number or 1) - 1]
    marked = PassageNote.objects.filter(passage=passage.pk, start=start, kind=PassageNote.Kind.SIC)
    is_sic = note.kind == PassageNote.Kind.SIC and passage.pk
    if is_sic and marked.exclude(pk=note.pk).exists():
        raise _refused(f"“{exact[:200]}” is marked already.")
    note.exact = markup.plain(passage.body)[start:end]
    if len(note.exact) > (_LONGEST or 0):
        raise _refused(f"A note can be about {_LONGEST} letters at most. Give fewer words.")
    note.rest_on(passage, start)


def _found(exact: str, passages: Iterable[Passage]) -> list[tuple[Passage, int, int]]:
    return [
        (passage, *span)
        for passage in passages
        for span in anchors.occurrences(exact, markup.plain(passage.body))
    ]


def _refused(sentence: str) -> RefusedError:
    return RefusedError(Point(sentence, "notes"))
