"""Whether the target ranges of all parts can be met together, in words (METHOD section 7)."""

from __future__ import annotations

import math

from plantrack.scorecard.structure import Corridors, Structure
from plantrack.scorecard.telling.digits import own_decimals
from plantrack.words import Say


def corridor_sentences(structure: Structure, say: Say) -> tuple[str, ...]:
    """Return the sums of the bounds, what each range leaves the others, and the nearest edges."""
    corridors = structure.corridors
    if corridors is None:
        return ()
    whole = float(structure.whole.floor or 100)
    told = [_sums(corridors, whole, say)]
    if corridors.feasible:
        told += _narrowed(structure, corridors, say)
        told += _near_edges(structure, corridors, whole, say)
    return tuple(told)


def _plain(value: float, say: Say) -> str:
    """A bound or a sum of bounds, freed of the noise of adding floats."""
    return say.number(round(value, 6), own_decimals(round(value, 6)))


def _sums(corridors: Corridors, whole: float, say: Say) -> str:
    told = {
        "lows": " + ".join(_plain(low, say) for low, _ in corridors.ranges),
        "low": _plain(corridors.low_total, say),
        "highs": " + ".join(_plain(high, say) for _, high in corridors.ranges),
        "high": _plain(corridors.high_total, say),
        "whole": _plain(whole, say),
    }
    if corridors.feasible:
        return say(
            "The lower bounds add up to {lows} = {low}, the upper bounds to {highs} = {high}; "
            "{whole} lies between, so all target ranges can be met together.",
            **told,
        )
    return say(
        "The lower bounds add up to {lows} = {low}, the upper bounds to {highs} = {high}; {whole} "
        "does not lie between, so no structure can meet all target ranges.",
        **told,
    )


def _narrowed(structure: Structure, corridors: Corridors, say: Say) -> list[str]:
    """Which range the others leave less room than it has on paper."""
    narrowed = []
    for part, stated, tight in zip(
        structure.parts, corridors.ranges, corridors.tightened or (), strict=True
    ):
        if not all(math.isclose(one, other) for one, other in zip(stated, tight, strict=True)):
            narrowed.append(
                say(
                    "{name}: the other target ranges leave only {low}–{high} of {stated_low}–"
                    "{stated_high}.",
                    name=say.text(part.indicator.name),
                    low=_plain(tight[0], say),
                    high=_plain(tight[1], say),
                    stated_low=_plain(stated[0], say),
                    stated_high=_plain(stated[1], say),
                )
            )
    return narrowed or [say("No target range is narrowed by the others.")]


def _near_edges(structure: Structure, corridors: Corridors, whole: float, say: Say) -> list[str]:
    """Whether every share could stop where its range begins for it; only while years remain."""
    latest, edges = structure.latest, corridors.near_edges
    due = [part.row.target.year for part in structure.parts if part.row is not None]
    if latest is None or edges is None or latest.year >= max(due):
        return []
    total = math.fsum(edges)
    told = {
        "terms": " + ".join(_plain(edge, say) for edge in edges),
        "total": _plain(total, say),
        "year": latest.year,
        "rest": say.points(round(abs(whole - total), 6)),
        "whole": _plain(whole, say),
    }
    if math.isclose(total, whole, abs_tol=1e-6):
        return [
            say(
                "From the shares of {year} the nearest points of the target ranges add up to "
                "{terms} = {total}: they can all be met there at once.",
                **told,
            )
        ]
    if total < whole:
        return [
            say(
                "From the shares of {year} the nearest points of the target ranges add up to only "
                "{terms} = {total}: they cannot all be met at their near edges at once; together "
                "the shares must end {rest} higher, inside their ranges.",
                **told,
            )
        ]
    return [
        say(
            "From the shares of {year} the nearest points of the target ranges add up to "
            "{terms} = {total}, more than {whole}: they cannot all be met at their near edges at "
            "once; together the shares must end {rest} lower, inside their ranges.",
            **told,
        )
    ]
