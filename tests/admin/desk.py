"""How tests fill in the forms of the admin: as a browser would, from the form as it is shown."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import strip_tags

from speeches.editorial import roles
from tests import builders


def somebody(role: str) -> Any:
    """A person with this role, and the right to enter the admin."""
    roles.install()
    user = builders.a_user(is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def page(name: str, *args: Any) -> str:
    """Address of an admin page: page("speech_change", 1)."""
    return reverse(f"admin:speeches_{name}", args=args)


def typed(response: Any) -> dict[str, Any]:
    """What the browser would send for a form that is shown, nothing changed."""
    data: dict[str, Any] = {}
    forms = [response.context["adminform"].form]
    for rows in response.context["inline_admin_formsets"]:
        forms += [rows.formset.management_form, *rows.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if callable(value):
                value = value()
            if isinstance(value, dict):
                data |= {f"{field.html_name}-{pid}": voice for pid, voice in value.items()}
            elif isinstance(value, list) and field.name == "tag_names":
                data[field.html_name] = "\r\n".join(value)
            elif field.name == "embargo_until":
                data |= {f"{field.html_name}_0": "", f"{field.html_name}_1": ""}
            elif value is not None and value is not False:
                data[field.html_name] = str(value) if not isinstance(value, list) else value
    return data


def rows(prefix: str, *filled: dict[str, Any], start: int = 0) -> dict[str, Any]:
    """Rows added below a record: rows("texts", {"document": 1, "body": "…"})."""
    data: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": start + len(filled),
        f"{prefix}-INITIAL_FORMS": start,
    }
    for number, row in enumerate(filled, start):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def a_draft(**fields: Any) -> dict[str, Any]:
    """A new statement with a title only: the least that can be saved."""
    empty = rows("attributions") | rows("texts") | rows("notes") | rows("evidence")
    return {"title": "A statement", **empty, **fields}


def errors(response: Any) -> list[str]:
    """All that the form says is wrong."""
    assert response.status_code == 200, response.status_code
    return [strip_tags(unescape(str(error))) for error in response.context["errors"]]
