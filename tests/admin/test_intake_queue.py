"""Several documents at once: brought together, worked off one after another, none lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from speeches.forms.intake import MOST_FILES
from speeches.models import Intake, Speech
from tests import builders

from .desk import page
from .intake_desk import bring, press, shown

pytestmark = pytest.mark.django_db

NOTE = (
    "15 March 2019\n\nMinister of Planning of Freedonia Rufus T. Firefly\n\n"
    "Message on the Day of {}\n\n16 March 2019\n\n"
    "{} know no border, and neither does what we learn from them.\n\n"
    "I thank all who share what they know."
)
ANSWERS = {"s1-speaker": "printed", "s1-speaker-name": "Rufus T. Firefly"}
ANSWERS |= {"s1-as": "draft", "s1-status": "as-issued"}
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)


def note(subject):
    return NOTE.format(subject, subject)


def upload(client, *files, text=""):
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(page("intake_add"), {"text": text, "uploads": named}, follow=True)


@pytest.fixture
def three(editor):
    """Three documents brought together, of which the last can't be read."""
    files = [(f"{name}.txt", note(name).encode()) for name in ("Rivers", "Winds")]
    upload(editor, *files, ("scan.png", PICTURE))
    return list(Intake.objects.order_by("pk"))


def test_what_is_brought_together_is_one_queue_and_what_cannot_be_read_says_why(editor):
    files = [(f"{name}.txt", note(name).encode()) for name in ("Rivers", "Winds")]
    html = upload(editor, *files, ("scan.png", PICTURE)).content.decode()
    assert "2 documents are here to be read." in html
    assert "1 of them could not be read, and is kept:" in html
    assert "This is a picture" in html
    assert len(set(Intake.objects.values_list("batch", flat=True))) == 1
    assert page("intake_change", Intake.objects.order_by("pk")[0].pk) in html


def test_several_that_cannot_be_read_are_kept(editor):
    html = upload(editor, ("a.png", PICTURE), ("b.png", PICTURE + b"2")).content.decode()
    assert "2 of them could not be read, and are kept:" in html


def test_the_form_names_the_limit_that_is_set(editor, settings):
    settings.SSCOOP_INTAKE_MAX_BYTES = 5 * 1024 * 1024
    html = editor.get(page("intake_add")).content.decode()
    assert "at most 5\xa0MB each" in html


def test_an_empty_queue_says_what_to_do(editor):
    html = editor.get(page("intake_changelist")).content.decode()
    assert "No document is here in this state." in html
    assert "paste its text, or upload it" in html
    found = editor.get(page("intake_changelist") + "?q=moonstone").content.decode()
    assert "No document has these words in its name." in found


def test_the_list_has_what_waits_in_the_order_in_which_it_came_and_counts_it(editor, three):
    html = editor.get(page("intake_changelist")).content.decode()
    assert html.index("Rivers.txt") < html.index("Winds.txt")
    assert "scan.png" not in html
    assert "Open (2)" in html
    assert "Could not be read (1)" in html
    refused = editor.get(page("intake_changelist") + "?state=refused").content.decode()
    assert "This is a picture" in refused
    assert editor.get(page("intake_received", three[2].pk)).content == PICTURE


def test_each_page_says_how_much_of_the_queue_is_done(editor, three):
    html = shown(editor, three[0])
    assert "1 of the 3 documents brought together is done" in html
    assert "could not be read: This is a picture" in html
    press(editor, three[0], "_file", **ANSWERS)
    assert "2 of the 3 documents brought together are done" in shown(editor, three[1])


def test_filing_goes_back_to_the_queue_with_links_to_the_drafts(editor, three):
    response = press(editor, three[0], "_file", **ANSWERS)
    assert response.redirect_chain[-1][0] == page("intake_changelist")
    html = response.content.decode()
    assert page("speech_change", Speech.objects.get().pk) in html
    assert "Winds.txt" in html


def test_file_and_open_the_next(editor, three):
    assert "File and open the next" in shown(editor, three[0])
    response = press(editor, three[0], "_file_next", **ANSWERS)
    assert response.redirect_chain[-1][0] == page("intake_change", three[1].pk)
    assert page("speech_change", Speech.objects.get().pk) in response.content.decode()
    assert "File and open the next" not in shown(editor, three[1])


def test_what_cannot_be_filed_opens_nothing_else(editor, three):
    response = press(editor, three[0], "_file_next", **ANSWERS | {"s1-title": ""})
    assert "Our title: this can’t be empty" in response.content.decode()
    assert three[0].state == "open"


def test_the_last_one_filed_stays_on_its_page(editor):
    intake = bring(editor, note("Rivers"))
    response = press(editor, intake, "_file", **ANSWERS)
    assert response.redirect_chain[-1][0] == page("intake_change", intake.pk)


def test_the_next_is_of_the_same_queue_before_an_older_one_of_ones_own(editor, three):
    older = bring(editor, note("Stones"))
    Intake.objects.filter(pk=older.pk).update(received_at="2001-01-01T00:00Z")
    response = press(editor, three[0], "_file_next", **ANSWERS)
    assert response.redirect_chain[-1][0] == page("intake_change", three[1].pk)
    response = press(editor, three[1], "_file_next", **ANSWERS)
    assert response.redirect_chain[-1][0] == page("intake_change", older.pk)


def test_anothers_single_document_is_not_ones_next(editor, client):
    user = builders.a_user()
    Intake.objects.create(name="Not mine", received_by=user, changed_by=user)
    assert "File and open the next" not in shown(editor, bring(editor, note("Rivers")))


def test_discarding_goes_back_to_the_queue_and_says_how_to_undo_it(editor, three):
    response = press(editor, three[0], "_discard")
    assert response.redirect_chain[-1][0] == page("intake_changelist")
    assert page("intake_change", three[0].pk) in response.content.decode()


def test_what_was_open_already_keeps_its_place_and_is_not_taken_twice(editor, three):
    upload(editor, ("again.txt", note("Rivers").encode()), ("new.txt", note("Stones").encode()))
    assert Intake.objects.count() == 4
    three[0].refresh_from_db()
    assert three[0].batch == three[1].batch
    assert Intake.objects.get(name="new.txt").batch != three[0].batch


# -- what is refused loses nothing


def test_a_pasted_text_stays_when_the_files_are_refused(editor):
    many = [(f"{n}.txt", b"x") for n in range(MOST_FILES + 1)]
    html = upload(editor, *many, text="Typed with care").content.decode()
    assert f"Choose at most {MOST_FILES} files at once." in html
    assert "Typed with care</textarea>" in html
    assert not Intake.objects.exists()


def test_a_file_over_the_limit_is_refused_in_words_and_kept(editor, settings):
    settings.SSCOOP_INTAKE_MAX_BYTES = 1024
    upload(editor, ("long.txt", b"word " * 400))
    intake = Intake.objects.get()
    assert (intake.state, len(intake.content)) == ("refused", 2000)
    assert "are taken" in intake.refusal


def test_a_file_far_over_the_limit_is_not_even_read_and_the_paste_stays(editor, settings):
    settings.SSCOOP_INTAKE_MAX_BYTES = 100
    html = upload(editor, ("big.pdf", b"word " * 400), text="Typed with care").content.decode()
    assert "“big.pdf” has 2.0" in html
    assert "Typed with care</textarea>" in html
    assert not Intake.objects.exists()
