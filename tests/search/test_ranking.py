"""Which of the statements found come first."""

import pytest

from speeches import search
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
