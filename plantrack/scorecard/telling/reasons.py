"""Why a target stands where it stands, with the numbers put in."""

from __future__ import annotations

from dataclasses import replace

from plantrack.method.verdict import Reason
from plantrack.model import Standing
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import away, latest, latest_value
from plantrack.scorecard.telling.bounds import asked
from plantrack.scorecard.telling.changes import has
from plantrack.scorecard.telling.places import place_of
from plantrack.scorecard.telling.provenance import provenance
from plantrack.scorecard.telling.standings import band, division, ratio
from plantrack.scorecard.telling.times import years
from plantrack.scorecard.telling.unassessed import because
from plantrack.scorecard.telling.values import observed_level
from plantrack.words import Say, capitalised
from plantrack.words.terms import standing_word


def reason(row: TargetRow, say: Say, *, revision: int) -> str:
    """Return why the row stands where it stands, and what that rests on."""
    return f"{capitalised(why(row, say))} {provenance(row, revision, say)}"


def why(row: TargetRow, say: Say) -> str:
    """Return the reason of the standing as a sentence with its numbers."""
    verdict = row.assessment
    word = standing_word(row.standing, say)
    match verdict.reason:
        case Reason.PACE:
            return say(
                "observed ÷ required from the baseline: {division}; {band}.",
                division=division(row, say),
                band=band(row, say),
            )
        case Reason.NO_CHANGE:
            return _unchanged(row, say)
        case Reason.MET_IN_YEAR | Reason.NOT_MET_IN_YEAR:
            return say(
                "the figure of the target year alone decides: {latest} against the target of "
                "{bounds}: {standing}.",
                latest=latest(row, say),
                bounds=asked(row, say),
                standing=word,
            )
        case Reason.AT_TARGET_LEVEL | Reason.WITHIN_TOP | Reason.OUTSIDE_TOP:
            return say(
                "{latest} against the target of {bounds}: {standing}.",
                latest=latest(row, say),
                bounds=asked(row, say),
                standing=word,
            )
        case Reason.LEFT_TARGET:
            return say(
                "the baseline met the target and the latest figure does not: {baseline}, "
                "{latest}, {away}: {standing}.",
                baseline=_baseline(row, say),
                latest=latest(row, say),
                away=away(row, say),
                standing=word,
            )
        case Reason.CROSSED_CORRIDOR:
            return say(
                "the corridor lies between the baseline and the latest figure: {baseline}, "
                "{latest}, {away}: {standing}.",
                baseline=_baseline(row, say),
                latest=latest(row, say),
                away=away(row, say),
                standing=word,
            )
        case _:
            return say("{standing}: {why}.", standing=word, why=because(row, say))


def _baseline(row: TargetRow, say: Say) -> str:
    baseline = row.assessment.baseline
    if baseline is None:
        return ""
    return say(
        "{value} in {year}", value=observed_level(row, baseline, say), year=str(baseline.year)
    )


def _unchanged(row: TargetRow, say: Say) -> str:
    baseline = row.assessment.baseline
    return say(
        "the change since {year} lies within the rounding of the two figures ({first} and "
        "{second}) and counts as none: {standing}.",
        year=baseline.year if baseline is not None else 0,
        first=observed_level(row, baseline, say) if baseline is not None else "",
        second=latest_value(row, say),
        standing=standing_word(row.standing, say),
    )


def firm_sentence(row: TargetRow, say: Say) -> str:
    """Return the standing without estimates where it differs or nothing is left of it.

    Empty where no estimate is used or leaving it out changes nothing.
    """
    if row.firm is None or not row.firm_differs:
        return ""
    if row.firm.reason is Reason.ESTIMATES_ONLY:
        return say("The standing rests on estimates only.")
    firm = replace(row, assessment=row.firm, firm=None)
    word = standing_word(firm.standing, say)
    if firm.standing is Standing.NOT_ASSESSED:
        return say("Without estimates it cannot be assessed: {why}.", why=because(firm, say))
    rank, verdict = firm.assessment.rank, firm.assessment
    if rank is not None:
        return say(
            "Without estimates the standing is “{standing}”: {place} in {year}.",
            standing=word,
            place=place_of(rank, say),
            year=rank.year,
        )
    if verdict.reason is Reason.PACE:
        return say(
            "Without estimates the standing is “{standing}”: {has}, ratio {ratio}.",
            standing=word,
            has=has(firm, say),
            ratio=ratio(firm, say),
        )
    return say(
        "Without estimates the standing is “{standing}”: {latest}.",
        standing=word,
        latest=latest(firm, say),
    )


def missing(row: TargetRow, say: Say) -> tuple[str, ...]:
    """Return for each figure looked for and not found why, and whom to ask."""
    told = []
    for gap in row.missing:
        span = years(gap.period.start.year, gap.period.last_year, say)
        told.append(say("{years}: {reason}", years=span, reason=say.text(gap.reason)))
    return tuple(told)
