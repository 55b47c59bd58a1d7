"""The cases of tests/cases/published_cases.json, handed to tests by id or by method, and the
cut-offs they were published with.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plantrack.method.published import Cutoffs

Case = dict[str, Any]

EUROSTAT_FAMILY = Cutoffs(0.95, 0.60, 0)
STRAIGHT_LINE = Cutoffs(1.0, 0.5, 0)
PROGRESS_CHART_2022 = Cutoffs(0.95, 0.50, -0.10)
GROWTH_WITHOUT_TARGET = Cutoffs(0.015, 0.005, 0)

FOLDER = Path(__file__).parent.parent / "cases"
CASES: list[Case] = json.loads((FOLDER / "published_cases.json").read_text(encoding="utf-8"))[
    "cases"
]


def cases(*names: str) -> pytest.MarkDecorator:
    """Run the test on the cases with these ids or of these methods."""
    chosen = [case for case in CASES if case["id"] in names or case["method"] in names]
    found = {case[key] for case in chosen for key in ("id", "method")}
    assert set(names) <= found, f"no such case or method: {set(names) - found}"
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in chosen])


def within(case: Case) -> Any:
    return lambda expected: pytest.approx(expected, rel=0, abs=case["tolerance"])
