"""/speeches/ with nonsense in the address: the rest is shown, and a sentence says what was not."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from speeches.filters import LABELS
from tests.builders import a_speaker, a_speech, many_speeches
from tests.pages import read

pytestmark = pytest.mark.django_db

NAMES = [*LABELS, "page"]
values = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.dates().map(str),
    st.sampled_from(["\0", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "٣", "%"]),
    st.sampled_from(["remarks", "as-delivered", "en", "KE", "'; DROP TABLE", "[..2017]", "_" * 90]),
)
queries = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=8)


@pytest.fixture
def archive():
    return many_speeches(4)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=queries)
@example(query=[("year", "9999")])
@example(query=[("year", "0000"), ("page", "0")])
@example(query=[("from", "9999-12-31"), ("to", "0001-01-01")])
@example(query=[("tag", f"t{n}") for n in range(200)])
@example(query=[("q", "a " * 5_000)])
def test_any_query_gets_a_list_and_a_feed(client, archive, query):
    for address in ("/speeches/", "/speeches/feed/"):
        assert client.get(address, query_params=query).status_code == 200


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("page=abc", "“abc” is not the number of a page"),
        ("page=99999", "There is no page “99999”"),
        ("year=9999999999", "“9999999999” is not a year."),
        ("year=twelve", "“twelve” is not a year."),
        ("tag=unknown", "There is no tag “unknown”."),
        ("speaker=nobody", "There is no speaker “nobody”."),
        ("office=none", "There is no office “none”."),
        ("series=none", "There is no series “none”."),
        ("event=none", "There is no event “none”."),
        ("kind=sermon", "“sermon” is not a kind of statement."),
        ("status=perfect", "“perfect” is not a kind of text."),
        ("language=xx", "“xx” is not the code of a language"),
        ("country=ZZ", "“ZZ” is not the code of a country."),
        ("from=31 February 2017", "“31 February 2017” is not understood as a date."),
        ("to=yesterday", "“yesterday” is not understood as a date."),
        ("from=2018&to=2012", "“From” (2018) lies after “to” (2012): both were left out."),
        ("city=Accra&city=Havana", "“city” was given more than once"),
        ("kind=sermon&kind=remarks", "“sermon” is not a kind of statement."),
        ("year=2012..x", "“2012..x” is not a year."),
        ("&".join(f"speaker=s{n}" for n in range(30)), "Only the first 20 values of “speaker”"),
        (f"q={'x' * 300}", "Only the first 200 characters were searched for."),
        ("&".join(f"tag=t{n}" for n in range(20)), "Only the first 8 tags count."),
    ],
)
def test_what_was_not_understood_is_said(client, query, sentence):
    a_speech("The one statement", kind="remarks")
    page = read(client, f"/speeches/?{quote(query, safe='=&')}")
    assert sentence in page.words("//*[contains(@class, 'notice')]")


def test_the_rest_of_the_address_still_counts(client):
    a_speech("On trade", tags=["trade"])
    a_speech("On aid", tags=["aid"])
    page = read(client, "/speeches/?tag=trade&tag=nonsense&year=never&page=-1")
    assert page.h1.startswith("1 statement about trade")


def test_markup_and_invisible_characters_are_repeated_as_harmless_text(client):
    response = client.get("/speeches/", query_params={"year": "<script>\0\u202e"})
    assert response.status_code == 200
    assert "<script>\0" not in response.text
    assert "&lt;script&gt;" in response.text


def test_a_hundred_kilobytes_are_cut_short_everywhere(client):
    for name in NAMES:
        response = client.get("/speeches/", query_params={name: "z" * 100_000})
        assert response.status_code == 200
        assert "z" * 300 not in response.text


def test_thousands_of_parameters_are_refused_kindly(client, settings):
    too_many = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1
    response = client.get("/speeches/?" + "&".join(f"a{n}=1" for n in range(too_many)))
    assert response.status_code == 400
    assert "We could not make sense of this address" in response.text


def test_thousands_of_values_of_one_parameter_cost_little_and_are_cut_short(client, queries_of):
    a_speech("The one statement", speaker=a_speaker("Ada"))
    for name in ("speaker", "kind", "year", "country"):
        address = "/speeches/?" + "&".join(f"{name}=v{n}" for n in range(5_000))
        assert queries_of(address) <= 10
        page = read(client, address)
        assert "Only the first 20 values" in page.main
        assert len(page.all("//*[contains(@class, 'notice')]//li")) <= 25
    same = "/speeches/?" + "&".join("speaker=ada" for _ in range(5_000))
    assert read(client, same).canonical.endswith("/speeches/?speaker=ada")
