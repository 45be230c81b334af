"""Statements: written as drafts, published when nothing is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html

from speeches import editorial, forms, search
from speeches.models import Attribution, Speech, SpeechText, Tag, TaggedSpeech

from . import speech_actions, writing
from .record import RecordAdmin
from .speech_filters import KindOfText, LanguageOfText
from .speech_rows import AttributionRows, EvidenceRows, PassageNoteRows, SpeechTextRows

ROWS = (AttributionRows, SpeechTextRows, PassageNoteRows, EvidenceRows)
"""In this order they are saved: notes look for their words in the texts."""


@admin.register(Speech)
class SpeechAdmin(RecordAdmin):
    form = forms.SpeechForm
    list_display = ("title", "author", "kind", "delivered", "state", "kind_of_text")
    list_filter = ("state", "kind", "mode", KindOfText, LanguageOfText)
    search_fields = ("title",)  # makes Django show the field; see get_search_results
    search_help_text = "As on the site: words, “phrases”, speaker: tag: year: … Or a permanent id"
    date_hierarchy = "delivered_on"
    autocomplete_fields = ("event", "occasion")
    inlines = ROWS
    actions = (speech_actions.publish, speech_actions.unpublish, speech_actions.add_tags)
    fieldsets = (
        (
            None,
            {
                "fields": ("title", ("kind", "mode"), ("delivered", "released_on")),
                "description": "Look at the head of the document: its headline, the line with "
                "the day, and the first paragraph. The date of the document is not always the "
                "date of the words.",
            },
        ),
        (
            "The occasion",
            {
                "fields": ("event", "occasion"),
                "description": "A message marks a day and is delivered nowhere; remarks are "
                "delivered at an event, which may mark a day too.",
            },
        ),
        ("What it is about", {"fields": ("tag_names", "summary")}),
        (
            "More",
            {
                "fields": ("embargo_until", "spoken_languages", "slug", "pid"),
                "classes": ("collapse",),
            },
        ),
    )
    readonly_fields = ("pid",)

    # -- the list

    def get_queryset(self, request: HttpRequest) -> Any:
        tagged = Prefetch("tagged", TaggedSpeech.objects.select_related("tag"))
        events = ("event__series", "occasion__series")
        return super().get_queryset(request).select_related(*events).prefetch_related(tagged)

    def get_search_results(self, request: HttpRequest, queryset: Any, term: str) -> Any:
        """The search of the site, in drafts and withheld texts too; an id finds its own."""
        own = queryset.filter(pid=term.strip())
        if term.strip() and own.exists():
            return own, False
        is_growing = request.path.endswith("/autocomplete/")
        if is_growing and term[-1:].isalnum():
            term += "*"
        expression = search.prepared(search.parse(term))
        for note in () if is_growing else expression.notes:  # else another page would show them
            self.message_user(request, note, messages.INFO)
        return search.found(queryset, expression, for_editors=True), False

    def for_list(self, rows: Any) -> Any:
        attributions = Attribution.objects.select_related("speaker", "tenure__office")
        texts = SpeechText.objects.defer("body").order_by("pk")
        return rows.prefetch_related(None).prefetch_related(
            Prefetch("attributions", attributions), Prefetch("texts", texts)
        )

    @admin.display(description="author")
    def author(self, speech: Speech) -> str:
        return speech.author.display_name if speech.author else ""

    @admin.display(description="text")
    def kind_of_text(self, speech: Speech) -> str:
        text = speech.preferred_text
        return text.get_status_display() if text else ""

    @admin.display(description="Tags")
    def tag_names(self, speech: Speech) -> str:
        """For those who may only look; others have the field of this name."""
        return ", ".join(row.tag.name for row in speech.tagged.all())

    # -- who may

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Published statements are for those who may publish."""
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("speeches.publish_speech"))

    def reasons_to_keep(self, record: Any) -> list[str]:
        if record.state == Speech.State.PUBLISHED:
            return ["It is published. Unpublish it first; then it can be deleted."]
        return super().reasons_to_keep(record)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        editorial.discard(obj)

    def _may_touch(self, request: HttpRequest, speech: Speech | None) -> bool:
        is_draft = speech is None or speech.state == Speech.State.DRAFT
        return is_draft or self.has_publish_permission(request)

    # -- one statement

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [
            path("preview/", wrap(writing.preview), name="speeches_speech_preview"),
            path(
                "<int:speech>/texts/<int:text>/voices/",
                wrap(writing.voices),
                kwargs={"admin": self},
                name="speeches_speech_voices",
            ),
            *super().get_urls(),
        ]

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        form.may_create_tags = request.user.has_perm("speeches.add_tag")
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        speech = context["original"]
        is_published = speech is not None and speech.state == Speech.State.PUBLISHED
        context |= {
            "is_published": is_published,
            "missing": _links(editorial.missing(speech)) if speech and not is_published else [],
            "may_publish": self.has_publish_permission(request),
            "loose": [n for n in speech.notes.in_order() if n.is_loose] if speech else [],
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if "_unpublish" in request.POST and obj.state == Speech.State.PUBLISHED:
            editorial.unpublish(obj, by=request.user)
            obj.state, obj.published_at = Speech.State.DRAFT, None
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A draft may be incomplete; a published statement may not become so."""
        super().save_related(request, form, formsets, change)
        speech, tags = form.instance, form.cleaned_data.get("tag_names")
        if tags is not None:
            for tag in tags.tags:
                if tag.pk is None:
                    tag.save()
                    self._say_that_it_is_new(request, tag)
            editorial.set_tags(speech, tags.tags)
        if speech.state == Speech.State.PUBLISHED and (points := editorial.missing(speech)):
            raise editorial.RefusedError(*points)

    def _say_that_it_is_new(self, request: HttpRequest, tag: Tag) -> None:
        """It stands in the queue of new tags until somebody has said what it covers."""
        address = reverse("admin:speeches_tag_change", args=[quote(tag.pk)])
        sentence = 'The tag “<a href="{}">{}</a>” is new: give it a scope note.'
        self.message_user(request, format_html(sentence, address, tag))

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if "_publish" in request.POST:
            return self._publish(request, obj)
        return super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        if "_publish" in request.POST:
            return self._publish(request, obj)
        if "_unpublish" in request.POST:
            text = "It is a draft again: readers don’t see it any more."
            self.message_user(request, text, messages.SUCCESS)
            return HttpResponseRedirect(_form(obj))
        return super().response_change(request, obj)

    def _publish(self, request: HttpRequest, speech: Speech) -> HttpResponse:
        """What was typed is saved already; publishing may still be refused."""
        try:
            editorial.publish(speech, by=request.user)
        except editorial.RefusedError as refusal:
            count = len(refusal.points)
            missing = "One thing is" if count == 1 else f"{count} things are"
            message = f"Saved, but not published yet. {missing} missing: see below."
            self.message_user(request, message, messages.WARNING)
        else:
            link = format_html('<a href="{}">{}</a>', speech.get_absolute_url(), speech)
            message = format_html("{} is published.", link)
            self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(_form(speech))


def _form(speech: Speech) -> str:
    return reverse("admin:speeches_speech_change", args=[quote(speech.pk)])


def _links(points: Sequence[editorial.Point]) -> list[tuple[str, str]]:
    """Where on the form each point is put right, and its sentence."""
    rows = {inline.model._meta.get_field("speech").remote_field.related_name for inline in ROWS}
    return [
        (f"#{point.field}-group" if point.field in rows else f"#id_{point.field}", point.sentence)
        for point in points
    ]
