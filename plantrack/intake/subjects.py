"""What a figure is about: its indicator, series and status."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.intake.columns import Column
from plantrack.intake.entry import Entry
from plantrack.intake.findings import Finding, Term, found
from plantrack.intake.matching import bare, folded
from plantrack.intake.questions import LEAVE_OUT, Asking, Choice
from plantrack.intake.row_labels import read_label
from plantrack.intake.vocabulary import Vocabulary
from plantrack.model import Indicator, Series, Status
from plantrack.words.terms import STATUSES

ENTERED = (Status.OFFICIAL, Status.PRELIMINARY, Status.ESTIMATE)  # what a file may state


def read_indicator(
    entry: Entry, parts: tuple[str, ...], vocabulary: Vocabulary, asking: Asking
) -> tuple[Indicator | None, list[Finding]]:
    """Return what a label names; `parts` are the parts of wholes it may name (`parts_named`)."""
    label, place = entry.cells[Column.INDICATOR].text, entry.at(Column.INDICATOR)
    if not label:
        return None, [found("indicator_missing", place)]
    ids = _named(entry, label, parts, vocabulary)
    if len(ids) != 1:
        ids, findings = _asked(entry, label, ids, vocabulary, asking)
        if len(ids) != 1:
            return None, findings
    indicators = vocabulary.plan.indicators
    indicator = indicators[ids[0]]
    formula = vocabulary.computed(indicator.id)
    if formula is None:
        return indicator, []
    factors = [factor for operand in formula.operands for factor in operand.split("*")]
    operands = tuple(indicators[factor].name for factor in factors)
    return indicator, [
        found("computed_indicator", place, indicator=indicator.name, operands=operands)
    ]


def _named(
    entry: Entry, label: str, parts: tuple[str, ...], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Return what a label names: as part of what is around it, by itself, or without its unit."""
    within = _within(entry, parts, vocabulary) if parts else ()
    if len(within) == 1:
        return within
    ids = vocabulary.indicators_named(label)
    if not ids and entry.place.by_cell:
        ids = vocabulary.indicators_named(read_label(label).text)
    return ids or parts


def parts_named(label: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the indicators that a label names as parts of a whole, wherever it stands."""
    return vocabulary.parts_named(label) or vocabulary.parts_named(read_label(label).text)


def _within(entry: Entry, parts: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return which of the parts belongs to a whole named above, beside, or just before."""
    for context in entry.contexts:
        within = _parts(parts, _context_ids(context, vocabulary), vocabulary)
        if len(within) == 1:
            return within
    for row in entry.before:
        known = _context_ids(row, vocabulary)
        if len(known) == 1:
            return _parts(parts, known, vocabulary)
    return ()


def _context_ids(context: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.indicators_named(context) or vocabulary.indicators_named(
        read_label(context).text
    )


def _parts(ids: Iterable[str], wholes: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    indicators = vocabulary.plan.indicators
    return tuple(one for one in ids if one in wholes or indicators[one].parent in wholes)


def _asked(
    entry: Entry, label: str, ids: tuple[str, ...], vocabulary: Vocabulary, asking: Asking
) -> tuple[tuple[str, ...], list[Finding]]:
    """Ask which indicator is meant: one of several, or one that is nearly called so."""
    indicators, place = vocabulary.plan.indicators, entry.at(Column.INDICATOR)
    offered = ids or vocabulary.indicators(read_label(label).text).suggestions
    names = tuple(indicators[one].name for one in offered)
    if ids:
        finding = found("ambiguous_indicator", place, label=label, candidates=names)
    elif offered:
        finding = found("indicator_suggested", place, label=label, suggestions=names)
    else:
        finding = found("unknown_indicator", place, label=label)
    if not offered and not (asking.any_given and asking.given(label_question(entry))):
        return (), [finding]  # nothing to choose from: said, not asked
    choices = [Choice(one, indicators[one].name) for one in offered]
    stored = frozenset(indicators)
    answer = asking.ask(label_question(entry), finding, choices, open_to=stored)
    if answer is None:
        return (), [finding]
    return ((), []) if answer == LEAVE_OUT else ((answer,), [])


def label_question(entry: Entry) -> str:
    """Return the id of the question what a label means: the label and what is around it."""
    label = entry.cells[Column.INDICATOR].text
    around = entry.contexts[:1]
    return "label:" + " < ".join(bare(text) or folded(text) for text in (label, *around))


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


def read_status(
    entry: Entry, vocabulary: Vocabulary, asking: Asking
) -> tuple[Status | None, list[Finding]]:
    text, place = entry.cells[Column.STATUS].text, entry.at(Column.STATUS)
    if not text:
        return None, []
    match = vocabulary.statuses(text)
    only = match.only
    if only is None:
        near = tuple(Term(STATUSES[Status(one)]) for one in match.suggestions)
        known = tuple(Term(STATUSES[status]) for status in ENTERED)
        values = {"text": text, "candidates": known, "suggestions": near}
        finding = found("unknown_status", place, **values)
        stated = (*ENTERED, Status.NOT_STATED)
        choices = [Choice(status.value, Term(STATUSES[status])) for status in stated]
        only = asking.ask(f"status:{folded(text)}", finding, choices)
        if only is None or only == LEAVE_OUT:
            return None, [finding]
    status = Status(only)
    if status is Status.PROJECTION:
        return None, [found("projection_as_figure", place)]
    return status, []
