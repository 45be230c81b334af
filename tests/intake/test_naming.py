"""Guesses for records made in place, and moments as papers print them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from speeches.dates import NotADate
from speeches.intake import moments, naming, offices


@pytest.mark.parametrize(
    ("printed", "name", "sorted_as"),
    [
        ("Rufus T. Firefly", "Rufus T. Firefly", "Firefly, Rufus T."),
        ("RUFUS FIREFLY", "Rufus Firefly", "Firefly, Rufus"),
        ("H.E. Ms. Ann BEE", "Ann BEE", "Bee, Ann"),
        ("BAN Ki-moon", "BAN Ki-moon", "Ban Ki-moon"),
        ("João da Silva", "João da Silva", "da Silva, João"),
        ("Pelé", "Pelé", "Pelé"),
        ("王小明", "王小明", "王小明"),
        ("", "", ""),
    ],
)
def test_a_name_and_how_lists_sort_it(printed, name, sorted_as):
    assert (naming.written(printed), naming.sort_name(printed)) == (name, sorted_as)


@pytest.mark.parametrize(
    ("printed", "post", "body"),
    [
        ("Minister of Planning, Freedonia", "Minister of Planning", "Freedonia"),
        ("Head of the Office for Wells", "Head", "Office for Wells"),
        ("Permanent Representative of Freedonia", "Permanent Representative", "Freedonia"),
        ("COUNSELLOR, MISSION OF FREEDONIA", "COUNSELLOR", "Mission of Freedonia"),
        ("Secretary-General", "Secretary-General", ""),
        ("Minister of Planning", "Minister of Planning", ""),
        ("Minister of the Environment", "Minister of the Environment", ""),
        ("Minister of Planning of Freedonia", "Minister of Planning", "Freedonia"),
        (
            "Permanent Representative of Freedonia to the United Nations",
            "Permanent Representative to the United Nations",
            "Freedonia",
        ),
    ],
)
def test_an_office_and_its_organization(printed, post, body):
    assert naming.office_parts(printed) == (post, body)


@pytest.mark.parametrize(
    "beside",
    [", however, also cautioned", ", too, spoke", ", who was there", " at the opening", " said"],
)
def test_an_office_ends_before_words_of_the_sentence(beside):
    text = f"the Minister of Wells{beside} that wells run dry"
    assert text[4 : offices.end_of(text, 12)] == "Minister of Wells"


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("an event marking the Day of Rivers, held at Lima", "Event marking the Day of Rivers", ""),
        ("the WORLD CONFERENCE ON WELLS", "World Conference on Wells", "conference"),
        ("Symposium on Wells", "Symposium on Wells", "symposium"),
        ("a press briefing in Lima", "Press briefing in Lima", "press-conference"),
        ("la table ronde sur l’eau", "Table ronde sur l’eau", "panel"),
        ("World Day of Wells", "World Day of Wells", "observance"),
    ],
)
def test_an_event_and_its_kind(phrase, name, kind):
    assert (naming.event_name(phrase), naming.event_kind(phrase)) == (name, kind or "meeting")


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("UN Headquarters in New York", ("UN Headquarters", "New York", "")),
        ("Buenos Aires, Argentina", ("", "Buenos Aires", "Argentina")),
        ("GENEVA", ("", "Geneva", "")),
        ("Lower Well Street", ("Lower Well Street", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_place_as_venue_city_and_country(printed, parts):
    assert naming.place_parts(printed) == parts


NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("8 May 2031, 10:00 New York", datetime(2031, 5, 8, 10, tzinfo=NEW_YORK)),
        ("EMBARGOED UNTIL May 8, 2031 at 3 p.m. EST", datetime(2031, 5, 8, 15, tzinfo=NEW_YORK)),
        ("not before 1700 HOURS GMT ON 8 MAY 2031", datetime(2031, 5, 8, 17, tzinfo=UTC)),
        ("8 mai 2031 à 10 heures", datetime(2031, 5, 8, 10, tzinfo=UTC)),
        ("8 May 2031, noon GMT", datetime(2031, 5, 8, 12, tzinfo=UTC)),
        ("12:15 a.m. on 8 May 2031", datetime(2031, 5, 8, 0, 15, tzinfo=UTC)),
        ("8 May 2031", datetime(2031, 5, 8, tzinfo=UTC)),
        ("2031-05-08", datetime(2031, 5, 8, tzinfo=UTC)),
    ],
)
def test_a_moment_as_papers_and_editors_write_it(typed, moment):
    assert moments.read_moment(typed) == moment


@pytest.mark.parametrize("typed", ["", "soon", "May 2031", "2031", "31 February 2031, 10:00"])
def test_words_that_name_no_moment_are_refused(typed):
    with pytest.raises(NotADate):
        moments.read_moment(typed)
