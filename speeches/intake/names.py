"""Words with a capital that stand in no person's name, though they may stand where a name does."""

from __future__ import annotations

import re

from . import calendar_words, places

_NEVER = frozenset(
    """
    press latest external internal foreign affairs ministry ministère ministerio department office
    bureau service services agency secretariat united european african american union republic
    kingdom government mission delegation presidential group fund bank programme program agenda
    item general security development cooperation economic social rights global regional
    university institute centre center organisation organization association network nations
    naciones unies unidas international national council assembly commission committee parliament
    symposium summit forum seminar workshop decade headquarters plenary third second first fifth
    sixth media publications events home search share print download contact subject
    secretary-general minister ministers secretary president ambassador
    """.split()
)
_ENDS = frozenset(
    """
    statement statements message messages remarks speech speeches address release releases news
    briefing briefings conference meeting session interview transcript communiqué communique
    déclaration declaración discours discurso mensaje comunicado intervention intervención
    conférence conferencia réunion reunión announces announced announce condemns welcomes calls
    urges says said meets met visits appoints nominates marks congratulates highlights warns
    expresses launches opens addresses tells thanks praises hails pays joins receives hosts
    """.split()
)
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
    words = [word.casefold().strip(_TRIM) for word in re.split(r"\s+", name)]
    return not any(word in _NEVER or word in _ENDS or _is_month(word) for word in words)


def _is_month(word: str) -> bool:
    return len(word) >= _MONTH_LETTERS and calendar_words.fold(word) in calendar_words.months()
