"""The part of a name that somebody has typed so far."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from speeches import stems

__all__ = ["pieces"]


def pieces(label: str, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The label in pieces: the words that were typed, as far as they were, and the rest."""
    spans = _run(label, words) or _each(label, words)
    place = 0
    for start, end in spans:
        if start > place:
            yield label[place:start], False
        yield label[start:end], True
        place = end
    if place < len(label):
        yield label[place:], False


def _run(label: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand one after the other, the last perhaps only begun."""
    tokens = list(stems.tokens(label))
    *whole, last = words
    for place in range(len(tokens) - len(whole)):
        run = tokens[place : place + len(words)]
        if [token.stem for token in run[:-1]] == whole and run[-1].stem.startswith(last):
            return [(run[0].start, _end(label, run[-1], last))]
    return []


def _each(label: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """The words that one of those typed begins, wherever they stand."""
    spans = []
    for token in stems.tokens(label):
        begun = max((word for word in words if token.stem.startswith(word)), key=len, default="")
        if begun:
            spans.append((token.start, _end(label, token, begun)))
    return [one for one, after in pairwise([*spans, (len(label), 0)]) if one[1] <= after[0]]


def _end(label: str, token: stems.Token, begun: str) -> int:
    """Where the typed beginning of a word ends in it: “co” in “Coö” ends before the marks go on."""
    end = token.start + len(begun)
    if label[token.start : end].lower() == begun and label[end : end + 1].isascii():
        return end
    end = next(
        (
            end
            for end in range(token.start + 1, token.end)
            if "".join(stems.pieces(label[token.start : end])).startswith(begun)
        ),
        token.end,
    )
    while end < token.end and unicodedata.combining(label[end]):
        end += 1
    return end
