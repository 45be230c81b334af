"""
What whoever sends a text on writes around it: a greeting, “please find below …”, regards, a name;
and below it the foot of a mailing list or the lines of a signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from speeches.intake.accents import optional
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

LEADS_IN = re.compile(
    optional(
        r"\b(?:(?:please |kindly )?(?:find|see) (?:\w+ ){0,3}?(?:below|attached|enclosed|following)"
        r"|below (?:please find|is|are|you will find)|(?:here|attached|enclosed) (?:is|are"
        r"|please find)"
        r"|(?:pasted|copied|reproduced|forwarded|forwarding|sharing|sent|circulating)\b.{0,40}\b(?:below"
        r"|statement|remarks|message|speech|text|address|release|for (?:your|further))"
        r"|for your (?:information|ease of reference|kind attention)|grateful (?:for|if)"
        r"|(?:veuillez|vous) (?:trouver|trouverez|prier de trouver)|ci-(?:dessous|joint|après)"
        r"|(?:je vous|nous vous) (?:transmet\w*|transférons|transfère|adress\w+|fais suivre|prions)"
        r"|pour (?:votre )?(?:information|diffusion|large diffusion)|voici le texte"
        r"|a continuación|adjunt[oa]s?\b|(?:les|le) (?:remit\w+|envi\w+|comparto"
        r"|compartimos|reenvío)"
        r"|va el texto|copio|pego (?:el|en)|para su (?:información|conocimiento|difusión)|se remite"
        r"|segue (?:abaixo|o texto|em anexo)|encaminh\w+|em anexo|para (?:seu )?conhecimento)"
    ),
    re.IGNORECASE,
)
_GREETS = re.compile(
    optional(
        r"(?:dear|hi|hello|good (?:morning|afternoon|evening|day)|greetings|all|colleagues|friends"
        r"|estimad[oa]s?|queridos?|buen[oa]s (?:días|tardes)|hola|colegas|compañer[oa]s"
        r"|bonjour|bonsoir|chers?|chères?|madame|monsieur|mesdames|messieurs|collègues"
        r"|car[oa]s|prezad[oa]s|bom dia|boa tarde)\b[^.?!]{0,60}[,:!.]?"
    ),
    re.IGNORECASE,
)
PARTING = re.compile(
    optional(
        r"\W{0,4}(?:(?:with )?(?:(?:kind|best|warm|kindest|warmest) )?(?:regards|wishes)"
        r"|best|all the best|(?:yours )?(?:sincerely|faithfully|truly)|many thanks|cheers"
        r"|(?:bien |très )?cordialement|bien à vous|amitiés|salutations.{0,20}"
        r"|(?:cordiales )?saludos"
        r"(?: cordiales)?|un (?:cordial )?(?:saludo|abrazo)|abrazos?|atentamente|cordialmente"
        r"|atenciosamente|saudações.{0,20}|grat[oa])\W{0,3}"
    ),
    re.IGNORECASE,
)
_LIST_FOOT = re.compile(
    optional(
        r"(?:you (?:are receiving|received|are subscribed)|to (?:unsubscribe|subscribe|post"
        r"|change your"
        r"|leave (?:this|the) (?:list|group)|view this)|unsubscribe|for more options,? visit"
        r"|.{0,40}\bmailing list\b.{0,60}|(?:yahoo|google) ?!? groups\b.{0,60}"
        r"|list archives?\b.{0,80}"
        r"|vous recevez (?:ce|cet)|pour vous (?:désabonner|désinscrire)|se désabonner"
        r"|(?:usted )?recib\w+ este (?:correo|mensaje)|para (?:darse|cancelar|anular)\b"
        r"|please consider the environment|pensez à l.environnement|antes de imprimir"
        r"|(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication)\b"
        r"|ce (?:message|courriel)\b.{0,60}confident|este (?:mensaje|correo)\b.{0,80}confiden"
        r"|(?:disclaimer|confidentiality(?: notice)?|aviso (?:legal|de confidencialidad)"
        r"|avertissement|avis de confidentialité)\s?:)"
    ),
    re.IGNORECASE,
)
_SIGNATURE_MARK = re.compile(r"-{2,3}|_{5,80}|-{5,80}")
_NEAR = 14
_LEADS_WITHIN = 4
_SHORT = 60
_MOST_SIGNED = 5


def mark_cover(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """The note above a text that was sent on: all up to “please find below”, or to its regards."""
    heads = [n for n, reason in enumerate(found[: len(lines) // 2]) if reason is Reason.MAIL]
    last_head = max(heads, default=-1)
    for first in sorted({_first_open(found, 0), _first_open(found, last_head + 1)}):
        end = _end_of_cover(lines, found, first)
        if end is not None and end + 2 < len(lines):
            for place in range(first, end + 1):
                found[place] = found[place] or Reason.MAIL
            return


def _first_open(found: list[Reason | None], start: int) -> int:
    return next((n for n in range(start, len(found)) if found[n] is None), len(found))


def _end_of_cover(lines: Sequence[Block], found: list[Reason | None], first: int) -> int | None:
    """The last line of a covering note that begins with a line; None where none does."""
    window = range(first, min(len(lines), first + _NEAR))
    lead = next((n for n in window if LEADS_IN.search(lines[n].text)), None)
    greets = first < len(lines) and bool(_GREETS.fullmatch(lines[first].text))
    is_mail = Reason.MAIL in found
    if lead is None or not (greets or (is_mail and lead - first < _LEADS_WITHIN)):
        return None
    end = _end_of_paragraph(lines, lead)
    for place in range(end + 1, min(len(lines), end + _LEADS_WITHIN)):
        if PARTING.fullmatch(lines[place].text):
            return _end_of_name(lines, place)
    if _GREETS.fullmatch(lines[end].text):
        return None
    return end


def _is_apart(above: Block, below: Block) -> bool:
    """Whether an empty line stands between two lines."""
    return below.start - above.end > 2


def _end_of_paragraph(lines: Sequence[Block], place: int) -> int:
    while place + 1 < len(lines) and below_in_paragraph(lines, place):
        place += 1
    return place


def below_in_paragraph(lines: Sequence[Block], place: int) -> bool:
    """Whether the next line goes on with the paragraph of this one."""
    return lines[place + 1].start - lines[place].end == 1


def _end_of_name(lines: Sequence[Block], parting: int) -> int:
    """The last line of the name and office under “Regards,”."""
    end = _end_of_paragraph(lines, parting)
    if end > parting:
        return min(end, parting + _MOST_SIGNED)
    last = _end_of_paragraph(lines, end + 1) if end + 1 < len(lines) else end
    signed = lines[end + 1 : last + 1]
    are_short = all(len(line.text) < _SHORT and not line.text.isupper() for line in signed)
    return last if are_short and len(signed) <= _MOST_SIGNED else end


def mark_foot(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """The foot of a mailing list, and what stands below the two hyphens of a signature."""
    for place in range(len(lines) // 2, len(lines)):
        text = lines[place].text
        left = sum(len(line.text) for line in lines[place:])
        is_signature = text.strip() in ("--", "---") and left < _most_foot(lines) // 6
        if not (_LIST_FOOT.match(text.lstrip("*_ ")) or is_signature):
            continue
        if left > _most_foot(lines):
            continue
        first = place
        while first and _SIGNATURE_MARK.fullmatch(lines[first - 1].text.strip()):
            first -= 1
        for rest in range(first, len(lines)):
            found[rest] = found[rest] or Reason.MAIL
        return


def _most_foot(lines: Sequence[Block]) -> int:
    """How long a foot may be: a third of a text, or what a notice of confidentiality takes."""
    return max(900, sum(len(line.text) for line in lines) // 3)
