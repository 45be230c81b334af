"""A statement whose parts change one by one gets its entry in the index once, at the end."""

from contextlib import suppress

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from speeches import editorial, search
from speeches.models import Passage, Rewriting, Speech, SpeechText, rewriting
from tests.builders import a_document, a_speech, a_text, a_user

pytestmark = pytest.mark.django_db
MANY = 60
LONG = "\n\n".join(f"Paragraph {number} on rain." for number in range(MANY))


def finds(text):
    expression = search.prepared(search.parse(text))
    return search.found(Speech.objects.published(), expression).count()


@pytest.fixture
def entries_made():
    """Counts how often entries are made while a function runs."""

    def count(act):
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE made (speech_id bigint)")
            if connection.vendor == "sqlite":
                cursor.execute(
                    "CREATE TEMPORARY TRIGGER made_entry AFTER INSERT ON main.search_entry"
                    " BEGIN INSERT INTO made VALUES (NEW.speech_id); END"
                )
            else:
                cursor.execute(
                    "CREATE FUNCTION pg_temp.note() RETURNS trigger LANGUAGE plpgsql AS"
                    " $$ BEGIN INSERT INTO made VALUES (NEW.speech_id); RETURN NULL; END $$"
                )
                cursor.execute(
                    "CREATE TRIGGER made_entry AFTER INSERT ON search_entry"
                    " FOR EACH ROW EXECUTE FUNCTION pg_temp.note()"
                )
        act()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM made")
            return cursor.fetchone()[0]

    return count


def test_within_it_the_entry_waits_and_follows_at_the_end():
    speech = a_speech(body="Rain.")
    with rewriting(speech.pk):
        Passage.objects.filter(speech=speech).update(body="Walnut.")
        with rewriting(speech.pk):
            pass
        assert (finds("rain"), finds("walnut")) == (1, 0)
    assert (finds("rain"), finds("walnut")) == (0, 1)
    assert not Rewriting.objects.exists()


def test_the_statement_is_locked_before_its_row_is_made():
    """As everywhere: two who lock in different orders would wait for each other."""
    speech = a_speech(body="Rain.")
    with CaptureQueriesContext(connection) as queries, rewriting(speech.pk):
        pass
    first, second, *_ = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"]]
    assert 'FROM "speeches_speech"' in first
    assert connection.features.has_select_for_update == ("FOR UPDATE" in first)
    assert '"speeches_rewriting"' in second


def test_what_is_rolled_back_leaves_nothing_behind():
    speech = a_speech(body="Rain.")
    with suppress(ZeroDivisionError), transaction.atomic(), rewriting(speech.pk):
        Passage.objects.filter(speech=speech).update(body="Walnut.")
        raise ZeroDivisionError
    assert (finds("rain"), finds("walnut")) == (1, 0)
    assert not Rewriting.objects.exists()


def test_a_long_text_is_saved_with_one_entry(entries_made):
    speech, document = a_speech(), a_document(text=LONG)
    assert entries_made(lambda: a_text(speech, LONG, document=document)) <= 3
    assert finds("paragraph 59") == 1


def test_a_long_statement_is_removed_without_an_entry_for_each_passage(entries_made):
    speech = a_speech(body=LONG)
    assert entries_made(speech.delete) <= 3
    assert finds("paragraph") == 0
    assert not Rewriting.objects.exists()


def test_a_long_text_is_removed_with_one_entry(entries_made):
    speech = a_speech("Of snow", body=LONG)
    assert entries_made(SpeechText.objects.filter(speech=speech).delete) <= 3
    assert (finds("paragraph"), finds("snow")) == (0, 1)
    assert not Rewriting.objects.exists()


def test_the_voices_of_a_long_text_are_set_with_one_entry(entries_made):
    speech = a_speech(body=LONG)
    text = speech.texts.get()
    voices = dict.fromkeys([p.pid for p in text.passages.all()], "narration")
    assert entries_made(lambda: editorial.set_voices(text, voices)) <= 3
    assert finds("said:rain") == 0


def test_a_long_draft_is_brought_in_with_few_entries(entries_made):
    user = a_user(permissions=("add_speech",))
    speech = Speech(title="Long", kind="remarks", delivered="2017")
    text = SpeechText(speech=speech, document=a_document(text=LONG), status="as-delivered")
    text.body = LONG
    passages = [Passage(voice="narration") for _ in range(MANY)]
    draft = editorial.Draft(speech=speech, text=text, passages=passages)
    assert entries_made(lambda: editorial.bring_in(draft, by=user, note="Filed.")) <= 4
