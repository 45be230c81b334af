"""What can be done with several statements at once: the verbs, and a report of what was refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from speeches import editorial
from speeches.editorial import TagList, resolve_tags
from speeches.forms.tag import TagsField

AT_ONCE = 500
"""How many statements one action takes."""


@admin.action(description="Publish", permissions=["publish"])
def publish(admin_: Any, request: HttpRequest, queryset: Any) -> None:
    _each(admin_, request, queryset, "published", lambda s: editorial.publish(s, by=request.user))


@admin.action(description="Unpublish", permissions=["publish"])
def unpublish(admin_: Any, request: HttpRequest, queryset: Any) -> None:
    done = "made drafts again"
    _each(admin_, request, queryset, done, lambda s: editorial.unpublish(s, by=request.user))


@admin.action(description="Add tags …", permissions=["change"])
def add_tags(admin_: Any, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Asks which tags, showing every statement that will get them; then adds."""
    form = AddTagsForm(request.POST if "apply" in request.POST else None)
    if form.is_bound and form.is_valid():
        tags = form.cleaned_data["tag_names"].tags

        def add(speech: Any) -> None:
            if not admin_.has_change_permission(request, speech):
                raise editorial.RefusedError(editorial.Point("It is published.", "state"))
            editorial.add_tags(speech, tags)
            admin_.log_change(request, speech, f"Added tags: {', '.join(map(str, tags))}.")

        _each(admin_, request, queryset, "tagged", add)
        return None
    context = {
        **admin_.admin_site.each_context(request),
        "title": "Add tags",
        "opts": admin_.opts,
        "form": form,
        "speeches": queryset[:AT_ONCE],
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
        "media": admin_.media + form.media,
    }
    return TemplateResponse(request, "admin/speeches/speech/add_tags.html", context)


class AddTagsForm(django_forms.Form):
    tag_names = TagsField(label="Tags", required=True)

    def clean_tag_names(self) -> TagList:
        found = resolve_tags(self.cleaned_data["tag_names"])
        if found.unknown:
            names = ", ".join(f"“{name[:100]}”" for name in found.unknown)
            raise ValidationError(f"No tag is called {names}.")
        return found


def _each(
    admin_: Any, request: HttpRequest, queryset: Any, done: str, verb: Callable[[Any], Any]
) -> None:
    """Do it to each statement by itself, so that one refusal stops no other; then say what was."""
    if queryset.count() > AT_ONCE:
        admin_.message_user(request, f"Choose at most {AT_ONCE} at once.", messages.ERROR)
        return
    count, refusals = 0, []
    for speech in queryset:
        try:
            verb(speech)
            count += 1
        except editorial.RefusedError as refusal:
            refusals.append((admin_.get_view_on_site_url(speech), speech, str(refusal)))
    if count:
        noun = "statement was" if count == 1 else "statements were"
        admin_.message_user(request, f"{count} {noun} {done}.", messages.SUCCESS)
    if refusals:
        rows = format_html_join("", '<li><a href="{}">{}</a>: {}</li>', refusals)
        head = capfirst(f"{len(refusals)} could not be {done}:")
        admin_.message_user(request, format_html("{}<ul>{}</ul>", head, rows), messages.WARNING)
