"""Pages of a list from the address, whatever stands there: a wrong number is said, not punished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from speeches.filters import as_typed

PER_PAGE = 25


class Pages:
    """
    One page of a list, and what the pagination part needs.

    A number that is none, or lies beyond the end, gives the nearest page and a sentence in
    ``problems``. ``total`` spares the counting where the caller knows it; ``kept`` are the other
    parameters that were understood; ``path`` is the canonical address of the page. ``is_more``:
    the list (a ``search.Walk``) goes on beyond ``total``, and nobody counted how far.
    """

    def __init__(
        self,
        request: HttpRequest,
        items: QuerySet[Any] | Sequence[Any],
        per_page: int = PER_PAGE,
        total: int | None = None,
        kept: dict[str, Any] | None = None,
        *,
        is_more: bool = False,
    ) -> None:
        paginator = Paginator(items, per_page)
        asked = request.GET.get("page", "").strip()
        if is_more:
            total = _reached(items, per_page, total or 0, asked)
        if total is not None:
            paginator.count = total  # type: ignore[misc]  # a cached property
        self.problems: list[str] = []
        self.page = self._asked_for(paginator, asked)
        self.items = [*self.page.object_list]
        self.numbers = [*paginator.get_elided_page_range(self.page.number, on_each_side=2)]
        if is_more and self.page.has_next():
            self.numbers.append(str(paginator.ELLIPSIS))
        self.query = _query(kept or {})
        number = self.page.number if self.page.number > 1 else None
        query = _query((kept or {}) | {"page": number})
        self.path = request.path + (f"?{query}" if query else "")

    def _asked_for(self, paginator: Paginator[Any], asked: str) -> Page[Any]:
        if not asked:
            return paginator.page(1)
        try:
            return paginator.page(asked)
        except PageNotAnInteger:
            problem = _("“%(asked)s” is not the number of a page. This is the first page.")
            number = 1
        except EmptyPage:
            number = paginator.num_pages if _is_beyond(asked) else 1
            problem = ngettext(
                "There is no page “%(asked)s”: the list has one page.",
                "There is no page “%(asked)s”: the list has %(pages)d pages. This is page "
                "%(number)d.",
                paginator.num_pages,
            )
        words = {"asked": as_typed(asked), "pages": paginator.num_pages, "number": number}
        self.problems = [problem % words]
        return paginator.page(number)


def _reached(items: Any, per_page: int, total: int, asked: str) -> int:
    """Up to where a list is known to go when a page is asked for: to the page and one beyond."""
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 8
    number = int(asked) if is_number else 1
    start, stop = (number - 1) * per_page, number * per_page
    if stop <= total:
        return total + 1
    taken = items.reaches(start, stop)
    return start + taken if taken else int(items.count())


def _is_beyond(asked: str) -> bool:
    return not asked.strip().startswith("-") and int(asked) > 0


def _query(parameters: dict[str, Any]) -> str:
    return urlencode({name: value for name, value in parameters.items() if value}, doseq=True)
