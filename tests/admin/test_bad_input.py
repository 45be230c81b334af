"""Whatever is typed or sent, the admin answers with a sentence, never with a fault."""

import pytest
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speeches.models import PastSlug, Speech
from tests import builders

from .desk import a_draft, errors, page, rows, typed

pytestmark = pytest.mark.django_db
NUL = "before\0after"
HUGE = "x" * 500_000
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize("field", ["title", "delivered", "summary", "slug", "tag_names", "kind"])
@pytest.mark.parametrize("value", [NUL, HUGE, "'\"; drop", "999999999999999999999"])
def test_odd_values_of_a_statement(admin, field, value):
    response = admin.post(page("speech_add"), a_draft() | {field: value})
    assert response.status_code in (200, 302)


@pytest.mark.parametrize("value", [NUL, HUGE, "-1", "99999999999999999999", "abc", SCRIPT])
@pytest.mark.parametrize(
    ("prefix", "field"),
    [
        ("attributions", "speaker"),
        ("attributions", "tenure"),
        ("attributions", "printed_as"),
        ("attributions", "role"),
        ("texts", "document"),
        ("texts", "language"),
        ("texts", "body"),
        ("texts", "translation_of"),
        ("evidence", "document"),
        ("evidence", "words"),
        ("evidence", "basis"),
    ],
)
def test_odd_values_in_rows(admin, prefix, field, value):
    response = admin.post(page("speech_add"), a_draft() | rows(prefix, {field: value}))
    assert response.status_code in (200, 302)


@pytest.mark.parametrize("value", ["", "-5", "abc", "99999999"])
def test_odd_numbers_of_rows(admin, value):
    data = a_draft() | {"texts-TOTAL_FORMS": value, "evidence-INITIAL_FORMS": value}
    assert admin.post(page("speech_add"), data).status_code in (200, 302)


def test_no_more_rows_are_made_than_a_record_could_have(admin):
    response = admin.post(page("speech_add"), a_draft() | {"evidence-TOTAL_FORMS": "99999999"})
    assert "at most 300" in response.text
    assert response.text.count('id="id_evidence-299-words"') == 1
    assert "evidence-300-" not in response.text


def test_markup_in_a_title_is_shown_as_text(admin):
    admin.post(
        page("speech_add"), a_draft(title=SCRIPT, tag_names=SCRIPT) | {"tag_names-create": 1}
    )
    speech = Speech.objects.get()
    for address in (
        page("speech_changelist"),
        page("speech_change", speech.pk),
        page("speech_used", speech.pk),
        page("speech_delete", speech.pk),
        page("speech_history", speech.pk),
        page("tag_changelist"),
    ):
        assert SCRIPT not in admin.get(address).content.decode()


def test_markup_in_an_error_is_shown_as_text(admin):
    response = admin.post(page("speech_add"), a_draft(tag_names=SCRIPT, delivered=SCRIPT))
    assert SCRIPT not in response.content.decode()
    document = builders.a_document(SCRIPT)
    row = {"fact": "title", "value": SCRIPT, "basis": "printed", "document": document.pk}
    response = admin.post(page("speech_add"), a_draft() | rows("evidence", row))
    assert SCRIPT not in response.content.decode()


def test_the_preview_lets_no_script_through(admin):
    body = f"{SCRIPT} [x](javascript:alert(1)) **strong**"
    shown = admin.post(page("speech_preview"), {"body": body}).content.decode()
    assert "<script" not in shown
    assert 'href="javascript' not in shown
    assert "<strong>strong</strong>" in shown


def test_without_script_the_preview_is_a_page_of_all_texts(admin):
    data = {
        "title": SCRIPT,
        "texts-0-body": "One.",
        "texts-1-body": "Two.",
        "texts-__prefix__-body": "",
    }
    shown = admin.post(page("speech_preview"), data).content.decode()
    assert "<p>One.</p>" in shown
    assert "<p>Two.</p>" in shown
    assert SCRIPT not in shown
    assert admin.get(page("speech_preview")).status_code == 405


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(body=st.text(max_size=300))
def test_the_preview_takes_any_text(admin, body):
    assert (
        admin.post(
            page("speech_preview"), {"body": body.encode("utf-8", "replace").decode()}
        ).status_code
        == 200
    )


def test_an_address_of_another_page_is_no_slug(admin):
    for slug in ("feed", "years", "2017"):
        response = admin.post(page("speech_add"), a_draft(slug=slug))
        assert any("address of another page" in error for error in errors(response))


def test_an_address_that_leads_elsewhere_is_no_slug(admin):
    other = builders.a_speech("Other")
    other.slug = "moved-on"
    other.save()
    assert PastSlug.objects.exists()
    response = admin.post(page("speech_add"), a_draft(slug="other"))
    assert any("already led to another record" in error for error in errors(response))


@pytest.mark.parametrize(
    "query",
    ["?p=abc", "?p=99999", "?state=nonsense", "?delivered_on__year=abc", "?q=%00", "?o=9.9.x"],
)
def test_odd_queries_of_the_list(admin, query):
    builders.a_speech()
    assert admin.get(page("speech_changelist") + query).status_code in (200, 302)


@pytest.mark.parametrize("key", ["0", "-1", "abc", "99999999999999999999", "1/2"])
def test_records_that_are_not_there(admin, key):
    for name in ("change", "used", "delete", "history"):
        assert admin.get(f"/admin/speeches/speech/{key}/{name}/").status_code in (302, 404)


def test_a_collision_found_by_the_database_keeps_the_input(admin, monkeypatch):
    speech = builders.a_speech("Old title", published=False)
    data = typed(admin.get(page("speech_change", speech.pk))) | {"title": "New title"}

    def collide(self, *args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(Speech, "save", collide)
    response = admin.post(page("speech_change", speech.pk), data)
    assert any("collides" in error for error in errors(response))
    assert "New title" in response.content.decode()
