"""“Add from a document”: bring, correct, file; put away and take up again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from speeches import editorial
from speeches.forms.intake import BringForm
from speeches.intake import desk as desks
from speeches.intake import filing, marking, paragraphs, presence, receiving, saving
from speeches.models import Intake, Passage

from . import intake_queue, intake_saving, scorecard


class Standing(admin.SimpleListFilter):
    """What is still to be done comes first; the rest is a click away."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*Intake.State.choices, ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        count = Intake.objects.counts()
        for value, label in self.lookup_choices:
            yield {
                "selected": (self.value() or Intake.State.OPEN) == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": f"{label} ({count[value]})" if value in count else label,
            }

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        state = self.value() or Intake.State.OPEN
        if state == "all":
            return queryset
        return queryset.filter(state=state) if state in Intake.State.values else queryset.none()


@admin.register(Intake)
class IntakeAdmin(admin.ModelAdmin):
    """The list of intakes is the admin's own; bringing and correcting have pages of their own."""

    list_display = ("name", "standing", "received_by", "received_at", "open_now")
    list_filter = (Standing, ("received_by", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("received_by",)
    search_fields = ("name", "=sha256")
    search_help_text = "Name of a file, or how a text begins"
    show_full_result_count = False
    list_per_page = 50
    actions = None

    class Media:
        css = {
            "all": (
                "css/admin/desk.css",
                "css/admin/intake.css",
                "css/admin/intake_together.css",
            )
        }
        js = ("js/admin/intake.js",)

    def get_queryset(self, request: HttpRequest) -> Any:
        intakes: Any = super().get_queryset(request)
        return intakes.light().with_people()

    @admin.display(description="open now")
    def open_now(self, intake: Intake) -> str:
        return ", ".join(presence.person(visit.user) for visit in intake.people)

    @admin.display(description="state", ordering="state")
    def standing(self, intake: Intake) -> str:
        state = str(intake.get_state_display())
        return f"{state}: {intake.refusal}" if intake.refusal else state

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(
            request, {"title": "Documents to read"} | (extra_context or {})
        )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """What waits, in the order in which it came; what is done, the latest first."""
        is_queue = request.GET.get(Standing.parameter_name, Intake.State.OPEN) == Intake.State.OPEN
        return ("received_at", "pk") if is_queue else ("-received_at", "-pk")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        received = wrap(self.received_view)
        name = "speeches_intake_received"
        return [
            path("<int:pk>/received/", received, name=name),
            path("<int:pk>/autosave/", wrap(self.autosave_view), name="speeches_intake_autosave"),
            path("<int:pk>/here/", wrap(self.here_view), name="speeches_intake_here"),
            path("<int:pk>/change/", self._desk_view, name="speeches_intake_change"),
            path("score/", wrap(self.score_view), name="speeches_intake_score"),
            *super().get_urls(),
        ]

    # -- bringing

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = BringForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            return intake_queue.begin(request, intake_queue.bring(form, request.user))
        context = self._context(request, "Add from a document") | {"form": form}
        return TemplateResponse(request, "admin/intake/bring.html", context)

    # -- correcting and filing

    def _desk_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """What is sent by somebody who is no longer signed in is kept for their return."""
        if request.method == "POST":
            intake_saving.hold_for_sign_in(request, str(pk))
        return self.admin_site.admin_view(self.change_view)(request, str(pk))

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        intake = _found(object_id)
        if not self.has_view_or_change_permission(request, intake):
            raise PermissionDenied
        if request.method == "POST":
            if not self.has_change_permission(request, intake):
                raise PermissionDenied
            return self._answer(request, intake)
        return self._show(request, intake)

    def _show(self, request: HttpRequest, intake: Intake, points: Any = ()) -> HttpResponse:
        may_change = self.has_change_permission(request, intake)
        context = self._context(request, str(intake)) | {
            "intake": intake,
            "points": points,
            "may_change": may_change,
        }
        if may_change:
            context |= intake_saving.company(request, intake)
            context |= intake_queue.around(request, intake)
        if intake.state == Intake.State.OPEN:
            desk = desks.Desk(intake)
            context |= {
                "desk": desk,
                "blocks": marking.blocks(desk),
                "voices": Passage.Voice.choices,
                "places": _places(desk),
                "is_nav_sidebar_enabled": False,
            }
            return TemplateResponse(request, "admin/intake/desk.html", context)
        return TemplateResponse(request, "admin/intake/closed.html", context)

    def _answer(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        """What was typed is kept first, whatever was pressed."""
        pressed = next((name for name in intake_saving.BUTTONS if name in request.POST), "_keep")
        saved = None
        if intake_saving.is_typed(request):
            saved = intake_saving.keep(intake, request.POST, request.user)
        try:
            if saved and (news := intake_saving.told(saved, intake)):
                if pressed in _NOT_UNSEEN:
                    raise editorial.RefusedError(editorial.Point(news, ""))
                self.message_user(request, news, messages.WARNING)
            return getattr(self, pressed)(request, intake)
        except editorial.RefusedError as refusal:
            intake.refresh_from_db()
            return self._show(request, intake, refusal.points)
        except PermissionDenied as refusal:
            intake.refresh_from_db()
            return self._show(request, intake, [editorial.Point(str(refusal), "")])

    def _keep(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        self.message_user(request, "Saved: go on here whenever you like.", messages.SUCCESS)
        return HttpResponseRedirect(_page(intake))

    def _certain(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        saving.change(intake, desks.accept_certain(desks.Desk(intake)), by=request.user)
        left = desks.Desk(intake).open
        asked = "1 proposal asks" if left == 1 else f"{left} proposals ask"
        text = f"All that is certain is accepted. {asked} for your answer."
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(_page(intake))

    def _another(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        added = min(desks.Desk(intake).added + 1, desks.MOST_ADDED)
        saving.change(intake, {saving.ADDED: str(added)}, by=request.user)
        self.message_user(request, "There is one statement more: give it its paragraphs.")
        return HttpResponseRedirect(_page(intake))

    def _file(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        if intake_saving.is_undecided(request, intake):
            text = "Two values were typed into one field: choose which is to stand."
            raise editorial.RefusedError(editorial.Point(text, "clashes"))
        speeches = filing.file(intake, by=request.user)
        return intake_queue.after_filing(request, intake, speeches)

    def _file_next(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        self._file(request, intake)
        return intake_queue.open_next(request, intake)

    def _discard(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        filing.discard(intake, by=request.user)
        return intake_queue.after_discarding(request, intake)

    def _again(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        if not self.has_add_permission(request) or intake.state != Intake.State.FILED:
            raise PermissionDenied("Only what is filed can be opened for another statement.")
        text = "What is filed is left out. Give the new statement its paragraphs."
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(_page(receiving.again(intake, by=request.user)))

    def _restore(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        filing.restore(intake, by=request.user)
        self.message_user(request, "It is here again, as you left it.", messages.SUCCESS)
        return HttpResponseRedirect(_page(intake))

    def autosave_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """An intake is saved as it goes, by the script."""
        return intake_saving.saved_as_it_goes(request, self._worked_on(request, pk))

    def here_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The script says that the page is open, and asks who else is there."""
        return intake_saving.here(request, self._worked_on(request, pk))

    def _worked_on(self, request: HttpRequest, pk: int) -> Intake:
        intake = _found(str(pk))
        if request.method != "POST" or not self.has_change_permission(request, intake):
            raise PermissionDenied
        return intake

    def received_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The bytes as they came, to be saved as a file and never shown as a page."""
        intake = get_object_or_404(Intake.objects.only("content", "name"), pk=pk)
        if not self.has_view_or_change_permission(request, intake):
            raise PermissionDenied
        response = HttpResponse(bytes(intake.content), content_type="application/octet-stream")
        response["Content-Disposition"] = f'attachment; filename="intake-{intake.pk}.bin"'
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def score_view(self, request: HttpRequest) -> HttpResponseBase:
        """How good the reader is, for those who use it."""
        context = self._context(request, "How good the reader is")
        return scorecard.page(request, context, may_view=self.has_view_permission(request))

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "media": self.media,
        }


_NOT_UNSEEN = ("_file", "_file_next", "_discard")
"""What isn't done to an intake as others have just changed it, before one has seen it."""


def _found(object_id: str) -> Intake:
    if not object_id.isdecimal() or len(object_id) > 18:
        raise Http404
    return get_object_or_404(
        Intake.objects.select_related("received_by", "changed_by"), pk=object_id
    )


def _page(intake: Intake) -> str:
    return reverse("admin:speeches_intake_change", args=[intake.pk])


def _places(desk: desks.Desk) -> list[tuple[str, str]]:
    """Where words of the document can go."""
    numbers = [(str(s.number), f"Statement {s.number}") for s in desk.statements]
    elsewhere = [(paragraphs.ANEW, "A new statement"), (paragraphs.OUT, "In no statement")]
    return [*numbers, *elsewhere]
