"""How good the reader is: counted when an intake is filed, shown to those who use it."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from speeches.intake import desk as desks
from speeches.models import Document, Intake, Organization, Speech, Verdict
from tests import builders

from .desk import page, somebody
from .intake_desk import MESSAGE, STORY, bring, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(archive, editor):
    """The message, filed with a date of the editor's, without its occasion and with a symbol."""
    Speech.objects.all().delete()
    Document.objects.all().delete()
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_certain")
    answers = {"s1-delivered": "13 September 2012", "s1-occasion": "none", "s1-kind-is": "yes"}
    answers |= {"d-symbols": "UNIS/SGSM/368", "d-symbols-is": "yes", "p7-voice": "paraphrase"}
    press(editor, intake, "_file", **answers, **{"s1-mode-is": ""})
    assert intake.state == "filed"
    return intake


def outcomes(intake):
    return {
        (verdict.field, verdict.outcome): verdict.number
        for verdict in intake.verdicts.order_by("pk")
    }


def a_verdict(field="delivered", outcome="accepted", **more):
    """One of an intake of its own."""
    user = more.pop("user", None) or builders.a_user()
    intake = Intake.objects.create(name="A paper", received_by=user, changed_by=user, state="filed")
    return Verdict.objects.create(
        intake=intake,
        statement=1,
        field=field,
        label="Date" if field == "delivered" else field.title(),
        outcome=outcome,
        **more,
    )


# -- counting


def test_what_became_of_each_proposal_is_counted_at_filing(filed):
    found = outcomes(filed)
    assert found["delivered", "changed"] == 1
    assert found["occasion", "refused"] == 1
    assert found["speaker", "accepted"] == 1
    assert found["d-symbols", "entered"] == 1
    assert found["mode", "left"] == 1
    assert (found["voice", "accepted"], found["voice", "changed"]) == (6, 1)
    assert found["statement", "accepted"] == 1
    assert found["d-title", "accepted"] == 1


def test_what_nobody_proposed_and_nobody_entered_is_not_counted(filed):
    fields = {verdict.field for verdict in filed.verdicts.all()}
    assert not {"event", "on_behalf_of", "delivered_by", "d-rights", "d-address"} & fields


def test_the_kind_of_paper_and_how_sure_the_reader_was_are_kept(filed):
    changed = filed.verdicts.get(field="delivered")
    assert changed.confidence == "certain"
    assert changed.layout == filed.reading["layout"] != ""
    assert changed.language == "en"
    assert changed.publisher == filed.document.publisher is not None
    assert changed.filed_at == filed.changed_at


def test_a_statement_left_out_is_one_refusal_and_its_fields_are_not_asked(archive, editor):
    Speech.objects.all().delete()
    Document.objects.all().delete()
    from_both = bring(editor, MESSAGE)
    press(editor, from_both, "_certain")
    press(editor, from_both, "_another")
    answers = {"p7-to": "2", "s1-as": "out", "s2-title": "Mine", "s2-status": "as-issued"}
    press(editor, from_both, "_file", **answers)
    assert from_both.state == "filed"
    found = {(v.statement, v.field): v.outcome for v in from_both.verdicts.exclude(field="place")}
    assert found[1, "statement"] == "refused"
    assert found[2, "statement"] == "entered"
    assert found[2, "title"] != "accepted"
    assert (1, "speaker") not in found


def test_an_intake_cannot_count_twice(filed, editor):
    before = outcomes(filed)
    press_again = editor.post(page("intake_change", filed.pk), {"_file": "x"})
    assert press_again.status_code == 200
    assert outcomes(filed) == before
    twin = filed.verdicts.get(field="delivered")
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_what_could_not_be_filed_counts_nothing(archive, editor):
    Speech.objects.all().delete()
    intake = bring(editor, MESSAGE)
    press(editor, intake, "_file", **{"s1-title": ""})
    assert intake.state == "open"
    assert not Verdict.objects.exists()


# -- the page


def shown(client, query=""):
    response = client.get(page("intake_score") + query)
    assert response.status_code == 200
    return response


def row_of(response, title, name):
    table = next(t for t in response.context["tables"] if t["title"] == title)
    return next(row for row, _address in table["rows"] if row.name == name)


def test_the_page_shows_shares_by_field_with_their_counts(filed, editor):
    for outcome in ("accepted", "accepted", "refused"):
        a_verdict("delivered", outcome, confidence="likely")
    response = shown(editor)
    row = row_of(response, "By field", "Date")
    assert (row.accepted, row.changed, row.refused, row.share) == (2, 1, 1, 50)
    assert row.certain_but_wrong == 1
    html = response.content.decode()
    assert "50 %" in html
    assert "Where it failed last" in html
    assert page("intake_change", filed.pk) in html
    assert "Date (statement 1): changed" in html


