"""Findings arrive in another process as they were."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal

import pytest

from plantrack.intake.finding_columns import columns_of, of_columns
from plantrack.intake.findings import Finding, Place, found
from tests.intake.reading import read as read_here
from tests.intake.reading import rows

FILE = rows("Literasy,,2026,1,%,,", "GRDP per capita,,2026,7x,million VND,preliminary,")
FINDINGS = (
    found("empty_file", Place()),
    found("file_too_large", Place("Bieu 1", 7, 3, 1, True), limit=Decimal(20)),
)


@pytest.mark.parametrize("findings", [(), FINDINGS])
def test_columns_give_the_findings_they_were_made_of(findings: tuple[Finding, ...]) -> None:
    again = of_columns(columns_of(findings))
    assert again == findings
    assert all(type(one) is Finding and type(one.place) is Place for one in again)


@pytest.mark.parametrize("findings", [None, ()], ids=["findings", "none"])
def test_a_reading_arrives_whole(findings: tuple[Finding, ...] | None) -> None:
    reading = read_here(FILE.encode())
    assert reading.findings
    if findings is not None:
        reading = replace(reading, findings=findings)
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301
