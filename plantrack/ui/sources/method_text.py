"""The method in plain sentences, with the numbers of the plan put in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from plantrack.model import Form, Measure
from plantrack.plan import Plan
from plantrack.ui.sources.method_chapter import Chapter, measures_used
from plantrack.ui.sources.method_special import averages, coherence, ranks, shares
from plantrack.ui.sources.method_standing import ratio, rules
from plantrack.words import Say, mark


def chapters(plan: Plan, say: Say) -> tuple[Chapter, ...]:
    """Return the method in reading order; what the plan has no use for is left out."""
    told = (chapter(plan, say) for chapter in _IN_ORDER)
    return tuple(one for one in told if one.sentences)


def _figures(_: Plan, say: Say) -> Chapter:
    return Chapter(
        say("Which figures count"),
        (
            say("Progress is computed inside one series only, never across two."),
            say(
                "A series is one consistent run of figures: one compiler, one definition, one "
                "coverage, the same borders and the same price basis."
            ),
            say(
                "Only a figure of one whole calendar year is a point on a yearly line. Half "
                "years, quarters and averages of several years are not."
            ),
            say(
                "Where a series was revised so that its figures are no longer comparable, "
                "nothing is computed across the year of the revision."
            ),
            say(
                "A figure published as “over” or “up to” never enters a rate. It decides only "
                "where it settles the question by itself."
            ),
            say("Nothing is put in the place of a missing year: the target is not assessed."),
        ),
    )


_MEASURED: Final = {
    Measure.COMPOUND: mark(
        "Amounts (growth in percent a year): the end value divided by the start value, to the "
        "power of one over the years between them, minus one."
    ),
    Measure.POINTS: mark(
        "Shares, rates of coverage and scores (change in points a year): the end value minus "
        "the start value, divided by the years between them. A percent change of a percentage "
        "is never shown."
    ),
    Measure.AVERAGE_GROWTH: mark(
        "Growth to be averaged over a period: the yearly growth rates are multiplied into an "
        "index, which is then read like an amount."
    ),
    Measure.RANK: mark("Ranks: no yearly pace; the place alone is compared with the target."),
}


def _measures(plan: Plan, say: Say) -> Chapter:
    used = measures_used(plan)
    return Chapter(
        say("How a yearly change is measured"),
        (
            *(say(_MEASURED[measure]) for measure in Measure if measure in used),
            say(
                "The achieved change runs from the baseline to the latest figure; the required "
                "change from the baseline to the target; the change required from now on from "
                "the latest figure to the target. One formula serves all three."
            ),
        ),
    )


def _bound(plan: Plan, say: Say) -> Chapter:
    forms = {target.form for target in plan.targets.values()}
    told = [say("A target with two bounds shows both; one of them decides the standing.")]
    if forms & {Form.RANGE_MORE, Form.RANGE_LESS, Form.CUMULATIVE}:
        told.append(
            say(
                "Where more is better the lower bound decides, where less is better the upper "
                "one: the target is met as soon as that bound is."
            )
        )
    if Form.BETWEEN in forms:
        told.append(
            say(
                "In a corridor the bound on the baseline's side decides, for the whole period. "
                "Inside is reached; through and out on the other side is said as such."
            )
        )
    if Form.PATH in forms:
        told.append(say("On a path with dated milestones the next milestone decides."))
    return Chapter(say("Which bound decides"), tuple(told))


def _rounding(_: Plan, say: Say) -> Chapter:
    return Chapter(
        say("Rounding"),
        (
            say(
                "Everything is computed in full precision and rounded once, when shown; a half "
                "is rounded away from zero. Decimals are those of the indicator, or of the "
                "publication."
            ),
            say("“Over”, “about” and “up to” stay with the figure wherever it is shown."),
        ),
    )


_IN_ORDER: Final[tuple[Callable[[Plan, Say], Chapter], ...]] = (
    _figures,
    _measures,
    _bound,
    rules,
    ratio,
    averages,
    ranks,
    shares,
    coherence,
    _rounding,
)
