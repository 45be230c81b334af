"""
Finding statements: by words, and by narrowing step by step.

Floor 3: imports models and leaves. ``parse`` understands what was typed, ``found`` narrows a
QuerySet to the statements that it finds; ``tally`` says how many statements each further step
would leave.
"""

from __future__ import annotations

from speeches.models import Speech, SpeechQuerySet

from . import bounds, index, marking, quality, spelling, suggestions, tally
from .expression import Expression, prepared
from .query import Query, parse
from .ranking import Ranked
from .tally import Tally
from .time_limit import TooSlow, is_cut_off, within_time
from .walking import Walk

__all__ = ["Expression", "Query", "Ranked", "Tally", "Walk", "bounds", "found", "tally"]
__all__ += ["index", "marking", "parse", "prepared", "quality", "ranked", "spelling"]
__all__ += ["TooSlow", "is_cut_off", "suggestions", "within_time"]


def found(
    speeches: SpeechQuerySet, expression: Expression, *, for_editors: bool = False
) -> SpeechQuerySet:
    """
    Those of the statements that an expression finds. Filters, orders, slices and counts on.

    ``for_editors`` looks into texts too that readers are not shown. An expression without anything
    to look for leaves the statements as they are.
    """
    if not expression.nodes:
        return speeches
    hits = index.engine().hits(expression.nodes, for_editors=for_editors)
    return speeches.filter(sort_key__in=hits)


def ranked(typed: str) -> Ranked:
    """The public statements that readers find who type this, the best first."""
    expression = prepared(parse(typed))
    return Ranked(found(Speech.objects.published(), expression), expression)
