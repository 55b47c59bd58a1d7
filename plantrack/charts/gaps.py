"""The overview's first chart: how far each target has come from its baseline."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.charts import key as keys
from plantrack.charts.finish import Spec, finish
from plantrack.charts.gap_frame import MARK, Frame, Slot, frame
from plantrack.charts.gap_lines import GapLine, Position, gap_lines
from plantrack.charts.lines import rows_between, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Row, Rows, block, figure, point, points, text, texts
from plantrack.charts.scales import Across, across
from plantrack.charts.shapes import (
    BEYOND_LEFT,
    BEYOND_RIGHT,
    DIAMOND,
    STANDING_FULL,
    STANDING_LINE,
    TICK,
)
from plantrack.charts.tables import gap_table
from plantrack.charts.tokens import EDGE
from plantrack.scorecard import TargetRow
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word

LOWEST, HIGHEST = -30.0, 130.0  # positions beyond are drawn at the edge with an arrow

__all__ = ["gap_chart", "gap_table"]


Placed = tuple[GapLine, Position, Slot]


def gap_chart(rows: Sequence[TargetRow], say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return one line a target in the order given: baseline at 0, deciding bound at 100.

    Where a target has no position its figures and the reason stand instead: without a baseline
    there is no way to measure, and a rank is no distance.
    """
    lines = gap_lines(rows, say)
    room = frame(lines, look, say)
    pairs = list(zip(lines, room.slots, strict=True))
    drawn = [(line, line.position, slot) for line, slot in pairs if line.position is not None]
    scale = across(*domain([position for _, position, _ in drawn]), room.left, room.right, look)
    key = keys.key(
        _entries([position for _, position, _ in drawn], look, say), room.bottom + 22, look
    )
    shapes: Rows = [shape for one in drawn for shape in _shapes(one, scale, look, say)]
    shapes += [shape for line, slot in pairs for shape in _standing(line, slot, room, look, say)]
    labels = [label for one in drawn for label in _values(one, scale, look)]
    labels += [label for line, slot in pairs for label in _words(line, slot, room, look)]
    labels += _heads(room, scale, look, say) if drawn else []
    layers = [
        rows_between([slot.top for slot in room.slots], look),
        *strokes([one for placed in drawn for one in _strokes(placed, scale, look)], scale),
        *points([*shapes, *key.points], scale),
        *texts([*labels, *key.texts], scale, look),
    ]
    return finish(layers, room.bottom + 14 + key.height, caption, look, say.language)


def domain(positions: Sequence[Position]) -> tuple[float, float]:
    found = [position.latest for position in positions]
    beyond = [position.beyond for position in positions if position.beyond is not None]
    return max(LOWEST, min([0.0, *found])), min(HIGHEST, max([100.0, *found, *beyond]))


def _entries(positions: Sequence[Position], look: Look, say: Say) -> list[keys.Entry]:
    entries = keys.statuses((position.status for position in positions), say)
    if any(position.due is not None for position in positions):
        entries.append(keys.due(say, look))
    if any(position.beyond is not None for position in positions):
        entries.append(keys.corridor(say, look))
    return entries


def _strokes(placed: Placed, scale: Across, look: Look) -> Rows:
    _, position, slot = placed
    c, y = look.colours, slot.line_y
    found = [stroke(0, 100, y, c.track, 2), stroke(0, scale.held(position.latest), y, c.main, 4)]
    if position.beyond is None:
        return found
    return [stroke(100, scale.held(position.beyond), y, c.band, 16), *found]


def _shapes(placed: Placed, scale: Across, look: Look, say: Say) -> Rows:
    line, position, slot = placed
    c, y = look.colours, slot.line_y
    shapes = [
        point(0, y, TICK, fill=c.grey, size=160, told=line.baseline_label),
        point(100, y, DIAMOND, fill=c.background, stroke=c.main, told=line.target_label),
    ]
    if position.due is not None:
        told = say("due by then on the path")
        shapes.append(point(scale.held(position.due), y, TICK, fill=c.text, size=420, told=told))
    shown = scale.held(position.latest)
    shapes += figure(shown, y, position.status, look, told=line.latest_label)
    if shown != position.latest:
        below = position.latest < shown
        arrow, away = (BEYOND_LEFT, -14) if below else (BEYOND_RIGHT, 14)
        shapes.append(point(shown + scale.of_pixels(away), y, arrow, stroke=c.main, size=90))
    return shapes


def _standing(line: GapLine, slot: Slot, room: Frame, look: Look, say: Say) -> Rows:
    standing = line.row.standing
    ink, y = look.colours.standings[standing], slot.standing_y
    told = capitalised(standing_word(standing, say))
    return [
        point(None, y, STANDING_FULL[standing], fill=ink, size=210, told=told, px=room.mark),
        point(None, y, STANDING_LINE[standing], stroke=ink, size=210, told=told, px=room.mark),
    ]


def _words(line: GapLine, slot: Slot, room: Frame, look: Look) -> Rows:
    """The name, the standing in words, and why there is no position where there is none."""
    c = look.colours
    ink = c.standings[line.row.standing]
    weight = 600 if look.stacked else 400
    labels = [
        block(slot.name, EDGE, slot.name_y, c.text, look.body, look, weight=weight),
        block(slot.standing, room.mark + MARK, slot.standing_y, ink, look.body, look, weight=600),
    ]
    if line.position is None:
        left = EDGE if look.stacked else room.left
        labels.append(block(slot.words, left, slot.line_y, c.muted, look.small, look))
    return labels


def _values(placed: Placed, scale: Across, look: Look) -> Rows:
    line, position, slot = placed
    c, y, rise = look.colours, slot.line_y, look.small * 1.5

    def label(x: float, y: float, words: str, colour: str, weight: int = 400) -> Row:
        align = scale.align(x, words, look.small)
        return text(x, y, words, colour=colour, size=look.small, weight=weight, align=align)

    start = label(0, y + rise, line.baseline_label, c.muted)
    aim = label(100, y + rise, line.target_label, c.muted)
    if scale.overlap(start, aim):
        aim = _past(start, aim, scale, look)
    return [
        label(scale.held(position.latest), y - rise, line.latest_label, c.text, 600),
        start,
        aim,
    ]


def _past(start: Row, aim: Row, scale: Across, look: Look) -> Row:
    """The label of the target beside the baseline's; without room there, at the edge."""
    beside = {**aim, "x": scale.low + scale.of_pixels(scale.edges(start)[1] + 14), "align": "left"}
    if not look.stacked and scale.edges(beside)[1] <= scale.width + 24:
        return beside
    edge = {key: value for key, value in aim.items() if key != "x"}
    return {**edge, "px": -1, "align": "right"}


def _heads(room: Frame, scale: Across, look: Look, say: Say) -> Rows:
    y, ink = room.top - look.small, look.colours.muted
    heads = ((0.0, say("baseline year")), (100.0, say("target")))
    return [
        text(x, y, words, colour=ink, size=look.small, align=scale.align(x, words, look.small))
        for x, words in heads
    ]
