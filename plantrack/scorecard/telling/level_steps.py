"""Arithmetic on levels: the gap, the change needed from the baseline and from now, the change."""

from __future__ import annotations

from plantrack.method.observation import Observation
from plantrack.method.pace import Pair
from plantrack.method.rates import value_after
from plantrack.model import Form, Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.gaps import nearest_first
from plantrack.scorecard.telling.lines import change_line, difference_line, path_line
from plantrack.scorecard.telling.steps import Step, told
from plantrack.scorecard.telling.values import level, stored_bound
from plantrack.words import Say


def level_steps(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return the steps from the figures to the paces, to both bounds."""
    verdict = row.assessment
    goal, baseline, latest = verdict.goal, verdict.baseline, verdict.latest
    if goal is None or latest is None or latest.one_sided:
        return ()
    ends = [end for bound in nearest_first(row) if (end := goal.bound(bound)) is not None]
    found = list(
        told(
            say("Gap: target less the figure of {year}", year=latest.year),
            *(difference_line(row, end, latest.value, say) for end in ends),
        )
    )
    if baseline is not None and baseline.year < latest.year:
        title = _span(say("Needed from the baseline"), baseline.year, goal.year, say)
        found += told(title, *_needed(row, baseline, verdict.required, say))
    title = _span(say("Needed from now"), latest.year, goal.year, say)
    found += told(title, *_needed(row, latest, verdict.required_from_now, say))
    if baseline is None or verdict.observed is None:
        return tuple(found)
    title = _span(say("So far"), baseline.year, latest.year, say)
    periods = latest.year - baseline.year
    line = change_line(row, baseline.value, latest.value, periods, verdict.observed, say)
    return (*found, *told(title, line))


def _needed(row: TargetRow, start: Observation, rates: Pair, say: Say) -> list[str]:
    goal = row.assessment.goal
    lines = []
    for bound in nearest_first(row):
        end, rate = goal.bound(bound) if goal is not None else None, rates.to(bound)
        if goal is None or end is None or rate is None:
            continue
        lines.append(change_line(row, start.value, end, goal.year - start.year, rate, say))
    return lines


def _span(title: str, first: int, last: int, say: Say) -> str:
    """Return "Needed from now: 2025 → 2030, 5 years"."""
    return say.many(
        "{title}: {first} → {last}, {count} year",
        "{title}: {first} → {last}, {count} years",
        last - first,
        title=title,
        first=first,
        last=last,
    )


def asked_level(row: TargetRow, say: Say) -> tuple[Step, ...]:
    """Return how a yearly change asked for leads to a level in the last year."""
    verdict = row.assessment
    baseline, goal = verdict.baseline, verdict.goal
    if row.target.form is not Form.CHANGE_PER_YEAR or baseline is None or goal is None:
        return ()
    percent = 100 if row.indicator.measure is Measure.COMPOUND else 1
    periods = goal.year - baseline.year
    lines = []
    for bound in nearest_first(row):
        asked, end = stored_bound(row, bound), goal.bound(bound)
        if asked is None or end is None:
            continue
        rate = float(asked) / percent
        free = value_after(row.indicator.measure, baseline.value, rate, periods)
        line = path_line(row, baseline.value, rate, periods, free, say)
        if free != end:
            limit = level(row, end, say)
            line = say("{line}, held at the natural limit of {limit}", line=line, limit=limit)
        lines.append(line)
    return told(say("Level that the yearly change asked for leads to"), *lines)
