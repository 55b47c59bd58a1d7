"""Published cases about reading and counting: how targets are worded, pasted, and told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from plantrack import words
from plantrack.intake.rules import PASTED, pasted, read_file
from plantrack.intake.targets.wording import WordedForm, read_wording
from plantrack.model import PriceBasis, Standing
from plantrack.scorecard import scorecard
from plantrack.scorecard.computed import Values
from plantrack.scorecard.telling.headline import counts_sentence
from tests.builders import figures_of
from tests.intake.small_plan import CURRENT, PROVINCE, figure, small_plan
from tests.method.published_cases import Case, cases
from tests.small_plan import Asked, plan_of

FORMS = {
    "at_least": WordedForm.AT_LEAST,
    "range": WordedForm.RANGE,
    "point": WordedForm.EXACT,
}


@cases("target_parsing")
def test_targets_of_approved_plans_are_read_as_they_are_worded(case: Case) -> None:
    for (text, _), expected in zip(
        case["inputs"]["texts"], case["expected"]["parsed"], strict=True
    ):
        wording = read_wording(text)
        assert wording is not None, text
        assert wording.form is FORMS[expected["type"]], text
        low, high = expected.get("low"), expected.get("high")
        if expected["type"] != "range":
            low = expected["value"]
            high = low if expected["type"] == "point" else None
        assert wording.low == Decimal(str(low)), text
        assert wording.high == (None if high is None else Decimal(str(high))), text
        assert wording.about is expected.get("approx", False), text
        if expected.get("unit") == "%/yr":
            assert (wording.unit, wording.per_year) == ("%", True), text
        period = expected.get("period_average", [None, None])
        assert [wording.first_year, wording.last_year] == period, text
        basis = PriceBasis(expected["price_basis"]) if "price_basis" in expected else None
        assert wording.price_basis is basis, text


@cases("upload_paste")
def test_a_semicolon_within_a_pasted_cell_parts_nothing_and_the_skipped_are_counted(
    case: Case,
) -> None:
    (cell,), expected = case["inputs"]["cells"], case["expected"]
    outside = "\t\t" if case["inputs"]["outside_grid"] else "\t"
    grid = f"Chỉ tiêu\tĐơn vị\t2026\nDân số trung bình\tnghìn người\t806{outside}{cell}\n"
    reading = read_file(pasted(grid), PASTED, small_plan(), CURRENT, origin="yearbook")
    written = [str(row.figure.value) for row in reading.rows]
    assert written == ["806"]
    assert written.count("12") + written.count("8") == expected["written"]
    (finding,) = reading.findings
    assert finding.code == "cells_skipped"
    assert finding.values == {"count": expected["skipped"], "cells": f"E2: “{cell}”"}


@cases("upload_paste")
def test_a_semicolon_list_pasted_in_place_of_a_figure_is_named_and_never_becomes_two(
    case: Case,
) -> None:
    (cell,) = case["inputs"]["cells"]
    grid = f"Chỉ tiêu;tên\tNăm;kỳ\tGiá trị;số\tĐơn vị;đo\nTỷ lệ biết chữ;%\t2026;1\t{cell}\t%;1\n"
    assert read_file(pasted(grid), PASTED, small_plan(), CURRENT, origin="o").rows == ()
    long = f"Chỉ tiêu\tNăm\tGiá trị\tĐơn vị\nTỷ lệ biết chữ\t2026\t{cell}\t%\n"
    reading = read_file(pasted(long), PASTED, small_plan(), CURRENT, origin="o")
    assert reading.rows == ()
    (finding,) = (one for one in reading.findings if one.code == "not_a_number")
    assert finding.values["text"] == cell


@cases("missing_data")
def test_a_computed_figure_with_a_missing_operand_does_not_exist(case: Case) -> None:
    inputs, plan = case["inputs"]["inputs"], small_plan()
    known = figure("per_capita_office", 2024, str(inputs["a"]))
    other = figure("population_office", 2024, "2")
    for there in ([known], [other], [known, replace(other, period=known.period.of_year(2023))]):
        values = Values(plan, there)
        assert values.value("size", PROVINCE, 2024) is case["expected"]["value"]
        assert values.observations("size", PROVINCE) == ()
        assert values.computed_figures("size", PROVINCE) == ()
    both = Values(plan, [known, other]).value("size", PROVINCE, 2024)
    assert both is not None
    assert both.value > 0


@cases("scorecard_count")
def test_counts_by_standing_reconcile_with_the_number_of_targets(case: Case) -> None:
    inputs, expected = case["inputs"], case["expected"]
    plan = plan_of(Asked(low="10", year=2025))
    (target,) = plan.targets.values()
    bounds = ["9"] * inputs["above"] + ["11"] * inputs["below"]
    targets = {
        f"target_{number}": replace(target, id=f"target_{number}", low=Decimal(low))
        for number, low in enumerate(bounds)
    }
    figures = figures_of({2020: "5", 2025: "10"})
    card = scorecard(replace(plan, targets=targets), figures, "decision")
    assert card.counts == {Standing.MISSED: inputs["below"], Standing.REACHED: inputs["above"]}
    assert sum(card.counts.values()) == len(card.rows) == inputs["total"]
    share = 100 * card.counts[Standing.REACHED] / len(card.rows)
    assert share == pytest.approx(expected["share_met_percent"], abs=case["tolerance"])
    assert counts_sentence(card, words.of("en")) == "10 targets: 3 missed, 7 reached."
    assert counts_sentence(card, words.of("vi")).startswith("10 ")
