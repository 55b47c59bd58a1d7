"""Every published case is run by a named test.

The list is tests/cases/README.md; it is compared with what the tests really receive.
"""

from __future__ import annotations

import re

from tests.method import test_published_progress, test_published_rates, test_published_readings
from tests.method.published_cases import CASES, FOLDER


def received_cases() -> set[tuple[str, str]]:
    """Return (case, test) for every case a test really receives."""
    return {
        (param.id, name)
        for module in (test_published_progress, test_published_rates, test_published_readings)
        for name, test in vars(module).items()
        if name.startswith("test_")
        for mark in getattr(test, "pytestmark", ())
        if mark.name == "parametrize"
        for param in mark.args[1]
    }


def test_every_published_case_is_run() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([\w-]+)` \| `(test_\w+)` \|$", text, flags=re.MULTILINE))
    assert listed == received_cases()
    assert {case for case, _ in listed} == set(ids)


def test_every_method_name_of_the_cases_is_explained() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    explained = text.split("## Method names")[1].split("\n## ")[0]
    names = set(re.findall(r"^\| `(\w+)` \|", explained, flags=re.MULTILINE))
    assert names == {case["method"] for case in CASES}
