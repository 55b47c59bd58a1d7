"""A plan with one target, put together from what is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from plantrack.model import (
    Break,
    Compiler,
    Direction,
    Form,
    Formula,
    Geography,
    GeographyLevel,
    Indicator,
    Measure,
    Milestone,
    MissingFigure,
    Operation,
    PeerMember,
    Period,
    PriceBasis,
    Qualifier,
    Series,
    Source,
    Standing,
    Target,
    TargetSet,
    Text,
    Theme,
    Threshold,
    Unit,
)
from plantrack.plan import Plan

NOTHING = Text("", "")
MONEY = Unit(
    "money", Text("triệu đồng/người", "million VND per person"), "money_per_person", Decimal(1)
)
PERCENT = Unit("percent", Text("%", "%"), "ratio", Decimal(1))
PROJECTS = Unit("projects", Text("dự án", "projects"), "projects", Decimal(1))
PLACE = Unit("place", Text("thứ hạng", "place"), "place", Decimal(1))

NAMES = {
    "money": Text("GRDP bình quân đầu người", "GRDP per capita"),
    "percent": Text("Tỷ trọng nông nghiệp", "Share of agriculture"),
    "projects": Text("Số dự án hoàn thành", "Projects completed"),
    "place": Text("Thứ hạng về thu nhập", "Place by income"),
}


@dataclass(frozen=True)
class Asked:
    """What the one target asks, and of what; every field has a plain default."""

    unit: Unit = MONEY
    name: Text | None = None
    decimals: int = 2
    measure: Measure = Measure.COMPOUND
    price_basis: PriceBasis = PriceBasis.CURRENT
    floor: str | None = None
    ceiling: str | None = None
    form: Form = Form.AT_LEAST
    low: str | None = None
    high: str | None = None
    direction: Direction = Direction.MORE
    start: int | None = None  # first year of the target's period; None = the target year
    year: int = 2030
    baseline: int = 2023
    qualifier: Qualifier = Qualifier.EXACT
    k: int | None = None
    breaks: tuple[int, ...] = ()
    milestones: Mapping[int, tuple[str | None, str | None]] = field(default_factory=dict)
    missing: tuple[int, ...] = ()
    peers: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    regional: bool = False
    with_series: bool = True
    preferred: bool = True


def plan_of(asked: Asked) -> Plan:
    """Return the plan of "Here" with this one target."""
    return Plan(
        id="small",
        name=Text("Quy hoạch nhỏ", "Small plan"),
        geography="here",
        first_year=2021,
        last_year=2030,
        time_zone="Asia/Ho_Chi_Minh",
        default_target_set="decision",
        sources={"paper": Source("paper", "Paper", "Office", "2024", "", "", NOTHING)},
        geographies=_geographies(asked),
        peers=tuple(_peer(name, since, until) for name, (since, until) in asked.peers.items()),
        themes={"growth": Theme("growth", Text("Tăng trưởng", "Growth"), None)},
        units={unit.id: unit for unit in (MONEY, PERCENT, PROJECTS, PLACE)},
        indicators=_indicators(asked),
        aliases=(),
        compilers={"office": Compiler("office", Text("Cục Thống kê", "Statistics Office"))},
        series=_series(asked),
        breaks=tuple(
            Break("main", year, Text("Đổi cách tính.", "New definition.")) for year in asked.breaks
        ),
        target_sets={
            "decision": TargetSet(
                "decision",
                Text("Quyết định 1", "Decision 1"),
                "1",
                date(2024, 1, 1),
                date(2024, 1, 1),
                None,
                "paper",
            )
        },
        targets={"target": _target(asked)},
        milestones=tuple(
            Milestone("target", year, _decimal(low), _decimal(high))
            for year, (low, high) in asked.milestones.items()
        ),
        thresholds=_thresholds(),
        formulas=(Formula("indicator", Operation.RANK, "any", ("ranked",)),) if asked.peers else (),
        frame=(),
        missing=tuple(_missing(year) for year in asked.missing),
        rejected=(),
        definition="",
        digest="",
    )


def _geographies(asked: Asked) -> dict[str, Geography]:
    names = {name: Text(name.capitalize(), name.capitalize()) for name in asked.peers}
    names |= {"here": Text("Nơi đây", "Here"), "region": Text("Vùng", "The region")}
    return {
        name: Geography(name, text, GeographyLevel.PROVINCE, None, None, None, None)
        for name, text in names.items()
    }


def _peer(name: str, since: int | None, until: int | None) -> PeerMember:
    return PeerMember(
        "region",
        None if since is None else date(since, 1, 1),
        None if until is None else date(until, 12, 31),
        name,
    )


def _indicators(asked: Asked) -> dict[str, Indicator]:
    own = Indicator(
        id="indicator",
        name=asked.name or NAMES[asked.unit.id],
        unit=asked.unit.id,
        decimals=asked.decimals,
        price_basis=asked.price_basis,
        measure=asked.measure,
        floor=_decimal(asked.floor),
        ceiling=_decimal(asked.ceiling),
        theme="growth",
        parent=None,
    )
    ranked = Indicator(
        "ranked",
        NAMES["money"],
        "money",
        2,
        PriceBasis.CURRENT,
        Measure.COMPOUND,
        None,
        None,
        "growth",
        None,
    )
    return {"indicator": own, "ranked": ranked}


def _series(asked: Asked) -> dict[str, Series]:
    if not asked.with_series:
        return {}
    indicator = "ranked" if asked.peers else "indicator"
    return {
        "main": Series(
            "main",
            indicator,
            "office",
            "all",
            asked.price_basis,
            "unchanged",
            asked.preferred,
            NOTHING,
        )
    }


def _target(asked: Asked) -> Target:
    return Target(
        id="target",
        target_set="decision",
        indicator="indicator",
        geography="region" if asked.regional else "here",
        form=asked.form,
        low=_decimal(asked.low),
        high=_decimal(asked.high),
        direction=asked.direction,
        period=Period.of_years(asked.start or asked.year, asked.year),
        baseline_year=asked.baseline,
        qualifier=asked.qualifier,
        price_basis=asked.price_basis,
        peer_set="region" if asked.form is Form.TOP else None,
        k=asked.k,
        origin="paper",
        note=NOTHING,
    )


def _thresholds() -> tuple[Threshold, ...]:
    steps = (
        ("0.95", Standing.ON_TRACK),
        ("0.60", Standing.BEHIND),
        ("0", Standing.FAR_BEHIND),
        (None, Standing.MOVING_AWAY),
    )
    return tuple(
        Threshold("eurostat_family", _decimal(ratio), standing, "paper")
        for ratio, standing in steps
    )


def _missing(year: int) -> MissingFigure:
    reason = Text(
        "Không tìm thấy. Đề nghị Cục Thống kê cung cấp.", "Not found. Ask the Statistics Office."
    )
    return MissingFigure("main", "here", Period.of_year(year), "paper", reason)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
