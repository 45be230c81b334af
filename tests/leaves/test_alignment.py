"""Paragraphs keep their ids through edits: a link stays on its words."""

import time
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from speeches.alignment import carry

FIRST = (
    "The past decade has shown the power of partnerships to advance development. More children "
    "are in school, more mothers survive pregnancy and childbirth."
)
SECOND = (
    "But despite the strong performance of many developing countries, there remain large pockets "
    "of poverty in the global South, even in fast-growing emerging economies."
)
THIRD = (
    "The countries of the South are building new models of development cooperation that emphasize "
    "mutual benefit and solidarity as well as cost-effectiveness."
)
OLD = [("p1", FIRST), ("p2", SECOND), ("p3", THIRD)]


def test_an_unchanged_text_keeps_every_id():
    assert carry(OLD, [FIRST, SECOND, THIRD]) == ["p1", "p2", "p3"]


def test_a_new_paragraph_leaves_the_others_their_ids():
    new = [FIRST, "I thank the Government of Argentina for its welcome.", SECOND, THIRD]
    assert carry(OLD, new) == ["p1", None, "p2", "p3"]


def test_a_removed_paragraph_vanishes():
    assert carry(OLD, [FIRST, THIRD]) == ["p1", "p3"]


def test_a_moved_paragraph_keeps_its_id():
    assert carry(OLD, [THIRD, FIRST, SECOND]) == ["p3", "p1", "p2"]


def test_a_corrected_paragraph_keeps_its_id():
    corrected = SECOND.replace("large pockets of poverty", "big pockets of poverty").upper()
    assert carry(OLD, [FIRST, corrected, THIRD]) == ["p1", "p2", "p3"]


def test_a_replaced_paragraph_is_a_new_one():
    other = "It will enable us to coordinate our efforts, build bridges and cement partnerships."
    assert carry(OLD, [FIRST, other, THIRD]) == ["p1", None, "p3"]


def test_the_larger_part_of_a_split_paragraph_keeps_the_id():
    head, tail = SECOND[:45], SECOND[45:]
    assert carry(OLD, [FIRST, head, tail, THIRD]) == ["p1", None, "p2", "p3"]


def test_joined_paragraphs_keep_the_id_of_the_larger():
    assert carry(OLD, [FIRST, f"{SECOND[:60]} {THIRD}"]) == ["p1", "p3"]
    old = [("p1", FIRST), ("p2", "Thank you very much, Excellencies.")]
    assert carry(old, [f"{FIRST} Thank you very much, Excellencies."]) == ["p1"]


def test_twins_keep_their_places():
    old = [("p1", "* * *"), ("p2", FIRST), ("p3", "* * *"), ("p4", SECOND), ("p5", "* * *")]
    assert carry(old, [FIRST, "* * *", SECOND, "* * *"]) == ["p2", "p3", "p4", "p5"]
    assert carry(old, ["* * *", "* * *", "* * *"]) == ["p1", "p3", "p5"]
    assert carry([("p1", "Hear, hear!")], ["Hear, hear!", "Hear, hear!"]) == ["p1", None]


def test_short_headings_keep_their_ids_through_a_correction():
    old = [("p1", "Introducton"), ("p2", FIRST), ("p3", "Our goals"), ("p4", THIRD)]
    new = ["Introduction", FIRST, "Our common goals", THIRD]
    assert carry(old, new) == ["p1", "p2", "p3", "p4"]


def test_a_short_paragraph_does_not_inherit_from_a_long_one_that_merely_holds_its_words():
    assert carry([("p1", FIRST)], ["More mothers"]) == [None]
    assert carry([("p1", "Thanks")], [f"{SECOND} Thanks to all who came."]) == [None]


def test_scripts_without_spaces_are_told_by_their_letters():
    old = [
        ("p1", "南南合作不能替代南北合作而是南北合作的补充"),
        ("p2", "我们邀请所有国家和组织参与"),
    ]
    new = ["我们邀请所有的国家和组织参与", "南南合作不应替代南北合作而是它的补充"]
    assert carry(old, new) == ["p2", "p1"]


def test_formulas_of_two_years_are_not_exchanged():
    formula = (
        "As we mark the United Nations Day for South-South Cooperation in {}, I pledge support."
    )
    old = [("p1", formula.format(2012)), ("p2", formula.format(2013))]
    new = [formula.format(2013) + " Thank you.", formula.format(2012) + " Thank you."]
    assert carry(old, new) == ["p2", "p1"]


def test_nothing_comes_of_nothing():
    assert carry([], []) == []
    assert carry([], [FIRST]) == [None]
    assert carry(OLD, []) == []


