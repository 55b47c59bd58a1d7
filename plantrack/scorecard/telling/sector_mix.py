"""The shares that the growth targets of the parts lead to, in words."""

from __future__ import annotations

from plantrack.method.goal import Bound
from plantrack.scorecard.sector_mix import ImpliedMix, ImpliedPart
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.structure import lowered
from plantrack.words import Say

_SHARE_DECIMALS = 1


def mix_sentence(mix: ImpliedMix, say: Say) -> str:
    """Return whether growth targets and share ranges agree, and which shares would miss."""
    outside = [_outside(one, say) for one in mix.parts if one.beyond is not None]
    told = {"year": mix.year, "count": len(mix.parts)}
    if not any(one.part.row is not None for one in mix.parts):
        return say("The set has growth targets for the parts but no ranges for their shares.")
    if not outside:
        return say(
            "Growth of the parts at the middle of their targets leads every share into its range "
            "by {year}.",
            year=mix.year,
        )
    return say(
        "Growth of the parts at the middle of their targets does not lead to the ranges of their "
        "shares: in {year} {outside}.",
        outside=say.listed(outside),
        year=told["year"],
    )


def _outside(one: ImpliedPart, say: Say) -> str:
    row = one.part.row
    told = {
        "name": lowered(say.text(one.part.indicator.name)),
        "share": share(one.then, say),
        "range": "" if row is None else bounds(row, say),
    }
    if one.beyond is Bound.HIGH:
        return say("{name} would be {share}, above {range}", **told)
    return say("{name} would be {share}, below {range}", **told)


def share(value: float, say: Say) -> str:
    return say.percent(value, _SHARE_DECIMALS)


def basis_sentence(mix: ImpliedMix, say: Say) -> str:
    """Return what the shares are computed from: never presented as figures."""
    if mix.whole_period:
        return say(
            "Computed, not published: shares of {start}, each part growing at the middle of its "
            "target to {year}, at constant relative prices.",
            start=mix.start,
            year=mix.year,
        )
    return say(
        "Computed, not published: shares of {start}, each part growing from now as its average "
        "still needs to reach the middle of its target by {year}, at constant relative prices. The "
        "shares of the year before the period are not stored, so they are not the start.",
        start=mix.start,
        year=mix.year,
    )
