"""`manage.py seed` and `loaddata`: the fixtures go in, and what editors did stays."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core import serializers
from django.core.management import CommandError, call_command

from speeches.intake.authority import ORDER
from speeches.models import Evidence, Passage, Speaker, Speech, SpeechText, Tag, TagLabel

pytestmark = pytest.mark.django_db


def seed(*arguments):
    said = io.StringIO()
    call_command("seed", *arguments, stdout=said)
    return said.getvalue()


def everything():
    models = apps.get_app_config("speeches").get_models()
    records = (record for model in models for record in model.objects.order_by("pk"))
    return serializers.serialize("json", records)


def test_seeding_says_what_it_did(archive):
    assert "archive" in archive
    assert "records loaded" in archive
    assert Speech.objects.published().count() == 3


def test_seeding_twice_changes_nothing(archive):
    before = everything()
    assert "Nothing to load" in seed()
    assert everything() == before


def test_loaddata_in_order_gives_the_same_archive(db):
    call_command("loaddata", *ORDER, "archive", verbosity=0)
    before = everything()
    assert "Nothing to load" in seed()
    assert everything() == before


def test_what_an_editor_changed_is_kept_and_counted(archive):
    Speaker.objects.filter(slug="ban-ki-moon").update(biography="Ours.")
    said = seed()
    assert "1 record differs" in said
    assert Speaker.objects.get(slug="ban-ki-moon").biography == "Ours."


def test_what_an_editor_took_away_from_a_record_does_not_come_back(archive):
    text = SpeechText.objects.get(speech__attributions__speaker__slug="ban-ki-moon")
    text.body = "\n\n".join(text.body.split("\n\n")[:3])
    text.save()
    Evidence.objects.filter(fact="tag").delete()
    TagLabel.objects.filter(label="ODA").delete()
    seed()
    assert Passage.objects.filter(text=text).count() == 3
    assert not Evidence.objects.filter(fact="tag").exists()
    assert not TagLabel.objects.filter(label="ODA").exists()


def test_a_record_with_a_new_address_is_still_the_same(archive):
    tag = Tag.objects.get(slug="equity")
    tag.slug = "fair-shares"
    tag.save()
    seed()
    assert not Tag.objects.filter(slug="equity").exists()
    assert Tag.objects.filter(name="Equity").count() == 1


def test_records_of_ones_own_are_left_alone(db):
    Tag.objects.create(name="Bicycles")
    seed()
    assert Tag.objects.filter(name="Bicycles").exists()
    assert Tag.objects.filter(name="Equity").exists()


def test_a_fixture_that_fails_leaves_nothing_behind(db, monkeypatch):
    monkeypatch.setattr("speeches.intake.seeding.ORDER", ("rights", "no-such-file"))
    with pytest.raises(CommandError, match="Nothing was loaded"):
        seed()
    assert not apps.get_model("speeches.rights").objects.exists()


def test_seeding_creates_the_roles(archive):
    assert {"editor", "curator"} <= set(Group.objects.values_list("name", flat=True))
    assert not User.objects.exists()


def test_demo_accounts_are_made_when_asked_for(db):
    said = seed("--demo")
    assert User.objects.filter(username="editor", is_staff=True).exists()
    assert "sscoop-editor" in said


def test_demo_accounts_are_refused_in_production(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="not in production"):
        seed("--demo")
    assert not User.objects.exists()


def test_once_means_that_what_editors_deleted_stays_deleted(archive):
    Tag.objects.get(slug="solidarity").delete()
    before = everything()
    assert "stays as it is" in seed("--once")
    assert everything() == before


def test_once_loads_an_empty_archive(db):
    assert "records loaded" in seed("--once")
