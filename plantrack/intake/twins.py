"""Rows of one file for the same figure: kept once when they agree, blocked when they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

from plantrack.intake.candidates import Candidate
from plantrack.intake.findings import Amount, Finding, Term, found
from plantrack.model import Status
from plantrack.words.terms import STATUSES

SHOWN = 5  # of the values that disagree


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
        disagreement = _disagreement(group)
        if disagreement is not None:
            code, values = disagreement
            findings += _said(code, group, count=len(group), **values)
            continue
        finest = max(group, key=lambda one: one.number.decimals)
        kept.append(finest)
        findings += _said("duplicate_agrees", [one for one in group if one is not finest])
    return tuple(kept), tuple(findings)


def _disagreement(group: Sequence[Candidate]) -> tuple[str, dict[str, object]] | None:
    coarsest = min([one.number.decimals for one in group])
    value = group[0].value
    first = _rounded(value, coarsest)
    if any(one.value is not value and _rounded(one.value, coarsest) != first for one in group):
        shown = islice(_values(group), SHOWN)
        amounts = tuple(Amount(value, group[0].unit.name) for value in shown)
        return "duplicate_disagrees", {"values": amounts}
    statuses = dict.fromkeys(one.status or Status.NOT_STATED for one in group)
    if len(statuses) > 1:
        terms = tuple(Term(STATUSES[status]) for status in statuses)
        return "duplicate_status", {"statuses": terms}
    return None


def _values(group: Sequence[Candidate]) -> Iterator[Decimal]:
    """Yield the values of a group, each once."""
    seen: set[Decimal] = set()
    for one in group:
        if one.value not in seen:
            seen.add(one.value)
            yield one.value


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.scaleb(decimals).to_integral_value(ROUND_HALF_UP)


def _said(code: str, group: Sequence[Candidate], **values: object) -> list[Finding]:
    """Say the same of each row of a group: what is said is made once, however many there are."""
    if not group:
        return []
    name, year = group[0].indicator.name, group[0].year
    one = found(code, group[0].row, indicator=name, year=year, **values)
    return [Finding(code, candidate.row, one.values) for candidate in group]
