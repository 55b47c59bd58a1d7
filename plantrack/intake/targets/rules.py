"""What the rules of the seeds say about the rows of a file, told at the file's own cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from plantrack.intake.findings import Finding, Term, found
from plantrack.intake.targets.columns import (
    DIRECTION_TERMS,
    FORM_TERMS,
    HEADERS,
    DocumentField,
    TargetColumn,
)
from plantrack.intake.targets.document import Document
from plantrack.intake.targets.rows import TargetRead
from plantrack.intake.targets.sheets import Written
from plantrack.model import Direction, Form
from plantrack.plan import Plan
from plantrack.seeds import AddedProblem, Recorded, added_problems

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_COLUMNS: Final = {
    "indicator": TargetColumn.INDICATOR,
    "form": TargetColumn.FORM,
    "low": TargetColumn.LOW,
    "high": TargetColumn.HIGH,
    "direction": TargetColumn.DIRECTION,
    "period_start": TargetColumn.FIRST_YEAR,
    "period_end": TargetColumn.YEAR,
    "baseline_period": TargetColumn.BASELINE_YEAR,
    "peer_set": TargetColumn.PEERS,
    "k": TargetColumn.PLACES,
}
# A rule of dates about the set that is replaced, not about the one of the file.
_OF_THE_OTHER: Final = {"set_dates_reversed": "replaced_later"}


def rule_findings(
    plan: Plan,
    recorded: Recorded,
    document: Document,
    targets: Mapping[str, TargetRead],
    lines: Mapping[DocumentField, Written],
) -> Iterator[Finding]:
    """Yield what the seeds' rules say about a set put into `plan`; no rule is written twice."""
    if any(one.code == "set_known" for one in document.findings):
        recorded = {**recorded, "rows": _renamed(recorded)}
    read = list(targets.values())
    owners = [place for place, target in enumerate(read) for _ in target.milestones]
    for one in added_problems(plan, recorded):
        if one.table == "target_sets":
            yield _about_set(one, lines)
        else:
            said = _about_target(one, owners, plan, read)
            yield from () if said is None else (said,)


def _renamed(recorded: Recorded) -> Mapping[str, list[dict[str, str]]]:
    """Return the rows under ids no plan has: that the set is known has been said."""
    own = recorded["rows"]["target_sets"][0]["id"]
    ids = {"id", "target", "target_set", "source", "origin"}
    return {
        table: [
            {k: v.replace(own, f"{own}_new", 1) if k in ids else v for k, v in row.items()}
            for row in rows
        ]
        for table, rows in recorded["rows"].items()
    }


def _about_set(one: AddedProblem, lines: Mapping[DocumentField, Written]) -> Finding:
    code, line = one.problem.code, DocumentField.TO
    if one.position < 0:
        code, line = _OF_THE_OTHER[code], DocumentField.REPLACES
    return found(code, lines[line].place, **_values(one.problem.named))


def _about_target(
    one: AddedProblem, owners: list[int], plan: Plan, targets: list[TargetRead]
) -> Finding | None:
    """Return what a rule says of a target; None where its cell could not be read, as was said."""
    problem, position = one.problem, one.position
    column = _COLUMNS.get(problem.column)
    if one.table == "milestones":
        position = owners[one.position]
        column = TargetColumn.MILESTONES
    target = targets[position]
    unread = target.unread | (
        {TargetColumn.FORM} if TargetColumn.MILESTONES in target.unread else set()
    )
    if column in unread:
        return None
    values = _values(problem.named)
    if "column" in values:
        values["column"] = HEADERS[_COLUMNS[str(values["column"])]]
    if "indicator" in values:
        values["indicator"] = plan.indicators[target.indicator.id].name
    if problem.code == "target_twice":
        first = int(str(problem.named["first"])) - (problem.row - position)
        values["first"] = targets[first].row.place.row
    place = target.row.place if column is None else target.row.at(column)
    return found(problem.code, place, **values)


def _values(named: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(value) for name, value in named.items()}


def _value(value: object) -> object:
    """Return a value as a finding says it: forms and directions as words, days as days."""
    if isinstance(value, Form):
        return Term(FORM_TERMS[value])
    if isinstance(value, str) and value in set(Direction):
        return Term(DIRECTION_TERMS[Direction(value)])
    if isinstance(value, str) and _ISO.fullmatch(value):
        return date.fromisoformat(value)
    return value
