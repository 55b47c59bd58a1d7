"""Short labels of values: the sentences and numbers themselves are the scorecard's."""

from __future__ import annotations

from plantrack.model import Form, Period
from plantrack.scorecard import TargetRow, telling
from plantrack.words import Say


def short(row: TargetRow, value: float, say: Say) -> str:
    """Return a level without its unit, except for percentages: "70.95", "20.51 %"."""
    return (
        telling.level(row, value, say)
        if telling.in_percent(row)
        else telling.number(row, value, say)
    )


def latest_label(row: TargetRow, say: Say) -> str:
    """Return "70.95 (2025, estimate)", for a period average "6.79 % a year (2021–2025)"."""
    latest = row.assessment.latest
    if latest is None:
        return ""
    plain = telling.averaged(row) or row.assessment.rank is not None
    value = telling.latest_value(row, say) if plain else short(row, latest.value, say)
    notes = (telling.latest_years(row, say), telling.status_note(latest.status, say))
    return noted(value, notes, say)


def baseline_label(row: TargetRow, say: Say) -> str:
    """Return "57.83 (2023)"; only the year where the level is 100 by definition."""
    baseline = row.assessment.baseline
    if baseline is None:
        return ""
    if telling.averaged(row) or row.target.form is Form.CUMULATIVE:
        return str(baseline.year)
    return noted(short(row, baseline.value, say), (str(baseline.year),), say)


def target_label(row: TargetRow, say: Say) -> str:
    """Return what is asked with the years it is for: "12–13 % (2030)".

    Of a path the milestone in force, as the level is held against that one.
    """
    first, last = row.target.period.start.year, row.target.year
    spans = telling.averaged(row) or row.target.form is Form.CUMULATIVE
    goal = row.assessment.goal
    due = goal.year if goal is not None else last
    when = telling.years(first, last, say) if spans else str(due)
    return noted(telling.asked(row, say), (when,), say)


def noted(value: str, notes: tuple[str, ...], say: Say) -> str:
    """Return the value with its notes in brackets, empty ones left out."""
    said = ", ".join(note for note in notes if note)
    return say("{value} ({notes})", value=value, notes=said) if said else value


def years_of(period: Period) -> str:
    """Return "2023", or "2021–2022" for a span of whole years; never "2,023"."""
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first}–{last}"


def unit_note(row: TargetRow, say: Say) -> str:
    """Return the unit for an axis or a heading: "million VND per person"; "%" for shares."""
    return telling.unit(row, say)


def measured(row: TargetRow, unit: str, say: Say) -> str:
    """Return the line a reader needs before the first number: the unit and, of amounts, prices.

    "million VND per person, current prices"
    """
    prices = telling.price_note(row, say)
    return say("{unit}, {prices}", unit=unit, prices=prices) if prices else unit
