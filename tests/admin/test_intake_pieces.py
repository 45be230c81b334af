"""The document at the desk, piece by piece: what is kept out, cut out, moved, and rests on what."""

import re
from datetime import date

import pytest

from speeches.intake import desk as desks
from speeches.models import Document, Intake, Speech

from .desk import page
from .intake_desk import MESSAGE, STORY, bring, press, shown

pytestmark = pytest.mark.django_db
REPORTED = {"s1-status": "reported", "s1-as": "draft"}


def kept_out(intake, words):
    """The stem of the piece that begins so."""
    pieces = desks.Desk(intake).paragraphs
    return next(p.name for p in pieces if intake.text[p.read.start :].startswith(words))


@pytest.mark.parametrize("content", [MESSAGE, STORY])
def test_the_pieces_of_the_document_hold_every_word_of_it(lists, editor, content):
    intake = bring(editor, content)
    left = list(intake.text)
    for piece in desks.Desk(intake).paragraphs:
        left[piece.read.start : piece.read.end] = " " * (piece.read.end - piece.read.start)
    assert not "".join(left).strip()
    html = shown(editor, intake)
    assert html.count('class="paper-text"') == len(desks.Desk(intake).paragraphs)


def test_each_line_kept_out_says_why_and_can_be_put_into_the_statement(lists, editor):
    intake = bring(editor, MESSAGE)
    name = kept_out(intake, "For information only")
    html = shown(editor, intake)
    assert "Kept out: disclaimer" in html
    assert f'name="{name}-to"' in html
    press(editor, intake, "_certain", **{f"{name}-to": "1"})
    assert f'name="{name}-voice"' in shown(editor, intake)
    press(editor, intake, "_file", **{f"{name}-voice": "narration"})
    assert intake.state == "filed"
    passages = list(Speech.objects.get().passages.all())
    words = [intake.text[p.start : p.end] for p in passages]
    put = next(p for p, said in zip(passages, words, strict=True) if said.startswith("For info"))
    assert (len(passages), put.voice) == (8, "narration")
    assert [p.start for p in passages] == sorted(p.start for p in passages)


def test_a_line_put_in_can_be_joined_to_the_paragraph_that_it_opens(lists, editor):
    intake = bring(editor, STORY)
    press(editor, intake, "_certain", **{f"{kept_out(intake, '12 September')}-to": "1"})
    press(editor, intake, "_keep", **{"p1-join": "yes", "s2-as": "out"})
    response = press(editor, intake, "_file", **{"s1-event": "none"})
    assert intake.state == "filed", response.content.decode()
    first = Speech.objects.get().passages.first()
    assert first.body.startswith("12 September 2017 – Underscoring the importance")


def test_marks_without_words_are_shown_and_go_nowhere(lists, editor):
    intake = bring(editor, MESSAGE)
    stars = kept_out(intake, "*")
    press(editor, intake, "_keep", **{f"{stars}-to": "1"})
    assert len(desks.Desk(intake).statements[0].passages) == 7


