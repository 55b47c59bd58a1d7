"""What the rest of a year must do for a yearly growth target, in words."""

from __future__ import annotations

from plantrack.scorecard.part_years import RestOfYear
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.values import AVERAGE_DECIMALS
from plantrack.words import Say


def rest_sentence(
    row: TargetRow, rest: RestOfYear, reported: float, weight: float, say: Say
) -> str:
    """Return what the rest of the year needs; `reported` and `weight` are decimals.

    The weight is named as the assumption it is.
    """
    needed = [rate for rate in (rest.to_low, rest.to_high) if rate is not None]
    return say(
        "For {year} to grow {bounds}, the rest of the year must grow {needed}, if the part "
        "reported so far grew {reported} and weighs {weight} of the year (an assumption).",
        year=row.target.year,
        bounds=bounds(row, say),
        needed=_span(needed, say),
        reported=say.percent(reported * 100, AVERAGE_DECIMALS),
        weight=say.percent(weight * 100, 1),
    )


def rest_arithmetic(
    row: TargetRow, rest: RestOfYear, reported: float, weight: float, say: Say
) -> tuple[str, ...]:
    """Return for each bound "(10 − 0.45 × 8.37) ÷ (1 − 0.45) = 11.33", in percent."""
    told = []
    for bound, rate in ((row.target.low, rest.to_low), (row.target.high, rest.to_high)):
        if bound is None or rate is None:
            continue
        told.append(
            say(
                "({bound} − {weight} × {reported}) ÷ (1 − {weight}) = {rate}",
                bound=say.number(bound),
                weight=say.number(weight, 3),
                reported=say.number(reported * 100, AVERAGE_DECIMALS),
                rate=say.percent(rate * 100, AVERAGE_DECIMALS),
            )
        )
    return tuple(told)


def _span(rates: list[float], say: Say) -> str:
    """Return one rate, or two joined by a word: a dash could be read as a minus."""
    written = [say.percent(rate * 100, AVERAGE_DECIMALS) for rate in rates]
    if len(written) < 2 or written[0] == written[1]:
        return written[0] if written else ""
    return say("{low} to {high}", low=written[0], high=written[1])
