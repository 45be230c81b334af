"""
How much work something is: compared with other work of the same run, never with a clock alone.

Both are measured in processor time, in turn, and the best of each counts: what a busy machine adds
to one measure doesn't decide.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TURNS = 6
DOUBLINGS = 3
LEAST = 0.01
"""Seconds: below them the measuring weighs as much as the work."""


def assert_grows_with_the_length(
    do: Callable[[str], object], make: Callable[[int], str], length: int
) -> None:
    """
    Twice the length may take two and a half times the work.

    That is asked of three doublings together: quadratic work would be 64 times as much where 15.6
    times is allowed and 8 times expected.
    """
    short, long = make(length), make(length * 2**DOUBLINGS)
    assert_costs_at_most(2.5**DOUBLINGS, lambda: do(long), lambda: do(short))


def assert_costs_at_most(
    times: float, do: Callable[[], object], other: Callable[[], object]
) -> None:
    """The work is no more than so many times another."""
    best = best_other = float("inf")
    for _ in range(TURNS):
        best_other = min(best_other, _spent(other))
        best = min(best, _spent(do))
        if best <= times * best_other + LEAST:
            return
    assert best <= times * best_other + LEAST, f"{best:.3f} s beside {best_other:.3f} s"


def _spent(do: Callable[[], object]) -> float:
    started = time.process_time()
    do()
    return time.process_time() - started
