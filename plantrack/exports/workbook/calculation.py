"""The calculation as live formulas, beside what the program computed and whether both agree."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from plantrack.exports.workbook.book import COLOURS, FIRST_ROW, Book, plain
from plantrack.exports.workbook.formulas import (
    AGREES,
    DIFFERS,
    EACH,
    INPUTS,
    QUANTITIES,
    Inputs,
    check_cells,
    checks,
)
from plantrack.exports.workbook.tables import (
    WIDEST,
    Cell,
    Formula,
    Number,
    lead,
    own_decimals,
    set_widths,
    widths_of,
    write_cell,
    write_cells,
)
from plantrack.method.observation import Observation
from plantrack.model import Measure, Standing
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.telling.paces import pace_unit
from plantrack.scorecard.telling.values import measure, ranked
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word

_INDEX_DECIMALS: Final = 4
_RATIO_DECIMALS: Final = 2
_NAMES: Final = 3  # columns before the levels


def write_calculation(book: Book) -> None:
    """Write one row a target: what goes in, then each quantity as formula, as computed, agreed."""
    say, rows = book.say, book.material.card.ordered
    title = say("Each standing computed again, beside what the program found")
    sheet = book.sheet(say("Calculation"), title)
    cutoffs = _cutoffs(book)
    heads = [say("Standing"), say("From this ratio on")]
    summary = write_cells(book, sheet, FIRST_ROW, heads, cutoffs, (WIDEST, WIDEST)) + 1
    bands = [_band(FIRST_ROW + number) for number in range(1, len(cutoffs) + 1)]
    top = summary + 1
    headings = [*_input_headings(say), *_check_headings(say), say("Reason of the standing")]
    table = [_line(row, Inputs(line, bands), say) for line, row in enumerate(rows, start=top + 1)]
    widths = widths_of(book, headings, [*table, *cutoffs])
    set_widths(sheet, widths)
    after = write_cells(book, sheet, top, headings, table, widths)
    lead(sheet, top, after, len(headings))
    _write_summary(book, sheet, summary, (top + 1, max(after - 1, top + 1)), table)


def _cutoffs(book: Book) -> list[list[Cell]]:
    """From which ratio of observed to required a target stands where, highest first."""
    return [
        [
            capitalised(standing_word(one.standing, book.say)),
            None if one.from_ratio is None else _ratio(one.from_ratio),
        ]
        for one in book.material.plan.cutoffs(STANDING_METHOD)
    ]


def _ratio(cutoff: Decimal) -> Number:
    return Number(cutoff, own_decimals(cutoff, _RATIO_DECIMALS))


def _band(line: int) -> tuple[str, str]:
    """The cells of a cut-off and of the standing it earns."""
    cutoff, standing = (xl_rowcol_to_cell(line, one, True, True) for one in (1, 0))
    return cutoff, standing


def _input_headings(say: Say) -> list[str]:
    return [
        say("Indicator"),
        say("Unit of the levels"),
        say("Unit of the yearly change"),
        say("Baseline year"),
        say("Level in the baseline year"),
        say("Year of the latest figure"),
        say("Latest level"),
        say("Target year"),
        say("Level asked for"),
    ]


def _check_headings(say: Say) -> list[str]:
    return [
        heading
        for quantity in QUANTITIES
        for heading in (
            say("{quantity}: formula", quantity=say(quantity)),
            say("{quantity}: program", quantity=say(quantity)),
            say("{quantity}: both agree", quantity=say(quantity)),
        )
    ]


def _line(row: TargetRow, at: Inputs, say: Say) -> list[Cell]:
    """What goes in, the checks, and why; a place has no pace, and so only its reason."""
    found = [None] * len(QUANTITIES) if ranked(row) else checks(row, at, say)
    checked = [check_cells(check, at, number, say) for number, check in enumerate(found)]
    why = capitalised(telling.why(row, say))
    return [*_named(row, say), *_levels(row), *chain.from_iterable(checked), why]


def _named(row: TargetRow, say: Say) -> list[Cell]:
    return [
        say.text(row.indicator.name),
        say("index") if telling.averaged(row) else telling.unit(row, say),
        _rate_unit(row, say),
    ]


def _levels(row: TargetRow) -> list[Cell]:
    """Year and level of the baseline, of the latest figure, and of the bound that decides."""
    verdict, goal = row.assessment, row.assessment.goal
    if goal is None or ranked(row):
        return [None] * (INPUTS - _NAMES)
    bound = None if verdict.deciding is None else goal.bound(verdict.deciding)
    decimals = _INDEX_DECIMALS if telling.averaged(row) else row.indicator.decimals
    return [
        *_level(verdict.baseline, decimals),
        *_level(verdict.latest, decimals),
        goal.year,
        None if bound is None else Number(bound, decimals),
    ]


def _level(level: Observation | None, decimals: int) -> list[Cell]:
    return [None, None] if level is None else [level.year, Number(level.value, decimals)]


def _rate_unit(row: TargetRow, say: Say) -> str:
    """The unit the formulas compute in: what is told in percent is a decimal there."""
    percent = measure(row) is not Measure.POINTS and not ranked(row)
    return say("as a decimal a year") if percent else pace_unit(row, say)


def _write_summary(
    book: Book, sheet: Worksheet, line: int, lines: tuple[int, int], table: Sequence[list[Cell]]
) -> None:
    """Say how many formulas agree with the program, counted by the spreadsheet itself."""
    say = book.say
    first, last = lines
    columns = [INPUTS + EACH * number + 2 for number in range(len(QUANTITIES))]
    ranges = [f"{xl_rowcol_to_cell(first, one)}:{xl_rowcol_to_cell(last, one)}" for one in columns]
    count = sum(isinstance(row[one], Formula) for row in table for one in columns)
    agree, differ = (
        "+".join(f'COUNTIF({one},"{say(word)}")' for one in ranges) for word in (AGREES, DIFFERS)
    )
    sheet.write_string(line, 0, plain(say("Formulas that agree")), book.style(bold=True))
    write_cell(book, sheet, line, 1, Formula(f"={agree}", count, 0))
    sheet.write_string(line, 2, plain(say("Formulas that differ")), book.style(bold=True))
    write_cell(book, sheet, line, 3, Formula(f"={differ}", 0, 0))
    loud = book.style(bold=True, font_color=COLOURS.standings[Standing.MISSED])
    for one in columns:
        rule = {"type": "cell", "criteria": "==", "value": f'"{say(DIFFERS)}"', "format": loud}
        sheet.conditional_format(first, one, last, one, rule)
