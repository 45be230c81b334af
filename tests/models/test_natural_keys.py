"""The names by which fixtures know records: they lead back to the record, in any database."""

import pytest
from django.apps import apps
from django.core import serializers

from speeches.models import EventName, Speech, Tenure
from tests.builders import a_tenure, an_event

pytestmark = pytest.mark.django_db

NAMED = [
    model for model in apps.get_app_config("speeches").get_models() if hasattr(model, "NATURAL_KEY")
]


def test_every_record_of_the_archive_is_found_by_its_name(archive):
    found = [model for model in NAMED if model.objects.exists()]
    assert {Tenure, EventName} < set(found)
    for record in (record for model in found for record in model.objects.all()):
        assert type(record).objects.get_by_natural_key(*record.natural_key()) == record


def test_a_partial_date_in_a_name_is_written_so_that_it_can_be_read_again():
    tenure = a_tenure(start="before 12 September 2017")
    assert tenure.natural_key()[-1] == "[..2017-09-11]"
    assert Tenure.objects.get_by_natural_key(*tenure.natural_key()) == tenure


def test_what_a_record_belongs_to_is_loaded_before_it():
    order = serializers.sort_dependencies([(apps.get_app_config("speeches"), None)])
    for model in NAMED:
        owners = {field.related_model for field in model._meta.fields if field.is_relation}
        above = owners & set(order) - {model}
        assert all(order.index(owner) < order.index(model) for owner in above)
    assert order.index(apps.get_model("speeches", "Event")) < order.index(Speech)


def test_a_name_with_too_few_values_is_refused():
    name = an_event().names.create(name="The Panel")
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        EventName.objects.get_by_natural_key(name.event.slug)
