"""Addresses in Latin letters, for titles in any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.slugs import free, slugify


@given(st.text(max_size=200), st.integers(20, 120))
def test_any_title_gives_an_address(title, max_length):
    slug = slugify(title, max_length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert not re.fullmatch(r"[0-9]{4}", slug)
    assert len(slug) <= max_length
    assert slugify(slug, max_length) == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("South-South cooperation: the way forward", "south-south-cooperation-the-way-forward"),
        ("Women’s rights in Côte d’Ivoire", "womens-rights-in-cote-divoire"),
        ("Послание", "poslanie"),
        ("联合国 南南合作日", "lian-he-guo-nan-nan-he-zuo-ri"),
        ("2017", "speech-2017"),
        ("…", "speech"),
    ],
)
def test_titles_become_readable_addresses(title, slug):
    assert slugify(title, fallback="speech") == slug


def test_arabic_titles_become_latin_letters():
    assert slugify("رسالة الأمين العام") != "untitled"


def test_long_titles_are_cut_at_the_end_of_a_word():
    assert slugify("cooperation among developing countries", 20) == "cooperation-among"
    assert slugify("a" * 30, 20) == "a" * 20


@given(st.sets(st.integers(1, 30)))
def test_a_taken_address_gets_the_first_free_number(numbers):
    taken = {"message" if number == 1 else f"message-{number}" for number in numbers}
    slug = free("message", taken.__contains__)
    assert slug not in taken
    missing = next(number for number in range(1, 40) if number not in numbers)
    assert slug == ("message" if missing == 1 else f"message-{missing}")
