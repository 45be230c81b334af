"""The heading of a list: how many statements about what, by whom, when, in one sentence."""

from __future__ import annotations

from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches.models import Extent

from .filterset import SpeechFilter, label_of


def heading(filters: SpeechFilter, extent: Extent) -> str:
    """“14 statements about X by Y, 2012 to 2017”."""
    values = filters.values
    words = [_counted(extent), *_described(values)]
    sentence = " ".join(words)
    span = _span(values, extent.years)
    return f"{sentence}, {span}" if span else sentence


def _counted(extent: Extent) -> str:
    if extent.number == 0:
        return _("No statements")
    words = ngettext("%(count)s statement", "%(count)s statements", extent.number)
    return words % {"count": extent.shown}


def _described(values: dict[str, Any]) -> list[str]:
    shown = {name: _named(name, value) for name, value in values.items()}
    if "city" in shown:
        shown["place"] = (
            f"{shown['city']}, {shown['country']}" if "country" in shown else shown["city"]
        )
    elif "country" in shown:
        shown["place"] = shown["country"]
    phrases = {
        "q": _("matching %(q)s"),
        "kind": _("of the kind %(kind)s"),
        "tag": _("about %(tag)s"),
        "speaker": _("by %(speaker)s"),
        "office": _("as %(office)s"),
        "event": _("at or for %(event)s"),
        "series": _("in the series %(series)s"),
        "place": _("in %(place)s"),
        "status": _("with a text %(status)s"),
        "language": _("held in %(language)s"),
    }
    return [phrase % shown for name, phrase in phrases.items() if name in shown]


QUOTED = ("kind", "status")
MOST_NAMED = 3
"""Values of one filter that a sentence names; the others it counts."""


def _named(name: str, value: Any) -> str:
    """The values of a filter, as a sentence lists them."""
    if not isinstance(value, list):
        return label_of(name, value)
    labels = [label_of(name, one) for one in value]
    labels = [f"“{label}”" for label in labels] if name in QUOTED else labels
    if len(labels) > MOST_NAMED + 1 and name != "tag":
        others = len(labels) - MOST_NAMED
        words = ngettext("%(number)d other", "%(number)d others", others) % {"number": others}
        labels = [*labels[:MOST_NAMED], words]
    return get_text_list(labels, _("and") if name == "tag" else _("or"))


def _span(values: dict[str, Any], years: tuple[int, int] | None) -> str:
    first, last = values.get("from"), values.get("to")
    if first and first == last:
        return str(first)
    if first and last:
        return _("from %(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("from %(first)s on") % {"first": first}
    if last:
        return _("up to %(last)s") % {"last": last}
    if "year" in values:
        return _named("year", values["year"])
    if years is None:
        return ""
    if years[0] == years[1]:
        return str(years[0])
    return _("%(first)s to %(last)s") % {"first": years[0], "last": years[1]}
