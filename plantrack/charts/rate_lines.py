"""Yearly changes side by side: observed, required from the baseline, required from now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantrack.model import Status
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.paces import pace_scale, pace_unit
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class RateLine:
    """A target's yearly changes, in percent or in units a year; None where not known.

    `low` and `high` are what both bounds of a range require from now.
    """

    row: TargetRow
    observed: float | None
    required: float | None
    from_now: float | None
    low: float | None
    high: float | None
    status: Status

    @property
    def known(self) -> list[float]:
        found = (self.observed, self.required, self.from_now, self.low, self.high)
        return [value for value in found if value is not None]


@dataclass(frozen=True, slots=True)
class Group:
    """Targets whose yearly changes have one unit, named by `unit`."""

    unit: str
    lines: tuple[RateLine, ...]


def rate_line(row: TargetRow) -> RateLine | None:
    """Return the changes of a target; None for ranks and where nothing is known."""
    verdict = row.assessment
    if verdict.rank is not None or verdict.latest is None or verdict.goal is None:
        return None
    scale = pace_scale(row)
    aimed = verdict.deciding
    if verdict.goal.corridor:
        aimed = verdict.goal.side_of(verdict.latest.value)
    now, ranged = verdict.required_from_now, None not in (verdict.goal.low, verdict.goal.high)

    def scaled(rate: float | None) -> float | None:
        return None if rate is None else rate * scale

    line = RateLine(
        row=row,
        observed=scaled(verdict.observed),
        required=scaled(verdict.required.to(verdict.deciding)),
        from_now=None if verdict.met else scaled(now.to(aimed)),
        low=scaled(now.low) if ranged else None,
        high=scaled(now.high) if ranged else None,
        status=verdict.latest.status,
    )
    return line if line.known else None


def groups(rows: Sequence[TargetRow], say: Say) -> tuple[Group, ...]:
    """Return the targets that have a pace by the unit of their pace, in the order given."""
    found: dict[str, list[RateLine]] = {}
    for row in rows:
        line = rate_line(row)
        if line is not None:
            found.setdefault(pace_unit(row, say), []).append(line)
    return tuple(Group(unit, tuple(lines)) for unit, lines in found.items())
