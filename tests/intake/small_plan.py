"""A small plan, large enough for every finding: amounts, shares, a break, a computed size."""

from __future__ import annotations

from decimal import Decimal

from plantrack.model import (
    Alias,
    Break,
    Compiler,
    Direction,
    Figure,
    Form,
    Formula,
    Geography,
    GeographyLevel,
    Indicator,
    Measure,
    Operation,
    Period,
    PriceBasis,
    Qualifier,
    Series,
    Status,
    Target,
    TargetSet,
    Text,
    Unit,
    Use,
)
from plantrack.plan import Plan

NOTHING = Text("", "")
PROVINCE = "hill_province"
COUNTRY, PROVINCIAL = GeographyLevel.COUNTRY, GeographyLevel.PROVINCE


def unit(identifier: str, vi: str, en: str, quantity: str, factor: str) -> Unit:
    return Unit(identifier, Text(vi, en), quantity, Decimal(factor))


UNITS = (
    unit("percent", "%", "%", "percent", "1"),
    unit("percent_of_output", "% GRDP", "% of GRDP", "share", "1"),
    unit("million_dong", "triệu đồng", "million VND", "dong", "1000000"),
    unit("thousand_dong", "nghìn đồng", "thousand VND", "dong", "1000"),
    unit("dollar", "USD", "USD", "dollar", "1"),
    unit("thousand_persons", "nghìn người", "thousand persons", "persons", "1000"),
    unit("dozen_persons", "tá người", "dozen persons", "persons", "12"),
)


def indicator(
    identifier: str,
    vi: str,
    en: str,
    unit_id: str,
    *,
    decimals: int = 2,
    measure: Measure = Measure.POINTS,
    floor: str | None = "0",
    ceiling: str | None = "100",
    parent: str | None = None,
) -> Indicator:
    return Indicator(
        identifier,
        Text(vi, en),
        unit_id,
        decimals,
        PriceBasis.NONE,
        measure,
        None if floor is None else Decimal(floor),
        None if ceiling is None else Decimal(ceiling),
        "economy",
        parent,
    )


def growth(identifier: str, vi: str, en: str, *, parent: str | None = None) -> Indicator:
    return indicator(
        identifier,
        vi,
        en,
        "percent",
        measure=Measure.AVERAGE_GROWTH,
        floor="-100",
        ceiling=None,
        parent=parent,
    )


INDICATORS = (
    indicator(
        "per_capita",
        "GRDP bình quân đầu người",
        "GRDP per capita",
        "million_dong",
        measure=Measure.COMPOUND,
        ceiling=None,
    ),
    indicator("literacy", "Tỷ lệ biết chữ", "Literacy rate", "percent", decimals=1),
    indicator(
        "population",
        "Dân số trung bình",
        "Average population",
        "thousand_persons",
        measure=Measure.COMPOUND,
        ceiling=None,
    ),
    indicator("size", "Quy mô GRDP", "GRDP size", "million_dong", floor=None, ceiling=None),
    indicator(
        "farming", "Tỷ trọng nông nghiệp", "Share of farming", "percent_of_output", parent="shares"
    ),
    indicator(
        "industry",
        "Tỷ trọng công nghiệp",
        "Share of industry",
        "percent_of_output",
        parent="shares",
    ),
    indicator(
        "services", "Tỷ trọng dịch vụ", "Share of services", "percent_of_output", parent="shares"
    ),
    indicator("shares", "Tổng tỷ trọng", "Sum of shares", "percent", floor="100"),
    growth("growth", "Tốc độ tăng GRDP", "GRDP growth"),
    growth("growth_farming", "Tốc độ tăng nông nghiệp", "Growth of farming", parent="growth"),
    growth("growth_industry", "Tốc độ tăng công nghiệp", "Growth of industry", parent="growth"),
    growth("growth_services", "Tốc độ tăng dịch vụ", "Growth of services", parent="growth"),
    indicator("tourists", "Khách du lịch", "Visitors", "thousand_persons", ceiling=None),
    indicator("schools", "Trường đạt chuẩn", "Schools up to standard", "percent", decimals=1),
    indicator("clinics", "Trạm y tế đạt chuẩn", "Clinics up to standard", "percent", decimals=1),
)
GEOGRAPHIES = (
    Geography("hill_country", Text("Nước Núi", "Hill Country"), COUNTRY, None, None, None, None),
    Geography(
        PROVINCE, Text("Tỉnh Đồi", "Hill Province"), PROVINCIAL, "hill_country", None, None, None
    ),
    Geography(
        "valley_province",
        Text("Tỉnh Thung Lũng", "Valley Province"),
        PROVINCIAL,
        "hill_country",
        None,
        None,
        None,
    ),
)
INPUTS = ("per_capita", "literacy", "population", "farming", "industry", "services")
GROWTHS = ("growth", "growth_farming", "growth_industry", "growth_services")


