"""
The lines above a text: what each of them is, who speaks, where and when.

First where the text begins (``opening``), then what the lines above it say: those that are plainly
something (a date, a symbol, an issuing office) are taken, the rest is read together for the title,
the speaker and the event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from speeches.intake import (
    credits,
    datelines,
    datings,
    events,
    furniture,
    patterns,
    places,
    scripts,
)
from speeches.intake.page import Page, date_in, fact, is_symbol_line, keep_out
from speeches.intake.paste import Block, Words, join
from speeches.intake.reading import Basis, Confidence, Fact, KeptOut, Reason
from speeches.offsets import fold

from . import opening

_ISSUER = re.compile(
    r"(?:the )?(?:постоянн\w+ (?:миссия|представительств\w+)|посольство|министерств\w+"
    r"|الوفد الدائم|سفارة|مكتب الأمم المتحدة|大使馆|"
    r"permanent (?:mission|delegation|observer)|misión permanente"
    r"|mission permanente|missão permanente|delegación permanente"
    r"|ministry of|ministère d|ministerio de|ministério d|embassy of|ambassade d|embajada d"
    r"|republic of|république d|república d"
    r"|government of|gouvernement d|gobierno d|kingdom of|royaume d|federal|the white house"
    r"|briefing room|office of the|bureau du"
    r"|delegation of|secretariat of|secrétariat d|headquarters|united nations|nations unies"
    r"|naciones unidas|nações unidas"
    r"|постоянное представительство|министерство|организация объединенных наций"
    r"|常驻联合国代表团|外交部|联合国|中华人民共和国|الأمم المتحدة|البعثة الدائمة|وزارة).{0,120}",
    re.IGNORECASE,
)
_STATEMENTS_PAGE = re.compile(
    r"\b(?:statements? (?:and|&) (?:releases|speeches)|press releases?|statements?|speeches"
    r"|news)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:subject|re|subjects?|topic|tema|asunto|objet|sujet|theme|thème|الموضوع"
    r"|тема)\s?:\s*(?P<rest>.+)",
    re.I,
)
_CREDIT_LINE = re.compile(
    rf"[\"“«]?(?:{patterns.KIND_WORDS}|(?:national |joint |general |opening |closing "
    rf"|keynote |country )*(?:{patterns.KIND_WORDS}))(?![^\W\d_])",
    re.I,
)
_AGENDA = re.compile(
    r"(?:agenda item|item \d+|point \d+|tema \d+|point de l.ordre du jour|tema del programa"
    r"|under (?:agenda )?item|cluster|item da agenda|пункт)\b.{0,200}",
    re.I,
)
_BY_LINE = re.compile(
    r"(?:by|par|por|delivered by|presented by|presentad[oa] por|prononcée? par"
    r"|pronunciad[oa] por|speaker|orateur|orador)\b\W{0,3}",
    re.I,
)
_TRAILING_MARK = re.compile(
    r"\s*[\[(](?:as (?:delivered|prepared)[^\])]{0,60}|check against delivery"
    r"|bilingual[^\])]{0,80}|[^\])]{0,80}follows?|scroll down[^\])]{0,80}"
    r"|tel que prononcé)[\])]\s*$",
    re.I,
)
_RELEASE = re.compile(
    r"release|communiqué|comunicado|nota de prensa|nota à imprensa|пресс-релиз|新闻稿|بيان صحفي",
    re.I,
)
_SECTION_DAY = re.compile(
    r"\b(?:statements? and|press releases?|news|published|posted|released|publicado|publié)\b", re.I
)


@dataclass
class Head:
    """What the head says, as far as it has been read."""

    body_start: int = 0
    is_introduced: bool = False
    is_salutation: bool = False
    title: Fact | None = None
    kind: Fact | None = None
    speaker: Fact | None = None
    capacity: Fact | None = None
    printed_as: Fact | None = None
    delivered_by: Fact | None = None
    on_behalf_of: Fact | None = None
    released: Fact | None = None
    delivered: Fact | None = None
    dateline: Fact | None = None
    dateline_date: Fact | None = None
    place: Fact | None = None
    delivery_place: Fact | None = None
    publisher: Fact | None = None
    event: Fact | None = None
    occasion: Fact | None = None
    disclaimer: Fact | None = None
    text_status: Fact | None = None
    kept_out: list[KeptOut] = field(default_factory=list)
    issuer_end: int | None = None
    has_released: bool = False
    language: str = ""
    sent: Fact | None = None
    yearless: tuple[Fact, datings.Dated] | None = None
    dates: list[tuple[Fact, bool]] = field(default_factory=list)


def read_head(page: Page, *, of_release: bool = False) -> Head:
    """
    Read the head of a text in one voice.

    ``of_release`` says that a plain date in the head is the day of release; else, and where the
    words are spoken, it is the day of delivery.
    """
    found = opening.find(page)
    of_release = of_release or any(
        _RELEASE.search(line.text) for line, reason in page.furniture if reason is Reason.ISSUER
    )
    head = Head(found.body_start, found.introduction is not None, found.is_salutation)
    _marks(head, page)
    rest: list[Block] = []
    for line in found.head:
        goes_on = bool(rest) and rest[-1].text.endswith(",") and line.start - rest[-1].end <= 3
        if not goes_on and (dated := datelines.match(line.text)):
            line = _take_dated(head, line, dated, page)
        if opening.is_salutation(line.text) and len(line.text) < 60:
            head.kept_out.append(keep_out(line, Reason.INTRODUCTION))
        elif goes_on or not (_take_labelled(head, line) or _take_plain(head, line, page.text)):
            rest.append(line)
    language = patterns.language_of(page.text)
    head.language = language
    head.sent = sent_on(page)
    _take_titles(head, rest, page.text)
    if found.introduction is not None:
        _take_introduction(head, found.introduction)
    if found.dateline is not None and found.opens is not None:
        take_dateline(head, found.opens, found.dateline)
    _sort_dates(head, of_release)
    return head


def _marks(head: Head, page: Page) -> None:
    """What furniture tells: the disclaimer, the words on delivery."""
    for line, reason in page.furniture:
        if reason is Reason.DISCLAIMER and head.disclaimer is None:
            head.disclaimer = fact(line.words)
        for status, pattern in patterns.STATUS:
            if (
                head.text_status is None
                and reason in (Reason.DELIVERY_NOTE, Reason.DISCLAIMER)
                and pattern.search(line.text)
            ):
                head.text_status = fact(line.words, value=status, basis=Basis.DERIVED)


_LABELLED = re.compile(
    r"(?:(?P<speaker>speaker|name|nombre|nom|orateur|oratrice|orador|oradora)"
    r"|(?P<place>location|place|venue"
    r"|lieu|lugar|local)|(?P<released>published(?: on)?|released?(?: on)?|publié(?: le)?"
    r"|publicado(?: el)?)"
    r"|(?P<delivered>delivered(?: on)?|date|given on|prononcée? le|fecha|data)"
    r"|(?P<event>event|occasion|conference|meeting|événement"
    r"|evento))\s?:\s+(?P<value>.{3,160})",
    re.I,
)


_PLAIN_DATE = re.compile(r"(?:date|fecha|data)\b", re.I)


def _take_labelled(head: Head, line: Block) -> bool:
    """“Speaker: …”, “Location: …”: a line that says itself what it tells."""
    found = _LABELLED.fullmatch(line.text)
    if not found:
        return False
    start, end = found.span("value")
    value = line.words.part(start, end)
    if found["speaker"] and (credit := credits.person_at(line.text, start)):
        take_credit(head, credit, line.words)
    elif found["place"]:
        head.delivery_place = fact(line.words, start, end)
    elif found["released"]:
        head.released = date_in(value)
    elif found["delivered"] and (day := date_in(value)):
        head.dates.append((day, not _PLAIN_DATE.match(line.text)))
    elif found["event"]:
        head.event = fact(line.words, start, end)
    return _as(
        head, line, Reason.DATE if found["released"] or found["delivered"] else Reason.SPEAKER
    )


def _take_dated(head: Head, line: Block, found: datelines.Dateline, page: Page) -> Block:
    """The place and the day before a title in its own line; returns the rest of the line."""
    if found.place and head.delivery_place is None:
        head.delivery_place = fact(line.words, *found.place)
    if found.dated and found.dated.year is not None:
        printed = fact(line.words, found.dated.start, found.dated.end)
        head.dates.append((replace(printed, date=found.dated.on()), True))
    first = line.words.places[found.end]
    head.kept_out.append(
        KeptOut(line.start, line.words.span(0, found.printed_end)[1], Reason.DATELINE)
    )
    return page.between(first, line.end, line)


# -- lines that are plainly something


def _take_plain(head: Head, line: Block, text_of_all: str) -> bool:
    """Take a line that is a symbol, a date, a place or an issuing office; False for the others."""
    text = line.text
    if is_symbol_line(text):
        return _as(head, line, Reason.SYMBOL)
    if _take_date_line(head, line):
        return _as(head, line, Reason.DATE)
    if (span := places.in_line(text)) and not _CREDIT_LINE.match(text):
        if head.delivery_place is None:
            head.delivery_place = fact(line.words, *span)
        return _as(head, line, Reason.DATE)
    if (
        _ISSUER.fullmatch(text)
        and not (_OTHER_SCRIPT.search(text) and patterns.KIND.search(text))
        and not _CREDIT_LINE.match(text)
        and not re.search(
            r"\b(?:president|minister|ambassador|representative|secretar[yi]\w*[- ]general|spokes)",
            text,
            re.I,
        )
    ):
        head.publisher = head.publisher or fact(line.words)
        head.issuer_end = line.end
        return _as(head, line, Reason.ISSUER)
    beside = (
        head.issuer_end is not None and text_of_all.count("\n", head.issuer_end, line.start) == 1
    )
    if (
        beside
        and not _CREDIT_LINE.match(text)
        and len(text) < 70
        and not _BY_LINE.match(text)
        and not _is_person_line(text)
    ):
        head.issuer_end = line.end
        return _as(head, line, Reason.ISSUER)
    return False


def _as(head: Head, line: Block, reason: Reason) -> bool:
    head.kept_out.append(keep_out(line, reason))
    return True


def _take_date_line(head: Head, line: Block) -> bool:
    """A line with a day, and beside it no more than a place, an hour, a word for the section."""
    text = line.text
    dates = datings.find(text)
    if not dates or dates[0].year is None or len(text) > 110:
        return False
    dated = dates[0]
    rest = f"{text[: dated.start]} {text[dates[-1].end :]}"
    section = _STATEMENTS_PAGE.search(rest)
    rest = " ".join(
        part for part in re.split(r"[|•·]", rest) if not furniture.reason_for(part.strip())
    )
    bare = re.sub(
        r"\d{1,2}[:.h]\d\d\s?(?:[ap]\.?m\.?|h)?|\b(?:le|el|on|date|fecha|em|published"
        r"|released|posted|publié|publicado|publicada|mis à jour)\b\s?:?|[\W_]",
        " ",
        rest,
        flags=re.I,
    ).strip()
    span = places.beside(text, dated) or (places.in_line(rest.strip(" ,()")) and places.known(text))
    if bare and not section and not span:
        return False
    if _BY_LINE.match(text) and "|" in text:
        bare = ""
    left = len(bare.split()) - (len(text[slice(*span)].split()) if span else 0)
    if left > 5 or (_CREDIT_LINE.match(text) and not section and bare):
        return False
    if section and bare and len(bare.split()) > 6:
        return False
    day = date_in(line.words)
    if day is None:
        return False
    if span and not section:
        head.delivery_place = head.delivery_place or fact(line.words, *span)
    head.dates.append((day, bool(span) and not section))
    head.has_released = (
        head.has_released
        or bool(section)
        or bool(_SECTION_DAY.search(rest_before(text, dated.start)))
    )
    return True


def rest_before(text: str, end: int) -> str:
    return text[max(0, end - 20) : end]


# -- title, speaker, event


def _take_titles(head: Head, rest: list[Block], text: str) -> None:
    """The lines that are left, read together."""
    if not rest:
        return
    groups = _groups(rest, text)
    titled = _title_group(groups)
    for number, group in enumerate(groups):
        reason = Reason.TITLE if number in titled else Reason.SPEAKER
        head.kept_out.extend(keep_out(line, reason) for line in group)
    if titled:
        lines = [line for number in titled for line in groups[number]]
        head.title = _title(join(lines))
    words = join(rest)
    _take_credit(head, words)
    _take_event(head, words, groups)
    if head.delivery_place is None and head.title is not None:
        span = places.after_preposition(words.text)
        if span and not (
            head.printed_as and head.printed_as.start <= words.places[span[0]] < head.printed_as.end
        ):
            head.delivery_place = fact(words, *span)
    if named := patterns.kind_named(
        head.title.value if head.title else words.text
    ) or patterns.kind_named(words.text):
        where = join(rest)
        place = where.text.casefold().find(named_word := _word(named, head, words))
        if place >= 0:
            head.kind = _kind(where, (named[0], place, place + len(named_word)))
    for dated in datings.find(words.text):
        day = dated.on()
        if day is None and head.yearless is None:
            printed = words.text[dated.start : dated.end]
            head.yearless = Fact(printed, *words.span(dated.start, dated.end)), dated
        if day is not None:
            printed = words.text[dated.start : dated.end]
            span = places.beside(words.text, dated)
            given = Fact(printed, *words.span(dated.start, dated.end), date=day)
            formula = _CREDIT_LINE.match(head.title.value) if head.title else None
            head.dates.append((given, span is not None or formula is not None))
            if span is None:
                first = words.text.rfind("\n", 0, dated.start) + 1
                last = words.text.find("\n", dated.end)
                known = places.known(words.text, first)
                span = (
                    known
                    if known and known[1] <= (last if last >= 0 else len(words.text))
                    else None
                )
            if span and head.delivery_place is None:
                head.delivery_place = fact(words, *span)
            break


def _word(named: tuple[str, int, int], head: Head, words: Words) -> str:
    source = (
        head.title.value
        if head.title and patterns.kind_named(head.title.value) == named
        else words.text
    )
    return source[named[1] : named[2]].casefold()


def _groups(lines: list[Block], text: str) -> list[list[Block]]:
    """Lines that stand together: neighbours in one paragraph, where the second goes on."""
    groups: list[list[Block]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        near = last is not None and text.count("\n", last.end, line.start) == 1
        if last is not None and near and _goes_on(last.text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(text: str, following: str) -> bool:
    """Whether a line of a head is continued by the next: same case, no other beginning."""
    if _CREDIT_LINE.match(following) and not following[:1].islower():
        return False
    if text.endswith((".", ":", "!", "?")):
        return False
    if following[:1].islower() or text.endswith((",", "-", "–")):
        return True
    if re.search(
        r"\b(?:of|the|and|for|to|on|in|by|at|de|la|du|des|del|et|y|à|pour|para|con|do|da)$",
        text,
        re.I,
    ):
        return True
    if _is_bare_name(following) or _BY_LINE.match(following) or credits.ON_BEHALF.match(following):
        return False
    if len(text.split()) <= 2 and re.match(r"(?:the|la|le|el|les|los|une?|an?)\s", text, re.I):
        return True
    return (text.isupper() == following.isupper()) and len(text) > 30


_OWNED = re.compile(
    rf"(?:(?:the|un|undp)\s)?[\w "
    rf"-]{{3,60}}['’]s?\s(?:\w+\s){{0,2}}?(?:{patterns.KIND_WORDS})\b",
    re.I,
)


_OTHER_SCRIPT = re.compile(r"[\u0600-\u06ff\u4e00-\u9fff]")


def _is_bare_name(text: str) -> bool:
    """A line that is two to four words, each with a capital, and no place."""
    span = credits.people.full_name_at(text, 0)
    words = text.split()
    return (
        span == (0, len(text))
        and 2 <= len(words) <= 4
        and not text.isupper()
        and not places.CITY.search(text)
        and not _BODY_NAME.search(text)
        and not credits.people.OFFICE.search(text)
    )


def _title_group(groups: list[list[Block]]) -> list[int]:
    """Which groups are the title: the headline, or the formula “Statement by … at …”."""
    texts = [" ".join(line.text for line in group) for group in groups]
    formula = next(
        (n for n, text in enumerate(texts) if _CREDIT_LINE.match(text) or _OWNED.match(text)), None
    )
    for number, text in enumerate(texts[:formula]):
        if (
            _is_headline(text)
            and " | " not in text
            and not (formula is not None and text.isupper() and len(text.split()) < 5)
        ):
            return [number]
    if formula is None:
        plain = [n for n, text in enumerate(texts) if not _is_person_line(text)]
        wordy = [n for n in plain if len(texts[n].split()) >= 4 and not texts[n].endswith(".")]
        return (wordy or plain or [0])[:1] if texts else []
    chosen = [formula]
    is_credited = credits.author(texts[formula]) is not None
    for number in range(formula + 1, len(texts)):
        before, text = texts[number - 1], texts[number]
        opens = re.match(
            r"(?:by|of|from|de|du|de la|del|par|por|do|da|at|at the|to|to the|on behalf"
            r"|au nom|en nombre|em nome|à|à la|à l['’].*|en|en la|en el|ante|na|no|delivered"
            r"|during|on the occasion.*)\b",
            text,
            re.I,
        )
        dangles = re.search(
            r"\b(?:by|of|from|at|the|to|de|du|la|del|par|por|do|da|à|en|el|on behalf)$",
            before,
            re.I,
        ) or _CREDIT_LINE.fullmatch(before)
        names = _is_credit_part(text) and not credits.author(" ".join(texts[formula:number]))
        office_line = credits.people.OFFICE.match(text) and _is_person_line(before)
        if is_credited and _BY_LINE.match(text) and not dangles:
            break
        if not (opens or dangles or names or office_line) or _AGENDA.fullmatch(text):
            break
        chosen.append(number)
    return chosen


_BODY_NAME = re.compile(
    r"\b(?:network|office|organi[sz]ation|commission|ministry|group|union|institute|agency"
    r"|fund|programme|council|secretariat|alliance"
    r"|association|mission|government|academy|bureau|миссия|представительство|министерство"
    r"|代表团|الوفد|البعثة|وزارة)\b",
    re.I,
)


def _is_headline(text: str) -> bool:
    """Whether a line above the formula is a title of its own: several words, and no cover line."""
    if _AGENDA.fullmatch(text) or _BY_LINE.match(text) or _is_person_line(text):
        return False
    if credits.ON_BEHALF.match(text) or re.match(
        r"(?:the )?(?:group of 77|alliance of|non-aligned|african group|movement)", text, re.I
    ):
        return False
    if len(text.split()) < 4 or text.endswith("."):
        return False
    if _BODY_NAME.search(text) and len(text.split()) <= 7 and not patterns.KIND.search(text):
        return False
    return bool(patterns.KIND.search(text)) or not events.in_line(text)


def _is_credit_part(text: str) -> bool:
    return bool(
        _BY_LINE.match(text)
        or re.match(rf"(?:{credits.people.HONORIFIC})\.?,?\s", text, re.I)
        or credits.people.OFFICE.match(text)
    )


def _is_person_line(text: str) -> bool:
    """A line that holds a person with office, or one with a form of address, and nothing else."""
    credit = credits.person_at(text, 0)
    if credit is None or (
        re.search(
            r"\b(?:says|urges|calls|said|dit|dice|on|to)\b", text[credit.start : credit.end].lower()
        )
        and not credit.name
    ):
        return False
    return (credit.end - credit.start) * 5 >= len(text.rstrip()) * 4 and not patterns.KIND.search(
        text
    )


def _title(words: Words) -> Fact:
    """The title on one line, without the day and the place that may follow it."""
    text = words.text
    end = len(text)
    if mark := _TRAILING_MARK.search(text):
        end = mark.start()
    dates = datings.find(text[:end])
    if dates and end - dates[-1].end <= 2 and dates[-1].start > 8:
        last = dates[-1]
        span = places.beside(text, last)
        cut = min(span[0] if span and span[0] < last.start else last.start, last.start)
        kept = re.sub(
            r"[\s,(–—|•-]*(?:,?\s(?:on|le|el|in|à|en|em|del|du))?[\s,(–—|•-]*$", "", text[:cut]
        )
        if len(kept) > 12:
            end = len(kept)
    value = " ".join(text[:end].split())
    whole = fact(words, 0, max(end, 1))
    return replace(whole, value=value.strip(" *")) if value else whole


def _take_credit(head: Head, words: Words) -> None:
    text = words.text
    if span := credits.group(text):
        head.on_behalf_of = _one_line(fact(words, *span))
    reader = credits.reader(text)
    credit = scripts.author(text, head.language) or credits.author(text)
    if (
        reader
        and credit
        and (credit.name, credit.office) != (reader.name, reader.office)
        and reader.name
    ):
        head.delivered_by = _one_line(fact(words, *reader.name))
    credit = credit or reader
    if head.speaker is None and (credit is None or credit.name is None):
        _take_bare_name(head, words)
    if head.speaker is not None and credit is not None and head.capacity is None and credit.office:
        head.capacity = _one_line(fact(words, *credit.office))
    if credit is None:
        _take_office_line(head, words)
    if credit is None or head.speaker is not None:
        return
    take_credit(head, credit, words)


def _take_bare_name(head: Head, words: Words) -> None:
    """A name in a line of its own, where the head tells of nobody else."""
    start = 0
    for text in words.text.split("\n"):
        if _is_bare_name(text) and (start or "\n" in words.text):
            head.speaker = fact(words, start, start + len(text))
            head.printed_as = head.speaker
            return
        start += len(text) + 1


def _take_office_line(head: Head, words: Words) -> None:
    """An office in a line of its own: “THE SECRETARY-GENERAL”."""
    start = 0
    for text in words.text.split("\n"):
        bare = re.sub(r"^(?:the|la|le|el|o|a)\s", "", text, flags=re.I)
        office = credits.people.OFFICE.match(bare)
        if office and head.capacity is None and office.end() == len(bare):
            first = start + len(text) - len(bare)
            head.capacity = fact(words, first, first + len(bare))
            head.printed_as = head.printed_as or head.capacity
        start += len(text) + 1


def take_credit(head: Head, credit: credits.Credit, words: Words) -> None:
    """The speaker, the capacity and both as printed."""
    if credit.name:
        head.speaker = _one_line(fact(words, *credit.name))
    if credit.office:
        head.capacity = _one_line(fact(words, *credit.office))
    head.printed_as = _one_line(fact(words, _printed_start(credit), credit.end))


def _printed_start(credit: credits.Credit) -> int:
    starts = [span[0] for span in (credit.name, credit.office) if span]
    return min(starts) if starts else credit.start


def _one_line(found: Fact) -> Fact:
    """The same on one line, as it is shown."""
    return replace(found, value=" ".join(found.value.split())) if "\n" in found.value else found


def _take_event(head: Head, words: Words, groups: list[list[Block]]) -> None:
    """The observance that the words name, or the event at which they were said."""
    if span := scripts.event(words.text, head.language):
        _take_named(head, words, span)
        return
    for group in groups:
        inner = join(group)
        if found := patterns.OCCASION.search(inner.text):
            head.occasion = head.occasion or named_occasion(inner, found)
    if head.occasion:
        return
    after = head.printed_as.end if head.printed_as else 0
    start = next((n for n, place in enumerate(words.places) if place >= after), 0)
    span = events.find(words.text, max(0, start - 1)) if start else None
    if span is None:
        for group in groups:
            inner = join(group)
            if _CREDIT_LINE.match(inner.text) or credits.ON_BEHALF.match(inner.text):
                continue
            if inside := events.in_line(inner.text):
                head.event = _one_line(fact(inner, *inside))
                return
        span = events.find(words.text)
    if span:
        _take_named(head, words, span)


def _take_named(head: Head, words: Words, span: tuple[int, int]) -> None:
    """An event by its span: one that is kept every year is an occasion, marked and not attended."""
    named = _one_line(fact(words, *span))
    if patterns.IS_OBSERVANCE.search(named.value) and not events.is_gathering(named.value):
        head.occasion = named
    else:
        head.event = named


def named_occasion(words: Words, found: re.Match[str]) -> Fact | None:
    """An observance by its name, without the small words that happen to follow it."""
    name = patterns.TRAILING_SMALL_WORDS.sub("", found["name"])
    if not patterns.IS_OBSERVANCE.search(name):
        return None
    return fact(words, found.start("name"), found.start("name") + len(name))


def _kind(words: Words, named: tuple[str, int, int]) -> Fact:
    kind, start, end = named
    printed = fold(words.text[start:end]) == kind
    return fact(words, start, end, value=kind, basis=Basis.PRINTED if printed else Basis.DERIVED)


def take_dateline(head: Head, block: Block, found: datelines.Dateline) -> None:
    """“PLACE, day month (agency) - ” before the first words: the text begins after it."""
    words = block.words
    head.dateline = fact(words, 0, found.printed_end)
    if found.place:
        head.place = fact(words, *found.place)
    if found.agency:
        head.publisher = fact(words, *found.agency)
    head.kept_out.append(KeptOut(block.start, words.span(0, found.printed_end)[1], Reason.DATELINE))
    if found.dated is None:
        return
    printed = fact(words, found.dated.start, found.dated.end)
    if found.dated.year is not None:
        head.dateline_date = replace(printed, date=found.dated.on())
        return
    near = head.dates[0][0] if head.dates else None
    if near and near.date and near.date.earliest:
        note = f"Without a year; the year is that of {near.value}."
        day = found.dated.on(near.date.earliest)
        head.dateline_date = replace(printed, basis=Basis.DERIVED, note=note, date=day)


def _take_introduction(head: Head, block: Block) -> None:
    """“Following are Name’s remarks at …, in Place, day month:” says all that a head says."""
    words = block.words
    head.kept_out.append(keep_out(block, Reason.INTRODUCTION))
    text = words.text
    credit = scripts.author(text, head.language) or credits.author(text)
    if credit:
        head.speaker = head.capacity = None
        take_credit(head, credit, words)
    if span := credits.group(text):
        head.on_behalf_of = head.on_behalf_of or fact(words, *span)
    reader = credits.reader(text)
    if reader and reader.name and credit and reader.name != credit.name:
        head.delivered_by = fact(words, *reader.name)
    if named := patterns.kind_named(text):
        head.kind = _kind(words, named)
    head.occasion = head.event = None
    if found := patterns.OCCASION.search(text):
        head.occasion = named_occasion(words, found)
    if (span := scripts.event(text, head.language)) or (
        head.occasion is None
        and (span := events.find(text, credit.end if credit else 0) or events.find(text))
    ):
        _take_named(head, words, span)
    for status, pattern in patterns.STATUS:
        if printed := pattern.search(text):
            head.text_status = fact(words, *printed.span(), value=status, basis=Basis.DERIVED)
            break
    _introduced_date(head, words)


def _introduced_date(head: Head, words: Words) -> None:
    """The day in an introduction: in full, without its year, or “today” against the release."""
    near = head.dates[0][0] if head.dates else head.sent
    placed = False
    for dated in datings.find(words.text):
        printed = Fact(words.text[dated.start : dated.end], *words.span(dated.start, dated.end))
        if span := places.beside(words.text, dated):
            head.delivery_place = fact(words, *span)
            placed = True
        if dated.year is not None:
            head.delivered = replace(printed, date=dated.on())
            break
        if near and near.date and near.date.earliest:
            note = "Without a year; the nearest to the day of release."
            likely = replace(printed, basis=Basis.DERIVED, confidence=Confidence.LIKELY, note=note)
            head.delivered = replace(likely, date=dated.on(near.date.earliest))
            break
    if head.delivered is None and (pointed := datings.pointed_at(words.text, near)):
        meant, start, end = pointed
        head.delivered = replace(
            meant, start=words.span(start, end)[0], end=words.span(start, end)[1]
        )
    if not placed and (span := places.after_preposition(words.text) or places.closing(words.text)):
        head.delivery_place = fact(words, *span)


def from_text(head: Head, page: Page, paragraphs: list[Block]) -> None:
    """What the first words say where the head does not: “Today, 4 October, we mark …”."""
    if head.title is None or opening.is_salutation(head.title.value):
        head.title = _subject(page) or head.title
    if head.dates or head.delivered or head.released:
        return
    for block in paragraphs[:3]:
        for found in _TODAY_IS.finditer(block.text[:1500]):
            for dated in datings.find(block.text[found.end() : found.end() + 60])[:1]:
                if dated.year is not None and dated.start < 12:
                    start, end = found.end() + dated.start, found.end() + dated.end
                    head.delivered = replace(fact(block.words, start, end), date=dated.on())
                    return


_TODAY_IS = re.compile(r"\b(?:today|this day|aujourd.hui|hoy|hoje|сегодня),?\s", re.I)
_FORWARDED = re.compile(r"^(?:(?:fw|fwd|tr|re|rv|enc|reenv)\s?:\s*)+", re.I)


def _subject(page: Page) -> Fact | None:
    """The subject of a forwarded mail, for want of a title."""
    found = None
    for line, reason in page.furniture:
        if reason is Reason.MAIL and (
            named := re.match(
                r"\W{0,4}(?:subject|objet|asunto|assunto|тема)\s?:\s*", line.text, re.I
            )
        ):
            mark = _FORWARDED.match(line.text[named.end() :])
            start = named.end() + (mark.end() if mark else 0)
            if start < len(line.text):
                found = fact(line.words, start)
    return found


def sent_on(page: Page) -> Fact | None:
    """The day on which a forwarded mail was sent: “yesterday” in it counts from there."""
    for line, reason in page.furniture:
        if reason is Reason.MAIL and (day := date_in(line.words)):
            return day
    return None


def _sort_dates(head: Head, of_release: bool) -> None:
    """Which of the days in the head is that of release, and which that of delivery."""
    if not head.is_introduced and head.kind and head.kind.value in ("message", "video-message"):
        of_release = of_release and head.occasion is None
    dates = list(head.dates)
    if head.released is not None and not head.is_introduced:
        head.delivered = dates[0][0] if dates else head.delivered
        return
    if head.is_introduced:
        if dates:
            head.released = dates[0][0]
        if head.delivered is None and len(dates) > 1:
            head.delivered = dates[1][0]
        return
    placed = [day for day, has_place in dates if has_place]
    plain = [day for day, has_place in dates if not has_place]
    if len(dates) > 1 and not placed:
        head.released, head.delivered = plain[0], plain[1]
        return
    of_release = of_release or head.has_released
    if placed:
        head.delivered = placed[0]
        if plain:
            head.released = plain[0]
        return
    if plain and (of_release or not _is_spoken(head)):
        head.released = plain[0]
        _yearless_day(head)
    elif plain:
        head.delivered = plain[0]


def _yearless_day(head: Head) -> None:
    """A day without its year in the title, counted from the release."""
    if head.yearless is None or not head.released or not head.released.date:
        return
    printed, dated = head.yearless
    note = "Without a year; the nearest to the day of release."
    likely = replace(printed, basis=Basis.DERIVED, confidence=Confidence.LIKELY, note=note)
    head.delivered = replace(likely, date=dated.on(head.released.date.earliest))


def _is_spoken(head: Head) -> bool:
    """Whether the head speaks of a day on which words were said, or which they mark."""
    kind = head.kind.value if head.kind else ""
    named = bool(head.event or head.occasion) or kind in ("remarks", "speech")
    formula = _CREDIT_LINE.match(head.title.value) if head.title else None
    return head.is_salutation or named or (formula is not None and kind != "statement")


# -- what stands elsewhere


def take_signature(head: Head, lines: list[Block]) -> None:
    """What the signature tells where the head does not: who, where, when."""
    if not lines:
        return
    words = join(lines)
    if head.speaker is None and (credit := credits.person_at(words.text, 0)):
        if head.capacity is None:
            take_credit(head, credit, words)
        elif credit.name is not None:
            head.speaker = fact(words, *credit.name)
    elif head.speaker is None and (span := credits.people.full_name_at(words.text, 0)):
        name = words.text[slice(*span)]
        if " " in name and not places.CITY.fullmatch(name):
            head.speaker = fact(words, *span)
    for dated in datings.find(words.text):
        if head.delivery_place is None and (span := places.beside(words.text, dated)):
            head.delivery_place = fact(words, *span)
        if dated.year is not None and head.delivered is None:
            printed = words.text[dated.start : dated.end]
            head.delivered = Fact(printed, *words.span(dated.start, dated.end), date=dated.on())


def name_from_elsewhere(head: Head, page: Page) -> None:
    """The name that goes with an office, where only a label of the page prints it."""
    if head.speaker is not None or head.capacity is None:
        return
    office = fold(head.capacity.value)
    for line in page.lines[:20]:
        for person in credits.people.find(line.text):
            if (
                person.name
                and not places.CITY.fullmatch(person.name)
                and fold(person.office).endswith(office)
                and person.end - person.start > len(line.text) * 0.7
            ):
                head.speaker = fact(line.words, person.name_start, person.name_end)
                return
    for line, _ in page.furniture:
        found = re.search(
            r"(?:^|[|:]\s*)(?P<name>[^|:,]{4,60}),\s+(?P<office>[^|,]{4,80})$", line.text
        )
        if (
            found
            and fold(found["office"]) == office
            and (span := credits.people.full_name_at(line.text, found.start("name")))
        ):
            head.speaker = fact(line.words, *span)
            return
