"""What all linked data shares: plain dictionaries without empty values, printed safely."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from speeches.dates import PartialDate

Absolute = Callable[[str], str]
Thing = dict[str, Any]

# What could end the script element or start a comment in it is written as an escape.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def thing(kind: str, **properties: Any) -> Thing:
    """A schema.org thing; properties that are empty are left out."""
    return {"@type": kind} | {name: value for name, value in properties.items() if value}


def day(date: PartialDate | None) -> str:
    """A date as schema.org takes it (ISO 8601); empty where it is only bounded or not known."""
    return date.iso_day if date is not None else ""


def breadcrumbs(trail: Iterable[tuple[str, str | None]], absolute: Absolute) -> Thing:
    """The way to this page; the last step has no address of its own."""
    steps = [
        thing("ListItem", position=place, name=str(label), item=url and absolute(url))
        for place, (label, url) in enumerate(trail, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=steps)


def script(things: Iterable[Thing]) -> SafeString:
    """One data block for the head of a page; safe whatever the values hold."""
    graph = {"@context": "https://schema.org", "@graph": [*things]}
    text = json.dumps(graph, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
