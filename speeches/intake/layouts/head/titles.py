"""Which lines of a head are its title, and what of them is printed as such."""

from __future__ import annotations

import re
from dataclasses import replace

from speeches.intake import credits, datings, names, on_behalf, patterns, people, places
from speeches.intake.accents import optional
from speeches.intake.page import fact
from speeches.intake.paste import Block, Words
from speeches.intake.reading import Fact

from .lines import (
    AGENDA,
    BY_LINE,
    CREDIT_LINE,
    is_bare_name,
    is_credit_part,
    is_headline,
    is_person_line,
)

_OWNED = re.compile(
    rf"(?:(?:the|un|undp)\s)?[\w "
    rf"-]{{3,60}}['’]s?\s(?:\w+\s){{0,2}}?(?:{patterns.KIND_WORDS})\b",
    re.I,
)

_NUMBER = re.compile(r"[A-Z]{2,12}[/ ]\d[\d/-]*")
"""The number of a release: SPEECH/10/245."""
_WHOLE = 5
"""Words from which on a formula is a title by itself, and a person below it no part of it."""
PAPER = re.compile(
    r"(?:(?!the |at |in )[\w’'-]+ ){0,4}?(?:(?:of the )?(?:noon|daily|press) briefing"
    r"|briefing notes?"
    r"|daily highlights|point de presse|rueda de prensa)(?: (?!is |was )\w+){0,8}(?:,? [\d-]+)?"
    r"(?: \d{4})?",
    re.I,
)
"""What a briefing is called; a day that its name ends with is part of it."""
_TRAILING_MARK = re.compile(
    optional(
        r"\s*[\[(](?:as (?:delivered|prepared)[^\])]{0,60}|check against delivery"
        r"|bilingual[^\])]{0,80}|[^\])]{0,80}follows?|scroll down[^\])]{0,80}"
        r"|tel que prononcé)[\])]\s*$"
    ),
    re.I,
)


