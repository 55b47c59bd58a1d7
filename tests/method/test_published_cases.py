"""Every published case is run by a named test, or its absence is explained.

The list is tests/cases/README.md; it is compared with what the tests really receive.
"""

from __future__ import annotations

import re

from tests.method import test_published_progress, test_published_rates
from tests.method.published_cases import CASES, FOLDER


def received_cases() -> set[tuple[str, str]]:
    """Return (case, test) for every case a test really receives."""
    return {
        (param.id, name)
        for module in (test_published_progress, test_published_rates)
        for name, test in vars(module).items()
        if name.startswith("test_")
        for mark in getattr(test, "pytestmark", ())
        if mark.name == "parametrize"
        for param in mark.args[1]
    }


def test_every_published_case_is_run_or_its_absence_explained() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    run, explained = text.split("## Cases no formula here fits")
    listed = set(re.findall(r"^\| `([\w-]+)` \| `(test_\w+)` \|$", run, flags=re.MULTILINE))
    assert listed == received_cases()
    reasons = dict(re.findall(r"^\| `([\w-]+)` \| (.{20,}) \|$", explained, flags=re.MULTILINE))
    listed_ids = {case for case, _ in listed}
    assert not listed_ids & set(reasons)
    assert listed_ids | set(reasons) == set(ids)


def test_every_method_name_of_the_cases_is_explained() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    explained = text.split("## Method names")[1].split("\n## ")[0]
    names = set(re.findall(r"^\| `(\w+)` \|", explained, flags=re.MULTILINE))
    assert names == {case["method"] for case in CASES}
