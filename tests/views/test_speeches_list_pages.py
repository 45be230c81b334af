"""/speeches/: in which order statements stand, and on which page."""

import pytest

from tests.builders import a_speech, many_speeches
from tests.pages import read, titles

pytestmark = pytest.mark.django_db


def test_the_newest_stand_first_and_unknown_dates_last(client):
    a_speech("Of old", delivered="1998")
    a_speech("When, nobody knows", delivered="unknown")
    a_speech("Of late", delivered="12 September 2017")
    assert titles(client) == ["Of late", "Of old", "When, nobody knows"]


def test_statements_of_one_day_keep_one_order(client):
    for number in range(30):
        a_speech(f"No. {number}", delivered="2017")
    both = titles(client) + titles(client, "/speeches/?page=2")
    assert both == [f"No. {number}" for number in reversed(range(30))]


def test_a_page_holds_25_and_its_number_stands_in_the_address(client):
    many_speeches(60)
    page = read(client, "/speeches/")
    assert len(page.titles) == 25
    assert "?page=3" in page.links()
    assert len(titles(client, "/speeches/?page=3")) == 10
    assert read(client, "/speeches/?page=2").canonical.endswith("/speeches/?page=2")
