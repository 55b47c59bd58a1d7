"""Sound rows → the plan they make up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeVar

from plantrack.model import Use
from plantrack.plan import Plan
from plantrack.seeds import nouns
from plantrack.seeds.cells import SoundRow
from plantrack.seeds.definition import definition_of, digest_of
from plantrack.seeds.reading import Tables


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Noun = TypeVar("Noun")
Named = TypeVar("Named", bound=_Named)


def plan_of(tables: Tables, rows: Mapping[str, tuple[SoundRow, ...]]) -> Plan:
    """Return the plan of rows that were found consistent."""
    (plan,) = rows["plan"]
    definition = definition_of(tables)
    without_value = [row for row in rows["figures"] if not row.text("value")]
    refused = [row for row in rows["figures"] if row.text("use") == Use.REJECT]
    return Plan(
        id=plan.text("id"),
        name=plan.both("name"),
        geography=plan.text("geography"),
        first_year=plan.whole("first_year"),
        last_year=plan.whole("last_year"),
        time_zone=plan.text("time_zone"),
        default_target_set=plan.text("default_target_set"),
        sources=_by_id(rows["sources"], nouns.source),
        geographies=_by_id(rows["geographies"], nouns.geography),
        peers=_all(rows["peer_sets"], nouns.peer),
        themes=_by_id(rows["themes"], nouns.theme),
        units=_by_id(rows["units"], nouns.unit),
        indicators=_by_id(rows["indicators"], nouns.indicator),
        aliases=_all(rows["aliases"], nouns.alias),
        compilers=_by_id(rows["compilers"], nouns.compiler),
        series=_by_id(rows["series"], nouns.series),
        breaks=_all(rows["breaks"], nouns.break_in),
        first_estimates=MappingProxyType(dict(map(nouns.first_estimates, rows["first_estimates"]))),
        target_sets=_by_id(rows["target_sets"], nouns.target_set),
        targets=_by_id(rows["targets"], nouns.target),
        milestones=_all(rows["milestones"], nouns.milestone),
        thresholds=_all(rows["thresholds"], nouns.threshold),
        formulas=_all(rows["formulas"], nouns.formula),
        frame=_all(rows["frame"], nouns.frame_item),
        missing=_all(without_value, nouns.missing),
        rejected=_all(refused, nouns.rejected),
        definition=definition,
        digest=digest_of(definition),
    )


def _all(rows: Iterable[SoundRow], noun: Callable[[SoundRow], Noun]) -> tuple[Noun, ...]:
    return tuple(noun(row) for row in rows)


def _by_id(rows: Iterable[SoundRow], noun: Callable[[SoundRow], Named]) -> Mapping[str, Named]:
    return MappingProxyType({one.id: one for one in map(noun, rows)})
