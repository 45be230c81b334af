"""What a list of statements brings along: all that its rows show, and no more queries for it."""

import pytest
from django.template.loader import render_to_string

from speeches.feeds import Lately
from speeches.models import Event, Speech
from tests.builders import (
    a_document,
    a_series,
    a_speech,
    a_tenure,
    a_text,
    an_event,
    an_organization,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def statements():
    event = an_event("Day", series=a_series(), year=2017, city="Quito", country="EC")
    panel = an_event("Panel", part_of=event)
    tags = ["a", "b", "c", "d", "e", "f"]
    full = a_speech("Full", tenure=a_tenure(), event=event, occasion=panel, tags=tags)
    a_text(full, "Solidarité.", language="fr", status="as-issued")
    a_speech("At a panel", event=panel, printed_as="H.E. Somebody", kind="message")
    a_speech("Marking it", occasion=event, delivered="about 2012")
    a_speech("Known", body="", document=a_document(publisher=an_organization(), held=False))
    a_speech("Bare").attributions.all().delete()
    return [*Speech.objects.for_lists()]


def test_they_come_in_four_queries(statements, django_assert_num_queries):
    with django_assert_num_queries(4):
        again = [*Speech.objects.for_lists()]
    assert again == statements


def test_a_row_asks_nothing_more(statements, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string("parts/rows.html", {"speeches": statements})
    assert page.count('<article class="row">') == len(statements)
    for words in ("Quito, Ecuador", "and 2 more", "Day 2017", "Text known, not held"):
        assert words in page


def test_nor_does_a_row_of_the_page_of_an_event(statements, django_assert_num_queries):
    event = Event.objects.get(name="Day")
    statements = [*Speech.objects.with_people_and_texts()]
    with django_assert_num_queries(0):
        page = render_to_string("events/_statements.html", {"speeches": statements, "event": event})
    assert "French: as issued, full text" in page


def test_nor_does_an_entry_of_a_feed(statements, django_assert_num_queries):
    feed = Lately()
    with django_assert_num_queries(0):
        for speech in statements:
            assert feed.item_description(speech)
            feed.item_categories(speech), feed.item_author_name(speech)
            assert feed.item_pubdate(speech) <= feed.item_updateddate(speech)


def test_nor_do_the_rights_in_its_words(statements, django_assert_num_queries):
    with django_assert_num_queries(0):
        allowed = [s.title for s in statements if s.preferred_text.may_be_shown]
    assert sorted(allowed) == sorted(s.title for s in statements)


def test_one_that_came_alone_knows_the_same(statements):
    for speech in statements:
        alone = Speech.objects.get(pk=speech.pk)
        assert alone.people == speech.people
        assert alone.all_texts == speech.all_texts
        assert alone.taggings == speech.taggings
        assert (alone.author, alone.preferred_text) == (speech.author, speech.preferred_text)
