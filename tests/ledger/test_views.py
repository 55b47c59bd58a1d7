"""Whoever opens the file with DuckDB reads the numbers on the screen."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import duckdb
import pytest

from plantrack.ledger import EmbeddedStore
from plantrack.model import Break, Figure, Period, RevisionKind, Status, Text, Use
from tests.ledger.plans import figure, plan, source

SHARE = "share_office"


def opened(folder: Path, *rows: Figure, **changes: object) -> EmbeddedStore:
    store = EmbeddedStore(folder / "plan.duckdb", plan(**changes))  # type: ignore[arg-type]
    record(store, *rows)
    return store


def record(store: EmbeddedStore, *rows: Figure, **decisions: object) -> None:
    store.commit(
        RevisionKind.RECORD,
        rows,
        expecting=store.revision(),
        by="Lan",
        note="",
        decisions=decisions,
    )


def withdraw(store: EmbeddedStore, revision: int) -> None:
    store.withdraw(revision, expecting=store.revision(), by="Lan", reason="")


def asked(store: EmbeddedStore, question: str) -> list[tuple[object, ...]]:
    """Close the ledger and ask as anyone with DuckDB would."""
    store.close()
    with duckdb.connect(str(store.location), read_only=True) as connection:
        return connection.execute(question).fetchall()


def baselines(store: EmbeddedStore) -> dict[object, tuple[object, ...]]:
    rows = asked(
        store,
        "SELECT indicator, series, baseline_year, basis, figure_year, value::DOUBLE FROM baselines",
    )
    return {row[0]: row[1:] for row in rows}


@pytest.mark.parametrize("withdrawn", [(), (2,), (2, 4), (2, 4, 5), (2, 3), (3, 2, 4)])
def test_current_figures_are_those_of_the_store_after_any_withdrawals(
    tmp_path: Path, withdrawn: tuple[int, ...]
) -> None:
    store = opened(tmp_path, figure(2023, "1"), figure(2024, "1"))
    record(store, figure(2023, "2"), figure(2025, "2", use=Use.CONTEXT))
    record(store, figure(2023, "3"), figure(period=Period.of_years(2021, 2022), value="3"))
    for revision in withdrawn:
        withdraw(store, revision)
    shown = {
        (one.series, one.geography, one.period.start, one.period.end, one.value, one.revision)
        for one in store.current().figures
    }
    rows = asked(
        store,
        "SELECT series, geography, period_start, period_end, value, revision FROM current_figures",
    )
    assert set(rows) == shown
    assert len(rows) == len(shown)


def test_a_figure_is_named_dated_and_traced(tmp_path: Path) -> None:
    store = opened(tmp_path, figure(2023, "57.83"))
    question = (
        "SELECT plan_id, indicator, indicator_vi, compiler, year, value::DOUBLE, unit, status, "
        "qualifier, use, origin, origin_title, locator, revision FROM current_figures"
    )
    ((*named, year, value, unit, status, qualifier, use, origin, title, locator, revision),) = (
        asked(store, question)
    )
    assert named == ["highlands_plan", "income", "Income", "office"]
    assert (year, value, unit) == (2023, 57.83, "million")
    assert (status, qualifier, use) == ("official", "exact", "figure")
    assert (origin, title, locator) == ("yearbook", "Publication yearbook", "table 2023")
    assert revision == 1


def test_a_span_or_a_part_of_a_year_has_no_year(tmp_path: Path) -> None:
    half = Period(Period.of_year(2025).start, Period.of_year(2025).end.replace(month=6, day=30))
    store = opened(
        tmp_path,
        figure(2025),
        figure(period=Period.of_years(2021, 2022)),
        figure(period=half),
    )
    question = "SELECT year FROM current_figures ORDER BY period_start, period_end"
    assert asked(store, question) == [(None,), (None,), (2025,)]


def test_an_origin_recorded_with_an_upload_has_its_title(tmp_path: Path) -> None:
    store = opened(tmp_path, figure(2023))
    report = source("report", "Report of 2025")
    record(store, figure(2025, origin="report"), sources=[asdict(report)])
    question = "SELECT origin_title FROM current_figures WHERE year = 2025"
    assert asked(store, question) == [("Report of 2025",)]


def test_targets_are_those_of_the_definition_in_force(tmp_path: Path) -> None:
    store = opened(tmp_path, figure(2023))
    store.close()
    store = EmbeddedStore(store.location, plan(goal="160"))
    store.commit(RevisionKind.PLAN, (), expecting=1, by="Lan", note="")
    withdrawn = "SELECT target, low::DOUBLE, unit, target_set_en FROM targets ORDER BY position"
    assert asked(store, withdrawn)[0] == ("income_2030", 160.0, "million", "Decree")
    store = EmbeddedStore(store.location, plan(goal="150"))
    withdraw(store, 2)
    assert [row[:2] for row in asked(store, withdrawn)] == [
        ("income_2030", 150.0),
        ("share_2030", 50.0),
        ("growth_2030", 8.0),
    ]


def test_a_baseline_is_the_figure_of_its_year_in_the_preferred_series(tmp_path: Path) -> None:
    store = opened(
        tmp_path,
        figure(2022, "55"),
        figure(2023, "57.83"),
        figure(2023, "59.8", series="income_reports"),
    )
    assert baselines(store)["income"] == ("income_office", 2023, "figure", 2023, 57.83)


@pytest.mark.parametrize(
    "row",
    [
        figure(2022, "55"),
        figure(2024, "63.94"),
        figure(2023, "59.8", series="income_reports"),
        figure(2023, "60", use=Use.CONTEXT),
        figure(2023, "60", status=Status.PROJECTION),
        figure(2023, "60", geography="lowlands"),
        figure(period=Period.of_years(2022, 2023), value="60"),
    ],
)
def test_nothing_stands_in_for_an_unknown_baseline(tmp_path: Path, row: Figure) -> None:
    assert baselines(opened(tmp_path, row))["income"][-1] is None


def test_a_break_after_the_baseline_makes_its_first_figure_the_baseline(tmp_path: Path) -> None:
    broken = (Break(SHARE, 2025, Text("Tính lại", "Revised")),)
    rows = [figure(year, value, series=SHARE) for year, value in ((2023, "45"), (2025, "41"))]
    store = opened(tmp_path, *rows, breaks=broken)
    assert baselines(store)["share"] == (SHARE, 2023, "figure", 2025, 41.0)


@pytest.mark.parametrize("first_year_after", [2022, 2027])
def test_a_break_before_the_baseline_or_after_all_figures_changes_nothing(
    tmp_path: Path, first_year_after: int
) -> None:
    broken = (Break(SHARE, first_year_after, Text("Tính lại", "Revised")),)
    rows = [figure(year, value, series=SHARE) for year, value in ((2023, "45"), (2025, "41"))]
    store = opened(tmp_path, *rows, breaks=broken)
    assert baselines(store)["share"] == (SHARE, 2023, "figure", 2023, 45.0)


def test_an_average_growth_starts_from_an_index_and_from_no_figure(tmp_path: Path) -> None:
    store = opened(tmp_path, figure(2020, "1.5", series="growth_office"))
    assert baselines(store)["growth"] == ("growth_office", 2020, "index_100", 2020, None)


def test_the_views_say_what_they_hold(tmp_path: Path) -> None:
    store = opened(tmp_path, figure(2023))
    question = "SELECT view_name FROM duckdb_views() WHERE comment IS NOT NULL ORDER BY view_name"
    assert asked(store, question) == [("baselines",), ("current_figures",), ("targets",)]
