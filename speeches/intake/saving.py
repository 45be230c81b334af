"""
Saving what was typed at the desk, so that two people at one intake lose nothing.

A page says which version it showed. What its editor changed since is saved; what others saved
meanwhile stays. Where both changed one field, what stands stays, and what was typed is put aside
with its editor's visit until they choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from speeches.models import Intake, IntakeSave, IntakeVisit

from . import desk as desks
from . import presence
from .paragraphs import ANEW, OUT

__all__ = ["ADDED", "MINE", "Saved", "change", "save", "settle"]

MINE = "mine"
ADDED = "added"
"""How many statements were added: no field of the page."""
_TICKED = ("-tag", "-join", "-at", "-tags-create", "cut")
"""Fields that a page sends only while something in them is ticked."""

_WAS = "-was"
"""Of a field that goes with another and says what that was filled with: nobody typed it."""


@dataclass
class Saved:
    """What a save came to."""

    version: int
    taken: dict[str, Any] = field(default_factory=dict)
    """What others changed and the page that was saved doesn't show yet."""
    aside: dict[str, Any] = field(default_factory=dict)
    """What was typed where others changed the same field."""
    by: str = ""
    """Who the others are."""
    is_closed: bool = False
    """It is no longer open: what was typed is put aside, all of it."""


@transaction.atomic
def save(
    intake: Intake,
    typed: Mapping[str, Any],
    *,
    by: Any,
    seen: int,
    page: str = "",
    chosen: Mapping[str, str] | None = None,
    is_auto: bool = False,
) -> Saved:
    """
    Keep all fields of a page, as typed on the version ``seen``; ``intake`` is brought up to date.

    ``page`` names the opened page, so that its own earlier saves are not taken for another's.
    ``chosen`` says of fields put aside whose value is to stand: “mine”, or what stands.
    ``is_auto``: nobody pressed a button; a save without a change then leaves no trace.
    """
    locked = Intake.objects.select_for_update().get(pk=intake.pk)
    visit = presence.arrive(locked, by)
    mine = dict(typed) | _settled(visit, chosen or {})
    theirs = dict(locked.decisions) or _shown(desks.Desk(locked))
    since = list(locked.saves.filter(version__gt=seen).select_related("by").order_by("-version"))
    merged, saved = _merged(_base(theirs, since, page), theirs, mine)
    saved.by = ", ".join(dict.fromkeys(presence.person(s.by) for s in since if s.page != page))
    if locked.state != Intake.State.OPEN:
        saved.is_closed, saved.taken = True, {}
        saved.aside |= {n: v for n, v in merged.items() if not _same(v, theirs.get(n))}
    else:
        merged = merged if is_auto else _settled_anew(locked, merged)
        if _write(locked, theirs, merged, by, page, is_auto=is_auto):
            visit.changed_at = timezone.now()
    visit.aside |= {name: {"value": v, "by": saved.by} for name, v in saved.aside.items()}
    visit.save(update_fields=["aside", "changed_at"])
    intake.refresh_from_db()
    saved.version = intake.version
    return saved


@transaction.atomic
def change(intake: Intake, decisions: Mapping[str, Any], *, by: Any, page: str = "") -> None:
    """Set some fields, whatever else stands there; ``intake`` is brought up to date."""
    locked = Intake.objects.select_for_update().get(pk=intake.pk)
    if locked.state == Intake.State.OPEN:
        theirs = dict(locked.decisions)
        _write(locked, theirs, theirs | dict(decisions), by, page)
    intake.refresh_from_db()


def settle(intake: Intake, *, by: Any) -> None:
    """Give “a new statement”, as the script may have saved it, its number."""
    if intake.state == Intake.State.OPEN and ANEW in intake.decisions.values():
        change(intake, _settled_anew(intake, intake.decisions), by=by)


def _settled_anew(intake: Intake, decisions: dict[str, Any]) -> dict[str, Any]:
    if not any(name.endswith("-to") and value == ANEW for name, value in decisions.items()):
        return decisions
    intake.decisions = decisions
    desks.settle(intake)
    settled: dict[str, Any] = intake.decisions
    return settled


def _write(
    locked: Intake,
    theirs: dict[str, Any],
    merged: dict[str, Any],
    by: Any,
    page: str,
    *,
    is_auto: bool = False,
) -> bool:
    """Whether anything was changed by it."""
    names = theirs.keys() | merged.keys()
    before = {n: theirs.get(n) for n in names if not _same(theirs.get(n), merged.get(n))}
    if is_auto and not before:
        return False
    now = timezone.now()
    version = locked.version + bool(before)
    # The lock keeps others out; where a database has none, the version does.
    changed = Intake.objects.filter(pk=locked.pk, version=locked.version).update(
        decisions=merged, version=version, changed_by=by, changed_at=now
    )
    if not changed:
        raise RuntimeError("An intake was changed under its lock.")
    if before:
        IntakeSave.objects.create(
            intake=locked, version=version, by=by, at=now, page=page[:32], before=before
        )
    return bool(before)


def _settled(visit: IntakeVisit, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The values put aside that are to stand after all; those that are not are let go."""
    found = {}
    for name, answer in chosen.items():
        if (held := visit.aside.pop(name, None)) and answer == MINE:
            found[name] = held["value"]
    return found


def _base(theirs: dict[str, Any], since: Iterable[IntakeSave], page: str) -> dict[str, Any]:
    """What the page showed: what others saved since is taken back, back to its own last save."""
    base, own = dict(theirs), set()
    for save in since:
        for name, before in save.before.items():
            if save.page and save.page == page:
                own.add(name)
            elif name not in own:
                base[name] = before
    return base


def _merged(
    base: dict[str, Any], theirs: dict[str, Any], mine: dict[str, Any]
) -> tuple[dict[str, Any], Saved]:
    merged, saved = dict(theirs), Saved(0)
    for name in mine.keys() | {name for name in theirs if name.endswith(_TICKED)}:
        typed, stands, was = mine.get(name), theirs.get(name), base.get(name)
        if _same(typed, stands):
            merged[name] = typed if name in mine else stands
        elif _same(typed, was):
            saved.taken[name] = stands
        elif _same(stands, was):
            merged[name] = typed
        else:
            saved.taken[name] = stands
            if not name.endswith(_WAS):
                saved.aside[name] = typed
    return {n: v for n, v in merged.items() if v or not n.endswith(_TICKED)}, saved


def _same(one: Any, other: Any) -> bool:
    """Nothing said is the same as something empty."""
    return (one or "") == (other or "")


def _shown(desk: desks.Desk) -> dict[str, Any]:
    """What the fields of a page show before anything of it is saved."""
    found: dict[str, Any] = {}
    for proposal in desk.proposals:
        is_choice = proposal.manner == "choice"
        found[proposal.name] = proposal.answer if is_choice else proposal.typed
        if is_choice and proposal.detail:
            found[f"{proposal.name}-name"] = proposal.typed
        elif proposal.manner == "fact":
            found[f"{proposal.name}-is"] = proposal.answer
        for detail in proposal.details:
            found |= {detail.name: detail.typed, f"{detail.name}{_WAS}": detail.guess}
    for statement in desk.statements:
        found[f"{statement.prefix}-as"] = statement.filed_as
        found[f"{statement.prefix}-tag"] = [str(key) for key in statement.taken_tags]
    for paragraph in desk.paragraphs:
        found[f"{paragraph.name}-to"] = paragraph.to
        if paragraph.to != OUT:
            found[f"{paragraph.name}-voice"] = paragraph.voice
    return found
