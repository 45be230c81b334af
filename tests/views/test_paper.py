"""The laying out of a document's text: whatever the spans, the words stay as they are."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from speeches.views.paper import Span, laid_out

TEXT = "The “quick brown fox” jumps over “the lazy dog”, and on it goes."

spans = st.lists(
    st.tuples(st.integers(-3, len(TEXT) + 5), st.integers(-3, len(TEXT) + 5)), max_size=12
)


def passages(pairs):
    speech = SimpleNamespace(pid="abc")
    return [
        SimpleNamespace(start=start, end=end, pid=f"p{number}", speech=speech, voice="paraphrase")
        for number, (start, end) in enumerate(pairs, start=1)
    ]


def facts(pairs):
    return [SimpleNamespace(start=start, end=end) for start, end in pairs]


def flat(parts):
    for part in parts:
        if isinstance(part, Span):
            yield part
            yield from flat(part.parts)


def words(parts):
    return "".join(part if isinstance(part, str) else words(part.parts) for part in parts)


@given(spans, spans)
def test_the_words_stay_as_they_are(first, second):
    assert words(laid_out(TEXT, passages(first), facts(second))) == TEXT


@given(spans, spans)
def test_every_span_inside_the_text_has_its_anchor_once_and_begins_where_it_should(first, second):
    found = [span for span in flat(laid_out(TEXT, passages(first), facts(second))) if span.anchor]
    good = {(a, b) for a, b in second if 0 <= a < b <= len(TEXT)}
    anchors = [span.anchor for span in found]
    assert len(anchors) == len(set(anchors))
    assert {f"c{a}-{b}" for a, b in good} == {name for name in anchors if name.startswith("c")}
    for span in found:
        if span.anchor.startswith("c"):
            assert span.start == int(span.anchor[1:].split("-")[0])


@given(spans)
def test_each_passage_covers_all_its_words(pairs):
    parts = laid_out(TEXT, passages(pairs), [])
    covered = {}
    for span in flat(parts):
        if not span.is_quoted:
            covered.setdefault(span.passage.pid, set()).update(range(span.start, span.end))
    for passage in passages(pairs):
        if 0 <= passage.start < passage.end <= len(TEXT):
            assert covered[passage.pid] == set(range(passage.start, passage.end))


@given(spans)
def test_inner_spans_lie_inside_outer_ones(pairs):
    for span in flat(laid_out(TEXT, passages(pairs), [])):
        for inner in span.parts:
            if isinstance(inner, Span):
                assert span.start <= inner.start < inner.end <= span.end


def test_words_quoted_within_what_is_reported_are_marked():
    quoted = [span for span in flat(laid_out(TEXT, passages([(0, 26)]), [])) if span.is_quoted]
    assert [TEXT[span.start : span.end] for span in quoted] == ["quick brown fox"]


def test_records_without_a_span_are_left_out():
    nowhere = passages([(None, None)])
    assert laid_out(TEXT, nowhere, []) == [TEXT]


def test_an_empty_document_has_no_parts():
    assert laid_out("", passages([(0, 3)]), facts([(0, 1)])) == []


@given(st.text(st.sampled_from("ab \n\t\r"), max_size=40), spans)
def test_blanks_between_words_stand_apart_and_none_is_lost(text, pairs):
    parts = laid_out(text, passages(pairs), [])
    assert words(parts) == text
    for part in parts:
        assert not isinstance(part, str) or part.isspace() or "\n\n" not in part


def test_a_long_run_of_blanks_takes_no_time():
    assert len(laid_out("a" + " " * 200_000 + "b" + "\n " * 200_000 + "c", [], [])) == 3
