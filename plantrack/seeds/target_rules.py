"""What must hold for a target: its form, bounds, direction, baseline and period."""

from __future__ import annotations

from decimal import Decimal

from plantrack.model import Direction, Form, Measure
from plantrack.seeds.cells import SoundRow
from plantrack.seeds.plan_rules import Rows, limits_of, repeated
from plantrack.seeds.problems import Findings

# Bounds a form needs; "one" = low or high, whichever its direction names.
_BOUNDS: dict[Form, tuple[str, ...]] = {
    Form.AT_LEAST: ("low",),
    Form.AT_MOST: ("high",),
    Form.RANGE_MORE: ("low", "high"),
    Form.RANGE_LESS: ("low", "high"),
    Form.BETWEEN: ("low", "high"),
    Form.TOP: (),
    Form.CHANGE_PER_YEAR: ("low", "high"),
    Form.CUMULATIVE: ("low",),
    Form.PATH: (),
}
_OPTIONAL: dict[Form, tuple[str, ...]] = {
    Form.CUMULATIVE: ("high",),
    Form.PATH: ("low", "high"),
}
_DIRECTION = {
    Form.AT_LEAST: Direction.MORE,
    Form.AT_MOST: Direction.LESS,
    Form.RANGE_MORE: Direction.MORE,
    Form.RANGE_LESS: Direction.LESS,
    Form.TOP: Direction.LESS,  # a smaller place number is better
}
_SPANNING = frozenset({Form.HOLD, Form.PATH, Form.CHANGE_PER_YEAR, Form.CUMULATIVE})


def check(rows: Rows, unread: frozenset[str], findings: Findings) -> None:
    """Note every target that contradicts its own form, and every stray milestone."""
    limits = limits_of(rows)
    measures = {row.text("id"): Measure(row.text("measure")) for row in rows["indicators"]}
    bases = {row.text("id"): row.text("price_basis") for row in rows["indicators"]}
    _twice(rows, findings)
    for row in rows["targets"]:
        _bounds(row, findings)
        _direction(row, findings)
        _period(row, rows, measures, findings)
        _price_basis(row, bases, findings)
        _limits(row, limits, findings)
    _milestones(rows, findings)
    if "milestones.csv" not in unread:
        _path_ends(rows, findings)


def direction_of(form: Form, low: Decimal | None, high: Decimal | None) -> Direction | None:
    """Return the direction a form means by itself; None where the target has to say it."""
    if form is Form.CHANGE_PER_YEAR and low is not None and high is not None:
        return Direction.MORE if low >= 0 else Direction.LESS if high <= 0 else None
    return _DIRECTION.get(form)


def _twice(rows: Rows, findings: Findings) -> None:
    """A set asks for one thing of an indicator, a place and a period."""
    columns = ("target_set", "indicator", "geography", "period_start", "period_end")
    for row, other in repeated(rows["targets"], lambda r: tuple(map(r.text, columns))):
        findings.add(
            "target_twice",
            row.place("indicator"),
            indicator=row.text("indicator"),
            year=row.period().last_year,
            first=other.row.number,
        )


def _bounds(row: SoundRow, findings: Findings) -> None:
    form = Form(row.text("form"))
    needed = _bounds_of_hold(row) if form is Form.HOLD else _BOUNDS[form]
    needed = (*needed, "k", "peer_set") if form is Form.TOP else needed
    allowed = (*needed, *_OPTIONAL.get(form, ()))
    for column in ("low", "high", "k", "peer_set"):
        if column in needed and not row.text(column):
            findings.add("bound_missing", row.place(column), form=form, column=column)
        if column not in allowed and row.text(column):
            findings.add("bound_extra", row.place(column), form=form, column=column)
    low, high = row.number("low"), row.number("high")
    if low is not None and high is not None and low > high:
        findings.add("bounds_reversed", row.place("low"), low=low, high=high)


def _bounds_of_hold(row: SoundRow) -> tuple[str, ...]:
    return ("low",) if row.text("direction") == "more" else ("high",)


