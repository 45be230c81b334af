"""What a line near the first words of a text is: a formula of a head, a salutation, a sentence."""

from __future__ import annotations

import re

from speeches.intake import credits, datelines, patterns
from speeches.intake.accents import optional
from speeches.intake.paste import Block
from speeches.intake.scripts import arabic

LONGEST_ANNOUNCEMENT = 320
FIRST_PERSON = re.compile(
    optional(r"\b(?:I|we|our|my|us|je|nous|notre|nos|nosotros|nuestr[oa]s?|yo|nós|noss[oa]s?)\b"),
    re.I,
)
_SMALL = re.compile(r"(?<![\w’'])[a-zà-ÿ]{2,}(?![\w])")
_STOP = re.compile(r"[.!?…。！？؟:][”\"’'»)\]]*$")
_MANY = 8
_LONG_LINE = 140
_FEW = 4
_LOOKED_AT = 40
INNER_STOP = re.compile(
    r"(?:(?!xcm|rof)[a-zà-ÿ]{4}|\d\d|[)”’\"])[.!?;]\s[“\"«]?[A-ZÀ-Þ¿¡]|[。！？]"
)
FORMULA = re.compile(
    rf"[\"“«(]*(?:(?:joint |national |general |the |le |la "
    rf"|el )*(?:{patterns.KIND_WORDS})\b.{{0,60}}\b(?:by|from|of|de|du|par|por|del|do|da|on"
    rf"|at|to|delivered|attributable|на|по|в|перед|от)\b"
    r"|(?:by|par|por|delivered by|h\.?\s?e\.?|mr|ms|mrs|dr|on behalf of|at the|to the"
    r"|during the|agenda|under|au nom|en nombre|s\.?\s?e\.?)\b"
    r"|subjects?\b|\(|\[)",
    re.I,
)


def is_dated_formula(text: str) -> bool:
    """“New York, 9 November 2011 - Statement attributable to …”: a title, for all its dateline."""
    found = datelines.match(text)
    rest = text[found.end :] if found else ""
    return bool(FORMULA.match(rest)) and not rest.endswith(".") and not INNER_STOP.search(rest)


def is_date_line(text: str) -> bool:
    """A short line with a day in it, and no sentence."""
    if len(text) > 100 or re.search(r"[a-zà-ÿ]{3}[.!?]$", text):
        return False
    dates = datelines.datings.find(text)
    return bool(dates) and len(text) - (dates[0].end - dates[0].start) < 50


ANNOUNCES = re.compile(
    optional(
        rf"(?:{patterns.KIND_WORDS})[^.]{{0,60}}(?<![^\W\d_])(?:by|from|of|de|du|del|por|par|do"
        rf"|da|on|for|to|at|por ocasião|à)(?![^\W\d_])"
        rf"|['’]s? (?:\w+ ){{0,2}}(?:{patterns.KIND_WORDS})"
    ),
    re.I,
)


_ANNOUNCEMENT = re.compile(
    rf"(?:[\w’'-]+ ){{0,3}}(?:{patterns.KIND_WORDS})\b[^.]{{0,80}}?\b(?:by|of|from|attributable to"
    r"|par|de|du|por|del|do|da)\s.{2,}",
    re.I,
)


def is_announcement(text: str) -> bool:
    """“Statement by Name, Office, at the Meeting.”: a title, though it may end with a stop."""
    if dated := datelines.match(text):
        text = text[dated.end :]
    bare = re.sub(r"(?<=\b[A-Za-z])\.(?=[\s,])|\b(?:Mr|Ms|Mrs|Dr|Sr|Sra|Mme)\.", "", text)
    return (
        len(text) < LONGEST_ANNOUNCEMENT
        and bool(_ANNOUNCEMENT.match(bare))
        and not re.search(r"[.!?;]\s", bare)
        and not FIRST_PERSON.search(text)
        and (not text.endswith(".") or credits.author(text) is not None)
    )


