"""Yearly growth against a period average, in words (METHOD section 5)."""

from __future__ import annotations

from plantrack.method.goal import Bound
from plantrack.model import Standing, Status
from plantrack.scorecard.growth import GrowthReport, Run
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import latest, target_years
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.changes import remarks
from plantrack.scorecard.telling.gaps import aimed_from_now
from plantrack.scorecard.telling.structure import lowered
from plantrack.scorecard.telling.times import years, years_ahead
from plantrack.scorecard.telling.values import AVERAGE_DECIMALS, status_note
from plantrack.words import Say
from plantrack.words.terms import standing_word


def band_note(row: TargetRow, say: Say) -> str:
    """Return that a period average grades no single year; empty for a one-year target."""
    if row.target.period.year is not None:
        return ""
    return say(
        "The target of {bounds} is an average over {years}. No single year is graded by it: a year "
        "below is made up for by years above.",
        bounds=bounds(row, say),
        years=target_years(row, say),
    )


def needed_to(row: TargetRow, bound: Bound, say: Say) -> str:
    """Return the growth still needed from now to one bound; empty when not known or not needed."""
    rate = row.assessment.required_from_now.to(bound)
    return "" if rate is None else say.rate(rate * 100, AVERAGE_DECIMALS)


def needed_heading(row: TargetRow, bound: Bound, say: Say) -> str:
    """Return "Still needed a year for 8 %", the bound as the target set states it."""
    stated = row.target.low if bound is Bound.LOW else row.target.high
    if stated is None:
        return ""
    return say("Still needed a year for {bound}", bound=say.percent(stated, None))


def realism(report: GrowthReport, say: Say) -> tuple[str, ...]:
    """Return how the growth still needed compares with the best year and the best run so far.

    Empty where nothing is needed any more or no yearly growth is known.
    """
    needed = _needed(report.row)
    if needed is None or not report.best_years:
        return ()
    told = [_against_best_year(report, needed, say)]
    told += [
        say(
            "Without estimates the best was {growth} in {year}.",
            growth=_growth(best, say),
            year=best.first,
        )
        for best in report.best_years[1:]
    ]
    if report.best_run is not None and report.best_run.years > 1:
        told.append(_against_best_run(report.best_run, needed, say))
    return tuple(told)


def _needed(row: TargetRow) -> float | None:
    """What is needed from now; of a period that has not begun, the bound itself."""
    newest = max((figure.period.last_year for figure in row.figures), default=0)
    if row.assessment.latest is not None or newest >= row.target.period.start.year:
        return aimed_from_now(row)
    easier = row.target.low if row.target.low is not None else row.target.high
    return None if easier is None else float(easier) / 100


def _against_best_year(report: GrowthReport, needed: float, say: Say) -> str:
    best = report.best_years[0]
    ahead = years_ahead(report.row, say) or target_years(report.row, say)
    write = say.percent if ahead.isdigit() else say.rate  # a single year has no "a year"
    yearly = [f.period.year for f in report.row.figures if f.period.year is not None]
    told = {
        "needed": write(needed * 100, AVERAGE_DECIMALS),
        "years": ahead,
        "first": str(min(yearly)),
        "best": _growth(best, say),
        "year": str(best.first),
        "notes": _notes(best, say),
    }
    if needed > best.growth:
        return say(
            "Needed {years}: {needed}. No year since {first} has grown as fast; the best was "
            "{best} in {year}{notes}.",
            **told,
        )
    return say(
        "Needed {years}: {needed}. The best year since {first} grew as fast or faster: {best} in "
        "{year}{notes}.",
        **told,
    )


def _against_best_run(run: Run, needed: float, say: Say) -> str:
    told = {
        "count": str(run.years),
        "best": say.rate(run.growth * 100, AVERAGE_DECIMALS),
        "run": years(run.first, run.last, say),
        "notes": _notes(run, say),
    }
    if needed > run.growth:
        return say(
            "{count} years in a row, as many as remain, have averaged {best} at most ({run}"
            "{notes}).",
            **told,
        )
    return say(
        "{count} years in a row, as many as remain, have already averaged {best} ({run}{notes}).",
        **told,
    )


def _growth(run: Run, say: Say) -> str:
    return say.percent(run.growth * 100, AVERAGE_DECIMALS)


def _notes(run: Run, say: Say) -> str:
    note = status_note(run.status, say) if run.status is Status.ESTIMATE else ""
    return remarks((note,) if note else (), say)


def pair_sentence(growth: TargetRow, share: TargetRow, say: Say) -> str:
    """Return that a part beats its growth target while its share must still fall."""
    return say(
        "{growth}: {average}, against a target of {asked}: {standing}. At the same time the "
        "{share}, now {level}, must fall to {corridor} by {year}. The two do not contradict: "
        "a growing part loses share when the rest grows faster.",
        growth=say.text(growth.indicator.name),
        average=latest(growth, say),
        asked=bounds(growth, say),
        standing=standing_word(growth.standing, say),
        share=lowered(say.text(share.indicator.name)),
        level=latest(share, say),
        corridor=bounds(share, say),
        year=share.target.year,
    )


def result_elsewhere(row: TargetRow, say: Say) -> str:
    """Return how a one-year target came out in another series: "Plan documents: 7 %, reached"."""
    if row.series is None or row.standing is Standing.NOT_ASSESSED:
        return ""
    return say(
        "{series}: {latest}, {standing}",
        series=say.text(row.plan.compilers[row.series.compiler].name),
        latest=latest(row, say),
        standing=standing_word(row.standing, say),
    )
