"""No word of a path lies on a line, a mark or another word, in any plan, language or width."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from plantrack.charts.look import PHONE, WIDE, Look
from plantrack.charts.path import path_chart
from plantrack.charts.path_data import path_data
from plantrack.charts.placing import Box, Room, beside, box_of
from plantrack.charts.scales import across
from plantrack.deck.rooms import PROJECTOR
from plantrack.model import Form
from plantrack.scorecard import TargetRow, scorecard
from plantrack.seeds import load
from plantrack.words import of
from tests.charts.conftest import SEEDS
from tests.charts.reading import CAPTION, rows
from tests.conftest import LONG

PLANS = (SEEDS, Path(__file__).resolve().parents[1] / "plans" / "second")


def drawn(folder: Path) -> list[TargetRow]:
    """Every target of a plan that has a path with a figure on it."""
    seeds = load(folder)
    found = [
        row
        for one in seeds.plan.target_sets
        for row in scorecard(seeds.plan, seeds.figures, one).rows
        if row.assessment.rank is None and row.target.form is not Form.TOP
    ]
    return [row for row in found if path_data(row, of("en")).figures]


@pytest.mark.parametrize(
    ("look", "languages"),
    [
        (WIDE, ["vi"] + ["en"] * LONG),
        (PROJECTOR, ["vi"] + ["en"] * LONG),
        (PHONE, ["en"] + ["vi"] * LONG),
    ],
    ids=["wide", "projector", "phone"],
)
@pytest.mark.parametrize("folder", PLANS, ids=["lang_son", "dolina"])
def test_words_lie_on_no_line_and_on_no_other_word(
    folder: Path, look: Look, languages: list[str]
) -> None:
    covered = []
    for row in drawn(folder):
        for language in languages:
            spec = path_chart(row, of(language), caption=CAPTION, look=look)
            (domain,) = {tuple(d) for d in domains(spec)}
            words = [one for one in rows(spec, "text") if "x" in one]
            left, right = edges(spec)
            scale = across(domain[0], domain[1], left, right, look)
            boxes = [(one["words"], box_of(one, scale, margin=0)) for one in words]
            covered += [
                (row.target.id, language, first, other)
                for (first, box), (other, another) in combinations(boxes, 2)
                if box.shared(another) > 4
            ]
            lines = [
                [(scale.pixels(r["x"]), r["y"]), (scale.pixels(r["x2"]), r["y2"])]
                for r in rows(spec, "rule")
                if r.get("thick") in (3, 1.5)
            ]
            covered += [
                (row.target.id, language, said, "its line")
                for said, box in boxes
                for line in lines
                if box.crossed(line) > 12
            ]
    assert covered == []


def domains(spec: dict[str, object]) -> list[list[float]]:
    layers = spec["layer"]
    assert isinstance(layers, list)
    found = [layer["encoding"].get("x", {}).get("scale", {}).get("domain") for layer in layers]
    return [one for one in found if one]


def edges(spec: dict[str, object]) -> tuple[float, float]:
    """The margins of the plot, which all layers share."""
    layers = spec["layer"]
    assert isinstance(layers, list)
    scales = [layer["encoding"].get("x", {}).get("scale") for layer in layers]
    left, right = next(scale["range"] for scale in scales if scale)
    return float(left), float(right["expr"].removeprefix("width - "))


def test_a_word_goes_where_it_is_free_and_else_where_it_hides_least() -> None:
    scale = across(0, 100, 0, 0, Look(width=100))
    room = Room(Box(0, 0, 100, 100), scale)
    word = {"x": 50.0, "y": 50.0, "words": "seven", "size": 10, "align": "left"}
    tried = beside(word, scale, above=True, to_left=True, near=15)
    assert room.place(tried) == tried[0]
    room.line([(0, 35), (48, 35)])
    moved = room.place(tried)
    assert (moved["align"], moved["y"]) == ("left", 35)  # beside the first word, off the line
    assert room.place(tried)["y"] > 50
