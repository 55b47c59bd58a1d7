"""The shares of the two plans in words: their ranges, sums, breaks and what they imply."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from plantrack import words
from plantrack.model import Figure, PriceBasis
from plantrack.plan import Plan
from plantrack.scorecard import Scorecard, scorecard
from plantrack.scorecard.contributions import published_weights, weighted_growths
from plantrack.scorecard.nominal import nominal_growth_needed
from plantrack.scorecard.structure import Structure, structures
from plantrack.scorecard.telling.contributions import check_sentence, weights_sentence
from plantrack.scorecard.telling.corridors import corridor_sentences
from plantrack.scorecard.telling.implied import needed_of_part, opposite_ways, suggestion
from plantrack.scorecard.telling.structure import structure_takeaway
from plantrack.scorecard.telling.structure_years import (
    break_sentences,
    missing_sentences,
    set_notes,
    shared_marks,
    sum_sentence,
)
from plantrack.seeds import Seeds, load

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, VIETNAMESE = words.of("en"), words.of("vi")


@cache
def seeds(second: bool = False) -> Seeds:
    return load(ROOT / "tests" / "plans" / "second" if second else ROOT / "seeds")


@cache
def card(target_set: str = "decision_236", choice: str = "preferred") -> Scorecard:
    return scorecard(seeds().plan, seeds().figures, target_set, choice)


def whole(target_set: str = "decision_236", choice: str = "preferred") -> Structure:
    return structures(seeds().plan, card(target_set, choice))[0]


def with_figures(plan: Plan, figures: list[Figure], target_set: str) -> Structure:
    return structures(plan, scorecard(plan, figures, target_set))[0]


def changed(series: str, year: int, **changes: object) -> list[Figure]:
    """The figures of the first plan with one of them changed."""
    return [
        replace(f, **changes) if f.series == series and f.period.year == year else f  # type: ignore[arg-type]
        for f in seeds().figures
    ]


def no_breaking(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_the_title_counts_the_shares_inside_and_names_the_furthest() -> None:
    assert no_breaking(structure_takeaway(whole(), ENGLISH)) == (
        "Structure of GRDP in 2025, estimate: 1 of 4 shares lies inside the target ranges for "
        "2030; furthest away: share of agriculture, forestry and fisheries in GRDP, 7.51 points "
        "above the corridor of 12–13 %."
    )
    assert structure_takeaway(whole(), VIETNAMESE) == (
        "Cơ cấu GRDP năm 2025 (ước tính): 1/4 tỷ trọng nằm trong khoảng mục tiêu năm 2030; xa nhất "
        "là tỷ trọng nông, lâm nghiệp và thủy sản trong GRDP, cao hơn khoảng mục tiêu 12–13% là "
        "7,51 điểm phần trăm."
    )


@pytest.mark.parametrize(
    ("target_set", "choice", "part"),
    [
        ("yearly_2026", "preferred", "this target set asks nothing of the shares"),
        ("region_programme", "preferred", "were set for Northern midlands and mountains"),
        ("decision_236", "documents", "the series in use has no year with all of its parts"),
    ],
)
def test_a_set_or_series_without_shares_says_so(target_set: str, choice: str, part: str) -> None:
    assert part in structure_takeaway(whole(target_set, choice), ENGLISH)


def sums(structure: Structure, plan: Plan) -> list[str]:
    return [
        sum_sentence(
            structure,
            mix,
            [plan.sources[one] for one in dict.fromkeys(f.origin for f in mix.shares.values())],
            ENGLISH,
        )
        for mix in structure.years
    ]


def test_the_sum_is_written_out_with_its_one_origin_and_its_tolerance() -> None:
    earlier, latest = sums(whole(), seeds().plan)
    assert latest.startswith("2025: 20.51 + 28.06 + 47.22 + 4.21 = 100.00; one origin: Nhân Dân")
    assert latest.endswith("The sum may miss 100 by 0.02, the rounding of the shares.")
    assert earlier.startswith("2024: 21.51 + 23.71 + 50.31 + 4.47 = 100.00; one origin: Lao Động")


def test_shares_that_miss_the_whole_are_said_not_to_be_parts_of_one() -> None:
    plan = seeds().plan
    figures = changed("share_industry_province", 2025, value=Decimal("28.33"))
    told = sums(with_figures(plan, figures, "decision_236"), plan)[-1]
    assert "= 100.27; one origin" in told
    assert told.endswith("they are not parts of one whole.")


def test_the_sum_of_shares_from_two_origins_proves_nothing() -> None:
    plan = seeds().plan
    figures = changed("share_industry_province", 2025, origin="lao_dong_2024_12")
    told = sums(with_figures(plan, figures, "decision_236"), plan)[-1]
    assert "= 100.00, but from several origins, so the sum proves nothing" in told
    assert "Nhân Dân" in told
    assert "Lao Động" in told


def test_the_break_between_two_years_is_told_once_with_its_reason() -> None:
    (told,) = break_sentences(whole(), seeds().plan, ENGLISH)
    assert told.startswith("Between 2024 and 2025 lies a break, across which nothing is computed:")
    assert told.endswith("look like two different compilations.")


def test_missing_shares_come_with_reason_and_whom_to_ask() -> None:
    newest, older = missing_sentences(whole(), seeds().plan, "preferred", ENGLISH)
    assert newest.startswith(
        "Shares of 2023 (4 of 4 missing): Not found in the documents searched."
    )
    assert "Ask the provincial statistics office" in newest
    assert older.startswith("Shares of 2020 (4 of 4 missing)")


def test_that_the_ranges_were_set_on_the_old_structure_is_told_once_for_all() -> None:
    general, taxes = set_notes(whole(), ENGLISH)
    assert general == "The corridor was set on the old structure."
    assert taxes.startswith("Share of product taxes less subsidies in GRDP: Called tax there;")
    assert "old structure" not in taxes
    (mark,) = shared_marks(whole(), ENGLISH)
    assert mark.startswith("The target was set before the series was revised in 2025")


def test_the_ranges_together_are_feasible_but_not_at_their_near_edges() -> None:
    bounds, narrowed, edges = corridor_sentences(whole(), ENGLISH)
    assert bounds.startswith("The lower bounds add up to 12 + 32 + 50 + 4 = 98,")
    assert "the upper bounds to 13 + 33 + 51 + 5 = 102; 100 lies between" in bounds
    assert narrowed == "No target range is narrowed by the others."
    assert "13 + 32 + 50 + 4.21 = 99.21: they cannot all be met at their near edges" in edges
    assert "0.79 points higher" in edges


def test_near_edges_mean_nothing_once_the_period_is_over() -> None:
    assert len(corridor_sentences(whole("kh_140"), ENGLISH)) == 2


def test_ranges_that_cannot_be_met_together_are_named_so() -> None:
    corridors = whole().corridors
    assert corridors is not None
    low = replace(corridors, high_total=99.0, feasible=False, tightened=None)
    (told,) = corridor_sentences(replace(whole(), corridors=low), ENGLISH)
    assert told.endswith("100 does not lie between, so no structure can meet all target ranges.")


def test_a_range_the_others_narrow_is_named() -> None:
    corridors = whole().corridors
    assert corridors is not None
    assert corridors.tightened is not None
    tight = replace(corridors, tightened=((12.5, 13.0), *corridors.tightened[1:]))
    told = corridor_sentences(replace(whole(), corridors=tight), ENGLISH)[1]
    assert told == (
        "Share of agriculture, forestry and fisheries in GRDP: the other target ranges leave only "
        "12.5–13 of 12–13."
    )


def test_the_suggested_growth_joins_what_a_person_needs_and_how_people_grew() -> None:
    nominal = nominal_growth_needed(card())
    assert nominal is not None
    assert nominal.growth == pytest.approx(1.1615229 * 1.0079663 - 1, abs=1e-6)
    told = no_breaking(suggestion(nominal, ENGLISH))
    assert told.startswith("Suggested: 17.1 % a year. GRDP per capita must grow 16.2 % a year in")
    assert "average population (+0.80 % a year in 2021–2025)" in told


def test_a_target_on_the_whole_itself_is_the_suggestion_when_it_is_nominal() -> None:
    plan = seeds().plan
    target = replace(plan.targets["congress_2025_grdp_size"], price_basis=PriceBasis.CURRENT)
    nominal_plan = replace(plan, targets={**plan.targets, target.id: target})
    nominal = nominal_growth_needed(scorecard(nominal_plan, seeds().figures, "congress_2025"))
    assert nominal is not None
    assert nominal.row.indicator.id == "grdp_size"
    assert nominal.others == ()
    assert "The targets themselves ask for" in suggestion(nominal, ENGLISH)


def test_targets_without_an_amount_at_current_prices_suggest_nothing() -> None:
    assert nominal_growth_needed(card("yearly_2025")) is None
    assert nominal_growth_needed(card("decision_236", "documents")) is None


def test_a_part_grows_as_its_share_and_the_whole_imply() -> None:
    low, high = whole().implied_growths(0.16)["share_agriculture"] or (0.0, 0.0)
    assert low == pytest.approx(1.16 * (12 / 20.51) ** 0.2 - 1)
    assert high == pytest.approx(0.0589, abs=1e-4)
    assert no_breaking(needed_of_part((low, high), ENGLISH)) == "+4.2 / +5.9 % a year"


def test_published_contributions_give_the_weights_that_reproduce_the_growth_of_2023() -> None:
    values = card().values
    weights = published_weights(values)[-1]
    assert [round(part.weight, 1) for part in weights.parts] == [20.5, 25.0, 49.6, 5.0]
    (check,) = weighted_growths(values)
    assert (check.compiler, check.year) == ("documents", 2023)
    assert round(check.check.weighted, 2) == 7.01
    told = no_breaking(check_sentence(seeds().plan, check, ENGLISH))
    assert "= 7.01 %, against 7.00 % reported for the whole. They agree within 0.1 points." in told
    assert "together 5.32 points, with growth of the whole of 5.32 %" in no_breaking(
        weights_sentence(weights, ENGLISH)
    )


def test_growth_rates_that_do_not_add_up_are_said_not_to() -> None:
    figures = changed("grdp_growth_documents", 2023, value=Decimal("8.0"))
    values = scorecard(seeds().plan, figures, "decision_236").values
    (check,) = weighted_growths(values)
    told = check_sentence(seeds().plan, check, ENGLISH)
    assert "They differ by more than 0.1 points: the rates do not describe one economy" in told


def test_a_plan_without_contributions_has_no_weights() -> None:
    second = seeds(second=True)
    values = scorecard(second.plan, second.figures, second.plan.default_target_set).values
    assert published_weights(values) == ()
    assert weighted_growths(values) == ()


def test_only_agriculture_beats_its_growth_while_its_share_must_fall() -> None:
    parts = ("agriculture", "industry", "services", "product_taxes")
    opposite = []
    for part in parts:
        growth = card().of_indicator(f"grdp_growth_{part}")
        share = card().of_indicator(f"share_{part}")
        assert growth is not None
        assert share is not None
        if opposite_ways(growth, share):
            opposite.append(part)
    assert opposite == ["agriculture"]
