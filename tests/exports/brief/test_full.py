"""The full report: every target with its finding, numbers, arithmetic, figures, and who answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import pairwise

import pytest

from plantrack.exports.brief.full import pdf_file
from plantrack.exports.material import Material
from plantrack.model import Standing
from plantrack.scorecard.telling import headline, steps, takeaway
from plantrack.scorecard.telling.facts import facts
from plantrack.stewardship import Due, Explanation, Stewardship
from tests.exports.brief.reading import flat, flowing, info_of, page_count, tags_of, text_of
from tests.exports.brief.test_leaders import HOSTILE
from tests.exports.materials import before_any_figure, named, seeded

PLANS = {"first": "vi", "second": "en"}
SAID = "Chờ số liệu quý IV 👍 #pagebreak() $x$"


def stated(material: Material) -> Material:
    """The plan with one target somebody answers for."""
    target = material.card.ordered[0].target.id
    note = Stewardship(
        target,
        department="Sở Tài chính",
        explanation=Explanation(
            SAID, date(2026, 2, 1), "Lan", Standing.REACHED, material.revision, material.series
        ),
        due=Due(2029, date(2030, 1, 15)),
        revision=material.revision,
        by="Lan",
        at=datetime(2026, 2, 1, 8, 0),  # noqa: DTZ001 - stored as UTC without a zone
    )
    return replace(material, stewards={target: note})


@cache
def report(plan: str) -> tuple[Material, bytes, list[float]]:
    material = stated(seeded(plan, PLANS[plan]))
    heard: list[float] = []
    return material, pdf_file(material, heard.append), heard


@pytest.mark.parametrize("plan", PLANS)
def test_the_report_holds_every_finding_number_and_line_of_arithmetic(plan: str) -> None:
    material, content, _ = report(plan)
    text, say = flowing(content), material.say
    assert flat(headline(material.card, say)) in text
    for row in material.card.rows:
        assert flat(takeaway(row, say)) in text
        for fact in facts(row, say):
            assert flat(fact.value) in text
        for step in steps(row, say, material.card.values):
            for line in step.lines:
                assert flat(line) in text, line


@pytest.mark.parametrize("plan", PLANS)
def test_every_slide_of_the_deck_has_its_place(plan: str) -> None:
    material, content, _ = report(plan)
    text = flowing(content)
    for slide in material.deck.slides:
        if slide.id != "sources":  # the report lists them all
            assert flat(slide.title) in text, slide.id


@pytest.mark.parametrize("plan", PLANS)
def test_each_publication_behind_figures_and_targets_is_listed(plan: str) -> None:
    material, content, _ = report(plan)
    text = flowing(content).replace("-", "")  # the reader drops a hyphen at the end of a line
    for row in material.card.rows:
        for origin in {row.target.origin, *(figure.origin for figure in row.figures)}:
            if origin in material.sources:
                assert flat(material.sources[origin].title).replace("-", "") in text


def test_figures_behind_a_place_stand_in_their_own_unit() -> None:
    _, content, _ = report("second")
    text = flowing(content)
    assert flat("Value (thousand euros per person)") in text
    assert text.count(flat("Value (place)")) == 1  # the place somebody else publishes


@pytest.mark.parametrize("plan", PLANS)
def test_who_answers_stands_beside_the_target_and_in_one_table(plan: str) -> None:
    _, content, _ = report(plan)
    text = flowing(content)
    assert text.count(flat("Sở Tài chính")) >= 2
    assert flat(SAID.replace("👍", "\N{REPLACEMENT CHARACTER}")) in text
    due = "15/01/2030" if PLANS[plan] == "vi" else "15 January 2030"
    assert text.count(flat(due)) >= 2


@pytest.mark.parametrize("plan", PLANS)
def test_every_page_has_its_number_and_footer(plan: str) -> None:
    material, content, _ = report(plan)
    pages = text_of(content).split("\f")[:-1]
    assert len(pages) == page_count(content) > len(material.card.rows)
    for number, page in enumerate(pages, start=1):
        assert flat(material.footer) in flat(page)
        assert f"{number}/{len(pages)}" in page


@pytest.mark.parametrize("plan", PLANS)
def test_a_screen_reader_finds_headings_in_order_pictures_and_tables_with_heads(plan: str) -> None:
    material, content, _ = report(plan)
    tags = tags_of(content)
    drawn = [slide for slide in material.deck.slides if slide.drawing is not None]
    assert tags.count("Figure") == len(drawn)
    assert tags.count("Table") == tags.count("THead") > len(material.card.rows)
    levels = [int(tag[1]) for tag in tags if tag in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert "TOC" in tags
    assert info_of(content)["Tagged"] == "yes"


@pytest.mark.parametrize("plan", PLANS)
def test_progress_rises_to_the_end(plan: str) -> None:
    _, _, heard = report(plan)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) > 5


def test_a_label_is_never_markup() -> None:
    material = named(before_any_figure(seeded("second", "en")), _hostile)
    text = flowing(pdf_file(material, lambda _: None))
    assert text.count(flat(HOSTILE)) > len(material.card.rows)


def _hostile(_: object) -> str:
    return HOSTILE


def test_a_set_without_targets_and_a_plan_nothing_is_recorded_of_have_true_reports() -> None:
    material = seeded("first", "en")
    empty = replace(material, plan=replace(material.plan, targets={}))
    told = flowing(pdf_file(empty, lambda _: None))
    assert flat("This target set has no targets.") in told
    nothing = replace(empty, figures=(), made=None)
    assert flat("Figures: none recorded yet") in flowing(pdf_file(nothing, lambda _: None))
