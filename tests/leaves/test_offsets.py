"""Documents as received: decoded, their text with offsets that hold, words found in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.offsets import decode, find_folded, fold, normalise

WORDS = st.text(alphabet="abc ABÉé’'“”\"–-ß\u00ad\u0301\u00a0\n\tﬁ南ـكИй", max_size=30)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_read_the_same_again(content):
    text, encoding = decode(content)
    assert content.decode(encoding) == text


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("windows-1252", "windows-1252"),
    ],
)
def test_the_usual_encodings_are_recognised(encoding, named):
    text = "“Nous”, l’Assemblée générale – réunie à New York"
    assert decode(text.encode(encoding)) == (text, named)


def test_bytes_of_no_known_encoding_are_read_all_the_same():
    assert decode(b"caf\xe9 \x81")[1] == "iso-8859-1"


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once
    assert not {"\r", "\0"} & set(once)


def test_what_was_printed_stays_as_it_was():
    printed = "“The South’s e\u0301lan” – 5\u00a0per cent\n\n  indented  "
    assert normalise(printed) == printed
    assert normalise("\ufeffone\r\ntwo\rthree\0") == "one\ntwo\nthree"


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_no_letter_folds_into_one_that_folds_again():
    letters = (chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000)
    assert [letter for letter in letters if fold(fold(letter)) != fold(letter)] == []


@given(st.text(alphabet="aeéüñ ßÀйИǆ가"))
def test_composed_and_decomposed_letters_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_case_quotes_dashes_and_spaces_do_not_count():
    assert fold("  “South–South”\n  CO\u00adoperation’s ") == '"south-south" cooperation\'s'
    assert fold("café") != fold("cafe")


@given(WORDS, WORDS, WORDS)
def test_words_that_stand_in_a_text_are_found_where_they_stand(before, words, after):
    haystack = f"{before} {words} {after}"
    found = find_folded(words, haystack)
    if not fold(words):
        assert found is None
    elif not unicodedata.combining(fold(f"x{after}")[1:2] or "x"):
        assert found is not None
    if found:
        start, end = found
        assert 0 <= start < end <= len(haystack)
        assert fold(words) in fold(haystack[start:end])


@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_found_has_the_words(haystack, needle):
    found = find_folded(needle, haystack)
    if found:
        assert fold(needle) in fold(haystack[slice(*found)])
    if needle and needle in haystack and fold(needle).isalnum():
        assert found or not haystack.isascii()


def test_a_span_counts_the_characters_of_the_original():
    haystack = "She said:\n “It will  enable us to CO\u00adORDINATE our South–South efforts.”"
    start, end = find_folded('"it will enable us to coordinate our south-south', haystack)
    assert haystack[start:end] == "“It will  enable us to CO\u00adORDINATE our South–South"


def test_a_letter_is_not_found_without_its_accent():
    assert find_folded("cafe", "un cafe\u0301 noir") is None
    assert find_folded("cafe", "un café, deux cafes") == (14, 18)


def test_words_that_do_not_stand_there_are_not_found():
    assert find_folded("Buenos Aires", "New York") is None
    assert find_folded("  ", "New York") is None
