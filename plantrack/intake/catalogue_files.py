"""Findings about a file or a sheet as a whole."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.words import mark

FILE_FINDINGS: Final = {
    "empty_file": Entry(
        Severity.BLOCKS,
        mark("The file is empty."),
        mark("Download the template, fill it in and upload it again."),
    ),
    "file_too_large": Entry(
        Severity.BLOCKS,
        mark("The file is larger than {limit} MB."),
        mark("Keep only the sheet with the figures and upload it again."),
    ),
    "expands_too_much": Entry(
        Severity.BLOCKS,
        mark("The workbook unpacks to more than {limit} MB, which no table of figures needs."),
        mark("Copy the figures into a fresh template and upload that."),
    ),
    "sheet_too_large": Entry(
        Severity.BLOCKS,
        mark(
            "A table reaches beyond {rows} rows or {columns} columns, or the tables together hold"
            " too many cells."
        ),
        mark("Delete the rows and columns that hold no figures, save and upload it again."),
    ),
    "cell_too_long": Entry(
        Severity.BLOCKS,
        mark("A cell holds more than {limit} characters, so the file is not a table of figures."),
        mark("Shorten the cell (often a quotation mark that is never closed) and upload it again."),
    ),
    "file_encrypted": Entry(
        Severity.BLOCKS,
        mark("The workbook is protected by a password, so nothing in it can be read."),
        mark("Save it without a password and upload it again."),
    ),
    "not_what_its_name_says": Entry(
        Severity.BLOCKS,
        mark("The name ends in “{extension}”, but the content is not of that kind."),
        mark(
            "Open the file in the program that made it, save it as .xlsx or .csv and upload that."
        ),
    ),
    "unknown_kind": Entry(
        Severity.BLOCKS,
        mark("Files ending like this one are not read."),
        mark("Save it as .xlsx, .xls, .ods or .csv and upload that."),
    ),
    "file_damaged": Entry(
        Severity.BLOCKS,
        mark("The file is damaged: it cannot be read to its end."),
        mark("Open it in a spreadsheet program, save it again and upload the new copy."),
    ),
    "file_unsafe": Entry(
        Severity.BLOCKS,
        mark("The workbook contains XML no spreadsheet program writes."),
        mark("Copy the figures into a fresh template and upload that."),
    ),
    "unreadable_text": Entry(
        Severity.BLOCKS,
        mark(
            "The letters of the file cannot be read: it is neither UTF-8, UTF-16 nor Windows-1258."
        ),
        mark("Save it as “CSV UTF-8” or as .xlsx and upload that."),
    ),
    "letters_lost": Entry(
        Severity.BLOCKS,
        mark("Letters were lost when the file was saved: it says {texts}."),
        mark("Save the workbook as .xlsx, or as “CSV UTF-8”, and upload that."),
    ),
    "encoding_assumed": Entry(
        Severity.NOTES,
        mark("The file is not in UTF-8; it was read as Windows-1258."),
        mark("Check the Vietnamese letters; “CSV UTF-8” avoids the question."),
    ),
    "decimals_parted": Entry(
        Severity.BLOCKS,
        mark(
            "The row has more cells than the {columns} columns of the table: commas part the"
            " columns and stand in the numbers as well."
        ),
        mark("Save the table with semicolons between the columns, or as .xlsx, and upload that."),
    ),
    "legacy_encoding": Entry(
        Severity.BLOCKS,
        mark("The letters are typed in an old encoding, {encoding}, not in Unicode."),
        mark(
            "Convert the file to Unicode (with Unikey or the office program), save it as .xlsx and"
            " upload that."
        ),
    ),
    "no_table_in_page": Entry(
        Severity.BLOCKS,
        mark("The file is a web page without a table."),
        mark("Save the page with its table, or copy the table's cells and paste them."),
    ),
    "hidden_cells": Entry(
        Severity.NOTES,
        mark("{rows} hidden rows and {columns} hidden columns hold something; they were read too."),
        mark("Check the figures read from them in the table shown."),
    ),
    "header_missing": Entry(
        Severity.BLOCKS,
        mark(
            "No table was found: no row names years, and none is headed like the template"
            " ({columns})."
        ),
        mark("Put the years, or the template's header row, above the figures."),
    ),
    "columns_missing": Entry(
        Severity.BLOCKS,
        mark("The header row has no column {columns}."),
        mark("Take the header row from the template and upload the file again."),
    ),
    "column_twice": Entry(
        Severity.BLOCKS,
        mark("The header row names the column {column} more than once."),
        mark("Keep one of the columns and upload the file again."),
    ),
    "column_ignored": Entry(
        Severity.NOTES,
        mark("The column “{column}” is not part of the template and was not read."),
        mark("Nothing needs to be done unless it holds figures."),
    ),
    "hidden_sheet": Entry(
        Severity.NOTES,
        mark("The sheet is hidden and was not read."),
        mark("Show the sheet and upload the file again if its figures are meant."),
    ),
    "sheets_left_out": Entry(
        Severity.NOTES,
        mark("Sheets that say they are not read as figures were passed over: {sheets}."),
        mark("Correct figures in the sheet that holds them one a row; the others follow from it."),
    ),
    "fictitious": Entry(
        Severity.NOTES,
        mark("The file says that its values are fictitious."),
        mark("Try it on a copy; withdraw the revision if it was recorded."),
    ),
    "nothing_to_record": Entry(
        Severity.BLOCKS,
        mark("The file has nothing new to record."),
        mark("Fill in at least one value that differs from what is recorded, and upload it again."),
    ),
}
