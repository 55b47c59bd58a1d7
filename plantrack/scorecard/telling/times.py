"""Years in words: of a change, of what lies ahead, and how far ahead of or behind the path."""

from __future__ import annotations

from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import settled
from plantrack.words import Say


def time_distance(row: TargetRow, say: Say, decimals: int = 1) -> str:
    """Return "0.5 years late" / "chậm 0,5 năm"; empty where a path has no meaning."""
    due = row.assessment.due
    if due is None:
        return ""
    if due.years is None:
        return say("behind its starting point")
    years = say.number(settled(abs(due.years)), decimals)
    if years == say.number(0, decimals):
        return say("on the path")
    if due.years < 0:
        return say("{years} years late", years=years)
    if due.capped:
        return say("at least {years} years ahead", years=years)
    return say("{years} years ahead", years=years)


def observed_years(row: TargetRow, say: Say) -> str:
    """Return the years of the observed change, the first after the baseline to the latest."""
    verdict = row.assessment
    if verdict.baseline is None or verdict.latest is None:
        return ""
    return years(verdict.baseline.year + 1, verdict.latest.year, say)


def years_ahead(row: TargetRow, say: Say) -> str:
    verdict = row.assessment
    if verdict.latest is None or verdict.goal is None:
        return ""
    return years(verdict.latest.year + 1, verdict.goal.year, say)


def years(first: int, last: int, say: Say) -> str:
    """Return "2024–2025", or "2025" where it is one year."""
    return str(first) if first >= last else say("{first}–{last}", first=first, last=last)
