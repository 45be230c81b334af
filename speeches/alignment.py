"""Which paragraph is which after an edit, so that a link to a passage stays on its words.

Three passes, each over what the one before left: the same words, wherever they went; words and
neighbouring pairs of words in common, which finds edited, split and joined paragraphs; and, at
the same place between known neighbours, much the same letters or words in order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, product

__all__ = ["carry"]

# Two are the same paragraph from this part in common: of both, or of the shorter one.
_ENOUGH = 0.5
_ENOUGH_IN_ORDER = 0.7
# With fewer features than this in common, the shorter one is too short to be told by.
_TELLING = 6
# Up to here every pair is compared, feature by feature; beyond, only the pairs that share most of
# the features that few paragraphs have.
_FEW_COMPARISONS = 2_000_000
_RARE = 8
_BEST = 5
_FEW_NEIGHBOURS = 400
_SHORT_TEXT, _LONG_TEXT = 80, 2_000
# Words, and each letter of the scripts that part none.
_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")

Feature = str | tuple[str, str]


def carry(old: Sequence[tuple[str, str]], new: Sequence[str]) -> list[str | None]:
    """For each new paragraph the id it keeps, None where it is a new one.

    `old` holds id and text in order, ids unique. An unchanged paragraph keeps its id, also when
    moved, twins in their order; a changed one while it keeps about half of its words; of a split
    one the larger part; of joined ones the larger one's. No id is given twice.
    """
    alignment = _Alignment([text for _, text in old], new)
    alignment.match_unchanged()
    alignment.match_changed()
    alignment.match_neighbours()
    return [
        old[alignment.old_of[place]][0] if place in alignment.old_of else None
        for place in range(len(new))
    ]


class _Alignment:
    """Two versions of a text, and which places in them hold the same paragraph."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [" ".join(text.split()) for text in old]
        self.new = [" ".join(text.split()) for text in new]
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}

    def match(self, old: int, new: int) -> bool:
        """Take the two for the same paragraph, unless one of them is taken."""
        if old in self.new_of or new in self.old_of:
            return False
        self.old_of[new], self.new_of[old] = old, new
        return True

    def free_old(self) -> list[int]:
        return [place for place in range(len(self.old)) if place not in self.new_of]

    def free_new(self) -> list[int]:
        return [place for place in range(len(self.new)) if place not in self.old_of]

    # -- the same words

    def match_unchanged(self) -> None:
        """Paragraphs of the same words: both ends first, then the ones of a kind, then twins."""
        self._extend(-1, -1, 1)
        self._extend(len(self.old), len(self.new), -1)
        for old, new in self._same_texts():
            if len(old) == len(new) == 1:
                self.match(old[0], new[0])
        # twins stay beside the neighbours they had; only then do they go by their order
        for old_place, new_place in list(self.new_of.items()):
            self._extend(old_place, new_place, 1)
            self._extend(old_place, new_place, -1)
        for old, new in self._same_texts():
            for old_place, new_place in zip(old, new, strict=False):
                self.match(old_place, new_place)

    def _extend(self, old: int, new: int, step: int) -> None:
        """Match on from a pair in one direction, as long as the words are the same."""
        old, new = old + step, new + step
        while (
            0 <= old < len(self.old)
            and 0 <= new < len(self.new)
            and self.old[old] == self.new[new]
            and self.match(old, new)
        ):
            old, new = old + step, new + step

    def _same_texts(self) -> list[tuple[list[int], list[int]]]:
        """Free places of each text that stands on both sides."""
        places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for place in self.free_old():
            places[self.old[place]][0].append(place)
        for place in self.free_new():
            places[self.new[place]][1].append(place)
        return [pair for pair in places.values() if pair[0] and pair[1]]

    # -- words in common

    def match_changed(self) -> None:
        """Paragraphs with words in common, those with most in common first."""
        old = {place: _features(self.old[place]) for place in self.free_old()}
        new = {place: _features(self.new[place]) for place in self.free_new()}
        if not old or not new:
            return
        common = _Likeness(old, new)
        found = []
        for old_place, new_place in common.candidates():
            if amount := common.amount(old_place, new_place):
                is_moved = not self._are_neighbours(old_place, new_place)
                distance = abs(old_place - new_place)
                found.append((-amount, is_moved, distance, old_place, new_place))
        for *_, old_place, new_place in sorted(found):
            self.match(old_place, new_place)

    def _are_neighbours(self, old: int, new: int) -> bool:
        """Whether the paragraphs just before, or just after, are known to be the same."""
        before = old == new == 0 or (new and self.old_of.get(new - 1) == old - 1)
        return bool(before) or self.old_of.get(new + 1) == old + 1

    # -- letters or words in order

    def match_neighbours(self) -> None:
        """Between two known neighbours: paragraphs much the same from beginning to end."""
        for old, new in self._gaps():
            if len(old) * len(new) <= _FEW_NEIGHBOURS:
                pairs: Iterator[tuple[int, int]] = product(old, new)
            else:
                pairs = zip(old, new, strict=False)
            found = [
                (-likeness, old_place, new_place)
                for old_place, new_place in pairs
                if (likeness := _in_order(self.old[old_place], self.new[new_place]))
            ]
            for _, old_place, new_place in sorted(found):
                self.match(old_place, new_place)

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Free places on both sides between pairs that stand in order."""
        ends = [(-1, -1), *sorted(self.new_of.items()), (len(self.old), len(self.new))]
        gaps = []
        for (old_start, new_start), (old_end, new_end) in pairwise(ends):
            if new_start < new_end:  # else the pair was moved, and nothing lies between
                old = [n for n in range(old_start + 1, old_end) if n not in self.new_of]
                new = [n for n in range(new_start + 1, new_end) if n not in self.old_of]
                if old and new:
                    gaps.append((old, new))
        return gaps


class _Likeness:
    """How much old and new paragraphs have in common, rare words counting for more."""

    def __init__(
        self, old: dict[int, frozenset[Feature]], new: dict[int, frozenset[Feature]]
    ) -> None:
        self.old, self.new = old, new
        self.old_count = Counter(feature for found in old.values() for feature in found)
        self.new_count = Counter(feature for found in new.values() for feature in found)
        self.old_total = {place: self._weigh(found) for place, found in old.items()}
        self.new_total = {place: self._weigh(found) for place, found in new.items()}

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs worth comparing: all of them, or those that share most of what is rare."""
        if len(self.old) * sum(map(len, self.new.values())) <= _FEW_COMPARISONS:
            yield from product(self.old, self.new)
            return
        having: dict[Feature, list[int]] = defaultdict(list)
        for place, found in self.old.items():
            for feature in found:
                if self._count(feature) <= _RARE and feature in self.new_count:
                    having[feature].append(place)
        for new_place, found in self.new.items():
            rare = Counter(place for feature in found for place in having.get(feature, ()))
            for old_place, _ in rare.most_common(_BEST):
                yield old_place, new_place

    def amount(self, old: int, new: int) -> float:
        """What the two have in common; 0 when that is too little to be the same paragraph."""
        shared = self.old[old] & self.new[new]
        if not shared:
            return 0.0
        weight = self._weigh(shared)
        old_total, new_total = self.old_total[old], self.new_total[new]
        if len(shared) >= _TELLING and weight >= _ENOUGH * min(old_total, new_total):
            return weight
        return weight if 2 * weight >= _ENOUGH * (old_total + new_total) else 0.0

    def _count(self, feature: Feature) -> int:
        return max(self.old_count[feature], self.new_count[feature])

    def _weigh(self, features: frozenset[Feature]) -> float:
        return sum(1 / self._count(feature) for feature in features)


def _features(text: str) -> frozenset[Feature]:
    """The words of a paragraph and its pairs of neighbouring words."""
    words = _WORD.findall(text.casefold())
    return frozenset([*words, *pairwise(words)])


def _in_order(one: str, other: str) -> float:
    """The part that two paragraphs share in order; 0 when it is too small.

    Of the letters where they are short, else of the words, which are quicker compared.
    """
    length = max(len(one), len(other))
    if length > _LONG_TEXT:  # told by its words, or not at all
        return 0.0
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    if length <= _SHORT_TEXT:
        matcher.set_seqs(one, other)
    else:
        matcher.set_seqs(one.split(), other.split())
    for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio):
        if ratio() < _ENOUGH_IN_ORDER:
            return 0.0
    return matcher.ratio()
