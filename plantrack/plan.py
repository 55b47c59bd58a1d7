"""The plan as defined on a day: its nouns by id, the target sets, the series in use.

Built by `plantrack.seeds`, either from seed files or from the definition a ledger keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from plantrack.model import (
    Alias,
    Break,
    Compiler,
    Direction,
    Formula,
    FrameItem,
    Geography,
    Indicator,
    Milestone,
    MissingFigure,
    Operation,
    PeerMember,
    RejectedFigure,
    Series,
    Source,
    Target,
    TargetSet,
    Text,
    Theme,
    Threshold,
    Unit,
)

PREFERRED = "preferred"

# The method whose cut-offs give the standing; others stand beside it.
STANDING_METHOD = "eurostat_family"


@dataclass(frozen=True)
class Plan:
    """Everything a standing depends on, except the figures.

    `definition` is the canonical JSON of the seed tables and `digest` its SHA-256: two plans
    with one digest are the same plan.
    """

    id: str
    name: Text
    geography: str
    first_year: int
    last_year: int
    time_zone: str
    default_target_set: str
    sources: Mapping[str, Source]
    geographies: Mapping[str, Geography]
    peers: tuple[PeerMember, ...]
    themes: Mapping[str, Theme]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    aliases: tuple[Alias, ...]
    compilers: Mapping[str, Compiler]
    series: Mapping[str, Series]
    breaks: tuple[Break, ...]
    target_sets: Mapping[str, TargetSet]
    targets: Mapping[str, Target]
    milestones: tuple[Milestone, ...]
    thresholds: tuple[Threshold, ...]
    formulas: tuple[Formula, ...]
    frame: tuple[FrameItem, ...]
    missing: tuple[MissingFigure, ...]
    rejected: tuple[RejectedFigure, ...]
    definition: str
    digest: str
    # Series -> the series of the first estimates of the same years, where those are kept.
    first_estimates: Mapping[str, str] = field(default_factory=dict)

    def targets_of(self, target_set: str) -> tuple[Target, ...]:
        """Targets of a set in plan order."""
        return tuple(t for t in self.targets.values() if t.target_set == target_set)

    def target_set_in_force(self, day: date) -> TargetSet | None:
        """The default set while it is in force, then the one that took its place.

        A set takes another's place by coming into force on the day after the other ends. Where
        nothing did, the latest adopted of the sets in force leads.
        """
        leading, passed = self.target_sets[self.default_target_set], set[str]()
        while leading.id not in passed:
            if _in_force(leading, day):
                return leading
            passed.add(leading.id)
            leading = _latest(_successors(leading, self.target_sets.values())) or leading
        return _latest(s for s in self.target_sets.values() if _in_force(s, day))

    def leading_target_set(self, day: date) -> TargetSet:
        """The set a reader gets without choosing: the one in force, else the plan's default."""
        return self.target_set_in_force(day) or self.target_sets[self.default_target_set]

    def direction_of(self, indicator: str) -> Direction | None:
        """The direction every target of an indicator has; None where none or both are stated."""
        stated = {t.direction for t in self.targets.values() if t.indicator == indicator}
        return stated.pop() if len(stated) == 1 else None

    def in_force(self, target_set: TargetSet, day: date) -> bool:
        """Whether a set is in force on `day`; one without a first day never is."""
        return _in_force(target_set, day)

    def series_of(self, indicator: str) -> tuple[Series, ...]:
        return self._series_by_indicator.get(indicator, ())

    def series_in_use(self, indicator: str, choice: str = PREFERRED) -> Series | None:
        """The series of `choice` (a compiler id, or "preferred") for `indicator`.

        An indicator without a series of that compiler has None: nothing is put in its place.
        """
        candidates = self.series_of(indicator)
        if choice == PREFERRED:
            return next((s for s in candidates if s.preferred), None)
        return next((s for s in candidates if s.compiler == choice), None)

    def segment_starts(self, series: str) -> tuple[int, ...]:
        """First years of the segments that breaks cut `series` into, ascending."""
        return tuple(sorted(b.first_year_after for b in self.breaks if b.series == series))

    def break_at(self, series: str, first_year_after: int) -> Break | None:
        return next(
            (
                b
                for b in self.breaks
                if b.series == series and b.first_year_after == first_year_after
            ),
            None,
        )

    def peers_on(self, peer_set: str, day: date) -> tuple[str, ...]:
        """Geographies of `peer_set` in force on `day`, in seed order."""
        return tuple(
            p.geography
            for p in self.peers
            if p.peer_set == peer_set
            and (p.valid_from is None or p.valid_from <= day)
            and (p.valid_to is None or day <= p.valid_to)
        )

    def parts_of(self, geography: str) -> tuple[str, ...]:
        """The former geographies merged into `geography` (empty when it was not merged)."""
        return tuple(g.id for g in self.geographies.values() if g.successor == geography)

    def formula(self, indicator: str, applies_to: str = "any") -> Formula | None:
        return next(
            (f for f in self.formulas if f.indicator == indicator and f.applies_to == applies_to),
            None,
        )

    def wholes(self) -> tuple[Formula, ...]:
        """The sums whose result has one possible value: shares of a whole."""
        return tuple(
            f
            for f in self.formulas
            if f.operation is Operation.SUM
            and f.applies_to == "any"
            and self.indicators[f.indicator].floor is not None
            and self.indicators[f.indicator].floor == self.indicators[f.indicator].ceiling
        )

    def identities(self) -> tuple[Formula, ...]:
        """The indicators whose growth splits into real growth, prices and population."""
        return tuple(f for f in self.formulas if f.operation is Operation.IDENTITY)

    def children_of(self, indicator: str) -> tuple[Indicator, ...]:
        return tuple(i for i in self.indicators.values() if i.parent == indicator)

    def cutoffs(self, method: str) -> tuple[Threshold, ...]:
        """Thresholds of a method, highest ratio first, the open-ended one last."""
        rows = [t for t in self.thresholds if t.method == method]
        return tuple(
            sorted(rows, key=lambda t: (t.from_ratio is None, -(t.from_ratio or 0))),
        )

    @cached_property
    def _series_by_indicator(self) -> Mapping[str, tuple[Series, ...]]:
        return MappingProxyType(_grouped(self.series.values()))


def _grouped(series: Iterable[Series]) -> dict[str, tuple[Series, ...]]:
    groups: dict[str, tuple[Series, ...]] = {}
    for one in series:
        groups[one.indicator] = (*groups.get(one.indicator, ()), one)
    return groups


def _successors(ended: TargetSet, sets: Iterable[TargetSet]) -> Iterator[TargetSet]:
    if ended.in_force_to is not None:
        follows = ended.in_force_to + timedelta(days=1)
        yield from (one for one in sets if one.in_force_from == follows)


def _latest(sets: Iterable[TargetSet]) -> TargetSet | None:
    return max(sets, key=lambda one: one.adopted or date.min, default=None)


def _in_force(target_set: TargetSet, day: date) -> bool:
    return (target_set.in_force_from is not None and target_set.in_force_from <= day) and (
        target_set.in_force_to is None or day <= target_set.in_force_to
    )
