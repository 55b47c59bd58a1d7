"""The words in a path chart: few, next to what they name, and never over each other."""

from __future__ import annotations

from plantrack.charts.look import Look
from plantrack.charts.marks import Rows, line_height, text
from plantrack.charts.path_data import Cut, PathData
from plantrack.charts.path_ends import end_labels, level_written
from plantrack.charts.path_frame import YearFrame
from plantrack.charts.placing import Box, Room, beside
from plantrack.charts.values import measured, noted, short, years_of
from plantrack.charts.wrapping import wrapped
from plantrack.model import Form
from plantrack.scorecard import TargetRow, telling
from plantrack.words import Say


def axis_title(row: TargetRow, say: Say) -> str:
    """Return the unit of the vertical axis; a period average is drawn on its index."""
    baseline = row.assessment.baseline
    year = baseline.year if baseline is not None else row.target.baseline_year
    if telling.averaged(row):
        return measured(row, say("index, {year} = 100", year=year), say)
    if row.target.form is Form.CUMULATIVE:
        sums = say("{unit}, sum from {year}", unit=telling.unit(row, say), year=year + 1)
        return measured(row, sums, say)
    return measured(row, telling.unit(row, say), say)


def cut_height(data: PathData, look: Look, say: Say) -> float:
    """Return the room above the plot: the axis title, and the reasons of breaks."""
    lines = max((len(_cut_lines(cut, look, say)) for cut in data.cuts), default=0)
    return 36 * look.text + lines * line_height(look) + (8 if lines else 0)


def _cut_lines(cut: Cut, look: Look, say: Say) -> list[str]:
    room = look.width * (0.6 if look.compact else 0.34)
    return wrapped(
        say("break before {year}: {reason}", year=cut.year, reason=cut.reason), room, look.small
    )


def labels(data: PathData, frame: YearFrame, look: Look, say: Say) -> Rows:
    """Return every word beside a mark; those with a choice of place take the freest one."""
    room = _drawn(data, frame, look)
    ends = end_labels(data, frame, look, say)
    fixed = [*ends.fixed, *_cuts(data, frame, look, say)]
    for label in fixed:
        room.label(label)
    chosen = [room.place(tried) for tried in _figures(data, frame, look, say)]
    chosen += [room.place(tried) for tried in ends.loose]
    return [*chosen, *fixed]


def _drawn(data: PathData, frame: YearFrame, look: Look) -> Room:
    """The lines and marks no word may lie on."""
    scale = frame.scale
    bounds = Box(-20, frame.strip - look.small, scale.width + scale.right, frame.bottom - 2)
    room = Room(bounds, scale)

    def at(year: float, value: float) -> tuple[float, float]:
        return scale.pixels(year), frame.y(value)

    for segment in data.segments:
        room.line(at(one.year, one.value) for one in segment)
    for path in (data.planned, data.projected):
        room.line(at(one.year, one.value) for one in path)
    for year, value in held_lines(data):
        room.line((at(data.row.target.baseline_year, value), at(year, value)))
    for span in data.spans:
        first, last = span.period.start.year, span.period.last_year
        room.line(at(year, float(span.value)) for year in (first - 0.35, last + 0.35))
    for cut in data.cuts:
        room.line([(scale.pixels(cut.year - 0.5), y) for y in (0, frame.bottom)])
    for one in data.observations:
        room.mark(*at(one.year, one.value), 6)
    for aim in data.aims:
        for value in aim.values:
            room.mark(*at(aim.year, value), 8)
    verdict = data.row.assessment
    if verdict.due is not None and verdict.latest is not None:
        room.mark(*at(verdict.latest.year, verdict.due.value), 8)
    return room


def held_lines(data: PathData) -> list[tuple[int, float]]:
    """Return the levels to hold, each with the year it is held to."""
    if data.row.target.form is not Form.HOLD:
        return []
    return [(aim.year, value) for aim in data.aims for value in aim.values]


def _figures(data: PathData, frame: YearFrame, look: Look, say: Say) -> list[Rows]:
    """The places tried for the latest figure, the level due, the baseline, averages over years."""
    row, verdict, c = data.row, data.row.assessment, look.colours
    found: list[Rows] = []

    def tried(
        year: float, value: float, said: str, colour: str, weight: int, *, above: bool
    ) -> None:
        low = year - frame.scale.low < (frame.scale.high - frame.scale.low) * 0.3
        named = text(year, frame.y(value), said, colour=colour, size=look.small, weight=weight)
        left = above and not low
        near = look.small * 1.3
        # A phone may have room for two short lines only, or for the number alone.
        shorter = (said.replace(" (", "\n("), said.partition(" (")[0]) if look.compact else ()
        found.append(
            [
                place
                for words in (said, *shorter)
                for place in beside(
                    {**named, "words": words}, frame.scale, above=above, to_left=left, near=near
                )
            ]
        )

    if verdict.latest is not None:
        above = _above(data)
        words = level_written(row, verdict.latest.value, say)
        notes = (str(verdict.latest.year), telling.status_note(verdict.latest.status, say))
        year = verdict.latest.year
        tried(year, verdict.latest.value, noted(words, notes, say), c.text, 600, above=above)
        if verdict.due is not None:
            due = say("due {value}", value=level_written(row, verdict.due.value, say))
            tried(year, verdict.due.value, due, c.muted, 400, above=not above)
    baseline = verdict.baseline
    if baseline is not None and baseline != verdict.latest and not telling.averaged(row):
        said = noted(short(row, baseline.value, say), (say("baseline"),), say)
        rising = verdict.latest is None or verdict.latest.value >= baseline.value
        tried(baseline.year, baseline.value, said, c.muted, 400, above=not rising)
    for span in data.spans:
        value = short(row, float(span.value), say)
        said = say("average of {years}: {value}", years=years_of(span.period), value=value)
        middle = (span.period.start.year + span.period.last_year) / 2
        tried(middle, float(span.value), said, c.muted, 400, above=True)
    return found


def _above(data: PathData) -> bool:
    """Whether the latest figure's label goes above it: away from the path it should be on."""
    verdict = data.row.assessment
    if verdict.latest is None:
        return True
    if verdict.due is not None:
        return verdict.due.value < verdict.latest.value
    return all(value < verdict.latest.value for aim in data.aims for value in aim.values)


def _cuts(data: PathData, frame: YearFrame, look: Look, say: Say) -> Rows:
    c = look.colours
    found = []
    for cut in data.cuts:
        at = cut.year - 0.5
        late = at > (frame.scale.low + frame.scale.high) / 2
        shift = frame.scale.of_pixels(-8 if late else 8)
        lines = _cut_lines(cut, look, say)
        found.append(
            text(
                at + shift,
                look.small * 2.4,
                lines,
                colour=c.muted,
                size=look.small,
                align="right" if late else "left",
            )
        )
    return found
