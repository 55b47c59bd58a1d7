"""Places among peers in words."""

from __future__ import annotations

from plantrack.method.ranking import RankPosition
from plantrack.model import Indicator
from plantrack.scorecard.ranks import ranked_indicator
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.changes import remarks
from plantrack.scorecard.telling.digits import settled
from plantrack.scorecard.telling.ordinals import ordinal
from plantrack.scorecard.telling.values import status_note
from plantrack.words import Say


def place_of(rank: RankPosition, say: Say) -> str:
    """Return "6th of 9", or "6th" where the number of peers is not known."""
    if rank.of is None:
        return ordinal(rank.place, say)
    return say("{place} of {peers}", place=ordinal(rank.place, say), peers=rank.of)


def ranking_indicator(row: TargetRow) -> Indicator:
    """The indicator the places are given by; the row's own where only places are published."""
    ranked = ranked_indicator(row.plan, row.indicator.id)
    return row.plan.indicators[ranked] if ranked is not None else row.indicator


def ranked_value(row: TargetRow, value: float, say: Say) -> str:
    """Return a value of the indicator the places are given by, with its unit."""
    indicator = ranking_indicator(row)
    unit = say.text(row.plan.units[indicator.unit].name)
    return say("{number} {unit}", number=say.number(settled(value), indicator.decimals), unit=unit)


def peer_name(row: TargetRow, geography: str, say: Say) -> str:
    return say.text(row.plan.geographies[geography].name)


def behind_kth(row: TargetRow, rank: RankPosition, say: Say) -> str:
    """Return ", 0.43 million VND per person behind Sơn La"; empty where values are unknown."""
    if rank.inside or rank.kth is None or rank.kth_value is None or rank.own is None:
        return ""
    return say(
        ", {distance} behind {peer}",
        distance=ranked_value(row, rank.kth_value - rank.own, say),
        peer=peer_name(row, rank.kth, say),
    )


def rank_takeaway(row: TargetRow, rank: RankPosition, say: Say) -> str:
    """Return the finding on a rank target, before its year or in it."""
    name = say.text(row.indicator.name)
    place = place_of(rank, say)
    latest = row.assessment.latest
    status = status_note(latest.status, say) if latest is not None else ""
    noted = remarks((status,) if status else (), say)
    year, top = row.target.year, row.target.k or 0
    if rank.year == year:
        if rank.inside:
            return say(
                "{name} is {place} ({year}{notes}); the target of top {top} is reached.",
                name=name,
                place=place,
                year=year,
                notes=noted,
                top=top,
            )
        return say(
            "{name} is {place} ({year}{notes}){behind}; the target of top {top} is missed.",
            name=name,
            place=place,
            year=year,
            notes=noted,
            behind=behind_kth(row, rank, say),
            top=top,
        )
    if rank.inside:
        return say(
            "{name} is {place} ({latest}{notes}), within the target of top {top}; "
            "the place must hold until {year}.",
            name=name,
            place=place,
            latest=rank.year,
            notes=noted,
            top=top,
            year=year,
        )
    behind = behind_kth(row, rank, say)
    return say.many(
        "{name} is {place} ({latest}{notes}){behind}; {count} place to go to top {top} in {year}.",
        "{name} is {place} ({latest}{notes}){behind}; {count} places to go to top {top} in {year}.",
        rank.places_to_go,
        name=name,
        place=place,
        latest=rank.year,
        notes=noted,
        behind=behind,
        top=top,
        year=year,
    )
