"""What is typed into a search box, as it is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.search import parse


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("trade finance", "trade finance"),
        ("South-South aid", '"south south" aid'),
        ("“triangular cooperation”", '"triangular cooperation"'),
        ("«aide au développement»", '"aide au developpement"'),
        ("trade -loans", "trade -loans"),
        ('trade -"soft loans"', 'trade -"soft loans"'),
        ("loans OR grants OR gifts", "loans OR grants OR gifts"),
        ("loans OR grants trade", "loans OR grants trade"),
        ("cooperat*", "cooperat*"),
        ("speaker:Mohammed", "speaker:mohammed"),
        ('tag:"triangular cooperation"', 'tag:"triangular cooperation"'),
        ("Year:2012", "year:2012"),
        ("year:2012..2017", "year:2012..2017"),
        ("year:2017-2012", "year:2012..2017"),
        ("year:2012..", "year:2012..9999"),
        ("year:..2012", "year:1..2012"),
        ("said:hope", "said:hope"),
        ('said:"we must"', 'said:"we must"'),
        ("-kind:message", "-kind:message"),
        ("南南合作", '"南 南 合 作"'),
        ("trade trade", "trade"),
        ("or and not", "or and not"),
    ],
)
def test_what_is_typed_is_understood(typed, understood):
    query = parse(typed)
    assert query.typed == understood
    assert query.notes == ()


@pytest.mark.parametrize(
    ("typed", "understood", "note"),
    [
        ('trade "soft loans', 'trade "soft loans"', "not closed"),
        ("OR trade", "trade", "between two words"),
        ("trade OR", "trade", "between two words"),
        ("foo:bar", '"foo bar"', "no operator"),
        ("year:then", "", "is no year"),
        ("speaker:?? trade", "trade", "wants a word"),
        ("t* trade", "t trade", "two letters"),
        ("word " * 200, "word", "first 24 words"),
        ("x" * 300 + " " + "y" * 300, "x" * 300, "first 400 letters"),
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_used(typed, understood, note):
    query = parse(typed)
    assert query.typed == understood
    assert any(note in sentence for sentence in query.notes)


@pytest.mark.parametrize("typed", ["", "  ", '""', "-", "* ** ?", "“”", "\0", "()"])
def test_without_words_nothing_is_asked(typed):
    assert not parse(typed)


@given(st.text(alphabet=st.sampled_from('ab"-*: OR|“”():year.2012南é')))
def test_anything_can_be_typed_and_what_was_understood_means_the_same_again(typed):
    once = parse(typed)
    again = parse(once.typed)
    assert again.clauses == once.clauses


@given(st.text(max_size=500))
def test_any_text_is_read(typed):
    query = parse(typed)
    assert all(sentence for sentence in query.notes)
