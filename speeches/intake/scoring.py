"""
How good the reader is: what it makes of a case, measured against the truth about that case.

A case is a text (``NN-slug.txt``) and the truth about it (``NN-slug.json``), in the fields that
``report.as_json`` gives. Each field that a case has is worth one point; a case is worth the mean
of its fields, a folder the mean of its cases. The rules are those of the folder of samples.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from speeches.offsets import decode

from .parser import read
from .report import as_json

_LIKE = 0.85
_LIKE_EVENT = 0.75
_LIKE_OFFICE = 0.6
_SHORT_LINE = 25
"""A line shorter than this must be a line of the body to count as kept: it may be a common word."""
_COMPARED = 40
_WITHOUT_SIGNS = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'") | dict.fromkeys("–—‑", "-")
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_#\\]+")

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """How one case was read: its group, and each field from 0 to 1."""

    name: str
    group: str
    fields: dict[str, float]

    @property
    def mean(self) -> float:
        return sum(self.fields.values()) / len(self.fields)


def score_folder(folder: Path) -> Iterator[Result]:
    """Read and score every case of a folder, in order. Raises OSError, or ValueError for a truth
    that is not JSON."""
    for path in sorted(folder.glob("[0-9][0-9]*-*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        text, _ = decode(path.with_suffix(".txt").read_bytes())
        group = str(truth.get("group", ""))
        yield Result(path.stem, group, score(truth, as_json(read(text))))


def score(truth: Fields, draft: Fields) -> dict[str, float]:
    """Each field of the truth that can be scored, from 0 to 1."""
    case = _Case(truth, draft)
    found = {name: case.same(name) for name in _EXACT}
    found |= {name: case.alike(name, like) for name, like in _ALIKE.items()}
    found["speakers"] = max(_people(draft.get("speakers") or [], want) for want in case.speakers())
    found |= case.body()
    if truth["quotations"]:
        found["quotations"] = case.quotations()
    return found


def means(results: list[Result]) -> tuple[dict[str, tuple[float, int]], dict[str, float], float]:
    """Mean and count of each field, mean of each group, mean of all."""
    fields: dict[str, list[float]] = defaultdict(list)
    groups: dict[str, list[float]] = defaultdict(list)
    for result in results:
        groups[result.group].append(result.mean)
        for name, value in result.fields.items():
            fields[name].append(value)
    return (
        {name: (_mean(values), len(values)) for name, values in fields.items()},
        {name: _mean(values) for name, values in sorted(groups.items())},
        _mean([result.mean for result in results]),
    )


_EXACT = ("kind", "delivered_on", "released_on", "language")
_ALIKE = {"title": _LIKE, "place": _LIKE, "symbol": _LIKE, "event": _LIKE_EVENT}


class _Case:
    """One truth and one draft, side by side."""

    def __init__(self, truth: Fields, draft: Fields) -> None:
        self.truth = truth
        self.draft = draft
        self.accepted: Fields = truth.get("accept", {})

    def right(self, name: str) -> list[Any]:
        """The answer, and the others that are right too."""
        return [self.truth[name], *self.accepted.get(name, [])]

    def same(self, name: str) -> float:
        return float(self.draft.get(name) in self.right(name))

    def alike(self, name: str, like: float) -> float:
        got = self.draft.get(name)
        if got is None:
            return float(None in self.right(name))
        return float(any(bool(want) and _is_like(got, want, like) for want in self.right(name)))

    def speakers(self) -> list[list[Fields]]:
        other = self.accepted.get("speakers")
        return [self.truth["speakers"]] + ([] if other is None else [other])

    def body(self) -> dict[str, float]:
        """Whether the body begins and ends where it should, and holds nothing that it shouldn't."""
        text = self.draft.get("body") or ""
        body = _bare(text)
        found = {}
        if self.truth["body_first_words"] is not None:
            found["body_start"] = self._meets("body_first_words", body.startswith)
        if self.truth["body_last_words"] is not None:
            found["body_end"] = self._meets("body_last_words", body.endswith)
        foreign = [line for line in map(_fold, self.truth["not_in_body"]) if len(line) > 3]
        if foreign and self.truth["body_first_words"] is not None:
            lines = {_fold(line) for line in text.split("\n")}
            whole = _fold(text)
            kept = sum(
                line not in (lines if len(line) < _SHORT_LINE else whole) for line in foreign
            )
            found["junk_kept_out"] = kept / len(foreign) if whole else 0.0
        return found

    def _meets(self, name: str, meets: Callable[[str], bool]) -> float:
        return float(any(want and meets(_bare(want)) for want in self.right(name)))

    def quotations(self) -> float:
        """Half a point for each quotation found, half for its speaker; surplus ones cost."""
        wanted, given = self.truth["quotations"], self.draft.get("quotations") or []
        points = 0.0
        for want in wanted:
            begins = _bare(want["first_words"])[:_COMPARED]
            got = next((one for one in given if _words_of(one).startswith(begins)), None)
            if got is not None:
                points += 1.0 if self._said_by(got, want["speaker"]) else 0.5
        return points / max(len(wanted), len(given))

    def _said_by(self, got: Fields, speaker: str) -> bool:
        names = [speaker, *self.accepted.get("quotation_speaker", {}).get(speaker, [])]
        return any(_is_person({"name": got.get("speaker")}, {"name": name}) for name in names)


def _people(got: list[Fields], wanted: list[Fields]) -> float:
    """Names are worth six tenths, offices four; each person too many costs half a person."""
    if not wanted:
        return float(not got)
    points = 0.0
    for want in wanted:
        hit = next((one for one in got if _is_person(one, want)), None)
        if hit is not None:
            office = want.get("office")
            named = not office or _is_like(hit.get("office"), office, _LIKE_OFFICE)
            points += 1.0 if named else 0.6
    return points / (len(wanted) + 0.5 * max(0, len(got) - len(wanted)))


def _is_person(got: Fields, want: Fields) -> bool:
    """The same name, or one that holds the other; where none is given, a like office."""
    given, name = _fold(got.get("name")), _fold(want.get("name"))
    if not name:
        return not given and _is_like(got.get("office"), want.get("office"), _LIKE_OFFICE)
    return name in given or (bool(given) and given in name)


def _is_like(one: str | None, other: str | None, least: float) -> bool:
    first, second = _fold(one), _fold(other)
    if first == second:
        return True
    return bool(first and second) and SequenceMatcher(None, first, second).ratio() >= least


def _words_of(quotation: Fields) -> str:
    return _bare(quotation.get("text") or quotation.get("first_words"))


def _bare(text: str | None) -> str:
    return _fold(text).strip(" \"'")


def _fold(text: str | None) -> str:
    """Words for comparison: one kind of quotes and dashes, no marks, single spaces, small."""
    text = unicodedata.normalize("NFKC", text or "")
    text = _LINK.sub(r"\1", text).translate(_WITHOUT_SIGNS)
    return " ".join(_MARKS.sub(" ", text).split()).casefold()


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
