"""
What is not public is nowhere: an archive with hidden statements answers strangers, at every
address that there is, exactly as the same archive without them. And a text whose rights forbid
showing it comes out in no more than short quotations.
"""

import datetime
import re
from itertools import islice
from urllib.parse import unquote

import pytest
from django.utils import timezone

from speeches.models import (
    Document,
    PastSlug,
    Permalinked,
    Rights,
    Speech,
)
from speeches.sitemaps import SECTIONS
from tests import addresses
from tests.builders import (
    a_document,
    a_note,
    a_rule,
    a_series,
    a_speaker,
    a_speech,
    a_tag,
    a_tenure,
    a_text,
    an_event,
    an_evidence,
    an_organization,
    place_passages,
)

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HIDDEN = {
    "draft": {"published": False},
    "former": {"state": "draft", "published_at": NOW - datetime.timedelta(days=9)},
    "scheduled": {"published_at": NOW + datetime.timedelta(days=9)},
    "embargoed": {"embargo_until": NOW + datetime.timedelta(days=9)},
}
"""The ways in which a statement is not public."""

# What an address may be asked besides: everything that narrows, turns or chooses.
QUERIES = (
    *("page=2", "kind=message", "status=as-prepared", "language=fr", "country=CU", "city=Havana"),
    *("year=2019", "from=2019&to=2019", "letter=M", "with=statements", "kind=transcript"),
    *("tag=met&tag=only-hidden", "speaker=speaker", "office=office", "series=series"),
    *("event=event", "q=secret", "q=Marguerite"),
)


def words(kind):
    """Words that stand in one hidden statement alone, by the place they stand in."""
    places = "title summary body slug past printed paper symbol outlet dateline value note basis"
    return {place: f"secret{kind}{place}" for place in [*places.split(), "annotation"]}


class Archive:
    """One public statement, with a neighbour of every sort that hidden ones share with it."""

    def __init__(self):
        self.series = a_series("Series", slug="series")
        a_rule(self.series, 12, 9, 2012)
        self.day = an_event("Day", "12 September 2017", "observance", series=self.series)
        self.event = an_event("Event", slug="event", part_of=self.day, city="Havana", country="CU")
        self.earlier = an_event("Day", "12 September 2019", "observance", series=self.series)
        self.tenure = a_tenure(a_speaker("Speaker", slug="speaker"))
        self.tenure.office.slug = "office"
        self.tenure.office.save()
        self.tags = [a_tag("met"), a_tag("only hidden")]
        self.shared = a_document("Shared paper", "First words.\n\nLast words.", symbols=["SG/SM/1"])
        self.public = a_speech(
            "Public",
            tenure=self.tenure,
            document=self.shared,
            body="First words.",
            event=self.event,
            occasion=self.day,
            tags=self.tags[:1],
        )
        place_passages(self.public.texts.get())
        an_evidence(self.public, "speaker", "First", self.shared)

    def hide(self, kind):
        """A statement that strangers may not see, beside the public one in everything."""
        word = words(kind)
        paper = a_document(
            word["paper"],
            f"{word['body']} has been said.\n\n{word['basis']}",
            slug=f"paper-{word['slug']}",
            symbols=[f"A/{kind.upper()}/1", f"A/{word['symbol']}"],
            addresses=[f"https://example.org/{word['paper']}"],
            publisher=an_organization(word["outlet"]),
            dateline=word["dateline"],
            kind="transcript",
            rights=Rights.objects.create(name=word["note"], allows_full_text=True),
        )
        speech = a_speech(
            word["title"],
            slug=word["past"],
            pid=pid_of(kind),
            summary=word["summary"],
            tenure=self.tenure,
            delivered="12 September 2019",
            document=paper,
            body=f"{word['body']} has been said.\n\nMarguerite.",
            event=self.event,
            occasion=self.earlier,
            tags=self.tags,
            kind="message",
            text={"status": "as-prepared"},
            **HIDDEN[kind],
        )
        speech.slug = word["slug"]
        speech.save()
        speech.attributions.create(role="spokesperson", printed_as=word["printed"], position=1)
        speech.attributions.create(role="addressee", speaker=self.tenure.speaker, position=2)
        an_evidence(speech, "title", word["basis"], paper, note=word["note"])
        an_evidence(speech, "place", "Last words", self.shared, basis="derived")
        a_note(speech, word["body"])
        a_note(speech, note=word["annotation"], pid="p2")
        if kind == "embargoed":
            return speech  # the paper would have to wait: see below
        text = a_text(speech, "Last words.", document=self.shared, language="fr", status="notes")
        place_passages(text)
        return speech


