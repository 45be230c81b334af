"""One statement with all that its page shows, and the statements beside it."""

import pytest

from speeches.models import (
    MOST_BESIDE,
    Speech,
    Tag,
    TagLabel,
    names_of_frameworks,
    neighbours,
    passages_of,
    whole_speech,
)
from tests.builders import (
    a_document,
    a_note,
    a_series,
    a_speech,
    a_tag,
    a_tenure,
    a_text,
    an_event,
    an_evidence,
    an_organization,
    many_speeches,
)

pytestmark = pytest.mark.django_db


def test_there_is_none_of_a_slug_that_nobody_has():
    assert whole_speech("nowhere") is None


def test_all_that_the_page_shows_is_there_and_nothing_else_is_asked(django_assert_num_queries):
    paper = a_document(
        symbols=["A/1", "A/2"], addresses=["https://example.org/1"], publisher=an_organization()
    )
    event = an_event(series=a_series(), city="Quito", country="EC")
    speech = a_speech(
        document=paper, tenure=a_tenure(), tags=["b", "a"], event=event, occasion=an_event()
    )
    a_text(speech, "Solidarité.", language="fr", document=paper)
    an_evidence(speech, "title", "Solidarity", paper)
    with django_assert_num_queries(8):
        whole = whole_speech(speech.slug)
    with django_assert_num_queries(0):
        assert whole == speech
        assert whole.author.capacity
        assert whole.event.series == whole.series
        assert whole.occasion.series is None
        assert [row.tag.name for row in whole.taggings] == ["a", "b"]
        first, second = whole.all_texts
        assert first.speech is whole
        assert first.document.may_show_text
        assert first.document.publisher.name
        for text in (first, second):
            assert [str(row) for row in text.document.symbols.all()] == ["A/1", "A/2"]
            assert [str(row) for row in text.document.addresses.all()] == ["https://example.org/1"]
        (fact,) = whole.facts
        assert fact.words == "Solidarity"
        assert fact.document.may_show_text


def test_what_is_not_there_is_empty(django_assert_num_queries):
    slug = a_speech(body="").slug
    Speech.objects.get(slug=slug).texts.all().delete()
    Speech.objects.get(slug=slug).attributions.all().delete()
    whole = whole_speech(slug)
    with django_assert_num_queries(0):
        assert whole.all_texts == whole.taggings == whole.facts == whole.people == []
        assert whole.author is whole.preferred_text is whole.series is None


def test_evidence_without_a_document_has_none():
    speech = a_speech()
    fact = an_evidence(speech, "title", "Solidarity", a_document())
    type(fact).objects.create(
        speech=speech, fact="kind", value="Remarks", basis="editor", note="So it is."
    )
    papers = [row.document for row in whole_speech(speech.slug).facts]
    assert papers == [fact.document, None]


def test_passages_stand_in_their_order_with_their_notes(django_assert_num_queries):
    speech = a_speech()
    a_note(speech, note="Of the second.", pid="p2")
    a_note(speech, "Solidarity", pid="p1")
    text = speech.texts.get()
    with django_assert_num_queries(2):
        first, second = passages_of(text)
    with django_assert_num_queries(0):
        assert [note.exact for note in first.all_notes] == ["Solidarity"]
        assert [note.note for note in second.all_notes] == ["Of the second."]


def test_frameworks_are_known_by_all_their_names():
    paris = a_tag("Paris Agreement", kind=Tag.Kind.FRAMEWORK)
    TagLabel.objects.create(tag=paris, label="Accord de Paris", language="fr")
    a_tag("trade")
    page = paris.get_absolute_url()
    assert names_of_frameworks() == {"Paris Agreement": page, "Accord de Paris": page}


def titles(speeches):
    return [speech and speech.title for speech in speeches]


def test_beside_it_stands_what_was_said_at_its_event_or_marks_it_newest_first():
    event, other = an_event(), an_event()
    speech = a_speech("Itself", event=event)
    a_speech("Old", event=event, delivered="2001")
    a_speech("New", event=event, delivered="2019")
    a_speech("Marking", occasion=event, event=other, delivered="2010")
    a_speech("Both", occasion=event, event=event, delivered="2012")
    a_speech("Elsewhere", event=other)
    a_speech("Draft", event=event, published=False)
    near = neighbours(speech, event)
    assert titles(near.beside) == ["New", "Both", "Marking", "Old"]
    assert near.beside[0].get_absolute_url() == "/speeches/new/"
    assert near.earlier is near.later is None


def test_no_more_are_beside_it_than_are_needed():
    event = an_event()
    many = many_speeches(30, event=event)
    speech = a_speech(event=event)
    newest = sorted(Speech.objects.filter(pk__in=[s.pk for s in many]), key=lambda s: -s.sort_key)
    assert neighbours(speech, event).beside == newest[:MOST_BESIDE]


def test_the_nearest_of_the_series_at_whatever_event_of_it():
    series = a_series()
    events = [an_event(series=series, start=str(year)) for year in (2010, 2011, 2012)]
    days = [("A", 0, "2010"), ("B", 0, "March 2010"), ("C", 1, "2011"), ("E", 2, "2013")]
    for title, place, day in days:
        a_speech(title, event=events[place], delivered=day)
    a_speech("D, which marks it", occasion=events[0], delivered="2012")
    a_speech("Of no series", event=an_event(), delivered="June 2011")
    a_speech("Draft", event=events[1], delivered="July 2011", published=False)
    found = {}
    for speech in Speech.objects.published():
        near = neighbours(speech, speech.event or speech.occasion)
        found[speech.title[0]] = titles([near.earlier, near.later])
    assert found == {
        "A": [None, "B"],
        "B": ["A", "C"],
        "C": ["B", "D, which marks it"],
        "D": ["C", "E"],
        "E": ["D, which marks it", None],
        "O": [None, None],
    }


def test_one_that_belongs_to_nothing_asks_nothing(django_assert_num_queries):
    speech = a_speech()
    with django_assert_num_queries(0):
        assert neighbours(speech, None) == ([], None, None)


def test_its_neighbours_take_one_query(django_assert_num_queries):
    event = an_event(series=a_series())
    speech = Speech.objects.select_related("event__series").get(pk=a_speech(event=event).pk)
    with django_assert_num_queries(1):
        neighbours(speech, speech.event)
