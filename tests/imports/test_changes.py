"""A newer row against what people did here since: theirs stands."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry

from speeches import editorial
from speeches.imports import changes
from speeches.models import Speech
from tests.builders import a_speech, a_user, rights
from tests.imports.rows import a_row, an_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "some.jsonl"


def the_document():
    return Speech.objects.get().texts.get().document


def test_what_an_editor_changed_of_the_document_is_never_overwritten(file):
    row = a_row()
    an_import(file, [row])
    document = the_document()
    document.rights = None
    document.save()
    LogEntry.objects.log_actions(
        a_user().pk, [document], CHANGE, "Rights taken back.", single_object=True
    )
    counts, told = an_import(file, [row | {"title": "New"}])
    assert (counts.updated, counts.refused) == (0, 1)
    assert "was changed here since" in told[0].sentences[0]
    assert (the_document().rights, Speech.objects.get().title) == (None, row["title"])


def test_a_document_that_carries_other_statements_is_never_rewritten(file):
    row = a_row(source="Record", urls=["https://example.org/1"], symbols=["A/1"])
    an_import(file, [row])
    document = the_document()
    imported = Speech.objects.get()
    a_speech().texts.update(document=document)
    new = {"title": "New", "source": "Other", "urls": [], "symbols": ["A/2"]}
    counts, _told = an_import(file, [row | new])
    assert counts.updated == 1
    imported.refresh_from_db()
    document.refresh_from_db()
    assert (imported.title, document.title) == ("New", "Record")
    assert document.addresses.count() == 1
    assert document.symbols.get().symbol == "A/1"


def test_only_symbols_that_the_import_made_go(file):
    row = a_row(symbols=["A/1"])
    an_import(file, [row])
    the_document().symbols.create(symbol="A/9", basis="printed")
    counts, _told = an_import(file, [row | {"symbols": ["A/2"]}])
    assert counts.updated == 1
    assert set(the_document().symbols.values_list("symbol", flat=True)) == {"A/2", "A/9"}


def test_a_row_that_brings_no_rights_leaves_those_that_are_there(file):
    row = a_row()
    an_import(file, [row])
    an_import(file, [a_row(id=row["id"], rights=None)], rights=rights(full=False))
    assert the_document().rights == rights(full=True)


@pytest.mark.parametrize(
    ("lacking", "said"),
    [({"speaker": None}, "Name the author"), ({"body": None}, "Enter the words")],
)
def test_what_is_public_keeps_what_publication_needs(file, lacking, said):
    row = a_row()
    an_import(file, [row])
    new = {name: value for name, value in (row | lacking).items() if value is not None}
    counts, told = an_import(file, [new])
    assert (counts.updated, counts.refused) == (0, 1)
    assert said in " ".join(told[0].sentences)
    speech = Speech.objects.published().get()
    assert speech.author.display_name == "Ada Osei"
    assert speech.texts.get().body == row["body"]


def test_a_draft_may_lose_what_publication_needs(file):
    row = a_row()
    an_import(file, [row], publish=False)
    counts, _told = an_import(file, [row | {"body": ""}], publish=False)
    assert counts.updated == 1


@pytest.fixture
def meanwhile(monkeypatch):
    """Somebody does something between the look at a batch and the lock of its statement."""

    def happens(do):
        looked = changes.changed_here
        done = []

        def look(imported):
            found = looked(imported)
            if not done:
                done.append(True)
                do()
            return found

        monkeypatch.setattr(changes, "changed_here", look)

    return happens


def test_what_is_changed_meanwhile_is_not_overwritten(file, meanwhile):
    row = a_row()
    an_import(file, [row])
    meanwhile(lambda: editorial.unpublish(Speech.objects.get(), by=a_user(is_superuser=True)))
    counts, told = an_import(file, [row | {"title": "New"}])
    assert (counts.updated, counts.refused) == (0, 1)
    assert "was changed here since" in told[0].sentences[0]
    assert Speech.objects.get().title == row["title"]


def test_what_is_deleted_meanwhile_stays_away(file, meanwhile):
    row = a_row()
    an_import(file, [row], publish=False)
    meanwhile(lambda: editorial.discard(Speech.objects.get()))
    counts, told = an_import(file, [row | {"title": "New"}], publish=False)
    assert (counts.updated, counts.refused, Speech.objects.count()) == (0, 1, 0)
    assert "deleted here" in told[0].sentences[0]


def test_a_statement_without_its_text_stays_as_it_is(file):
    row = a_row()
    an_import(file, [row], publish=False)
    Speech.objects.get().texts.all().delete()
    counts, told = an_import(file, [row | {"title": "New"}], publish=False)
    assert (counts.updated, counts.refused) == (0, 1)
    assert "has no text" in told[0].sentences[0]
