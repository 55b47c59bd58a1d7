"""What must hold for figures: an origin, one value a period, natural limits, shares that sum."""

from __future__ import annotations

from decimal import Decimal

from plantrack.model import Operation
from plantrack.seeds.cells import SoundRow
from plantrack.seeds.definition import is_figure
from plantrack.seeds.plan_rules import Rows, limits_of, repeated
from plantrack.seeds.problems import Findings
from plantrack.seeds.target_rules import note_beyond_limits

Key = tuple[str, str, str, str]


def check(rows: Rows, findings: Findings) -> None:
    """Note figures without origin or reason, outside limits, given twice, or not summing."""
    limits = limits_of(rows)
    indicators = {row.text("id"): row.text("indicator") for row in rows["series"]}
    for row in rows["figures"]:
        if not row.text("origin"):
            findings.add("origin_missing", row.place("origin"))
        if is_figure(row.row):
            indicator = indicators.get(row.text("series"), "")
            note_beyond_limits(row, "value", indicator, limits, findings)
        else:
            _reason(row, findings)
    _one_value(rows, findings)
    _shares(rows, findings)


def _reason(row: SoundRow, findings: Findings) -> None:
    if row.text("use") == "reject" and not row.text("value"):
        findings.add("reject_without_value", row.place("value"))
    for column in ("note_vi", "note_en"):
        if not row.text(column):
            findings.add("reason_missing", row.place(column))


def key_of(row: SoundRow) -> Key:
    return (
        row.text("series"),
        row.text("geography"),
        row.text("period_start"),
        row.text("period_end"),
    )


def _one_value(rows: Rows, findings: Findings) -> None:
    held = (row for row in rows["figures"] if is_figure(row.row))
    for row, other in repeated(held, key_of):
        findings.add(
            "two_values",
            row.place("value"),
            written=row.text("value"),
            other=other.text("value"),
            first=other.row.number,
        )


def _shares(rows: Rows, findings: Findings) -> None:
    indicators = {row.text("id"): row for row in rows["indicators"]}
    for formula in rows["formulas"]:
        whole = indicators.get(formula.text("indicator"))
        if (
            whole is None
            or formula.text("operation") != Operation.SUM
            or formula.text("applies_to") != "any"
            or not whole.text("floor")
            or whole.number("floor") != whole.number("ceiling")
        ):
            continue
        _sum_of_parts(whole, formula.text("operands").split(), rows, findings)


def _sum_of_parts(whole: SoundRow, parts: list[str], rows: Rows, findings: Findings) -> None:
    series = {row.text("id"): row for row in rows["series"]}
    decimals = {row.text("id"): row.whole("decimals") for row in rows["indicators"]}
    sets: dict[Key, list[SoundRow]] = {}
    for row in rows["figures"]:
        of = series.get(row.text("series"))
        if of is not None and of.text("indicator") in parts and is_figure(row.row):
            key = (of.text("compiler"), *key_of(row)[1:])
            sets.setdefault(key, []).append(row)
    expected = whole.number("floor")
    for members in sets.values():
        if len(members) != len(parts):
            continue  # an incomplete set cannot be summed; structure says so where it is used
        place = members[-1].place("value")
        covered = members[0].period()
        period = covered.year or f"{covered.start} – {covered.end}"
        name = whole.text("id")
        origins = sorted({row.text("origin") for row in members})
        if len(origins) > 1:
            findings.add(
                "shares_origins", place, whole=name, period=period, origins=", ".join(origins)
            )
        total = sum((row.number("value") or Decimal(0) for row in members), Decimal(0))
        tolerance = sum((_half_unit(row, series, decimals) for row in members), Decimal(0))
        if expected is not None and abs(total - expected) > tolerance:
            findings.add(
                "shares_sum",
                place,
                whole=name,
                period=period,
                sum=total,
                expected=expected,
                tolerance=tolerance,
            )


def _half_unit(row: SoundRow, series: dict[str, SoundRow], decimals: dict[str, int]) -> Decimal:
    printed = row.whole_or_none("decimals")
    if printed is None:
        printed = decimals[series[row.text("series")].text("indicator")]
    return Decimal(5).scaleb(-printed - 1)
