"""One event with all that its page shows but statements."""

import pytest

from speeches.models import (
    Event,
    EventName,
    EventOrganizer,
    nearest_in_series,
    parts_of,
    whole_event,
)
from tests.builders import a_series, an_event, an_organization

pytestmark = pytest.mark.django_db


def test_there_is_none_of_a_slug_that_nobody_has():
    assert whole_event("nowhere") is None


def test_it_knows_what_it_belongs_to_its_names_and_its_organizers(django_assert_num_queries):
    day = an_event("The day", series=a_series("The series"))
    panel = an_event("The panel", part_of=day, series=day.series)
    for name in ("Table ronde", "Mesa"):
        EventName.objects.create(event=panel, name=name)
    for role in ("host", "organizer"):
        body = an_organization(f"The {role}")
        EventOrganizer.objects.create(event=panel, organization=body, role=role)
    with django_assert_num_queries(3):
        whole = whole_event(panel.slug)
    with django_assert_num_queries(0):
        assert whole == panel
        assert (whole.series.name, str(whole.part_of)) == ("The series", str(day))
        assert [str(name) for name in whole.names.all()] == ["Mesa", "Table ronde"]
        named = [row.organization.name for row in whole.organizers.all()]
        assert named == ["The host", "The organizer"]


def test_its_parts_come_in_the_order_of_time():
    day = an_event("The day")
    late = an_event("Late", start="14 September 2017", part_of=day)
    early = an_event("Early", start="13 September 2017", part_of=day)
    an_event("Elsewhere")
    assert parts_of(day) == [early, late]


def test_beside_it_stand_the_nearest_of_its_kind_in_its_series(django_assert_num_queries):
    series = a_series()
    years = {year: an_event(series=series, start=str(year)) for year in (2009, 2011, 2013, 2016)}
    an_event(series=series, start="2012", kind="panel")
    an_event(series=series, start="2014", part_of=years[2013])
    an_event(start="2012")
    with django_assert_num_queries(1):
        assert nearest_in_series(years[2013]) == (years[2011], years[2016])
    assert nearest_in_series(years[2009]) == (None, years[2011])
    assert nearest_in_series(years[2016]) == (years[2013], None)


def test_one_of_no_series_or_year_has_none_beside_it(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert nearest_in_series(Event(name="Alone", kind="meeting", year=2012)) == (None, None)
