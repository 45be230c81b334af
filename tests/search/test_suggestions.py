"""What is suggested while somebody types: by any of its names, from any of their words on."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speeches.models import (
    Attribution,
    Event,
    EventName,
    EventSeries,
    SeriesName,
    Speaker,
    SpeakerName,
    Speech,
    Tag,
    TaggedSpeech,
    TagLabel,
)
from speeches.search import suggestions
from tests.builders import a_series, a_speaker, a_speech, a_tag, an_event, many_speeches
from tests.plans import make_certain

pytestmark = pytest.mark.django_db


def suggested(typed, **how):
    return [(one.kind, one.label) for one in suggestions.called_like(typed, **how)]


def marked(typed):
    (one,) = suggestions.called_like(typed)
    return "".join(f"[{piece}]" if is_typed else piece for piece, is_typed in one.parts)


@pytest.fixture
def archive():
    ban = a_speaker("Ban Ki-moon")
    SpeakerName.objects.create(speaker=ban, name="Пан Ги Мун")
    tag = a_tag("Triangular cooperation")
    TagLabel.objects.create(tag=tag, label="Coopération triangulaire", language="fr")
    TagLabel.objects.create(tag=tag, label="三方合作", language="zh")
    TagLabel.objects.create(tag=tag, label="التَّعاون الثلاثي", language="ar")
    day = an_event("Forum of Havana", start="2012", series=a_series("Forums"))
    EventName.objects.create(event=day, name="Foro de La Habana")
    SeriesName.objects.create(series=day.series, name="Foros")
    a_speech("Message to weavers", speaker=ban, tags=[tag], delivered="2012", event=day)


BAN, TAG = ("speaker", "Ban Ki-moon"), ("tag", "Triangular cooperation")
EVENT, SERIES = ("event", "Forum of Havana 2012"), ("series", "Forums")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ban", [BAN]),
        ("BAN  ki", [BAN]),
        ("ki‑mo", [BAN]),
        ("moon ban", [BAN]),
        ("moon bank", []),
        ("пан", [("speaker", "Пан Ги Мун")]),
        ("trian", [TAG]),
        ("co-op", [TAG]),
        ("cooperation tri", [("tag", "Coopération triangulaire")]),
        ("coopé", [TAG]),
        ("三", [("tag", "三方合作")]),
        ("合作", [("tag", "三方合作")]),
        ("作合", []),
        ("التعاون", [("tag", "التَّعاون الثلاثي")]),
        ("forum", [EVENT, SERIES]),
        ("havana", [EVENT]),
        ("habana", [("event", "Foro de La Habana")]),
        ("weav", [("title", "Message to weavers")]),
        ("to", []),
        ("message to w", [("title", "Message to weavers")]),
        ("m", []),
        ("", []),
        ("%", []),
        ("___", []),
    ],
)
def test_a_beginning_suggests(archive, typed, expected):
    assert suggested(typed) == expected


def test_another_name_says_whose_it_is(archive):
    (one,) = suggestions.called_like("foro de")
    assert (one.label, one.also) == ("Foro de La Habana", "Forum of Havana 2012")
    assert one.url == Event.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ki-m", "Ban [Ki-m]oon"),
        ("cooperation tri", "[Coopération tri]angulaire"),
        ("合作", "三方[合作]"),
        ("التعا", "[التَّعا]ون الثلاثي"),
        ("mo ban", "[Ban] Ki-[mo]on"),
        ("MESSAGE TO weav", "[Message to weav]ers"),
    ],
)
def test_what_was_typed_is_marked(archive, typed, expected):
    assert marked(typed) == expected


def test_an_old_spelling_is_marked_as_far_as_it_was_typed():
    a_speech("On Co-operation")
    assert marked("coop") == "On [Co-op]eration"


def test_each_kind_gets_its_share_of_eight():
    for number in range(20):
        a_speech(f"Rain {number:02}", delivered=str(1990 + number), tags=[f"Rain tag {number:02}"])
    a_speech("Other", speaker=a_speaker("Rain Maker"))
    found = suggestions.called_like("rain")
    assert [one.kind for one in found] == ["speaker", *["tag"] * 4, *["title"] * 3]
    assert [one.label for one in found[-3:]] == ["Rain 19", "Rain 18", "Rain 17"]
    assert suggested("rain", kinds=["speaker"]) == [("speaker", "Rain Maker")]


def test_the_own_and_the_whole_name_come_first():
    for name in ("Trade winds", "Fair trade", "Trade"):
        a_speech(name, tags=[name])
    TagLabel.objects.create(tag=Tag.objects.get(name="Fair trade"), label="Trade, fair")
    assert [label for _, label in suggested("trade", kinds=["tag"])] == [
        "Trade",
        "Trade winds",
        "Fair trade",
    ]


# -- what is not public


HIDDEN = {
    "a draft": {"published": False},
    "scheduled": {"published_at": "2999-01-01T00:00Z"},
    "under embargo": {"embargo_until": "2999-01-01T00:00Z"},
}


@pytest.mark.parametrize("how", HIDDEN)
def test_names_that_only_hidden_statements_bear_are_not_told(how):
    event = an_event("Walnut day", series=a_series("Walnuts"))
    speaker, tags = a_speaker("Walnut Baker"), ["Walnut trade"]
    speech = a_speech(
        "On walnuts", speaker=speaker, tags=tags, event=event, occasion=event, **HIDDEN[how]
    )
    assert suggested("walnut") == []
    Speech.objects.filter(pk=speech.pk).update(
        state="published", published_at=speech.created_at, embargo_until=None
    )
    assert [kind for kind, _ in suggested("walnut")] == list(suggestions.KINDS)
    Speech.objects.filter(pk=speech.pk).update(state="draft", published_at=None)
    assert suggested("walnut") == []


# -- the table follows


CHANGES = {
    "speaker": lambda s: Speaker.objects.update(name="Old walnut"),
    "another name": lambda s: SpeakerName.objects.bulk_create(
        [SpeakerName(speaker=Speaker.objects.get(), name="Walnut")]
    ),
    "tag": lambda s: Tag.objects.update(name="Walnut"),
    "label": lambda s: TagLabel.objects.filter(language="fr").update(label="Walnut"),
    "event": lambda s: Event.objects.update(name="Walnut"),
    "series": lambda s: EventSeries.objects.update(name="Walnut"),
    "title": lambda s: Speech.objects.update(title="Walnut"),
    "who spoke": lambda s: Attribution.objects.update(speaker=a_speaker("Walnut")),
    "what of": lambda s: TaggedSpeech.objects.create(tag=a_tag("Walnut"), content_object=s),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_suggested_at_once(archive, change):
    CHANGES[change](Speech.objects.get())
    assert len(suggested("walnut")) == 1
    call_command("search", "check", verbosity=0)


def test_what_went_is_not_suggested(archive):
    Speaker.objects.update(name="Somebody")
    SpeakerName.objects.all().delete()
    TagLabel.objects.all().delete()
    for typed in ("ban", "пан", "三方"):
        assert suggested(typed) == []
    Speech.objects.all().delete()
    assert suggested("message") == []
    call_command("search", "check", verbosity=0)


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_beginning WHERE kind = 'ti'",
        "DELETE FROM search_beginning WHERE kind = 'tg'",
        "INSERT INTO search_beginning (kind, inside, key, record, named)"
        " SELECT 'sp', TRUE, 'nonsense', id, 0 FROM speeches_speaker",
    ],
)
def test_harm_is_noticed_and_mended(archive, harm):
    with connection.cursor() as cursor:
        cursor.execute(harm)
    with pytest.raises(CommandError, match="search rebuild"):
        call_command("search", "check", verbosity=0)
    call_command("search", "rebuild", "--anew", verbosity=0)
    call_command("search", "check", verbosity=0)
    assert suggested("nonsense") == []
    assert len(suggested("trian")) == len(suggested("weav")) == 1


def test_few_rows_are_read_whatever_is_typed(archive, django_assert_num_queries):
    with django_assert_num_queries(1):
        suggested("for")
    with django_assert_num_queries(2):
        suggested("nothing here")


# -- what is read where many names are of what is not public yet


def rows_read(typed):
    """How many beginnings PostgreSQL reads; of SQLite's machine, how many times ten steps."""
    if connection.vendor == "sqlite":
        steps = []
        connection.connection.set_progress_handler(lambda: steps.append(1), 10)
        suggestions.called_like(typed)
        connection.connection.set_progress_handler(None, 0)
        return len(steps)
    with CaptureQueriesContext(connection) as captured:
        suggestions.called_like(typed)
    make_certain(captured[0]["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {captured[0]['sql']}".replace("%", "%%"))
        return sum(beginnings_in(cursor.fetchone()[0][0]["Plan"]))


def beginnings_in(plan):
    if plan.get("Relation Name") == "search_beginning" and plan["Node Type"] != "Bitmap Index Scan":
        yield plan["Actual Rows"] * plan["Actual Loops"]
    for part in plan.get("Plans", ()):
        yield from beginnings_in(part)


LATER = "2999-01-01T00:00Z"


def test_of_many_under_embargo_only_some_are_looked_at(monkeypatch):
    monkeypatch.setattr(suggestions, "LOOKED_AT", 10)
    many_speeches(20, embargo_until=LATER)
    few = rows_read("statement")
    many_speeches(200, embargo_until=LATER)
    assert rows_read("statement") <= 1.1 * few


def test_enough_found_the_rest_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(suggestions, "READ", 5)
    many_speeches(20)
    few = rows_read("statement")
    many_speeches(200)
    assert rows_read("statement") <= 1.1 * few


def test_what_stands_behind_many_under_embargo_is_suggested_when_more_is_typed(monkeypatch):
    monkeypatch.setattr(suggestions, "LOOKED_AT", 3)
    for number in range(4):
        a_speech(f"Rain {number}", embargo_until=LATER)
    a_speech("Rain of stars")
    assert suggested("rain") == []
    assert suggested("rain o") == [("title", "Rain of stars")]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=150) | st.text(alphabet="banki -_%\\'\"\0é́", max_size=20))
def test_anything_can_be_typed(archive, text):
    for one in suggestions.called_like(text):
        assert "".join(piece for piece, _ in one.parts) == one.label