def grouped(lines: list[Block], text: str) -> list[list[Block]]:
    """Lines that stand together: neighbours in one paragraph, where the second goes on."""
    groups: list[list[Block]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        apart = text.count("\n", last.end, line.start) if last else 0
        near = apart == 1 or (apart == _A_LINE_BETWEEN and last and _DANGLES.search(last.text))
        if last is not None and near and _goes_on(last.text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


_A_LINE_BETWEEN = 2
"""Line ends where an empty line stands between, as in a paper with double spacing."""
_DANGLES = re.compile(
    r"(?:,|\b(?:of|the|and|for|to|on|in|by|at|de|la|du|des|del|et|y|à|pour|para|con|do|da"
    r"|deputy|prime|vice|permanent|under|assistant|acting|foreign|excmo|excelent[ií]sim[oa]"
    r"|se[ñn]or|h\.\s?e\.|s\.\s?e\.|honou?rable|excellency|excellence|excelencia))$",
    re.I,
)
"""How a line ends that is not the last of a title or a name."""
_ENDS_WITH_OFFICE = re.compile(rf"(?:{people.OFFICE.pattern})$", re.I)


def _is_name(text: str) -> bool:
    """Whether a line is a name and nothing else, in capitals too."""
    span = people.full_name_at(text, 0)
    return (
        span is not None
        and span[1] == len(text)
        and " " in text
        and CREDIT_LINE.match(text) is None
    )


def _goes_on(text: str, following: str) -> bool:
    """Whether a line of a head is continued by the next: same case, no other beginning."""
    if CREDIT_LINE.match(following) and not following[:1].islower():
        return False
    if text.endswith((".", ":", "!", "?")):
        return False
    if (
        text.count('"') % 2
        or text.count("“") > text.count("”")
        or text.count("«") > text.count("»")
    ):
        return True  # the words that are quoted go on
    if following[:1].islower() or text.endswith((",", "-", "–")):
        return True
    if _ENDS_WITH_OFFICE.search(text) and _is_name(following):
        return True
    if _DANGLES.search(text):
        return True
    if is_person_line(following) and not re.search(r"\b(?:by|of|par|de|por)$", text, re.I):
        return False
    if is_bare_name(following) or BY_LINE.match(following) or on_behalf.ON_BEHALF.match(following):
        return False
    if len(text.split()) <= 2 and re.match(r"(?:the|la|le|el|les|los|une?|an?)\s", text, re.I):
        return True
    return (text.isupper() == following.isupper()) and len(text) > 30


def choose_title(groups: list[list[Block]]) -> list[int]:
    """Which groups are the title: the headline, or the formula “Statement by … at …”."""
    texts = [" ".join(line.text for line in group) for group in groups]
    formula = next(
        (
            n
            for n, text in enumerate(texts)
            if (CREDIT_LINE.match(text) or _OWNED.match(text)) and not _NUMBER.fullmatch(text)
        ),
        None,
    )
    called = next((n for n, text in enumerate(texts) if PAPER.match(text)), None)
    if formula is None and called is not None:
        return [called]
    for number, text in enumerate(texts[:formula]):
        if (
            is_headline(text)
            and " | " not in text
            and not (formula is not None and text.isupper() and len(text.split()) < 5)
        ):
            return [number]
    if formula is None:
        plain = [
            n
            for n, text in enumerate(texts)
            if not (is_person_line(text) or names.is_body(text) or _NUMBER.fullmatch(text))
        ]
        wordy = [n for n in plain if len(texts[n].split()) >= 4 and not texts[n].endswith(".")]
        shouted = [n for n, text in enumerate(texts) if text.isupper() and not names.is_body(text)]
        return (wordy or plain or shouted or [0])[:1] if texts else []
    if _is_section(texts, formula):
        formula += 1
        if not CREDIT_LINE.match(texts[formula]):
            return [formula]
    chosen = [formula]
    is_credited = credits.author(texts[formula]) is not None
    for number in range(formula + 1, len(texts)):
        before, text = texts[number - 1], texts[number]
        opens = re.match(
            r"(?:by|of|from|de|du|de la|del|par|por|do|da|at|at the|to|to the|on behalf"
            r"|au nom|en nombre|em nome|à|à la|à l['’].*|en|en la|en el|ante|na|no|delivered"
            r"|before|in|in the|no|during|on the occasion.*|г-на|г-жи|господина|госпожи"
            r"|министра|посла"
            r"|на|в|перед|по случаю|от имени)\b",
            text,
            re.I,
        )
        dangles = re.search(
            r"\b(?:by|of|from|at|the|to|de|du|la|del|par|por|do|da|à|en|el|on behalf)$",
            before,
            re.I,
        ) or CREDIT_LINE.fullmatch(before)
        is_named = (
            (dangles or len(texts[formula].split()) < _WHOLE)
            and is_credit_part(text)
            and not credits.author(" ".join(texts[formula:number]))
        )
        office_line = people.OFFICE.match(text) and _ends_with_person(groups[number - 1])
        if is_credited and BY_LINE.match(text) and not dangles:
            break
        if not (opens or dangles or is_named or office_line) or AGENDA.fullmatch(text):
            break
        chosen.append(number)
    return chosen


def _ends_with_person(group: list[Block]) -> bool:
    """Whether the last line of a group is a person, or a formula that ends with the name of one."""
    text = " ".join(line.text for line in group)
    credit = credits.author(text)
    ends = credit is not None and credit.office is None and credit.end >= len(text) - 1
    return ends or is_person_line(group[-1].text)


def _is_section(texts: list[str], number: int) -> bool:
    """“Speech” in a line of its own, above a headline that does not go on with it."""
    text = texts[number]
    if number + 1 >= len(texts) or not CREDIT_LINE.fullmatch(text) or text.isupper():
        return False
    following = texts[number + 1]
    goes_on = re.match(r"(?:by|of|from|de|du|del|par|por|do|da|at|on)\b", following, re.I)
    return is_headline(following) and not goes_on and not is_credit_part(following)


def title_of(words: Words) -> Fact:
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
        if len(kept) > 12 and not PAPER.match(text):
            end = len(kept)
    value = " ".join(text[:end].split())
    whole = fact(words, 0, max(end, 1))
    return replace(whole, value=value.strip(" *")) if value else whole