def test_a_statement_that_is_not_there_takes_nothing(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_keep", **{"p1-to": "9", "p2-to": "../x"})
    assert len(desks.Desk(intake).statements[0].passages) == 7


# -- quotations


def quotation(intake, words):
    pieces = desks.Desk(intake).paragraphs
    quoted = [q for piece in pieces for q in piece.quotations if q.text.startswith(words)]
    return quoted[0]


def test_a_quotation_goes_to_a_new_statement_of_the_person_who_said_it(lists, editor):
    intake = bring(editor, STORY)
    quoted = quotation(intake, "There are new challenges")
    press(editor, intake, "_keep", **{f"c{quoted.start}-to": "new"})
    desk = desks.Desk(intake)
    assert len(desk.statements) == 3
    added = desk.statements[2]
    assert [p.voice for p in added.passages] == ["verbatim"]
    assert added.passages[0].source.startswith("“There are new challenges")
    assert added.proposals["speaker"].typed == "Liu Zhenmin"
    assert added.proposals["speaker"].certain_answer.startswith("id:")
    assert added.proposals["status"].typed == "reported"
    assert added.proposals["coverage"].typed == "excerpts"
    left = " ".join(passage.source for passage in desk.statements[1].passages)
    assert "There are new challenges" not in left


def test_a_quotation_put_elsewhere_is_filed_with_its_place_and_can_go_back(lists, editor):
    intake = bring(editor, STORY)
    quoted = quotation(intake, "Solutions and strategies")
    name = f"c{quoted.start}"
    press(editor, intake, "_certain", **{f"{name}-to": "2"})
    assert "Its paragraph again" in shown(editor, intake)
    others = {"s1-as": "out", "s2-event": "none", "s2-occasion": "none"}
    press(editor, intake, "_file", **others)
    assert intake.state == "filed"
    first = Speech.objects.get().passages.order_by("start").first()
    said = "Solutions and strategies created in the South are delivering lasting results"
    assert first.body == f"“{said} around the world,”"
    assert first.voice == "verbatim"
    assert "“Solutions and strategies" in intake.text[first.start : first.end]

    again = bring(editor, STORY + b"\n")
    press(editor, again, "_keep", **{f"{name}-to": "2"})
    press(editor, again, "_keep", **{f"{name}-to": ""})
    desk = desks.Desk(again)
    assert "she said at an event" in markup_of(desk.statements[0])
    assert len(desk.paragraphs) == len(desks.Desk(intake).reading.passages) + len(
        desk.reading.kept_out
    )


def markup_of(statement):
    return " ".join(passage.source for passage in statement.passages)


def test_several_paragraphs_sent_to_a_new_statement_go_by_who_speaks(lists, editor):
    intake = bring(editor, STORY)
    mine, theirs = quotation(intake, "Nearly every"), quotation(intake, "There are new")
    answers = {f"c{mine.start}-to": "new", f"c{theirs.start}-to": "new"}
    press(editor, intake, "_keep", **answers)
    desk = desks.Desk(intake)
    names = [statement.proposals["speaker"].typed for statement in desk.statements[2:]]
    assert sorted(names) == ["Amina Mohammed", "Liu Zhenmin"]


def test_words_that_an_editor_selects_become_a_paragraph_of_their_own_and_join_again(lists, editor):
    intake = bring(editor, MESSAGE)
    start = intake.text.index("But despite")
    sentence = "The past decade has shown"
    cut = f"{intake.text.index(sentence)}-{intake.text.index(sentence) + len(sentence)}"
    press(editor, intake, "_keep", cut=[cut, f"{start}-{start + 3}", "9-2", "x", "0-99999999"])
    desk = desks.Desk(intake)
    assert len(desk.statements[0].passages) == 9
    assert desk.statements[0].passages[0].source == sentence
    assert shown(editor, intake).count('name="cut"') == 2
    press(editor, intake, "_keep", cut=[])
    assert len(desks.Desk(intake).statements[0].passages) == 7


# -- words selected for a field


def span(intake, words, after=0):
    start = intake.text.index(words, after)
    return f"{start}-{start + len(words)}"


def test_a_value_is_filed_with_the_words_that_were_selected_for_it(lists, editor):
    intake = bring(editor, MESSAGE)
    words = "South-South cooperation"
    second = intake.text.index(words, intake.text.index(words) + 1)
    press(editor, intake, "_certain")
    answers = {"s1-delivered": "12 September 2012", "s1-delivered-is": "yes"}
    answers |= {"s1-delivered-at": span(intake, "12 September")}
    answers |= {"s1-kind": "message", "s1-kind-is": "yes", "s1-kind-at": span(intake, "Message")}
    answers |= {"s1-printed": "Ban Ki-moon", "s1-printed-is": "yes"}
    answers |= {"s1-occasion": "none", "s1-occasion-at": f"{second}-{second + len(words)}"}
    response = press(editor, intake, "_file", **answers)
    assert intake.state == "filed", response.content.decode()
    facts = {row.fact: row for row in Speech.objects.get().evidence.all()}
    assert (facts["delivered"].words, facts["delivered"].basis) == ("12 September", "derived")
    assert (facts["kind"].words, facts["kind"].basis) == ("Message", "inferred")
    for row in facts.values():
        row.full_clean()


def test_of_words_that_stand_several_times_those_selected_are_the_evidence(lists, editor):
    intake = bring(editor, MESSAGE)
    name = "Ban Ki-moon"
    text = intake.text + f"\n\nBy {name}"
    intake = bring(editor, text)
    last = intake.text.rindex(name)
    assert intake.text.index(name) < last
    press(editor, intake, "_certain")
    at = f"{last - 3}-{last + len(name)}"
    press(editor, intake, "_file", **{"s1-speaker-at": at, "s1-as": "draft"})
    row = Speech.objects.get().evidence.get(fact="speaker")
    assert (row.start, row.end, row.basis) == (last, last + len(name), "printed")


def test_a_date_can_be_put_in_as_the_document_prints_it_in_its_own_language(lists, editor):
    text = MESSAGE.decode() + "\n\nFait à Vienne, le 3 mars 2011"
    intake = bring(editor, text)
    press(editor, intake, "_certain")
    answers = {"s1-delivered": "3 mars 2011", "s1-delivered-is": "yes", "s1-as": "draft"}
    answers |= {"s1-delivered-at": span(intake, "3 mars 2011"), "s1-capacity": "none"}
    response = press(editor, intake, "_file", **answers)
    assert intake.state == "filed", response.content.decode()
    speech = Speech.objects.get()
    assert speech.delivered.edtf == "2011-03-03"
    assert speech.evidence.get(fact="delivered").words == "3 mars 2011"


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("before 12 September 2012", "[..2012-09-11]"),
        ("2012", "2012"),
        ("September 2012", "2012-09"),
        ("about 2012", "2012~"),
        ("between 6 and 8 September 2012", "[2012-09-06..2012-09-08]"),
        ("2012-09", "2012-09"),
    ],
)
def test_dates_are_typed_as_far_as_they_are_known_in_words_or_edtf(lists, editor, typed, edtf):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    answers = {"s1-delivered": typed, "s1-delivered-is": "yes", "s1-as": "draft"}
    press(editor, intake, "_file", **answers, **{"s1-capacity": "none", "s1-occasion": "none"})
    assert intake.state == "filed"
    assert Speech.objects.get().delivered.edtf == edtf


