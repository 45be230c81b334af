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

FARTHER = 3
"""Times as many statements as were counted are looked at for the end of a list."""


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
        self._is_open = False
        if is_more:
            total, self._is_open = _reached(items, per_page, total or 0, asked)
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
            number = self._last(paginator) if _number(asked) > 0 else 1
            problem = ngettext(
                "There is no page “%(asked)s”: the list has one page.",
                "There is no page “%(asked)s”: the list has %(pages)d pages. This is page "
                "%(number)d.",
                paginator.num_pages,
            )
            if self._is_open:
                problem = _(
                    "There is no page “%(asked)s”. This is page %(number)d, and the list goes on."
                )
        words = {"asked": as_typed(asked), "pages": paginator.num_pages, "number": number}
        self.problems = [problem % words]
        return paginator.page(number)

    def _last(self, paginator: Paginator[Any]) -> int:
        """The last page; of a list whose end nobody looked for, the last with one behind it."""
        return max(1, paginator.num_pages - self._is_open)


def _reached(items: Any, per_page: int, total: int, asked: str) -> tuple[int, bool]:
    """
    Up to where a list is known to go when a page is asked for, and whether it goes on from there.

    To the page and one beyond. Where there is no such page, the end is looked for, but not in
    all the list: whoever makes up a number may not have everything counted.
    """
    number = max(1, _number(asked))
    start, stop = (number - 1) * per_page, number * per_page
    if stop <= total:
        return total + 1, True
    if taken := items.reaches(start, stop):
        return start + taken, start + taken > stop
    most = FARTHER * total
    known = items.counted(most + 1)
    return known, known > most


def _number(asked: str) -> int:
    """What Django's paginator takes it for; 1 where that is no number."""
    try:
        return int(asked)
    except ValueError:
        return 1


def _query(parameters: dict[str, Any]) -> str:
    return urlencode({name: value for name, value in parameters.items() if value}, doseq=True)
