"""A row that begins like an earlier one is read as if it stood alone."""

from __future__ import annotations

import pytest

from plantrack.intake.findings import Finding
from tests.intake.reading import ENGLISH, read, sheet

HEADER = tuple(ENGLISH.split(","))
FIRST = ("literacy", "", 2026, 97.9, "%", "", "")


def of_row(findings: tuple[Finding, ...], row: int) -> list[tuple[str, int | None, object]]:
    """What is said of a row by itself: that others hold the same figure is left out."""
    return [
        (one.code, one.place.column, dict(one.values))
        for one in findings
        if one.place.row == row and not one.code.startswith("duplicate")
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("literacy", "", 2026, 101, "%", "", ""),
        ("literacy", "", 2026, -1, "%", "", ""),
        ("literacy", "", 2026, "98,1", "%", "", ""),
        ("literacy", "", 2026, "", "%", "", ""),
        ("literacy", "", 2026, "…", "%", "", ""),
        ("literacy", "", 2026, 1e17, "%", "", ""),
        ("literacy", "", 2026, 98.1, "kg", "", ""),
        ("literacy", "", 2026, 98.1, "%", "who knows", ""),
        ("literacy", "", 2040, 98.1, "%", "", ""),
        ("literacy", "", "Q1", 98.1, "%", "", ""),
        ("illiteracy of fish", "", 2026, 98.1, "%", "", ""),
        ("illiteracy of fish", "", "Q1", 98.1, "%", "who knows", ""),
        ("illiteracy of fish", "", 2026, 98.1, "#N/A", "", ""),
        ("literacy", "", 2026, 98.1, "%", "", "#N/A"),
    ],
)
def test_a_row_is_read_as_if_it_stood_alone(row: tuple[object, ...]) -> None:
    alone = read(sheet(HEADER, row), "a.xlsx")
    after = read(sheet(HEADER, FIRST, FIRST, row, row), "a.xlsx")
    assert alone.findings
    assert of_row(alone.findings, 2) == of_row(after.findings, 4) == of_row(after.findings, 5)


def test_rows_that_say_the_same_differ_by_their_number_only() -> None:
    other = (*FIRST[:3], 98.3, *FIRST[4:])
    reading = read(sheet(HEADER, FIRST, FIRST, other), "a.xlsx")
    assert {one.code for one in reading.findings} == {"duplicate_disagrees"}
    assert [one.place.row for one in reading.findings] == [2, 3, 4]
    assert not reading.rows
