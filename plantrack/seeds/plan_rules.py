"""What must hold among the definitions of a plan beyond single cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plantrack.model import Operation
from plantrack.seeds.cells import SoundRow
from plantrack.seeds.problems import Findings, Place
from plantrack.seeds.reading import Tables

Rows = Mapping[str, tuple[SoundRow, ...]]


def check(tables: Tables, rows: Rows, findings: Findings) -> None:
    """Note every inconsistency among plan, trees, series, breaks, thresholds and formulas."""
    _plan(tables, rows, findings)
    for table, column in (
        ("geographies", "parent"),
        ("geographies", "successor"),
        ("themes", "parent"),
        ("indicators", "parent"),
        ("frame", "parent"),
    ):
        _tree(rows[table], column, findings)
    _limits(rows, findings)
    _series(rows, findings)
    _breaks(rows, findings)
    _thresholds(rows, findings)
    _formulas(rows, findings)
    _set_dates(rows, findings)


def grouped(
    rows: tuple[SoundRow, ...], key: Callable[[SoundRow], str]
) -> dict[str, list[SoundRow]]:
    groups: dict[str, list[SoundRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _plan(tables: Tables, rows: Rows, findings: Findings) -> None:
    count = len(tables["plan"])
    if count != 1 and not any(p.file == "plan.csv" for p in tables.problems):
        findings.add("plan_rows", Place("plan.csv"), count=count)
    for plan in rows["plan"]:
        written = plan.text("time_zone")
        if not _is_time_zone(written):
            findings.add("time_zone_unknown", plan.place("time_zone"), written=written)
        first, last = plan.whole("first_year"), plan.whole("last_year")
        if last <= first:
            findings.add("years_reversed", plan.place("last_year"), first=first, last=last)
        default = plan.text("default_target_set")
        if not any(target.text("target_set") == default for target in rows["targets"]):
            findings.add("set_empty", plan.place("default_target_set"), written=default)


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _tree(rows: tuple[SoundRow, ...], column: str, findings: Findings) -> None:
    above = {row.text("id"): row.text(column) for row in rows}
    for row in rows:
        seen = {row.text("id")}
        current = row.text(column)
        while current and current not in seen:
            seen.add(current)
            current = above.get(current, "")
        if current == row.text("id"):
            findings.add("own_ancestor", row.place(column), written=row.text("id"))


def _limits(rows: Rows, findings: Findings) -> None:
    for indicator in rows["indicators"]:
        floor, ceiling = indicator.number("floor"), indicator.number("ceiling")
        if floor is not None and ceiling is not None and floor > ceiling:
            place = indicator.place("floor")
            findings.add("limits_reversed", place, floor=floor, ceiling=ceiling)


def _series(rows: Rows, findings: Findings) -> None:
    bases = {row.text("id"): row.text("price_basis") for row in rows["indicators"]}
    for indicator, members in grouped(rows["series"], lambda r: r.text("indicator")).items():
        names = ", ".join(row.text("id") for row in members)
        preferred = [row for row in members if row.yes("preferred")]
        if not preferred:
            place = members[0].place("preferred")
            findings.add("preferred_none", place, indicator=indicator, series=names)
        for row in preferred[1:]:
            both = ", ".join(one.text("id") for one in preferred)
            findings.add(
                "preferred_twice", row.place("preferred"), indicator=indicator, series=both
            )
        _compilers(members, findings)
        for row in members:
            written, expected = row.text("price_basis"), bases.get(indicator)
            if expected is not None and written != expected:
                findings.add(
                    "series_price_basis",
                    row.place("price_basis"),
                    written=written,
                    indicator=indicator,
                    expected=expected,
                )


def _compilers(members: list[SoundRow], findings: Findings) -> None:
    first: dict[str, str] = {}
    for row in members:
        compiler = row.text("compiler")
        if compiler in first:
            place = row.place("compiler")
            findings.add("compiler_twice", place, compiler=compiler, series=first[compiler])
        first.setdefault(compiler, row.text("id"))


def _breaks(rows: Rows, findings: Findings) -> None:
    seen: set[tuple[str, int]] = set()
    for row in rows["breaks"]:
        key = (row.text("series"), row.whole("first_year_after"))
        if key in seen:
            place = row.place("first_year_after")
            findings.add("break_twice", place, series=key[0], year=key[1])
        seen.add(key)


def _thresholds(rows: Rows, findings: Findings) -> None:
    for method, members in grouped(rows["thresholds"], lambda r: r.text("method")).items():
        for before, after in pairwise(members):
            previous, written = before.number("from_ratio"), after.number("from_ratio")
            if written is not None and (previous is None or written >= previous):
                findings.add(
                    "thresholds_order",
                    after.place("from_ratio"),
                    written=written,
                    previous="–" if previous is None else previous,
                )
        if all(row.number("from_ratio") is not None for row in members):
            findings.add("thresholds_open", members[-1].place("from_ratio"), method=method)


# What each operation works on: number of operands, and ids in each of them.
_OPERANDS = {
    Operation.PRODUCT: (2, 1),
    Operation.SUM: (1, 1),
    Operation.WEIGHTED_MEAN: (2, 1),
    Operation.WEIGHTED_SUM: (2, 2),
    Operation.RANK: (1, 1),
}


def _formulas(rows: Rows, findings: Findings) -> None:
    for row in rows["formulas"]:
        operation = Operation(row.text("operation"))
        least, ids = _OPERANDS[operation]
        operands = row.text("operands").split()
        exact = operation in (Operation.WEIGHTED_MEAN, Operation.RANK)
        fits = len(operands) == least if exact else len(operands) >= least
        if not fits or any(len(operand.split("*")) != ids for operand in operands):
            expected = "*".join(["id"] * ids) + f" × {least}{'' if exact else '+'}"
            findings.add(
                "formula_operands",
                row.place("operands"),
                operation=operation,
                expected=expected,
                count=row.text("operands"),
            )


def _set_dates(rows: Rows, findings: Findings) -> None:
    for table, first, last in (
        ("target_sets", "in_force_from", "in_force_to"),
        ("geographies", "valid_from", "valid_to"),
        ("peer_sets", "valid_from", "valid_to"),
    ):
        for row in rows[table]:
            start, end = row.day(first), row.day(last)
            if start is not None and end is not None and end < start:
                findings.add("set_dates_reversed", row.place(last), start=start, end=end)


def limits_of(rows: Rows) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """Natural floor and ceiling of each indicator."""
    return {
        row.text("id"): (row.number("floor"), row.number("ceiling")) for row in rows["indicators"]
    }
