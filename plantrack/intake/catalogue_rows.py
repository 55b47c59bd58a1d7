"""Findings about what a row is about: indicator, series, year, status, its twins."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.words import mark

ROW_FINDINGS: Final = {
    "indicator_missing": Entry(
        Severity.BLOCKS,
        mark("The row has a value but names no indicator."),
        mark("Write the indicator's name as the template has it."),
    ),
    "unknown_indicator": Entry(
        Severity.BLOCKS,
        mark("“{label}” is not an indicator of the plan."),
        mark("Write the indicator's name as the template has it."),
    ),
    "indicator_suggested": Entry(
        Severity.ASKS,
        mark("“{label}” is not an indicator of the plan."),
        mark("Choose the indicator that is meant, or leave the row out."),
        hint=mark("Did you mean {suggestions}?"),
    ),
    "ambiguous_indicator": Entry(
        Severity.ASKS,
        mark("“{label}” can mean more than one indicator: {candidates}."),
        mark("Write the full name of the one that is meant."),
    ),
    "computed_indicator": Entry(
        Severity.BLOCKS,
        mark("{indicator} is computed from other figures and cannot be entered."),
        mark("Delete the row and enter the figures it is computed from: {operands}."),
    ),
    "no_such_series": Entry(
        Severity.BLOCKS,
        mark("{indicator} has no series “{label}”."),
        mark("Use one of its series: {candidates}."),
    ),
    "ambiguous_series": Entry(
        Severity.ASKS,
        mark("“{label}” can mean more than one series of {indicator}."),
        mark("Write the id of the series that is meant: {candidates}."),
    ),
    "series_not_chosen": Entry(
        Severity.ASKS,
        mark("The row names no series, and {indicator} has none of the kind chosen on the page."),
        mark("Fill in the series: {candidates}."),
    ),
    "indicator_without_series": Entry(
        Severity.BLOCKS,
        mark("{indicator} has no series in the plan, so no figure of it can be stored."),
        mark("Have the series added to the plan, with its compiler and scope."),
    ),
    "year_missing": Entry(
        Severity.BLOCKS,
        mark("The year is missing."),
        mark("Write the calendar year with four digits."),
    ),
    "not_a_year": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a year."),
        mark("Write the calendar year with four digits."),
    ),
    "span_as_year": Entry(
        Severity.BLOCKS,
        mark(
            "“{text}” is not one calendar year; only whole-year figures stand on the yearly line."
        ),
        mark("Enter the figure of the whole year once it is published."),
    ),
    "year_outside_plan": Entry(
        Severity.BLOCKS,
        mark("{year} lies outside the plan ({first}–{last}), and the series has no figure then."),
        mark("Correct the year."),
    ),
    "year_not_begun": Entry(
        Severity.BLOCKS,
        mark("{indicator}, {year}: the year has not begun, so this is a plan or a forecast."),
        mark("Leave it out; what a document aims at is recorded as a target set."),
    ),
    "unknown_status": Entry(
        Severity.ASKS,
        mark("“{text}” is not a status a figure can have."),
        mark("Write one of: {candidates}; or leave the cell empty."),
        hint=mark("Did you mean {suggestions}?"),
    ),
    "projection_as_figure": Entry(
        Severity.BLOCKS,
        mark("A projection is not a reported figure."),
        mark("Leave it out; enter the figure once it is reported."),
    ),
    "duplicate_agrees": Entry(
        Severity.NOTES,
        mark("{indicator}, {year} stands here again with the same value; it is taken once."),
        mark("Nothing needs to be done."),
    ),
    "duplicate_disagrees": Entry(
        Severity.BLOCKS,
        mark("{indicator}, {year} stands in {count} rows that disagree: {values}."),
        mark("Keep the row that is right and delete the others."),
    ),
    "duplicate_status": Entry(
        Severity.BLOCKS,
        mark("{indicator}, {year} stands in {count} rows with different statuses: {statuses}."),
        mark("Keep the row that is right and delete the others."),
    ),
    "shares_incomplete": Entry(
        Severity.BLOCKS,
        mark("The shares of {year} are incomplete; missing or not accepted: {missing}."),
        mark("Enter all shares of the year, from one origin."),
    ),
    "shares_do_not_sum": Entry(
        Severity.BLOCKS,
        mark("The shares of {year} sum to {total}, not {whole} (rounding allows {tolerance})."),
        mark("Check all shares of the year; take them from one origin."),
    ),
}
