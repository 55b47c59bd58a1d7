"""Sources and method: what is missing, every figure with its origin, how a standing is found."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plantrack import seeds, words
from plantrack.exports.figures_csv import figures_csv
from plantrack.intake.columns import DELIMITERS
from plantrack.model import Figure, Standing, Text, Use
from plantrack.plan import Plan
from plantrack.scorecard import scorecard
from plantrack.settings import DEFAULT_SEEDS
from plantrack.ui import resources
from plantrack.ui.sources.method_standing import bands
from plantrack.ui.sources.method_text import chapters
from plantrack.ui.sources.missing import awaited, estimated_rows, finding, needed, open_rows
from tests.pages.conftest import Reader, calm
from tests.second_plan import SECOND_PLAN

LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])
PLANS = pytest.mark.parametrize("folder", [DEFAULT_SEEDS, SECOND_PLAN])


def html(session: AppTest) -> str:
    return "\n".join(element.proto.body for element in session.get("html"))


def headings(session: AppTest) -> list[str]:
    return [element.value for element in (*session.header, *session.subheader)]


def opened() -> tuple[Plan, tuple[Figure, ...]]:
    shared = resources.opened()
    return shared.plan, shared.store.current().figures


@LANGUAGES
def test_the_page_names_each_target_that_waits_for_a_figure_with_a_link(
    read: Reader, language: str
) -> None:
    session = read("sources", lang=language)
    plan, figures = opened()
    card = scorecard(plan, figures, plan.default_target_set)
    shown = html(session)
    waiting = open_rows(card)
    assert waiting
    for row in (*waiting, *estimated_rows(card)):
        assert f"target={row.target.id}" in shown
        assert row.indicator.name.of(language) in shown
    assert finding(card, words.of(language)) in session.header[0].value.replace("\\", "")


def test_a_missing_baseline_comes_with_its_reason_and_whom_to_ask() -> None:
    found = seeds.load(DEFAULT_SEEDS)
    card = scorecard(found.plan, found.figures, "kh_23")
    row = card.row("kh_23_poor_household_rate")
    assert row is not None
    figure, lines = needed(row, words.of("en"))
    assert figure == "The figure of the baseline year 2022"
    assert lines == (
        "The figure of the baseline year 2022 is missing.",
        "2022: Not found; it is the baseline of the poverty target. "
        "Ask the provincial office that reviews poor households.",
    )


def test_a_revised_series_says_why_and_which_figure_comes_next() -> None:
    found = seeds.load(DEFAULT_SEEDS)
    card = scorecard(found.plan, found.figures, found.plan.default_target_set)
    row = card.row("decision_236_share_agriculture")
    assert row is not None
    figure, lines = needed(row, words.of("en"))
    assert figure == "The next figure, of 2026"
    reasons = [one.reason.en for one in found.plan.breaks if one.series == row.missing[0].series]
    assert lines[1] in reasons
    assert [line[:5] for line in lines[2:]] == ["2023:"]  # 2020 is before this set's baseline


def test_a_standing_on_estimates_names_the_years_that_await_a_firmer_figure() -> None:
    found = seeds.load(DEFAULT_SEEDS)
    card = scorecard(found.plan, found.figures, found.plan.default_target_set)
    say = words.of("en")
    told = {row.target.id: awaited(row, say) for row in estimated_rows(card)}
    assert told["decision_236_grdp_per_capita"][0] == "A firmer figure for 2025"
    assert "far behind" in told["decision_236_grdp_per_capita"][1][0]
    assert told["decision_236_grdp_growth_services"] == (
        "A firmer figure for 2021–2025",
        ("The standing rests on estimates only.",),
    )


@PLANS
@LANGUAGES
def test_every_unassessed_target_of_every_set_gets_an_answer(folder: Path, language: str) -> None:
    found = seeds.load(folder)
    say = words.of(language)
    for target_set in found.plan.target_sets:
        card = scorecard(found.plan, found.figures, target_set)
        for row in open_rows(card):
            assert row.standing is Standing.NOT_ASSESSED
            figure, lines = needed(row, say)
            assert figure
            assert all(lines)
        for row in estimated_rows(card):
            figure, lines = awaited(row, say)
            assert not figure.endswith(" ")
            assert all(lines)


def test_a_set_for_another_place_is_said_to_be_shown_and_not_graded(read: Reader) -> None:
    session = read("sources", lang="en", set="region_programme")
    assert session.header[0].value.startswith("No figure is missing")
    assert any("for another place" in caption.value for caption in session.caption)


@LANGUAGES
def test_choosing_an_indicator_shows_its_figures_with_origin_and_counts(
    read: Reader, language: str
) -> None:
    session = read("sources", lang=language)
    plan, figures = opened()
    calm(session.selectbox(key="sources_indicator").set_value("population_average").run())
    of_indicator = [
        one for one in figures if plan.series[one.series].indicator == "population_average"
    ]
    here = [one for one in of_indicator if one.geography == plan.geography]
    say = words.of(language)
    assert say.many(
        "{shown} of {count} figure shown",
        "{shown} of {count} figures shown",
        len(of_indicator),
        shown=say.number(len(here), 0),
    ) in headings(session)
    shown = html(session)
    for one in here:
        assert plan.sources[one.origin].title in shown


def test_figures_can_be_narrowed_to_those_shown_as_context_only(read: Reader) -> None:
    session = read("sources", lang="en")
    plan, figures = opened()
    calm(session.selectbox(key="sources_use").set_value(Use.CONTEXT).run())
    indicator = session.selectbox(key="sources_indicator").value
    kept = [
        one
        for one in figures
        if plan.series[one.series].indicator == indicator
        and one.use is Use.CONTEXT
        and one.geography == plan.geography
    ]
    assert any(heading.startswith(f"{len(kept)} of ") for heading in headings(session))


def test_a_theme_in_the_address_limits_the_indicators(read: Reader) -> None:
    session = read("sources", lang="en", theme="structure")
    plan, _ = opened()
    (options,) = (box.options for box in session.selectbox if box.key == "sources_indicator")
    expected = {
        one.name.en
        for one in plan.indicators.values()
        if one.theme == "structure" and plan.series_of(one.id)
    }
    assert set(options) == expected


@LANGUAGES
def test_another_plan_shows_what_it_misses_and_rejects(
    second_plan: Path, read: Reader, language: str
) -> None:
    session = read("sources", lang=language)
    plan, _ = opened()
    shown = html(session)
    for one in (*plan.missing, *plan.rejected):
        assert one.reason.of(language) in shown
    for source in plan.sources.values():
        assert source.title in shown
    for target_set in plan.target_sets.values():
        assert target_set.name.of(language) in shown
    assert second_plan.exists()


@PLANS
@LANGUAGES
def test_the_method_tells_seven_rules_with_the_cut_offs_of_the_plan(
    folder: Path, language: str
) -> None:
    plan = seeds.load(folder).plan
    say = words.of(language)
    (rules,) = (chapter for chapter in chapters(plan, say) if chapter.numbered)
    assert len(rules.sentences) == 7
    deciding = [one.from_ratio for one in plan.cutoffs("eurostat_family") if one.from_ratio]
    assert deciding
    for cutoff in deciding:
        assert say.number(cutoff, 2) in rules.sentences[-1]


def test_a_changed_cut_off_changes_what_the_method_says() -> None:
    plan = seeds.load(DEFAULT_SEEDS).plan
    moved = tuple(
        replace(one, from_ratio=Decimal("0.875")) if one.from_ratio == Decimal("0.95") else one
        for one in plan.thresholds
    )
    told = bands(replace(plan, thresholds=moved), "eurostat_family", words.of("en"))
    assert told.startswith("from 0.875 on track; from 0.60 behind; from 0 far behind")


def test_the_method_leaves_out_what_the_plan_has_no_use_for() -> None:
    plan = seeds.load(DEFAULT_SEEDS).plan
    say = words.of("en")
    few = {key: one for key, one in plan.targets.items() if one.indicator == "grdp_per_capita"}
    titles = [chapter.title for chapter in chapters(replace(plan, targets=few, formulas=()), say)]
    assert "Ranks" not in titles
    assert "Averages over a period" not in titles
    assert "Shares of a whole" not in titles
    assert "Targets against each other" not in titles
    whole = [chapter.title for chapter in chapters(plan, say)]
    assert {"Ranks", "Targets against each other"} <= set(whole)


def rows_of(content: bytes, language: str) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=DELIMITERS[language]))


@PLANS
@LANGUAGES
def test_the_file_holds_every_figure_once_with_its_value(folder: Path, language: str) -> None:
    found = seeds.load(folder)
    say = words.of(language)
    rows = rows_of(figures_csv(found.plan, found.plan.sources, found.figures, say), language)
    assert len(rows) == len(found.figures)
    decimal_mark = "," if language == "vi" else "."
    for row, figure in zip(rows, found.figures, strict=True):
        assert Decimal(row[say("Value")].replace(decimal_mark, ".")) == figure.value
        assert row[say("Series")] == figure.series
        assert row[say("Origin")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_text_that_would_run_as_a_formula_is_made_inert_and_a_number_stays_one(
    start: str,
) -> None:
    found = seeds.load(DEFAULT_SEEDS)
    hostile = f"{start}1+1"
    figure = replace(
        found.figures[0], value=Decimal("-3.8"), locator=hostile, note=Text(hostile, hostile)
    )
    say = words.of("en")
    (row,) = rows_of(figures_csv(found.plan, found.plan.sources, [figure], say), "en")
    assert row["Note"] == row["Place in the publication"] == f"'{hostile}"
    assert row["Value"] == "-3.8"


def test_an_indicator_without_figures_of_the_chosen_series_shows_all_its_series(
    read: Reader,
) -> None:
    session = read("sources", lang="en")
    calm(session.selectbox(key="sources_series").set_value("grdp_growth_documents").run())
    calm(session.selectbox(key="sources_indicator").set_value("population_average").run())
    assert session.selectbox(key="sources_series").value is None
    assert session.selectbox(key="sources_place").value == opened()[0].geography
