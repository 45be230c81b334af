"""What the pages of all records have in common: fields, refusals, “where used”, deletion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms as django_forms
from django.contrib import admin, messages
from django.contrib.admin import widgets
from django.contrib.admin.utils import unquote
from django.contrib.admin.views import main
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from speeches import editorial, forms
from speeches.models import Document, PartialDateField

MOST_DELETED = 100
"""How many records one bulk action may delete."""

COUNTED = 100_000
"""Up to so many rows, filters show their counts unasked; above, on a click."""


class Fields:
    """How fields are shown, in records and in the rows below them."""

    formfield_overrides: Any = {
        models.URLField: {"widget": widgets.AdminURLFieldWidget, "assume_scheme": "https"},
        models.TextField: {
            "widget": django_forms.Textarea(attrs={"rows": 4, "cols": 60}),
            "form_class": forms.LinesField,
        },
        PartialDateField: {
            "widget": widgets.AdminTextInputWidget(attrs={"placeholder": "12 September 2017"})
        },
    }

    def formfield_for_foreignkey(
        self: Any, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", forms.KnownAutocomplete(db_field, self.admin_site))
        if db_field.remote_field.model is Document:
            kwargs.setdefault("queryset", Document.objects.light())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


MOST_ROWS = 300
"""Below one record: no record has as many, and thousands would keep the server busy."""


class Rows(Fields, admin.TabularInline):
    """Rows below a record. Who may change the record may change them."""

    form = forms.RowForm
    formset = forms.RowFormSet
    extra = 0
    max_num = MOST_ROWS

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, absolute_max=MOST_ROWS, **kwargs)


class ChangeList(main.ChangeList):
    """A list whose filters count by themselves as long as counting is quick."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> Any:
        rows = super().get_queryset(request, exclude_parameters)
        return self.model_admin.for_list(rows)  # type: ignore[attr-defined]

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if self.result_count > COUNTED and "_facets" not in request.GET:
            self.add_facets = False
            self.is_facets_optional = True


class RecordAdmin(Fields, admin.ModelAdmin):
    """A record with a page of its own."""

    form: type[django_forms.ModelForm] = forms.RecordForm
    show_facets = admin.ShowFacets.ALWAYS
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 200
    save_on_top = False
    change_form_template = None

    class Media:
        css = {"all": ("css/admin/desk.css", "css/admin/writing.css")}
        js = ("js/admin/labels.js",)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.used_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_used"
        return [path("<path:object_id>/used/", view, name=name), *super().get_urls()]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        return obj.get_absolute_url()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ChangeList

    def for_list(self, rows: Any) -> Any:
        """With what a row of the list shows."""
        return rows

    # -- what the database refuses is said on the form, with the input kept

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        return type(form.__name__, (form,), {"refused": getattr(request, "refused", ())})

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except editorial.RefusedError as refusal:
            request.refused = refusal.points  # type: ignore[attr-defined]
        except (IntegrityError, ProtectedError):
            request.refused = [COLLISION]  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form, record = context["adminform"].form, context["original"]
        if record is not None and "slug" in form.initial:
            record.slug = form.initial["slug"]  # its page is still where it was
        return super().render_change_form(request, context, *args, **kwargs)

    # -- where used, and deletion only of what isn't

    def reasons_to_keep(self, record: Any) -> list[str]:
        """Why a record can't be deleted; empty where it can."""
        return [f"{use}: {_names(use.examples, use.others)}" for use in editorial.uses(record)]

    def used_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"Where used: {record}",
            "opts": self.opts,
            "original": record,
            "media": self.media,
            "uses": _with_links(editorial.uses(record)),
            "owned": _with_links(editorial.owned(record)),
            "keep": self.reasons_to_keep(record),
            "may_delete": self.has_delete_permission(request, record),
        }
        return TemplateResponse(request, "admin/speeches/where_used.html", context)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        records = list(objs[: MOST_DELETED + 1])
        if len(records) > MOST_DELETED:
            too_many = f"Delete at most {MOST_DELETED} at once."
            return [], {}, set(), [too_many]
        deleted: list[Any] = []
        protected: list[Any] = []
        for record in records:
            reasons = self.reasons_to_keep(record)
            link = format_html('<a href="{}">{}</a>', _admin_page(record), record)
            (protected if reasons else deleted).append(link)
            if reasons:
                protected.append(reasons)
                continue
            deleted.append([str(use) for use in editorial.owned(record)])
        return deleted, {self.opts.verbose_name_plural: len(records)}, set(), protected

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for record in queryset:
            self.delete_model(request, record)

    def delete_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        delete = super().delete_view
        return self._unless_in_use(request, lambda: delete(request, object_id, *args, **kwargs))

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        show = super().changelist_view
        return self._unless_in_use(request, lambda: show(request, *args, **kwargs))

    def _unless_in_use(self, request: HttpRequest, view: Callable[[], Any]) -> Any:
        """Runs a view whole or not at all, should somebody start using the record meanwhile."""
        if request.method != "POST":
            return view()
        try:
            with transaction.atomic():
                return view()
        except (ProtectedError, editorial.RefusedError):
            text = "Nothing was deleted: a record has come into use meanwhile."
            self.message_user(request, text, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())


COLLISION = editorial.Point(
    "This can’t be saved: it collides with what somebody else has entered, or with another row. "
    "Your input is kept; look at the record in another window.",
    "",
)


def _with_links(uses: Sequence[editorial.Use]) -> list[tuple[editorial.Use, list[Any]]]:
    return [(use, [(_admin_page(record), record) for record in use.examples]) for use in uses]


def _admin_page(record: Any) -> str:
    """Address of a record's form; empty for rows, which have none."""
    if not admin.site.is_registered(type(record)):
        return ""
    return reverse(f"admin:speeches_{record._meta.model_name}_change", args=[record.pk])


def _names(examples: Sequence[Any], others: int) -> str:
    names = ", ".join(f"“{capfirst(str(example))}”" for example in examples)
    return f"{names} and {others} more" if others else names
