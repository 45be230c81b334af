"""The best passages of statements that were found, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from speeches import markup, stems
from speeches.models import Passage, SpeechText

from .expression import All, Expression, Node, Without, Words
from .expression import Any as AnyOf

__all__ = ["Marked", "Marker", "passages"]

MOST_PASSAGES = 2
MOST_READ = 600
"""Passages of a text, from its beginning, in which the best are looked for."""

LONGEST = 320
"""Letters of a passage that are shown."""

LEAD = 80
"""Letters before the first marked word, where the passage is cut."""


_BETWEEN = {"", " ", "-", "–", "‐", "‑", "’", "'", "\n"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage that answers a search: its id, and its words with the found ones marked."""

    pid: str
    language: str
    words: SafeString

    @property
    def number(self) -> str:
        """As its page numbers it."""
        return self.pid.removeprefix("p")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Stems that are looked for in one order; the last may only begin a word."""

    stems: tuple[str, ...]
    beginning: bool
    said: bool
    clause: int
    weight: int

    @property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """Each stem, and whether a word need only begin so."""
        *whole, last = self.stems
        return (*((stem, False) for stem in whole), (last, self.beginning))


class _Lexicon:
    """
    What the words of a language have of what is wanted.

    Each word is looked at once, however often it stands in the passages of a page.
    """

    def __init__(self, wanted: Iterable[_Wanted], language: str) -> None:
        parts = {part for each in wanted for part in each.parts}
        self.language = language
        self.stems = {stem for stem, is_begun in parts if not is_begun}
        self.beginnings = [stem for stem, is_begun in parts if is_begun]
        self.known: set[str] = set()
        self.telling: dict[str, set[tuple[str, bool]]] = {}

    def parts_in(self, text: str) -> set[tuple[str, bool]]:
        """The parts of what is wanted that stand in a text, somewhere."""
        words = set(stems.words(text))
        for word in words - self.known:
            own = stems.of_word(word, self.language)
            if self.beginnings or not self.stems.isdisjoint(own):
                self.telling[word] = self._parts_of(own)
        self.known |= words
        return set().union(*(self.telling[word] for word in words & self.telling.keys()))

    def _parts_of(self, own: Iterable[str]) -> set[tuple[str, bool]]:
        whole = {(stem, False) for stem in own if stem in self.stems}
        begun = {(b, True) for b in self.beginnings if any(stem.startswith(b) for stem in own)}
        return whole | begun


class Marker:
    """Finds the words of an expression in passages."""

    def __init__(self, expression: Expression) -> None:
        self.wanted = [*_wanted(expression.nodes)]
        self._first = {each.stems[0] for each in self.wanted if not each.beginning}
        self._beginnings = tuple(each.stems[0] for each in self.wanted if each.beginning)
        self._lexicons: dict[str, _Lexicon] = {}
        self.most = self._score(self.wanted)
        """As well as words can answer at all."""

    def __bool__(self) -> bool:
        return bool(self.wanted)

    def at_most(self, words: str, language: str, *, is_said: bool = True) -> int:
        """How well words can answer, wherever they stand: ``spans`` never finds more."""
        if language not in self._lexicons:
            self._lexicons[language] = _Lexicon(self.wanted, language)
        stands = self._lexicons[language].parts_in(words)
        if not stands:
            return 0
        return self._score(
            each
            for each in self.wanted
            if (is_said or not each.said) and all(part in stands for part in each.parts)
        )

    def spans(
        self, words: str, language: str, *, is_said: bool = True
    ) -> tuple[int, list[tuple[int, int]]]:
        """How well the words answer (0: not at all), and where the wanted ones stand."""
        found = list(stems.tokens(words, language))
        spans: set[tuple[int, int]] = set()
        answered: set[_Wanted] = set()
        for place, token in enumerate(found):
            if token.stem not in self._first and not token.stem.startswith(self._beginnings):
                continue
            for each in self.wanted:
                run = found[place : place + len(each.stems)]
                if (is_said or not each.said) and _stands(each, run):
                    answered.add(each)
                    spans.update((part.start, part.end) for part in run)
        return self._score(answered), _joined(words, sorted(spans))

    def _score(self, answered: Iterable[_Wanted]) -> int:
        """Each clause counts once, by the best of what answers it."""
        best: dict[int, int] = {}
        for each in answered:
            best[each.clause] = max(best.get(each.clause, 0), each.weight)
        return sum(best.values())

    def marked(self, words: str, spans: Sequence[tuple[int, int]]) -> SafeString:
        """Words, cut around the first marked ones, with the marks."""
        start = 0
        if spans and spans[0][0] > LEAD and len(words) > LONGEST:
            start = max(0, min(spans[0][0] - LEAD, len(words) - LONGEST))
            start = words.find(" ", start, spans[0][0]) + 1 or start
        end = len(words)
        if end - start > LONGEST:
            end = words.rfind(" ", start, start + LONGEST)
            end = end if end > start else start + LONGEST
        pieces: list[tuple[SafeString | str]] = [("… " if start else "",)]
        place = start
        for first, last in spans:
            if first < place or last > end:
                continue
            pieces += [(words[place:first],), (format_html("<mark>{}</mark>", words[first:last]),)]
            place = last
        pieces += [(words[place:end],), (" …" if end < len(words) else "",)]
        return format_html_join("", "{}", pieces)


def _joined(words: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words that stand together are marked together."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and words[joined[-1][1] : start] in _BETWEEN:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _stands(wanted: _Wanted, run: Sequence[stems.Token]) -> bool:
    if len(run) < len(wanted.stems):
        return False
    *whole, last = [token.stem for token in run]
    *before, end = wanted.stems
    fits = last.startswith(end) if wanted.beginning else last == end
    return fits and whole == before


def _wanted(nodes: Iterable[Node]) -> Iterable[_Wanted]:
    """All that a passage could show; each clause is answered once, a phrase by more than a word."""
    for clause, node in enumerate(nodes, start=1):
        for words in _words(node):
            for sequence in words.sequences:
                weight = 3 * len(sequence) - 2
                yield _Wanted(sequence, words.beginning, words.where == "said", clause, weight)


def _words(node: Node) -> Iterable[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, All | AnyOf):
        for part in node.nodes:
            yield from _words(part)
    elif isinstance(node, Without):
        return


def passages(speeches: Iterable[Any], expression: Expression) -> dict[int, list[Marked]]:
    """
    For each statement, by its key, the passages of its preferred text that answer best.

    Only of texts that readers are shown in full. One query for all.
    """
    marker = Marker(expression)
    texts = {text.pk: text for speech in speeches if (text := _shown(speech))}
    if not marker or not texts:
        return {}
    found: dict[int, list[Marked]] = {}
    columns = ("text_id", "pid", "kind", "voice", "body")
    rows = Passage.objects.filter(text__in=texts, position__lt=MOST_READ)
    rows = rows.exclude(kind=Passage.Kind.HEADING).order_by("text_id", "position")
    for key, those in groupby(rows.values_list(*columns, named=True), lambda row: row.text_id):
        if best := _best(marker, those, texts[key].language):
            found[texts[key].speech_id] = best
    return found


def _best(marker: Marker, passages: Iterable[Any], language: str) -> list[Marked]:
    """Those that answer best, of equally good ones the first; marked."""
    best: list[tuple[int, Any, str, list[tuple[int, int]]]] = []
    for passage in passages:
        least = best[-1][0] if len(best) == MOST_PASSAGES else 0
        if least == marker.most:
            break
        words = markup.plain(passage.body) if _needs_plain(passage.body) else passage.body
        is_said = passage.voice != Passage.Voice.NARRATION
        if marker.at_most(words, language, is_said=is_said) > least:
            score, spans = marker.spans(words, language, is_said=is_said)
            if score > least:
                best.append((score, passage, words, spans))
                best = sorted(best, key=lambda each: -each[0])[:MOST_PASSAGES]
    return [
        Marked(passage.pid, language, marker.marked(words, spans))
        for _score, passage, words, spans in best
    ]


def _needs_plain(body: str) -> bool:
    return any(sign in body for sign in "*_[\\#>|\n")


def _shown(speech: Any) -> SpeechText | None:
    text = speech.preferred_text
    return text if text is not None and text.is_held and text.may_be_shown else None
