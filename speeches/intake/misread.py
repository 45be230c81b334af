"""
Words as they were before a machine misread them: NATI0NS, lnformation, vil1age.

Sign for sign, so that every word keeps its place; only heads and formulas are looked at so, the
words of a statement stay as the paper has them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .paste import Block

_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[A-ZÀ-Þ])0(?=[A-ZÀ-Þ])|(?<![\w/.-])0(?=[A-ZÀ-Þ]{1,12}\b)"), "O"),
    (re.compile(r"(?<=\b[TND])0(?=\s)|(?<=[A-ZÀ-Þ]{3})0(?=\s)"), "O"),
    (re.compile(r"(?<=[a-zà-ÿ])0(?=[a-zà-ÿ])|(?<![\w/.-])0(?=f\b|n\b|r\b)"), "o"),
    (re.compile(r"(?<=[AEIOU])1(?=[AEIOU])|(?<=[A-ZÀ-Þ]1)1(?=[A-ZÀ-Þ])"), "L"),
    (re.compile(r"(?<=[A-ZÀ-Þ])[1l](?=[A-ZÀ-Þ])"), "I"),
    (re.compile(r"(?<=[a-zà-ÿ])1(?=[a-zà-ÿ])|(?<![\w/.,-])1(?=[a-z]{4})"), "l"),
    (re.compile(r"\bl(?=n[a-z]{3})"), "I"),
    (re.compile(r"(?<=[A-ZÀ-Þ]{2})5(?=[A-ZÀ-Þ]{2})"), "S"),
)
_SUSPECT = re.compile(r"[A-Za-zÀ-ÿ][015]|[015][A-Za-zÀ-ÿ]|[A-Z]l[A-Z]|\bln")


def repaired(text: str) -> str:
    """The text with misread signs put right: as long as before, each sign in its place."""
    if not _SUSPECT.search(text):
        return text
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return text


def put_right(block: Block) -> Block:
    """A line of a head as it was before it was misread."""
    text = repaired(block.text)
    return block if text == block.text else replace(block, words=replace(block.words, text=text))
