"""Materials to make files from: the plans, and what a plan could become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from plantrack.exports.material import Material
from plantrack.model import Indicator, Text
from plantrack.opening import open_plan
from plantrack.settings import Settings
from plantrack.stewardship import stewards_at

ROOT = Path(__file__).resolve().parents[2]
SEEDS = {"first": ROOT / "seeds", "second": ROOT / "tests" / "plans" / "second"}


@cache
def seeded(plan: str, language: str = "vi") -> Material:
    """Return the "first" or "second" plan as opened the first time: its seeds, recorded."""
    with TemporaryDirectory() as folder:
        data = Path(folder)
        opened = open_plan(Settings(seeds=SEEDS[plan], data=data, ledger=data / "plan.duckdb"))
        snapshot, history = opened.store.current(), opened.store.history()
        found = Material(
            plan=opened.plan,
            figures=snapshot.figures,
            sources={**snapshot.sources, **opened.plan.sources},
            made=history[-1],
            target_set=opened.plan.default_target_set,
            language=language,
            stewards=stewards_at(history, snapshot.revision),
        )
        opened.close()
    return found


def with_targets(material: Material, count: int) -> Material:
    """Return a set of so many targets, those of the plan again and again."""
    own = material.plan.targets_of(material.target_set)
    again = islice(cycle(own), count)
    targets = {f"t{place}": replace(one, id=f"t{place}") for place, one in enumerate(again)}
    return replace(material, plan=replace(material.plan, targets=targets))


def named(material: Material, name: Callable[[Indicator], str]) -> Material:
    """Return the plan with other names of its indicators, the same in both languages."""
    indicators = {
        key: replace(one, name=Text(name(one), name(one)))
        for key, one in material.plan.indicators.items()
    }
    return replace(material, plan=replace(material.plan, indicators=indicators))


def before_any_figure(material: Material) -> Material:
    """Return the plan with what was known up to the baseline of its targets."""
    years = {one.baseline_year for one in material.plan.targets_of(material.target_set)}
    kept = (one for one in material.figures if one.period.last_year <= min(years))
    return replace(material, figures=tuple(kept))
