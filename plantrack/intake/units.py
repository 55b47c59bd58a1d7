"""The unit of a figure, held against the one its indicator is kept in."""

from __future__ import annotations

from plantrack.intake.columns import Column
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Finding, found
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice
from plantrack.intake.unit_words import is_percent, scaled_unit
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Unit


def read_unit_of(
    entry: Entry,
    indicator: Indicator,
    own: Unit,
    vocabulary: Vocabulary,
    asking: Asking,
    *,
    percent: bool,
) -> tuple[Unit | None, list[Finding]]:
    """Return the unit stated for a figure, when it measures the indicator's quantity.

    `percent`: the value itself carries the sign, which is unit enough beside a table.
    """
    label, place = entry.cells[Column.UNIT].text, entry.at(Column.UNIT)
    shown = {"indicator": indicator.name, "unit": own.name}
    if not label:
        if percent and entry.place.by_cell and vocabulary.in_percent(own):
            return own, []
        return _asked(entry, indicator, own, vocabulary, asking)
    if is_percent(label) and vocabulary.in_percent(own):
        return own, []
    match = vocabulary.units(label)
    units = [vocabulary.plan.units[one] for one in match.ids]
    if own in units:
        return own, []
    fitting = [unit for unit in units if unit.quantity == own.quantity]
    if len(fitting) == 1:
        return fitting[0], []
    scaled = scaled_unit(label, own)
    if scaled is not None:
        return scaled, []
    if units:
        return None, [found("wrong_unit", place, label=label, **shown)]
    names = tuple(vocabulary.plan.units[one].name for one in match.suggestions)
    return None, [found("unknown_unit", place, label=label, unit=own.name, suggestions=names)]


def _asked(
    entry: Entry, indicator: Indicator, own: Unit, vocabulary: Vocabulary, asking: Asking
) -> tuple[Unit | None, list[Finding]]:
    """Ask which of the indicator's units a figure is in; one answer serves the table."""
    finding = found("unit_missing", entry.at(Column.UNIT), indicator=indicator.name, unit=own.name)
    same = [u for u in vocabulary.plan.units.values() if u.quantity == own.quantity]
    choices = [Choice(unit.id, unit.name) for unit in sorted(same, key=lambda u: u is not own)]
    answer = asking.ask(f"unit:{entry.table}:{indicator.id}", finding, choices)
    if answer is None or answer == LEAVE_OUT:
        return None, [] if answer else [finding]
    return vocabulary.plan.units[answer], []
