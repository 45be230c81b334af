"""What templates ask of the leaves: which way a language is written, and what it is called."""

from django import template

from speeches import languages

register = template.Library()

register.filter("direction", languages.direction)
register.filter("language_name", languages.name)
