"""
Interviews and press conferences: several people's words, each under a label with a colon.

The words of who answers are a statement of theirs; a question goes with the answer, as narration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from speeches.intake import credits, datings, people, places
from speeches.intake.page import Page, date_in, fact, is_symbol_line, keep_out, passage
from speeches.intake.paste import Block, Words
from speeches.intake.reading import (
    Basis,
    Fact,
    KeptOut,
    Reading,
    ReadPassage,
    Reason,
    Statement,
    Voice,
)

from .closing import body_of
from .layout import Layout

_LABEL = re.compile(
    r"(?P<label>[^\W\d_a-zß-öø-ÿа-яё][\w.’'\- ()/]{0,60}?|Q|A|P|R|Q\."
    r"|A\.)\s?(?:\((?P<office>[^()]{3,80})\))?\s?(?::\s+|：\s?)(?=\S)"
)
_LOOSE = re.compile(
    r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){0,4})\s+(?=[A-ZÀ-Þ“\"][a-z’' ])"
)
_ASKS = re.compile(
    r"(?:q|question|journalists?|reporters?|correspondent|interviewer|host|presenter"
    r"|moderator|media|press|p|pregunta|periodista|entrevistador\w*"
    r"|moderador\w*|journaliste|intervieweu\w+|modérat\w+|pergunta|jornalista"
    r"|entrevistador\w*|repórter|onu info|un news|noticias onu|onu news|speaker unknown"
    r"|unidentified.*|вопрос|журналист|问|记者|سؤال)(?: \d+)?",
    re.I,
)
_ANSWERS = re.compile(r"(?:a|r|answer|réponse|respuesta|resposta|ответ|答)", re.I)
_TITLE = re.compile(
    r"\b(?:interview|press (?:conference|briefing|encounter|stakeout)|stakeout|transcript"
    r"|doorstop|briefing|q ?& ?a|questions? and answers|conférence de presse|entretien"
    r"|entrevista|rueda de prensa|conferencia de prensa|coletiva|remarks|interview)\b",
    re.I,
)
_SUBJECTS = re.compile(r"\s*\b(?:subjects?|topics?|e ?& ?oe?)\s?:.*$", re.I | re.S)
_NOT_LABEL = re.compile(
    r"(?:subjects?|topics?|date|place|venue|time|location|contact|tel|note|photo|source|by"
    r"|from|to|cc|sent|subject|re|theme|tema|asunto|fecha|lugar|objet|lieu|program\w*|e&oe"
    r"|statement type|update|first|second|third|finally)$",
    re.I,
)
_LAST_PART = re.compile(r"[-–—,]\s*(?P<place>[^-–—,]{3,40})\s*$")
_SHORT_OFFICES = {
    "SG": "Secretary-General",
    "DSG": "Deputy Secretary-General",
    "PGA": "President of the General Assembly",
    "PM": "Prime Minister",
    "FM": "Foreign Minister",
}
_LEAST = 3
_MOST_VOICES = 60


@dataclass
class _Voice:
    """Somebody under whose label words stand."""

    label: str
    words: Words
    office: str = ""
    turns: list[Block] = field(default_factory=list)
    asked: int = 0

    @property
    def is_asking(self) -> bool:
        return bool(_ASKS.fullmatch(self.label)) or (
            self.asked * 2 > len(self.turns) and not people.OFFICE.search(self.label)
        )


def labels(page: Page) -> list[tuple[Block, re.Match[str]]]:
    """The lines that begin with the label of a speaker."""
    found = []
    for line in page.content:
        label = _LABEL.match(line.text)
        if label and len(label["label"].split()) <= 6 and not _NOT_LABEL.search(label["label"]):
            found.append((line, label))
    return found


def weight(page: Page) -> int:
    """How much speaks for a transcript: labels that come again."""
    names = [label["label"].casefold() for _, label in labels(page)[:200]]
    again = sum(names.count(name) > 1 for name in names)
    asked = sum(bool(_ASKS.fullmatch(name)) for name in names)
    answered = sum(bool(_ANSWERS.fullmatch(name)) for name in names)
    if asked and answered and len(names) <= 3 * (asked + answered):
        return 6
    return 6 if len(names) >= _LEAST and again >= 2 and len(set(names)) >= 2 else 0


def read(page: Page, layout: Layout) -> Reading:
    """A conversation: one statement for each person who answers."""
    labelled = _conversation(labels(page))
    start = labelled[0][0].start if labelled else len(page.text)
    head = [line for line in page.content if line.start < start]
    body = body_of(page, start)
    voices, passages = _turns(page, body.paragraphs)
    title = _title(head)
    day, place = _day_and_place(head, title)
    statements = tuple(_statements(voices, passages, head, day))
    status = next(
        (
            fact(line.words, value="transcript", basis=Basis.DERIVED)
            for line, _ in page.furniture
            if re.search("transcri", line.text, re.I)
        ),
        None,
    )
    return Reading(
        text=page.text,
        layout=layout.name,
        kind=layout.kind,
        genre="transcript",
        title=title,
        place=place,
        symbols=page.symbols(start),
        language=page.language(),
        statements=tuple(
            replace(statement, text_status=status, place=place) for statement in statements
        ),
        kept_out=(*_head_lines(head, title), *page.kept_before(start), *body.kept_out),
    )


def _conversation(
    labelled: list[tuple[Block, re.Match[str]]],
) -> list[tuple[Block, re.Match[str]]]:
    """From the first label that comes again, or is one of questions and answers."""
    last = [_key(label["label"]) for _, label in labelled[:200]]
    initials = {key for key in last if re.fullmatch(r"[a-z]\.", key)}
    for number, (_, label) in enumerate(labelled[:200]):
        name = label["label"]
        if (
            (last[number][:1] + "." in initials and " " in name)
            or last.count(last[number]) > 1
            or _ASKS.fullmatch(name)
            or _ANSWERS.fullmatch(name)
        ):
            while number and labelled[number - 1][0].text.endswith((".", "?", "!")):
                number -= 1
            return labelled[number:]
    return labelled


def _key(label: str) -> str:
    return label.split()[-1].casefold()


def _initials(name: str) -> str:
    return "".join(part[:1] for part in re.findall(r"[^\W\d_]+", name)).casefold()


def _turns(
    page: Page, paragraphs: list[Block]
) -> tuple[list[_Voice], list[tuple[_Voice, ReadPassage]]]:
    """Who speaks, and each passage with whose it is; a line without a label goes on."""
    voices: list[_Voice] = []
    found: list[tuple[_Voice, ReadPassage]] = []
    current: _Voice | None = None
    for block in paragraphs:
        for piece in _parts(page, block):
            label = _label_of(piece.text, voices)
            if label is not None:
                current = _voice(voices, label, piece.words)
                current.turns.append(piece)
                current.asked += "?" in piece.text[-140:] or "?" in piece.text[:300]
            if current is not None:
                found.append((current, passage(piece, Voice.VERBATIM, current.label)))
    return voices, found


def _label_of(text: str, voices: list[_Voice]) -> re.Match[str] | None:
    label = _LABEL.match(text)
    if label and len(label["label"].split()) <= 6 and not _NOT_LABEL.search(label["label"]):
        return label
    loose = _LOOSE.match(text)
    known = {voice.label.casefold() for voice in voices}
    return loose if loose and loose["label"].casefold() in known else None


def _parts(page: Page, block: Block) -> Iterator[Block]:
    """A paragraph, parted before each line that begins with a label."""
    run: list[Block] = []
    for line in page.lines_of(block):
        if run and _label_of(line.text, []):
            yield page.between(run[0].start, run[-1].end, block)
            run = []
        run.append(line)
    if run:
        yield page.between(run[0].start, run[-1].end, block)


_ARTICLE = re.compile(r"^(?:the|la|le|el|o|a)\s", re.I)


def _voice(voices: list[_Voice], label: re.Match[str], words: Words) -> _Voice:
    """The voice of a label: the same label, or the same last word of a name."""
    name = _ARTICLE.sub("", label["label"].strip(), count=1)
    office = (label.groupdict().get("office") or "").strip()
    last = name.split()[-1].casefold()
    for voice in voices:
        known = voice.label.casefold()
        if any(kind.fullmatch(name) and kind.fullmatch(voice.label) for kind in (_ASKS, _ANSWERS)):
            return voice
        short = re.fullmatch(r"(?:[^\W\d_]\.\s?){2,3}", name)
        if short and _initials(voice.label) == _initials(name):
            return voice
        if known == name.casefold() or (known.split()[-1] == last and not _ASKS.fullmatch(name)):
            voice.office = voice.office or office
            return voice
    if len(voices) < _MOST_VOICES:
        voices.append(_Voice(name, words, office))
    return voices[-1]


def _statements(
    voices: list[_Voice],
    passages: list[tuple[_Voice, ReadPassage]],
    head: list[Block],
    day: Fact | None,
) -> Iterator[Statement]:
    """One for each who answers, with the questions that lead up to the answers."""
    answering = [voice for voice in voices if not voice.is_asking] or voices[:1]
    held: dict[int, list[ReadPassage]] = {id(voice): [] for voice in answering}
    waiting: list[ReadPassage] = []
    last: _Voice | None = None
    for voice, piece in passages:
        if id(voice) in held:
            held[id(voice)] += [*waiting, piece]
            waiting, last = [], voice
        else:
            waiting.append(replace(piece, voice=Voice.NARRATION))
    if last is not None:
        held[id(last)] += waiting
    for voice in answering:
        yield _person(
            voice,
            head,
            Statement(passages=tuple(held[id(voice)]), delivered=day, kind=_kind(voice)),
        )


def _kind(voice: _Voice) -> Fact:
    note = "Questions and answers."
    return fact(
        voice.words, 0, max(1, len(voice.label)), value="interview", basis=Basis.INFERRED, note=note
    )


def _person(voice: _Voice, head: list[Block], statement: Statement) -> Statement:
    """The name and office of a voice, from its label and from the head."""
    label = voice.label
    shift = max(voice.words.text.find(label), 0)
    printed = fact(voice.words, shift, shift + len(label))
    office = people.OFFICE.match(label)
    name = None
    if office and (span := people.full_name_at(label, min(len(label), office.end() + 1))):
        name = span
    elif not office or people.HONORIFIC_AT.match(label):
        name = people.full_name_at(label, 0)
    if _ANSWERS.fullmatch(label):
        name = office = None
    speaker = fact(voice.words, shift + name[0], shift + name[1]) if name else None
    capacity = fact(voice.words, shift + office.start(), shift + office.end()) if office else None
    if voice.office:
        start = voice.words.text.find(voice.office)
        capacity = fact(voice.words, start, start + len(voice.office))
    if label.upper() in _SHORT_OFFICES:
        speaker = None
        capacity = replace(printed, value=_SHORT_OFFICES[label.upper()], basis=Basis.DERIVED)
    if office and not name and (named := _holder(label, head)):
        speaker = named
    full = _in_head(label[slice(*name)] if name else label, head, by_name=name is not None)
    if full:
        speaker = full[0] or speaker
        if full[1] and (capacity is None or capacity.value.casefold() in full[1].value.casefold()):
            capacity = full[1]
    if _ANSWERS.fullmatch(label) and not full:
        speaker, capacity = _first_named(head)
    return replace(statement, speaker=speaker, capacity=capacity, printed_as=printed)


def _in_head(
    words: str, head: list[Block], *, by_name: bool
) -> tuple[Fact | None, Fact | None] | None:
    """The person of a label as the head prints them: full name, and the office beside it."""
    last = words.split()[-1].casefold() if words.split() else ""
    for number, line in enumerate(head):
        place = line.text.casefold().find(last)
        if (
            not last
            or place < 0
            or not re.search(rf"(?<!\w){re.escape(last)}(?!\w)", line.text.casefold())
        ):
            continue
        if not by_name:
            continue
        for start in _name_starts(line.text, place):
            span = people.full_name_at(line.text, start)
            if span and span[0] <= place < span[1] and span[1] - span[0] >= len(words):
                return fact(line.words, *span), _office_beside(
                    line, span, head[number + 1 : number + 2]
                )
    return None


def _holder(office: str, head: list[Block]) -> Fact | None:
    """The name that the head prints with an office."""
    for line in head:
        for person in people.find(line.text):
            if person.name and person.office.casefold().endswith(office.casefold()):
                return fact(line.words, person.name_start, person.name_end)
    return None


def _name_starts(text: str, place: int) -> Iterator[int]:
    yield from (
        found.start() for found in re.finditer(r"(?<!\S)[^\W\d_a-zß-öø-ÿа-яё]", text[: place + 1])
    )


def _office_beside(line: Block, span: tuple[int, int], following: list[Block]) -> Fact | None:
    """The office after a name, in the same line or the next, or right before it."""
    if office := credits.office_after(line.text, span[1]):
        return fact(line.words, *office)
    if told := re.match(
        r"\s(?:is|est|es|é)\s(?:(?:the|an?|la|le|el|o|a)\s)?", line.text[span[1] :]
    ):
        start = span[1] + told.end()
        if people.OFFICE.search(line.text, start, start + 60):
            return fact(line.words, start, credits.office_end(line.text, start))
    for match in people.OFFICE.finditer(line.text, 0, span[0]):
        credit = credits.person_at(line.text, match.start())
        if credit and credit.name and credit.office and credit.name[0] <= span[0] < credit.name[1]:
            return fact(line.words, *credit.office)
    before = list(people.OFFICE.finditer(line.text, 0, span[0]))
    if before and span[0] - before[-1].end() <= 2:
        return fact(line.words, before[-1].start(), before[-1].end())
    ends = re.fullmatch(r"\W*(?:MP|PhD|AO|AM|CBE)?\W*", line.text[span[1] :])
    if (
        ends
        and following
        and people.OFFICE.search(following[0].text[:40])
        and not _TITLE.search(following[0].text)
        and not datings.find(following[0].text)
    ):
        return fact(following[0].words)
    return None


def _first_named(head: list[Block]) -> tuple[Fact | None, Fact | None]:
    """The first person whom the head names."""
    for line in head:
        credit = credits.author(line.text)
        if credit:
            office = fact(line.words, *credit.office) if credit.office else None
            return (fact(line.words, *credit.name) if credit.name else None), office
    return None, None


def _title(head: list[Block]) -> Fact | None:
    """The line that tells what it is, without its list of subjects."""
    lines = [
        line
        for line in head
        if not is_symbol_line(line.text)
        and not datings.is_date(line.text)
        and not re.match(r"(?:subjects?|topics?)\s?:", line.text, re.I)
    ]
    called = [line for line in lines if _TITLE.search(line.text) and len(line.text.split()) > 1]
    wordy = [line for line in lines if len(line.text.split()) >= 3]
    for line in called or wordy or lines:
        text = _SUBJECTS.sub("", line.text)
        dates = datings.find(text)
        if dates and dates[-1].end >= len(text) - 2 and dates[-1].start > 12:
            span = places.beside(text, dates[-1])
            text = text[: min(span[0] if span else dates[-1].start, dates[-1].start)].rstrip(
                " ,–—-|("
            )
        if text.strip():
            return fact(line.words, 0, len(text.rstrip()))
    return None


def _day_and_place(head: list[Block], title: Fact | None) -> tuple[Fact | None, Fact | None]:
    day = place = None
    for line in head:
        found = date_in(line.words)
        if found and day is None:
            day = found
            dated = datings.find(line.text)[0]
            if span := places.beside(line.text, dated):
                place = place or fact(line.words, *span)
        if span := places.in_line(line.text):
            place = place or fact(line.words, *span)
        last = _LAST_PART.search(_SUBJECTS.sub("", line.text))
        known = places.CITY.fullmatch(last["place"].strip()) if last and place is None else None
        if last and known:
            place = fact(line.words, last.start("place"), last.start("place") + len(known[0]))
    return day, place


def _head_lines(head: list[Block], title: Fact | None) -> Iterator[KeptOut]:
    for line in head:
        if title and line.start <= title.start < line.end:
            yield keep_out(line, Reason.TITLE)
        else:
            yield keep_out(line, Reason.DATE if datings.find(line.text) else Reason.SPEAKER)


TRANSCRIPT = Layout(
    name="Transcript of a conversation", kind="transcript", signs=(), read=read, also=weight
)
