"""
The masthead of a United Nations document: its distribution, the organs, the session, the item.

“Distr. GENERAL”, “ORIGINAL: SPANISH” tell that there is one; what stands around them names no
event at which somebody spoke.
"""

from __future__ import annotations

from collections.abc import Sequence

from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from .line import Formulas

_LOOKED_AT = 30
_TELLS = Formulas(
    r"distr\.?(?: ?:? ?(?:general|limited|restricted|générale|limitée|limitada|reservada"
    r"|общая|ограниченная))?",
    r"original ?: ?(?:english|french|spanish|russian|arabic|chinese|anglais|français|espagnol"
    r"|inglés|francés|español|ruso|árabe|chino|английский|русский|французский|испанский)\b.{0,30}",
)
_LINE = Formulas(
    r"united|nations|naciones|unidas|nations unies|unies|a|s|e|a s|e s",
    r"general|limited|restricted|générale|limitée|limitada",
    r"english|french|spanish|russian|anglais|français|espagnol|inglés|francés|español",
    r"(?:general assembly|security council|economic and social council|trusteeship council"
    r"|assemblée générale|conseil de sécurité|conseil économique et social"
    r"|asamblea general|consejo de seguridad|consejo económico y social"
    r"|генеральная ассамблея|совет безопасности)(?:\s+(?:general assembly|security council"
    r"|assemblée générale|conseil de sécurité|asamblea general|consejo de seguridad))?",
    r"(?:[\w-]+ ){1,4}(?:session|year|année|período de sesiones|año|сессия|год)",
    r"(?:[\w-]+ ){1,4}(?:session|período de sesiones)\s+(?:[\w-]+ ){1,4}(?:year|année|año)",
    r"(?:provisional )?(?:agenda )?items? \d{1,3}.{0,80}|items? \d{1,3} of the .{0,60}"
    r"|points? \d{1,3} (?:de|du) .{0,80}|temas? \d{1,3} (?:de|del) .{0,80}"
    r"|пункты? \d{1,3} .{0,80}",
)


def mark_masthead(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """The lines of a masthead, where something tells that there is one."""
    top = lines[:_LOOKED_AT]
    telling = [place for place, line in enumerate(top) if _TELLS.fullmatch(line.text)]
    if not telling:
        return
    for place, line in enumerate(top):
        is_part = place in telling or (found[place] is None and _LINE.fullmatch(line.text))
        if is_part and place < telling[0] + _LOOKED_AT // 2:
            found[place] = Reason.ISSUER
