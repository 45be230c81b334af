"""Links to passages hold: editors edit one body, and every paragraph that survives keeps its id."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from speeches.models import Document, Passage, Speech, SpeechText

pytestmark = pytest.mark.django_db

FIRST = "The past decade has shown the power of partnerships to advance development."
SECOND = "But despite the strong performance there remain large pockets of poverty."
THIRD = "South-South cooperation has the potential to balance growth and equity."


def a_text(*paragraphs, status="as-issued"):
    speech = Speech.objects.create(title="Message")
    document = Document.objects.create(title="Release", kind="press-release")
    return SpeechText.objects.create(
        speech=speech, document=document, status=status, body="\n\n".join(paragraphs)
    )


def edit(text, *paragraphs):
    text.body = "\n\n".join(paragraphs)
    text.save()
    return ids(text)


def ids(text):
    return {passage.body: passage.pid for passage in text.passages.all()}


def test_passages_follow_from_the_body_in_its_order():
    text = a_text(FIRST, SECOND)
    assert [(p.pid, p.body) for p in text.passages.all()] == [("p1", FIRST), ("p2", SECOND)]


def test_an_unchanged_body_changes_nothing():
    text = a_text(FIRST, SECOND)
    before = list(text.passages.values_list("pk", "pid"))
    text.save()
    assert list(text.passages.values_list("pk", "pid")) == before


def test_a_slightly_changed_paragraph_keeps_its_id():
    text = a_text(FIRST, SECOND)
    mended = FIRST.replace("past decade", "last decade")
    assert edit(text, mended, SECOND) == {mended: "p1", SECOND: "p2"}


def test_an_inserted_paragraph_gets_a_new_id_and_the_others_keep_theirs():
    text = a_text(FIRST, THIRD)
    assert edit(text, FIRST, SECOND, THIRD) == {FIRST: "p1", SECOND: "p3", THIRD: "p2"}


def test_a_moved_paragraph_keeps_its_id():
    text = a_text(FIRST, SECOND, THIRD)
    edit(text, THIRD, FIRST, SECOND)
    assert [p.pid for p in text.passages.all()] == ["p3", "p1", "p2"]


def test_a_removed_id_is_never_given_again():
    text = a_text(FIRST, SECOND)
    edit(text, FIRST)
    assert edit(text, FIRST, THIRD)[THIRD] == "p3"
    edit(text, "")
    assert edit(text, SECOND) == {SECOND: "p4"}


def test_the_texts_of_one_speech_share_its_numbering():
    text = a_text(FIRST)
    other = SpeechText.objects.create(
        speech=text.speech,
        document=Document.objects.create(title="Story", kind="news-story"),
        status="reported",
        body=SECOND,
    )
    assert ids(other) == {SECOND: "p2"}


def test_the_voice_that_an_editor_chose_survives_an_edit():
    text = a_text(FIRST, SECOND, status="reported")
    text.passages.filter(pid="p2").update(voice=Passage.Voice.NARRATION)
    edit(text, THIRD, FIRST, SECOND + " Indeed.")
    assert text.passages.get(pid="p2").voice == "narration"
    assert text.passages.get(pid="p3").voice == "paraphrase"


def test_words_in_a_text_that_reports_are_not_taken_for_the_speakers():
    assert a_text(FIRST, status="reported").passages.get().voice == "paraphrase"
    assert a_text(FIRST, status="as-delivered").passages.get().voice == "verbatim"


def test_a_changed_passage_no_longer_claims_its_place_in_the_document():
    text = a_text(FIRST, SECOND)
    text.passages.update(start=0, end=50)
    edit(text, FIRST, SECOND + " Indeed.")
    spans = dict(text.passages.values_list("pid", "start"))
    assert spans == {"p1": 0, "p2": None}


paragraph_words = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9), min_size=9, max_size=14
)
FEWEST_TO_SPLIT = 6
"""Words: a paragraph of fewer would leave parts of a word or of none."""
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "edit", "split", "move", "delete"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=8,
)


@example(
    start=[[f"word{letter}" for letter in "abcdefghi"]] * 2,
    steps=[("split", 0, 0)] * 4 + [("edit", 0, 0)],
)
@settings(max_examples=40, deadline=None)
@given(start=st.lists(paragraph_words, min_size=2, max_size=6), steps=STEPS)
def test_after_any_sequence_of_edits_each_id_stands_on_its_own_words(start, steps):
    """Each paragraph is made of words that no other has, so its words say which one it is."""
    made = 0

    def paragraph(words):
        nonlocal made
        made += 1
        return [f"{word}{place}x{made}" for place, word in enumerate(words)]

    rows = [paragraph(words) for words in start]
    text = a_text(*(" ".join(row) for row in rows))
    owner = {p.pid: set(p.body.split()) for p in text.passages.all()}
    for kind, a, b in steps:
        a %= len(rows)
        survivors = {frozenset(row) for i, row in enumerate(rows) if i != a or kind == "move"}
        if kind == "insert":
            rows.insert(a, paragraph(start[0]))
            survivors = {frozenset(row) for i, row in enumerate(rows) if i != a}
        elif kind == "edit":
            rows[a] = [*rows[a][:-1], f"changed{a}x{b}"]
            # A row that splitting left with a word or two is another one after an edit.
            survivors |= {frozenset(rows[a])} if len(rows[a]) > 3 else set()
        elif kind == "split":
            if len(rows[a]) < FEWEST_TO_SPLIT:
                continue
            half = len(rows[a]) * 2 // 3
            rows[a : a + 1] = [rows[a][:half], rows[a][half:]]
        elif kind == "move":
            rows.insert(b % len(rows), rows.pop(a))
        elif len(rows) > 1:
            del rows[a]
        before = set(owner)
        text.body = "\n\n".join(" ".join(row) for row in rows)
        text.save()
        passages = list(text.passages.all())
        assert [p.body for p in passages] == [" ".join(row) for row in rows]
        for passage in passages:
            words = set(passage.body.split())
            if passage.pid in before:
                assert words & owner[passage.pid], "an id moved to other words"
            elif frozenset(words) in survivors:
                pytest.fail("a surviving paragraph lost its id")
            owner[passage.pid] = words


QUOTING = "“South-South cooperation should not be seen as a substitute,” she said on Tuesday."
TELLING = "To mark the importance of the Day, the Assembly decided to observe it yearly."


def test_lists_show_the_words_in_which_the_speaker_is_heard():
    text = a_text("## A heading", TELLING, FIRST, QUOTING, status="reported")
    assert text.excerpt == QUOTING


def test_lists_follow_when_voices_change():
    text = a_text(TELLING, FIRST, status="reported")
    assert text.excerpt == TELLING
    text.passages.filter(body=TELLING).update(voice=Passage.Voice.NARRATION)
    text.choose_excerpt()
    text.refresh_from_db()
    assert text.excerpt == FIRST


def test_a_text_known_but_not_held_has_nothing_to_show():
    assert not a_text(status="as-delivered").is_held
