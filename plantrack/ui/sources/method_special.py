"""Averages over a period, ranks and shares of a whole, in plain sentences."""

from __future__ import annotations

from plantrack.method.average import START_INDEX
from plantrack.model import Form, Measure
from plantrack.plan import Plan
from plantrack.ui.sources.method_chapter import Chapter, measures_used
from plantrack.words import Say


def averages(plan: Plan, say: Say) -> Chapter:
    """Return how growth is averaged; empty where no target asks for it."""
    averaged = Measure.AVERAGE_GROWTH in measures_used(plan)
    sentences = (
        say(
            "The year before the period is {start}. Each year's growth multiplies the index; "
            "the target is the index that the average asked for gives in the last year.",
            start=say.number(START_INDEX, 0),
        ),
        say(
            "No single year is graded by a target for the whole period: a year below the "
            "average can be made up for."
        ),
        say(
            "What is still needed is the yearly growth that takes the index from where it "
            "stands to where it must end."
        ),
        say(
            "A figure for several years together gives the index at its last year and counts as "
            "that many years."
        ),
    )
    return Chapter(say("Averages over a period"), sentences if averaged else ())


def ranks(plan: Plan, say: Say) -> Chapter:
    """Return how places are counted; empty where no target asks for one."""
    ranked = any(target.form is Form.TOP for target in plan.targets.values())
    merged = any(one.applies_to == "merged" for one in plan.formulas)
    sentences = [
        say(
            "The peers are those in force on 31 December of the figure's year. The place counts "
            "in the newest year for which all of them are known; equal values share the better "
            "place."
        ),
        say("Before the target year a rank is reached or not met yet; it has no pace."),
    ]
    if merged:
        sentences.append(
            say(
                "A merged place is computed from its parts when read, marked as computed, and "
                "never stored."
            )
        )
    return Chapter(say("Ranks"), tuple(sentences) if ranked else ())


def coherence(plan: Plan, say: Say) -> Chapter:
    """Return how targets are held against each other; empty where no identity is declared."""
    sentences = (
        say(
            "One plus growth per person at current prices, times one plus growth of the "
            "population, equals one plus real growth, times one plus the rise of prices. Three of "
            "them give the fourth."
        ),
        say(
            "A nearer target is held against the path from the newest figure before its year to "
            "each later target of the same indicator."
        ),
        say("A real rate is never laid on a nominal level, nor one currency on another."),
    )
    return Chapter(say("Targets against each other"), sentences if plan.identities() else ())


def shares(plan: Plan, say: Say) -> Chapter:
    """Return the checks on shares; empty where the plan has no whole."""
    wholes = [plan.indicators[one.indicator].floor for one in plan.wholes()]
    told = say.listed([say.number(one) for one in dict.fromkeys(wholes) if one is not None])
    sentences = (
        say(
            "The shares of a whole are taken together from one publication and must sum to "
            "{whole} within the rounding of their last decimals.",
            whole=told,
        ),
        say(
            "Corridors are checked against each other: all can be met at once only if their "
            "lower bounds sum to no more than {whole} and their upper bounds to no less.",
            whole=told,
        ),
    )
    return Chapter(say("Shares of a whole"), sentences if wholes else ())
