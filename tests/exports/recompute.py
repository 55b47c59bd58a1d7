"""Standings computed again from a calculation file alone, after METHOD and with no part of the
program: plain Python on the JSON somebody downloaded.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

Json = dict[str, Any]
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Level:
    year: int
    value: float
    half_unit: float
    qualifier: str = "exact"


@dataclass(frozen=True)
class Answer:
    standing: str
    observed: float | None = None
    required: float | None = None
    ratio: float | None = None


NOT_ASSESSED = Answer("not_assessed")


def recompute(file: Json, target: Json) -> Answer:
    """Return the standing of one target of the file, with its rates where a pace decides."""
    if target["form"] == "top":
        return by_place(target)
    if target["place"] != file["plan"]["place"]:
        return NOT_ASSESSED  # shown, not graded
    if linked(target):
        start = date.fromisoformat(target["first_day"]).year
        levels, reached = chain(target, start)
        if not complete(target, reached, start):
            return NOT_ASSESSED
        if any(start < cut <= reached for cut in target["first_years_after_breaks"]):
            return NOT_ASSESSED
        return judge(file, target, levels, (), start - 1, index_bounds(target, start))
    levels = [yearly(figure, target) for figure in graded(target) if one_year(figure)]
    bounds = (target["low"], target["high"])
    cuts = tuple(target["first_years_after_breaks"])
    return judge(file, target, levels, cuts, target["baseline_year"], bounds)


def by_place(target: Json) -> Answer:
    """The place among the peers of the file, or the newest one as published."""
    due = date.fromisoformat(target["last_day"]).year
    if target["peers"] is not None:
        values = {name: peer and peer["value"] for name, peer in target["peers"]["values"].items()}
        if not values or None in values.values():
            return NOT_ASSESSED
        own = values.pop(target["place"])
        place, year = 1 + sum(other > own for other in values.values()), target["peers"]["year"]
    else:
        known = [yearly(f, target) for f in graded(target) if one_year(f)]
        if not known:
            return NOT_ASSESSED
        latest = next((one for one in known if one.year == due), known[-1])
        place, year = round(latest.value), latest.year
    if year > due:
        return NOT_ASSESSED
    if place <= target["k"]:
        return Answer("reached")
    return Answer("missed" if year == due else "not_met_yet")


def graded(target: Json) -> list[Json]:
    return [f for f in target["figures"] if f["use"] == "figure" and f["status"] != "projection"]


def span(figure: Json) -> tuple[int, int] | None:
    """First and last year of a figure of whole years."""
    first, last = (date.fromisoformat(figure[day]) for day in ("first_day", "last_day"))
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return (first.year, last.year) if whole else None


def one_year(figure: Json) -> bool:
    years = span(figure)
    return years is not None and years[0] == years[1]


def half(figure: Json, target: Json) -> float:
    decimals = target["decimals"] if figure["decimals"] is None else figure["decimals"]
    return 0.5 * float(10 ** -int(decimals))


def yearly(figure: Json, target: Json) -> Level:
    years = span(figure)
    assert years is not None
    return Level(years[1], figure["value"], half(figure, target), figure["qualifier"])


# --- A period average on the chained index, a sum on its running total


def linked(target: Json) -> bool:
    return target["measure"] == "average_growth" or target["form"] == "cumulative"


def due_year(target: Json) -> int:
    return date.fromisoformat(target["last_day"]).year


def chain(target: Json, start: int) -> tuple[list[Level], int]:
    """Levels from the year before the period as far as figures follow without a gap."""
    spans = {
        years: f for f in graded(target) if (years := span(f)) and years[1] <= due_year(target)
    }

    def ways(first: int) -> list[list[tuple[int, int]]]:
        found: list[list[tuple[int, int]]] = [[]]
        for years in spans:
            if years[0] == first:
                found += [[years, *rest] for rest in ways(years[1] + 1)]
        return found

    best = max(ways(start), key=lambda way: (way[-1][1] if way else 0, len(way)))
    if not best:
        return [], start - 1
    growing = target["measure"] == "average_growth"
    levels = [Level(start - 1, 100.0 if growing else 0.0, 0.0)]
    relative = 0.0
    for years in best:
        figure, before = spans[years], levels[-1]
        if growing:
            growth, count = figure["value"] / 100, years[1] - years[0] + 1
            value = before.value * (1 + growth) ** count
            relative += count * half(figure, target) / 100 / (1 + growth)
            rounding = value * relative
        else:
            value = before.value + figure["value"]
            rounding = before.half_unit + half(figure, target)
        levels.append(Level(years[1], value, rounding, figure["qualifier"]))
    return levels, best[-1][1]


def complete(target: Json, reached: int, start: int) -> bool:
    """Whether no year is missing before a later figure, where that matters."""
    newest = max((years[1] for f in graded(target) if (years := span(f))), default=0)
    gap = reached < due_year(target) and newest > reached
    matters = newest >= due_year(target) or target["form"] == "cumulative" or reached < start
    return not (gap and matters)


def index_bounds(target: Json, start: int) -> Bounds:
    if target["measure"] != "average_growth":
        return target["low"], target["high"]
    years = due_year(target) - start + 1
    low, high = (
        None if bound is None else 100 * (1 + bound / 100) ** years
        for bound in (target["low"], target["high"])
    )
    return low, high


# --- The seven rules


def judge(
    file: Json,
    target: Json,
    levels: list[Level],
    cuts: tuple[int, ...],
    baseline_year: int,
    bounds: Bounds,
) -> Answer:
    if not levels:
        return NOT_ASSESSED
    due = due_year(target)
    steps = sorted(target["milestones"], key=lambda step: step["year"])
    final = steps[-1]["year"] if steps else due
    if any(level.year == final for level in levels):
        levels = [level for level in levels if level.year <= final]
    start = max((cut for cut in cuts if cut <= levels[-1].year), default=None)
    segment = [level for level in levels if start is None or level.year >= start]
    if start is not None and start > baseline_year:
        baseline_year = segment[0].year
    baseline = next((level for level in segment if level.year == baseline_year), None)
    latest = segment[-1]
    if target["form"] == "path":
        step = next((s for s in steps if s["year"] > levels[-1].year), steps[-1])
        bounds, due = (step["low"], step["high"]), step["year"]
    if target["form"] == "change_per_year":
        if baseline is None:
            return NOT_ASSESSED
        bounds = led_to(target, bounds, baseline, due)
    if latest.year >= final:
        if latest.year > final or met(target, bounds, latest) is None:
            return NOT_ASSESSED
        return Answer("reached" if met(target, bounds, latest) else "missed")
    if target["measure"] == "rank" and deciding(target, bounds) is not MISSING:
        inside = met(target, bounds, latest)  # a place has no pace, hence needs no baseline
        return NOT_ASSESSED if inside is None else Answer("reached" if inside else "not_met_yet")
    if baseline is None or latest.year <= baseline.year or deciding(target, bounds) is MISSING:
        return NOT_ASSESSED
    return by_pace(file, target, bounds, baseline, latest, due)


def by_pace(
    file: Json, target: Json, bounds: Bounds, baseline: Level, latest: Level, due: int
) -> Answer:
    """Rules 3 to 7, on a baseline and a later figure before the target year."""
    if met(target, bounds, latest):
        return Answer("reached")
    if met(target, bounds, latest) is None:
        return NOT_ASSESSED
    if met(target, bounds, baseline):
        return Answer("moving_away")
    more, bound = aim(target, bounds, baseline)
    if target["form"] == "between" and (latest.value < bound) is (baseline.value > bound):
        return Answer("overshot")
    if {"over", "up_to"} & {baseline.qualifier, latest.qualifier}:
        return NOT_ASSESSED
    try:
        observed = rate(target, baseline.value, latest.value, latest.year - baseline.year)
        required = rate(target, baseline.value, bound, due - baseline.year)
    except (ValueError, ZeroDivisionError):
        return NOT_ASSESSED
    ratio = (observed if more else -observed) / abs(required)
    rounding = baseline.half_unit + latest.half_unit
    if abs(latest.value - baseline.value) <= rounding + 1e-12:
        return Answer("far_behind", observed, required)
    for cutoff in file["method"]["cutoffs"]:
        begins = cutoff["from_ratio"]
        if begins is None or ratio >= begins or math.isclose(ratio, begins, rel_tol=1e-9):
            return Answer(cutoff["standing"], observed, required, ratio)
    raise AssertionError("the cut-offs have no open end")


MISSING = object()


def deciding(target: Json, bounds: Bounds) -> object:
    if target["form"] == "between":
        return MISSING if None in bounds else bounds
    bound = bounds[0] if target["direction"] == "more" else bounds[1]
    return MISSING if bound is None else bound


def aim(target: Json, bounds: Bounds, baseline: Level) -> tuple[bool, float]:
    """Whether more is wanted, and the bound the way leads to: the weakest, or a near edge."""
    low, high = bounds
    if target["form"] != "between":
        more = target["direction"] == "more"
        bound = low if more else high
    else:
        assert low is not None
        more = baseline.value < low
        bound = low if more else high
    assert bound is not None
    return more, bound


def met(target: Json, bounds: Bounds, level: Level) -> bool | None:
    """Whether a level meets the target; None where "over" or "up to" leaves it open."""
    low, high = bounds
    if target["form"] == "between":
        sides = [at_least(level, low), at_most(level, high)]
        if False in sides:
            return False
        return None if None in sides else True
    return at_least(level, low) if target["direction"] == "more" else at_most(level, high)


def at_least(level: Level, bound: float | None) -> bool | None:
    if bound is None:
        return None
    enough = level.value >= bound or math.isclose(level.value, bound, rel_tol=1e-12)
    if level.qualifier == "over":
        return enough or None
    return None if level.qualifier == "up_to" and enough else enough


def at_most(level: Level, bound: float | None) -> bool | None:
    if bound is None:
        return None
    little = level.value <= bound or math.isclose(level.value, bound, rel_tol=1e-12)
    if level.qualifier == "up_to":
        return little or None
    if level.qualifier == "over":
        return False if level.value >= bound else None
    return little


def led_to(target: Json, bounds: Bounds, baseline: Level, due: int) -> Bounds:
    """The level a yearly change leads to, within the natural limits."""
    years = due - baseline.year

    def level(change: float | None) -> float | None:
        if change is None:
            return None
        if target["measure"] == "compound":
            reached = baseline.value * (1 + change / 100) ** years
        else:
            reached = baseline.value + change * years
        if target["floor"] is not None:
            reached = max(reached, target["floor"])
        return reached if target["ceiling"] is None else min(reached, target["ceiling"])

    return level(bounds[0]), level(bounds[1])


def rate(target: Json, first: float, last: float, years: int) -> float:
    """Yearly change under the measure of the target; a sum goes by points."""
    if target["measure"] == "points" or target["form"] == "cumulative":
        return (last - first) / years
    if first <= 0 or last <= 0:
        raise ValueError("a rate of growth needs levels above zero")
    return float((last / first) ** (1 / years) - 1)
