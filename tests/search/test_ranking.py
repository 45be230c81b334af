"""Which of the statements found come first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speeches import search
from speeches.models import Speech
from speeches.search import ranking
from tests.builders import a_speech, a_tag

pytestmark = pytest.mark.django_db

FILLER = " ".join(f"filler{number}" for number in range(40))


def titles(typed):
    ranked = search.ranked(typed)
    return [speech.title for speech in ranked[:10]]


def test_words_that_stand_together_come_before_scattered_ones():
    scattered = f"Danger {FILLER} grave {FILLER} gathering danger grave, gathering {FILLER} grave."
    a_speech("Scattered", body=scattered, delivered="2020")
    a_speech("Together", body=f"{FILLER} A grave and gathering danger. {FILLER} {FILLER}")
    assert titles("grave and gathering danger") == ["Together"]
    a_speech("Scattered too", body=f"{scattered} And and.", delivered="2021")
    assert titles("grave and gathering danger") == ["Together", "Scattered too"]


def test_forms_of_words_that_stand_together_count_too():
    a_speech("Scattered", body=f"Hurricane hurricane {FILLER} poverty poverty {FILLER}.")
    a_speech("Together", body=f"{FILLER} A hurricane of poverty. {FILLER} {FILLER} {FILLER}")
    assert titles("hurricanes of poverty") == ["Together"]
    a_speech("Scattered too", body=f"Of poverty, poverty {FILLER} of hurricanes, hurricanes.")
    assert titles("hurricanes of poverty")[0] == "Together"


def test_of_many_alike_the_newer_comes_first():
    for year in (2001, 2003, 2002):
        a_speech(f"Rain {year}", body="Rain fell.", delivered=str(year))
    assert titles("rain") == ["Rain 2003", "Rain 2002", "Rain 2001"]
    assert titles("rain fell") == ["Rain 2003", "Rain 2002", "Rain 2001"]


def test_a_year_is_that_of_the_statement_or_a_number_in_it():
    a_speech("Of that year", body="Rain fell.", delivered="5 May 1984")
    a_speech("Tells of it", body="Rain fell in 1984.", delivered="1999")
    a_speech("Neither", body="Rain fell.", delivered="1999")
    assert set(titles("rain 1984")) == {"Of that year", "Tells of it"}
    assert titles('rain "1984"') == ["Tells of it"]
    assert titles("rain 1985") == []


def test_a_year_in_the_name_of_a_tag_is_no_other_label():
    tag = a_tag("2030 Agenda")
    tag.labels.create(label="Agenda 2030")
    a_speech("Tagged", tags=[tag])
    expression = search.prepared(search.parse("2030 agenda"))
    assert [label.words for label in expression.also] == ["Agenda 2030"]
    assert titles("2030 agenda") == ["Tagged"]


# -- of very many


@pytest.fixture
def few(monkeypatch):
    """Three are many, and of so common a word the newest four are looked at first."""
    monkeypatch.setattr(search.bounds, "MOST_COUNTED", 3)
    monkeypatch.setattr(ranking, "NEAR", 4)
    monkeypatch.setattr(ranking, "MOST_LOOKED_INTO", 2)


def rained(*years, **more):
    for year in years:
        a_speech(
            f"In {year}", body=f"{'Rain. ' * (year % 10)} {FILLER}", delivered=str(year), **more
        )


def ranked(typed):
    found = search.ranked(typed)
    return len(found), found.is_whole, titles(typed)


def test_of_more_than_are_counted_the_newest_are_ranked(few):
    rained(2001, 2002, 2003)
    assert ranked("rain") == (3, True, ["In 2003", "In 2002", "In 2001"])
    rained(1999)
    assert ranked("rain") == (3, False, ["In 2003", "In 2002", "In 2001"])
    rained(2009, 1998)
    assert ranked("rain") == (3, False, ["In 2009", "In 2003", "In 2002"])


def test_drafts_among_the_newest_hide_nothing(few):
    rained(2001, 2002)
    rained(2011, 2012, 2013, 2014, published=False)
    assert ranked("rain") == (2, True, ["In 2002", "In 2001"])
    rained(2003, 2004)
    assert ranked("rain") == (3, False, ["In 2004", "In 2003", "In 2002"])


def test_later_pages_go_on_where_the_first_ends(few, monkeypatch):
    monkeypatch.setattr(search.bounds, "MOST_COUNTED", 9)
    rained(*range(2001, 2008))
    found = search.ranked("rain")
    pages = [found[0:2], found[2:4], found[4:6], found[6:8]]
    assert [speech.title for page in pages for speech in page] == titles("rain")
    assert [speech.sort_key for page in pages for speech in page] == found.keys
    assert found[3].title == found[2:4][1].title
    assert found.years == (2001, 2007)


def test_nothing_found_is_an_empty_list():
    found = search.ranked("rain")
    assert (len(found), found.keys, found[0:25], found.years) == (0, [], [], None)


def test_rows_are_read_by_their_keys_and_still_only_public_ones():
    rained(2001, 2002)
    found = search.ranked("rain")
    with CaptureQueriesContext(connection) as captured:
        assert len(found[0:2]) == 2
    assert not any("MATCH" in query["sql"] or "@@" in query["sql"] for query in captured)
    Speech.objects.filter(title="In 2001").update(state="draft", published_at=None)
    assert [speech.title for speech in found[0:2]] == ["In 2002"]


def test_of_a_common_word_only_the_newest_entries_are_read(few):
    rained(*range(2001, 2009))
    expression = search.prepared(search.parse("rain"))
    near = search.index.engine().newest_hits(expression.nodes, 4)
    found = Speech.objects.filter(sort_key__in=near).order_by("sort_key")
    assert [speech.title for speech in found] == [f"In {year}" for year in range(2005, 2009)]


def test_what_is_found_is_ranked_by_one_query(few, django_assert_num_queries):
    rained(2001, 2002)
    expression = search.prepared(search.parse("rain"))
    with django_assert_num_queries(1):
        search.Ranked(search.found(Speech.objects.published(), expression), expression)
    rained(2003, 2004, 2005)
    with django_assert_num_queries(1):
        search.Ranked(search.found(Speech.objects.published(), expression), expression)


def test_words_are_found_in_the_index_of_words_never_entry_by_entry():
    rained(2001, 2002)
    with CaptureQueriesContext(connection) as captured:
        search.ranked("rain")
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {captured[-1]['sql']}".replace("%", "%%"))
        plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
    if connection.vendor == "sqlite":
        assert "SCAN search_words VIRTUAL TABLE" in plan
        assert "search_entry" not in plan
    else:
        assert "Function Scan on search_hits" in plan
        assert "words @@" not in plan
