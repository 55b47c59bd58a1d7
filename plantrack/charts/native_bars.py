"""Targets, shares and places as bars within a table, for an office program."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.charts.gap_lines import GapLine, Position, gap_lines
from plantrack.charts.look import WIDE
from plantrack.charts.native import Kind, Native, Role, Series
from plantrack.charts.peers import Peers
from plantrack.charts.ranking import ranking_head, value_label
from plantrack.charts.rate_lines import Group, RateLine, groups
from plantrack.charts.rates import written
from plantrack.charts.structure import Share, dated, shares_of
from plantrack.charts.tables import TableRow
from plantrack.charts.values import noted, unit_note
from plantrack.scorecard import TargetRow, telling
from plantrack.scorecard.structure import Structure
from plantrack.words import Say, capitalised

_HALF = 50.0  # percent of the way


def native_gaps(rows: Sequence[TargetRow], say: Say) -> Native:
    """Return how far each target has come, as percent of the way from baseline to target.

    Targets without a way to measure are told in words; of both kinds only one is returned, the
    bars, since no slide holds both.
    """
    lines = gap_lines(rows, say)
    drawn = [(line, line.position) for line in lines if line.position is not None]
    if not drawn:
        return _unmeasured(lines, say)
    ends = _ends([position for _, position in drawn])
    return Native(
        kind=Kind.BARS,
        categories=tuple(_name(line.row, say) for line, _ in drawn),
        series=(
            Series(
                say("Latest figure"), Role.FIGURE, tuple(position.latest for _, position in drawn)
            ),
            Series(say("Due by then"), Role.DUE, tuple(position.due for _, position in drawn)),
        ),
        unit=say("% of the way from the baseline to the target"),
        decimals=1,
        ticks=ends,
        remarks=(_scale([position for _, position in drawn], ends, say),),
        before=tuple({say("Indicator"): _name(line.row, say)} for line, _ in drawn),
        after=tuple(
            {say("Latest figure"): line.latest_label, say("Asked"): line.target_label}
            for line, _ in drawn
        ),
        standings=tuple(line.row.standing for line, _ in drawn),
    )


def _name(row: TargetRow, say: Say) -> str:
    """The name, with its unit where values stand without one."""
    name = say.text(row.indicator.name)
    return name if telling.in_percent(row) else noted(name, (unit_note(row, say),), say)


def _ends(positions: Sequence[Position]) -> tuple[float, ...]:
    """Every half of the way from below the baseline to beyond the target, where any lies there."""
    found = _known(positions)
    first = -_HALF if min(found) < 0 else 0.0
    last = 3 * _HALF if max(found) > 2 * _HALF else 2 * _HALF
    return tuple(first + _HALF * place for place in range(round((last - first) / _HALF) + 1))


def _known(positions: Sequence[Position]) -> list[float]:
    return [value for one in positions for value in (one.latest, one.due) if value is not None]


def _scale(positions: Sequence[Position], ends: Sequence[float], say: Say) -> str:
    told = say("Bars: share of the way from the baseline (0 %) to the target (100 %).")
    if all(ends[0] <= value <= ends[-1] for value in _known(positions)):
        return told
    beyond = say("A bar that reaches the edge goes on beyond it.")
    return f"{told} {beyond}"


def _unmeasured(lines: Sequence[GapLine], say: Say) -> Native:
    names = tuple(say.text(line.row.indicator.name) for line in lines)
    return Native(
        kind=Kind.WORDS,
        categories=names,
        before=tuple(
            {say("Indicator"): name, say("Latest figure and target"): line.words}
            for name, line in zip(names, lines, strict=True)
        ),
        standings=tuple(line.row.standing for line in lines),
    )


def native_rates(rows: Sequence[TargetRow], say: Say) -> tuple[Native, ...]:
    """Return the yearly changes achieved and required, one chart a unit."""
    return tuple(_rates(group, say) for group in groups(rows, say))


def _rates(group: Group, say: Say) -> Native:
    lines = group.lines
    names = tuple(say.text(line.row.indicator.name) for line in lines)
    known = [0.0, *(value for line in lines for value in line.known)]
    series = (
        Series(say("Achieved a year"), Role.FIGURE, tuple(line.observed for line in lines)),
        Series(
            say("Required from the baseline"), Role.REQUIRED, tuple(line.required for line in lines)
        ),
        Series(say("Required from now"), Role.NEEDED, tuple(line.from_now for line in lines)),
    )
    return Native(
        kind=Kind.BARS,
        categories=names,
        series=series,
        unit=group.unit,
        decimals=2,
        ticks=(min(known), max(known)),
        before=tuple({capitalised(group.unit): name} for name in names),
        after=tuple(_written(line, series, place, say) for place, line in enumerate(lines)),
    )


def _written(line: RateLine, series: Sequence[Series], place: int, say: Say) -> TableRow:
    found = {}
    for one in series:
        value = one.values[place]
        found[one.name] = "" if value is None else written(line.row, value, say)
    if line.low is not None and line.high is not None:
        ends = sorted((line.low, line.high))
        low, high = (written(line.row, end, say) for end in ends)
        name = series[-1].name
        both = say("{low} to {high}", low=low, high=high)
        found[name] = noted(found[name], (both,), say) if found[name] else both
    return found


def native_corridors(structure: Structure, say: Say) -> Native:
    """Return each share beside both bounds of its range."""
    parts = shares_of(structure, WIDE, say)
    figures = [f for p in parts for f in (p.latest, p.former) if f is not None]
    ends = [*(p.high for p in parts), *(float(f.value) for f in figures)]
    earlier = tuple(None if p.former is None else float(p.former.value) for p in parts)
    asked = say("Target range")
    found = [
        Series(
            say("Latest figure"),
            Role.FIGURE,
            tuple(None if p.latest is None else float(p.latest.value) for p in parts),
        ),
        Series(say("Lower bound"), Role.BOUND, tuple(p.low for p in parts), heading=asked),
        Series(say("Upper bound"), Role.BOUND, tuple(p.high for p in parts), heading=asked),
    ]
    if any(value is not None for value in earlier):
        name = capitalised(say("earlier structure, not comparable"))
        found.append(Series(name, Role.EARLIER, earlier))
    return Native(
        kind=Kind.BARS,
        categories=tuple(say.text(p.part.indicator.name) for p in parts),
        series=tuple(found),
        unit="%",
        decimals=2,
        ticks=(0.0, max(ends, default=1.0)),
        before=tuple({say("Share"): capitalised(say.text(p.part.indicator.name))} for p in parts),
        after=tuple(_share(one, say) for one in parts),
    )


def _share(one: Share, say: Say) -> TableRow:
    inside = one.latest is not None and one.edge is None
    return {
        say("Latest figure"): "" if one.latest is None else dated(one.row, one.latest, say),
        say("Target range"): telling.bounds(one.row, say),
        say("Gap"): say("inside the range") if inside else telling.gap(one.row, say),
    }


def native_ranking(peers: Peers, say: Say) -> Native:
    """Return the places in their order with a bar each."""
    ordered = peers.ordered
    values = [0.0, *(value.value for _, value in ordered)]
    subject = [peer.id for peer, _ in ordered]
    remarks = [ranking_head(peers, say)]
    if peers.missing:
        names = say.listed([say.text(peer.name) for peer in peers.missing])
        remarks.append(say("no figure: {names}", names=names))
    heading = say("Figure")
    return Native(
        kind=Kind.BARS,
        categories=tuple(say.text(peer.name) for peer, _ in ordered),
        series=(Series(heading, Role.FIGURE, tuple(value.value for _, value in ordered)),),
        unit=say.text(peers.unit),
        decimals=peers.indicator.decimals,
        ticks=(min(values), max(values)),
        remarks=tuple(remarks),
        before=tuple(
            {say("Place"): str(peers.place(value.value)), say("Province"): say.text(peer.name)}
            for peer, value in ordered
        ),
        after=tuple(
            {
                heading: noted(
                    value_label(peers, value.value, say),
                    (telling.status_note(value.status, say),),
                    say,
                )
            }
            for _, value in ordered
        ),
        subject=subject.index(peers.subject) if peers.subject in subject else None,
        above=peers.k if peers.k is not None and peers.k < len(ordered) else None,
    )
