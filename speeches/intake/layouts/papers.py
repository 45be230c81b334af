"""
What a paper that is nobody's statement is called, and the shapes by which it is known unnamed.

An agenda, a programme, an advisory, an invitation, a readout, a biography, a background article: by
the words at its top, by labels (“What: … When: …”), by lines that begin with an hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speeches.intake import patterns
from speeches.intake.accents import optional
from speeches.intake.page import Page, has_words
from speeches.intake.paste import Block

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "an agenda",
        re.compile(
            optional(
                r"(?:(?:provisional|annotated|draft|revised|tentative) )*agenda(?: (?:and|for|of"
                r"|item).{0,80})?|ordre du jour(?: provisoire)?.{0,60}|(?:programa"
                r"|orden del día)(?: provisional)?(?: anotado)?|temario(?: provisional)?"
                r"|pauta provisória|повестка дня.{0,40}|предварительная повестка дня.{0,40}"
                r"|(?:临时)?议程|جدول الأعمال.{0,30}"
            ),
            re.I,
        ),
    ),
    (
        "a note to correspondents",
        re.compile(
            optional(
                r"notes? to (?:correspondents|the media|media).{0,60}|note (?:aux"
                r"|à l.attention des) (?:correspondants|journalistes|médias).{0,60}|nota (?:a"
                r"|para) (?:los )?(?:corresponsales|periodistas|medios).{0,60}"
            ),
            re.I,
        ),
    ),
    (
        "an advisory",
        re.compile(
            optional(
                r"(?:media|press|news) (?:advisory|alert|accreditation|notice)\b.{0,80}"
                r"|save the date.{0,80}"
                r"|(?:upcoming|forthcoming) (?:events?|meetings?|press (?:conferences?"
                r"|briefings?)).{0,60}"
                r"|(?:public schedule|daily (?:public )?schedule|week ahead).{0,80}"
                r"|calls? for (?:papers|proposals|applications|nominations|abstracts"
                r"|contributions).{0,80}"
                r"|appel à (?:candidatures|propositions|contributions|communications).{0,80}"
                r"|vacancy (?:announcement|notice).{0,60}|avis de vacance.{0,60}"
                r"|(?:agenda|calendrier|calendario) (?:de la semaine|prévisionnel|semanal"
                r"|de prensa).{0,60}"
                r"|(?:press )?invitation(?: (?:to|for|à)\b.{0,80})?|invitación(?: .{0,80})?"
                r"|convite(?: .{0,80})?"
                r"|avis aux médias.{0,60}|aviso (?:a|de"
                r"|para) (?:los )?(?:medios|prensa).{0,60}|convocatoria (?:de|a la) prensa.{0,60}"
                r"|aviso de pauta.{0,40}"
            ),
            re.I,
        ),
    ),
    (
        "a programme",
        re.compile(
            optional(
                r"(?:(?:provisional|tentative|draft|final|indicative) )?(?:programme"
                r"|program)(?: of (?:work|the day|events|meetings))?(?: .{0,60})?"
                r"|programme (?:de travail|de la journée|provisoire).{0,60}"
                r"|programa (?:de (?:trabajo|actividades|la jornada)|provisional"
                r"|preliminar).{0,60}|journal of the united nations.{0,40}"
                r"|(?:(?:proposed|provisional|tentative|draft|indicative) )?time-?table\b.{0,140}"
                r"|(?:calendario|cronograma|calendrier) (?:provisional|propuesto"
                r"|provisoire).{0,100}"
                r"|schedule(?: of (?:events|meetings|appointments))?.{0,40}|run of show"
                r"|concept note.{0,80}|note conceptuelle.{0,60}|nota conceptual.{0,60}"
                r"|daily (?:schedule|programme).{0,40}"
            ),
            re.I,
        ),
    ),
    (
        "a biography",
        re.compile(
            optional(
                r"(?:biograph(?:y|ical (?:note|sketch|information|data))|biographie"
                r"|curriculum vitae|bio"
                r"|(?:notice|note) biographique|(?:nota|reseña|ficha) biográfica|biografía"
                r"|nota biográfica|biografia|profile|perfil)(?: (?:of|de|du|del|da|do)\b.{0,80})?"
                r"|list of participants.{0,40}|liste des participants.{0,40}"
                r"|lista de participantes.{0,40}"
                r"|terms of reference.{0,80}|(?:términos de referencia"
                r"|mandat et attributions).{0,60}"
            ),
            re.I,
        ),
    ),
    (
        "a readout of a conversation",
        re.compile(
            optional(
                r"(?:informal )?read[- ]?outs? (?:of|from|on)\b.{0,300}|readout|compte rendu (?:de"
                r"|d.).{0,30}(?:entretien"
                r"|rencontre|réunion|appel).{0,200}|(?:lectura|resumen|reseña) (?:de"
                r"|del) (?:la )?(?:reunión|encuentro|conversación|llamada).{0,200}"
            ),
            re.I,
        ),
    ),
    (
        "a background article",
        re.compile(
            optional(
                r"background(?:er)?(?: (?:note|paper|article|information|brief|guide))?"
                r"|fact ?sheet.{0,60}|explainer.{0,100}|(?:the )?history of .{3,80}"
                r"|frequently asked questions.{0,40}|faqs?|in brief|at a glance.{0,30}"
                r"|fiche d.information.{0,40}|(?:hoja|ficha) informativa.{0,40}|what is .{3,80}\?"
                r"|(?:note d.)?information de base|antecedentes|contexte|(?:key|quick"
                r"|basic) facts.{0,40}"
                r"|facts and figures.{0,60}|(?:chiffres|faits) (?:clés|et chiffres).{0,40}"
                r"|datos y cifras"
                r"|datos básicos.{0,40}|information (?:note|sheet).{0,60}|q(?:uestions?)? (?:&|and)"
                r" a(?:nswers?)? (?:on|about)\b.{0,60}|in focus|chronolog(?:y|ie).{0,60}"
                r"|cronología.{0,60}"
                r"|timeline.{0,60}|glossary.{0,40}|background(?: and|:| on| to).{3,60}"
                r"|backgrounder: .{3,80}"
            ),
            re.I,
        ),
    ),
)
_HEADLINE = re.compile(
    r"(?:explainer|fact ?sheet|background(?:er)?|readout|media advisory"
    r"|note to correspondents|concept note)\s?[:–—-]\s?.{3,}",
    re.I,
)
_ANNOUNCES = re.compile(
    rf"(?:.{{3,60}}['’]s? )?(?:\w+ ){{0,2}}(?:{patterns.KIND_WORDS})\b.{{0,40}}"
    r"\b(?:by|from|of|attributable|at|to|on|du|de|par|por|del)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!?][”\"’)]?$")
_NUMBERED = re.compile(r"\s*(?:\(?[0-9ivx]{1,4}[.)]|\d{1,2}[:.h]\d\d)\s*\S")
_HOUR = re.compile(
    r"\W{0,3}\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\.?)(?:\s?[ap]\.?m\.?)?(?:\s|$|[-–—])", re.I
)
_AT_AN_HOUR = re.compile(
    r"\d(?:[:.]|\s?h\s?)\d\d(?!\d)|\d\s?[ap]\.?m\b|\bnoon\b|\b\d{1,2} (?:heures|horas)", re.I
)
_QUESTIONED = re.compile(
    optional(
        r"\W{0,3}(?:(?P<what>what|quoi|qu[eé]|o qu[eê]|event|événement|evento)"
        r"|(?P<who>who|qui|qui[eé]n(?:es)?|quem|speakers|participants)"
        r"|(?P<when>when|quand|cu[aá]ndo|quando|date(?: and time)?|fecha|data)"
        r"|(?P<where>where|où|d[oó]nde|onde|place|venue|lieu|lugar|local))\s?[:?]\s?"
    ),
    re.I,
)
_INVITES = re.compile(
    r"\b(?:(?:cordially )?invites? you to|(?:are|is) (?:pleased|honou?red) to invite|requests? the"
    r" (?:pleasure|honou?r) of|(?:vous invite(?:nt)?|(?:le|la) plaisir de vous (?:inviter|convier))"
    r"|l[aeo]s? invitan? (?:a|al)|(?:honor|agrado|placer) de invitar\w*"
    r"|t[eê]m? (?:a honra|o prazer) de convidar|you are (?:cordially )?invited)\b",
    re.I,
)
_OWN_VOICE = re.compile(r"\b(?:I|[Jj]e|[Nn]ous|[Yy]o)\b")
_NEAR_TOP = 14
_NEAR = 30
_LONGEST_TITLE = 200


class Called(NamedTuple):
    """What a paper is, and the words that tell."""

    what: str
    start: int
    end: int

    @property
    def is_list(self) -> bool:
        return self.what in _LISTS

    @property
    def is_ahead(self) -> bool:
        """Whether the paper tells of something to come: its day is not that of the paper."""
        return self.what in _AHEAD


_ASIDE = ("a background article", "a biography", "an advisory")
"""What may also be a link in a menu, above a text that is said."""
_LISTS = ("an agenda", "a programme")
_AHEAD = (*_LISTS, "an advisory", "an invitation")


def called(page: Page) -> Called | None:
    """What the top, or the shape, of a paper calls it; None where it may hold a statement."""
    near = _top_lines(page)
    for line in near:
        for what in _names(line):
            if what in _LISTS and not _is_list(page):
                continue
            if what in _ASIDE and _announces(page):
                continue
            return Called(what, line.start, line.end)
    return _shaped(page)


def name_of(text: str) -> str | None:
    """What a line calls the paper when it holds nothing else."""
    return next((what for what, pattern in _KINDS if pattern.fullmatch(text)), None)


def tells_when(text: str) -> bool:
    """Whether a line tells when people will meet: by its label, or by the hour."""
    return bool(_QUESTIONED.match(text) or _AT_AN_HOUR.search(text))


def _names(line: Block) -> Iterator[str]:
    text = re.sub(r"\s+", " ", line.text.strip(" .:*")).strip()
    for what, pattern in _KINDS:
        if pattern.fullmatch(text) or (
            _HEADLINE.fullmatch(text) and pattern.match(text.split(":")[0])
        ):
            yield what


def _shaped(page: Page) -> Called | None:
    """An advisory by its labels, an invitation by its verb, a programme by its hours."""
    lines = [line for line in page.lines if has_words(line)]
    asked = [line for line in lines[:_NEAR] if _QUESTIONED.match(line.text)]
    names = {found.lastgroup for line in asked if (found := _QUESTIONED.match(line.text))}
    if len(names) >= 3:
        return Called("an advisory", asked[0].start, asked[0].end)
    for line in lines[:_NEAR]:
        if _OWN_VOICE.search(line.text) or patterns.INTRODUCTION.match(line.text):
            break
        if len(line.text) < _LONGEST_TITLE and _INVITES.search(line.text):
            return Called("an invitation", line.start, line.end)
    hours = [line for line in lines if _HOUR.match(line.text)]
    if len(hours) >= 4 and len(hours) * 4 >= len(lines):
        return Called("a programme", hours[0].start, hours[0].end)
    return None


def _top_lines(page: Page) -> list[Block]:
    """The lines above the first sentence, as far as none of them announces a text."""
    found: list[Block] = []
    for line in [line for line in page.lines if has_words(line)][:_NEAR_TOP]:
        if _ANNOUNCES.match(line.text) or (_SENTENCE.search(line.text) and len(line.text) > 70):
            break
        found.append(line)
    return found


def _is_list(page: Page) -> bool:
    """Whether the lines are mostly numbered items or hours."""
    lines = [line for line in page.content if len(line.text) > 3]
    items = sum(bool(_NUMBERED.match(line.text)) for line in lines)
    return items >= 3 and items * 4 >= len(lines)


def _announces(page: Page) -> bool:
    """Whether a line near the top announces somebody's text."""
    return any(
        _ANNOUNCES.match(line.text)
        for line in page.content[:_NEAR]
        if len(line.text) < _LONGEST_TITLE
    )
