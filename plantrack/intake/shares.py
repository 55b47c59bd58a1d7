"""Shares of a whole stand or fall together: the whole set of a year, from one origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plantrack.intake.candidates import Candidate
from plantrack.intake.findings import Finding, found
from plantrack.intake.numbers import Number
from plantrack.method.structure import shares_sum
from plantrack.model import Indicator
from plantrack.plan import Plan


@dataclass(frozen=True, slots=True)
class ShareSet:
    """The accepted shares of one year and compiler, of all `parts` the whole has."""

    id: str
    whole: Indicator
    parts: tuple[Indicator, ...]
    year: int
    members: tuple[Candidate, ...]

    def finding(self) -> Finding | None:
        """Return why the set cannot be stored, placed at its first row."""
        present = {one.indicator.id for one in self.members}
        missing = tuple(part.name for part in self.parts if part.id not in present)
        first = min((one.row for one in self.members), key=lambda place: place.order)
        if missing:
            return found("shares_incomplete", first, year=self.year, missing=missing)
        whole = self.whole.ceiling if self.whole.ceiling is not None else Decimal(100)
        check = shares_sum([one.value for one in self.members], self.decimals, whole)
        if check.holds:
            return None
        sums = {"total": check.total, "whole": whole, "tolerance": check.tolerance}
        return found("shares_do_not_sum", first, year=self.year, **sums)

    @property
    def decimals(self) -> int:
        """The most decimals any share has: an origin prints its shares alike."""
        return max(one.number.decimals for one in self.members)

    def printed_alike(self) -> tuple[Candidate, ...]:
        """Return the members with the decimals of the set: 47.2 beside 20.51 is 47.20."""
        return tuple(
            replace(one, number=Number(one.value, self.decimals), as_printed=True)
            for one in self.members
        )


def share_sets(plan: Plan, candidates: Sequence[Candidate]) -> Iterator[ShareSet]:
    """Yield the sets the candidates make up; a candidate that is no share is in none."""
    for formula in plan.wholes():
        groups: dict[tuple[str, int], list[Candidate]] = {}
        for one in candidates:
            if one.indicator.id in formula.operands:
                groups.setdefault((one.series.compiler, one.year), []).append(one)
        for (compiler, year), members in groups.items():
            yield ShareSet(
                id=f"{formula.indicator}/{compiler}/{year}",
                whole=plan.indicators[formula.indicator],
                parts=tuple(plan.indicators[part] for part in formula.operands),
                year=year,
                members=tuple(members),
            )
