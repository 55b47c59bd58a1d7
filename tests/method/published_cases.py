"""The cases of tests/cases/published_cases.json, handed to tests by id or by method."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Case = dict[str, Any]

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
