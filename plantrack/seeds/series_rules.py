"""What must hold for series, breaks, thresholds, units and formulas."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from plantrack.model import Measure, Operation, PriceBasis
from plantrack.plan import STANDING_METHOD
from plantrack.seeds.cells import SoundRow
from plantrack.seeds.plan_rules import Rows, repeated
from plantrack.seeds.problems import Findings, Place
from plantrack.seeds.schema import file_of


def check(rows: Rows, unread: frozenset[str], findings: Findings) -> None:
    """Note every series, break, threshold, unit and formula that cannot be used as written."""
    _series(rows, unread, findings)
    _breaks(rows, findings)
    _first_estimates(rows, findings)
    _thresholds(rows, unread, findings)
    _factors(rows, findings)
    _formulas(rows, findings)


def grouped(
    rows: tuple[SoundRow, ...], key: Callable[[SoundRow], str]
) -> dict[str, list[SoundRow]]:
    groups: dict[str, list[SoundRow]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _series(rows: Rows, unread: frozenset[str], findings: Findings) -> None:
    bases = {row.text("id"): row.text("price_basis") for row in rows["indicators"]}
    for indicator, members in grouped(rows["series"], lambda r: r.text("indicator")).items():
        names = ", ".join(row.text("id") for row in members)
        preferred = [row for row in members if row.yes("preferred")]
        if not preferred and "series.csv" not in unread:
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
    for row, other in repeated(members, lambda r: r.text("compiler")):
        findings.add(
            "compiler_twice",
            row.place("compiler"),
            compiler=row.text("compiler"),
            series=other.text("id"),
        )


def _breaks(rows: Rows, findings: Findings) -> None:
    def broken(row: SoundRow) -> tuple[str, int]:
        return row.text("series"), row.whole("first_year_after")

    for row, _ in repeated(rows["breaks"], broken):
        series, year = broken(row)
        findings.add("break_twice", row.place("first_year_after"), series=series, year=year)


def _first_estimates(rows: Rows, findings: Findings) -> None:
    indicators = {row.text("id"): row.text("indicator") for row in rows["series"]}
    for row, _ in repeated(rows["first_estimates"], lambda r: r.text("series")):
        findings.add("first_estimates_twice", row.place("series"), series=row.text("series"))
    for row in rows["first_estimates"]:
        series, first = row.text("series"), row.text("first")
        known = series in indicators and first in indicators
        if series == first or (known and indicators[series] != indicators[first]):
            findings.add("first_estimates_other", row.place("first"), series=series, first=first)


def _thresholds(rows: Rows, unread: frozenset[str], findings: Findings) -> None:
    methods = grouped(rows["thresholds"], lambda r: r.text("method"))
    if STANDING_METHOD not in methods and "thresholds.csv" not in unread:
        place = Place(file_of("thresholds"), 0, "method")
        findings.add("thresholds_missing", place, method=STANDING_METHOD)
    for method, members in methods.items():
        for before, after in pairwise(members):
            previous, written = before.number("from_ratio"), after.number("from_ratio")
            if written is not None and (previous is None or written >= previous):
                findings.add(
                    "thresholds_order",
                    after.place("from_ratio"),
                    written=written,
                    previous="–" if previous is None else previous,
                )
        ended = any(row.number("from_ratio") is None for row in members)
        if not ended and "thresholds.csv" not in unread:
            findings.add("thresholds_open", members[-1].place("from_ratio"), method=method)


# What each operation works on: number of operands, and ids in each of them.
_OPERANDS = {
    Operation.PRODUCT: (2, 1),
    Operation.SUM: (1, 1),
    Operation.WEIGHTED_MEAN: (2, 1),
    Operation.WEIGHTED_SUM: (2, 2),
    Operation.RANK: (1, 1),
    Operation.IDENTITY: (2, 1),
}
_OF_GROWTH = "growth"

# What the three indicators of an identity must be, in this order: the amount per person at
# current prices, the real growth of the whole, the population.
_IDENTITY = (
    (Measure.COMPOUND, PriceBasis.CURRENT),
    (Measure.AVERAGE_GROWTH, PriceBasis.CONSTANT_2010),
    (Measure.COMPOUND, PriceBasis.NONE),
)


def _formulas(rows: Rows, findings: Findings) -> None:
    for row in rows["formulas"]:
        operation = Operation(row.text("operation"))
        least, ids = _OPERANDS[operation]
        operands = row.text("operands").split()
        exact = operation in (Operation.WEIGHTED_MEAN, Operation.RANK, Operation.IDENTITY)
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
        elif operation is Operation.IDENTITY:
            _identity(row, operands, rows, findings)
        if (operation is Operation.IDENTITY) != (row.text("applies_to") == _OF_GROWTH):
            findings.add("identity_applies", row.place("applies_to"), operation=operation)


def _identity(row: SoundRow, operands: list[str], rows: Rows, findings: Findings) -> None:
    """An identity of other quantities would give an official a number that means nothing."""
    nature = {
        one.text("id"): (one.text("measure"), one.text("price_basis")) for one in rows["indicators"]
    }
    for indicator, expected in zip((row.text("indicator"), *operands), _IDENTITY, strict=True):
        if indicator in nature and nature[indicator] != expected:
            measure, basis = expected
            findings.add(
                "identity_operand",
                row.place("operands"),
                indicator=indicator,
                measure=measure,
                basis=basis,
            )


def _factors(rows: Rows, findings: Findings) -> None:
    for row in rows["units"]:
        factor = row.number("factor")
        if factor is not None and factor <= 0:
            findings.add("factor_bad", row.place("factor"), written=factor)
