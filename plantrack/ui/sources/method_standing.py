"""How a standing is found, in plain sentences."""

from __future__ import annotations

from plantrack.method.standing import FEW_CHANGES
from plantrack.model import Measure
from plantrack.plan import STANDING_METHOD, Plan
from plantrack.ui.sources.method_chapter import Chapter, measures_used
from plantrack.words import Say
from plantrack.words.terms import standing_word


def rules(plan: Plan, say: Say) -> Chapter:
    """Return the seven rules; the first to speak decides."""
    return Chapter(
        say("The seven rules of a standing, in this order"),
        (
            say("The figure of the target year exists: it alone decides, met or missed."),
            say(
                "The baseline, the target value or a figure after the baseline is missing: not "
                "assessed, and the missing figure is named."
            ),
            say("The latest figure meets the target: reached, and it must hold until the end."),
            say("The baseline met the target, the latest figure does not: moving away."),
            say("A corridor was crossed from one side to the other: outside the target range."),
            say("A rate cannot be computed: not assessed, with the reason."),
            say(
                "Otherwise the achieved yearly change is divided by the required one, and the "
                "ratio is compared with the cut-offs: {bands}.",
                bands=bands(plan, STANDING_METHOD, say),
            ),
        ),
        numbered=True,
    )


def bands(plan: Plan, method: str, say: Say) -> str:
    """Return "from 0.95 on track; from 0.60 behind; ..." with the decimals of the plan."""
    told = []
    for one in plan.cutoffs(method):
        word = standing_word(one.standing, say)
        if one.from_ratio is None:
            told.append(say("below that {standing}", standing=word))
        else:
            exponent = one.from_ratio.as_tuple().exponent
            decimals = -exponent if isinstance(exponent, int) else 0
            ratio = say.number(one.from_ratio, decimals)
            told.append(say("from {ratio} {standing}", ratio=ratio, standing=word))
    return "; ".join(told)


def ratio(plan: Plan, say: Say) -> Chapter:
    """Return where the cut-offs come from and what the ratio does not say."""
    origins = dict.fromkeys(one.origin for one in plan.cutoffs(STANDING_METHOD))
    titles = say.listed([plan.sources[origin].title for origin in origins])
    points = Measure.POINTS in measures_used(plan)
    return Chapter(
        say("What to know about the ratio"),
        (
            say("The cut-offs come from: {titles}.", titles=titles),
            *_chosen(say, points=points),
            say(
                "The ratio is compared unrounded. A change within the rounding of the two "
                "figures counts as none."
            ),
            say(
                "Fewer than {count} yearly changes since the baseline are marked as a short run.",
                count=FEW_CHANGES,
            ),
            say(
                "Where an estimate is used, the standing without estimates stands beside it: "
                "the same rules with every estimate after the baseline left out."
            ),
            say(
                "The value due now lies on the path of equal yearly change from baseline to "
                "target. Ahead or behind in years is the year in which the latest value was due, "
                "minus the year of the latest figure."
            ),
        ),
    )


def _chosen(say: Say, *, points: bool) -> tuple[str, ...]:
    if not points:
        return ()
    return (
        say(
            "They were published for rates of growth. Using them for changes in points as well "
            "is a choice made here, not part of that publication."
        ),
    )