def _direction(row: SoundRow, findings: Findings) -> None:
    form = Form(row.text("form"))
    expected = direction_of(form, row.number("low"), row.number("high"))
    written = row.text("direction")
    if expected is not None and written != expected:
        findings.add(
            "direction_contradicts",
            row.place("direction"),
            form=form,
            expected=expected,
            written=written,
        )


def _period(row: SoundRow, rows: Rows, measures: dict[str, Measure], findings: Findings) -> None:
    period, form = row.period(), Form(row.text("form"))
    if not period.whole_years:
        findings.add(
            "period_not_years", row.place("period_start"), start=period.start, end=period.end
        )
        return
    averaged = measures.get(row.text("indicator")) is Measure.AVERAGE_GROWTH
    if period.year is None and form not in _SPANNING and not averaged:
        findings.add("level_span", row.place("period_start"), form=form, count=len(period.years))
    baseline = row.whole("baseline_period")
    first = period.years[0]
    if baseline >= first:
        findings.add("baseline_late", row.place("baseline_period"), baseline=baseline, year=first)
    for plan in rows["plan"]:
        begins, ends = plan.whole("first_year"), plan.whole("last_year")
        if begins < ends and not begins <= period.last_year <= ends:
            findings.add(
                "period_outside",
                row.place("period_end"),
                year=period.last_year,
                first=begins,
                last=ends,
            )


def _price_basis(row: SoundRow, bases: dict[str, str], findings: Findings) -> None:
    indicator, written = row.text("indicator"), row.text("price_basis")
    expected = bases.get(indicator, written)
    if "none" not in (written, expected) and written != expected:
        findings.add(
            "target_price_basis",
            row.place("price_basis"),
            written=written,
            indicator=indicator,
            expected=expected,
        )


def _limits(
    row: SoundRow,
    limits: dict[str, tuple[Decimal | None, Decimal | None]],
    findings: Findings,
) -> None:
    if Form(row.text("form")) in (Form.CHANGE_PER_YEAR, Form.CUMULATIVE):
        return  # a change or a sum, not a level of the indicator
    indicator = row.text("indicator")
    for column in ("low", "high"):
        note_beyond_limits(row, column, indicator, limits, findings)


def note_beyond_limits(
    row: SoundRow,
    column: str,
    indicator: str,
    limits: dict[str, tuple[Decimal | None, Decimal | None]],
    findings: Findings,
) -> None:
    """Note the value in `column` when it lies outside the indicator's natural limits."""
    value = row.number(column)
    floor, ceiling = limits.get(indicator, (None, None))
    if value is None:
        return
    if (floor is not None and value < floor) or (ceiling is not None and value > ceiling):
        findings.add(
            "beyond_limits",
            row.place(column),
            written=value,
            floor="–" if floor is None else floor,
            ceiling="–" if ceiling is None else ceiling,
            indicator=indicator,
        )


def _milestones(rows: Rows, findings: Findings) -> None:
    targets = {row.text("id"): row for row in rows["targets"]}
    for row in rows["milestones"]:
        target = targets.get(row.text("target"))
        year = int(row.text("period_end")[:4])
        if row.number("low") is None and row.number("high") is None:
            findings.add("milestone_bound", row.place("low"))
        if target is None:
            continue
        form = Form(target.text("form"))
        if form is not Form.PATH:
            findings.add("milestone_form", row.place("target"), target=target.text("id"), form=form)
        baseline, last = target.whole("baseline_period"), target.period().last_year
        if not baseline < year <= last:
            findings.add(
                "milestone_year",
                row.place("period_end"),
                year=year,
                baseline=baseline,
                last=last,
                target=target.text("id"),
            )


def _path_ends(rows: Rows, findings: Findings) -> None:
    ends = {(row.text("target"), int(row.text("period_end")[:4])) for row in rows["milestones"]}
    for target in rows["targets"]:
        name, last = target.text("id"), target.period().last_year
        if Form(target.text("form")) is Form.PATH and (name, last) not in ends:
            findings.add("path_end", target.place("form"), target=name, year=last)
