"""The seeds: every inconsistency is told, and the plan holds what its documents say."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack import seeds
from plantrack.model import Figure, Form, Measure, Period, Standing, Status, Use
from plantrack.seeds.schema import SCHEMA
from plantrack.seeds.sentences import SENTENCES
from tests.seed_edits import edit

HERE = Path(__file__).parent
FIRST = HERE.parent / "seeds"
SECOND = HERE / "plans" / "second"
SETS = ("agriculture", "industry", "services", "product_taxes")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PROBLEMS = table(HERE / "plans" / "problems_of_seeds.csv")
DOCUMENT_FIGURES = table(HERE / "facts" / "document_figures.csv")


@pytest.fixture(scope="module")
def first() -> seeds.Seeds:
    return seeds.load(FIRST)


@pytest.fixture(scope="module")
def second() -> seeds.Seeds:
    return seeds.load(SECOND)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SECOND, tmp_path / "plan"))


def problems_of(folder: Path) -> tuple[seeds.SeedProblem, ...]:
    with pytest.raises(seeds.SeedProblems) as raised:
        seeds.load(folder)
    return raised.value.problems


# What is told about an inconsistent plan


@pytest.mark.parametrize("case", PROBLEMS, ids=[case["what"] for case in PROBLEMS])
def test_an_inconsistency_is_told_where_what_why_and_what_to_do(
    case: dict[str, str], folder: Path
) -> None:
    edit(folder, case["edits"])
    problems = problems_of(folder)
    assert [problem.code for problem in problems] == case["codes"].split()
    assert "\n".join(problem.sentence("vi") for problem in problems) == case["vi"]
    assert "\n".join(problem.sentence("en") for problem in problems) == case["en"]


def test_every_sentence_has_a_case() -> None:
    assert {code for case in PROBLEMS for code in case["codes"].split()} == set(SENTENCES)


def test_all_inconsistencies_are_told_at_once_sorted_by_place(folder: Path) -> None:
    edit(
        folder,
        "targets|6|high|eight && figures|99|origin| && plan|2|time_zone|Moon && "
        "compilers|2|name_vi| && targets|3|direction|less",
    )
    places = [(problem.file, problem.row, problem.column) for problem in problems_of(folder)]
    assert places == [
        ("compilers.csv", 2, "name_vi"),
        ("figures.csv", 99, "origin"),
        ("plan.csv", 2, "time_zone"),
        ("targets.csv", 3, "direction"),
        ("targets.csv", 6, "high"),
    ]


def test_an_empty_folder_names_every_missing_table(tmp_path: Path) -> None:
    problems = problems_of(tmp_path)
    assert [problem.file for problem in problems] == sorted(f"{name}.csv" for name in SCHEMA)
    assert {problem.code for problem in problems} == {"file_missing"}


def test_a_blank_row_is_passed_over_and_still_counted(folder: Path) -> None:
    compilers = folder / "compilers.csv"
    header, *rows = compilers.read_text(encoding="utf-8").splitlines()
    compilers.write_text("\n".join([header, ",,", *rows, "BAD,x,y"]), encoding="utf-8")
    assert [(problem.row, problem.code) for problem in problems_of(folder)] == [(5, "id_bad")]


@given(data=st.data())
def test_whatever_stands_in_a_cell_the_plan_loads_or_the_problems_are_told(
    data: st.DataObject,
) -> None:
    tables = seeds.read(SECOND)
    name = data.draw(st.sampled_from(sorted(SCHEMA)))
    position = data.draw(st.integers(0, len(tables[name]) - 1))
    column = data.draw(st.sampled_from([column.name for column in SCHEMA[name]]))
    written = data.draw(st.text(max_size=12) | st.from_regex(r"-?[0-9]{1,6}(\.[0-9]{1,3})?"))
    row = tables[name][position]
    changed = replace(row, cells={**row.cells, column: written.strip()})
    rows = (*tables[name][:position], changed, *tables[name][position + 1 :])
    told: tuple[seeds.SeedProblem, ...] = ()
    try:
        plan = seeds.build(replace(tables, rows=MappingProxyType({**tables.rows, name: rows})))
    except seeds.SeedProblems as problems:
        told = problems.problems
    else:
        assert seeds.plan_from_definition(plan.definition) == plan
    assert all(problem.text.vi and problem.text.en for problem in told)


# What a ledger keeps of a plan


@pytest.mark.parametrize("source", [FIRST, SECOND], ids=["first", "second"])
def test_the_plan_comes_back_whole_from_its_definition(source: Path) -> None:
    plan = seeds.load(source).plan
    again = seeds.plan_from_definition(plan.definition)
    assert again == plan
    assert again.digest == plan.digest
    assert len(plan.digest) == 64


def test_equal_files_give_equal_bytes_to_keep(folder: Path, second: seeds.Seeds) -> None:
    assert seeds.load(folder).archive == second.archive


def test_a_new_figure_changes_no_definition_and_a_new_target_does(
    folder: Path, second: seeds.Seeds
) -> None:
    edit(folder, "figures|99|value|10.8")
    assert seeds.load(folder).plan.digest == second.plan.digest
    edit(folder, "targets|6|high|7")
    assert seeds.load(folder).plan.digest != second.plan.digest


def test_missing_and_rejected_figures_belong_to_the_plan_not_to_the_figures(
    second: seeds.Seeds,
) -> None:
    (missing,) = second.plan.missing
    (rejected,) = second.plan.rejected
    assert (missing.series, missing.period) == ("poverty_bureau", Period.of_year(2025))
    assert (rejected.series, rejected.value) == ("recycling_bureau", Decimal("41.0"))
    keys = Counter(figure.key for figure in second.figures)
    assert ("poverty_bureau", "dolina", Period.of_year(2025)) not in keys
    assert set(keys.values()) == {1}
    assert "10.7" not in second.plan.definition


def test_the_two_plans_use_every_form_of_target(first: seeds.Seeds, second: seeds.Seeds) -> None:
    used = {target.form for one in (first, second) for target in one.plan.targets.values()}
    assert used == set(Form)


# The five documents


def found(one: seeds.Seeds, key: str) -> Figure | None:
    series, geography, start, end = key.split("|")
    period = Period(date.fromisoformat(start), date.fromisoformat(end))
    return next((f for f in one.figures if f.key == (series, geography, period)), None)


@pytest.mark.parametrize(
    "row",
    DOCUMENT_FIGURES,
    ids=[f"{row['document']} {row['indicator']}" for row in DOCUMENT_FIGURES],
)
def test_a_figure_of_the_documents_is_kept_or_explained(
    row: dict[str, str], first: seeds.Seeds
) -> None:
    plan, where = first.plan, row["where"]
    digits = row["value"].removeprefix("up to ").removeprefix(">")
    match row["kept"]:
        case "figure":
            figure = found(first, where)
            assert figure is not None
            assert figure.value == Decimal(digits)
            assert figure.origin in (f"document_{row['document']}", "document_001", "dti_2022")
        case "rejected":
            series = where.split("|")[0]
            assert any(r.series == series and r.value == Decimal(digits) for r in plan.rejected)
        case "target":
            target = plan.targets[where]
            stated = (
                {str(target.k)} if target.k else {str(target.low), f"{target.low}-{target.high}"}
            )
            assert digits in stated
        case "target_set":
            assert plan.target_sets[where].document.startswith(digits.split("/")[0])
        case "frame":
            items = {item.id: item.text.en for item in plan.frame}
            ids = where.split()
            assert set(ids) <= set(items)
            numbers = {"1": "One", "2": "Two", "3": "Three"}
            if digits.isdecimal() and len(ids) == 1:
                assert items[ids[0]].startswith((digits, numbers.get(digits, digits)))
            elif digits.isdecimal():
                assert len(ids) == int(digits)
        case _:
            listed = f"| {row['document']} | {row['indicator']} | {row['value']} {row['unit']} |"
            assert listed in (FIRST / "README.md").read_text(encoding="utf-8")


def test_all_95_figures_of_the_documents_are_accounted_for() -> None:
    assert len(DOCUMENT_FIGURES) == 95
    assert {row["kept"] for row in DOCUMENT_FIGURES} == {
        "figure", "rejected", "target", "target_set", "frame", "readme",
    }  # fmt: skip


# What the first plan holds, and what it must not


def value(one: seeds.Seeds, series: str, year: int, geography: str = "lang_son") -> float:
    figure = found(one, f"{series}|{geography}|{year}-01-01|{year}-12-31")
    assert figure is not None
    assert figure.use is Use.FIGURE
    return float(figure.value)


@pytest.mark.parametrize(
    ("series", "year", "required"),
    [("grdp_per_capita_documents", 2023, 14.04), ("grdp_per_capita_nso", 2023, 14.59),
     ("grdp_per_capita_nso", 2025, 16.15)],
)  # fmt: skip
def test_the_yearly_growth_the_per_capita_target_needs_comes_from_stored_figures(
    first: seeds.Seeds, series: str, year: int, required: float
) -> None:
    target = first.plan.targets["decision_236_grdp_per_capita"]
    assert target.low is not None
    ratio = float(target.low) / value(first, series, year)
    assert round(100 * (ratio ** (1 / (target.year - year)) - 1), 2) == required


def test_the_documents_need_8_45_percent_a_year_to_average_8(first: seeds.Seeds) -> None:
    span = found(first, "grdp_growth_documents|lang_son|2021-01-01|2022-12-31")
    assert span is not None
    achieved = (1 + float(span.value) / 100) ** 2 * (
        1 + value(first, "grdp_growth_documents", 2023) / 100
    )
    assert round(100 * ((1.08**10 / achieved) ** (1 / 7) - 1), 2) == 8.45


def per_capita_and_people(one: seeds.Seeds, place: str, year: int) -> tuple[float, float]:
    """Stored, or population-weighted from the parts of a merged province."""
    if found(one, f"grdp_per_capita_nso|{place}|{year}-01-01|{year}-12-31"):
        return (
            value(one, "grdp_per_capita_nso", year, place),
            value(one, "population_average_nso", year, place),
        )
    parts = [per_capita_and_people(one, part, year) for part in one.plan.parts_of(place)]
    people = sum(number for _, number in parts)
    return sum(level * number for level, number in parts) / people, people


@pytest.mark.parametrize(
    ("year", "borders", "by_level", "by_size"),
    [
        (2023, 2024, 6, 7), (2023, 2025, 4, 6),
        (2024, 2024, 6, 7), (2024, 2025, 4, 6),
        (2025, 2024, 8, 7), (2025, 2025, 6, 6),
    ],
)  # fmt: skip
def test_the_places_in_the_region_follow_from_stored_figures(
    first: seeds.Seeds, year: int, borders: int, by_level: int, by_size: int
) -> None:
    peers = first.plan.peers_on("region", date(borders, 12, 31))
    assert len(peers) == {2024: 14, 2025: 9}[borders]
    rows = {peer: per_capita_and_people(first, peer, year) for peer in peers}
    own_level, own_people = rows["lang_son"]
    assert 1 + sum(level > own_level for level, _ in rows.values()) == by_level
    own_size = own_level * own_people
    assert 1 + sum(level * people > own_size for level, people in rows.values()) == by_size


def test_per_capita_times_population_is_in_the_unit_of_the_size(first: seeds.Seeds) -> None:
    units, indicators = first.plan.units, first.plan.indicators
    formula = first.plan.formula("grdp_size")
    assert formula is not None
    one, other = (units[indicators[i].unit].factor for i in formula.operands)
    assert one * other == units[indicators["grdp_size"].unit].factor
    sizes = {2018: 29678, 2023: 46687, 2025: 58224}
    for year, size in sizes.items():
        level, people = per_capita_and_people(first, "lang_son", year)
        assert round(level * people) == size


def test_computed_indicators_have_no_stored_figure(first: seeds.Seeds) -> None:
    stored = {first.plan.series[figure.series].indicator for figure in first.figures}
    assert not stored & {"grdp_size", "rank_economic_scale", "rank_grdp_per_capita"}
    # The one merged province that is stored says why; the others are computed from their parts.
    merged = {f.geography for f in first.figures if first.plan.parts_of(f.geography)}
    assert merged == {"phu_tho_merged"}
    assert all(f.note.en for f in first.figures if f.geography in merged)
    assert "vinh_phuc" in first.plan.parts_of("phu_tho_merged")
    assert not any(f.geography == "vinh_phuc" for f in first.figures)


def test_the_default_set_holds_its_twelve_targets(first: seeds.Seeds) -> None:
    targets = first.plan.targets_of(first.plan.default_target_set)
    ranks = [t.indicator for t in targets if t.form is Form.TOP]
    shares = [t.indicator for t in targets if t.form is Form.BETWEEN]
    assert len(targets) == 12
    assert ranks == ["rank_economic_scale", "rank_grdp_per_capita"]
    assert shares == [f"share_{part}" for part in SETS]
    baselines = Counter(t.baseline_year for t in targets)
    assert baselines == {2020: 5, 2023: 7}


def test_a_set_of_shares_comes_whole_from_one_publication_and_2023_is_empty(
    first: seeds.Seeds,
) -> None:
    rows = [found(first, f"share_{part}_province|lang_son|2025-01-01|2025-12-31") for part in SETS]
    assert [str(row.value) for row in rows if row] == ["20.51", "28.06", "47.22", "4.21"]
    assert {row.origin for row in rows if row} == {"nhan_dan_2025_09"}
    empty = {m.series for m in first.plan.missing if m.period == Period.of_year(2023)}
    assert {f"share_{part}_province" for part in SETS} <= empty
    for part in SETS:
        assert first.plan.segment_starts(f"share_{part}_province") == (2025,)


def test_suspect_figures_are_listed_with_a_reason_and_never_used(first: seeds.Seeds) -> None:
    assert Counter(row.series for row in first.plan.rejected) == {
        "hdi_nso": 2,
        "grdp_growth_province": 1,
        "grdp_growth_province_first": 1,
        "grdp_per_capita_province": 1,
        "grdp_per_capita_province_old": 1,
        "share_agriculture_province": 2,
        "share_industry_province": 1,
        "share_services_province": 1,
        "share_product_taxes_province": 1,
        "dti_rank_ministry": 1,
        "papi_rank_papi": 1,
        "pci_rank_vcci": 1,
    }


def test_figures_within_a_year_and_old_series_are_context_only(first: seeds.Seeds) -> None:
    for figure in first.figures:
        inferred = figure.series == "grdp_size_constant_province_first"
        if inferred or not figure.period.whole_years or figure.series.endswith("_old"):
            assert figure.use is Use.CONTEXT, figure.key


def test_first_estimates_never_chain(first: seeds.Seeds) -> None:
    levels: dict[tuple[str, int], list[int]] = {}
    for figure in first.figures:
        series = first.plan.series[figure.series]
        measure = first.plan.indicators[series.indicator].measure
        year = figure.period.year
        if year is None or measure is not Measure.COMPOUND or figure.use is not Use.FIGURE:
            continue
        if series.compiler == "province_first" or series.id == "budget_revenue_province":
            start = max((s for s in first.plan.segment_starts(series.id) if s <= year), default=0)
            levels.setdefault((series.id, start), []).append(year)
    assert levels == {
        ("grdp_per_capita_province_first", 0): [2024],
        ("budget_revenue_province", 0): [2024],
        ("budget_revenue_province", 2025): [2025],
    }


@pytest.mark.parametrize(
    ("series", "starts"),
    [("population_urban_nso", (2020, 2025)), ("labour_productivity_nso", (2021,)),
     ("poverty_rate_survey_nso", (2021,)), ("grdp_per_capita_nso", ())],
)  # fmt: skip
def test_known_breaks_cut_a_series(
    first: seeds.Seeds, series: str, starts: tuple[int, ...]
) -> None:
    assert first.plan.segment_starts(series) == starts


@pytest.mark.parametrize(
    ("series", "year", "status"),
    [("grdp_growth_nso", 2023, Status.NOT_STATED), ("grdp_growth_nso", 2024, Status.PRELIMINARY),
     ("grdp_per_capita_nso", 2025, Status.ESTIMATE),
     ("poor_household_rate_province", 2025, Status.PROJECTION)],
)  # fmt: skip
def test_the_status_is_the_publishers_word(
    first: seeds.Seeds, series: str, year: int, status: Status
) -> None:
    figure = found(first, f"{series}|lang_son|{year}-01-01|{year}-12-31")
    assert figure is not None
    assert figure.status is status


def test_the_cut_offs_are_data_with_an_origin(first: seeds.Seeds) -> None:
    cutoffs = first.plan.cutoffs("eurostat_family")
    assert [(str(c.from_ratio), c.standing) for c in cutoffs] == [
        ("0.95", Standing.ON_TRACK),
        ("0.60", Standing.BEHIND),
        ("0", Standing.FAR_BEHIND),
        ("None", Standing.MOVING_AWAY),
    ]
    assert all(first.plan.sources[c.origin].url for c in cutoffs)


def test_statistics_office_rows_say_they_were_read_from_a_copy(first: seeds.Seeds) -> None:
    copies = [source for source in first.plan.sources.values() if source.id.startswith("nso_")]
    assert len(copies) == 13
    assert all("not compared with the office's own site" in source.note.en for source in copies)


def test_each_indicator_can_be_found_by_another_name_and_target_series_are_tagged(
    first: seeds.Seeds,
) -> None:
    named = {alias.indicator for alias in first.plan.aliases}
    aimed_at = {target.indicator for target in first.plan.targets.values()}
    assert aimed_at <= named | {"new_rural_districts"}
    tagged = {item.indicator for item in first.plan.frame if item.indicator}
    default = {t.indicator for t in first.plan.targets_of(first.plan.default_target_set)}
    assert default <= tagged


def test_a_definition_older_than_a_table_still_reads() -> None:
    content = json.loads(seeds.load(SECOND).plan.definition)
    del content["first_estimates"]
    again = seeds.plan_from_definition(json.dumps(content))
    assert again.first_estimates == {}
    assert again.targets == seeds.load(SECOND).plan.targets
