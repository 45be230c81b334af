"""
Words as they were before a machine misread them: NATI0NS, lnformation, vil1age.

Sign for sign, so that every word keeps its place; only heads and formulas are looked at so, the
words of a statement stay as the paper has them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .paste import Block, Words

_SIGNS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("0", re.compile(r"(?<=[A-ZÀ-Þ])0(?=[A-ZÀ-Þ])|(?<![\w/.-])0(?=[A-ZÀ-Þ]{1,12}\b)"), "O"),
    ("0", re.compile(r"(?<=\b[TND])0(?=\s)|(?<=[A-ZÀ-Þ]{3})0(?=\s)"), "O"),
    ("0", re.compile(r"(?<=[a-zà-ÿ])0(?=[a-zà-ÿ])|(?<![\w/.-])0(?=f\b|n\b|r\b)"), "o"),
    ("0", re.compile(r"(?<![\w/.,-])0(?=[a-zà-ÿ]{3})"), "O"),
    ("1", re.compile(r"(?<=[AEIOU])1(?=[AEIOU])|(?<=[A-ZÀ-Þ]1)1(?=[A-ZÀ-Þ])"), "L"),
    ("1", re.compile(r"(?<=[A-ZÀ-Þ])[1l](?=[A-ZÀ-Þ])"), "I"),
    ("1", re.compile(r"(?<=[a-zà-ÿ])1(?=[a-zà-ÿ])|(?<![\w/.,-])1(?=[a-z]{4})"), "l"),
    ("1", re.compile(r"(?<=[a-zà-ÿ]{3})1(?!\w)"), "l"),
    ("l", re.compile(r"\bl(?=n[a-z]{3})"), "I"),
    ("5", re.compile(r"(?<=[A-ZÀ-Þ]{2})5(?=[A-ZÀ-Þ]{2})"), "S"),
)
_SUSPECT = re.compile(r"[A-Za-zÀ-ÿ][015]|[015][A-Za-zÀ-ÿ]|\d[lIOo]|[lIOo]\d")
_MIXED = re.compile(r"\d[lIOo]|[lIOo]\d|/[lIOo]")
_FIGURE = re.compile(r"\d")
_SMALL_L = re.compile(r"l(?:(?<=[A-Z]l)[A-Z]|(?<=\bl)n)")
_SYMBOL = re.compile(r"(?<![\w/.])[A-Z]{1,6}(?:/[\w.-]{1,12}){1,6}(?!\w)")
_IN_SYMBOL = re.compile(
    r"(?<=[/\d.])[\dlIOo]*\d[\dlIOo]*(?![A-Za-z])|(?<=/)[lIOo][\dlIOo]*\d(?!\w)"
)
_NUMBER = re.compile(r"(?<![\w.,/-])(?=[lIOo]{0,3}\d)[\dlIOo]{2,4}(?=(?:st|nd|rd|th|er)?(?![\w-]))")
_FIGURES = str.maketrans("lIOo", "1100")


def repaired(text: str) -> str:
    """The text with misread signs put right: as long as before, each sign in its place."""
    is_suspect = _FIGURE.search(text) and _SUSPECT.search(text)
    if not is_suspect and not _SMALL_L.search(text):
        return text
    if _MIXED.search(text):
        text = _SYMBOL.sub(_with_figures, text)
        text = _NUMBER.sub(_figures, text)
    for printed, pattern, sign in _SIGNS:
        if printed in text or (printed == "1" and "l" in text):
            text = pattern.sub(sign, text)
    return text


def _with_figures(found: re.Match[str]) -> str:
    """A document symbol whose figures were taken for letters: SG/SM/92l4."""
    return _IN_SYMBOL.sub(_figures, found[0])


def _figures(found: re.Match[str]) -> str:
    return found[0].translate(_FIGURES)


def put_right(block: Block) -> Block:
    """A line of a head as it was before it was misread."""
    text = repaired(block.text)
    return block if text == block.text else replace(block, words=replace(block.words, text=text))


_SPACED = re.compile(r"(?<!\S)(?:[^\W_]\s+){4,}[^\W_](?!\S)|(?<!\S)(?:[A-ZÀ-Þ]\s){3}[A-ZÀ-Þ](?!\S)")


def closed_up(line: Block) -> Block:
    """A line whose letters were printed apart, put together: “P R E S S   R E L E A S E”.

    Between two words the letters stand farther apart than within one.
    """
    if not (found := _SPACED.search(line.text)):
        return line
    held, places = line.words.text, line.words.places
    first, last = found.span()
    gaps = [places[n + 2] - places[n] for n in range(first, last - 2, 2)]
    least = min(gaps)
    kept = [
        n
        for n in range(len(held))
        if not (first < n < last and held[n] == " " and places[n + 1] - places[n - 1] <= least)
    ]
    words = Words("".join(held[n] for n in kept), tuple(places[n] for n in kept))
    return replace(line, words=words)
