"""The languages that texts and names of the archive are in: names, own names, direction.

Codes are BCP 47 tags; English and own names follow the Unicode CLDR.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["CHOICES", "direction", "name", "own_name"]


class _Language(NamedTuple):
    name: str | Promise
    own_name: str
    direction: str = "ltr"


# The six official languages of the United Nations and Portuguese first, then by code.
_LANGUAGES = {
    "ar": _Language(_("Arabic"), "العربية", "rtl"),
    "zh": _Language(_("Chinese"), "中文"),
    "en": _Language(_("English"), "English"),
    "fr": _Language(_("French"), "français"),
    "ru": _Language(_("Russian"), "русский"),
    "es": _Language(_("Spanish"), "español"),
    "pt": _Language(_("Portuguese"), "português"),
    "am": _Language(_("Amharic"), "አማርኛ"),
    "bn": _Language(_("Bangla"), "বাংলা"),
    "de": _Language(_("German"), "Deutsch"),
    "fa": _Language(_("Persian"), "فارسی", "rtl"),
    "he": _Language(_("Hebrew"), "עברית", "rtl"),
    "hi": _Language(_("Hindi"), "हिन्दी"),
    "id": _Language(_("Indonesian"), "Bahasa Indonesia"),
    "it": _Language(_("Italian"), "italiano"),
    "ja": _Language(_("Japanese"), "日本語"),
    "ko": _Language(_("Korean"), "한국어"),
    "ms": _Language(_("Malay"), "Melayu"),
    "nl": _Language(_("Dutch"), "Nederlands"),
    "pl": _Language(_("Polish"), "polski"),
    "sw": _Language(_("Swahili"), "Kiswahili"),
    "th": _Language(_("Thai"), "ไทย"),
    "tr": _Language(_("Turkish"), "Türkçe"),
    "uk": _Language(_("Ukrainian"), "українська"),
    "ur": _Language(_("Urdu"), "اردو", "rtl"),
    "vi": _Language(_("Vietnamese"), "Tiếng Việt"),
}

CHOICES: list[tuple[str, str | Promise]] = [
    (code, language.name) for code, language in _LANGUAGES.items()
]


def name(code: str) -> str:
    """The language's name in the active language; the code itself when it is not one of ours."""
    found = _find(code)
    return str(found.name) if found else code


def own_name(code: str) -> str:
    """The language's name in itself, as a language switch shows it; the code when unknown."""
    found = _find(code)
    return found.own_name if found else code


def direction(code: str) -> str:
    """`ltr` or `rtl`, for the `dir` attribute; an unknown language reads from the left."""
    found = _find(code)
    return found.direction if found else "ltr"


def _find(code: str) -> _Language | None:
    """The language of a tag; a tag with script or region (`zh-Hans`) is its language."""
    return _LANGUAGES.get(code.replace("_", "-").split("-")[0].casefold())
