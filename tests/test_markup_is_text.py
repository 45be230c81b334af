"""Markup and script in any text field of any record come out as text, at every address."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.apps import apps
from django.db import models
from lxml import html

from speeches.models import Permalinked, Speech
from speeches.sitemaps import SECTIONS
from tests import addresses
from tests.builders import (
    a_document,
    a_rule,
    a_series,
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

EVIL = "</script><x-evil onevil=1>\"'><x-evil>]]>&lt;\x0b\u202e"
MEANT_FOR_MACHINES = {"slug", "pid", "sha256", "key", "code"}


def spoil(model):
    """Put the markup into every text field of every row, whatever a form would have said."""
    fields = [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not (field.choices or field.name in MEANT_FOR_MACHINES)
    ]
    for row in model.objects.all():
        spoilt = {}
        for field in fields:
            value = f"{row.pk}{EVIL}" if field.unique or field.name == "value" else EVIL
            spoilt[field.name] = value[: field.max_length]
        model.objects.filter(pk=row.pk).update(**spoilt)


@pytest.fixture
def spoilt():
    """One of everything, joined to everything, its words spoilt; what stands in addresses."""
    paper = a_document(
        "Paper",
        "First words.\n\nLast “quoted and long enough to be the words of a list” words.",
        symbols=["A/1/1"],
        addresses=["https://example.org/"],
        publisher=an_organization(),
    )
    withheld = a_document("Withheld", "Held words.", full=False)
    series = a_series()
    series.names.create(name="Other")
    a_rule(series, 9, 12, 2012)
    day = an_event("Day", "12 September 2017", "observance", series=series)
    event = an_event("Event", part_of=day, series=series, city="Havana", country="CU")
    event.names.create(name="Other")
    event.organizers.create(organization=an_organization())
    tenure = a_tenure()
    tenure.speaker.names.create(name="Other")
    broader = a_tag("broad", kind="framework")
    tag = a_tag("narrow", broader=broader)
    tag.labels.create(label="Other")
    for number in range(2):
        speech = a_speech(
            tenure=tenure, event=event, occasion=day, document=paper, tags=[tag, broader],
            body="First words.", text={"status": "reported"}, summary="Summary",
        )  # fmt: skip
        place_passages(speech.texts.get())
        an_evidence(speech, "speaker", "First", paper, note="Note")
        an_evidence(speech, "place", "Held", withheld, note="Note")
        a_text(speech, "Held words.", document=withheld, language="fr")
        speech.attributions.create(role="spokesperson", printed_as="Printed", position=1)
        speech.slug = f"statement-{number}"
        speech.save()
    for model in apps.get_app_config("speeches").get_models():
        spoil(model)
    nouns = [model for model in Permalinked.__subclasses__() if hasattr(model, "get_absolute_url")]
    return {
        "slug": [*{row.slug for noun in nouns for row in noun.objects.all()}, "nothing"],
        "pid": [*Speech.objects.values_list("pid", flat=True)],
        "passage": ["p1", "p99"],
        "symbol": ["A/1/1", EVIL.replace("\x0b", "")],
        "section": [*SECTIONS],
        "year": [2017],
        "month": ["09"],
        "day": ["12"],
        "facet": ["tag", "speaker"],
    }


def test_markup_in_any_field_is_text_wherever_it_comes_out(client, spoilt):
    shown = 0
    for address in addresses.every(spoilt):
        for query in ({}, {"q": EVIL, "tag": EVIL, "year": EVIL, "page": EVIL, "letter": EVIL}):
            response = client.get(address, query_params=query)
            assert "evil" not in str(response.headers.get("Content-Disposition", "")), address
            kind = response.headers.get("Content-Type", "")
            if "xml" in kind:
                tree = ET.fromstring(response.content)  # noqa: S314 - our own
                assert not [node for node in tree.iter() if "evil" in node.tag], address
            elif kind.startswith("text/html") and response.content:
                tree = html.fromstring(response.content)
                assert not tree.xpath("//x-evil | //@onevil"), address
                for script in tree.xpath("//script[not(@src)]"):
                    assert json.loads(script.text), address
                shown += response.text.count("&lt;x-evil")
    assert shown > 100


def test_a_page_of_spoilt_words_shows_them_as_they_were_typed(client, spoilt):
    page = html.fromstring(client.get("/speeches/statement-0/").content)
    assert "<x-evil onevil=1>\"'><x-evil>" in page.xpath("string(//h1)")
