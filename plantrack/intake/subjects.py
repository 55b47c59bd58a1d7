"""What a row is about: its indicator, series and status."""

from __future__ import annotations

from plantrack.intake.columns import Column
from plantrack.intake.findings import Finding, Term, found
from plantrack.intake.layout import Entry
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Series, Status
from plantrack.words.terms import STATUSES

ENTERED = (Status.OFFICIAL, Status.PRELIMINARY, Status.ESTIMATE)  # what a file may state


def read_indicator(entry: Entry, vocabulary: Vocabulary) -> tuple[Indicator | None, list[Finding]]:
    label, place = entry.cells[Column.INDICATOR].text, entry.at(Column.INDICATOR)
    indicators = vocabulary.plan.indicators
    if not label:
        return None, [found("indicator_missing", place)]
    match = vocabulary.indicators(label)
    if match.only is None:
        names = tuple(indicators[one].name for one in match.ids or match.suggestions)
        if match.ids:
            return None, [found("ambiguous_indicator", place, label=label, candidates=names)]
        return None, [found("unknown_indicator", place, label=label, suggestions=names)]
    indicator = indicators[match.only]
    formula = vocabulary.computed(indicator.id)
    if formula is None:
        return indicator, []
    parts = [part for operand in formula.operands for part in operand.split("*")]
    operands = tuple(indicators[part].name for part in parts)
    return indicator, [
        found("computed_indicator", place, indicator=indicator.name, operands=operands)
    ]


def read_series(
    entry: Entry, indicator: Indicator, vocabulary: Vocabulary, choice: str
) -> tuple[Series | None, list[Finding]]:
    """Return the series a row names, or the one of `choice` where it names none."""
    label, place = entry.cells[Column.SERIES].text, entry.at(Column.SERIES)
    plan = vocabulary.plan
    offered = plan.series_of(indicator.id)
    if not offered:
        if vocabulary.computed(indicator.id) is not None:
            return None, []  # computed, which has been said
        return None, [found("indicator_without_series", place, indicator=indicator.name)]
    names = tuple(dict.fromkeys(vocabulary.compiler_name(one) for one in offered))
    if not label:
        chosen = plan.series_in_use(indicator.id, choice)
        if chosen is not None:
            return chosen, []
        shown = {"indicator": indicator.name, "candidates": names}
        return None, [found("series_not_chosen", place, **shown)]
    match = vocabulary.series(indicator.id, label)
    if match.only is not None:
        return plan.series[match.only], []
    shown = {"indicator": indicator.name, "label": label}
    if match.ids:
        return None, [found("ambiguous_series", place, **shown, candidates=match.ids)]
    return None, [found("no_such_series", place, **shown, candidates=names)]


def read_status(entry: Entry, vocabulary: Vocabulary) -> tuple[Status | None, list[Finding]]:
    text, place = entry.cells[Column.STATUS].text, entry.at(Column.STATUS)
    if not text:
        return None, []
    match = vocabulary.statuses(text)
    if match.only is None:
        near = tuple(Term(STATUSES[Status(one)]) for one in match.suggestions)
        known = tuple(Term(STATUSES[status]) for status in ENTERED)
        return None, [found("unknown_status", place, text=text, candidates=known, suggestions=near)]
    status = Status(match.only)
    if status is Status.PROJECTION:
        return None, [found("projection_as_figure", place)]
    return status, []