def pid_of(kind):
    return f"{kind:z<8}"[:8]


def values(hidden=HIDDEN):
    """Whatever can stand in an address, of public and hidden records, those to come included."""
    models = [model for model in Permalinked.__subclasses__() if has_page(model)]
    slugs = {slug for model in models for slug in model.objects.values_list("slug", flat=True)}
    slugs |= {*PastSlug.objects.values_list("slug", flat=True), "nothing"}
    pids = {*Speech.objects.values_list("pid", flat=True)}
    symbols = {"SG/SM/1"}
    for kind in hidden:
        word = words(kind)
        slugs |= {word["slug"], word["past"], f"paper-{word['slug']}"}
        pids.add(pid_of(kind))
        symbols |= {f"A/{word['symbol']}", f"A/{kind.upper()}/1"}
    return {
        "slug": sorted(slugs),
        "pid": sorted(pids),
        "passage": ["p1", "p2", "p9", "none"],
        "symbol": sorted(symbols),
        "section": sorted(SECTIONS),
        "year": [2017, *([2019] if hidden else [])],
        "month": ["09"],
        "day": ["12"],
        "facet": ["tag", "speaker"],
    }


def has_page(model):
    return hasattr(model, "get_absolute_url")


def everything(client, where):
    """What each address answers: status, headers and body, as a stranger gets them."""
    return {address: answer(client, address) for address in where}


def one_each(client):
    """Of every page that is no list an address at which something is."""
    for _, route in addresses.patterns():
        found = (a for a in addresses.filled(route, values()) if client.get(a).status_code < 400)
        yield from islice(found, 1 if "<" in route else 0)


def answer(client, address):
    response = client.get(address)
    assert response.status_code < 500, address
    assert not response.cookies, address
    assert response.status_code == 404 or "Cookie" not in response.get("Vary", ""), address
    headers = {name: value for name, value in response.headers.items() if name != "Expires"}
    return (response.status_code, headers, response.content)


def test_with_hidden_statements_every_address_answers_as_without_them(client):
    archive = Archive()
    where = addresses.every(values())
    lists = [route for _, route in addresses.patterns() if "<" not in route]
    where += [f"{address}?{query}" for address in lists for query in QUERIES]
    where += [f"{address}?page=2&language=fr" for address in one_each(client)]
    where += [f"{archive.public.get_absolute_url()}?document=paper-{words('draft')['slug']}"]
    without = everything(client, where)
    for kind in HIDDEN:
        archive.hide(kind)
    for address, before in without.items():
        assert answer(client, address) == before, address


def test_no_word_of_a_hidden_statement_comes_out_anywhere(client, staff_client):
    archive = Archive()
    shown = {kind: archive.hide(kind) for kind in HIDDEN}
    secret = {word for kind in HIDDEN for word in words(kind).values()}
    for address in addresses.every(values()):
        status, headers, body = everything(type(client)(), [address])[address]
        said = f"{headers} {body.decode()}".lower()
        asked = unquote(address)
        assert not [word for word in secret if word in said and word not in asked], address
        assert status != 200 or "secret" not in asked, address
    for kind, speech in shown.items():
        page = staff_client.get(speech.get_absolute_url()).text
        assert {word for word in words(kind).values() if word in page} >= {
            words(kind)[place] for place in ("title", "summary", "body", "value", "note")[:3]
        }
        assert words(kind)["annotation"] in page


