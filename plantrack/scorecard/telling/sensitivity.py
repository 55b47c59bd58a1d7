"""How sure a standing is, in sentences: what each method says, and what would change it."""

from __future__ import annotations

from typing import Final

from plantrack.method.rates import Undefined
from plantrack.model import Figure, Measure, Standing
from plantrack.plan import STANDING_METHOD
from plantrack.scorecard.published import (
    GROWTH_BANDS,
    PROGRESS_CHART,
    PROJECTION,
    STRAIGHT_LINE,
    Grade,
    Unfit,
    WhyNot,
)
from plantrack.scorecard.rows import TargetRow, cutoffs
from plantrack.scorecard.sensitivity import Margin, Revised, Sensitivity
from plantrack.scorecard.telling.digits import faithful_ratio, visible
from plantrack.scorecard.telling.reasons import firm_sentence
from plantrack.scorecard.telling.unassessed import UNDEFINED
from plantrack.scorecard.telling.values import distance, distance_decimals, level, measure, number
from plantrack.words import Say, mark
from plantrack.words.terms import standing_word

METHODS: Final = {
    STANDING_METHOD: mark("Compound rates (Eurostat family)"),
    STRAIGHT_LINE: mark("Straight line"),
    PROGRESS_CHART: mark("Progress chart of the United Nations, 2022"),
    PROJECTION: mark("Projection of the German statistical office"),
    GROWTH_BANDS: mark("Growth alone, without the target"),
}

_UNFIT: Final = {
    Unfit.RANK: mark("a place among peers has no pace"),
    Unfit.PERIOD_OVER: mark("the figure of the target year alone decides"),
    Unfit.NOT_ASSESSED: mark("the target cannot be assessed yet"),
    Unfit.BASELINE_MET: mark("the baseline already met the target"),
    Unfit.CORRIDOR_CROSSED: mark("the method knows no corridor that can be crossed"),
}


def method_name(method: str, say: Say) -> str:
    return say(METHODS[method])


def summary(found: Sensitivity, say: Say) -> str:
    """Return whether the methods agree with the standing, and which of them do not."""
    word = standing_word(found.row.standing, say)
    asked = [grade for grade in found.grades if grade.regards_target]
    spoken = [grade for grade in asked if grade.standing is not None]
    if found.disagreeing:
        others = say.listed(
            [
                say(
                    "{method}: “{standing}”",
                    method=method_name(grade.method, say),
                    standing=standing_word(grade.standing, say),
                )
                for grade in found.disagreeing
                if grade.standing is not None
            ]
        )
        return say(
            "The methods disagree. Here the standing is “{standing}”; {others}.",
            standing=word,
            others=others,
        )
    if not spoken:
        reasons = dict.fromkeys(why_not(one.why_not, say) for one in asked if one.why_not)
        return say("No published method applies: {why}.", why=say.listed(list(reasons)))
    if found.row.standing is Standing.NOT_ASSESSED:
        return say("Only published methods can be applied here; they give no standing.")
    return say.many(
        "The {count} method that applies also says “{standing}”.",
        "All {count} methods that apply say “{standing}”.",
        len(spoken),
        standing=word,
    )


def why_not(reason: WhyNot, say: Say) -> str:
    """Return why a method says nothing, as a clause."""
    return say(_UNFIT[reason]) if isinstance(reason, Unfit) else say(UNDEFINED[reason])


def told_grade(row: TargetRow, grade: Grade, say: Say) -> str:
    """Return the value a method compares with its cut-offs, or why there is none."""
    if grade.method == PROJECTION and grade.why_not is Undefined.NO_PERIODS:
        return say("it needs at least four yearly figures in a row")
    if grade.why_not is not None:
        return why_not(grade.why_not, say)
    if grade.value is None:
        return say("the latest figure meets the target")
    if grade.method == PROJECTION:
        share = say.percent(grade.value * 100, 1)
        return say("would cover {share} of the remaining distance", share=share)
    if grade.method == GROWTH_BANDS:
        pace = say.rate(grade.value * 100, 2)
        return say("{pace} in the desired direction", pace=pace)
    shown = faithful_ratio(grade.value, cutoffs(row.plan, grade.method))
    ratio = say.number(shown, -int(shown.as_tuple().exponent))
    return say("{ratio} of the pace required", ratio=ratio)


