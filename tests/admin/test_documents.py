"""Documents: bytes come in once, exactly as received."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from speeches.models import Document, Intake
from tests import builders
from tests.intake.extract.files import word

from .desk import errors, page, rows, typed

pytestmark = pytest.mark.django_db
STORY = "“Equals”, she said –\r\ntwice.\r\n".encode("windows-1252")


def a_paper(content=None, **fields):
    data = {"title": "A letter", "kind": "web-page", "language": "en", **fields}
    if content is not None:
        data["file"] = SimpleUploadedFile("letter.txt", content)
    return rows("symbols") | rows("addresses") | data


def test_the_bytes_are_kept_as_they_came(editor):
    assert editor.post(page("document_add"), a_paper(STORY)).status_code == 302
    document = Document.objects.get()
    assert bytes(document.content) == STORY
    assert document.sha256 == hashlib.sha256(STORY).hexdigest()
    assert document.encoding == "windows-1252"
    assert document.text == "“Equals”, she said –\ntwice.\n"


def test_the_same_bytes_again_lead_to_the_document_we_have(editor):
    editor.post(page("document_add"), a_paper(STORY))
    response = editor.post(page("document_add"), a_paper(STORY, title="Another"))
    first = Document.objects.get()
    assert any("These very bytes are “A letter”" in error for error in errors(response))
    assert page("document_change", first.pk) in response.content.decode()


def test_the_bytes_cannot_be_changed_afterwards(editor):
    editor.post(page("document_add"), a_paper(STORY))
    document = Document.objects.get()
    response = editor.get(page("document_change", document.pk))
    assert 'name="file"' not in response.content.decode()
    assert document.sha256 in response.content.decode()
    data = typed(response) | {"file": SimpleUploadedFile("other.txt", b"Other words.")}
    refused = editor.post(page("document_change", document.pk), data)
    assert any("they never change" in error for error in errors(refused))
    assert bytes(Document.objects.get().content) == STORY


def test_a_known_document_gets_its_bytes_later(editor):
    editor.post(page("document_add"), a_paper())
    document = Document.objects.get()
    assert not document.is_held
    data = typed(editor.get(page("document_change", document.pk)))
    data["file"] = SimpleUploadedFile("letter.txt", STORY)
    assert editor.post(page("document_change", document.pk), data).status_code == 302
    assert Document.objects.get().is_held


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (bytes(range(256)) * 40, "This file holds no text: it is binary data"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "This is a picture. Run text recognition"),
        (b"%PDF-1.4\n", "This PDF is cut off: its end is missing."),
        (b"PK\x03\x04 and no more", "This Word file is damaged or cut off"),
        (b" \n", "This file is empty."),
    ],
    ids=["bytes", "picture", "pdf", "word", "empty"],
)
def test_a_file_that_cannot_be_read_is_refused_as_the_desk_refuses_it(editor, content, sentence):
    response = editor.post(page("document_add"), a_paper(content))
    assert any(sentence in error for error in errors(response))
    assert not Document.objects.exists()
    desk = editor.post(
        page("intake_add"), {"text": "", "uploads": [SimpleUploadedFile("x.txt", content)]}
    )
    if desk.status_code == 302:
        assert sentence in Intake.objects.get().refusal


def test_a_file_that_is_too_large_is_refused(editor):
    response = editor.post(page("document_add"), a_paper(b"a" * (20 * 1024 * 1024 + 1)))
    assert any("at most 20 MB are taken" in error for error in errors(response))


def test_a_word_file_and_a_web_page_keep_their_bytes_and_give_their_text(editor):
    web = b"<!doctype html><html><body><nav>Home</nav><main><p>Rivers join us.</p></main></body>"
    for content in (word(), web):
        assert editor.post(page("document_add"), a_paper(content)).status_code == 302
        document = Document.objects.latest("pk")
        assert bytes(document.content) == content
        assert "<p>" not in document.text
        document.full_clean()
    assert document.text.strip() == "Rivers join us."
    assert document.media_type == "text/html"


def test_what_is_noticed_of_a_file_is_said(editor):
    deceiving = "Rivers \u202eparted\u202c join us.\n".encode()
    response = editor.post(page("document_add"), a_paper(deceiving), follow=True)
    assert any("direction" in str(message) for message in response.context["messages"])


def test_the_parts_of_a_compound_symbol_are_filed_too(editor):
    data = a_paper() | rows("symbols", {"symbol": "DSG/SM/1083-DEV/3280", "basis": "printed"})
    assert editor.post(page("document_add"), data).status_code == 302
    symbols = dict(Document.objects.get().symbols.values_list("symbol", "basis"))
    assert symbols == {
        "DSG/SM/1083-DEV/3280": "printed",
        "DSG/SM/1083": "derived",
        "DEV/3280": "derived",
    }


def test_a_symbol_on_two_documents_is_allowed_and_reported(editor):
    builders.a_document("The first", symbols=["UNIS/SGSM/368"])
    data = a_paper() | rows("symbols", {"symbol": "unis/sgsm/368", "basis": "printed"})
    response = editor.post(page("document_add"), data, follow=True)
    assert "also stands on “The first”" in response.content.decode()


def test_a_symbol_twice_on_one_document_is_refused(editor):
    document = builders.a_document(symbols=["UNIS/SGSM/368"])
    data = typed(editor.get(page("document_change", document.pk)))
    data |= {
        "symbols-TOTAL_FORMS": 2,
        "symbols-1-symbol": "unis/sgsm/368",
        "symbols-1-basis": "printed",
    }
    assert errors(editor.post(page("document_change", document.pk), data))


def test_two_new_rows_with_one_symbol_are_refused_with_the_input_kept(editor):
    same = {"symbol": "UNIS/SGSM/368", "basis": "printed"}
    response = editor.post(page("document_add"), a_paper() | rows("symbols", same, same))
    assert errors(response)
    assert "A letter" in response.content.decode()
    assert not Document.objects.exists()
