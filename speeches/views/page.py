"""What every page says about itself: title, description, canonical address, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from speeches.exports import linked_data

Step = tuple[str, str | None]
"""A label and the address it leads to; the page itself has none."""


def frame(
    request: HttpRequest,
    *,
    title: str,
    description: str = "",
    trail: Sequence[Step] = (),
    path: str | None = None,
    step: str = "",
    things: Iterable[dict[str, Any]] = (),
    **more: Any,
) -> dict[str, Any]:
    """
    The variables of base.html, and whatever else the page needs.

    ``path`` is the canonical address where it differs from the one asked for; ``trail`` lists the
    steps between home and this page, whose own step is added with its title, or with ``step``
    where the title is a sentence; ``things`` is what the page says to machines
    (exports.linked_data), to which the steps are added.
    """
    canonical = request.build_absolute_uri(path if path is not None else request.path)
    steps: list[Step] = [(_("Home"), reverse("home")), *trail, (step or title, None)]
    return {
        "page_title": title,
        "page_description": Truncator(" ".join(description.split())).chars(200),
        "canonical_url": canonical,
        "breadcrumbs": steps,
        "linked_data": linked_data.script(
            [*things, linked_data.breadcrumbs(steps, request.build_absolute_uri)]
        ),
        **more,
    }
