"""
Formulas of official texts, as tables: what a line is, what a kind of statement is called.

Each entry is one regular expression over one line, without nested repetition, so that the reader
stays linear. English, French and Spanish; a new language or formula is a new line here.
"""

from __future__ import annotations

import re

from .reading import Reason


def _line(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,5}}(?:{'|'.join(alternatives)})\W{{0,5}}", re.IGNORECASE)


_SHARING = "facebook|twitter|print|email|share|whatsapp|linkedin|copy link|x"

KEPT_OUT: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.DISCLAIMER,
        _line(
            r"for (?:the )?(?:use of )?information (?:only|media)\W.{0,60}\bofficial"
            r" (?:document|record)",
            r"(?:unofficial|not an official) (?:transcript|translation|record|document)",
            r"(?:à l.intention|a l.intention) des organes d.information\W.{0,60}non officiel",
            r"para uso de los medios de información\W.{0,60}no (?:es un )?(?:documento )?oficial",
        ),
    ),
    (
        Reason.DELIVERY_NOTE,
        _line(
            r"(?:please )?check against delivery",
            r"as (?:prepared(?: for delivery)?|delivered)",
            r"seul le prononcé fait foi",
            r"cotejar con la exposición oral",
        ),
    ),
    (
        Reason.END_MARK,
        re.compile(
            r"(?:\*[*\s]{2,30}|#(?:\s?#){1,10}|\W{0,3}(?:END|ENDS|FIN|-30-)\W{0,3}|_{5,80}|-{5,80})"
        ),
    ),
    (
        Reason.ISSUER,
        _line(
            r"department of (?:public information|global communications)\W.{0,80}",
            r"département de l.information\W.{0,80}",
            r"departamento de información pública\W.{0,80}",
            r"united nations information (?:service|centre)\W?.{0,40}",
            r"(?:press|media) release",
            r"communiqué de presse",
            r"comunicado de prensa",
        ),
    ),
    (
        Reason.NAVIGATION,
        _line(
            rf"(?:{_SHARING})(?:\s*[|/·•]?\s*(?:{_SHARING})){{0,9}}",
            r"global perspective\W{0,3}human stories",
            r"skip to (?:main )?content",
            r"in progress at unhq",
            r"show all|read more|back to top|home|menu|search|subscribe",
            r"receive daily updates .{0,120}",
            r"subscribe (?:here|to) .{0,120}",
            r"welcome to the united nations.{0,60}",
            r"un news",
        ),
    ),
    (
        Reason.CONTACT,
        _line(
            r"(?:media|press) (?:contacts?|inquiries|enquiries)\b.{0,200}",
            r"for (?:further|more) information,? (?:please )?(?:contact|visit|see)\b.{0,200}",
            r"(?:tel|phone|fax|e-?mail)\W{1,3}.{0,120}",
            r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}",
        ),
    ),
    (
        Reason.CAPTION,
        _line(
            r"(?:un )?photo(?:graph)?s?\W{1,3}.{0,200}",
            r"©.{0,200}",
            r".{0,300} (?:un photo/|©\s?)[^.]{1,60}",
        ),
    ),
    (
        Reason.PAGE_NUMBER,
        _line(r"(?:page )?\d{1,4}(?: ?(?:of|de|sur|/) ?\d{1,4})?"),
    ),
)

STATUS = (
    ("as-prepared", re.compile(r"check against delivery|as prepared(?: for delivery)?", re.I)),
    ("as-delivered", re.compile(r"\bas delivered\b", re.I)),
    ("transcript", re.compile(r"\b(?:unofficial|uncorrected|near-verbatim)? ?transcript\b", re.I)),
)
"""How near a text is to what was said, where the document says so."""

KINDS = (
    ("video-message", r"video[- ]?(?:message|statement)|message vidéo|mensaje de vídeo"),
    ("message", r"messages?|mensaje"),
    ("remarks", r"(?:opening |closing |keynote )?remarks|observations"),
    ("speech", r"(?:keynote )?(?:address|speech)|discours|allocution|discurso|alocución"),
    ("statement", r"statement|déclaration|declaración|intervention|intervención"),
    ("article", r"op-ed|article|opinion piece"),
)
"""What statements are called, and the kind of ``Speech`` that each is."""

KIND_WORDS = "|".join(words for _, words in KINDS)
KIND = re.compile(
    "|".join(rf"\b(?P<k{n}>{words})\b" for n, (_, words) in enumerate(KINDS)), re.IGNORECASE
)
WRITTEN = frozenset({"message", "article"})
RECORDED = frozenset({"video-message"})

INTRODUCTION = re.compile(
    r"(?:following (?:is|are)\b|on trouvera ci-après\b|a continuación figura\b|voici le\b)",
    re.IGNORECASE,
)
"""How a press release introduces the text that follows."""

NAME = r"[A-ZÀ-ÖØ-Þ][\w'’&-]*"
"""A word that begins with a capital."""

