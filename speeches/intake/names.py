"""Words with a capital that stand in no person's name, though they may stand where a name does."""

from __future__ import annotations

import re

from . import calendar_words, places


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER = _words(
    """
    press latest external internal foreign affairs ministry ministère ministerio department office
    bureau service services agency secretariat united european african american union republic
    kingdom government mission delegation presidential group fund bank programme program agenda
    item general security development cooperation economic social rights global regional
    university institute centre center organisation organization association network nations
    naciones unies unidas international national council assembly commission committee parliament
    symposium summit forum seminar workshop decade headquarters plenary third second first fifth
    sixth media publications events home search share print download contact subject
    les par avec pour the of and to for with on in at from over by sur aux une los las con para
    residente resident permanente permanent ejecutivo ejecutiva executive adjunto adjunta especial
    secretary-general minister ministers secretary president ambassador
    """
)
_ENDS = _words(
    """
    statement statements message messages remarks speech speeches address release releases news
    briefing briefings conference meeting session interview transcript communiqué communique
    déclaration declaración discours discurso mensaje comunicado intervention intervención
    conférence conferencia réunion reunión announces announced announce condemns welcomes calls
    urges says said meets met visits appoints nominates marks congratulates highlights warns
    expresses launches opens addresses tells thanks praises hails pays joins receives hosts
    """
)
_LEADS = _words("the in on at from for by to of and but this that an our your their all an")
_MONTH_LETTERS = 5
"""Shorter names of months are names of people too: May, June, Mai."""
_TRIM = ".,;:’'"


def ends_before(word: str) -> bool:
    """Whether a name has ended before this word: what is said of the person, or how."""
    return word.casefold().strip(_TRIM) in _ENDS


def is_plausible(name: str) -> bool:
    """Whether words with capitals can name a person: no city, no month, no word of a body."""
    if places.CITY.fullmatch(name.strip()):
        return False
    words = [word.casefold().strip(_TRIM) for word in name.split()]
    if words and words[0] in _LEADS:
        return False
    return not any(word in _NEVER or word in _ENDS or _is_month(word) for word in words)


def _is_month(word: str) -> bool:
    folded = calendar_words.fold(word)
    return folded in calendar_words.weekdays() or (
        len(word) >= _MONTH_LETTERS and folded in calendar_words.months()
    )


_BODY = re.compile(
    r"(?<!\w)(?:network|office|organi[sz]ation|commission|ministry|group|union|institute|agency"
    r"|fund|programme|council|secretariat|alliance|association|mission|government|academy|bureau"
    r"|service|services|department|centre|center|committee|embassy|consulate|delegation|board"
    r"|foundation|university|bank|parliament|assembly|newsroom|gazette|times|tribune|herald"
    r"|bureau|ministère|organisation|comité|conseil|délégation|ambassade|agence|fonds|programa"
    r"|oficina|centro|ministerio|comisión|organización|consejo|embajada|delegación|agencia|fondo"
    r"|secretaría|secrétariat|misión|missão|ministério|escritório|comissão|departamento"
    r"|département|servicio|serviço|conferencia permanente"
    r"|миссия|представительство|министерство|代表团|الوفد|البعثة|وزارة)(?!\w)",
    re.IGNORECASE,
)
_OF_THE_UNITED_NATIONS = re.compile(
    r"(?:the )?(?:united nations|nations unies|naciones unidas|nações unidas"
    r"|organisation des nations unies|conférence des nations unies sur"
    r"|conferencia de las naciones unidas sobre"
    r"|united nations conference on|(?:programme|fonds) des nations unies|(?:programa|fondo) de las"
    r" naciones unidas|economic commission for|comisión económica para|commission économique pour)"
    r"(?: [\w’',/-]+){0,14}(?: \([A-Z-]{2,10}\))?",
    re.IGNORECASE,
)
_CONNECTOR = _words(
    "of for the and in on at to de des du la le les l et à pour del los las el y para e da do das"
    " dos en with"
)
_LONGEST_BODY = 12
_LONGEST_SHOUTED_BODY = 7
_NEAR_START = 3


def is_body(line: str) -> bool:
    """Whether a line is the name of a body and no headline: capitals throughout, no verb."""
    if _OF_THE_UNITED_NATIONS.fullmatch(line):
        return True
    words = re.findall(r"[\w&/.’'-]+", line)
    longest = _LONGEST_SHOUTED_BODY if line.isupper() else _LONGEST_BODY
    if not words or len(words) > longest or re.search(r"[:;?!“”«»\"]|[.,]$", line):
        return False
    if not (_BODY.search(" ".join(words[:_NEAR_START])) or _BODY.search(" ".join(words[-2:]))):
        return False
    small = [word for word in words if word[:1].islower()]
    return all(word.casefold() in _CONNECTOR for word in small)
