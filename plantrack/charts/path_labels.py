"""The words in a path chart: few, next to what they name, and never over each other."""

from __future__ import annotations

from plantrack.charts.look import Look
from plantrack.charts.marks import Row, Rows, line_height, text
from plantrack.charts.path_data import Aim, Cut, PathData
from plantrack.charts.path_frame import YearFrame, apart
from plantrack.charts.values import noted, short, years_of
from plantrack.charts.wrapping import wrapped
from plantrack.model import Form
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.telling.values import with_unit
from plantrack.words import Say


def axis_title(row: TargetRow, say: Say) -> str:
    """Return the unit of the vertical axis; a period average is drawn on its index."""
    baseline = row.assessment.baseline
    year = baseline.year if baseline is not None else row.target.baseline_year
    if telling.averaged(row):
        return say("index, {year} = 100", year=year)
    if row.target.form is Form.CUMULATIVE:
        return say("{unit}, sum from {year}", unit=telling.unit(row, say), year=year + 1)
    return telling.unit(row, say)


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
    return [
        *_figures(data, frame, look, say),
        *_at_the_end(data, frame, look, say),
        *_cuts(data, frame, look, say),
    ]


def _figures(data: PathData, frame: YearFrame, look: Look, say: Say) -> Rows:
    """The latest figure and the baseline; the level due on the other side of the latest one."""
    row, verdict, c = data.row, data.row.assessment, look.colours
    found: Rows = []
    if verdict.latest is not None:
        above = _above(data)
        words = level_label(row, verdict.latest.value, say)
        notes = (str(verdict.latest.year), telling.status_note(verdict.latest.status, say))
        said = noted(words, notes, say)
        y = frame.y(verdict.latest.value)
        found.append(_beside(verdict.latest.year, y, said, frame, look, above=above, weight=600))
        if verdict.due is not None:
            due = say("due {value}", value=level_label(row, verdict.due.value, say))
            at = frame.y(verdict.due.value)
            found.append(_beside(verdict.latest.year, at, due, frame, look, above=not above))
    baseline = verdict.baseline
    if baseline is not None and baseline != verdict.latest and not telling.averaged(row):
        said = noted(short(row, baseline.value, say), (say("baseline"),), say)
        at, away = baseline.year + frame.scale.of_pixels(6), look.small * 1.3
        rising = verdict.latest is None or verdict.latest.value >= baseline.value
        sides = (away, -away) if rising else (-away, away)  # the line leads the other way
        tried = [
            text(at, frame.y(baseline.value) + side, said, colour=c.muted, size=look.small)
            for side in sides
        ]
        found.append(next((one for one in tried if _free(one, found, frame)), tried[0]))
    for span in data.spans:
        value = short(row, float(span.value), say)
        said = say("average of {years}: {value}", years=years_of(span.period), value=value)
        middle = (span.period.start.year + span.period.last_year) / 2
        y = frame.y(float(span.value)) - look.small * 1.2
        found.append(text(middle, y, said, colour=c.muted, size=look.small, align="center"))
    return found


def _free(label: Row, others: Rows, frame: YearFrame) -> bool:
    """Whether a label lies above the years of the axis and on no other label."""
    start, end = frame.scale.edges(label)
    near = [one for one in others if abs(one["y"] - label["y"]) < label["size"] * 1.2]
    crossed = any(
        start < frame.scale.edges(one)[1] and frame.scale.edges(one)[0] < end for one in near
    )
    return not crossed and label["y"] + label["size"] / 2 <= frame.bottom


def level_label(row: TargetRow, value: float, say: Say) -> str:
    """A level as the axis has it; of an index one decimal says enough."""
    return say.number(value, 1) if telling.averaged(row) else short(row, value, say)


def _above(data: PathData) -> bool:
    """Whether the latest figure's label goes above it: away from the path it should be on."""
    verdict = data.row.assessment
    if verdict.latest is None:
        return True
    if verdict.due is not None:
        return verdict.due.value < verdict.latest.value
    return all(value < verdict.latest.value for aim in data.aims for value in aim.values)


def _beside(
    year: int, y: float, said: str, frame: YearFrame, look: Look, *, above: bool, weight: int = 400
) -> Row:
    """A label above its mark ending there, or below it starting there: lines run the other way."""
    colour = look.colours.text if weight > 400 else look.colours.muted
    away = look.small * 1.3
    shift = frame.scale.of_pixels(8)
    low = year - frame.scale.low < (frame.scale.high - frame.scale.low) * 0.3
    left = (not above) or low
    at = year + shift if left else year - shift
    align = "left" if left else "right"
    y = y - away if above else y + away
    return text(at, y, said, colour=colour, size=look.small, weight=weight, align=align)


def _at_the_end(data: PathData, frame: YearFrame, look: Look, say: Say) -> Rows:
    """The target and the projected level, right of their last year and apart from each other."""
    c, row = look.colours, data.row
    said: list[tuple[int, float, list[str], str, int]] = []
    room = frame.scale.right - 24
    for aim in data.aims:
        for level, words in aim_words(row, aim, look, say):
            lines = wrapped(words, room, look.small)
            said.append((aim.year, frame.y(level), lines, c.text, 600))
    if data.projected:
        end = data.projected[-1]
        value = level_label(row, end.value, say)
        told = value if look.compact else say("at the observed pace: {value}", value=value)
        said.append((end.year, frame.y(end.value), wrapped(told, room, look.small), c.muted, 400))
    if row.target.form is Form.PATH:
        return [_end(*one, frame=frame, look=look) for one in said]
    tallest = max((len(lines) for _, _, lines, _, _ in said), default=1)
    heights = apart([y for _, y, _, _, _ in said], line_height(look) * (tallest + 0.1))
    return [
        _end(year, y, lines, colour, weight, frame=frame, look=look)
        for (year, _, lines, colour, weight), y in zip(said, heights, strict=True)
    ]


def _end(
    year: int, y: float, lines: list[str], colour: str, weight: int, *, frame: YearFrame, look: Look
) -> Row:
    first = y - (len(lines) - 1) * line_height(look) / 2
    at = year + frame.scale.of_pixels(14)
    return text(at, first, lines, colour=colour, size=look.small, weight=weight)


def aim_words(row: TargetRow, aim: Aim, look: Look, say: Say) -> list[tuple[float, str]]:
    """Each bound with its label; a corridor is one label in its middle."""
    if row.target.form is Form.BETWEEN and aim.low is not None and aim.high is not None:
        words = telling.bounds(row, say)
        said = words if look.compact else say("target {value}", value=words)
        return [((aim.low + aim.high) / 2, said)]
    if telling.averaged(row):
        stored = [bound for bound in (row.target.low, row.target.high) if bound is not None]
        rates = [say.rate(bound, None) for bound in stored]
    else:
        rates = [_stated(row, value, say, bare=look.compact) for value in aim.values]
    pairs = list(zip(aim.values, rates, strict=True))
    if look.compact:
        return pairs
    return [(value, say("target {value}", value=rate)) for value, rate in pairs]


def _stated(row: TargetRow, value: float, say: Say, *, bare: bool) -> str:
    """A bound with the digits the plan states it with, when it states a level."""
    stored = [b for b in (row.target.low, row.target.high) if b is not None and float(b) == value]
    if not stored:
        return level_label(row, value, say)
    number = say.number(stored[0])
    return number if bare and not telling.in_percent(row) else with_unit(row, number, say)


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
