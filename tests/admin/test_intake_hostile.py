"""What no form of ours sends: the desk says what is wrong, keeps what was typed, and stands."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models.signals import pre_save

from speeches.intake import extract
from speeches.models import Document, Intake, Speech
from tests import builders

from .desk import page
from .intake_desk import bring, fields_of, shown
from .test_intake_together import ANSWERS, NOTE

pytestmark = pytest.mark.django_db

ENDLESS = "9" * 5000
GONE = "what was chosen is not in the archive any more"


@pytest.fixture
def intake(editor):
    return bring(editor, NOTE)


def send(client, intake, button, **more):
    """The page as it is shown, with the answers that it needs and some that it doesn't."""
    fields = fields_of(shown(client, intake)) | ANSWERS | {"s1-capacity": "none"}
    more = {name.replace("_", "-"): value for name, value in more.items()}
    response = client.post(page("intake_change", intake.pk), fields | more | {button: "x"})
    intake.refresh_from_db()
    return response


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("added", ENDLESS),
        ("added", "many"),
        ("s1-tag", ENDLESS),
        ("s1-tag", "-1"),
        ("d-rights", ENDLESS),
        ("s1-speaker", f"id:{ENDLESS}"),
        ("s1-event-series", ENDLESS),
        ("cut", ENDLESS),
    ],
)
@pytest.mark.parametrize("button", ["_keep", "_another", "_certain", "_file"])
def test_a_number_that_is_none_breaks_no_page(editor, intake, field, value, button):
    response = send(editor, intake, button, **{field: value, "s1-event": "new"})
    assert response.status_code in (200, 302)
    assert editor.get(page("intake_change", intake.pk)).status_code == 200


def test_characters_that_postgresql_does_not_keep_are_left_out(editor, intake):
    send(editor, intake, "_keep", **{"s1-title": "A\0 title", "x\0y": "z", "page": "a\0b"})
    assert intake.decisions["s1-title"] == "A title"
    assert "x\0y" not in intake.decisions


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("d-publisher", "id:999999"),
        ("d-rights", "999999"),
        ("s1-speaker", "id:999999"),
        ("s1-speaker", "somebody"),
        ("s1-capacity", "id:999999"),
        ("s1-capacity", "office:999999"),
        ("s1-event", "id:999999"),
        ("s1-occasion", "id:999999"),
        ("s1-spokesperson", "id:999999"),
    ],
)
def test_a_record_that_was_deleted_after_it_was_chosen_is_asked_for_again(
    editor, intake, field, value
):
    assert GONE in send(editor, intake, "_file", **{field: value}).content.decode()
    assert (intake.state, Speech.objects.count()) == ("open", 0)


def test_a_record_that_is_not_offered_any_more_but_still_there_can_stay_chosen(editor, intake):
    speaker = builders.a_speaker("Quite Another")
    send(editor, intake, "_file", **{"s1-speaker": f"id:{speaker.pk}"})
    assert intake.state == "filed"
    assert Speech.objects.get().attributions.get().speaker == speaker


def test_a_way_of_filing_that_is_none_is_asked_for(editor, intake):
    response = send(editor, intake, "_file", **{"s1-as": "somehow"})
    assert "Say how it is to be filed" in response.content.decode()
    assert intake.state == "open"


def test_a_new_tag_typed_twice_is_one(editor, intake):
    send(editor, intake, "_file", **{"s1-tags": "Wells\nwells\nWELLS", "s1-tags-create": "yes"})
    assert intake.state == "filed"
    assert [tag.name for tag in Speech.objects.get().tags.all()] == ["Wells"]


@pytest.mark.parametrize("hour", ["10:99 New York", "25:00", "at 10 (GMT)", "٩:٩٩"])
def test_an_embargo_never_ends_early_for_an_hour_that_is_not_understood(editor, intake, hour):
    embargo = {"s1-embargo": f"8 May 2031, {hour}", "s1-embargo-is": "yes"}
    response = send(editor, intake, "_file", **embargo)
    assert "Give the day, and the hour if it is known" in response.content.decode()
    assert intake.state == "open"