_SMALL = "of|for|on|the|and|des|de|du|la|le|pour|para|las|los|del|a|à"
TRAILING_SMALL_WORDS = re.compile(rf"(?: (?:{_SMALL}))+$")

OCCASION = re.compile(
    r"\b(?:marking|to mark|we mark|marks|marked|celebrating|to celebrate|observing|commemorating"
    r"|observance of|on the occasion of|(?:[Mm]essage|[Rr]emarks) (?:on|for)|à l.occasion de"
    r"|con motivo del?) (?:the |la |le |el )?"
    rf"(?P<name>(?:{NAME}|\d+)(?: (?:{NAME}|{_SMALL})){{0,14}})",
)
"""An observance or event that a statement marks, by its name in capitals."""

IS_OBSERVANCE = re.compile(r"\b(?:Day|Week|Month|Year|Decade|Journée|Día|Anniversary)\b")

GATHERING = (
    r"symposium|conference|forum|summit|congress|meeting|session|panel|roundtable|seminar"
    r"|workshop|dialogue|debate|assembly|committee|ceremony|event"
)
NAMED_EVENT = re.compile(
    rf"\b{NAME} (?:(?:{NAME}|of|for|on|the|and) ){{0,10}}(?:{GATHERING.title()})\b"
)
"""A meeting by its name in capitals: Development Cooperation Symposium."""

AT_AN_EVENT = re.compile(
    r"\b(?:at|during|told|addressing) "
    rf"(?P<event>(?:an?|the|this year.s) (?:[\w-]+ ){{0,6}}(?:{GATHERING})\b"
    r"[^.;:“”\"\n]{0,160})",
    re.IGNORECASE,
)
"""An event by what it is: “an event marking …”. What follows, up to the stop, belongs to it."""

AT_THE_GATHERING = re.compile(
    rf"\b(?:at|to|during) (?:the|this|that) (?:[\w-]+ ){{0,2}}(?:gathering|{GATHERING})\b",
    re.IGNORECASE,
)
"""A meeting named before and only pointed at: “at the gathering”."""

_NO_MONTH = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)"
)
PLACE = re.compile(
    r"\b(?:at|in) (?:the )?(?P<place>(?:UN|United Nations) Headquarters"
    rf"(?: in {NAME}(?: {NAME})?)?|(?<=\bin ){_NO_MONTH}{NAME}(?: {NAME}){{0,2}})"
)
"""Where something took place: after *in* and a name, or Headquarters."""

ORGANIZERS = re.compile(
    r"\b(?:convened|organi[sz]ed|hosted|sponsored)(?: jointly)? by "
    rf"(?P<names>(?:the )?{NAME}(?: (?:{NAME}|of|for|on|the|and|in)){{0,20}})"
)

AGENCY_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w .’'-]{1,40}?), "
    r"(?P<date>\d{1,2} [A-Za-zÀ-ÿ]{3,10}(?: \d{4})?|[A-Z][a-z]{2,8} \d{1,2})"
    r"(?: \((?P<agency>[^()]{2,60})\))?\s?(?:--?|[–—])\s"
)
"""“VIENNA, 12 September (UN Information Service) - ”."""

DATE_DATELINE = re.compile(r"(?P<date>\d{1,2} [A-Za-zÀ-ÿ]{3,10} \d{4})\s?(?:--?|[–—])\s")
"""“12 September 2017 – ”."""

STOP_WORDS = {
    "en": "the of and to in that is for on with as are be this by we our",
    "fr": "le la les des et en que est pour dans une nous qui sur au du par",
    "es": "el los las y en que es para con una por del nos se su al",
    "pt": "o os as e em que é para com uma por do da nos se ao não",
    "ru": "и в на что мы это с по для не как из к за",
}
SCRIPTS = (("ar", "\u0600", "\u06ff"), ("zh", "\u4e00", "\u9fff"), ("ru", "\u0400", "\u04ff"))


def reason_to_keep_out(line: str) -> Reason | None:
    """Why a line on its own is not part of a statement; None when it may be one."""
    return next((reason for reason, pattern in KEPT_OUT if pattern.fullmatch(line[:400])), None)


def kind_named(text: str) -> tuple[str, int, int] | None:
    """The first word that says what kind of statement this is: the kind, and its span."""
    found = KIND.search(text)
    if found is None:
        return None
    kind = next(KINDS[int(name[1:])][0] for name, word in found.groupdict().items() if word)
    return kind, found.start(), found.end()


def language_of(text: str) -> str:
    """The language of a text, by its script and commonest words; empty when it can't be told."""
    sample = text[:5000]
    letters = sum(character.isalpha() for character in sample) or 1
    for code, first, last in SCRIPTS:
        if sum(first <= character <= last for character in sample) * 3 > letters:
            return code
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    counts = {
        code: sum(map(set(stops.split()).__contains__, words)) for code, stops in STOP_WORDS.items()
    }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else ""
