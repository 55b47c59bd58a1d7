"""Notes on targets as a planning office states them, on the second plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantrack import seeds
from plantrack.model import Standing
from plantrack.plan import PREFERRED
from plantrack.scorecard import TargetRow, scorecard
from plantrack.seeds import Seeds
from plantrack.stewardship import Due, Explanation, Stewardship

ROOT = Path(__file__).resolve().parents[2]
PLANS = (ROOT / "seeds", ROOT / "tests" / "plans" / "second")
OUTPUT, POVERTY = "output_per_person_2029", "poverty_2029"


def output_note(department: str = "Department of Works") -> Stewardship:
    return Stewardship(
        target=OUTPUT,
        department=department,
        explanation=Explanation(
            "Two mills stood still.", date(2026, 3, 1), "Ana", Standing.ON_TRACK, 1, PREFERRED
        ),
        due=Due(2025, date(2026, 6, 30)),
    )


def every_row(found: Seeds) -> tuple[TargetRow, ...]:
    plan = found.plan
    return tuple(
        row
        for target_set in plan.target_sets
        for row in scorecard(plan, found.figures, target_set).rows
    )


def loaded(folder: Path) -> Seeds:
    return seeds.load(folder)
