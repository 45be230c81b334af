"""Addresses are readable, in Latin letters, unique, and never break."""

import pytest

from speeches.models import PastSlug, Speaker, Speech

pytestmark = pytest.mark.django_db


def speech(title, **fields):
    return Speech.objects.create(title=title, **fields)


def test_a_title_becomes_a_readable_slug():
    assert speech("Message on the Day, 2012").slug == "message-on-the-day-2012"


@pytest.mark.parametrize(
    "title", ["联合国南南合作日致辞", "رسالة بمناسبة اليوم", "Послание по случаю Дня"]
)
def test_any_script_gives_latin_letters(title):
    slug = speech(title).slug
    assert slug.isascii()
    assert slug.replace("-", "").isalnum()


def test_a_title_without_letters_still_gets_an_address():
    assert speech("***").slug


def test_a_title_that_is_only_a_year_does_not_take_the_address_of_the_year():
    assert speech("2017").slug != "2017"


def test_the_same_title_twice_gives_two_addresses():
    assert speech("Remarks").slug != speech("Remarks").slug


def test_a_changed_slug_leads_on_from_the_old_one():
    record = speech("Remarks", slug="first")
    record.slug = "second"
    record.save()
    assert Speech.at("first") == record
    assert Speech.at("second") == record


def test_every_earlier_slug_leads_on():
    record = speech("Remarks", slug="one")
    for slug in ("two", "three"):
        record.slug = slug
        record.save()
    assert [Speech.at(slug) for slug in ("one", "two", "three")] == [record] * 3


def test_a_slug_taken_back_is_no_longer_past():
    record = speech("Remarks", slug="one")
    for slug in ("two", "one"):
        record.slug = slug
        record.save()
    assert list(PastSlug.objects.values_list("slug", flat=True)) == ["two"]


def test_a_past_slug_is_not_given_to_another_record():
    record = speech("Remarks")
    record.slug = "moved"
    record.save()
    assert speech("Remarks").slug != "remarks"
    assert Speech.at("remarks") == record


def test_a_past_slug_can_not_be_taken_by_hand():
    record = speech("Remarks")
    record.slug = "moved"
    record.save()
    other = Speech(title="Other", slug="remarks")
    with pytest.raises(Exception, match="already led to another"):
        other.full_clean()


def test_kinds_of_records_have_slugs_of_their_own():
    person = Speaker.objects.create(name="Remarks")
    assert person.slug == speech("Remarks").slug
