"""The head and the end of a mail, and what was written above a forwarded one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speeches.intake.accents import optional
from speeches.intake.paste import Block
from speeches.intake.reading import Reason

from . import cover

MAIL = re.compile(
    optional(
        r"\W{0,4}(?:(?:from|to|cc|bcc|sent|reply-to|attachments?|importance|forwarded by"
        r"|de|à|a|para|envoyé"
        r"|enviado(?: el)?|date|fecha|data|subject|objet|asunto|assunto|pièces? jointes?"
        r"|adjuntos?|anexos?|от|кому"
        r"|return-path|received|message-id|x-[\w-]{2,30}|sender|organi[sz]ation|mime-version"
        r"|content-[\w-]{3,30}|references|in-reply-to|newsgroups|lines|path|distribution|precedence"
        r"|list-[\w-]{2,20}|delivered-to|status|approved(?:-by)?|resent-\w{2,10}|priority|thread-\w{3,10}"
        r"|keywords|errors-to|comments|mailing-list|enviada? em|enviado por"
        r"|дата|тема|发件人|收件人|主题|抄送|发送时间|日期|من|إلى|الموضوع|التاريخ)\s?[:：]\s.{0,300}"
        r"|.{0,10}(?:original message|forwarded message|message d.origine|message transféré"
        r"|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)).{0,20}"
        r"|begin forwarded message\W?"
        r"|on .{6,80} wrote:|le .{6,80} a écrit\s?:|el .{6,80} escribió:"
        r"|sent from my .{2,30}|envoyé de mon .{2,30}|enviado desde mi .{2,30}"
        r"|(?:fyi|pour info|para (?:su )?información)\W{0,3}"
        r"|(?:(?:kind|best|warm) )?regards,?|cordialement,?|(?:saludos|atentamente"
        r"|bien à vous),?)"
    ),
    re.IGNORECASE,
)
_HEADER = re.compile(
    optional(
        r"\W{0,4}(?P<name>from|to|cc|bcc|sent|subject|date|de|à|a|para|fecha|data|envoyé|enviado|objet"
        r"|asunto|assunto|от|кому|тема|发件人|主题|return-path|received|message-id|x-[\w-]{2,30}|sender"
        r"|organi[sz]ation|mime-version|content-[\w-]{3,30}|references|in-reply-to|newsgroups|lines"
        r"|path|distribution|precedence|list-[\w-]{2,20}|delivered-to|status|approved(?:-by)?"
        r"|resent-\w{2,10}|priority|thread-\w{3,10}|keywords|errors-to|comments|reply-to"
        r"|mailing-list|attachments?|pièces? jointes?|adjuntos?|anexos?|importance)\s?[:：]"
    ),
    re.I,
)


_FAR = 8


def mark_mail(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """What stands above the last head of a forwarded mail was written by who forwarded it."""
    heads = [
        place
        for place, line in enumerate(lines)
        if found[place] is Reason.MAIL and _HEADER.match(line.text)
    ]
    runs = [place for number, place in enumerate(heads) if _are_heads(lines, heads, number)]
    if not runs or len(lines) - runs[-1] < 3:
        kept = set(runs)
        for place in heads:
            found[place] = found[place] if place in kept else None
        return
    for place in range(runs[-1]):
        found[place] = found[place] or Reason.MAIL
    for place in set(heads) - set(runs):
        if place > runs[-1] + _FAR:
            found[place] = None


def _are_heads(lines: Sequence[Block], heads: list[int], number: int) -> bool:
    """Whether lines of several names stand close together: “A:” comes in conversations too."""
    near = heads[max(0, number - 4) : number + 5]
    named = {
        header["name"].casefold()
        for place in near
        if abs(place - heads[number]) <= 4 and (header := _HEADER.match(lines[place].text))
    }
    return len(named) >= 3


def mark_partings(lines: Sequence[Block], found: list[Reason | None]) -> None:
    """The name under “Regards,” of a mail is its writer's."""
    for place in range(1, len(lines)):
        above = lines[place - 1]
        near = lines[place].start - above.end <= 3
        if (
            found[place] is None
            and near
            and len(lines[place].text) < 45
            and cover.PARTING.fullmatch(above.text)
        ):
            found[place - 1] = found[place] = Reason.MAIL