@pytest.mark.parametrize("kind", HIDDEN)
def test_what_staff_see_before_others_is_kept_by_no_cache(staff_client, kind):
    speech = Archive().hide(kind)
    paper = speech.texts.first().document
    for address in (
        speech.get_absolute_url(),
        f"/speeches/{words(kind)['past']}/",
        f"/id/{speech.pid}",
        f"/id/{speech.pid}/p1",
        paper.get_absolute_url(),
        *([f"{paper.get_absolute_url()}received/"] if kind != "embargoed" else []),
    ):
        response = staff_client.get(address)
        assert response.status_code < 400, address
        assert "no-store" in response.get("Cache-Control", ""), address
        assert "private" in response.get("Cache-Control", ""), address


# -- texts that may only be quoted


def numbered(count, mark):
    """So many words, each of them once: where they come out is seen word by word."""
    return " ".join(f"{mark}{n}q" for n in range(count))


def found(mark, body):
    return {int(number) for number in re.findall(rf"{mark}(\d+)q", body)}


def longest_run(numbers):
    """How many of the numbers follow one another at most."""
    runs = [0]
    for number in sorted(numbers):
        runs.append(runs[-1] + 1 if number - 1 in numbers else 1)
    return max(runs)


def where_shown(client, queries=("",)):
    """What every address answers, feeds and downloads included."""
    for address in addresses.every(values(hidden=())):
        for query in queries:
            yield address, client.get(address + query).content.decode(errors="replace")


@pytest.mark.parametrize("allowed", ["no statement of rights", "quotations only"])
def test_a_long_text_that_may_only_be_quoted_comes_out_in_short_quotations(client, allowed):
    parts = [numbered(120, mark) for mark in ("aa", "bb", "cc", "dd", "ee")]
    paper = a_document("A paper", "\n\n".join(parts), full=False, symbols=["A/1/1"])
    if allowed == "no statement of rights":
        Document.objects.update(rights=None)
        paper.rights = None
    speech = a_speech("Withheld", document=paper, body="\n\n".join(parts), tags=["a tag"])
    place_passages(speech.texts.get())
    for fact in ("kind", "speaker", "delivered"):
        an_evidence(speech, fact, parts[4][:480], paper)
    for address, body in where_shown(client, ("", "?q=aa1q", "?document=a-paper")):
        assert not found("dd", body), address
        for mark in ("aa", "bb", "cc", "ee"):
            assert longest_run(found(mark, body)) <= 60, address
    assert longest_run(found("aa", client.get(speech.get_absolute_url()).text)) > 10


@pytest.mark.parametrize(("words", "paragraphs"), [(24, 1), (24, 3), (60, 2), (90, 3)])
def test_a_short_text_that_may_only_be_quoted_never_comes_out_whole(client, words, paragraphs):
    body = numbered(words, "aa")
    for place in range(1, paragraphs):
        body = body.replace(f" aa{words * place // paragraphs}q", f"\n\naa{words * place // 3}q")
    paper = a_document("A paper", body, full=False)
    speech = a_speech("Withheld", document=paper, body=body)
    whole = len(found("aa", body))
    for address, said in where_shown(client, ("", "?document=a-paper")):
        assert len(found("aa", said)) <= whole * 2 / 3, address
    assert found("aa", client.get(speech.get_absolute_url()).text)


def test_words_under_embargo_wait_also_on_papers_that_carry_what_is_public(client):
    paper = a_document("Both", "Said by the first.\n\nNot to be known before noon.")
    a_speech("First", document=paper, body="Said by the first.")
    assert "Not to be known" in client.get(paper.get_absolute_url()).text
    second = a_speech(
        "Second", document=paper, body="Not to be known before noon.", **HIDDEN["embargoed"]
    )
    for address, body in where_shown(client):
        assert "Not to be known" not in body, address
    assert client.get(f"{paper.get_absolute_url()}received/").status_code == 404
    second.embargo_until = NOW - datetime.timedelta(seconds=1)
    second.save()
    assert "Not to be known" in client.get(paper.get_absolute_url()).text
    assert client.get(f"{paper.get_absolute_url()}received/").status_code == 200
