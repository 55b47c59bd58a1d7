"""What a standing rests on: method, series, years, target set, revision of the data."""

from __future__ import annotations

from plantrack.model import Form
from plantrack.scorecard.ranks import ranked_indicator
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.values import averaged
from plantrack.words import Say
from plantrack.words.terms import status_word


def provenance(row: TargetRow, revision: int, say: Say) -> str:
    """Return the sentence every standing must come with (METHOD, section 9)."""
    parts = [
        say("method: {method}", method=method(row, say)),
        say("series: {series}", series=series(row, say)),
        *_years(row, say),
        say("target set: {name}", name=say.text(row.plan.target_sets[row.target.target_set].name)),
        say("data revision {revision}", revision=revision),
    ]
    return say("Basis: {parts}.", parts="; ".join(parts))


def basis(row: TargetRow, say: Say) -> str:
    """Return method, series and years: where set and revision are said once for many rows."""
    parts = [
        say("method: {method}", method=method(row, say)),
        say("series: {series}", series=series(row, say)),
        *_years(row, say),
    ]
    return say("Basis: {parts}.", parts="; ".join(parts))


def method(row: TargetRow, say: Say) -> str:
    """Return how the standing is found, in words."""
    if row.target.form is Form.TOP:
        return say("place among the peers in force at the end of the year")
    if row.target.form is Form.CUMULATIVE:
        return say("sum so far against the sum due by now")
    if averaged(row):
        return say("growth chained from the year before the period, against the average asked")
    return say("yearly change since the baseline against the yearly change needed from it")


def series(row: TargetRow, say: Say) -> str:
    """Return the name of the compiler whose series is used, or how the value is computed."""
    if row.series is not None:
        return say.text(row.plan.compilers[row.series.compiler].name)
    if row.assessment.latest is None and ranked_indicator(row.plan, row.indicator.id) is None:
        return say("none")
    return say("computed from other indicators when read")


def _years(row: TargetRow, say: Say) -> list[str]:
    verdict = row.assessment
    told = []
    if verdict.baseline is not None:
        told.append(say("baseline {year}", year=verdict.baseline.year))
    if verdict.latest is not None:
        told.append(
            say(
                "latest figure {year} ({status})",
                year=verdict.latest.year,
                status=status_word(verdict.latest.status, say),
            )
        )
    return told
