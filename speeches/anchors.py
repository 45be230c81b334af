"""
Words of a passage that something is said about: found, followed through an edit, marked in HTML.

Places count the letters of ``markup.plain``: what a passage says, on one line.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from speeches.offsets import find_folded

__all__ = ["Mark", "carried", "named", "occurrences", "put_after"]

MOST_FOLDED = 20
MOST_WORDS = 20_000
"""Of a longer edit no words are followed: they are taken for gone, which is safe."""
_NUMBERED = re.compile(r"(.*\S)\s*\(([1-9]\d{0,2})\)", re.DOTALL)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_TOKEN = re.compile(rf"{_UNSPACED.pattern}|[^\W{_UNSPACED.pattern[1:-1]}]+|[^\w\s]")
_WORD = re.compile(r"\w")
# A tag, an escaped character, or a plain one: text in safe HTML has no “<” of its own.
_PIECE = re.compile(r"<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>|&#?\w+;|.", re.DOTALL)
_GAP = re.compile(r"</(?:p|h\d|td|th)>")
Span = tuple[int, int]


class Mark(NamedTuple):
    """Safe HTML to stand behind so many letters; a link can't stand within another."""

    end: int
    html: str
    is_link: bool = False


def named(typed: str) -> tuple[str, int | None]:
    """Words as an editor names them: “teh”, or “teh (2)” for where they stand the second time."""
    words = " ".join(typed.split())
    found = _NUMBERED.fullmatch(words)
    return (found[1], int(found[2])) if found else (words, None)


def occurrences(exact: str, words: str) -> list[tuple[int, int]]:
    """
    Spans in which the words stand, no word cut apart.

    As they are; where they stand nowhere so, whatever the case, the quotes and the dashes.
    """
    if not exact.strip():
        return []
    found = [*_spans(exact, words)]
    return found or [*_folded_spans(exact, words)]


def carried(old: str, new: str, spans: Sequence[Span]) -> list[int | None]:
    """
    Where the words of each span of the old text begin in the new one; None where they are gone.

    They are the same only together with a word beside them: one that stands alone among changed
    ones may be another.
    """
    if not spans:
        return []
    before, behind = [*_TOKEN.finditer(old)], [*_TOKEN.finditer(new)]
    if max(len(before), len(behind)) > MOST_WORDS:
        return [None] * len(spans)
    matcher = SequenceMatcher(a=[t[0] for t in before], b=[t[0] for t in behind])
    starts, blocks = [token.start() for token in before], matcher.get_matching_blocks()
    found: list[int | None] = []
    for start, end in spans:
        first = max(bisect_right(starts, start) - 1, 0)
        last = bisect_left(starts, end)
        place = None
        for block in blocks:
            if block.a <= first < last <= block.a + block.size:
                beside = [*before[block.a : first], *before[last : block.a + block.size]]
                is_all = block.size == len(before) == len(behind)
                if is_all or any(_WORD.match(token[0]) for token in beside):
                    token = behind[first - block.a + block.b]
                    place = token.start() + start - before[first].start()
        found.append(place if place is not None and _stands(new, place, old[start:end]) else None)
    return found


def put_after(rendered: str, marks: Iterable[Mark]) -> SafeString:
    """Safe HTML of a passage with each mark behind the letter at which its words end."""
    waiting = sorted(marks, key=lambda mark: mark.end)
    if not waiting:
        return mark_safe(rendered)
    pieces: list[str] = []
    held: list[str] = []  # links that wait for the end of another
    letters, is_gap, in_link = 0, False, False
    for piece in _PIECE.findall(rendered):
        pieces.append(piece)
        if piece.startswith("<"):
            is_gap = is_gap or bool(_GAP.fullmatch(piece))
            in_link = (in_link or piece.startswith("<a ")) and piece != "</a>"
            if held and not in_link:
                pieces += held
                held = []
        elif (character := html.unescape(piece)).isspace():
            is_gap = True
        else:
            letters += len(character) + (is_gap and letters > 0)
            is_gap = False
            while waiting and waiting[0].end <= letters:
                mark = waiting.pop(0)
                (held if mark.is_link and in_link else pieces).append(mark.html)
    return mark_safe("".join(pieces))


def _spans(exact: str, words: str) -> Iterator[tuple[int, int]]:
    start = words.find(exact)
    while start >= 0:
        end = start + len(exact)
        if not (_cuts(words, start) or _cuts(words, end)):
            yield start, end
        start = words.find(exact, start + 1)


def _folded_spans(exact: str, words: str) -> Iterator[tuple[int, int]]:
    place = 0
    for _ in range(MOST_FOLDED):
        found = find_folded(exact, words[place:])
        if found is None:
            return
        start, end = place + found[0], place + found[1]
        if not (_cuts(words, start) or _cuts(words, end)):
            yield start, end
        place = start + 1


def _stands(words: str, place: int, exact: str) -> bool:
    end = place + len(exact)
    return words[place:end] == exact and not (_cuts(words, place) or _cuts(words, end))


def _cuts(words: str, place: int) -> bool:
    """Whether a border here would part a word, or a letter from its accents."""
    if not 0 < place < len(words):
        return False
    before, behind = words[place - 1], words[place]
    if unicodedata.category(behind).startswith("M"):
        return True
    is_within = bool(_WORD.match(before) and _WORD.match(behind))
    return is_within and not (_UNSPACED.match(before) or _UNSPACED.match(behind))
