"""
Who may do what: the roles as data, installed as Django's groups.

``docs/roles.md`` shows the same table (written by ``matrix``), and a test compares the three.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

VIEW, ADD, CHANGE, DELETE, PUBLISH = "view", "add", "change", "delete", "publish"


@dataclass(frozen=True)
class Noun:
    """A thing that people work on: its models, and the rows that belong to it and follow it."""

    name: str
    models: tuple[str, ...]
    rows: tuple[str, ...] = ()
    app: str = "speeches"


NOUNS = {
    "statements": Noun(
        "Statements: who, texts, passages, notes on them, evidence, tags",
        ("speech",),
        ("attribution", "speechtext", "passage", "passagenote", "evidence", "taggedspeech"),
    ),
    "documents": Noun(
        "Documents: symbols, addresses", ("document",), ("documentsymbol", "documentaddress")
    ),
    "intake": Noun("Intake: documents to read", ("intake",)),
    "rights": Noun("Rights", ("rights",)),
    "people": Noun(
        "Speakers, organizations, offices, tenures",
        ("speaker", "organization", "office", "tenure"),
        ("speakername",),
    ),
    "events": Noun(
        "Events and series",
        ("event", "eventseries"),
        ("eventname", "eventorganizer", "seriesname", "seriesdate"),
    ),
    "tags": Noun("Tags and their labels", ("tag",), ("taglabel",)),
    "slugs": Noun("Past addresses", ("pastslug",)),
    "users": Noun("Users and roles", ("user", "group"), app="auth"),
}

ROLES: dict[str, dict[str, tuple[str, ...]]] = {
    "contributor": {
        "statements": (VIEW, ADD, CHANGE, DELETE),
        "documents": (VIEW, ADD, CHANGE),
        "intake": (VIEW, ADD, CHANGE),
        "rights": (VIEW,),
        "people": (VIEW,),
        "events": (VIEW,),
        "tags": (VIEW,),
    },
    "editor": {
        "statements": (VIEW, ADD, CHANGE, DELETE, PUBLISH),
        "documents": (VIEW, ADD, CHANGE, DELETE),
        "intake": (VIEW, ADD, CHANGE),
        "rights": (VIEW,),
        "people": (VIEW, ADD, CHANGE),
        "events": (VIEW, ADD, CHANGE),
        "tags": (VIEW, ADD),
        "slugs": (VIEW,),
    },
    "curator": {
        "statements": (VIEW,),
        "documents": (VIEW,),
        "rights": (VIEW,),
        "people": (VIEW, ADD, CHANGE, DELETE),
        "events": (VIEW, ADD, CHANGE, DELETE),
        "tags": (VIEW, ADD, CHANGE, DELETE),
        "slugs": (VIEW,),
    },
    "administrator": {
        "statements": (VIEW, ADD, CHANGE, DELETE, PUBLISH),
        "documents": (VIEW, ADD, CHANGE, DELETE),
        "intake": (VIEW, ADD, CHANGE),
        "rights": (VIEW, ADD, CHANGE, DELETE),
        "people": (VIEW, ADD, CHANGE, DELETE),
        "events": (VIEW, ADD, CHANGE, DELETE),
        "tags": (VIEW, ADD, CHANGE, DELETE),
        "slugs": (VIEW,),
        "users": (VIEW, ADD, CHANGE, DELETE),
    },
}


def permissions(role: str) -> set[tuple[str, str]]:
    """The Django permissions of a role, as (app, codename). Raises KeyError for no such role."""
    return set(_permissions(role))


def _permissions(role: str) -> Iterator[tuple[str, str]]:
    for key, verbs in ROLES[role].items():
        noun = NOUNS[key]
        for verb in verbs:
            if verb == PUBLISH:
                yield noun.app, "publish_speech"
                continue
            yield from ((noun.app, f"{verb}_{model}") for model in noun.models)
        # Who may write a record writes its rows; taking a row away changes the record.
        writes = {ADD, CHANGE} & set(verbs)
        for verb in (VIEW, ADD, CHANGE, DELETE) if writes else (VIEW,):
            yield from ((noun.app, f"{verb}_{row}") for row in noun.rows)


@transaction.atomic
def install() -> dict[str, int]:
    """
    Create the groups and give each exactly its permissions; how many permissions each has.

    Safe to repeat. Raises ImproperlyConfigured where a permission does not exist (not migrated).
    """
    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.select_related("content_type")
    }
    counts = {}
    for role in ROLES:
        wanted = permissions(role)
        if unknown := wanted - known.keys():
            raise ImproperlyConfigured(f"No such permissions: {sorted(unknown)}. Migrate first.")
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set([known[key] for key in wanted])
        counts[role] = len(wanted)
    return counts


def matrix() -> str:
    """The table of docs/roles.md, in Markdown: one row for each noun, one column for each role."""
    lines = ["| | " + " | ".join(ROLES) + " |", "|---|" + "---|" * len(ROLES)]
    for key, noun in NOUNS.items():
        cells = (", ".join(verbs.get(key, ())) or "–" for verbs in ROLES.values())
        lines.append(f"| {noun.name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


@transaction.atomic
def demo_accounts() -> list[tuple[str, str]]:
    """
    One account for each role, for trying things out: (name, password).

    An account that exists keeps its password. Raises ImproperlyConfigured in production.
    """
    if settings.PRODUCTION:
        raise ImproperlyConfigured("Demo accounts have known passwords: development only.")
    install()
    accounts = []
    for role in ROLES:
        password = f"sscoop-{role}"
        user, created = User.objects.get_or_create(username=role, defaults={"is_staff": True})
        if created:
            user.set_password(password)
            user.save(update_fields=["password"])
            user.groups.set([Group.objects.get(name=role)])
        accounts.append((role, password))
    return accounts
