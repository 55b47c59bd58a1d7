"""A chapter of the method, and what the chapters ask of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.model import Measure
from plantrack.plan import Plan


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with its sentences; `numbered` where their order decides."""

    title: str
    sentences: tuple[str, ...]
    numbered: bool = False


def measures_used(plan: Plan) -> set[Measure]:
    """Return the measures of the indicators the plan sets targets for."""
    return {plan.indicators[target.indicator].measure for target in plan.targets.values()}
