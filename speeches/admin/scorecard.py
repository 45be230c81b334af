"""“How good the reader is”: the page of its figures, and the table to take away."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.template.response import TemplateResponse

from speeches.forms.scorecard import ScorecardForm
from speeches.intake.scorecard import COLUMNS, Scorecard
from speeches.models import Verdict

_NARROWED = {"field": "fields", "publisher": "publishers", "layout": "layouts"}
_NARROWED |= {"language": "languages"}


def page(request: HttpRequest, context: dict[str, Any], *, may_view: bool) -> HttpResponseBase:
    """The figures of a time, as a page, or with ``format=csv`` as a table."""
    if not may_view:
        raise PermissionDenied
    form = ScorecardForm(request.GET)
    form.is_valid()
    card = Scorecard(form.narrow(Verdict.objects.all()))
    if request.GET.get("format") == "csv" and not form.errors:
        return _table(card)
    shown = {"form": form, "card": card, "tables": _tables(request, card)}
    shown |= {
        "narrowed": list(_narrowed(request, form, card)),
        "as_csv": _with(request, format="csv"),
    }
    return TemplateResponse(request, "admin/intake/score.html", context | shown)


def _tables(request: HttpRequest, card: Scorecard) -> list[dict[str, Any]]:
    """Each with the rows, and for each row the address that shows it alone."""
    said = (
        ("By field", "Field", "field", card.fields),
        ("By publisher", "Publisher", "publisher", card.publishers),
        ("By layout", "Layout", "layout", card.layouts),
        ("By language", "Language", "language", card.languages),
        ("By how sure it was", "It was", "", card.confidences),
    )
    return [
        {
            "title": title,
            "head": head,
            "rows": [
                (row, _with(request, **{name: row.key}) if name and row.key else "") for row in rows
            ],
        }
        for title, head, name, rows in said
    ]


def _narrowed(
    request: HttpRequest, form: ScorecardForm, card: Scorecard
) -> Iterator[tuple[str, str]]:
    """What is left out of the whole, each with the address that lifts it."""
    for name, rows in _NARROWED.items():
        if form.cleaned_data.get(name):
            found = getattr(card, rows)
            called = found[0].name if found else str(form.cleaned_data[name])
            yield f"{name.title()}: {called}", _with(request, **{name: ""})


def _with(request: HttpRequest, **changed: str) -> str:
    """This address with some parameters changed; empty ones fall out of it."""
    said = request.GET.copy()
    said.pop("format", None)
    for name, value in changed.items():
        said[name] = value
    for name in [name for name in said if not said[name]]:
        del said[name]
    return f"?{said.urlencode()}"


class _Echo(StringIO):
    """Gives back each line that is written to it."""

    def write(self, line: str) -> Any:
        return line


def _table(card: Scorecard) -> StreamingHttpResponse:
    writer = csv.writer(_Echo())
    rows = ([_harmless(cell) for cell in row] for row in card.table())
    lines = (writer.writerow(row) for row in _after(COLUMNS, rows))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="how-good-the-reader-is.csv"'
    return response


def _after(first: Any, rest: Any) -> Iterator[Any]:
    yield first
    yield from rest


def _harmless(cell: Any) -> Any:
    """A spreadsheet takes a cell that begins so for a formula; a quotation mark before it helps."""
    # Some programs drop spaces and line ends before it, and take the wide signs for the plain ones.
    if isinstance(cell, str) and (cell[:1].isspace() or cell.startswith(tuple("=+-@＝＋－＠"))):
        return f"'{cell}"
    return cell
