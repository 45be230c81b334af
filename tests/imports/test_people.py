"""Which person a row means."""

import pytest

from speeches.models import Speaker, Speech
from tests.imports.rows import a_row, an_import

pytestmark = pytest.mark.django_db

PEOPLE = ({}, {"speaker_country": "US"}, {"speaker_country": "GB"})


def test_a_person_without_country_is_not_taken_for_those_who_have_one(tmp_path):
    rows = [a_row(speaker="John Smith", **country) for country in PEOPLE]
    an_import(tmp_path / "some.jsonl", rows)
    authors = [speech.author for speech in Speech.objects.order_by("pk")]
    assert [author.display_name for author in authors] == ["John Smith"] * 3
    assert authors[0].speaker is not None
    assert [author.speaker for author in authors[1:]] == [None, None]


def test_a_state_is_the_same_with_and_without_its_code(tmp_path):
    fields = {"speaker": "Ghana", "speaker_kind": "body"}
    rows = [a_row(**fields), a_row(speaker_country="GH", **fields)]
    an_import(tmp_path / "some.jsonl", rows)
    ghana = Speaker.objects.get()
    assert {speech.author.speaker for speech in Speech.objects.all()} == {ghana}
