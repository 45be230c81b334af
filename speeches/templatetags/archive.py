"""What templates ask of the leaves, what they print often, and what is the same on every page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.contrib.humanize.templatetags import humanize
from django.templatetags import i18n
from django.urls import get_script_prefix
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from speeches import languages
from speeches.dates import PartialDate
from speeches.models import SpeechText

register = template.Library()

register.filter("direction", languages.direction)
register.filter("language_name", languages.name)


@register.filter
def linked(record: Any, css: str = "") -> SafeString:
    """A record by its name, leading to its page; ``css`` is the class of the link."""
    opening = f'<a class="{css}"' if css else "<a"
    page, name = escape(record.get_absolute_url()), escape(str(record))
    return mark_safe(f'{opening} href="{page}"><bdi>{name}</bdi></a>')


@register.filter
def dated(date: PartialDate | None) -> str:
    """A date in words, for machines too where they know its like."""
    return _dated(date, get_language())


@lru_cache(maxsize=2000)
def _dated(date: PartialDate | None, language: str | None) -> str:
    day = date.iso_day if date is not None else ""
    return format_html('<time datetime="{}">{}</time>', day, str(date)) if day else str(date)


@register.filter
def intcomma(number: Any) -> str:
    """``intcomma`` of humanize, for templates that load this library behind it; kept."""
    return _intcomma(number, get_language())


@lru_cache(maxsize=5000, typed=True)
def _intcomma(number: Any, language: str | None) -> str:
    return str(humanize.intcomma(number))


@register.filter
def badge(text: SpeechText | None) -> SafeString:
    """What kind of text this is, in plain words beside a shape; None where no text is known."""
    if not text:
        return _badge("none", "", False, get_language())
    if not text.is_held:
        return _badge("known", "", False, get_language())
    is_message = text.status == SpeechText.Status.AS_ISSUED and text.speech.kind == "message"
    return _badge(text.coverage, text.status, is_message, get_language())


@lru_cache(maxsize=500)
def _badge(shape: str, status: str, is_message: bool, language: str | None) -> SafeString:
    words: dict[str, str] = {
        "none": _("No text known"),
        "known": _("Text known, not held"),
        SpeechText.Status.AS_PREPARED: _("As prepared, check against delivery"),
        SpeechText.Status.REPORTED: _("As reported in the news"),
    }
    how_much: dict[str, str] = {
        SpeechText.Coverage.PARTIAL: _(", in part"),
        SpeechText.Coverage.EXCERPTS: _(", excerpts"),
    }
    shown = words.get(status or shape) or SpeechText(status=status).get_status_display()
    shown = _("Message as issued") if is_message else shown
    said = f"{shown}{how_much.get(shape, '')}"
    return format_html('<span class="badge badge--{}">{}</span>', shape, said)


MOST_KEPT = 500
"""Of what one tag printed: more is not kept, whatever names it is given."""


class Once(template.Node):
    """See ``once``. What was printed is kept by this node, which lives as long as its template."""

    def __init__(self, names: list[str], inside: template.NodeList) -> None:
        self.names = [(name, template.Variable(name)) for name in names]
        self.nodelist = inside
        self.printed: dict[Any, SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        """Nothing else of the page is known inside, so that nothing else can be kept."""
        values = [_value(variable, context) for _, variable in self.names]
        key = (get_language(), get_script_prefix(), *values)
        printed = self.printed.get(key)
        if printed is None:
            known = {name: value for (name, _), value in zip(self.names, values, strict=True)}
            printed = self.nodelist.render(context.new(known))
            if len(self.printed) < MOST_KEPT:
                self.printed[key] = printed
        return printed


def _value(variable: template.Variable, context: template.Context) -> Any:
    try:
        return variable.resolve(context)
    except template.VariableDoesNotExist:
        return None


@register.tag
def once(parser: template.base.Parser, token: template.base.Token) -> Once:
    """
    ``{% once a b %}…{% endonce %}``: printed once for a process, a language and these variables.

    For the frame of a page and what has few forms: words to translate, addresses by name, static
    files. The variables have few values, plain ones. No other is known inside, not even the
    request.
    """
    inside = parser.parse(("endonce",))
    parser.delete_first_token()
    return Once(token.split_contents()[1:], inside)


@register.tag
def translate(parser: template.base.Parser, token: template.base.Token) -> template.Node:
    """
    ``translate`` of i18n, for templates that load this library behind it.

    Words that are always the same are looked up once: a page has some dozens of them.
    """
    node = i18n.do_translate(parser, token)
    words = node.filter_expression
    is_always_the_same = words.var.literal is not None and not words.filters
    if is_always_the_same and not (node.asvar or node.message_context):
        return Once([], template.NodeList([node]))
    return node
