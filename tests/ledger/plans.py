"""A small plan to keep a ledger of: three targets, two series of one indicator, one break."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from plantrack.model import (
    Break,
    Compiler,
    Direction,
    Figure,
    Form,
    Geography,
    GeographyLevel,
    Indicator,
    Measure,
    Period,
    PriceBasis,
    Qualifier,
    Series,
    Source,
    Status,
    Target,
    TargetSet,
    Text,
    Theme,
    Unit,
    Use,
)
from plantrack.plan import Plan

NO_NOTE = Text("", "")


def source(name: str, title: str = "") -> Source:
    return Source(name, title or f"Publication {name}", "Office", "2024", "", "open", NO_NOTE)


def figure(
    year: int = 2023,
    value: str = "57.83",
    *,
    series: str = "income_office",
    geography: str = "highlands",
    origin: str = "yearbook",
    status: Status = Status.OFFICIAL,
    use: Use = Use.FIGURE,
    period: Period | None = None,
) -> Figure:
    return Figure(
        series,
        geography,
        period or Period.of_year(year),
        Decimal(value),
        None,
        status,
        Qualifier.EXACT,
        use,
        origin,
        f"table {year}",
        NO_NOTE,
    )


def utc(text: str) -> datetime:
    """Return a moment as the ledger keeps it: UTC, without a zone."""
    return datetime.fromisoformat(text)


def values(figures: tuple[Figure, ...]) -> dict[tuple[str, int], Decimal]:
    """Return what the tests compare: the value of each series and year."""
    return {(one.series, one.period.last_year): one.value for one in figures}


@dataclass(frozen=True)
class SmallSeeds:
    """What `plantrack.seeds.load` returns, made in a test."""

    plan: Plan
    figures: tuple[Figure, ...]
    archive: bytes


def plan(
    plan_id: str = "highlands_plan",
    *,
    time_zone: str = "Asia/Ho_Chi_Minh",
    goal: str = "150",
    breaks: tuple[Break, ...] = (),
) -> Plan:
    """Return a plan; another goal or break is another definition, with another digest."""
    indicators = {
        name: Indicator(
            name,
            Text(name.capitalize(), name.capitalize()),
            "million",
            2,
            PriceBasis.NONE,
            measure,
            None,
            None,
            "economy",
            None,
        )
        for name, measure in (
            ("income", Measure.COMPOUND),
            ("share", Measure.POINTS),
            ("growth", Measure.AVERAGE_GROWTH),
        )
    }
    series = {
        name: Series(
            name,
            indicator,
            compiler,
            "whole",
            PriceBasis.NONE,
            "new",
            compiler == "office",
            NO_NOTE,
        )
        for name, indicator, compiler in (
            ("income_office", "income", "office"),
            ("income_reports", "income", "reports"),
            ("share_office", "share", "office"),
            ("growth_office", "growth", "office"),
        )
    }
    targets = {
        indicator: _target(indicator, low, period)
        for indicator, low, period in (
            ("income", goal, Period.of_year(2030)),
            ("share", "50", Period.of_year(2030)),
            ("growth", "8", Period.of_years(2021, 2030)),
        )
    }
    decree = TargetSet(
        "decree", Text("Quyết định", "Decree"), "1/QĐ", None, date(2024, 3, 1), None, "decree"
    )
    text = f'{{"plan":"{plan_id}","goal":"{goal}","breaks":"{breaks}","zone":"{time_zone}"}}'
    return Plan(
        id=plan_id,
        name=Text("Kế hoạch", "Plan"),
        geography="highlands",
        first_year=2021,
        last_year=2030,
        time_zone=time_zone,
        default_target_set="decree",
        sources={one.id: one for one in (source("yearbook"), source("decree"))},
        geographies={"highlands": _geography("highlands")},
        peers=(),
        themes={"economy": Theme("economy", Text("Kinh tế", "Economy"), None)},
        units={"million": Unit("million", Text("triệu", "million"), "money", Decimal(1))},
        indicators=indicators,
        aliases=(),
        compilers={"office": Compiler("office", Text("Cục", "Office"))},
        series=series,
        breaks=breaks,
        target_sets={"decree": decree},
        targets=targets,
        milestones=(),
        thresholds=(),
        formulas=(),
        frame=(),
        missing=(),
        rejected=(),
        definition=text,
        digest=sha256(text.encode()).hexdigest(),
    )


def with_sources(changed: Plan, sources: Mapping[str, Source]) -> Plan:
    text = changed.definition + ",".join(sources)
    return replace(
        changed, sources=sources, definition=text, digest=sha256(text.encode()).hexdigest()
    )


def _target(indicator: str, low: str, period: Period) -> Target:
    return Target(
        f"{indicator}_2030",
        "decree",
        indicator,
        "highlands",
        Form.AT_LEAST,
        Decimal(low),
        None,
        Direction.MORE,
        period,
        2020 if indicator == "growth" else 2023,
        Qualifier.EXACT,
        PriceBasis.NONE,
        None,
        None,
        "decree",
        NO_NOTE,
    )


def _geography(name: str) -> Geography:
    return Geography(name, Text(name, name), GeographyLevel.PROVINCE, None, None, None, None)
