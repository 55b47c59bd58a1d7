"""Shares of a whole: each beside its corridor, and all of them by year."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.charts import key as keys
from plantrack.charts.finish import Spec, finish
from plantrack.charts.lines import rows_between, stroke, strokes
from plantrack.charts.look import WIDE, Caption, Look
from plantrack.charts.marks import Rows, block, figure, line_height, point, points, text, texts
from plantrack.charts.scales import Across, across, decimals_of, ticks
from plantrack.charts.shapes import BEYOND_LEFT, BEYOND_RIGHT
from plantrack.charts.tables import corridor_table
from plantrack.charts.tokens import EDGE
from plantrack.charts.values import noted, short
from plantrack.charts.wrapping import wrapped
from plantrack.model import Figure
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.structure import Part, Structure
from plantrack.words import Say, capitalised

__all__ = ["corridor_chart", "corridor_table"]

_BELOW = 60  # pixels the numbers and the key take below the shares


@dataclass(frozen=True, slots=True)
class Share:
    """A part on its line: the newest figure, and the newest of the structure before a break."""

    part: Part
    row: TargetRow
    latest: Figure | None
    former: Figure | None
    low: float
    high: float
    name: list[str]
    top: float
    line: float
    bottom: float

    @property
    def edge(self) -> float | None:
        """The near edge of the corridor; None inside it and where there is no figure."""
        if self.latest is None or self.low <= float(self.latest.value) <= self.high:
            return None
        return self.low if float(self.latest.value) < self.low else self.high


def corridor_chart(structure: Structure, say: Say, *, caption: Caption, look: Look = WIDE) -> Spec:
    """Return one line a share: its corridor, its newest figure, an arrow to the near edge.

    The newest figure before a break is drawn grey: it belongs to another structure, and nothing
    leads from it to the newest. Parts without a corridor are left out.
    """
    shares = shares_of(structure, look, say)
    values = [float(f.value) for s in shares for f in (s.latest, s.former) if f is not None]
    counted = ticks(
        0, max([s.high for s in shares] + values, default=1.0), 5 if look.stacked else 8
    )
    left, right = (18, 22) if look.stacked else (look.width * 0.27 + 24, look.width * 0.24)
    scale = across(0, counted[-1], left, right, look)
    bottom = shares[-1].bottom if shares else 0.0
    key = keys.key(_entries(shares, look, say), bottom + 46 * look.text, look)
    c = look.colours
    grid = [stroke(t, t, s.line - 18, c.grid, 1, s.line + 18) for t in counted for s in shares]
    layers = [
        rows_between([s.top for s in shares], look),
        *strokes([*grid, *[one for s in shares for one in _strokes(s, look)]], scale),
        *points([*[one for s in shares for one in _shapes(s, look, say)], *key.points], scale),
        *texts(
            [
                *[one for s in shares for one in _words(s, scale, look, say)],
                *_numbers(counted, bottom, look, say),
                *key.texts,
            ],
            scale,
            look,
        ),
    ]
    return finish(layers, bottom + 32 * look.text + key.height, caption, look, say.language)


def shares_of(structure: Structure, look: Look, say: Say) -> list[Share]:
    shares: list[Share] = []
    top = 4.0
    usual = look.row(80, len(structure.parts), top + _BELOW * look.text)
    room = look.width - 24 if look.stacked else look.width * 0.27
    for part in structure.parts:
        row = part.row
        if row is None or row.target.low is None or row.target.high is None:
            continue
        name = wrapped(capitalised(say.text(part.indicator.name)), room, look.body * 1.04)
        step = line_height(look)
        height = step * (len(name) + 2.6) + 38 * look.text if look.stacked else usual
        lift = height - 38 * look.text if look.stacked else usual / 2 + 2
        yearly = [f for f in part.figures if f.period.year is not None]
        latest = yearly[-1] if yearly else None
        former = _former(row, yearly)
        low, high = float(row.target.low), float(row.target.high)
        shares.append(
            Share(part, row, latest, former, low, high, name, top, top + lift, top + height)
        )
        top += height
    return shares


def _former(row: TargetRow, yearly: list[Figure]) -> Figure | None:
    """The newest figure before the last break."""
    if row.series is None or not yearly:
        return None
    starts = [s for s in row.plan.segment_starts(row.series.id) if s <= yearly[-1].period.last_year]
    before = [f for f in yearly if starts and f.period.last_year < starts[-1]]
    return before[-1] if before else None


def _entries(shares: list[Share], look: Look, say: Say) -> list[keys.Entry]:
    entries = keys.statuses((s.latest.status for s in shares if s.latest is not None), say)
    former = {s.former.status for s in shares if s.former is not None}
    for status in sorted(former):
        words = say("earlier structure, not comparable")
        entries.append(keys.Entry(words, status=status, colour=look.colours.grey))
    return [*entries, keys.corridor(say, look)]


def _strokes(share: Share, look: Look) -> Rows:
    c, y = look.colours, share.line
    found = [stroke(share.low, share.high, y, c.band, 24)]
    found += [stroke(x, x, y - 12, c.band_edge, 2, y + 12) for x in (share.low, share.high)]
    if share.latest is not None and share.edge is not None:
        found.append(stroke(float(share.latest.value), share.edge, y, c.main, 2))
    return found


def _shapes(share: Share, look: Look, say: Say) -> Rows:
    c, y = look.colours, share.line
    found: Rows = []
    if share.former is not None:
        told = dated(share.row, share.former, say)
        at = float(share.former.value)
        earlier = figure(at, y, share.former.status, look, told=told, colour=c.grey)
        found += [{**shape, "size": 60} for shape in earlier]
    if share.latest is not None:
        at = float(share.latest.value)
        if share.edge is not None:
            arrow = BEYOND_RIGHT if share.edge > at else BEYOND_LEFT
            found.append(point(share.edge, y, arrow, stroke=c.main, size=90))
        told = dated(share.row, share.latest, say)
        found += figure(at, y, share.latest.status, look, told=told)
    return found


def dated(row: TargetRow, one: Figure, say: Say) -> str:
    notes = (str(one.period.last_year), telling.status_note(one.status, say))
    return noted(short(row, float(one.value), say), notes, say)


def _words(share: Share, scale: Across, look: Look, say: Say) -> Rows:
    c, rise = look.colours, look.small * 1.9
    step = line_height(look)
    name_y = share.top + step * (len(share.name) / 2 + 0.4) if look.stacked else share.line
    labels = [block(share.name, EDGE, name_y, c.text, look.body, look)]

    def label(x: float, y: float, words: str, colour: str, weight: int = 400) -> None:
        align = scale.align(x, words, look.small)
        labels.append(text(x, y, words, colour=colour, size=look.small, weight=weight, align=align))

    if share.latest is not None:
        said = dated(share.row, share.latest, say)
        label(float(share.latest.value), share.line - rise, said, c.text, 600)
    asked = telling.bounds(share.row, say)
    label((share.low + share.high) / 2, share.line + rise, asked, c.muted)
    if not look.stacked and share.latest is not None:
        gap = telling.gap(share.row, say) if share.edge is not None else say("inside the range")
        lines = wrapped(gap, scale.right - 30, look.small)
        labels.append(block(lines, -scale.right + 24, share.line, c.text, look.small, look))
    return labels


def _numbers(counted: list[float], bottom: float, look: Look, say: Say) -> Rows:
    decimals, c = decimals_of(counted), look.colours
    return [
        text(
            t,
            bottom + look.small * 0.6,
            say.percent(t, decimals),
            colour=c.muted,
            size=look.small,
            align="center",
        )
        for t in counted
    ]
