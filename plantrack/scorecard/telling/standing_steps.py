"""Arithmetic of the ratio, and the latest values at which the standing would change."""

from __future__ import annotations

from plantrack.method.average import START_INDEX
from plantrack.method.pace import Crossing
from plantrack.method.verdict import Reason
from plantrack.model import Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.paces import pace
from plantrack.scorecard.telling.standings import band, bands, division, written_cutoff
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.times import observed_years
from plantrack.scorecard.telling.values import averaged, level, measure
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word


def standing_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return ratio, cut-offs and crossings; nothing where no ratio decides."""
    if row.assessment.reason is not Reason.PACE:
        return ()
    points = measure(row) is Measure.POINTS
    return (
        *told(
            say("Ratio: observed ÷ required from the baseline"),
            division(row, say),
            capitalised(band(row, say)),
            say("Cut-offs: {bands}.", bands=bands(row, say)),
            say(
                "The cut-offs were published for rates of growth; "
                "applying them to changes in points is a choice made here."
            )
            if points
            else "",
        ),
        *told(
            say("Where the standing would change"),
            *(_crossing(row, crossing, say) for crossing in row.assessment.crossings),
        ),
    )


def _crossing(row: TargetRow, crossing: Crossing, say: Say) -> str:
    """Return "On track from 74.97 million VND per person in 2025 (ratio 0.95)"."""
    verdict = row.assessment
    required = verdict.required.to(verdict.deciding)
    if verdict.latest is None or required is None:
        return ""
    told_values = {
        "standing": capitalised(standing_word(crossing.standing, say)),
        "value": _value(row, crossing.value, say),
        "ratio": written_cutoff(crossing.from_ratio, say),
    }
    if averaged(row):
        years = observed_years(row, say)
        return say(
            "{standing} from an average of {value} over {years} (ratio {ratio})",
            years=years,
            **told_values,
        )
    year = verdict.latest.year
    if required < 0:
        return say(
            "{standing} at {value} or less in {year} (ratio {ratio})", year=year, **told_values
        )
    return say("{standing} from {value} in {year} (ratio {ratio})", year=year, **told_values)


def _value(row: TargetRow, value: float, say: Say) -> str:
    """A level; for a period average the average so far that the index level means."""
    baseline, latest = row.assessment.baseline, row.assessment.latest
    if not averaged(row) or baseline is None or latest is None:
        return level(row, value, say)
    average = (value / START_INDEX) ** (1 / (latest.year - baseline.year)) - 1
    return pace(row, average, say)
