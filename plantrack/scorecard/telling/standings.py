"""The ratio of the two paces, the cut-offs it is held against, and the standing it earns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from plantrack.method.pace import CutOff
from plantrack.scorecard.rows import TargetRow, cutoffs
from plantrack.scorecard.telling.digits import agreeing, faithful_ratio, settled
from plantrack.scorecard.telling.paces import pace, pace_decimals, pace_scale
from plantrack.words import Say
from plantrack.words.terms import standing_word


def ratio(row: TargetRow, say: Say) -> str:
    """Return observed ÷ required, never rounded across a cut-off; empty without one."""
    value = row.assessment.ratio
    return "" if value is None else _written(faithful_ratio(value, cutoffs(row.plan)), say)


def _written(shown: Decimal, say: Say) -> str:
    return say.number(shown, _decimals(shown))


def _decimals(shown: Decimal) -> int:
    return -int(shown.as_tuple().exponent)


def division(row: TargetRow, say: Say) -> str:
    """Return "10.764 % a year ÷ 14.586 % a year = 0.738", with digits enough to repeat it."""
    verdict = row.assessment
    required = verdict.required.to(verdict.deciding)
    if verdict.ratio is None or verdict.observed is None or required is None:
        return ""
    shown = faithful_ratio(verdict.ratio, cutoffs(row.plan))
    scale = pace_scale(row)
    digits, decimals = agreeing(
        (verdict.observed * scale, required * scale),
        verdict.ratio,
        _decimals(shown),
        lambda observed, needed: observed / needed,
        start=pace_decimals(row),
    )
    return say(
        "{observed} ÷ {required} = {ratio}",
        observed=pace(row, verdict.observed, say, decimals=digits),
        required=pace(row, required, say, decimals=digits),
        ratio=say.number(settled(verdict.ratio), decimals),
    )


def bands(row: TargetRow, say: Say) -> str:
    """Return "from 0.95 on track; from 0.6 behind; from 0 far behind; below that moving away"."""
    told = []
    for cutoff in cutoffs(row.plan):
        word = standing_word(cutoff.standing, say)
        if cutoff.from_ratio is None:
            told.append(say("below that {standing}", standing=word))
        else:
            told.append(
                say(
                    "from {ratio} {standing}",
                    ratio=written_cutoff(cutoff.from_ratio, say),
                    standing=word,
                )
            )
    return "; ".join(told)


def band(row: TargetRow, say: Say) -> str:
    """Return where the ratio lies: "from 0.60 to below 0.95: behind"."""
    value = row.assessment.ratio
    if value is None:
        return ""
    steps: Sequence[CutOff] = cutoffs(row.plan)
    word = standing_word(row.standing, say)
    top = steps[0]
    if top.standing is row.standing and top.from_ratio is not None:
        return say(
            "{low} or more: {standing}", low=written_cutoff(top.from_ratio, say), standing=word
        )
    for above, here in pairwise(steps):
        if here.standing is not row.standing or above.from_ratio is None:
            continue
        high = written_cutoff(above.from_ratio, say)
        if here.from_ratio is None:
            return say("below {high}: {standing}", high=high, standing=word)
        low = written_cutoff(here.from_ratio, say)
        return say("from {low} to below {high}: {standing}", low=low, high=high, standing=word)
    return ""


def written_cutoff(value: float, say: Say) -> str:
    """Return a cut-off of the ratio: "0.95", "0"."""
    return say.number(value, 2) if value else say.number(0, 0)
