"""Dated milestones in one cell: "2027: 40; 2030: 55", or a range of two values each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from plantrack.intake.findings import Finding, found
from plantrack.intake.numbers import Number, read_number
from plantrack.intake.targets.columns import TargetColumn
from plantrack.intake.targets.sheets import TargetCells

_ONE = re.compile(r"([12]\d{3})\s*:\s*(\S+?)(?:\s*–\s*(\S+))?")
_MOST = 40

Converted = Callable[[Number], tuple[Number | None, list[Finding]]]


@dataclass(frozen=True, slots=True)
class Milestone:
    """Values in the indicator's unit; `high` is None where one value is written."""

    year: int
    value: Decimal
    high: Decimal | None


def read_milestones(
    row: TargetCells, in_unit: Converted
) -> tuple[tuple[Milestone, ...], list[Finding]]:
    """Return the milestones of a row's cell, in the unit `in_unit` converts to."""
    text = row.text(TargetColumn.MILESTONES)
    milestones: list[Milestone] = []
    said: list[Finding] = []
    for part in [part.strip() for part in text.split(";") if part.strip()]:
        match = _ONE.fullmatch(part)
        values: list[Decimal] = []
        for written in match.groups()[1:] if match else ():
            if written is None:
                continue
            number = read_number(written, row.decimal_mark, settled=True)
            if not isinstance(number, Number):
                break
            own, findings = in_unit(number)
            said += [one for one in findings if one not in said]
            if own is None:
                return (), said
            values.append(own.value)
        wanted = 0 if match is None else sum(one is not None for one in match.groups()[1:])
        if match is None or len(values) != wanted or len(milestones) >= _MOST:
            shown = {"text": text}
            return (), [found("milestones_unreadable", row.at(TargetColumn.MILESTONES), **shown)]
        milestones.append(Milestone(int(match[1]), values[0], (*values, None)[1]))
    return tuple(milestones), said