def series(identifier: str, of: str, compiler: str, *, preferred: bool = True) -> Series:
    return Series(identifier, of, compiler, "all", PriceBasis.NONE, PROVINCE, preferred, NOTHING)


SERIES = (
    *(series(f"{one}_office", one, "office") for one in (*INPUTS, *GROWTHS)),
    series("per_capita_reports", "per_capita", "reports", preferred=False),
    series("schools_all", "schools", "reports", preferred=False),
    series("schools_public", "schools", "reports", preferred=False),
)


def figure(series_id: str, year: int, value: str, status: Status = Status.OFFICIAL) -> Figure:
    return Figure(
        series_id,
        PROVINCE,
        Period.of_year(year),
        Decimal(value),
        None,
        status,
        Qualifier.EXACT,
        Use.FIGURE,
        "yearbook",
        "table 1",
        NOTHING,
        revision=1,
    )


CURRENT = (
    figure("per_capita_office", 2019, "44.00"),
    figure("per_capita_office", 2020, "46.20"),
    figure("per_capita_office", 2021, "50.00"),
    figure("per_capita_office", 2022, "54.00"),
    figure("per_capita_office", 2023, "57.24"),
    figure("per_capita_office", 2024, "61.80"),
    figure("per_capita_office", 2025, "66.00", Status.ESTIMATE),
    figure("literacy_office", 2023, "97.0"),
    figure("literacy_office", 2024, "97.4"),
    figure("literacy_office", 2025, "97.5"),
    figure("population_office", 2024, "800"),
    figure("population_office", 2025, "804"),
    figure("farming_office", 2024, "25.00"),
    figure("industry_office", 2024, "35.00"),
    figure("services_office", 2024, "40.00"),
    figure("farming_office", 2025, "20.51"),
    figure("industry_office", 2025, "32.06"),
    figure("services_office", 2025, "47.43"),
)


def target(of: str, direction: Direction = Direction.MORE) -> Target:
    return Target(
        f"{of}_2030",
        "decision",
        of,
        PROVINCE,
        Form.AT_LEAST,
        Decimal(1),
        None,
        direction,
        Period.of_year(2030),
        2023,
        Qualifier.EXACT,
        PriceBasis.NONE,
        None,
        None,
        "decision",
        NOTHING,
    )


def small_plan() -> Plan:
    targets = (
        target("per_capita"),
        target("literacy"),
        target("farming", Direction.LESS),
        target("industry"),
        target("services"),
        target("size"),
    )
    decision = TargetSet("decision", NOTHING, "", None, None, None, "decision")
    return Plan(
        id="hills",
        name=Text("Quy hoạch", "Plan"),
        geography=PROVINCE,
        first_year=2021,
        last_year=2030,
        time_zone="Asia/Ho_Chi_Minh",
        default_target_set="decision",
        sources={},
        geographies={one.id: one for one in GEOGRAPHIES},
        peers=(),
        themes={},
        units={one.id: one for one in UNITS},
        indicators={one.id: one for one in INDICATORS},
        aliases=(
            Alias("per_capita", "GRDP/người"),
            Alias("schools", "Trường học"),
            Alias("tourists", "Du khách"),
            Alias("schools", "Đạt chuẩn"),
            Alias("clinics", "Đạt chuẩn"),
            Alias("growth", "Index of output by province"),
            Alias("shares", "Cơ cấu kinh tế"),
            Alias("farming", "shares / Nông nghiệp"),
            Alias("industry", "shares / Công nghiệp"),
            Alias("services", "shares / Dịch vụ"),
            Alias("growth_farming", "growth / Nông nghiệp"),
            Alias("growth_industry", "growth / Công nghiệp"),
            Alias("growth_services", "growth / Dịch vụ"),
        ),
        compilers={
            "office": Compiler("office", Text("Cục Thống kê", "Statistics Office")),
            "reports": Compiler("reports", Text("Báo cáo tỉnh", "Provincial reports")),
        },
        series={one.id: one for one in SERIES},
        breaks=(
            Break("farming_office", 2025, NOTHING),
            Break("industry_office", 2025, NOTHING),
            Break("services_office", 2025, NOTHING),
        ),
        target_sets={"decision": decision},
        targets={one.id: one for one in targets},
        milestones=(),
        thresholds=(),
        formulas=(
            Formula("size", Operation.PRODUCT, "any", ("per_capita", "population")),
            Formula("literacy", Operation.WEIGHTED_SUM, "any", ("farming*industry",)),
            Formula(
                "growth",
                Operation.WEIGHTED_SUM,
                "any",
                (
                    "growth_farming*farming",
                    "growth_industry*industry",
                    "growth_services*services",
                ),
            ),
            Formula("shares", Operation.SUM, "any", ("farming", "industry", "services")),
        ),
        frame=(),
        missing=(),
        rejected=(),
        definition="{}",
        digest="0" * 64,
    )
