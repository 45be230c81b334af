"""Who has an intake open, told to the others who have."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from speeches.models import Intake, IntakeVisit

__all__ = ["CALLING", "arrive", "others", "person", "sentence", "time_of"]

MOST = 10
READING = timedelta(minutes=15)
"""How long a page without script is taken to be open after it was shown or saved."""
CALLING = timedelta(minutes=2)
"""How long one is whose script calls again and again."""


def arrive(intake: Intake, user: Any, *, stay: timedelta = READING) -> IntakeVisit:
    """Note that somebody has it open, and will for a while; a new visit begins when they had gone.

    ``stay`` is how long nothing may be heard of them.
    """
    now = timezone.now()
    visit, is_new = IntakeVisit.objects.get_or_create(
        intake=intake, user=user, defaults={"gone_at": now + stay}
    )
    if not is_new:
        if visit.gone_at <= now:
            visit.opened_at, visit.changed_at = now, None
        visit.gone_at = now + stay
        visit.save(update_fields=["opened_at", "gone_at", "changed_at"])
    return visit


def others(intake: Intake, user: Any) -> list[IntakeVisit]:
    """The visits of all who have it open, but for one's own."""
    visits = IntakeVisit.objects.now().filter(intake=intake).exclude(user=user)
    return list(visits.select_related("user")[:MOST])


def person(user: Any) -> str:
    """What somebody is called on the desk."""
    return str(user.get_full_name() or user.get_username())


def sentence(visit: IntakeVisit) -> str:
    """Who has it open since when, and when they last changed something."""
    said = f"{person(visit.user)} has had this open since {time_of(visit.opened_at)}"
    return f"{said}, last change {time_of(visit.changed_at)}." if visit.changed_at else f"{said}."


def time_of(moment: datetime) -> str:
    """The time of day; of another day than today, with its date."""
    here = timezone.localtime(moment)
    is_today = here.date() == timezone.localdate()
    return date_format(here, "H:i" if is_today else "j F, H:i")
