"""
Whose turn it is to speak in a conversation: the labels before the words, however they are printed.

“Question: …”, “Q. …”, “Q - …”, a name or an office with a colon, at the head of a line, alone in
it, or in the middle of a paragraph whose line ends were lost. A label counts by its repetition.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from speeches.intake import people
from speeches.intake.accents import optional
from speeches.intake.page import Page
from speeches.intake.paste import Block, Words

_NAME = r"[^\W\d_a-zß-öø-ÿа-яё][\w.’'\- ()/]{0,60}?|[QAPR]\.?"
_LABEL = re.compile(
    rf"(?P<label>{_NAME})\s?(?:\((?P<office>[^()]{{3,80}})\))?\s?(?::(?:\s+(?=\S)|\s*$)|：\s?)"
)
_LOOSE = re.compile(
    r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){0,4})\s+(?=[A-ZÀ-Þ“\"][a-z’' ])"
)
_LETTER = re.compile(
    r"(?P<label>[QAPR])(?:\s?\.?\s?[-–—]\s?|\.\s{1,9}|\s{1,9})(?=[A-ZÀ-Þ¿¡“\"«(…][^\W\d_¿¡“ ])"
)
_INLINE = re.compile(
    optional(
        r"(?<=\s)(?P<label>(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*\s){0,3}[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+|[QA]"
        r"|Question|Journalist|Reporter|Answer|Pregunta|Respuesta|Réponse)\s?:\s+(?=[^\W\d_a-z]|[“\"«¿¡])"
    )
)
ASKS = re.compile(
    optional(
        r"(?:q\.?|question|journalists?|reporters?|correspondent|interviewer|host|presenter"
        r"|moderator|media|press|p\.?|pregunta|periodista|entrevistador\w*"
        r"|moderador\w*|journaliste|intervieweu\w+|modérat\w+|pergunta|jornalista"
        r"|entrevistador\w*|repórter|onu info|un news|noticias onu|onu news|speaker unknown"
        r"|unidentified.*|inaudible.*|вопрос|журналист|问|记者|سؤال)(?: \d+)?"
    ),
    re.I,
)
ANSWERS = re.compile(optional(r"(?:a\.?|r\.?|answer|réponse|respuesta|resposta|ответ|答)"), re.I)
_NOT_LABEL = re.compile(
    r"(?:subjects?|topics?|date|place|venue|time|location|contact|tel|note|photo|source|by"
    r"|from|to|cc|sent|subject|re|theme|tema|asunto|fecha|lugar|objet|lieu|program\w*|e&oe"
    r"|statement type|update|first|second|third|finally|title|transcription|transcript"
    r"|e ?& ?oe date)$",
    re.I,
)
_INTERPRETED = re.compile(
    optional(
        r"\b(?:interpr[eé]t|translat|spoke in|speaking in|traduc|en (?:français|anglais"
        r"|espagnol|inglés"
        r"|francés))"
    ),
    re.I,
)
_ARTICLE = re.compile(r"^(?:the|la|le|el|o|a)\s", re.I)
_MOST = 200
_MOST_VOICES = 60
_LONG_LINE = 200
_LEAST = 3
_MOST_WORDS = 6
_LONGEST_QUESTION = 320
_LONGEST_TURN = 4000
"""Signs of a line that are looked at behind its label."""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a turn begins, and the label it bears; a question may be told by its mark alone."""

    name: str
    words: Words
    office: str = ""
    is_printed: bool = True

    @property
    def start(self) -> int:
        return self.words.places[0]

    @property
    def asks(self) -> bool:
        return bool(ASKS.fullmatch(self.name))

    @property
    def answers(self) -> bool:
        return bool(ANSWERS.fullmatch(self.name))


@dataclass
class Speaking:
    """Somebody under whose label words stand."""

    label: str
    words: Words
    office: str = ""
    is_printed: bool = True
    turns: list[Block] = field(default_factory=list)
    asked: int = 0

    @property
    def is_asking(self) -> bool:
        return bool(ASKS.fullmatch(self.label)) or (
            self.asked * 2 > len(self.turns) and not people.OFFICE.search(self.label)
        )


def labels(page: Page) -> list[Label]:
    """The labels of a conversation in order; none where nothing tells that there is one."""
    found = _conversation(_printed(page))
    return found if _are_many(found) else _questions(page)


def _are_many(found: list[Label]) -> bool:
    """Whether labels come again, as they do where people speak in turns."""
    names = [_key(label.name) for label in found[:_MOST]]
    again = sum(names.count(name) > 1 for name in names)
    asked = sum(label.asks for label in found[:_MOST])
    answered = sum(label.answers for label in found[:_MOST])
    if asked and answered and len(names) <= 3 * (asked + answered):
        return True
    return len(names) >= _LEAST and again >= 2 and len(set(names)) >= 2


def _printed(page: Page) -> list[Label]:
    """Every label at the head of a line or within a long one."""
    found: list[Label] = []
    alone: list[Label] = []
    for line in page.content:
        label = _LABEL.match(line.text)
        if label and _may_be_label(label["label"]):
            made = _made(line.words, label)
            (found if label.end() < len(line.text) else alone).append(made)
    names = Counter(label.name.casefold() for label in [*found, *alone])
    found += [label for label in alone if label.asks or names[label.name.casefold()] > 1]
    found += _letters(page, {label.start for label in found})
    known = {label.name for label in found}
    for line in page.content:
        loose = _LOOSE.match(line.text)
        if loose and loose["label"] in known and not _LABEL.match(line.text):
            found.append(_made(line.words, loose))
    inline = list(_inline(page))
    if len(inline) >= _LEAST:
        taken = {label.start for label in found}
        found += [label for label in inline if label.start not in taken]
    return sorted(found, key=lambda label: label.start)


