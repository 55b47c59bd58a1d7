"""Growth of the parts that a growth of the whole implies: what is assumed, and from where."""

from __future__ import annotations

from plantrack.scorecard.nominal import NominalGrowth, PastGrowth
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import aim
from plantrack.scorecard.telling.paces import RATE_DECIMALS
from plantrack.scorecard.telling.structure import lowered
from plantrack.scorecard.telling.times import years, years_ahead
from plantrack.words import Say

_PAST_DECIMALS = 2


def suggestion(nominal: NominalGrowth, say: Say) -> str:
    """Return where the suggested growth of the whole comes from, with its arithmetic in words."""
    told = {
        "growth": say.rate(nominal.growth * 100, RATE_DECIMALS),
        "needed": say.rate(nominal.needed * 100, RATE_DECIMALS),
        "years": years_ahead(nominal.row, say),
        "name": say.text(nominal.row.indicator.name),
        "aim": aim(nominal.row, say),
    }
    if not nominal.others:
        return say(
            "The targets themselves ask for {growth}: {name} must grow so in {years} {aim}.", **told
        )
    others = say.listed([_past(other, say) for other in nominal.others])
    return say(
        "Suggested: {growth}. {name} must grow {needed} in {years} {aim}; if besides {others} go "
        "on as before, the whole grows by both together.",
        others=others,
        **told,
    )


def _past(other: PastGrowth, say: Say) -> str:
    return say(
        "{name} ({rate} in {years})",
        name=lowered(say.text(other.indicator.name)),
        rate=say.rate(other.growth * 100, _PAST_DECIMALS, signed=True),
        years=years(other.first, other.last, say),
    )


def needed_of_part(pair: tuple[float, float], say: Say) -> str:
    """Return the growth both bounds imply, the lower bound first: "5.9 / 7.6 % a year"."""
    low, high = (value * 100 for value in pair)
    return f"{say.signed(low, RATE_DECIMALS)} / {say.rate(high, RATE_DECIMALS, signed=True)}"


def opposite_ways(growth: TargetRow, share: TargetRow) -> bool:
    """Whether a part has met its growth target while its share still has to fall, or the reverse.

    Growth target met and share above its corridor.
    """
    goal, latest = share.assessment.goal, share.assessment.latest
    if goal is None or latest is None or not growth.assessment.met or share.assessment.met:
        return False
    return goal.high is not None and latest.value > goal.high
