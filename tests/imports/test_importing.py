"""What becomes of rows: statements, records that they name, reports of what can't be."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command

from speeches import editorial, search
from speeches.models import (
    Event,
    Imported,
    Organization,
    Speaker,
    Speech,
    SpeechText,
    Tag,
    TextPrint,
)
from tests.builders import (
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    a_user,
    an_event,
    an_office,
    an_organization,
    rights,
)
from tests.imports.rows import BODY, a_row, an_import

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    return tmp_path / "some.jsonl"


def finds(text):
    expression = search.prepared(search.parse(text))
    return search.found(Speech.objects.published(), expression).count()


def test_a_row_becomes_a_statement_with_all_that_it_says(file):
    row = a_row(
        kind="remarks",
        mode="spoken",
        summary="On rain.",
        speaker_country="GH",
        office="Minister",
        organization="Ghana",
        on_behalf_of="Group of 77",
        event="Rain Forum",
        event_series="Rain Forums",
        city="Accra",
        country="GH",
        occasion="World Rain Day",
        tags=["rain", "Hills", "RAIN"],
        source="Record 1",
        publisher="Gazette",
        published="2017-09-13",
        urls=["https://example.org/1"],
        symbols=["A/72/PV.5"],
    )
    counts, told = an_import(file, [row])
    assert (counts.made, told) == (1, [])
    speech = Speech.objects.published().get()
    assert (speech.kind, speech.summary, str(speech.delivered)) == (
        "remarks",
        "On rain.",
        "12 September 2017",
    )
    assert speech.author.speaker.country == "GH"
    assert speech.author.capacity == "Minister"
    assert {str(a) for a in speech.attributions.all()} >= {"Group of 77 (on behalf of)"}
    assert (speech.event.name, speech.event.series.name, speech.event.year) == (
        "Rain Forum",
        "Rain Forums",
        2017,
    )
    assert speech.occasion.kind == "observance"
    assert {t.tag.name for t in speech.tagged.all()} == {"rain", "Hills"}
    assert {t.origin for t in speech.tagged.all()} == {"import"}
    document = speech.preferred_text.document
    assert (document.title, document.publisher.name, document.may_show_text) == (
        "Record 1",
        "Gazette",
        True,
    )
    assert document.addresses.get().url == "https://example.org/1"
    assert document.symbols.get().key


def test_text_passages_and_prints_are_as_a_save_makes_them(file):
    long = "\n\n".join(f"Paragraph {n} tells of rain number {n} and of hills." for n in range(9))
    body = f"# Opening\n\n{long}\n\n> A quotation of *rain*."
    an_import(file, [a_row(body=body)])
    saved = a_speech(body=body).texts.get()
    text = SpeechText.objects.exclude(pk=saved.pk).get()
    assert text.excerpt == saved.excerpt
    rows = ("pid", "position", "kind", "voice", "body", "start", "end")
    assert [*text.passages.values_list(*rows)] == [*saved.passages.values_list(*rows)]
    prints = [{*TextPrint.objects.filter(text=t).values_list("value")} for t in (text, saved)]
    assert prints[0] == prints[1] != set()
    text.speech.refresh_from_db()
    assert text.speech.passages_made == 11


def test_the_index_is_what_the_tables_say(file, capsys):
    an_import(file, [a_row(tags=["walnut"], event="Forum"), a_row(body="Walnut trees.")])
    call_command("search", "check")
    assert "All 2" in capsys.readouterr().out
    assert finds("trees") == 1
    assert finds("speaker:osei event:forum") == 1


def test_it_is_known_who_brought_it_in(file):
    user = a_user("Ida", is_superuser=True)
    an_import(file, [a_row(id="x-1")], by=user)
    entry = LogEntry.objects.get(content_type__model="speech")
    assert (entry.user, entry.object_id) == (user, str(Speech.objects.get().pk))
    assert "some.jsonl" in entry.change_message
    made = Imported.objects.get()
    assert (made.external_id, made.imported_by, made.speech) == ("x-1", user, Speech.objects.get())


def test_a_second_run_changes_nothing(file):
    rows = [a_row(tags=["a"], event="Forum", office="Minister", organization="Ghana"), a_row()]
    an_import(file, rows)
    before = [*Speech.objects.values()], LogEntry.objects.count(), Tag.objects.count()
    counts, told = an_import(file)
    assert (counts.made, counts.unchanged, told) == (0, 2, [])
    assert before == ([*Speech.objects.values()], LogEntry.objects.count(), Tag.objects.count())


def test_a_file_that_grew_adds_what_is_new(file):
    rows = [a_row() for _ in range(3)]
    an_import(file, rows[:1])
    counts, _told = an_import(file, rows)
    assert (counts.made, counts.unchanged, Speech.objects.count()) == (2, 1, 3)


def test_a_changed_row_is_taken_over_and_addresses_stay(file):
    row = a_row(tags=["rain", "hills"])
    an_import(file, [row])
    before = Speech.objects.get()
    before.tags.add(a_tag("chosen"))
    new = row | {"title": "New title", "body": f"A new beginning.\n\n{BODY}", "tags": ["rain"]}
    counts, told = an_import(file, [new | {"speaker": "Bea Lund"}])
    assert (counts.updated, told) == (1, [])
    speech = Speech.objects.get()
    assert (speech.pk, speech.pid, speech.slug) == (before.pk, before.pid, before.slug)
    assert (speech.title, speech.author.display_name) == ("New title", "Bea Lund")
    pids = dict(speech.passages.values_list("body", "pid"))
    assert pids["Rain fell on the hills of home."] == "p1"
    assert set(speech.tagged.values_list("tag__name", flat=True)) == {"rain", "chosen"}
    assert finds("beginning") == 1
    counts, _told = an_import(file)
    assert counts.unchanged == 1


def test_what_an_editor_changed_since_is_never_overwritten(file):
    row = a_row()
    an_import(file, [row])
    speech = Speech.objects.get()
    editorial.unpublish(speech, by=a_user(is_superuser=True))
    counts, told = an_import(file, [row | {"title": "New"}])
    assert (counts.updated, counts.refused) == (0, 1)
    assert "was changed here since" in told[0].sentences[0]
    assert Speech.objects.get().title == row["title"]


def test_what_was_deleted_here_does_not_come_back(file):
    row = a_row()
    an_import(file, [row], publish=False)
    editorial.discard(Speech.objects.get())
    assert an_import(file)[0].unchanged == 1
    counts, told = an_import(file, [row | {"title": "New"}])
    assert (counts.refused, Speech.objects.count()) == (1, 0)
    assert "deleted here" in told[0].sentences[0]


def test_rows_that_are_wrong_are_reported_by_line_and_the_rest_is_imported(file):
    rows = [a_row(), "{", a_row(id="bad", kind="song"), "", a_row(rights="Nobody's"), a_row()]
    counts, told = an_import(file, rows)
    assert (counts.made, counts.refused) == (2, 3)
    assert [(refused.line, refused.is_note) for refused in told] == [(2, 0), (3, 0), (5, 0)]
    assert told[1].id == "bad"


def test_what_the_database_refuses_is_found_among_many(file):
    rows = [a_row() for _ in range(20)]
    rows[13] |= {"symbols": ["A/1"], "event": "Forum", "event_start": "2017"}
    # two events of one name and year: which of them is meant, nothing tells
    an_event("Forum", start="2017-01-01")
    an_event("Forum", start="2017-02-01")
    counts, told = an_import(file, rows)
    assert (counts.made, counts.refused) == (19, 1)
    assert told[0].line == 14
    assert "Several events" in told[0].sentences[0]


def test_an_id_names_one_row(file):
    row = a_row()
    counts, told = an_import(file, [row, row | {"title": "Other"}])
    assert (counts.made, counts.refused, told[0].line) == (1, 1, 2)
    assert an_import(file)[0].unchanged == 1


def test_drafts_are_the_default_and_what_lacks_something_stays_one(file):
    counts, told = an_import(file, [a_row()], publish=False)
    assert (Speech.objects.get().state, told) == ("draft", [])
    counts, told = an_import(file, [a_row(speaker=None)])
    assert (counts.made, counts.noted) == (1, 1)
    assert "says nobody who speaks" in told[0].sentences[0]
    assert not Speech.objects.published().exists()


def test_what_is_public_lacks_nothing_that_publication_needs(file):
    an_import(file, [a_row(), a_row(body="", rights="Quotation only"), a_row(body="")])
    rights(full=False)
    for speech in Speech.objects.published():
        assert editorial.missing(speech) == []


# -- records


def test_people_are_known_by_exactly_a_name_and_their_country(file):
    ada = a_speaker("Ada Osei", country="GH")
    ada.names.create(name="A. Osei")
    rows = [
        a_row(speaker_country="GH"),
        a_row(speaker="A. Osei"),
        a_row(speaker_country="KE"),
        a_row(speaker="ada osei"),
    ]
    an_import(file, rows)
    authors = [s.author.speaker for s in Speech.objects.order_by("pk")]
    assert [author == ada for author in authors] == [True, True, False, False]
    assert Speaker.objects.count() == 3


def test_of_two_of_the_same_name_none_is_guessed(file):
    a_speaker("Ada Osei", country="GH")
    a_speaker("Ada Osei", country="KE")
    an_import(file, [a_row(office="Minister", organization="Ghana")])
    author = Speech.objects.get().author
    assert (author.speaker, author.printed_as) == (None, "Ada Osei, Minister")


def test_a_capacity_is_the_tenure_that_holds_that_day(file):
    ada = a_speaker("Ada Osei")
    office = an_office("Minister", an_organization("Ghana"))
    was = a_tenure(ada, office, "2010", "2018")
    a_tenure(ada, office, "2020", "2022")
    fields = {"office": "Minister", "organization": "Ghana"}
    an_import(file, [a_row(**fields), a_row(date="2019", **fields), a_row(date="2019", **fields)])
    tenures = [s.author.tenure for s in Speech.objects.order_by("pk")]
    assert tenures[0] == was
    assert (tenures[1].basis, tenures[1].start) == ("attested", None)
    assert tenures[1] == tenures[2]


def test_events_organizations_and_tags_are_known_by_any_of_their_names(file):
    day = an_event("Day", kind="observance", series=a_series("World Day"), start="2017-09-12")
    forum = an_event("Forum", start="2017-09-12")
    forum.names.create(name="The Forum")
    body = an_organization("United Nations", abbreviation="UN")
    tag = a_tag("South-South cooperation")
    tag.labels.create(label="SSC")
    row = a_row(event="The Forum", occasion="World Day", publisher="UN", tags=["ssc"])
    an_import(file, [row])
    speech = Speech.objects.get()
    assert (speech.event, speech.occasion) == (forum, day)
    assert speech.tagged.get().tag == tag
    assert speech.texts.get().document.publisher == body
    assert (Event.objects.count(), Organization.objects.count()) == (2, 1)


def test_like_titles_get_addresses_of_their_own(file):
    an_import(file, [a_row(title="The same") for _ in range(5)])
    slugs = set(Speech.objects.values_list("slug", flat=True))
    assert len(slugs) == 5
    assert "the-same" in slugs


def test_nearly_the_same_words_are_pointed_out(file):
    words = " ".join(f"word{n} stands here" for n in range(60))
    counts, told = an_import(file, [a_row(body=words), a_row(), a_row(body=f"{words} today")])
    assert (counts.made, counts.noted) == (3, 1)
    assert (told[0].line, told[0].is_note) == (3, True)
    assert "nearly the same words" in told[0].sentences[0]


def test_a_batch_takes_the_same_number_of_queries_however_many_rows(
    file, django_assert_max_num_queries
):
    an_import(file, [a_row(tags=["rain"])])
    with django_assert_max_num_queries(45 + 60):
        # one look at its prints for each statement; all else for all of them together
        an_import(file, [a_row(tags=["rain"]) for _ in range(60)])
