"""Whatever stands in the address of an index or a page of one record: a page comes, never a 500."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_tenure, many_speeches

pytestmark = pytest.mark.django_db

NAMES = ("page", "letter", "kind", "year", "series", "tag", "q", "")
values = st.one_of(
    st.text(max_size=30),
    st.integers().map(str),
    st.sampled_from(("\0", "é", "A", "9" * 5000, "-1", "1_0", "%00", "topic", "news-story", "٣")),
)
queries = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=6)


@pytest.fixture
def addresses():
    speech = many_speeches(3)[0]
    tenure = a_tenure()
    document = speech.texts.get().document
    return [
        "/tags/",
        "/speakers/",
        "/events/",
        "/places/",
        "/documents/",
        speech.tagged.first().tag.get_absolute_url(),
        tenure.speaker.get_absolute_url(),
        tenure.office.get_absolute_url(),
        speech.event.get_absolute_url(),
        speech.event.series.get_absolute_url(),
        document.get_absolute_url(),
    ]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=queries)
def test_any_query_gets_a_page(client, addresses, query):
    for address in addresses:
        response = client.get(address, query_params=query)
        assert response.status_code == 200, address


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/tags/?page=abc", "“abc” is not the number of a page"),
        ("/tags/?page=99999", "There is no page “99999”"),
        ("/tags/?page=-1", "There is no page “-1”"),
        ("/tags/?kind=nonsense", "There is no kind of tag called “nonsense”."),
        ("/tags/?letter=ZZ", "No tag begins with “ZZ”."),
        ("/speakers/?letter=%00", "No speaker’s name begins with"),
        ("/documents/?kind=x", "There is no kind of document called “x”."),
        ("/events/?year=9999999999", "“9999999999” is not a year."),
    ],
)
def test_what_was_not_understood_is_said(client, addresses, address, sentence):
    assert sentence in client.get(address).text


def test_a_very_long_query_gets_a_page_and_a_short_sentence(client, addresses):
    for address in addresses:
        response = client.get(address, query_params={"page": "x" * 100_000, "kind": "y" * 100_000})
        assert response.status_code == 200
        assert "x" * 100 not in response.text


def test_a_wrong_page_number_shows_the_nearest_page(client, addresses):
    entries = client.get("/tags/").text.count("entry__name")
    assert client.get("/tags/?page=99999").text.count("entry__name") == entries


def test_repeated_parameters_are_read_once(client, addresses):
    assert client.get("/tags/?kind=topic&kind=framework&page=1&page=2").status_code == 200


@pytest.mark.parametrize("noun", ["tags", "speakers", "offices", "events", "series", "documents"])
@pytest.mark.parametrize("slug", ["none", "-", "_", "1", "a" * 3000])
def test_an_unknown_record_is_not_found(client, noun, slug):
    assert client.get(f"/{noun}/{slug}/").status_code == 404
