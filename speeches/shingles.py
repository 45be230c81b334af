"""Prints of a text: a few numbers by which two texts that are nearly the same know one another."""

from __future__ import annotations

import hashlib
import re
from heapq import nsmallest
from itertools import pairwise

from speeches.offsets import fold

__all__ = ["KEPT", "prints"]

KEPT = 16
"""How many prints a text leaves: the smallest, so that like texts leave the same ones."""

_WORD = re.compile(r"\w+")
_WORDS_READ = 60_000


def prints(text: str) -> list[int]:
    """
    The smallest hashes of all runs of four words, as signed 64-bit numbers; none for a short text.

    Two texts that share most of their runs share most of these. Case, quotes, dashes and
    punctuation make no difference. Two long texts that are alike in nine tenths share more than
    half of them on average; texts about the same thing share none.
    """
    words = _WORD.findall(fold(text))[:_WORDS_READ]
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    runs = {f"{first} {third}" for first, third in zip(pairs, pairs[2:], strict=False)}
    if len(runs) < KEPT:
        return []
    # written out, for an import makes millions of them
    number, blake = int.from_bytes, hashlib.blake2b
    hashed = {
        number(blake(run.encode(), digest_size=8).digest(), "big", signed=True) for run in runs
    }
    return nsmallest(KEPT, hashed)
