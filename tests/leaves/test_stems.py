"""Words as searches compare them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches import stems


@pytest.mark.parametrize(
    ("typed", "text", "language"),
    [
        ("cooperate", "cooperation", "en"),
        ("COOPERATION", "co-operation", "en"),
        ("coordinating", "Co‑ordination", "en"),
        ("pais", "países", "es"),
        ("cooperación", "cooperaciones", "es"),
        ("developpement", "DÉVELOPPEMENTS", "fr"),
        ("сотрудничество", "сотрудничества", "ru"),
        ("елка", "ёлка", "ru"),
        ("مؤسسة", "مُؤَسَّسَة", "ar"),
        ("الامم", "الأُمَـــم", "ar"),
        ("oeuvre", "œuvre", "fr"),
        ("strasse", "Straße", "de"),
        ("ﬁnance", "finance", "en"),
        ("soft", "so\u00adft", "en"),
        ("sum", "𝕊um", "en"),
    ],
)
def test_a_word_meets_its_other_forms(typed, text, language):
    (piece,) = stems.pieces(typed)
    assert set(stems.forms(piece)) & set(stems.indexed(text, language).split())


@pytest.mark.parametrize("text", ["South–South", "South-South", "south south", "South‑South"])
def test_dashes_and_spaces_part_words_alike(text):
    assert stems.indexed(text, "en") == "south south"


def test_han_letters_stand_alone():
    assert stems.indexed("南南合作 2017", "zh") == "南 南 合 作 2017"


def test_other_languages_keep_whole_words():
    assert stems.indexed("samenwerkingen", "nl") == "samenwerkingen"


@given(st.text() | st.text(alphabet="cCoOp-_ 1'é‐", max_size=12))
def test_tokens_are_the_indexed_words_at_their_places(text):
    found = list(stems.tokens(text, "en"))
    assert [token.stem for token in found] == [*stems.indexed(text, "en").split()]
    places = [(token.start, token.end) for token in found]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.text())
def test_pieces_fold_to_themselves(text):
    pieces = stems.pieces(text)
    assert [piece for word in pieces for piece in stems.pieces(word)] == pieces
