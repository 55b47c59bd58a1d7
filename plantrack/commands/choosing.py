"""Choices among what the plan holds, and its seeds when they hold no plan: shared by commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantrack.commands.command import CannotRun
from plantrack.model import LANGUAGES, Text

if TYPE_CHECKING:
    from plantrack.plan import Plan
    from plantrack.seeds import SeedProblems


def no_plan(found: SeedProblems) -> CannotRun:
    """Return every inconsistency of the seeds as the reason why nothing was done."""
    told = ("\n".join(one.sentence(language) for one in found.problems) for language in LANGUAGES)
    return CannotRun(Text(*told))


def check_series(plan: Plan, series: str) -> None:
    """Raise `CannotRun` with the choices where the plan has no such compiler."""
    choices = ("preferred", *plan.compilers)
    if series not in choices:
        listed = ", ".join(choices)
        raise CannotRun(
            Text(
                f"Không có chuỗi số liệu “{series}”: hãy chọn {listed}.",
                f"There is no series “{series}”: choose one of {listed}.",
            )
        )


def check_target_set(plan: Plan, target_set: str) -> None:
    """Raise `CannotRun` with the choices where the plan has no such target set."""
    if target_set not in plan.target_sets:
        listed = ", ".join(plan.target_sets)
        raise CannotRun(
            Text(
                f"Không có bộ chỉ tiêu “{target_set}”: hãy chọn {listed}.",
                f"There is no target set “{target_set}”: choose one of {listed}.",
            )
        )
