"""The deck builds itself: which slides there are, in which order, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plantrack import words
from plantrack.charts.render import svg
from plantrack.deck import PROJECTOR, Deck, Part, Slide, deck
from plantrack.deck.rooms import room
from plantrack.deck.standing_slides import MOST
from plantrack.model import Standing
from plantrack.opening import Opened, open_plan
from plantrack.scorecard import Scorecard, scorecard
from plantrack.scorecard.telling import takeaway
from plantrack.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SEEDS = {"first": ROOT / "seeds", "second": ROOT / "tests" / "plans" / "second"}


@pytest.fixture(scope="module", params=SEEDS)
def opened(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Opened]:
    data = tmp_path_factory.mktemp("deck")
    settings = Settings(seeds=SEEDS[request.param], data=data, ledger=data / "plan.duckdb")
    found = open_plan(settings)
    yield found
    found.close()


def card_of(opened: Opened, target_set: str = "") -> Scorecard:
    plan = opened.plan
    return scorecard(plan, opened.store.current().figures, target_set or plan.default_target_set)


def deck_of(opened: Opened, target_set: str = "", language: str = "en") -> Deck:
    card, made = card_of(opened, target_set), opened.store.history()[-1]
    return deck(card, opened.plan.sources, made, words.of(language))


def test_the_parts_come_in_the_order_a_meeting_asks_for_them(opened: Opened) -> None:
    parts = [slide.part for slide in deck_of(opened).slides]
    assert parts == sorted(parts, key=list(Part).index)
    assert {Part.STANDING, Part.TARGETS, Part.SOURCES} <= set(parts)


def test_each_target_has_a_slide_most_urgent_first_titled_by_its_finding(opened: Opened) -> None:
    card = card_of(opened)
    slides = [slide for slide in deck_of(opened).slides if slide.part is Part.TARGETS]
    assert [slide.id for slide in slides] == [f"target-{row.target.id}" for row in card.ordered]
    assert [slide.title for slide in slides] == [
        takeaway(row, words.of("en")) for row in card.ordered
    ]


def test_a_target_nobody_can_assess_waits_outside_while_others_can_be(opened: Opened) -> None:
    for slide in deck_of(opened).slides:
        if slide.part is Part.TARGETS:
            assert slide.shown is (slide.standing is not Standing.NOT_ASSESSED)


def test_a_set_nobody_can_assess_is_shown_whole_and_says_so_first(opened: Opened) -> None:
    hopeless = [
        one
        for one in opened.plan.target_sets
        if (rows := card_of(opened, one).rows)
        and all(row.assessment.latest is None for row in rows)
    ]
    for target_set in hopeless:
        found = deck_of(opened, target_set)
        assert found.slides[0].title.startswith("No target can be assessed yet")
        assert all(slide.shown for slide in found.slides if slide.part is Part.TARGETS)


def test_every_set_in_both_languages_has_the_same_slides(opened: Opened) -> None:
    for target_set in opened.plan.target_sets:
        vietnamese = deck_of(opened, target_set, "vi").slides
        english = deck_of(opened, target_set, "en").slides
        assert [slide.id for slide in vietnamese] == [slide.id for slide in english]
        assert len({slide.id for slide in english}) == len(english)


def test_no_slide_is_without_finding_topic_and_table(opened: Opened) -> None:
    for target_set in opened.plan.target_sets:
        for slide in deck_of(opened, target_set).slides:
            assert slide.title.endswith("."), slide.id
            assert slide.topic
            assert slide.table, slide.id


def test_the_words_for_a_drawing_hold_the_finding(opened: Opened) -> None:
    for slide in one_a_part(deck_of(opened)):
        assert slide.drawing is not None
        assert slide.drawing(PROJECTOR)["description"] == slide.alt
        assert slide.title in slide.alt


def one_a_part(found: Deck) -> list[Slide]:
    """The first slide with a drawing of each part."""
    drawn = [slide for slide in found.slides if slide.drawing is not None]
    return list({slide.part: slide for slide in reversed(drawn)}.values())


def test_a_slide_names_what_its_figures_rest_on(opened: Opened) -> None:
    found = deck_of(opened)
    assert "revision 1" in found.figures
    drawn = [slide for slide in found.slides if slide.drawing is not None]
    assert all(slide.sources for slide in drawn)
    assert all("series: " in slide.basis for slide in drawn if slide.part is Part.TARGETS)


def test_no_slide_holds_more_targets_than_can_be_read(opened: Opened) -> None:
    for target_set in opened.plan.target_sets:
        for slide in deck_of(opened, target_set).slides:
            if slide.part is Part.STANDING:
                assert 0 < len(slide.table) <= MOST


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_words_of_a_drawing_can_be_read_at_three_metres(opened: Opened, language: str) -> None:
    """At 1920 by 1080 a drawing has about 1797 by 745 pixels under a title of two lines."""
    for slide in deck_of(opened, language=language).slides:
        if slide.drawing is not None and slide.shown:
            spec = slide.drawing(PROJECTOR)
            scale = min(1797 / PROJECTOR.width, 745 / (spec["height"] + 12))
            assert PROJECTOR.small * scale >= 20, slide.id


def test_a_drawing_over_years_fills_its_room(opened: Opened) -> None:
    for slide in target_paths(deck_of(opened)):
        assert slide.drawing is not None
        assert slide.drawing(PROJECTOR)["height"] == pytest.approx(PROJECTOR.height, abs=40)


def target_paths(found: Deck) -> list[Slide]:
    return [
        slide
        for slide in found.slides
        if slide.part is Part.TARGETS and slide.drawing and "Planned path" in slide.table[0]
    ]


def test_every_drawing_can_be_made_for_every_screen(opened: Opened) -> None:
    for screen in ("phone", "tablet", "wide"):
        for slide in one_a_part(deck_of(opened, language="vi")):
            assert slide.drawing is not None
            assert svg(slide.drawing(room(screen, "dark"))).startswith("<svg")
