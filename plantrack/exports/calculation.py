"""The calculation file: every input and every result of a scorecard, so that anyone can redo it.

Figures are in the indicator's unit as stored; rates of growth are decimals a year, changes in
points units a year. Of a period average the levels are those of the chained index (100 in the
year before the period), of a sum the running total. Nothing in it depends on a language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Final

from plantrack import __version__
from plantrack.exports.calculation_results import result_of
from plantrack.exports.files import Report
from plantrack.exports.material import Material
from plantrack.exports.stewardship import stewardship_of
from plantrack.model import Figure, Milestone, Target
from plantrack.plan import STANDING_METHOD, Plan
from plantrack.scorecard import Scorecard, TargetRow, Value
from plantrack.scorecard.computed import peer_versions, year_end
from plantrack.scorecard.published import grades
from plantrack.scorecard.ranks import ranked_indicator
from plantrack.stewardship import Stewardship

FORMAT: Final = "plantrack calculation 1"
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Stand:
    """The revision a scorecard rests on, when it was made (UTC), and what people stated by then."""

    revision: int
    made_at: datetime | None
    stewards: Mapping[str, Stewardship] = field(default_factory=dict)  # stated then, by target


def calculation(card: Scorecard, stand: Stand) -> Json:
    """Return everything a scorecard was computed from and what came out, ready for JSON."""
    plan, target_set = card.plan, card.plan.target_sets[card.target_set]
    return {
        "format": FORMAT,
        "program_version": __version__,
        "plan": {"id": plan.id, "digest": plan.digest, "place": plan.geography},
        "revision": stand.revision,
        "recorded_at": None if stand.made_at is None else f"{stand.made_at.isoformat()}Z",
        "target_set": {
            "id": target_set.id,
            "document": target_set.document,
            "name_vi": target_set.name.vi,
            "name_en": target_set.name.en,
        },
        "series_choice": card.choice,
        "method": {"id": STANDING_METHOD, "cutoffs": _cutoffs(plan, STANDING_METHOD)},
        "published_methods": {
            method: _cutoffs(plan, method)
            for method in dict.fromkeys(one.method for one in plan.thresholds)
        },
        "targets": [_target(card, row, stand) for row in card.rows],
    }


def calculation_json(card: Scorecard, stand: Stand) -> bytes:
    """Return the calculation as JSON (UTF-8, indented, non-ASCII letters as they are)."""
    content = calculation(card, stand)
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def json_file(material: Material, report: Report) -> bytes:
    """Return the calculation of a material as JSON."""
    content = calculation_json(material.card, stand_of(material))
    report(1.0)
    return content


def stand_of(material: Material) -> Stand:
    """Return the revision a material is of, with what was stated by then."""
    made_at = None if material.made is None else material.made.made_at
    return Stand(material.revision, made_at, material.stewards)


def _cutoffs(plan: Plan, method: str) -> list[Json]:
    return [
        {
            "from_ratio": number(one.from_ratio),
            "standing": one.standing.value,
            "origin": plan.sources[one.origin].title,
        }
        for one in plan.cutoffs(method)
    ]


def _target(card: Scorecard, row: TargetRow, stand: Stand) -> Json:
    indicator, plan = row.indicator, card.plan
    return {
        "target": row.target.id,
        "indicator": indicator.id,
        "name_vi": indicator.name.vi,
        "name_en": indicator.name.en,
        "unit": plan.units[indicator.unit].name.en,
        "decimals": indicator.decimals,
        "measure": indicator.measure.value,
        "price_basis": indicator.price_basis.value,
        "floor": number(indicator.floor),
        "ceiling": number(indicator.ceiling),
        **_asked(row.target, [m for m in plan.milestones if m.target == row.target.id]),
        "origin": plan.sources[row.target.origin].title,
        "series": None if row.series is None else row.series.id,
        "compiler": None if row.series is None else row.series.compiler,
        "first_years_after_breaks": list(row.segment_starts),
        "figures": [_figure(figure) for figure in row.figures],
        "computed_from": _computed_from(card, row),
        "peers": _peers(card, row),
        "result": result_of(row.assessment),
        "without_estimates": None if row.firm is None else result_of(row.firm),
        "published_methods": [
            {
                "method": one.method,
                "value": one.value,
                "outcome": one.outcome and one.outcome.value,
                "standing": one.standing and one.standing.value,
                "undefined": one.why_not and one.why_not.value,
            }
            for one in grades(row)
        ],
        "stewardship": stewardship_of(stand.stewards.get(row.target.id)),
    }


def _asked(target: Target, milestones: Sequence[Milestone]) -> Json:
    return {
        "place": target.geography,
        "form": target.form.value,
        "low": number(target.low),
        "high": number(target.high),
        "direction": target.direction.value,
        "first_day": target.period.start.isoformat(),
        "last_day": target.period.end.isoformat(),
        "baseline_year": target.baseline_year,
        "qualifier": target.qualifier.value,
        "peer_set": target.peer_set,
        "k": target.k,
        "milestones": [
            {"year": one.year, "low": number(one.low), "high": number(one.high)}
            for one in milestones
        ],
    }


def _figure(figure: Figure) -> Json:
    return {
        "series": figure.series,
        "place": figure.geography,
        "first_day": figure.period.start.isoformat(),
        "last_day": figure.period.end.isoformat(),
        "value": number(figure.value),
        "decimals": figure.decimals,
        "status": figure.status.value,
        "qualifier": figure.qualifier.value,
        "use": figure.use.value,
        "origin": figure.origin,
        "locator": figure.locator,
        "revision": figure.revision,
    }


def _computed_from(card: Scorecard, row: TargetRow) -> Json | None:
    """The formula of an indicator made when read, with the stored figures behind each year."""
    formula = card.plan.formula(row.indicator.id)
    if not row.computed or formula is None:
        return None
    years = (figure.period.last_year for figure in row.figures)
    return {
        "operation": formula.operation.value,
        "operands": list(formula.operands),
        "years": {
            str(year): _value(card.values.value(row.indicator.id, row.target.geography, year))
            for year in years
        },
    }


def _peers(card: Scorecard, row: TargetRow) -> Json | None:
    """The value of each peer in the year that decides a place, with the figures behind it.

    A peer without a value is None: no place is given then.
    """
    ranked = ranked_indicator(card.plan, row.indicator.id)
    if row.ranking is None or ranked is None:
        return None
    rank = row.assessment.rank
    year = row.assessment.missing_year if rank is None else rank.year
    values = {} if year is None else _values_of_peers(card, row, ranked, year)
    return {"ranked_by": ranked, "year": year, "values": values}


def _values_of_peers(card: Scorecard, row: TargetRow, ranked: str, year: int) -> Json:
    versions = peer_versions(card.plan, row.target.peer_set or "")
    members = next((v.members for v in versions if v.in_force_on(year_end(year))), ())
    return {member: _value(card.values.value(ranked, member, year)) for member in members}


def _value(value: Value | None) -> Json | None:
    if value is None:
        return None
    return {
        "value": value.value,
        "status": value.status.value,
        "inputs": [_figure(figure) for figure in value.figures],
    }


def number(value: Decimal | None) -> int | float | None:
    """Return a stored value as the number it prints: 150, 70.95."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def flat(content: Mapping[str, object], above: str = "") -> dict[str, object]:
    """Return nested objects as one level of names: {"gap": {"low": 1}} -> {"gap_low": 1}."""
    found: dict[str, object] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            found |= flat(value, f"{above}{name}_")
        else:
            found[above + name] = value
    return found
