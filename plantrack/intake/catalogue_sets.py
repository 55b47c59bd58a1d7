"""Findings about a target set: its document, and the targets it asks for."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.words import mark

_DOCUMENT: Final = {
    "document_line_missing": Entry(
        Severity.BLOCKS,
        mark("The document's line “{field}” is missing or empty."),
        mark("Fill it in beside its label, as the template has it."),
    ),
    "document_line_twice": Entry(
        Severity.BLOCKS,
        mark("The document's line “{field}” stands here a second time."),
        mark("Keep one of the lines."),
    ),
    "not_a_date": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a date ({field})."),
        mark("Write day, month and year, for example 31/12/2026."),
    ),
    "document_in_future": Entry(
        Severity.BLOCKS,
        mark("The document is dated {day}, which is in the future."),
        mark("Record a target set once its document is issued; otherwise correct the date."),
    ),
    "set_dates_reversed": Entry(
        Severity.BLOCKS,
        mark("The set ceases to be in force ({end}) before it comes into force ({start})."),
        mark("Correct one of the two dates."),
    ),
    "address_bad": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a whole address."),
        mark("Begin with https://, or leave the line empty."),
    ),
    "set_known": Entry(
        Severity.BLOCKS,
        mark("“{text}” is already a target set of the plan: {set}."),
        mark("A set is never overwritten. Withdraw the revision it was recorded in, if any."),
    ),
    "replaced_unknown": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a target set of the plan, so nothing can be replaced."),
        mark("Write one of: {candidates}; or leave the line empty."),
    ),
    "replaced_over": Entry(
        Severity.BLOCKS,
        mark("“{set}” ended on {day}, before this set comes into force."),
        mark("Leave the line empty, or correct the dates."),
    ),
    "replaced_later": Entry(
        Severity.BLOCKS,
        mark("The set to be replaced comes into force only on {start}, not before this one."),
        mark("Leave the line empty, or correct the dates."),
    ),
    "no_targets": Entry(
        Severity.BLOCKS,
        mark("The set has no target: no row below the header is filled in."),
        mark("Fill in at least one target with its form, bounds, due year and baseline year."),
    ),
}
_ROWS: Final = {
    "form_missing": Entry(
        Severity.BLOCKS,
        mark("The target has no form."),
        mark("Write one of: {candidates}."),
    ),
    "unknown_form": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a form a target can have."),
        mark("Write one of: {candidates}."),
    ),
    "direction_missing": Entry(
        Severity.BLOCKS,
        mark("The form “{form}” does not say which way is better, and no direction is given."),
        mark("Write one of: {candidates}."),
    ),
    "unknown_direction": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a direction."),
        mark("Write one of: {candidates}."),
    ),
    "direction_contradicts": Entry(
        Severity.BLOCKS,
        mark("The form “{form}” means “{expected}”, but the direction says “{written}”."),
        mark("Correct the form or the direction."),
    ),
    "direction_opposite": Entry(
        Severity.WARNS,
        mark("{indicator}: “{written}” here, but “{expected}” in every other target of the plan."),
        mark("Look at the standing it flips below; tick the target only if the document says so."),
    ),
    "target_year_missing": Entry(
        Severity.BLOCKS,
        mark("The column “{column}” is empty: every target needs that year."),
        mark("Write the calendar year with four digits."),
    ),
    "unknown_qualifier": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a word this column knows."),
        mark("Write one of: {candidates}; or leave the cell empty."),
    ),
    "unknown_peers": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a peer set of the plan."),
        mark("Write one of: {candidates}."),
    ),
    "not_a_count": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a number of places."),
        mark("Write a whole number from 1, for example 5."),
    ),
    "milestones_unreadable": Entry(
        Severity.BLOCKS,
        mark("“{text}” cannot be read as milestones."),
        mark("Write year and value, parted by semicolons, for example 2027: 40; 2030: 55."),
    ),
    "baseline_apart": Entry(
        Severity.WARNS,
        mark("{indicator}, {year}: the document starts from {given}, recorded is {stored}."),
        mark("The pages start from the recorded figure. Tick the target once that is explained."),
    ),
    "baseline_unchecked": Entry(
        Severity.NOTES,
        mark("{indicator}, {year}: no figure is recorded, so the baseline {given} is not checked."),
        mark("Record the figure of that year, so that the target can be assessed."),
    ),
    "wording_contradicts": Entry(
        Severity.WARNS,
        mark(
            "{column}: the document's words “{text}” mean “{worded}”, but the row says “{written}”."
        ),
        mark("Correct the row; tick the target only if the document as a whole supports the row."),
    ),
    "wording_not_compared": Entry(
        Severity.NOTES,
        mark("The words “{text}” are not understood for certain and were not compared."),
        mark("Hold the row against the document yourself; the words are kept in the note."),
    ),
}
# Said by the rules of the seeds about a row of the file.
_RULES: Final = {
    "bound_missing": Entry(
        Severity.BLOCKS,
        mark("The form “{form}” needs the column “{column}”, which is empty."),
        mark("Fill in the target's value."),
    ),
    "bound_extra": Entry(
        Severity.BLOCKS,
        mark("The form “{form}” does not use the column “{column}”."),
        mark("Empty the cell, or choose another form."),
    ),
    "bounds_reversed": Entry(
        Severity.BLOCKS,
        mark("The low value {low} is above the high value {high}."),
        mark("Exchange the two values."),
    ),
    "beyond_limits": Entry(
        Severity.BLOCKS,
        mark("{written} is outside the natural limits {floor} to {ceiling} of {indicator}."),
        mark("Check the number and its unit."),
    ),
    "period_reversed": Entry(
        Severity.BLOCKS,
        mark("The period ends ({end}) before it starts ({start})."),
        mark("Correct one of the two years."),
    ),
    "period_outside": Entry(
        Severity.BLOCKS,
        mark("The target falls due in {year}, outside the plan's years {first} to {last}."),
        mark("Correct the due year, or leave the target out."),
    ),
    "level_span": Entry(
        Severity.BLOCKS,
        mark("A level (“{form}”) belongs to one year, but the period covers {count} years."),
        mark("Empty the first year, or choose a form that spans several years."),
    ),
    "baseline_late": Entry(
        Severity.BLOCKS,
        mark(
            "The baseline year {baseline} is not before {year}, where the target's period starts."
        ),
        mark("Choose an earlier baseline year."),
    ),
    "target_twice": Entry(
        Severity.BLOCKS,
        mark("{indicator}, {year}: row {first} already has a target for the same period."),
        mark("Keep one of the two rows."),
    ),
    "milestone_form": Entry(
        Severity.BLOCKS,
        mark("The form “{form}” has no milestones."),
        mark("Empty the cell, or choose the form of dated milestones."),
    ),
    "milestone_year": Entry(
        Severity.BLOCKS,
        mark("The milestone of {year} is not after the baseline {baseline} and up to {last}."),
        mark("Correct the year of the milestone."),
    ),
    "path_end": Entry(
        Severity.BLOCKS,
        mark("The path has no milestone in its due year {year}."),
        mark("Add it to the milestones."),
    ),
}

SET_FINDINGS: Final = {**_DOCUMENT, **_ROWS, **_RULES}