def told_cutoffs(grade: Grade, say: Say) -> str:
    """Return "0.95 / 0.60 / 0", in percent where the method compares percentages."""
    begins = (grade.cutoffs.substantial, grade.cutoffs.moderate, grade.cutoffs.limited)
    if grade.method == PROJECTION:
        return " / ".join(say.percent(cut * 100, 0) for cut in begins)
    if grade.method == GROWTH_BANDS:
        near_limit = (cut * grade.factor if cut > 0 else cut for cut in begins)
        return " / ".join(say.percent(cut * 100, 2 if cut else 0) for cut in near_limit)
    return " / ".join(say.number(cut, 2 if cut else 0) for cut in begins)


def what_if(found: Sensitivity, say: Say) -> tuple[str, ...]:
    """Return what would give the target another standing, a sentence each."""
    return tuple(
        told
        for told in (
            _margin(found.row, found.margin, say),
            _firm(found.row, say),
            *(_other_series(one, say) for one in found.other_series),
            _series_without_standing(found, say),
            _choice_of_measure(found, say),
            *(_revised(found.row, one, say) for one in found.revised),
        )
        if told
    )


def _margin(row: TargetRow, margin: Margin | None, say: Say) -> str:
    latest = row.assessment.latest
    if margin is None or latest is None:
        return ""
    value, difference = margin_told(row, margin, say)
    words = {
        "difference": difference,
        "value": value,
        "year": latest.year,
        "standing": standing_word(margin.standing, say),
    }
    if margin.difference < 0:
        return say(
            "Nearest cut-off: were the figure of {year} {difference} lower, at {value}, the "
            "standing would turn to “{standing}”.",
            **words,
        )
    return say(
        "Nearest cut-off: were the figure of {year} {difference} higher, at {value}, the "
        "standing would turn to “{standing}”.",
        **words,
    )


def margin_told(row: TargetRow, margin: Margin, say: Say) -> tuple[str, str]:
    """Return the figure at a cut-off, and how far the latest is from it: "10.64 %", "0.04 points".

    Both have more digits than usual where the latest figure would seem to be at the cut-off.
    """
    usual = distance_decimals(row)
    shown = visible(margin.difference, usual)
    decimals = None if shown == usual else shown
    return (
        level(row, margin.value, say, decimals=decimals),
        distance(row, abs(margin.difference), say, decimals=decimals),
    )


def _firm(row: TargetRow, say: Say) -> str:
    if row.firm is None:
        return ""
    if row.firm_differs:
        return firm_sentence(row, say)
    return say("Without estimates the standing stays “{standing}”.", standing=_word(row, say))


def _other_series(row: TargetRow, say: Say) -> str:
    if row.series is None or row.standing is Standing.NOT_ASSESSED:
        return ""
    name = say.text(row.plan.compilers[row.series.compiler].name)
    return say(
        "In the series of {compiler}: “{standing}”.", compiler=name, standing=_word(row, say)
    )


def _series_without_standing(found: Sensitivity, say: Say) -> str:
    """Name the other series that give no standing; the table of all series shows what they hold."""
    names = [
        say.text(one.plan.compilers[one.series.compiler].name)
        for one in found.other_series
        if one.series is not None and one.standing is Standing.NOT_ASSESSED
    ]
    if not names or found.row.standing is Standing.NOT_ASSESSED:
        return ""
    return say.many(
        "In {count} other series the target cannot be assessed: {names}.",
        "In {count} other series the target cannot be assessed: {names}.",
        len(names),
        names="; ".join(names),
    )


def _choice_of_measure(found: Sensitivity, say: Say) -> str:
    if measure(found.row) is not Measure.POINTS or found.row.assessment.ratio is None:
        return ""
    return say(
        "The standing compares changes in points, a choice made here: the cut-offs were "
        "published for compound rates, which the first row compares."
    )


def _word(row: TargetRow, say: Say) -> str:
    return standing_word(row.standing, say)


def _revised(row: TargetRow, one: Revised, say: Say) -> str:
    latest = row.assessment.latest
    if latest is None:
        return ""
    return say(
        "If the figure of {latest_year} moves as that of {year} did ({first} → {later}), to "
        "{value}: “{standing}”.",
        latest_year=latest.year,
        year=one.year,
        first=_printed(row, one.first, say),
        later=_printed(row, one.later, say),
        value=level(row, one.value, say),
        standing=standing_word(one.assessment.standing, say),
    )


def _printed(row: TargetRow, figure: Figure, say: Say) -> str:
    """A figure as the indicator is written: its unit stands behind the value it leads to."""
    return number(row, figure.value, say)
