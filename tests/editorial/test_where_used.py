"""What rests on a record is counted whole and named in part."""

import pytest

from speeches import editorial
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_record_that_nothing_uses():
    assert editorial.uses(builders.a_tag()) == []


def test_rows_are_told_by_what_they_belong_to():
    tag = builders.a_tag()
    speech = builders.a_speech(tags=[tag])
    (use,) = editorial.uses(tag)
    assert (str(use), use.examples) == ("1 speech (tag)", [speech])


def test_a_statement_counts_once_however_often_it_uses_the_record():
    document = builders.a_document()
    speech = builders.a_speech(document=document)
    for words in ("share", "learn"):
        builders.an_evidence(speech, "title", words, document)
    assert sorted(map(str, editorial.uses(document))) == [
        "1 speech (evidence)",
        "1 speech (source of a text)",
    ]


def test_what_belongs_to_a_record_is_not_a_use():
    document = builders.a_document(symbols=["UNIS/SGSM/368"])
    assert editorial.uses(document) == []
    assert list(map(str, editorial.owned(document))) == ["1 document symbol"]


def test_few_are_named_of_many():
    tag = builders.a_tag()
    for speech in builders.many_speeches(25):
        builders.tag(speech, tag)
    (use,) = editorial.uses(tag)
    assert (use.count, len(use.examples), use.others) == (25, 10, 15)
