"""Findings about a value: how it is written, its unit, and what the series says about it."""

from __future__ import annotations

from typing import Final

from plantrack.intake.catalogue_entry import Entry, Severity
from plantrack.words import mark

VALUE_FINDINGS: Final = {
    "value_missing": Entry(
        Severity.NOTES,
        mark("The value is empty; the row was skipped."),
        mark("Fill it in when the figure is known."),
    ),
    "value_not_available": Entry(
        Severity.NOTES,
        mark("“{text}” says that the figure is not available; it was not read as a number."),
        mark("Fill it in when the figure is known."),
    ),
    "value_nothing": Entry(
        Severity.NOTES,
        mark("“{text}” says that there is nothing to report; it was not read as zero."),
        mark("Write 0 if zero is meant."),
    ),
    "footnote_mark": Entry(
        Severity.NOTES,
        mark("“{text}” carries the mark of a footnote and was read as {value}."),
        mark("Check what the footnote says about the figure."),
    ),
    "index_or_rate": Entry(
        Severity.ASKS,
        mark("{indicator}: {value} can be an index (previous year = 100) or a growth rate."),
        mark("Choose which it is."),
    ),
    "index_converted": Entry(
        Severity.WARNS,
        mark("The index {given} (previous year = 100) was read as growth of {value} %."),
        mark("Check the value, then tick the row."),
    ),
    "fraction_or_percent": Entry(
        Severity.ASKS,
        mark("{value} can be a fraction shown as a percentage: this kind of file does not say."),
        mark("Choose which it is, or save the file as .xlsx and upload that."),
    ),
    "product_apart": Entry(
        Severity.WARNS,
        mark(
            "{indicator}, {year}: the file states {stated}, but {factors} give {computed}; they"
            " may differ by 0.1 %."
        ),
        mark("Check the figures against their origins, then tick the row."),
    ),
    "total_outside_parts": Entry(
        Severity.WARNS,
        mark("{indicator}, {year}: {value} lies outside the growth of its parts ({parts})."),
        mark("Check the total and its parts, then tick the row."),
    ),
    "weighted_sum_apart": Entry(
        Severity.WARNS,
        mark(
            "{indicator}, {year}: {value}, but its parts, weighted by their shares of the year"
            " before, give {weighted}; they may differ by 0.1 point."
        ),
        mark("Check the total and its parts, then tick the row."),
    ),
    "vintages_mixed": Entry(
        Severity.WARNS,
        mark(
            "{indicator}, {year}: from {before} in {before_year} to {value}, while the economy"
            " grew by {real} %, prices would have changed by {prices} %. One of the two may be a"
            " first estimate of another vintage."
        ),
        mark("Compare only figures of one publication; tick the row if both are."),
    ),
    "not_a_number": Entry(
        Severity.BLOCKS,
        mark("“{text}” is not a number."),
        mark("Write digits only; words such as “over” or “about” belong in the note."),
    ),
    "wrong_decimal_mark": Entry(
        Severity.ASKS,
        mark("“{text}” does not use the decimal mark the header declares (“{mark}”)."),
        mark("Write the number with “{mark}”, or use the template of the other language."),
    ),
    "ambiguous_number": Entry(
        Severity.ASKS,
        mark("“{text}” can be read as {thousands} or as {fraction}."),
        mark("Write it without thousands marks and with “{mark}” as decimal mark."),
    ),
    "number_too_long": Entry(
        Severity.BLOCKS,
        mark(
            "“{text}” has more digits than can be kept"
            " ({integers} before the decimal mark, {fractions} after it)."
        ),
        mark("Round it to the decimals its origin prints."),
    ),
    "error_cell": Entry(
        Severity.BLOCKS,
        mark("The cell holds a spreadsheet error or a formula without a result."),
        mark("Replace it by the number."),
    ),
    "value_from_formula": Entry(
        Severity.WARNS,
        mark("{value} is the result of a formula."),
        mark("Check that it is the published figure, then tick the row."),
    ),
    "percent_cell": Entry(
        Severity.WARNS,
        mark("The cell is formatted as a percentage: it stores {stored} and is read as {value} %."),
        mark("Check the value, then tick the row."),
    ),
    "unit_missing": Entry(
        Severity.ASKS,
        mark("The unit is missing; {indicator} is kept in {unit}."),
        mark("Fill in the unit of the value."),
    ),
    "unknown_unit": Entry(
        Severity.BLOCKS,
        mark("“{label}” is not a unit of the plan."),
        mark("Give the value in {unit}."),
        hint=mark("Did you mean {suggestions}?"),
    ),
    "wrong_unit": Entry(
        Severity.BLOCKS,
        mark("“{label}” does not measure {indicator}, which is kept in {unit}."),
        mark("Give the value in {unit}."),
    ),
    "unit_converted": Entry(
        Severity.WARNS,
        mark("{given} was converted to {value}."),
        mark("Check the converted value, then tick the row."),
    ),
    "below_floor": Entry(
        Severity.BLOCKS,
        mark("{value} is below the lowest value {indicator} can have ({limit})."),
        mark("Check the value and its unit."),
    ),
    "above_ceiling": Entry(
        Severity.BLOCKS,
        mark("{value} is above the highest value {indicator} can have ({limit})."),
        mark("Check the value and its unit."),
    ),
    "unit_slip_larger": Entry(
        Severity.ASKS,
        mark("{value} is about {times} times the figure of {year} ({reference})."),
        mark("Correct the value or its unit: one of the two has slipped."),
    ),
    "unit_slip_smaller": Entry(
        Severity.ASKS,
        mark("{value} is about one {times}th of the figure of {year} ({reference})."),
        mark("Correct the value or its unit: one of the two has slipped."),
    ),
    "jump": Entry(
        Severity.WARNS,
        mark(
            "{indicator}, {year}: from {reference} in {reference_year} to {value} is a change of"
            " {change}; the series never moved more than {largest}."
        ),
        mark("Check the value against its origin, then tick the row."),
    ),
    "restated": Entry(
        Severity.WARNS,
        mark("{indicator}, {year} is already recorded as {old}; the file says {value}."),
        mark("Tick the row if the figure was revised."),
    ),
    "status_changed": Entry(
        Severity.NOTES,
        mark(
            "{indicator}, {year}: the value stays {value}, the status changes from {old} to {new}."
        ),
        mark("Nothing needs to be done."),
    ),
    "unchanged": Entry(
        Severity.NOTES,
        mark("{indicator}, {year} is already recorded with the same value ({value})."),
        mark("Nothing needs to be done."),
    ),
}
