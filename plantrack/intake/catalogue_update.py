"""Findings about reading itself, and about what a reader decided on the review."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.words import mark

UPDATE_FINDINGS: Final = {
    "reading_too_long": Entry(
        Severity.BLOCKS,
        mark("Reading the file took longer than a table of figures needs, so it was stopped."),
        mark("Copy the figures alone into a fresh template and upload that."),
    ),
    "reading_too_much_memory": Entry(
        Severity.BLOCKS,
        mark("Reading the file needed more memory than a table of figures needs."),
        mark("Copy the figures alone into a fresh template and upload that."),
    ),
    "reading_failed": Entry(
        Severity.BLOCKS,
        mark("The reader broke off at something in the file it does not know."),
        mark(
            "Copy the figures into a fresh template and upload that; send this file to whoever"
            " maintains the program."
        ),
    ),
    "value_edited": Entry(
        Severity.NOTES,
        mark("{indicator}, {year}: {recorded} was entered on the review in place of {read}."),
        mark("Both values and the reason (“{reason}”) are kept with the revision."),
    ),
    "status_edited": Entry(
        Severity.NOTES,
        mark(
            "{indicator}, {year}: the status {recorded} was chosen on the review in place of"
            " {read}."
        ),
        mark("Both statuses and the reason (“{reason}”) are kept with the revision."),
    ),
    "note_edited": Entry(
        Severity.NOTES,
        mark("{indicator}, {year}: the note was changed on the review."),
        mark("Both notes and the reason (“{reason}”) are kept with the revision."),
    ),
    "cell_corrected": Entry(
        Severity.NOTES,
        mark("“{read}” was read as “{recorded}”, as entered on the review."),
        mark("What the file says and what was entered are kept with the revision."),
    ),
    "cell_left_out": Entry(
        Severity.NOTES,
        mark("“{read}” was left out on the review."),
        mark("The cell and the reason are kept with the revision."),
    ),
    "row_dropped": Entry(
        Severity.NOTES,
        mark("{indicator}, {year}: the row was left out on the review ({read})."),
        mark("The row is kept with the revision; reason: {reason}."),
    ),
}
