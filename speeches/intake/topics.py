"""Tags that the words of a statement name, by name or label in any language we hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from speeches.models import Tag, TagLabel
from speeches.offsets import fold

from .reading import Confidence

__all__ = ["Topic", "named_in"]

SHOWN = 30
_LONGEST = 7
_WORD = re.compile(r"[\w+&/-]+")  # an apostrophe parts words: l'équité
_TRIM = "-/"
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class Topic:
    """A tag, the words by which the text names it, and how often it does."""

    tag: Tag
    words: str
    times: int

    @property
    def confidence(self) -> Confidence:
        return Confidence.CERTAIN if self.times > 1 else Confidence.LIKELY

    @property
    def reason(self) -> str:
        often = "once" if self.times == 1 else f"{self.times} times"
        return f"“{self.words}” stands in it {often}."


def named_in(text: str) -> list[Topic]:
    """
    Tags named in a text, the most frequent first.

    The vocabulary is small by design and read whole, in two queries whatever the text's length;
    the text is cut into runs of up to seven words, and each run is looked up once.
    """
    labels = dict(TagLabel.objects.order_by("pk").values_list("key", "tag"))
    keys = labels | dict(Tag.objects.order_by("pk").values_list("key", "pk"))
    folded = fold(text)
    runs = _runs(folded)
    times: Counter[int] = Counter()
    words: dict[int, str] = {}
    for key in sorted(keys, key=len, reverse=True):
        spoken = " ".join(word.strip(_TRIM) for word in _WORD.findall(key))
        count = folded.count(key) if _UNSPACED.search(key) else runs.get(spoken, 0)
        if count and len(key) > 1:
            times[keys[key]] += count
            words.setdefault(keys[key], key)
    tags = Tag.objects.in_bulk([pk for pk, _count in times.most_common(SHOWN)])
    return [
        Topic(tags[pk], words[pk], count) for pk, count in times.most_common(SHOWN) if pk in tags
    ]


def _runs(folded: str) -> Counter[str]:
    """How often each run of words stands in a text."""
    words = [word.strip(_TRIM) for word in _WORD.findall(folded)]
    found: Counter[str] = Counter()
    for length in range(1, _LONGEST + 1):
        found.update(" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
    return found
