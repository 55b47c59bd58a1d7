"""Rows of one file for the same figure: kept once when they agree, blocked when they do not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP

from plantrack.intake.candidates import Candidate
from plantrack.intake.findings import Finding, found


def without_twins(
    candidates: Sequence[Candidate],
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    """Return one candidate for each series and year, and what is said about the others.

    Values agree when they are equal after rounding to the coarser; the finer one is kept.
    """
    groups: dict[tuple[str, int], list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.key, []).append(candidate)
    kept: list[Candidate] = []
    findings: list[Finding] = []
    for group in groups.values():
        if not _agree(group):
            findings += (_disagreement(one, group) for one in group)
            continue
        finest = max(group, key=lambda one: one.number.decimals)
        kept.append(finest)
        findings += (
            found("duplicate_agrees", one.row, indicator=one.indicator.name, year=one.year)
            for one in group
            if one is not finest
        )
    return tuple(kept), tuple(findings)


def _agree(group: Sequence[Candidate]) -> bool:
    coarsest = min(one.number.decimals for one in group)
    rounded = {_rounded(one, coarsest) for one in group}
    return len(rounded) == 1 and len({one.status for one in group}) == 1


def _rounded(candidate: Candidate, decimals: int) -> str:
    step = candidate.value.scaleb(decimals).to_integral_value(ROUND_HALF_UP)
    return str(step + 0)


def _disagreement(candidate: Candidate, group: Sequence[Candidate]) -> Finding:
    return found(
        "duplicate_disagrees",
        candidate.row,
        indicator=candidate.indicator.name,
        year=candidate.year,
        count=len(group),
        values=tuple(one.amount for one in group),
    )
