"""Languages have a name, a name of their own, and a direction."""

import pytest
from django.utils import translation

from speeches import languages


def test_the_official_languages_and_portuguese_are_known():
    codes = [code for code, _ in languages.CHOICES]
    assert set(codes[:7]) == {"ar", "zh", "en", "fr", "ru", "es", "pt"}
    assert len(codes) == len(set(codes))


def test_every_language_has_names_that_are_not_its_code():
    for code, name in languages.CHOICES:
        assert languages.name(code) == str(name) != code
        assert languages.own_name(code) not in {"", code}


@pytest.mark.parametrize("code", ["ar", "fa", "he", "ur", "ar-EG"])
def test_some_languages_are_read_from_the_right(code):
    assert languages.direction(code) == "rtl"


@pytest.mark.parametrize("code", ["en", "zh-Hans", "pt_BR", "tlh", ""])
def test_all_others_from_the_left(code):
    assert languages.direction(code) == "ltr"


def test_an_unknown_language_is_called_by_its_code():
    assert languages.name("tlh") == languages.own_name("tlh") == "tlh"


def test_names_are_in_the_readers_language():
    with translation.override("fr"):
        assert languages.name("ar").casefold() == "arabe"
        assert languages.own_name("ar") == "العربية"
