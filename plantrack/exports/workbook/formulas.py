"""The arithmetic of a standing as spreadsheet formulas on the cells of its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter.utility import xl_rowcol_to_cell

from plantrack.exports.workbook.tables import Cell, Formula, Number
from plantrack.method.verdict import Reason
from plantrack.model import Measure
from plantrack.scorecard import TargetRow
from plantrack.scorecard.telling.values import measure
from plantrack.words import Say, capitalised, mark
from plantrack.words.terms import standing_word

QUANTITIES: Final = (
    mark("Gap"),
    mark("Required from the baseline"),
    mark("Observed"),
    mark("Required from now"),
    mark("Ratio"),
    mark("Standing"),
)
AGREES: Final = mark("agrees")
DIFFERS: Final = mark("differs")
# Columns of the sheet: what goes in, then for each quantity formula, program and agreement.
INPUTS: Final = 9
EACH: Final = 3
_BASE_YEAR, _BASE, _YEAR, _LATEST, _DUE, _BOUND = range(INPUTS - 6, INPUTS)
_REQUIRED, _OBSERVED, _RATIO = (INPUTS + EACH * number for number in (1, 2, 4))
_NOISE: Final = "1E-9"  # what floats leave over, of the larger of 1 and the number
_DECIMALS: Final = 6  # shown of a rate; all are stored


@dataclass(frozen=True, slots=True)
class Inputs:
    """The row (from 0) of a target, and the cells of each cut-off and of its standing."""

    line: int
    bands: Sequence[tuple[str, str]]

    def cell(self, column: int) -> str:
        name: str = xl_rowcol_to_cell(self.line, column, col_abs=True)
        return name


@dataclass(frozen=True, slots=True)
class Check:
    """A formula, and what the program found."""

    formula: str
    result: float | str
    decimals: int = _DECIMALS


def checks(row: TargetRow, at: Inputs, say: Say) -> tuple[Check | None, ...]:
    """Return a check for each of `QUANTITIES`; None where the program has none either.

    A change within the rounding of its figures counts as none (METHOD, section 4), which no
    division tells: such a row has no ratio to compute.
    """
    verdict = row.assessment
    side, reason = verdict.deciding, verdict.reason
    cell, compound = at.cell, measure(row) is not Measure.POINTS
    to_goal, so_far = f"{cell(_DUE)}-{cell(_BASE_YEAR)}", f"{cell(_YEAR)}-{cell(_BASE_YEAR)}"
    left = f"{cell(_DUE)}-{cell(_YEAR)}"
    base, latest, bound = cell(_BASE), cell(_LATEST), cell(_BOUND)
    ratio = None if reason is Reason.NO_CHANGE else verdict.ratio
    word = capitalised(standing_word(row.standing, say)) if reason is Reason.PACE else None
    return (
        _check(f"={bound}-{latest}", verdict.gap.to(side), row.indicator.decimals),
        _check(_rate(base, bound, to_goal, compound=compound), verdict.required.to(side)),
        _check(_rate(base, latest, so_far, compound=compound), verdict.observed),
        _check(_rate(latest, bound, left, compound=compound), verdict.required_from_now.to(side)),
        _check(f"={cell(_OBSERVED)}/{cell(_REQUIRED)}", ratio),
        _check(_standing(cell(_RATIO), at.bands), word),
    )


def _check(formula: str, result: float | str | None, decimals: int = _DECIMALS) -> Check | None:
    return None if result is None else Check(formula, result, decimals)


def _rate(start: str, end: str, years: str, *, compound: bool) -> str:
    """The constant yearly change between two levels (METHOD, section 2)."""
    return f"=({end}/{start})^(1/({years}))-1" if compound else f"=({end}-{start})/({years})"


def _standing(ratio: str, bands: Sequence[tuple[str, str]]) -> str:
    """The first cut-off the ratio reaches, equal within the noise of floats; else the last."""
    *others, (_, told) = bands
    for cutoff, standing in reversed(others):
        told = f"IF({ratio}+{_NOISE}>={cutoff},{standing},{told})"
    return f"={told}"


def check_cells(check: Check | None, at: Inputs, number: int, say: Say) -> list[Cell]:
    """Return formula, program and agreement of a quantity, by its place among `QUANTITIES`."""
    if check is None:
        return [None] * EACH
    first = INPUTS + EACH * number
    told = isinstance(check.result, str)
    compared = _agreement(at.cell(first), at.cell(first + 1), say, text=told)
    if isinstance(check.result, str):
        return [Formula(check.formula, check.result), check.result, compared]
    formula = Formula(check.formula, check.result, check.decimals)
    return [formula, Number(check.result, check.decimals), compared]


def _agreement(formula: str, program: str, say: Say, *, text: bool) -> Formula:
    """The cell that compares a formula with the program's result."""
    same = f"{formula}={program}"
    if not text:
        same = f"ABS({formula}-{program})<={_NOISE}*MAX(1,ABS({program}))"
    return Formula(f'=IF({same},"{say(AGREES)}","{say(DIFFERS)}")', say(AGREES))
