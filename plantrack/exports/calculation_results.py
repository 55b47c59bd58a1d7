"""What came out for one target, field by field."""

from __future__ import annotations

from plantrack.method.observation import Observation
from plantrack.method.pace import Pair
from plantrack.method.verdict import Assessment


def result_of(verdict: Assessment) -> dict[str, object]:
    """Return an assessment as plain values; None where a quantity does not apply.

    Every key is there for every target, so that a table has the same columns throughout.
    """
    goal, deciding = verdict.goal, verdict.deciding
    due, way, ahead, rank = verdict.due, verdict.way, verdict.projection, verdict.rank
    return {
        "standing": verdict.standing.value,
        "reason": verdict.reason.value,
        "undefined": None if verdict.undefined is None else verdict.undefined.value,
        "missing_year": verdict.missing_year,
        "marks": sorted(mark.value for mark in verdict.marks),
        "met": verdict.met,
        "baseline": _observation(verdict.baseline),
        "latest": _observation(verdict.latest),
        "goal": {
            "low": None if goal is None else goal.low,
            "high": None if goal is None else goal.high,
            "year": None if goal is None else goal.year,
            "measure": None if goal is None else goal.measure.value,
        },
        "deciding_bound": None if deciding is None else deciding.value,
        "gap": _pair(verdict.gap),
        "required": _pair(verdict.required),
        "required_from_now": _pair(verdict.required_from_now),
        "observed": verdict.observed,
        "ratio": verdict.ratio,
        "acceleration": verdict.acceleration,
        "share_of_way": None if way is None else way.linear,
        "share_of_path": None if way is None else way.on_path,
        "due": {
            "value": None if due is None else due.value,
            "difference": None if due is None else due.difference,
            "years": None if due is None else due.years,
        },
        "projection": {
            "value": None if ahead is None else ahead.value,
            "first_year": None if ahead is None else ahead.first_year,
            "not_before": None if ahead is None else ahead.not_before,
        },
        "crossings": [
            {
                "standing": one.standing.value,
                "from_ratio": one.from_ratio,
                "latest": one.value,
            }
            for one in verdict.crossings
        ],
        "place": None if rank is None else rank.place,
        "places": None if rank is None else rank.of,
    }


def _observation(level: Observation | None) -> dict[str, object]:
    return {
        "year": None if level is None else level.year,
        "value": None if level is None else level.value,
        "half_unit": None if level is None else level.half_unit,
        "status": None if level is None else level.status.value,
        "qualifier": None if level is None else level.qualifier.value,
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {"low": pair.low, "high": pair.high}
