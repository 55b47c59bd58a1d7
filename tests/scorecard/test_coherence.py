"""The plan against itself: prices implied, nearer targets on the path, shares, sets, the frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from plantrack import words
from plantrack.method.coherence import AgainstPath
from plantrack.method.goal import Bound
from plantrack.model import Operation, Standing
from plantrack.scorecard import Scorecard, scorecard
from plantrack.scorecard.coherence import (
    Coherence,
    Requirement,
    amount_reached,
    coherences,
    real_growth_needed,
)
from plantrack.scorecard.frame_tree import FrameNode, frame_tree
from plantrack.scorecard.nearer import NearerTarget, nearer_targets, of_target
from plantrack.scorecard.sector_mix import ImpliedMix, implied_mix
from plantrack.scorecard.structure import structures
from plantrack.scorecard.target_sets import finished_sets, newest_year, sets_on, side_by_side
from plantrack.scorecard.telling.coherence import (
    against_past,
    coherence_takeaway,
    people_sentence,
    rate_range,
    real_needed_sentence,
    split_sentence,
)
from plantrack.scorecard.telling.nearer import nearer_sentence, summary
from plantrack.scorecard.telling.plan_frame import evidence, evidence_gaps, kind_heading
from plantrack.scorecard.telling.plan_sets import finished_sentence, force_sentence
from plantrack.scorecard.telling.sector_mix import basis_sentence, mix_sentence
from tests.scorecard.test_structure_telling import card, no_breaking, seeds

ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")


@cache
def identity(target_set: str = "decision_236", choice: str = "preferred") -> Coherence:
    (found,) = coherences(card(target_set, choice))
    return found


def requirement(target_set: str, series: str, year: int) -> Requirement:
    return next(
        one
        for one in identity().requirements
        if one.level.target.target_set == target_set
        and one.level.series is not None
        and one.level.series.compiler == series
        and one.start.year == year
    )


@pytest.mark.parametrize(
    ("target_set", "series", "year", "prices"),
    [
        ("decision_236", "documents", 2023, (6.4, 5.5)),
        ("decision_236", "nso", 2023, (6.9, 6.0)),
        ("decision_236", "nso", 2025, (8.4, 7.4)),
        ("congress_2025", "nso", 2025, (3.4, 2.5)),
    ],
)
def test_amount_and_real_growth_of_one_set_imply_prices(
    target_set: str, series: str, year: int, prices: tuple[float, float]
) -> None:
    found = requirement(target_set, series, year)
    assert tuple(round(100 * deflator, 1) for _, deflator in found.asked) == prices


def test_the_growth_still_needed_takes_slower_prices_than_the_growth_asked() -> None:
    found = requirement("decision_236", "nso", 2025)
    assert found.latest
    assert found.needed is not None
    growth, deflator = found.needed
    assert (round(100 * growth, 2), round(100 * deflator, 1)) == (9.23, 7.2)
    assert requirement("decision_236", "nso", 2023).needed is None  # not counted from now


def test_past_prices_are_those_of_the_tables_of_the_statistics_office() -> None:
    found = identity()
    assert {split.first: round(100 * split.deflator, 1) for split in found.years} == {
        2019: 3.7, 2020: 2.4, 2021: 0.9, 2022: 2.0, 2023: 6.9, 2024: 2.9, 2025: 6.1,
    }  # fmt: skip
    assert found.average is not None
    assert round(100 * found.average.deflator, 1) == 3.5
    assert found.population is not None
    assert round(100 * found.population.growth, 2) == 0.80


def test_part_of_the_nominal_growth_was_prices() -> None:
    recent = identity().since(2024)
    assert recent is not None
    assert (recent.first, recent.last, round(100 * recent.deflator, 1)) == (2024, 2025, 4.5)
    assert no_breaking(split_sentence(recent, ENGLISH)) == (
        "Of the 10.8 % a year at current prices in 2024–2025, estimate, about 4.5 points were "
        "prices; real growth per person was 6.0 % a year."
    )
    assert identity().since(2010) is None  # a year without figures starts no average


def test_at_four_percent_prices_the_amount_takes_twelve_percent_real_growth() -> None:
    found, people = requirement("decision_236", "nso", 2025), identity().population
    assert people is not None
    needed = real_growth_needed(found, 0.04, people.growth)
    assert round(100 * needed, 1) == 12.6
    assert amount_reached(found, needed, 0.04, people.growth) == pytest.approx(150)
    told = no_breaking(real_needed_sentence(found, needed, 0.04, ENGLISH))
    assert told == (
        "At prices rising 4.0 % a year, at least 150 million VND per person at current prices in "
        "2030 takes real growth of 12.6 % a year from 2025; the same target set asks for 8–9 % a "
        "year."
    )


def test_the_finding_names_both_targets_and_what_prices_did() -> None:
    found = requirement("decision_236", "nso", 2025)
    assert no_breaking(coherence_takeaway(identity(), found, VIETNAMESE)) == (
        "GRDP bình quân đầu người tối thiểu 150 triệu đồng/người (giá hiện hành) vào năm 2030 "
        "cùng với tăng trưởng thực 8–9%/năm đòi hỏi giá tăng 7,4–8,4%/năm kể từ năm 2025; giai "
        "đoạn 2019–2025 giá tăng 3,5%/năm."
    )
    assert no_breaking(against_past(identity(), found, ENGLISH)) == (
        "No year since 2019 has seen prices rise so much; the most was 6.9 % in 2023."
    )


@pytest.mark.parametrize(
    ("target_set", "part"),
    [
        ("congress_2025", "Prices have risen so much in 4 years since 2019"),
        ("yearly_2026", "Prices have risen more in every year since 2019"),
    ],
)
def test_each_set_is_held_against_past_prices(target_set: str, part: str) -> None:
    found = identity().requirement_of(target_set)
    assert found is not None
    assert part in against_past(identity(), found, ENGLISH)


def test_without_past_years_nothing_is_compared() -> None:
    bare = replace(identity(), years=(), population=None)
    found = requirement("decision_236", "nso", 2025)
    assert against_past(bare, found, ENGLISH) == ""
    assert coherence_takeaway(bare, found, ENGLISH).endswith("a year from 2025.")
    assert "is not known" in people_sentence(bare, ENGLISH)


def test_a_series_without_the_figures_implies_nothing() -> None:
    found = identity("decision_236", "documents")
    assert (found.years, found.population, found.requirements) == ((), None, ())
    assert found.requirement_of("decision_236") is None


def test_a_plan_without_an_identity_has_no_coherence() -> None:
    plan = seeds().plan
    formulas = tuple(f for f in plan.formulas if f.operation is not Operation.IDENTITY)
    bare = scorecard(replace(plan, formulas=formulas), seeds().figures, "decision_236")
    assert coherences(bare) == ()


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.074, 0.084, "7.4–8.4 % a year"),
        (0.03501, 0.03499, "3.5 % a year"),
        (-0.002, 0.007, "−0.2 to 0.7 % a year"),
    ],
)
def test_a_range_of_rates_reads_as_one(low: float, high: float, told: str) -> None:
    assert no_breaking(rate_range(low, high, ENGLISH)) == told


def pairs() -> Mapping[tuple[str, str], NearerTarget]:
    found = nearer_targets(card())
    return {(one.row.target.id, one.later.target.id): one for one in found}


@pytest.mark.parametrize(
    ("later", "due", "rest"),
    [("decision_236", 82.4, 17.4), ("congress_2025", 80.1, 13.3), ("kh_23", 82.4, 17.4)],
)
def test_the_amount_planned_for_the_year_lies_below_every_path(
    later: str, due: float, rest: float
) -> None:
    pair = pairs()["yearly_2026_grdp_per_capita", f"{later}_grdp_per_capita"]
    assert pair.verdict is AgainstPath.BELOW
    (path,) = pair.paths
    assert round(path.due, 1) == due
    assert path.rest is not None
    assert round(100 * path.rest, 1) == rest


def test_growth_of_one_year_is_held_against_what_the_average_still_needs() -> None:
    pair = pairs()["yearly_2026_grdp_growth", "decision_236_grdp_growth"]
    assert [(path.bound, path.verdict) for path in pair.paths] == [
        (Bound.LOW, AgainstPath.ENOUGH),
        (Bound.HIGH, AgainstPath.BELOW),
    ]
    told = no_breaking(nearer_sentence(pair, ENGLISH))
    assert "10–11 % for 2026 (Provincial targets for 2026) is on the path to 8 % on average" in told
    assert "where 9.23 % is due" in told


def test_a_target_only_partly_on_the_path_says_what_it_leaves() -> None:
    told = nearer_sentence(pairs()["yearly_2024_grdp_growth", "kh_140_grdp_growth"], ENGLISH)
    assert "only the better end is on the path" in told
    assert "7.28" in no_breaking(told)


def test_a_falling_target_is_short_of_its_path_when_it_is_too_high() -> None:
    plan = seeds(second=True).plan
    found = scorecard(plan, seeds(second=True).figures, plan.default_target_set)
    (pair,) = of_target(nearer_targets(found), "poverty_2025")
    assert pair.verdict is AgainstPath.ENOUGH  # 10 against 10.16 due
    lax = replace(plan.targets["poverty_2025"], high=plan.targets["poverty_2023"].high)
    edited = replace(plan, targets={**plan.targets, lax.id: lax})
    other = scorecard(edited, seeds(second=True).figures, plan.default_target_set)
    (pair,) = of_target(nearer_targets(other), "poverty_2025")
    assert pair.verdict is AgainstPath.BELOW  # 11 against 10.16 due


def test_no_path_is_drawn_across_a_break_or_from_a_missing_figure() -> None:
    indicators = {one.row.indicator.id for one in nearer_targets(card())}
    assert not any(indicator.startswith("share_") for indicator in indicators)
    assert "budget_revenue" not in indicators


def test_the_pairs_are_counted_by_target_not_by_path() -> None:
    assert summary(nearer_targets(card()), ENGLISH) == (
        "Of 8 nearer targets 6 are short of a path to a later target."
    )
    assert summary((), ENGLISH) == ""


def mix(found: Scorecard) -> ImpliedMix | None:
    (whole,) = structures(found.plan, found)
    return implied_mix(found, whole)


def test_growth_targets_of_the_parts_miss_the_ranges_of_two_shares() -> None:
    found = mix(card())
    assert found is not None
    assert (found.start, found.year, found.whole_period) == (2025, 2030, False)
    assert {one.part.indicator.id: one.beyond for one in found.parts} == {
        "share_agriculture": None,
        "share_industry": Bound.HIGH,
        "share_services": Bound.LOW,
        "share_product_taxes": None,
    }
    told = no_breaking(mix_sentence(found, ENGLISH))
    assert "would be 36.2 %, above 32–33 %" in told
    assert basis_sentence(found, VIETNAMESE).startswith("Số tính toán, không phải số công bố")


def test_with_the_shares_before_the_period_the_targets_themselves_are_the_growth() -> None:
    """The 2020 shares worked back from 2025 are no figures; here they stand for ones found."""
    shares = {
        "share_agriculture": "23.25", "share_industry": "21.88", "share_services": "50.20",
        "share_product_taxes": "4.67",
    }  # fmt: skip
    plan, figures = seeds().plan, list(seeds().figures)
    for indicator, value in shares.items():
        series = plan.series_in_use(indicator)
        assert series is not None
        known = next(f for f in figures if f.series == series.id and f.period.year == 2024)
        year = known.period.start.replace(year=2020), known.period.end.replace(year=2020)
        period = replace(known.period, start=year[0], end=year[1])
        figures.append(replace(known, period=period, value=type(known.value)(value)))
    found = mix(scorecard(plan, figures, "decision_236"))
    assert found is not None
    assert found.whole_period
    assert [round(one.then, 1) for one in found.parts] == [13.8, 31.4, 50.1, 4.7]
    assert basis_sentence(found, ENGLISH).startswith("Computed, not published: shares of 2020")


def test_parts_without_growth_targets_imply_no_shares() -> None:
    second = seeds(second=True)
    assert mix(scorecard(second.plan, second.figures, second.plan.default_target_set)) is None
    assert mix(card("kh_140")) is None


@pytest.mark.parametrize(
    ("day", "in_force", "leading"),
    [
        (date(2023, 6, 1), {"kh_140", "kh_23", "yearly_2023"}, "kh_23"),
        (date(2025, 6, 1), {"decision_236", "kh_140", "kh_23", "yearly_2025", "resolution_25"},
         "decision_236"),
        (date(2026, 6, 1), {"decision_236", "kh_23", "yearly_2026", "congress_2025"},
         "decision_236"),
        (date(2020, 1, 1), set(), None),
    ],
)  # fmt: skip
def test_each_day_has_its_sets_in_force_and_one_that_leads(
    day: date, in_force: set[str], leading: str | None
) -> None:
    sets = sets_on(seeds().plan, day)
    assert {one.target_set.id for one in sets if one.in_force} == in_force
    assert next((one.target_set.id for one in sets if one.leads), None) == leading
    told = force_sentence(sets, day, seeds().plan.target_sets["kh_140"], ENGLISH)
    assert told.endswith("This page uses “Plan 140/KH-UBND: restructuring the economy 2021–2025”.")


def test_every_set_stands_beside_the_others_indicator_by_indicator() -> None:
    found = {one.indicator.id: one for one in side_by_side(card())}
    sets = [row.target.target_set for row in found["grdp_per_capita"].rows]
    assert sets == ["decision_236", "kh_23", "yearly_2023", "yearly_2026", "congress_2025"]
    assert sum(len(one.rows) for one in found.values()) == 47  # regional targets stay out


def test_a_finished_set_is_judged_target_by_target_in_every_series() -> None:
    assert newest_year(card()) == 2025
    first = finished_sets(card())[0]
    assert first.target_set.id == "kh_140"
    growth = first.targets[0]
    assert growth.row.standing is Standing.MISSED
    elsewhere = {one.series.compiler: one.standing for one in growth.elsewhere if one.series}
    assert elsewhere["province"] is Standing.REACHED
    assert finished_sentence(first, ENGLISH) == (
        "“Plan 140/KH-UBND: restructuring the economy 2021–2025” is over. 8 targets: 4 missed, "
        "2 cannot be assessed yet, 2 reached."
    )
    assert {"decision_236", "yearly_2026"}.isdisjoint(
        one.target_set.id for one in finished_sets(card())
    )


def goal() -> FrameNode:
    return next(node for node in frame_tree(card()) if node.item.kind == "goal")


def test_the_frame_leads_to_the_indicators_that_serve_it() -> None:
    counts = {kind: len(list(goal().of_kind(kind))) for kind in ("breakthrough", "task", "space")}
    assert counts == {"breakthrough": 4, "task": 8, "space": 4}
    assert len(list(goal().of_kind("service_industry"))) == 6
    border = next(one for one in goal().children if one.item.id == "breakthrough_border")
    assert evidence(border, ENGLISH) == (
        "11 indicators: 1 behind, 3 cannot be assessed yet, 7 without targets"
    )
    assert len(border.measures) == 7, "the others measure its service industries"
    named = [one.indicator.id for one in border.indicators]
    assert len(named) == len(set(named)), "one that serves two parts is counted once"


def test_what_no_indicator_measures_is_said_to_have_none() -> None:
    tasks = list(goal().of_kind("task"))
    assert evidence(tasks[-1], VIETNAMESE) == "chưa có chỉ tiêu nào đo lường"
    assert evidence_gaps(tasks, ENGLISH) == "No indicator measures 2 of 8."
    industries = list(goal().of_kind("service_industry"))
    assert evidence_gaps(industries, ENGLISH) == "No indicator measures 3 of 6."
    assert evidence_gaps(list(goal().of_kind("breakthrough")), ENGLISH) == ""


def test_a_breakthrough_no_indicator_measures_is_said_to_have_none() -> None:
    breakthroughs = list(goal().of_kind("breakthrough"))
    bare = replace(breakthroughs[0], measures=(), children=())
    assert evidence(bare, ENGLISH) == "no indicator measures it"
    assert evidence_gaps([bare, *breakthroughs[1:]], ENGLISH) == "No indicator measures 1 of 4."


def test_indicators_without_any_target_are_counted_as_such() -> None:
    digital = next(one for one in goal().children if one.item.id == "breakthrough_digital")
    bare = replace(digital, measures=tuple(m for m in digital.measures if m.row is None))
    assert evidence(bare, ENGLISH) == "5 indicators, none with a target in any set"


def test_a_kind_the_program_does_not_know_has_no_heading() -> None:
    assert kind_heading("breakthrough", ENGLISH) == "Breakthroughs"
    assert kind_heading("axis", ENGLISH) == ""
