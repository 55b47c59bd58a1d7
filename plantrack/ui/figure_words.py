"""A figure that moved, as an official reads it: indicator, year, old → new with the unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from plantrack.chronicle import FigureMove
from plantrack.model import Figure, Period, Status, Use
from plantrack.plan import Plan
from plantrack.words import Say
from plantrack.words.figures import written_period, written_value
from plantrack.words.terms import qualified, status_word, use_word

_PERCENT: Final = "%"
_YEARS_LISTED: Final = 3


def told_move(plan: Plan, move: FigureMove, say: Say) -> str:
    """Return "GRDP per capita, 2025: 70.95 → 71.40 million VND per person"."""
    return say(
        "{name}, {period}: {change}",
        name=figure_name(plan, move.figure, say),
        period=written_period(move.figure.period, say),
        change=told_change(plan, move, say),
    )


def figure_name(plan: Plan, figure: Figure, say: Say) -> str:
    """Return the indicator, with place and compiler where they are not the plan's own choice."""
    series = plan.series.get(figure.series)
    if series is None:
        return figure.series
    told = say.text(plan.indicators[series.indicator].name)
    beside = []
    if figure.geography != plan.geography and figure.geography in plan.geographies:
        beside.append(say.text(plan.geographies[figure.geography].name))
    if not series.preferred and series.compiler in plan.compilers:
        beside.append(say.text(plan.compilers[series.compiler].name))
    return say("{name} ({place})", name=told, place=", ".join(beside)) if beside else told


def told_change(plan: Plan, move: FigureMove, say: Say) -> str:
    """Return "70.95 → 71.40 million VND", or which word beside the number changed."""
    before, after = move.before, move.after
    if before is None:
        return _told(plan, move.figure, say)
    if after is None:
        return say("{value} → none", value=_told(plan, before, say))
    old, new = sides(plan, before, after, say)
    if old == new:
        return say(
            "{value} ({changes})",
            value=with_unit(plan, after, new, say),
            changes=", ".join(word_changes(before, after, say)),
        )
    return say("{old} → {new}", old=old, new=with_unit(plan, after, new, say))


def sides(plan: Plan, before: Figure, after: Figure, say: Say) -> tuple[str, str]:
    """Return both values so that different values also look different."""
    old, new = written_value(plan, before, say), written_value(plan, after, say)
    if old == new and before.value != after.value:
        return (
            qualified(before.qualifier, say.number(before.value), say),
            qualified(after.qualifier, say.number(after.value), say),
        )
    return old, new


def word_changes(before: Figure, after: Figure, say: Say) -> list[str]:
    """Return "estimate → official" and the like for what changed beside the number."""
    pairs = []
    if before.status is not after.status:
        pairs.append((status_word(before.status, say), status_word(after.status, say)))
    if before.use is not after.use:
        pairs.append((use_word(before.use, say), use_word(after.use, say)))
    return [say("{old} → {new}", old=old, new=new) for old, new in pairs]


def told_years(periods: Sequence[Period], say: Say) -> str:
    """Return "2026", "2024 and 2026", or the span of many; empty for none."""
    ordered = sorted(set(periods))
    if len(ordered) <= _YEARS_LISTED:
        return say.listed([written_period(period, say) for period in ordered])
    return say("{first}–{last}", first=ordered[0].start.year, last=ordered[-1].last_year)


def unsettled(figure: Figure, say: Say) -> list[str]:
    """Return what a reader must know beside a number: "estimate", "not used"; often nothing."""
    beside = []
    if figure.status not in (Status.OFFICIAL, Status.NOT_STATED):
        beside.append(status_word(figure.status, say))
    if figure.use is not Use.FIGURE:
        beside.append(use_word(figure.use, say))
    return beside


def _told(plan: Plan, figure: Figure, say: Say) -> str:
    told = with_unit(plan, figure, written_value(plan, figure, say), say)
    beside = ", ".join(unsettled(figure, say))
    return say("{value} ({changes})", value=told, changes=beside) if beside else told


def told_unit(plan: Plan, figure: Figure, say: Say) -> str:
    """Return the unit's name; empty for a series the plan no longer has."""
    series = plan.series.get(figure.series)
    if series is None:
        return ""
    return say.text(plan.units[plan.indicators[series.indicator].unit].name)


def with_unit(plan: Plan, figure: Figure, written: str, say: Say) -> str:
    unit = told_unit(plan, figure, say)
    if unit.startswith(_PERCENT):
        return say("{number}\N{NARROW NO-BREAK SPACE}%", number=written)
    return say("{number} {unit}", number=written, unit=unit) if unit else written
