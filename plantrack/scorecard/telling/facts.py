"""The five numbers an official asks for about a target, named and with how to read them."""

from __future__ import annotations

from dataclasses import dataclass

from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.aims import latest_value, latest_years
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.gaps import gap
from plantrack.scorecard.telling.newest import newest_change
from plantrack.scorecard.telling.paces import observed, required
from plantrack.scorecard.telling.places import peer_name
from plantrack.scorecard.telling.times import observed_years, time_distance, years
from plantrack.scorecard.telling.values import unit, unitless
from plantrack.words import Say


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with its name and a line on how to read it; an empty value is not known.

    The unit of an amount stands apart, so that a page can set it smaller.
    """

    name: str
    value: str
    note: str = ""
    unit: str = ""

    @property
    def whole(self) -> str:
        """The value with its unit."""
        return f"{self.value} {self.unit}" if self.unit else self.value


def facts(row: TargetRow, say: Say) -> tuple[Fact, ...]:
    """Return the numbers of a target; of a place among peers what it takes instead of a pace."""
    if row.ranking is not None:
        return _of_rank(row, say)
    latest = row.assessment.latest
    pace = required(row, say)
    return (
        _latest(row, say),
        _gap(row, say),
        Fact(
            say("Required a year from now"),
            required(row, say, from_now=True),
            say("from the baseline: {pace}", pace=pace) if pace else "",
        ),
        Fact(say("Observed a year"), observed(row, say), _spans(row, say)),
        Fact(
            say("Ahead or behind the path"),
            time_distance(row, say),
            "" if latest is None else str(latest.year),
        ),
    )


def _of_rank(row: TargetRow, say: Say) -> tuple[Fact, ...]:
    """A place has no pace; what it takes is told by what the peers may reach."""
    found = [_latest(row, say), _gap(row, say)]
    for one in row.ranking.matches if row.ranking is not None else ():
        name = say(
            "To match the place {place} in {year}", place=row.target.k or 0, year=row.target.year
        )
        told = say(
            "{peer} goes on at its pace of {years}",
            peer=peer_name(row, one.match.peer, say),
            years=years(one.since + 1, one.until, say),
        )
        found.append(Fact(name, say.rate(one.match.required * 100), told))
    return tuple(found)


def _spans(row: TargetRow, say: Say) -> str:
    """The years the pace is of, and the newest of them alone: the long run and the short one."""
    told = (observed_years(row, say), newest_change(row, say))
    return "; ".join(part for part in told if part)


def _latest(row: TargetRow, say: Say) -> Fact:
    return _amount(row, say("Latest figure"), latest_value(row, say), latest_years(row, say), say)


def _gap(row: TargetRow, say: Say) -> Fact:
    told = say("to {bounds}", bounds=bounds(row, say))
    return _amount(row, say("Gap"), gap(row, say), told, say)


def _amount(row: TargetRow, name: str, written: str, note: str, say: Say) -> Fact:
    number = unitless(row, written, say)
    return Fact(name, number, note, "" if number == written else unit(row, say))