@given(
    st.lists(st.text(alphabet="ab .*", max_size=12), max_size=12),
    st.lists(st.text(alphabet="ab .*", max_size=12), max_size=12),
)
def test_no_id_is_given_twice_and_no_paragraph_forgotten(old, new):
    pairs = [(f"p{number}", text) for number, text in enumerate(old)]
    kept = carry(pairs, new)
    assert len(kept) == len(new)
    ids = [pid for pid in kept if pid]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {pid for pid, _ in pairs}
    texts = dict(pairs)
    exact = {" ".join(text.split()) for text in old} & {" ".join(text.split()) for text in new}
    held = {" ".join(text.split()) for pid, text in zip(kept, new, strict=True) if pid}
    assert exact <= held
    assert len(texts) >= len(ids)


# -- any sequence of edits: every word of the made-up texts stands in one paragraph only, so its
# words tell whose paragraph it is


class Draft:
    """A text under edit. Each word remembers, in its first part, the paragraph it was made in."""

    def __init__(self, size):
        self.words = count()
        self.names = count(1)
        self.paragraphs = [self.made() for _ in range(size)]

    def made(self):
        name = next(self.names)
        return [f"{name}x{next(self.words)}" for _ in range(12 + name % 9)]

    def insert(self, place, _):
        self.paragraphs.insert(place, self.made())

    def delete(self, place, _):
        del self.paragraphs[place]

    def move(self, place, other):
        self.paragraphs.insert(other % len(self.paragraphs), self.paragraphs.pop(place))

    def edit(self, place, other):
        words = self.paragraphs[place]
        words[other % len(words)] = f"0x{next(self.words)}"

    def split(self, place, other):
        words = self.paragraphs[place]
        cut = 1 + other % (len(words) - 1) if len(words) > 1 else 1
        self.paragraphs[place : place + 1] = [words[:cut], words[cut:]] if words[cut:] else [words]

    def texts(self):
        return [" ".join(words) for words in self.paragraphs]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "move", "edit", "split"]),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    max_size=14,
)


def apply(draft, edits):
    for name, place, other in edits:
        if draft.paragraphs or name == "insert":
            getattr(draft, name)(place % max(1, len(draft.paragraphs)), other)


@given(st.integers(0, 12), EDITS)
def test_saved_after_each_edit_every_surviving_paragraph_keeps_its_id(size, edits):
    draft = Draft(size)
    made = count(1)
    saved = [(f"p{next(made)}", text) for text in draft.texts()]
    for edit in edits:
        before = {word: pid for pid, text in saved for word in text.split()}
        sizes = {pid: len(text.split()) for pid, text in saved}
        apply(draft, [edit])
        texts = draft.texts()
        kept = carry(saved, texts)
        for pid, text in zip(kept, texts, strict=True):
            if pid:  # whatever id a paragraph has, it has words of that paragraph
                assert pid in {before.get(word) for word in text.split()} or sizes[pid] == 1
        for pid, words in _surviving(saved, texts):
            assert kept[words] == pid
        saved = [(pid or f"p{next(made)}", text) for pid, text in zip(kept, texts, strict=True)]


def _surviving(saved, texts):
    """Ids, and the place where more than two thirds of the words of each now stand."""
    places = {word: place for place, text in enumerate(texts) for word in text.split()}
    for pid, text in saved:
        words = text.split()
        if len(words) < 6:
            continue
        for place in {places.get(word) for word in words} - {None}:
            if 3 * sum(places.get(word) == place for word in words) > 2 * len(words):
                yield pid, place


@given(st.integers(1, 12), EDITS)
def test_saved_once_after_many_edits_every_surviving_paragraph_keeps_its_id(size, edits):
    draft = Draft(size)
    saved = [(f"p{number}", text) for number, text in enumerate(draft.texts(), start=1)]
    apply(draft, edits)
    texts = draft.texts()
    kept = carry(saved, texts)
    for pid, place in _surviving(saved, texts):
        assert kept[place] == pid


@settings(max_examples=20)
@given(st.permutations(range(30)))
def test_the_halves_of_moved_paragraphs_keep_the_ids(order):
    draft = Draft(30)
    saved = [(f"p{number}", text) for number, text in enumerate(draft.texts())]
    parts = [draft.paragraphs[n] for n in order]
    new = [" ".join(part) for words in parts for part in (words[:-4], words[-4:])]
    kept = carry(saved, new)
    assert kept[::2] == [f"p{n}" for n in order]
    assert set(kept[1::2]) == {None}


def test_two_thousand_paragraphs_all_changed_are_quick():
    draft = Draft(2_000)
    saved = [(f"p{number}", text) for number, text in enumerate(draft.texts())]
    for place in range(2_000):
        draft.edit(place, place)
    started = time.process_time()
    kept = carry(saved, draft.texts())
    assert time.process_time() - started < 10
    assert kept == [pid for pid, _ in saved]
