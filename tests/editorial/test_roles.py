"""Roles: what the code says, what the database holds and what docs/roles.md shows are one."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ImproperlyConfigured

from speeches.editorial import roles

pytestmark = pytest.mark.django_db
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "roles.md"


def test_the_document_shows_the_matrix():
    assert roles.matrix() in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("role", roles.ROLES)
def test_the_database_holds_what_the_code_says(role):
    roles.install()
    held = Group.objects.get(name=role).permissions.values_list(
        "content_type__app_label", "codename"
    )
    assert set(held) == roles.permissions(role)


def test_the_matrix_names_every_model_that_can_be_edited():
    named = {model for noun in roles.NOUNS.values() for model in (*noun.models, *noun.rows)}
    editable = Permission.objects.filter(content_type__app_label="speeches")
    assert set(editable.values_list("content_type__model", flat=True)) <= named


def test_installing_again_restores_what_was_changed():
    roles.install()
    group = Group.objects.get(name="contributor")
    group.permissions.add(Permission.objects.get(codename="publish_speech"))
    roles.install()
    assert not group.permissions.filter(codename="publish_speech").exists()
    assert Group.objects.count() == len(roles.ROLES)


def test_only_those_who_publish_may_publish():
    publishing = {
        role for role in roles.ROLES if ("speeches", "publish_speech") in roles.permissions(role)
    }
    assert publishing == {"editor", "administrator"}


def test_each_role_has_a_demo_account_in_development(settings):
    settings.PRODUCTION = False
    accounts = roles.demo_accounts()
    assert [name for name, _password in accounts] == list(roles.ROLES)
    for name, password in accounts:
        user = authenticate(username=name, password=password)
        assert user.is_staff
        assert not user.is_superuser
        assert list(user.groups.values_list("name", flat=True)) == [name]


def test_a_changed_password_of_a_demo_account_stays(settings):
    settings.PRODUCTION = False
    roles.demo_accounts()
    editor = User.objects.get(username="editor")
    editor.set_password("something else")
    editor.save()
    roles.demo_accounts()
    assert authenticate(username="editor", password="something else")


def test_production_has_no_demo_accounts(settings):
    settings.PRODUCTION = True
    with pytest.raises(ImproperlyConfigured):
        roles.demo_accounts()
    assert not User.objects.exists()