def _may_be_label(name: str) -> bool:
    return len(name.split()) <= _MOST_WORDS and not _NOT_LABEL.search(name)


def _made(words: Words, label: re.Match[str], start: int = 0) -> Label:
    office = (label.groupdict().get("office") or "").strip()
    office = "" if _INTERPRETED.search(office) else office
    end = min(len(words.text), label.end() + _LONGEST_TURN)
    return Label(label["label"].strip(), words.part(start, end), office)


def _letters(page: Page, taken: set[int]) -> Iterator[Label]:
    """“Q. …”, “R - …”: a letter without a colon, where both come, or the question comes again."""
    found = [
        _made(line.words, label)
        for line in page.content
        if line.start not in taken and (label := _LETTER.match(line.text))
    ]
    asking = sum(label.asks for label in found)
    if asking >= 2 or (asking and len(taken) >= 2):
        yield from (label for label in found if label.asks or label.answers)


def _inline(page: Page) -> Iterator[Label]:
    """Labels within long lines: a paper whose line ends were lost."""
    held = [
        (line, label)
        for line in page.content
        if len(line.text) > _LONG_LINE
        for label in _INLINE.finditer(line.text)
        if _may_be_label(label["label"])
    ]
    names = Counter(_key(label["label"]) for _, label in held)
    for line, label in held:
        name = label["label"]
        if names[_key(name)] > 1 or ASKS.fullmatch(name):
            yield _made(line.words, label, label.start())


def _conversation(found: list[Label]) -> list[Label]:
    """From the first label that comes again, or is one of questions and answers."""
    last = [_key(label.name) for label in found[:_MOST]]
    initials = {key for key in last if re.fullmatch(r"[a-z]\.", key)}
    for number, label in enumerate(found[:_MOST]):
        if (
            (last[number][:1] + "." in initials and " " in label.name)
            or last.count(last[number]) > 1
            or label.asks
            or label.answers
        ):
            while number and found[number - 1].words.text.endswith((".", "?", "!")):
                number -= 1
            return found[number:]
    return found


def _questions(page: Page) -> list[Label]:
    """
    An interview without labels: questions that fill a paragraph, each with an answer below.

    Only where the head calls it an interview: others ask questions too.
    """
    head = "\n".join(line.text for line in page.lines[:12])
    if not _INTERVIEW.search(head):
        return []
    found: list[Label] = []
    after_question = False
    for block in filter(lambda paragraph: paragraph.text, page.paragraphs):
        is_question = block.text.endswith("?") and len(block.text) <= _LONGEST_QUESTION
        if is_question and not after_question:
            found.append(Label("Question", block.words, is_printed=False))
        elif after_question and not is_question:
            found.append(Label("Answer", block.words, is_printed=False))
        after_question = is_question
    asked = sum(label.asks for label in found)
    return found if asked >= _LEAST and len(found) >= 2 * asked - 1 else []


_INTERVIEW = re.compile(
    optional(
        r"\b(?:interview|entretien|entrevista|interviewé|q ?& ?a|questions? and answers"
        r"|questions? à|(?:in )?conversation with|we (?:spoke|talked) (?:to|with)|cinco preguntas"
        r"|preguntas y respuestas|questions et réponses|\w+ questions (?:for|to))\b"
    ),
    re.I,
)


def _key(label: str) -> str:
    """What stays the same when a label is shortened: its last word, a name's."""
    last = label.split()[-1]
    return (last if last[:1].isupper() else label).casefold()


def pieces(page: Page, block: Block, starts: list[int]) -> Iterator[Block]:
    """A paragraph, parted where a label stands in it; the places of labels come in order."""
    cuts = starts[bisect_right(starts, block.start) : bisect_left(starts, block.end)]
    for first, last in zip([block.start, *cuts], [*cuts, block.end], strict=True):
        piece = page.between(first, last, block)
        if piece.text:
            yield Block(piece.words.places[0], piece.words.places[-1] + 1, piece.words, piece.level)


class Voices:
    """Who speaks, each under the label by which they are first called."""

    def __init__(self) -> None:
        self.all: list[Speaking] = []

    def of(self, label: Label) -> Speaking:
        """The voice of a label: the same label, or the same last word of a name."""
        name = _ARTICLE.sub("", label.name, count=1)
        last = name.split()[-1].casefold()
        if label.answers and (answering := self._only_answering()):
            return answering
        for voice in self.all:
            if _is_same(voice, name, last):
                return voice
        if len(self.all) < _MOST_VOICES:
            self.all.append(Speaking(name, label.words, label.office, label.is_printed))
        return self.all[-1]

    def _only_answering(self) -> Speaking | None:
        """The one person who can be meant by “A:”."""
        others = [voice for voice in self.all if not ASKS.fullmatch(voice.label)]
        return others[0] if len(others) == 1 else None


def _is_same(voice: Speaking, name: str, last: str) -> bool:
    known = voice.label.casefold()
    if any(kind.fullmatch(name) and kind.fullmatch(voice.label) for kind in (ASKS, ANSWERS)):
        return True
    short = re.fullmatch(r"(?:[^\W\d_]\.\s?){2,3}", name)
    if short and _initials(voice.label) == _initials(name):
        return True
    return known == name.casefold() or (known.split()[-1] == last and not ASKS.fullmatch(name))


def _initials(name: str) -> str:
    return "".join(part[:1] for part in re.findall(r"[^\W\d_]+", name)).casefold()
