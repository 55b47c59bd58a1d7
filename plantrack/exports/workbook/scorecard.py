"""The scorecard as numbers: one row a target, worst first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plantrack.exports.workbook.book import FIRST_ROW, Book
from plantrack.exports.workbook.tables import Cell, Columns, Number, write_table
from plantrack.method.observation import Observation
from plantrack.model import Standing
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.telling.gaps import differences, nearest_first
from plantrack.scorecard.telling.paces import pace_decimals, pace_scale, pace_unit
from plantrack.scorecard.telling.provenance import series
from plantrack.scorecard.telling.values import AVERAGE_DECIMALS, ranked, stored_bound
from plantrack.stewardship import Stewardship
from plantrack.words import Say, capitalised
from plantrack.words.terms import status_word

_YEARS_LATE: Final = 2  # decimals


def write_scorecard(book: Book) -> None:
    """Write every target of the set with the numbers its standing rests on."""
    say, card = book.say, book.material.card
    sheet = book.sheet(say("Scorecard"), telling.headline(card, say))
    columns = _columns(say)
    if book.material.stewards:
        columns = [*columns, *_stewards(book)]
    write_table(book, sheet, FIRST_ROW, columns, card.ordered)


def _columns(say: Say) -> list[tuple[str, Callable[[TargetRow], Cell]]]:
    return [
        (say("Indicator"), lambda row: say.text(row.indicator.name)),
        (say("Standing"), lambda row: row.standing),
        (say("Asked"), lambda row: telling.bounds(row, say)),
        (say("Target year"), lambda row: row.target.year),
        (say("Unit"), lambda row: telling.unit(row, say)),
        (say("Baseline year"), _baseline_year),
        (say("Value in the baseline year"), _baseline),
        (say("Years of the latest figure"), lambda row: _years(row, say)),
        (say("Latest figure"), _latest),
        (say("Status"), lambda row: _status(row, say)),
        (say("Target value"), lambda row: _bound(row, 0)),
        (say("Target value, other bound"), lambda row: _bound(row, 1)),
        (say("Gap"), lambda row: _gap(row, 0)),
        (say("Gap to the other bound"), lambda row: _gap(row, 1)),
        (say("Unit of the gap"), lambda row: _gap_unit(row, say)),
        (say("Required a year from the baseline"), lambda row: _required(row, from_now=False)),
        (say("Required a year from now"), lambda row: _required(row, from_now=True)),
        (say("Observed a year"), lambda row: _pace(row, row.assessment.observed)),
        (say("Unit of the yearly change"), lambda row: pace_unit(row, say)),
        (say("Years ahead (+) or behind (−) the path"), _time),
        (say("Without estimates"), lambda row: _firm(row)),
        (say("Finding"), lambda row: telling.takeaway(row, say)),
        (say("Reason of the standing"), lambda row: capitalised(telling.why(row, say))),
        (say("Series"), lambda row: series(row, say)),
    ]


def _stewards(book: Book) -> Columns[TargetRow]:
    say, stewards = book.say, book.material.stewards

    def stated(row: TargetRow) -> Stewardship:
        return stewards.get(row.target.id, Stewardship(row.target.id))

    def explanation(row: TargetRow) -> Cell:
        said = stated(row).explanation
        return said.text if said is not None else None

    def due(row: TargetRow) -> Cell:
        said = stated(row).due
        return said.on if said is not None else None

    return [
        (say("Answering department"), lambda row: stated(row).department),
        (say("Explanation"), explanation),
        (say("Due on"), due),
    ]


def _baseline_year(row: TargetRow) -> Cell:
    baseline = row.assessment.baseline
    if baseline is not None:
        return baseline.year
    return None if ranked(row) else row.target.baseline_year


def _baseline(row: TargetRow) -> Cell:
    """The level in the baseline year; an index starts at 100 by definition, which says nothing."""
    return None if telling.averaged(row) else _level(row, row.assessment.baseline)


def _level(row: TargetRow, level: Observation | None) -> Cell:
    return None if level is None else Number(level.value, row.indicator.decimals)


def _years(row: TargetRow, say: Say) -> Cell:
    rank = row.assessment.rank
    if rank is not None:
        return rank.year
    told = telling.latest_years(row, say)
    return int(told) if told.isdigit() else told


def _latest(row: TargetRow) -> Cell:
    """The latest level, the average so far of a period, or the place."""
    verdict = row.assessment
    if verdict.rank is not None:
        return verdict.rank.place
    if telling.averaged(row):
        achieved = verdict.observed
        return None if achieved is None else Number(achieved * 100, AVERAGE_DECIMALS)
    return _level(row, verdict.latest)


def _status(row: TargetRow, say: Say) -> Cell:
    latest = row.assessment.latest
    return None if latest is None else status_word(latest.status, say)


def _bound(row: TargetRow, place: int) -> Cell:
    """A bound, the nearest to the figures first: as the target states it, or as it leads to."""
    if row.assessment.rank is not None:
        return row.assessment.rank.k if place == 0 else None
    bounds, goal = nearest_first(row), row.assessment.goal
    if goal is None or place >= len(bounds):
        return None
    stored = stored_bound(row, bounds[place])
    if telling.averaged(row):
        return None if stored is None else Number(stored, AVERAGE_DECIMALS)
    level = goal.bound(bounds[place])
    return None if level is None else Number(level, row.indicator.decimals)


def _gap(row: TargetRow, place: int) -> Cell:
    """Target minus latest figure; of a place how many places are still to go."""
    rank = row.assessment.rank
    if rank is not None:
        return -rank.places_to_go if place == 0 else None
    left = differences(row)
    if place >= len(left):
        return None
    decimals = AVERAGE_DECIMALS if telling.averaged(row) else row.indicator.decimals
    return Number(left[place], decimals)


def _gap_unit(row: TargetRow, say: Say) -> Cell:
    if not differences(row) and row.assessment.rank is None:
        return None
    if ranked(row):
        return say("places")
    if telling.averaged(row) or telling.in_percent(row):
        return say("percentage points")
    return telling.unit(row, say)


def _required(row: TargetRow, *, from_now: bool) -> Cell:
    verdict = row.assessment
    pair = verdict.required_from_now if from_now else verdict.required
    paces = (pair.to(bound) for bound in nearest_first(row))
    return _pace(row, next((one for one in paces if one is not None), None))


def _pace(row: TargetRow, rate: float | None) -> Cell:
    """A yearly change in percent, in points or in units."""
    if rate is None:
        return None
    return Number(rate * pace_scale(row), pace_decimals(row))


def _time(row: TargetRow) -> Cell:
    due = row.assessment.due
    return None if due is None or due.years is None else Number(due.years, _YEARS_LATE)


def _firm(row: TargetRow) -> Standing | None:
    return row.firm.standing if row.firm is not None and row.firm_differs else None
