"""Symbols of United Nations documents: found in a text, split where joined, made comparable.

The structure is that of the Dag Hammarskjöld Library's guide to document symbols: the organ, its
bodies, a session or year, the kind of document, a number; press releases have series of their own.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Symbol", "find", "normalise", "split"]


class Symbol(NamedTuple):
    """A symbol as printed, and its place in the text."""

    text: str
    start: int
    end: int


# Issuing bodies and series of press releases whose symbols are known; others are not guessed.
_BODIES = (
    "CAT CBD CCPR CCW CD CEDAW CERD CRC CRPD DP FCCC HRI HSP ICCD ISBA JIU NPT SSC ST TCDC TD"
    " UNCTAD UNEP UNW"
)
_PRESS = (
    "AFR AG AGSM BIO CHILD CPSD CS DC DEV DH DSG ECOSOC ENV FEM GA HR ICEF IHA LAB NAR NGO OBV"
    " ORG PAL PI PKO POP RD REC REF SAG SC SEA SG SOC TAD UNIS WOM"
)
_SERIES = "|".join(sorted(f"{_BODIES} {_PRESS}".split(), key=len, reverse=True))

_WORD = r"[A-Z][A-Za-z]{0,9}"
_NUMBERED = r"(?:\d{1,6}[A-Z]?|[A-Z][A-Za-z]{0,9}\.(?:\d{1,5}|[IVX]{1,6})|E?S-(?:\d{1,3}|[IVX]+))"
_PART = rf"(?:/(?:{_NUMBERED}|{_WORD})(?:\([A-Z0-9-]{{1,12}}\))?)"
# the session or the year in brackets that older resolutions carry
_BRACKET = r"(?: ?\((?:[IVXLES-]+|\d{4})\))?"
_SESSION = r"(?:\d{1,4}|E?S-\d{1,2})"
_ORGAN = r"(?:[A-Z]{2,6}|[A-Z]{1,4}\.\d{1,3})"
_SYMBOL = re.compile(
    r"(?<![\w/.=&?#%@~\\])"
    r"(?:"
    rf"[ASE]/(?:HRC/|C\.\d/)?R(?:ES|es)/{_NUMBERED}(?:/{_NUMBERED})*{_BRACKET}"
    # the three organs: a session, a year or a body of theirs; a number alone before 1976
    rf"|[ASE]/(?:{_SESSION}|{_ORGAN}){_PART}{{0,5}}/{_NUMBERED}"
    r"|[ASE]/(?:PV|SR|CONF|INF|L)\.\d{1,5}|[AS]/\d{3,5}"
    rf"|(?:{_SERIES}){_PART}{{1,5}}/{_NUMBERED}"
    # two letters and a small number are too often something else
    rf"|(?:{_SERIES})/\d{{3,6}}|(?:{_SERIES})(?<=[A-Z]{{3}})/\d\d"
    r"|L/(?:T/)?\d{3,5}"
    r")"
    r"(?!\w)(?!/\w)"
)
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,20}://|\bwww\.)\S+", re.IGNORECASE)
_JOINT = re.compile(r"\s*[-–—]\s*(?=[A-Z]{1,10}/)|\s*[;,\n]\s*")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def find(text: str) -> list[Symbol]:
    """Every symbol in a text, in its order; joined symbols one by one; none inside addresses."""
    without_addresses = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    return [Symbol(found[0], *found.span()) for found in _SYMBOL.finditer(without_addresses)]


def split(symbol: str) -> list[str]:
    """The symbols of a line that joins several (`DSG/SM/1083-DEV/3280`), as they are printed.

    What is not known as a symbol is kept too: somebody meant it as one.
    """
    parts = (" ".join(part.split()) for part in _JOINT.split(symbol))
    return list(dict.fromkeys(part for part in parts if part))


def normalise(symbol: str) -> str:
    """The key under which a symbol is looked up: capitals, no spaces, plain hyphens."""
    folded = unicodedata.normalize("NFKD", symbol).upper()
    folded = _DASHES.sub("-", unicodedata.normalize("NFKD", folded))
    # a symbol has no accents: marks only come from spaces that carry them
    letters = (letter for letter in folded if not unicodedata.combining(letter))
    return "".join("".join(letters).split()).strip("/.,;:")
