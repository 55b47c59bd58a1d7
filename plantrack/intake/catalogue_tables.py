"""Findings about a table: its place, its years, its columns, its decimal mark."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.words import mark

TABLE_FINDINGS: Final = {
    "part_of_a_year": Entry(
        Severity.BLOCKS,
        mark("The table is headed “{text}”: figures of a part of a year are not a year's."),
        mark("Upload the table of the whole year once it is published."),
    ),
    "another_place": Entry(
        Severity.BLOCKS,
        mark(
            "By its title, or the name of its sheet or file, the table is about {places}, not about"
            " the whole of this plan's place."
        ),
        mark("Upload the table of the plan's own place; if this is it, correct the title."),
    ),
    "own_place_missing": Entry(
        Severity.BLOCKS,
        mark("The table lists places, and {place} is not among them."),
        mark("Upload the table that has a row for it."),
    ),
    "other_places_not_read": Entry(
        Severity.NOTES,
        mark("Rows of other places were not read ({count}): {examples}."),
        mark("Nothing needs to be done."),
    ),
    "column_of_another_place": Entry(
        Severity.NOTES,
        mark("The column “{column}” is about another place and was not read."),
        mark("Nothing needs to be done."),
    ),
    "column_not_read": Entry(
        Severity.NOTES,
        mark("The column “{column}” names no year and was not read."),
        mark("Nothing needs to be done unless it holds figures of a year."),
    ),
    "column_not_understood": Entry(
        Severity.NOTES,
        mark("The column “{column}” was not read: its heading says more than a year and a status."),
        mark("Nothing needs to be done; if it holds the figures, head it with their year."),
    ),
    "cells_skipped": Entry(
        Severity.NOTES,
        mark("Cells with a number that were skipped: {count} ({cells})."),
        mark("One cell holds one figure: part the figures, or put them under their year."),
    ),
    "sheet_not_read": Entry(
        Severity.NOTES,
        mark("No table was found on this sheet, so its numbers were not read."),
        mark("Put the years above its figures if they are meant, and upload the file again."),
    ),
    "too_many_tables": Entry(
        Severity.NOTES,
        mark("The sheet has more than {limit} tables; those from row {row} on were not read."),
        mark("Put the tables from there on another sheet, or into a file of their own."),
    ),
    "year_not_found": Entry(
        Severity.ASKS,
        mark("Neither the table nor its title says which year the figures are of."),
        mark("Choose the year."),
    ),
    "plan_or_report": Entry(
        Severity.ASKS,
        mark(
            "The title “{text}” announces a plan, and nothing says that the figures of {year} were"
            " reported."
        ),
        mark("Say whether the figures of the year were reported, or leave them out."),
    ),
    "which_table": Entry(
        Severity.ASKS,
        mark("{indicator}, {year} stands in several tables of the file that disagree: {tables}."),
        mark("Choose the table that is meant."),
    ),
    "decimal_mark_inferred": Entry(
        Severity.NOTES,
        mark("“{mark}” was taken for the decimal mark, because of “{text}”."),
        mark("Check the figures in the table shown."),
    ),
    "decimal_mark_unknown": Entry(
        Severity.ASKS,
        mark("Nothing in the table settles whether “{text}” has a decimal mark."),
        mark("Choose the decimal mark of the table."),
    ),
    "decimal_marks_mixed": Entry(
        Severity.ASKS,
        mark("A column uses both “,” and “.” as decimal mark: {texts}."),
        mark("Write the column with one decimal mark and upload the file again, or choose one."),
    ),
}