def test_publishers_layouts_and_languages_are_told_apart(editor):
    news = builders.an_organization("A news service")
    a_verdict(publisher=news, layout="news story", language="fr")
    a_verdict("speaker", "refused", layout="", language="")
    response = shown(editor)
    assert row_of(response, "By publisher", "A news service").share == 100
    assert row_of(response, "By publisher", "Not known").share == 0
    assert row_of(response, "By layout", "No layout that we know").refused == 1
    assert row_of(response, "By language", "French").accepted == 1
    narrowed = shown(editor, f"?publisher={news.pk}").context["card"]
    assert [row.name for row in narrowed.fields] == ["Date"]
    assert "Publisher: A news service" in shown(editor, f"?publisher={news.pk}").content.decode()


def test_a_time_can_be_asked_for_in_words(editor):
    verdict = a_verdict()
    today = verdict.filed_at.date()
    tomorrow = today + timedelta(days=1)
    assert shown(editor, f"?since={today}&until={today}").context["card"].intakes == 1
    assert shown(editor, f"?since={tomorrow}").context["card"].intakes == 0
    assert shown(editor, "?until=2011").context["card"].intakes == 0
    assert shown(editor, f"?since={date(2011, 1, 1):%B+%Y}").context["card"].intakes == 1


def test_nonsense_in_the_address_is_said_and_harms_nothing(editor):
    a_verdict()
    html = shown(editor, "?since=the+day+after&publisher=x&field=%00&layout=" + "x" * 500)
    assert 'aria-invalid="true"' in html.content.decode()


def test_nothing_filed_yet_is_said(editor):
    assert "Nothing was filed from a document yet" in shown(editor).content.decode()
    a_verdict()
    assert "Remove a filter or the dates" in shown(editor, "?until=2011").content.decode()


def test_the_table_can_be_taken_away_and_no_name_becomes_a_formula(editor):
    a_verdict(publisher=builders.an_organization("=SUM(A1)"), layout="news story", language="en")
    response = shown(editor, "?format=csv")
    assert "attachment" in response["Content-Disposition"]
    rows = list(csv.reader(StringIO(b"".join(response.streaming_content).decode())))
    assert rows[0][:4] == ["publisher", "layout", "language", "field"]
    assert rows[1][:6] == ["'=SUM(A1)", "news story", "en", "delivered", "", "1"]


@pytest.mark.parametrize(
    "name", ["+1", "-1", "@A1", " =1", "\n=1", "\t=1", "＝1", "=cmd|' /C x'!A0"]
)
def test_no_beginning_of_a_cell_is_a_formula(editor, name):
    a_verdict(layout=name)
    table = b"".join(shown(editor, "?format=csv").streaming_content).decode()
    assert list(csv.reader(StringIO(table, newline="")))[1][1] == f"'{name}"


def test_the_page_asks_the_database_as_often_for_many_documents_as_for_one(editor):
    def count():
        with CaptureQueriesContext(connection) as queries:
            response = shown(editor)
        return len(queries), len(response.context["card"].failures)

    a_verdict(outcome="changed")
    few, _ = count()
    user = builders.a_user()
    for _number in range(60):
        a_verdict(outcome="changed", user=user, publisher=builders.an_organization())
    many, failures = count()
    assert many == few <= 16
    assert failures == 20
    assert Organization.objects.count() == 60
    assert len(shown(editor).context["card"].publishers) == 50


@pytest.mark.parametrize(
    ("role", "status"), [("contributor", 200), ("administrator", 200), ("curator", 403)]
)
def test_who_may_see_it(client, role, status):
    client.force_login(somebody(role))
    assert client.get(page("intake_score")).status_code == status


def test_the_list_of_documents_leads_to_it(editor):
    html = editor.get(page("intake_changelist"), follow=True).content.decode()
    assert page("intake_score") in html


def test_a_line_put_in_and_a_quotation_moved_count_against_the_reader(archive, editor):
    Speech.objects.all().delete()
    Document.objects.all().delete()
    intake = bring(editor, STORY)
    pieces = desks.Desk(intake).paragraphs
    quoted = next(piece.quotations[0] for piece in pieces if piece.quotations)
    press(editor, intake, "_certain", **{"k1-to": "1", f"c{quoted.start}-to": "2"})
    press(editor, intake, "_file", **{"s1-event": "none", "s2-event": "none"})
    assert intake.state == "filed"
    refused = Verdict.objects.get(field="kept-out")
    assert (refused.outcome, refused.number, refused.statement) == ("refused", 1, 0)
    moved = Verdict.objects.get(field="place", outcome="changed")
    assert (moved.number, moved.statement) == (1, 1)
