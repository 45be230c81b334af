"""From a document to drafts, at the desk: paste, accept, change, refuse, file, discard."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speeches.dates import PartialDate
from speeches.models import (
    Attribution,
    Document,
    Event,
    EventSeries,
    Intake,
    Speaker,
    Speech,
    Tenure,
)
from tests import builders

from .desk import page, somebody
from .intake_desk import MESSAGE, STORY, bring, press, shown, speech_of

pytestmark = pytest.mark.django_db


def test_the_message_of_2012_from_paste_to_draft(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    series = EventSeries.objects.get(slug="united-nations-day-for-south-south-cooperation")
    press(editor, intake, "_file", **{"s1-mode-is": "yes"})
    assert intake.state == "filed"
    speech = speech_of("ban-ki-moon")
    assert (speech.state, speech.kind, speech.mode) == ("draft", "message", "written")
    assert speech.delivered == PartialDate.of(2012, 9, 12)
    assert speech.released_on == PartialDate.of(2012, 9, 11)
    assert (speech.event, speech.occasion.series, speech.occasion.year) == (None, series, 2012)
    author = speech.attributions.get()
    assert author.printed_as == "United Nations Secretary-General Ban Ki-moon"
    assert author.capacity == "Secretary-General"
    text = speech.texts.get()
    assert (text.status, text.coverage) == ("as-issued", "full")
    assert list(text.passages.values_list("voice", flat=True)) == ["verbatim"] * 7
    document = text.document
    assert bytes(document.content) == MESSAGE
    assert (document.kind, document.published_on) == ("press-release", PartialDate.of(2012, 9, 11))
    assert document.dateline == "VIENNA, 12 September (UN Information Service)"
    assert document.disclaimer.startswith("For information only")
    assert str(document.publisher) == "United Nations Information Service Vienna"


def test_each_accepted_fact_has_its_evidence_and_refused_ones_have_none(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    press(editor, intake, "_file", **{"s1-occasion": "none", "s1-released-is": "no"})
    speech = speech_of("ban-ki-moon")
    facts = {row.fact: row for row in speech.evidence.all()}
    assert {"title", "speaker", "capacity", "delivered", "kind", "text_status", "tag"} <= set(facts)
    assert not {"occasion", "released_on", "mode"} & set(facts)
    assert (speech.occasion, speech.released_on, speech.mode) == (None, None, "")
    assert facts["delivered"].words == "12 September 2012"
    assert facts["title"].basis == "editor"
    for row in speech.evidence.all():
        row.full_clean()


def the_story_filed(editor):
    """Its two statements, with the answers that an editor gives to what is in doubt."""
    intake = bring(editor, STORY)
    press(editor, intake, "_certain")
    day = Event.objects.get(
        series__slug="united-nations-day-for-south-south-cooperation", year=2017
    )
    panel = Event.objects.get(part_of=day)
    news = builders.an_organization("A news service")
    answers = {f"s{n}-{fact}-is": "yes" for n in (1, 2) for fact in ("kind", "mode", "delivered")}
    answers |= {"s1-event": f"id:{panel.pk}", "d-publisher-name": news.name}
    press(editor, intake, "_keep", **answers)
    response = press(editor, intake, "_file", **{"d-publisher": f"id:{news.pk}"})
    assert intake.state == "filed", response.content.decode()
    return intake


def test_the_story_of_2017_becomes_two_statements(lists, editor):
    intake = the_story_filed(editor)
    assert Speech.objects.count() == intake.speeches.count() == 2
    remarks = speech_of("amina-mohammed")
    assert remarks.delivered == PartialDate.of(2017, 9, 12)
    assert (remarks.kind, remarks.mode, remarks.state) == ("remarks", "spoken", "draft")
    assert remarks.attributions.get().capacity == "Deputy Secretary-General"
    assert remarks.event.part_of == remarks.occasion
    text = remarks.texts.get()
    assert (text.status, text.coverage) == ("reported", "excerpts")
    assert set(text.passages.values_list("voice", flat=True)) == {
        "verbatim",
        "paraphrase",
        "narration",
    }
    quote = speech_of("liu-zhenmin")
    assert quote.delivered == PartialDate.before(PartialDate.of(2017, 9, 12).earliest)
    assert (quote.event.name, quote.occasion) == ("Development Cooperation Symposium", None)
    assert quote.attributions.get().capacity.startswith("Under-Secretary-General for Economic")
    assert quote.texts.get().document == text.document
    assert str(text.document.publisher) == "A news service"


def test_the_traps_of_the_story_hold_through_the_desk(lists, editor):
    the_story_filed(editor)
    remarks, quote = speech_of("amina-mohammed"), speech_of("liu-zhenmin")
    said = {row.fact: row.words for row in remarks.evidence.all()}
    assert said["delivered"] == "today"  # 2: and not in the other statement
    assert quote.evidence.get(fact="delivered").words == "recently"
    assert said["capacity"] == "United Nations Deputy Secretary-General"  # 3
    bodies = remarks.texts.get().body + quote.texts.get().body
    assert "](" not in bodies  # 4
    assert "China’s Belt" in bodies  # 8
    voices = {p.body[:24]: p.voice for p in remarks.passages.all()}
    assert voices["“Nearly every country in"] == "paraphrase"  # 7 and 11
    told = [p for p in quote.passages.all() if p.body.startswith("To mark the importance")]
    assert [p.voice for p in told] == ["narration"]  # 6


def test_a_paragraph_that_an_empty_line_cuts_is_joined_only_when_asked(lists, editor):
    intake = bring(editor, STORY)
    html = shown(editor, intake)
    assert html.count("-join") == 1
    name = html.split("-join")[0].rpartition('"')[2] + "-join"
    press(editor, intake, "_keep", **{name: "yes", "s1-as": "out"})
    press(editor, intake, "_file")
    body = Speech.objects.get().texts.get().body
    assert "General Assembly decided to observe" in body


# -- duplicates


NOTE = (
    "15 March 2019\n\nMinister of Planning of Freedonia Rufus T. Firefly\n\n"
    "Message on the Day of Rivers\n\n16 March 2019\n\n"
    "Rivers know no border, and neither does what we learn from them.\n\n"
    "I thank all who share what they know."
)


def test_a_new_speaker_with_a_new_office_is_made_from_what_the_document_says(lists, editor):
    intake = bring(editor, NOTE)
    press(editor, intake, "_certain")
    answers = {
        "s1-speaker": "new",
        "s1-speaker-name": "Rufus T. Firefly",
        "s1-capacity": "new",
        "s1-capacity-name": "Minister of Planning, Freedonia",
        "s1-as": "draft",
        "s1-status": "as-issued",
    }
    response = press(editor, intake, "_file", **answers)
    assert intake.state == "filed", response.content.decode()
    tenure = Tenure.objects.get(speaker__name="Rufus T. Firefly")
    assert (tenure.office.title, str(tenure.office.organization)) == (
        "Minister of Planning",
        "Freedonia",
    )
    assert tenure.basis == "attested"
    assert Attribution.objects.get(tenure=tenure).speech.state == "draft"


def test_a_name_as_printed_needs_no_record(lists, client):
    client.force_login(somebody("contributor"))
    intake = bring(client, NOTE)
    answers = {"s1-speaker": "printed", "s1-speaker-name": "Rufus T. Firefly", "s1-as": "draft"}
    press(client, intake, "_file", **answers, **{"s1-status": "as-issued"})
    assert intake.state == "filed"
    assert Attribution.objects.get().printed_as == "Rufus T. Firefly"
    assert not Speaker.objects.filter(name="Rufus T. Firefly").exists()


def test_a_contributor_may_not_make_a_speaker_and_loses_nothing(lists, client):
    client.force_login(somebody("contributor"))
    intake = bring(client, NOTE)
    answers = {"s1-speaker": "new", "s1-as": "draft", "s1-title": "Mine", "s1-status": "as-issued"}
    answers |= {"s1-speaker-name": "Rufus T. Firefly"}
    response = press(client, intake, "_file", **answers)
    assert "does not let you add speakers" in response.content.decode()
    assert intake.state == "open"
    assert not Speech.objects.exists()
    assert not Document.objects.exists()
    assert 'value="Mine"' in shown(client, intake)


# -- nothing typed is lost


def test_an_intake_is_left_and_resumed_by_somebody_else(lists, editor):
    intake = bring(editor, MESSAGE)
    wrong = {"s1-delivered": "the day after", "s1-delivered-is": "yes", "s1-title": "My own title"}
    press(editor, intake, "_keep", **wrong)
    other = somebody("contributor")
    editor.force_login(other)
    html = shown(editor, intake)
    assert 'value="the day after"' in html
    assert 'value="My own title"' in html
    response = press(editor, intake, "_file")
    assert "Statement 1, Date" in response.content.decode()
    assert (intake.state, intake.changed_by) == ("open", other)


def test_a_changed_date_is_the_editors_unless_the_document_prints_it(lists, editor):
    for typed, basis in (("11 September 2012", "printed"), ("3 May 2011", "editor")):
        content = MESSAGE + basis.encode()
        intake = bring(editor, content)
        press(editor, intake, "_certain")
        answers = {"s1-delivered": typed, "s1-delivered-is": "yes", "s1-as": "draft"}
        press(editor, intake, "_file", **answers, **{"s1-capacity": "none"})
        assert intake.state == "filed"
        row = intake.speeches.get().evidence.get(fact="delivered")
        assert (row.basis, row.value) == (basis, typed)


def test_discarding_can_be_undone(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_keep", **{"s1-title": "Kept"})
    press(editor, intake, "_discard")
    assert intake.state == "discarded"
    assert not Intake.objects.open().exists()
    editor.post(page("intake_change", intake.pk), {"_restore": "x"})
    intake.refresh_from_db()
    assert intake.state == "open"
    assert 'value="Kept"' in shown(editor, intake)


def test_a_filed_intake_is_not_filed_twice(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    press(editor, intake, "_file")
    response = editor.post(page("intake_change", intake.pk), {"_file": "x"})
    assert "Somebody has filed or discarded it already" in response.content.decode()
    assert Speech.objects.count() == 1


# -- bringing


def upload(client, *files):
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(page("intake_add"), {"text": "", "uploads": named})


def test_nothing_brought_is_said_and_several_files_make_a_queue(lists, editor):
    assert "Paste a text, or choose a file" in upload(editor).content.decode()
    response = upload(editor, ("a.txt", MESSAGE), ("b.md", STORY))
    assert response.status_code == 302
    html = editor.get(page("intake_changelist"), follow=True).content.decode()
    assert "a.txt" in html
    assert "b.md" in html
    assert set(Intake.objects.values_list("state", flat=True)) == {"open"}


def test_a_file_that_cannot_be_read_is_refused_in_words_and_kept(lists, editor):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(40)
    response = upload(editor, ("scan.png", picture))
    intake = Intake.objects.get()
    assert intake.state == "refused"
    html = editor.get(response["Location"]).content.decode()
    assert "This is a picture" in html
    received = editor.get(page("intake_received", intake.pk))
    assert received.content == picture
    assert "attachment" in received["Content-Disposition"]


def test_what_is_already_open_is_gone_on_with(lists, editor):
    assert bring(editor, MESSAGE) == bring(editor, MESSAGE)


@pytest.mark.parametrize(("role", "status"), [("curator", 403), ("contributor", 200)])
def test_who_may_bring_documents(client, role, status):
    client.force_login(somebody(role))
    assert client.get(page("intake_add")).status_code == status
    assert client.get(page("intake_changelist"), follow=True).status_code == status


def test_the_desk_takes_few_queries_and_no_more_in_a_large_archive(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")

    def count():
        with CaptureQueriesContext(connection) as queries:
            shown(editor, intake)
        return len(queries)

    few = count()
    builders.many_speeches(200)
    assert count() <= few <= 60


def test_another_statement_takes_paragraphs_from_the_first(lists, editor):
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    press(editor, intake, "_another")
    answers = {"p7-to": "2", "p7-voice": "paraphrase", "s2-title": "A second one"}
    answers |= {"s2-status": "reported", "s2-speaker": "printed", "s2-speaker-name": "Somebody"}
    response = press(editor, intake, "_file", **answers)
    assert intake.state == "filed", response.content.decode()
    second = Speech.objects.get(title="A second one")
    assert [p.voice for p in second.passages.all()] == ["paraphrase"]
    assert speech_of("ban-ki-moon").passages.count() == 6


def test_a_page_of_the_web_is_filed_with_its_bytes_and_the_text_found_in_them(lists, editor):
    paragraphs = [f"<p>{line}</p>" for line in MESSAGE.decode().split("\n\n") if line.strip()]
    html = f"<!doctype html><html><body><main>{''.join(paragraphs)}</main></body></html>".encode()
    upload(editor, ("message.html", html))
    intake = Intake.objects.get()
    press(editor, intake, "_certain")
    response = press(editor, intake, "_file", **{"s1-status": "as-issued", "s1-as": "draft"})
    assert intake.state == "filed", response.content.decode()
    document = intake.document
    assert bytes(document.content) == html
    assert (document.media_type, "<p>" in document.text) == ("text/html", False)
    assert intake.speeches.get().passages.first().body.startswith("The past decade")
    document.full_clean()
