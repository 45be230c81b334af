"""Saving at the desk: with each button, by script as it goes, and who else is there."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, JsonResponse, QueryDict
from django.utils import timezone

from speeches.intake import clashes, presence, saving
from speeches.intake.desk import Desk
from speeches.models import Intake

MOST_TYPED = 20_000
"""How many characters one field of the page keeps."""
MOST_TICKED = 500
"""How many ticks of one kind."""
_NUL = "\0"
CHOSEN = "aside:"
"""What the name of a choice between two values begins with."""
_LISTS = ("-tag", "cut")
BUTTONS = ("_keep", "_certain", "_another", "_file", "_file_next", "_discard", "_restore", "_again")
_OWN = ("csrfmiddlewaretoken", "version", "page", *BUTTONS)
_HELD = "typed-at-the-desk"
MOST_HELD = 500_000
HELD = timedelta(days=2)
"""How long a page may have been open whose typing is kept for somebody who is signed out."""


def new_page(intake: Any, user: Any) -> str:
    """A name for a page that is opened, which only we can have given to this person."""
    return _signer(intake).sign(f"{user.pk}-{secrets.token_urlsafe(12)}")


def _signer(intake: Any) -> TimestampSigner:
    return TimestampSigner(salt=f"intake-{intake}")


def is_typed(request: HttpRequest) -> bool:
    """Whether the fields of a desk were sent, and not a button alone."""
    return "version" in request.POST


def keep(intake: Intake, post: Any, user: Any, *, is_auto: bool = False) -> saving.Saved:
    """All fields of a page as they were typed, right or wrong."""
    typed = {
        name: [_kept(value) for value in post.getlist(name)[:MOST_TICKED]]
        if name.endswith(_LISTS)
        else _kept(post[name])
        for name in post
        if name not in _OWN and not name.startswith(CHOSEN) and _NUL not in name
    }
    seen = post["version"]
    return saving.save(
        intake,
        typed,
        by=user,
        seen=int(seen) if seen.isdecimal() and len(seen) < 9 else 0,
        page=_kept(post.get("page", "")).partition(":")[0][:32],
        chosen={n.removeprefix(CHOSEN): post[n] for n in post if n.startswith(CHOSEN)},
        is_auto=is_auto,
    )


def _kept(sent: str) -> str:
    # A form sends every line end as two characters; the text had one. PostgreSQL keeps no NUL.
    return sent.replace("\r\n", "\n").replace(_NUL, "")[:MOST_TYPED]


# -- signed out meanwhile


def hold_for_sign_in(request: HttpRequest, intake: str) -> None:
    """Keep what somebody typed whose session has ended, until they have signed in again."""
    typed = request.POST.urlencode()
    if request.user.is_authenticated or len(typed) > MOST_HELD:
        return
    try:
        page = _signer(intake).unsign(request.POST.get("page", ""), max_age=HELD)
    except BadSignature:
        return
    request.session[_HELD] = {"intake": intake, "user": page.partition("-")[0], "typed": typed}
    messages.warning(request, "You were signed out. What you typed is kept: sign in to go on.")


def give_back(request: HttpRequest, intake: Intake) -> None:
    """Save what was held for this person at this intake."""
    held = request.session.get(_HELD)
    if held and held["intake"] == str(intake.pk) and held["user"] == str(request.user.pk):
        del request.session[_HELD]
        saved = keep(intake, QueryDict(held["typed"]), request.user)
        text = "What you typed before you were signed out is here."
        messages.success(request, f"{text} {told(saved, intake)}".strip())


# -- by the script, and who is there


def saved_as_it_goes(request: HttpRequest, intake: Intake) -> JsonResponse:
    """A save by the script: what the page has to know to go on."""
    if not is_typed(request):
        raise BadRequest("The fields of a page are wanted.")
    saved = keep(intake, request.POST, request.user, is_auto=True)
    moment = presence.time_of(timezone.now())
    return JsonResponse(
        {
            "version": saved.version,
            "said": f"Saved {moment}",
            "taken": saved.taken,
            "told": told(saved, intake),
            "aside": bool(saved.aside),
            "closed": saved.is_closed,
            "people": _people(request, intake),
        }
    )


def here(request: HttpRequest, intake: Intake) -> JsonResponse:
    """A sign that the page is open still; who else has it open."""
    presence.arrive(intake, request.user, stay=presence.CALLING)
    return JsonResponse({"version": intake.version, "people": _people(request, intake)})


def _people(request: HttpRequest, intake: Intake) -> list[str]:
    return [presence.sentence(visit) for visit in presence.others(intake, request.user)]


def told(saved: saving.Saved, intake: Intake) -> str:
    """What others changed meanwhile, in a sentence; empty where they changed nothing."""
    if saved.is_closed:
        return (
            f"It is {intake.get_state_display().lower()} already, by "
            f"{presence.person(intake.changed_by)}. What you typed is kept on its page."
        )
    if not saved.taken:
        return ""
    count = len(saved.taken)
    fields = "1 field" if count == 1 else f"{count} fields"
    clash = ""
    if len(saved.aside) == 1:
        clash = " One of them you changed too: choose which is to stand."
    elif saved.aside:
        clash = f" {len(saved.aside)} of them you changed too: choose which are to stand."
    return f"{saved.by or 'Somebody'} changed {fields} while you worked.{clash}"


def is_undecided(request: HttpRequest, intake: Intake) -> bool:
    """Whether one's own values are still put aside, to be chosen or let go."""
    return bool(presence.arrive(intake, request.user).aside)


def company(request: HttpRequest, intake: Intake) -> dict[str, Any]:
    """For the page: who else is there, and what of one's own typing was put aside."""
    give_back(request, intake)
    saving.settle(intake, by=request.user)
    visit = presence.arrive(intake, request.user)
    return {
        "people": _people(request, intake),
        "clashes": clashes.clashes(Desk(intake), visit.aside) if visit.aside else [],
        "page_name": new_page(intake.pk, request.user),
    }