def is_said(text: str) -> bool:
    """Whether a sentence that begins like a formula is none: in the first person, or of no kind."""
    if FIRST_PERSON.search(text):
        return True
    return len(_SMALL.findall(text)) > _MANY and not (
        patterns.KIND.search(text) or credits.author(text)
    )


def are_sentences(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are sentences each, so that none goes on in the next."""
    lines = [line for line in lines if line][:_LOOKED_AT]
    whole = sum(bool(_STOP.search(line)) for line in lines)
    return len(lines) >= _FEW and whole * 5 >= len(lines) * 3


def stands_alone(lines: list[str], place: int) -> bool:
    """
    Whether a line of a paragraph is none of its sentences, but printed above them.

    It ends with no stop, the next begins with a capital, and others are far longer: no line of a
    paragraph breaks so early.
    """
    text = lines[place]
    following = lines[place + 1 :][:_LOOKED_AT]
    return (
        bool(following)
        and not _STOP.search(text)
        and not text.endswith((",", ";", "-"))
        and following[0][:1].isupper()
        and max(map(len, following)) > _LONG_LINE
        and len(text) * 5 < 3 * max(map(len, following))
    )


def is_short_sentence(line: Block) -> bool:
    """“Good afternoon.”: a few words with a stop, under a line that announces a text."""
    text = line.text
    return (
        bool(re.search(r"[^\W\d_]{2}[.!?]$|[。！？]$", text))
        and len(text) > 6
        and not FORMULA.match(text)
        and not is_shouted(text)
        and not line.level
        and not datelines.datings.find(text)
    )


RECORD_LABEL = re.compile(
    r"(?:\d{1,3}\.\s+)?(?:M(?:r|rs|s|me|lle)?\.?|Miss|Sra?\.|Г-(?:н|жа)|Sir|Lord|Prince|Dame)\s"
    r"(?P<name>[^\W\d][^():\n]{1,50}?)\s\((?P<office>[^()\n]{3,60})\)\s?"
    r"(?:[(\[](?:interpret|spoke|parle|habl|continu|говорит|traduc|translat)[^()\n]{3,60}[)\]]\s?)?:\s+",
    re.I,
)
"""How a verbatim record tells who takes the floor: “Mr. Name (Country) (spoke in French):”."""
_OFFICE_ADDRESSED = re.compile(
    r"(?:chair(?:person|man|woman)?|president|co-?chairs|moderator|minister|governor|premier"
    r"|commissioner|director-general|vice-chancellor|chancellor|rector|secretary-general|mayor)"
    r"\s?[,:]",
    re.I,
)
_ADDRESSED_FORMALLY = re.compile(
    optional(
        r"(?:(?:monsieur|madame|messieurs|mesdames) (?:le|la|les|l['’])\s?[\w’' -]{3,60}"
        r"|(?:señora?|senhora?) [\w’'-]{4,20})\s?[,:]"
    ),
    re.I,
)
_LONGEST_ADDRESS = 40
"""Letters of “Madam Chair” in a line of its own, where no comma follows."""
_BLANK_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!](?:\s|$))")
"""As typewriters and scans have it: “Mr . Chairman ,”."""
_INVOCATION = re.compile(rf"\W{{0,3}}{arabic.INVOCATION}\W{{0,3}}")


def is_salutation(text: str) -> bool:
    """Whether a line is how a speaker turns to the audience, or begins with it."""
    text = _BLANK_BEFORE_STOP.sub("", text)
    found = patterns.SALUTATION.match(text.lstrip('“"« ¡'))
    if _OFFICE_ADDRESSED.fullmatch(text) or _ADDRESSED_FORMALLY.fullmatch(text):
        return True
    if not found:
        return False
    if found.end() == len(text) < _LONGEST_ADDRESS:
        return True
    if _INVOCATION.fullmatch(text):
        return True
    if len(text) < 100 and re.search(r"[,:;.!：，。！،]\s*$|\s[-–—]$", text):
        return True
    after = text.lstrip('“"« ¡')[found.end() :]
    return (
        bool(re.match(r"[^.\n]{0,60}[,;:，：]\s", after))
        and len(text) > 40
        and not FORMULA.match(text)
    )


def is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)
