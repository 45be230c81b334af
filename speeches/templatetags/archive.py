"""What templates ask of the leaves, and a tag for what is the same on every page."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from speeches import languages

register = template.Library()

register.filter("direction", languages.direction)
register.filter("language_name", languages.name)


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
