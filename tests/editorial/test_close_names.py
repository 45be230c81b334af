"""Which names are close, and that looking for them stays cheap."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from speeches import editorial
from speeches.editorial.close_names import likeness
from speeches.models import Speaker
from tests import builders

CLOSE = [
    ("Amina Mohammed", "Amina Mohamed"),
    ("Amina J. Mohammed", "A. J. Mohammed"),
    ("Mohammed, Amina", "Amina Mohammed"),
    ("Liu Zhenmin", "Zhenmin Liu"),
    ("Ban Ki-moon", "Ban Ki Moon"),
    ("António Guterres", "Antonio Guterres"),
]
APART = [
    ("Amina Mohammed", "Ahmed Mohammed"),
    ("Ban Ki-moon", "Kim Moon"),
    ("Liu Zhenmin", "Li Junhua"),
    ("Sha Zukang", "Shamshad Akhtar"),
    ("A. J.", "Amina Jane"),
]


def words(name):
    return name.lower().replace(".", "").replace(",", "").replace("-", " ").split()


@pytest.mark.parametrize(("one", "other"), CLOSE)
def test_close(one, other):
    assert likeness(words(one.replace("ó", "o")), words(other)) > 0.8


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one, other):
    assert likeness(words(one), words(other)) == 0


NAMES = st.lists(st.text("abcde", min_size=1, max_size=6), max_size=4)


@given(one=NAMES, other=NAMES)
def test_likeness_stays_in_bounds(one, other):
    assert 0 <= likeness(one, other) <= 1


@given(name=NAMES)
def test_a_name_is_like_itself_in_any_order_of_its_words(name):
    has_a_full_word = any(len(word) > 1 for word in name)
    assert likeness(name, sorted(name)) == int(has_a_full_word)


@pytest.mark.django_db
def test_a_name_in_another_script_finds_its_latin_form():
    speaker = builders.a_speaker("Amina Mohammed", sort_name="Mohammed, Amina")
    assert editorial.close_speakers("Амина Мохаммед") == [speaker]


@pytest.mark.django_db
def test_two_queries_whatever_the_number_of_speakers():
    Speaker.objects.bulk_create(
        Speaker(name=f"Moha Number {n}", sort_name=f"Moha {n}", slug=f"moha-{n}")
        for n in range(2_000)
    )
    with CaptureQueriesContext(connection) as queries:
        editorial.close_speakers("Moha Mohammed")
    assert len(queries) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "…", "A.", "'; --", "x" * 5_000])
def test_odd_names_are_close_to_nobody(name):
    builders.a_speaker("Amina Mohammed")
    assert editorial.close_speakers(name) == []
