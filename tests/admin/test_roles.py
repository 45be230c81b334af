"""What each role can and can't do, at the doors of the admin."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from speeches.models import Document, Event, Speaker, Speech, Tag
from tests import builders

from .desk import a_draft, page, rows, somebody, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign_in(client):
    def enter(role):
        client.force_login(somebody(role))
        return client

    return enter


def new_event():
    return (
        {"name": "A panel", "kind": "panel", "status": "held"} | rows("organizers") | rows("names")
    )


def new_speaker(name="Graça Machel"):
    return {"name": name, "kind": "person"} | rows("names") | rows("tenures")


def new_tag():
    return {"name": "Fisheries", "kind": "topic"} | rows("labels")


def new_document():
    return {"title": "A letter", "kind": "web-page", "language": "en"} | (
        rows("symbols") | rows("addresses")
    )


NEW = {
    "speech": (Speech, a_draft),
    "document": (Document, new_document),
    "speaker": (Speaker, new_speaker),
    "event": (Event, new_event),
    "tag": (Tag, new_tag),
}
MAY_ADD = {
    "contributor": {"speech", "document"},
    "editor": {"speech", "document", "speaker", "event", "tag"},
    "curator": {"speaker", "event", "tag"},
    "administrator": {"speech", "document", "speaker", "event", "tag"},
}


@pytest.mark.parametrize("noun", NEW)
@pytest.mark.parametrize("role", MAY_ADD)
def test_adding(sign_in, role, noun):
    model, form = NEW[noun]
    response = sign_in(role).post(page(f"{noun}_add"), form())
    if noun in MAY_ADD[role]:
        assert response.status_code == 302
        assert model.objects.count() == 1
    else:
        assert response.status_code == 403
        assert not model.objects.exists()


@pytest.mark.parametrize("noun", NEW)
@pytest.mark.parametrize("role", MAY_ADD)
def test_every_role_may_look(sign_in, role, noun):
    assert sign_in(role).get(page(f"{noun}_changelist")).status_code == 200


def test_a_contributor_cannot_publish(sign_in):
    speech = builders.a_speech(published=False)
    client = sign_in("contributor")
    response = client.get(page("speech_change", speech.pk))
    assert "Publish now" not in response.content.decode()
    pressed = client.post(page("speech_change", speech.pk), typed(response) | {"_publish": "1"})
    assert pressed.status_code == 403
    data = {"action": "publish", "_selected_action": [speech.pk]}
    client.post(page("speech_changelist"), data)
    assert not Speech.objects.published().exists()


def test_a_contributor_cannot_touch_a_published_statement(sign_in):
    speech = builders.a_speech("As published", tags=["trade"])
    client = sign_in("contributor")
    response = client.get(page("speech_change", speech.pk))
    assert response.status_code == 200
    assert "_save" not in response.content.decode()
    assert client.post(page("speech_change", speech.pk), {"title": "Mine"}).status_code == 403
    assert client.post(page("speech_delete", speech.pk), {"post": "yes"}).status_code == 403
    text = speech.texts.get()
    assert client.post(page("speech_voices", speech.pk, text.pk)).status_code == 403
    data = {"action": "add_tags", "_selected_action": [speech.pk], "apply": "1"}
    builders.a_tag("aid")
    client.post(page("speech_changelist"), data | {"tag_names": "aid"})
    speech.refresh_from_db()
    assert speech.title == "As published"
    assert list(speech.tags.names()) == ["trade"]


def test_a_contributor_cannot_touch_the_document_of_a_published_statement(sign_in):
    speech = builders.a_speech()
    document = speech.texts.get().document
    client = sign_in("contributor")
    assert client.post(page("document_change", document.pk), new_document()).status_code == 403
    own = builders.a_document()
    response = client.post(page("document_change", own.pk), new_document())
    assert response.status_code == 302


def test_a_curator_looks_at_statements_and_changes_none(sign_in):
    speech = builders.a_speech(published=False, tags=["trade"])
    client = sign_in("curator")
    shown = client.get(page("speech_change", speech.pk)).content.decode()
    assert "trade" in shown
    assert "p1:" in shown
    assert client.post(page("speech_change", speech.pk), a_draft()).status_code == 403


def test_an_editor_deletes_drafts_but_no_published_statement(sign_in):
    draft, published = builders.a_speech(published=False), builders.a_speech()
    client = sign_in("editor")
    assert client.post(page("speech_delete", draft.pk), {"post": "yes"}).status_code == 302
    refused = client.post(page("speech_delete", published.pk), {"post": "yes"})
    assert refused.status_code == 200
    assert "It is published" in refused.content.decode()
    assert list(Speech.objects.all()) == [published]


@pytest.mark.parametrize("role", ["contributor", "editor", "curator"])
def test_only_administrators_see_accounts(sign_in, role):
    client = sign_in(role)
    for noun in ("user", "group"):
        assert client.get(reverse(f"admin:auth_{noun}_changelist")).status_code == 403
        assert client.get(reverse(f"admin:auth_{noun}_add")).status_code == 403


def test_an_administrator_gives_roles(sign_in):
    client = sign_in("administrator")
    user = User.objects.create_user("newcomer")
    role = Group.objects.get(name="editor")
    data = {"username": "newcomer", "is_active": "on", "is_staff": "on", "groups": [role.pk]}
    response = client.post(reverse("admin:auth_user_change", args=[user.pk]), data)
    assert response.status_code == 302
    assert list(user.groups.all()) == [role]


def test_an_administrator_cannot_become_or_touch_a_superuser(sign_in):
    client = sign_in("administrator")
    master = User.objects.create_superuser("master", password="x")
    me = User.objects.get(groups__name="administrator")
    data = {"username": me.username, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    client.post(reverse("admin:auth_user_change", args=[me.pk]), data)
    me.refresh_from_db()
    assert not me.is_superuser
    form = reverse("admin:auth_user_change", args=[master.pk])
    assert client.post(form, {"username": "mine"}).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[master.pk])
    assert client.post(password, {"password1": "x", "password2": "x"}).status_code == 403


def test_strangers_are_sent_to_the_door(client):
    for name in ("speech_changelist", "speech_add", "tag_suggest"):
        assert client.get(page(name)).status_code == 302
    assert client.post(page("speech_preview"), {"body": "x"}).status_code == 302


@pytest.mark.parametrize("role", MAY_ADD)
def test_past_addresses_cannot_be_changed(sign_in, role):
    client = sign_in(role)
    assert client.get(page("pastslug_add")).status_code == 403