@pytest.mark.parametrize("at", ["", "5-3", "0-99999999", "a-b", "1-2-3"])
def test_a_span_that_is_none_is_no_evidence(lists, editor, at):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_keep", **{"s1-delivered-at": at})
    proposal = desks.Desk(intake).statements[0].proposals["delivered"]
    assert proposal.own is None
    assert proposal.words == "12 September 2012"


def test_a_selection_is_shown_with_its_words_and_can_be_taken_back(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_keep", **{"s1-mode-at": span(intake, "For information only")})
    html = shown(editor, intake)
    field = re.search(r'<input type="checkbox" name="s1-mode-at"[^>]*>', html)[0]
    assert "checked" in field
    assert "which you selected" in html
    press(editor, intake, "_keep", **{"s1-mode-at": ""})
    assert "which you selected" not in shown(editor, intake)


# -- the same document once more, and where it can be read


def test_another_statement_is_added_from_a_filed_document_at_the_same_place(lists, editor):
    intake = bring(editor, STORY)
    press(editor, intake, "_certain", **{"p3-voice": "narration", "d-kind": "web-page"})
    press(editor, intake, "_file", **{"s1-event": "none", "s2-as": "out"})
    assert intake.state == "filed"
    response = editor.post(page("intake_change", intake.pk), {"_again": "x"}, follow=True)
    anew = Intake.objects.get(state="open")
    assert response.redirect_chain[-1][0] == page("intake_change", anew.pk)
    desk = desks.Desk(anew)
    assert [statement.filed_as for statement in desk.statements] == ["out", "out", "draft"]
    assert desk.paragraphs[4].voice == "narration"
    assert desk.document["kind"].typed == "web-page"
    piece = next(p for p in desk.paragraphs if p.to == "2")
    answers = {f"{piece.name}-to": "3", "s3-as": "draft", "s3-status": "reported"}
    press(editor, anew, "_file", **answers, **{"s3-title": "The other one", "s3-speaker": "none"})
    assert anew.state == "filed"
    assert Document.objects.count() == 1
    assert Speech.objects.get(title="The other one").texts.get().document == intake.document
    editor.post(page("intake_change", anew.pk), {"_again": "x"})
    editor.post(page("intake_change", intake.pk), {"_again": "x"})
    assert Intake.objects.filter(state="open").count() == 1


def test_what_is_not_filed_is_not_opened_again(lists, editor):
    intake = bring(editor, MESSAGE)
    response = editor.post(page("intake_change", intake.pk), {"_again": "x"})
    assert "Only what is filed" in response.content.decode()
    assert Intake.objects.count() == 1


def test_a_document_keeps_its_addresses_and_the_day_it_was_fetched(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    answers = {"d-address": "https://example.org/a", "d-archived": "https://example.org/b"}
    wrong = press(editor, intake, "_file", **answers, **{"d-retrieved": "lately"})
    assert "Retrieved on: give the day" in wrong.content.decode()
    answers |= {"d-current": "https://example.org/a", "d-retrieved": "3 May 2024"}
    press(editor, intake, "_file", **answers)
    assert intake.state == "filed"
    assert intake.document.retrieved_on == date(2024, 5, 3)
    rows = set(intake.document.addresses.values_list("kind", "url"))
    assert rows == {("original", "https://example.org/a"), ("archived", "https://example.org/b")}
