"""The functions that `tests/worked_examples.csv` names, in percent as a reader writes them.

Inputs are written `name=value; name=value`, lists with ` | ` between their items. A target is
written with its form, measure, bounds, baseline year and year or period, and the figures as
`year:value`, with a status or a qualifier where it matters (`2025:70.95 estimate`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from plantrack.method.assessment import without_estimates
from plantrack.method.average import (
    GrowthFigure,
    best_run,
    catch_up_rate,
    chained_index,
    geometric_average,
    rest_of_year_rate,
    target_index,
)
from plantrack.method.coherence import (
    against_path,
    implied_deflator,
    implied_nominal_per_person,
    implied_real_growth,
    implied_shares,
    real_per_person,
)
from plantrack.method.goal import Bound
from plantrack.method.pace import Pair
from plantrack.method.published import Course, compound_ratio, straight_line_ratio
from plantrack.method.published_projection import projected_share
from plantrack.method.ranking import position, rate_to_match
from plantrack.method.rates import compound_rate, compound_value, points_rate, points_value
from plantrack.method.structure import (
    contribution_check,
    corridors_feasible,
    implied_growth,
    near_edge,
    shares_sum,
    tightened,
)
from plantrack.method.verdict import Assessment
from plantrack.model import Direction, Figure, Form, Measure, Qualifier, Standing, Status
from tests.method.situations import asked, assessed, figure

Inputs = Mapping[str, str]
Answer = float | str | None


def numbers(text: str) -> list[float]:
    return [float(item) for item in text.split("|")]


def named(text: str) -> dict[str, float]:
    pairs = (item.strip().rsplit(":", 1) for item in text.split("|"))
    return {name: float(value) for name, value in pairs}


def percents(text: str) -> list[float]:
    return [number / 100 for number in numbers(text)]


def corridors(text: str) -> list[tuple[float, float]]:
    return [(float(low), float(high)) for low, high in (i.split("-") for i in text.split("|"))]


def figures(text: str) -> list[Figure]:
    return [_figure(*item.split()) for item in text.split("|")]


def _figure(dated: str, *words: str) -> Figure:
    years, _, value = dated.partition(":")
    status, qualifier = Status.OFFICIAL, Qualifier.EXACT
    for word in words:
        if word in set(Status):
            status = Status(word)
        else:
            qualifier = Qualifier(word)
    return figure(years if "-" in years else int(years), value, status, qualifier)


def assessment(inputs: Inputs, *, firm: bool = False) -> Assessment:
    known = {"form", "measure", "low", "high", "baseline", "year", "direction", "break", "figures"}
    assert inputs.keys() <= known, inputs.keys() - known
    year = inputs["year"]
    question = asked(
        Form(inputs["form"]),
        low=inputs.get("low"),
        high=inputs.get("high"),
        since=int(inputs["baseline"]),
        by=year if "-" in year else int(year),
        measure=Measure(inputs["measure"]),
        direction=Direction(inputs["direction"]) if "direction" in inputs else None,
        breaks=[int(inputs["break"])] if "break" in inputs else [],
    )
    whole = assessed(question, figures(inputs["figures"]))
    if not firm:
        return whole
    left = without_estimates(question, figures(inputs["figures"]))
    assert left is not None, "no estimate to leave out"
    return left


def _rate(inputs: Inputs, rate: float | None) -> Answer:
    in_points = inputs["measure"] == "points" or inputs["form"] == "cumulative"
    return rate if in_points or rate is None else rate * 100


def _of_pair(take: Callable[[Assessment], Pair], bound: Bound) -> Callable[[Inputs], Answer]:
    return lambda inputs: _rate(inputs, take(assessment(inputs)).to(bound))


def _crossing(standing: Standing) -> Callable[[Inputs], Answer]:
    return lambda inputs: next(
        c.value for c in assessment(inputs).crossings if c.standing is standing
    )


def _of_due(field: str) -> Callable[[Inputs], Answer]:
    return lambda inputs: getattr(assessment(inputs).due, field)


def _of_projection(field: str) -> Callable[[Inputs], Answer]:
    return lambda inputs: getattr(assessment(inputs).projection, field)


def _course(inputs: Inputs) -> Course:
    names = ("baseline", "latest", "target", "elapsed", "span")
    return Course(*(float(inputs[name]) for name in names), Direction(inputs["direction"]))


def _matched(inputs: Inputs) -> Answer:
    then, now = named(inputs["others_then"]), named(inputs["others_now"])
    periods = int(inputs["pace_periods"]), int(inputs["periods"])
    return 100 * rate_to_match(float(inputs["own"]), then, now, int(inputs["k"]), *periods).required


def _index(inputs: Inputs) -> Answer:
    growths = percents(inputs["growths"])
    chain = [GrowthFigure(year, year, growth) for year, growth in enumerate(growths, 2021)]
    return chained_index(chain)[-1][1]


def _near_edges(inputs: Inputs) -> Answer:
    pairs = zip(numbers(inputs["shares"]), corridors(inputs["corridors"]), strict=True)
    return sum(near_edge(share, low, high) for share, (low, high) in pairs)


def _tightened(inputs: Inputs) -> Answer:
    tight = tightened(corridors(inputs["corridors"]))
    return " | ".join(f"{low:g}-{high:g}" for low, high in tight)


def _best_run(inputs: Inputs) -> Answer:
    growth = {int(year): percent / 100 for year, percent in named(inputs["growth"]).items()}
    best = best_run(growth, int(inputs["length"]))
    return None if best is None else 100 * best.growth


def _shares(inputs: Inputs) -> list[Decimal]:
    return [Decimal(item.strip()) for item in inputs["shares"].split("|")]


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _number(inputs: Inputs, *names: str) -> list[float]:
    return [float(inputs[name]) for name in names]


def _percent_then(inputs: Inputs, percent: str, *names: str) -> list[float]:
    return [float(inputs[percent]) / 100, *_number(inputs, *names)]


def _per_person(inputs: Inputs) -> float:
    """Nominal growth per person, given as such or by the levels it joins."""
    if "per_person" in inputs:
        return float(inputs["per_person"]) / 100
    return compound_rate(*_number(inputs, "start", "end", "periods"))


def _population(inputs: Inputs) -> float:
    if "population" in inputs:
        return float(inputs["population"]) / 100
    ends = _number(inputs, "population_start", "population_end")
    return compound_rate(*ends, float(inputs.get("population_periods", 1)))


def _due_on_path(inputs: Inputs) -> Answer:
    rate = compound_rate(*_number(inputs, "start", "end", "periods"))
    return compound_value(float(inputs["start"]), rate, float(inputs["after"]))


def _against_path(inputs: Inputs) -> Answer:
    ends = _number(inputs, "worse", "better", "due")
    return against_path(*ends, Direction(inputs["direction"])).value


def _implied_share(inputs: Inputs) -> Answer:
    shares, growths = numbers(inputs["shares"]), percents(inputs["growths"])
    return implied_shares(shares, growths, float(inputs["periods"]))[int(inputs["part"])].then


FUNCTIONS: dict[str, Callable[[Inputs], Answer]] = {
    "compound_rate": lambda i: 100 * compound_rate(*_number(i, "start", "end", "periods")),
    "points_rate": lambda i: points_rate(*_number(i, "start", "end", "periods")),
    "compound_value": lambda i: compound_value(
        float(i["start"]), float(i["rate"]) / 100, float(i["periods"])
    ),
    "points_value": lambda i: points_value(*_number(i, "start", "rate", "periods")),
    "geometric_average": lambda i: 100 * geometric_average(percents(i["growths"])),
    "chained_index": _index,
    "target_index": lambda i: target_index(float(i["goal"]) / 100, int(i["periods"])),
    "catch_up_rate": lambda i: (
        100 * catch_up_rate(float(i["goal"]) / 100, int(i["periods"]), percents(i["observed"]))
    ),
    "rest_of_year_rate": lambda i: (
        100
        * rest_of_year_rate(
            float(i["target"]) / 100, float(i["reported"]) / 100, float(i["weight"])
        )
    ),
    "best_run": _best_run,
    "place": lambda i: position(i["subject"], named(i["values"]), int(i["k"]), 0).place,
    "kth_value": lambda i: position(i["subject"], named(i["values"]), int(i["k"]), 0).kth_value,
    "rate_to_match": _matched,
    "shares_sum": lambda i: float(shares_sum(_shares(i), int(i["decimals"])).total),
    "shares_tolerance": lambda i: float(shares_sum(_shares(i), int(i["decimals"])).tolerance),
    "shares_hold": lambda i: _yes(shares_sum(_shares(i), int(i["decimals"])).holds),
    "corridors_feasible": lambda i: _yes(corridors_feasible(corridors(i["corridors"]))),
    "sum_of_lows": lambda i: sum(low for low, _ in corridors(i["corridors"])),
    "sum_of_highs": lambda i: sum(high for _, high in corridors(i["corridors"])),
    "tightened": _tightened,
    "near_edges": _near_edges,
    "implied_growth": lambda i: (
        100 * implied_growth(*_percent_then(i, "total_growth", "share", "target_share", "periods"))
    ),
    "implied_deflator": lambda i: (
        100 * implied_deflator(_per_person(i), float(i["real"]) / 100, _population(i))
    ),
    "implied_real_growth": lambda i: (
        100 * implied_real_growth(_per_person(i), float(i["deflator"]) / 100, _population(i))
    ),
    "implied_nominal": lambda i: (
        100
        * implied_nominal_per_person(
            float(i["real"]) / 100, float(i["deflator"]) / 100, _population(i)
        )
    ),
    "real_per_person": lambda i: 100 * real_per_person(float(i["real"]) / 100, _population(i)),
    "due_on_path": _due_on_path,
    "against_path": _against_path,
    "implied_share": _implied_share,
    "contributions": lambda i: (
        contribution_check(numbers(i["weights"]), numbers(i["growths"]), float(i["total"])).weighted
    ),
    "contributions_hold": lambda i: _yes(
        contribution_check(numbers(i["weights"]), numbers(i["growths"]), float(i["total"])).holds
    ),
    "compound_ratio": lambda i: compound_ratio(_course(i)),
    "projected_share": lambda i: (
        100
        * projected_share(
            {int(year): value for year, value in named(i["figures"]).items()},
            *_number(i, "target"),
            int(i["year"]),
            Direction(i["direction"]),
        )
    ),
    "straight_line_ratio": lambda i: straight_line_ratio(_course(i)),
    "standing": lambda i: assessment(i).standing.value,
    "reason": lambda i: assessment(i).reason.value,
    "marks": lambda i: " ".join(sorted(mark.value for mark in assessment(i).marks)),
    "missing_year": lambda i: assessment(i).missing_year,
    "undefined": lambda i: str(assessment(i).undefined),
    "standing_without_estimates": lambda i: assessment(i, firm=True).standing.value,
    "reason_without_estimates": lambda i: assessment(i, firm=True).reason.value,
    "ratio_without_estimates": lambda i: assessment(i, firm=True).ratio,
    "observed_without_estimates": lambda i: _rate(i, assessment(i, firm=True).observed),
    "observed": lambda i: _rate(i, assessment(i).observed),
    "required": _of_pair(lambda a: a.required, Bound.LOW),
    "required_high": _of_pair(lambda a: a.required, Bound.HIGH),
    "required_from_now": _of_pair(lambda a: a.required_from_now, Bound.LOW),
    "required_from_now_high": _of_pair(lambda a: a.required_from_now, Bound.HIGH),
    "ratio": lambda i: assessment(i).ratio,
    "acceleration": lambda i: assessment(i).acceleration,
    "gap": lambda i: assessment(i).gap.low,
    "gap_high": lambda i: assessment(i).gap.high,
    "met": lambda i: _yes(assessment(i).met is True),
    "due_value": _of_due("value"),
    "due_years": _of_due("years"),
    "value_in_target_year": _of_projection("value"),
    "first_year": _of_projection("first_year"),
    "far_behind_below": _crossing(Standing.BEHIND),
    "on_track_from": _crossing(Standing.ON_TRACK),
}
