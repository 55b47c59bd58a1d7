"""Whether the growth of the parts adds up to that of the whole, in words (METHOD section 7)."""

from __future__ import annotations

from plantrack.model import Period
from plantrack.plan import Plan
from plantrack.scorecard.contributions import TOLERANCE, WeightedGrowth, Weights
from plantrack.words import Say

_DECIMALS = 2


def check_sentence(plan: Plan, found: WeightedGrowth, say: Say) -> str:
    """Return "20.5 % × 6.55 + ... = 7.01, against 7.00 reported" and whether that agrees."""
    terms = [
        say(
            "{weight} × {growth}",
            weight=say.percent(part.weight),
            growth=say.number(growth.value, growth.decimals),
        )
        for part, growth in zip(found.weights.parts, found.growths, strict=True)
    ]
    told = {
        "series": say.text(plan.compilers[found.compiler].name),
        "year": found.year,
        "terms": " + ".join(terms),
        "sum": say.percent(found.check.weighted, _DECIMALS),
        "total": say.percent(found.check.total, _DECIMALS),
        "period": _span(found.weights.period, say),
        "tolerance": say.points(TOLERANCE, 1),
    }
    if found.check.holds:
        return say(
            "{series}, {year}: {terms} = {sum}, against {total} reported for the whole. They agree "
            "within {tolerance}. Weights at constant prices from the contributions of {period}.",
            **told,
        )
    return say(
        "{series}, {year}: {terms} = {sum}, against {total} reported for the whole. They differ by "
        "more than {tolerance}: the rates do not describe one economy. Weights at constant prices "
        "from the contributions of {period}.",
        **told,
    )


def weights_sentence(weights: Weights, say: Say) -> str:
    """Return how the weights came about and what the contributions add up to."""
    added = sum(part.contribution.value for part in weights.parts)
    told = {"period": _span(weights.period, say), "added": say.points(added, _DECIMALS)}
    if weights.total is None:
        return say(
            "Contributions published for {period}; together {added}. Weight of a part = its "
            "contribution ÷ its growth.",
            **told,
        )
    return say(
        "Contributions published for {period}; together {added}, with growth of the whole of "
        "{total}. Weight of a part = its contribution ÷ its growth.",
        total=say.percent(weights.total.value, _DECIMALS),
        **told,
    )


def _span(period: Period, say: Say) -> str:
    return say("{first} to {last}", first=say.date(period.start), last=say.date(period.end))
