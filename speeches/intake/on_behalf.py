"""For which group of States somebody speaks: “on behalf of the Group of 77 and China”."""

from __future__ import annotations

import re

from .accents import optional

Span = tuple[int, int]

ON_BEHALF = re.compile(
    optional(
        r"(?:on behalf of|for and on behalf of|au nom (?:de |du |des |d['’])|en (?:nombre"
        r"|representación) (?:del|de los|de las|de)"
        r"|em nome (?:do|da|dos|das|de)|от имени|代表(?=[^，。\n]{0,12}(?:集团|国家))"
        r"|باسم)\s*(?P<group>(?:the |la |le |les |l['’]"
        r"|el |los |o |a |os )?[^\n,;:.()]{2,120})"
    ),
    re.I,
)
_GROUP_STOP = re.compile(
    optional(
        r"\s+(?:at|on|during|to|before|in the|by|delivered|in|lors|à|au|par|en la|en el|ante"
        r"|durante|por|na|no|perante|under)\s+"
        r"(?!the (?:Group|African|Least|Non)|Africa\b|China\b)|\s+[–—-]\s|\n\s*\n"
    ),
    re.I,
)


def group(text: str) -> Span | None:
    """The group for which the speaker speaks."""
    found = ON_BEHALF.search(text)
    if not found:
        return None
    start, end = found.span("group")
    if stop := _GROUP_STOP.search(text, start, end):
        end = stop.start()
    if article := re.match(r"(?:the|la|le|les|el|los|o|a|os)\s|l['’]", text[start:end], re.I):
        start += article.end()
    end = start + len(text[start:end].rstrip(" ,("))
    return (start, end) if end > start else None
