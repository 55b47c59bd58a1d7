"""What the template of a target set says beside its lines, columns and forms."""

from __future__ import annotations

from typing import Final

from plantrack.intake.targets.columns import DocumentField, TargetColumn
from plantrack.model import Form
from plantrack.words import mark

FIELDS_GUIDE: Final = {
    DocumentField.NAME_VI: mark("As readers choose it above every page, in Vietnamese."),
    DocumentField.NAME_EN: mark("The same name in English."),
    DocumentField.DOCUMENT: mark("As printed; each document is recorded once."),
    DocumentField.TITLE: mark("As printed: it is the origin of every target of the set."),
    DocumentField.PUBLISHER: mark("Who issued the document."),
    DocumentField.ADOPTED: mark("The day it was issued, for example 31/12/2026."),
    DocumentField.FROM: mark("The first day its targets hold."),
    DocumentField.TO: mark("The last day, or empty while it has no end."),
    DocumentField.REPLACES: mark(
        "Only where the document says so: the set that ends the day before. Empty: both stand."
    ),
    DocumentField.ADDRESS: mark("Where it can be read, or empty."),
}
COLUMNS_GUIDE: Final = {
    TargetColumn.INDICATOR: mark("The name as given here, or the indicator's id."),
    TargetColumn.FORM: mark("One of the forms below; a row without form and values is skipped."),
    TargetColumn.LOW: mark("The lower value, as a number in the unit of the row."),
    TargetColumn.HIGH: mark("The upper value, as a number in the unit of the row."),
    TargetColumn.UNIT: mark(
        "Keep it as it is; a value in another unit of the same kind is converted."
    ),
    TargetColumn.DIRECTION: mark(
        "Which way is better; filled in as the plan's other targets have it."
    ),
    TargetColumn.FIRST_YEAR: mark(
        "Of an average or a sum: the first year. Empty: the due year alone."
    ),
    TargetColumn.YEAR: mark("The year the target falls due."),
    TargetColumn.BASELINE_YEAR: mark("The year progress is measured from, before the first year."),
    TargetColumn.BASELINE: mark(
        "The document's own value of that year, to be checked; may be empty."
    ),
    TargetColumn.QUALIFIER: mark(
        "A word the document puts before the number; empty means exactly."
    ),
    TargetColumn.PEERS: mark("Only for a place among peers: the id of the peer set."),
    TargetColumn.PLACES: mark("Only for a place among peers: 5 means among the first five."),
    TargetColumn.MILESTONES: mark("Only for dated milestones: 2027: 40; 2030: 55."),
    TargetColumn.NOTE: mark("Free text, kept with the target."),
    TargetColumn.WORDING: mark(
        "May be empty. The document's Vietnamese words, held against the row and kept in its note."
    ),
}
FORMS_GUIDE: Final = {
    Form.AT_LEAST: mark("Low: the value to reach or pass."),
    Form.AT_MOST: mark("High: the value not to pass."),
    Form.RANGE_MORE: mark("Low and high; more is better, low is enough."),
    Form.RANGE_LESS: mark("Low and high; less is better, high is enough."),
    Form.BETWEEN: mark("Low and high: neither below nor above."),
    Form.TOP: mark("Peer set and number of places."),
    Form.HOLD: mark("Low (more is better) or high, in every year from the first to the last."),
    Form.PATH: mark("Milestones, the last of them in the due year."),
    Form.CHANGE_PER_YEAR: mark("Low and high: the change each year, negative for a fall."),
    Form.CUMULATIVE: mark("Low (and high): the sum over all years of the period."),
}