def test_a_filing_that_is_sent_again_files_nothing_more(editor, intake):
    fields = fields_of(shown(editor, intake)) | ANSWERS | {"_file": "x"}
    for _ in range(3):
        editor.post(page("intake_change", intake.pk), fields)
    assert Speech.objects.count() == 1


@pytest.mark.parametrize("button", ["_file", "_discard", "_restore", "_keep", "_certain"])
def test_a_button_pressed_in_a_state_that_has_it_not_changes_nothing(editor, intake, button):
    send(editor, intake, "_file")
    before = Intake.objects.values().get()
    with transaction.atomic():
        response = editor.post(page("intake_change", intake.pk), {button: "x"})
    assert response.status_code in (200, 302)
    after = Intake.objects.values().get()
    assert (after["state"], after["document_id"]) == (before["state"], before["document_id"])
    assert after["decisions"] == before["decisions"]


def test_a_button_that_came_too_late_is_told_so(editor, intake):
    send(editor, intake, "_file")
    response = editor.post(page("intake_change", intake.pk), {"_file": "x"})
    assert "Somebody has filed or discarded it already" in response.content.decode()
    assert "Not filed yet" not in response.content.decode()


def test_two_statements_of_one_paper_do_not_both_become_its_text_of_a_third(editor, intake):
    held = builders.a_speech()
    send(editor, intake, "_another")
    both = {"s1-as": f"text:{held.pid}", "s2-as": f"text:{held.pid}", "s2-status": "as-issued"}
    response = send(editor, intake, "_file", **both, **{"p2-to": "2"})
    assert "has a text from this document already" in response.content.decode()
    assert intake.state == "open"
    assert not held.texts.filter(document__sha256=intake.sha256).exists()


def test_a_text_that_is_sent_twice_at_once_is_one_intake(editor, monkeypatch):
    read = extract.text_of

    def while_it_is_sent_again(content, name):
        monkeypatch.setattr(extract, "text_of", read)
        bring(editor, NOTE)
        return read(content, name)

    monkeypatch.setattr(extract, "text_of", while_it_is_sent_again)
    bring(editor, NOTE)
    assert Intake.objects.count() == 1


def test_what_another_files_under_the_same_name_at_that_moment_is_said(editor, intake):
    def another(instance, **kwargs):
        pre_save.disconnect(another, sender=Document)
        Document.objects.bulk_create([Document(title="Another", slug=instance.slug)])

    pre_save.connect(another, sender=Document)
    response = send(editor, intake, "_file")
    assert "File it again" in response.content.decode()
    assert (intake.state, Speech.objects.count()) == ("open", 0)
    send(editor, intake, "_file")
    assert intake.state == "filed"


@pytest.mark.parametrize("state", ["\0", "bogus", ENDLESS])
def test_a_state_that_is_none_lists_nothing(editor, intake, state):
    response = editor.get(page("intake_changelist"), {"state": state})
    assert response.status_code == 200
    assert intake.name not in response.content.decode()


def test_far_too_many_files_are_refused_in_words(editor):
    files = [SimpleUploadedFile(f"{n}.txt", b"Wells.") for n in range(150)]
    response = editor.post(page("intake_add"), {"uploads": files})
    assert response.status_code == 400
    assert "more than we take at once" in response.content.decode()


@pytest.mark.parametrize("title", ["A title that the paper does not print", "<b>=1+1</b>"])
def test_the_title_of_the_paper_may_be_another_than_is_printed(editor, intake, title):
    send(editor, intake, "_file", **{"d-title": title})
    assert intake.state == "filed"
    assert intake.document.title == title
    assert Speech.objects.get().evidence.get(fact="title").start is None
