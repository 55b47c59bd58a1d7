"""Two halves of a finding: what must happen from now on, and what has happened so far."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from plantrack.method.verdict import Reason
from plantrack.model import Form, Measure
from plantrack.scorecard.rows import TargetRow
from plantrack.scorecard.telling.digits import settled
from plantrack.scorecard.telling.gaps import aimed_from_now
from plantrack.scorecard.telling.paces import pace, pace_scale, telling_decimals
from plantrack.scorecard.telling.times import observed_years, years_ahead
from plantrack.scorecard.telling.values import averaged, in_percent, measure, notes, with_unit
from plantrack.words import Say, mark


class Verb(Enum):
    """How a change is told: a period average, a sum, or a level that moves."""

    AVERAGE = auto()
    ADD = auto()
    GROW = auto()
    RISE = auto()
    FALL = auto()


MUST: Final = {
    Verb.AVERAGE: mark("must average {pace} from now ({years})"),
    Verb.ADD: mark("must add {pace} from now ({years})"),
    Verb.GROW: mark("must grow {pace} from now ({years})"),
    Verb.RISE: mark("must rise {pace} from now ({years})"),
    Verb.FALL: mark("must fall {pace} from now ({years})"),
}
MUST_IN_A_YEAR: Final = {
    Verb.AVERAGE: mark("must be {pace} in {years}"),
    Verb.ADD: mark("must add {pace} in {years}"),
    Verb.GROW: mark("must grow {pace} in {years}"),
    Verb.RISE: mark("must rise {pace} in {years}"),
    Verb.FALL: mark("must fall {pace} in {years}"),
}
HAS: Final = {
    Verb.AVERAGE: mark("it has averaged {pace} ({years}{notes})"),
    Verb.ADD: mark("it has added {pace} ({years}{notes})"),
    Verb.GROW: mark("it has grown {pace} ({years}{notes})"),
    Verb.RISE: mark("it has risen {pace} ({years}{notes})"),
    Verb.FALL: mark("it has fallen {pace} ({years}{notes})"),
}
HAD_IN_A_YEAR: Final = {
    Verb.AVERAGE: mark("it was {pace} ({years}{notes})"),
    Verb.ADD: mark("it added {pace} ({years}{notes})"),
    Verb.GROW: mark("it grew {pace} ({years}{notes})"),
    Verb.RISE: mark("it rose {pace} ({years}{notes})"),
    Verb.FALL: mark("it fell {pace} ({years}{notes})"),
}


def must(row: TargetRow, say: Say) -> str:
    """Return "must grow 16.2 % a year from now (2026–2030)"; empty where nothing is needed."""
    needed = aimed_from_now(row)
    if needed is None:
        return ""
    ahead = years_ahead(row, say)
    verb = _verb(row, needed)
    if _one_year(ahead):
        return say(MUST_IN_A_YEAR[verb], pace=_in_one_year(row, verb, needed, say), years=ahead)
    return say(MUST[verb], pace=_a_year(row, verb, needed, say), years=ahead)


def has(row: TargetRow, say: Say) -> str:
    """Return "it has grown 10.8 % a year (2024–2025, current prices, estimate)"."""
    rate, latest = row.assessment.observed, row.assessment.latest
    if rate is None or latest is None:
        return ""
    since = observed_years(row, say)
    beside = remarks(notes(row, latest, say), say)
    verb = _verb(row, rate)
    if _one_year(since):
        told = _in_one_year(row, verb, rate, say)
        return say(HAD_IN_A_YEAR[verb], pace=told, years=since, notes=beside)
    return say(HAS[verb], pace=_a_year(row, verb, rate, say), years=since, notes=beside)


def remarks(found: tuple[str, ...], say: Say) -> str:
    """Return remarks as they follow the years within brackets; empty without any."""
    return say(", {remarks}", remarks=", ".join(found)) if found else ""


def _verb(row: TargetRow, rate: float) -> Verb:
    if averaged(row):
        return Verb.AVERAGE
    if row.target.form is Form.CUMULATIVE:
        return Verb.ADD
    if rate < 0:
        return Verb.FALL
    return Verb.RISE if measure(row) is Measure.POINTS else Verb.GROW


def _one_year(told: str) -> bool:
    return told.isdigit()


def _decimals(row: TargetRow) -> int:
    """As many as it takes for the two halves not to read the same."""
    unchanged = row.assessment.reason is Reason.NO_CHANGE
    paces = (None if unchanged else row.assessment.observed, aimed_from_now(row))
    return telling_decimals(row, *(one for one in paces if one is not None))


def _amount(verb: Verb, rate: float) -> float:
    return abs(rate) if verb is Verb.FALL else rate


def _a_year(row: TargetRow, verb: Verb, rate: float, say: Say) -> str:
    return pace(row, _amount(verb, rate), say, decimals=_decimals(row))


def _in_one_year(row: TargetRow, verb: Verb, rate: float, say: Say) -> str:
    """The change of a single year has no "a year"."""
    amount, decimals = settled(_amount(verb, rate) * pace_scale(row)), _decimals(row)
    if measure(row) is not Measure.POINTS:
        return say.percent(amount, decimals)
    if in_percent(row):
        return say.points(amount, decimals)
    return with_unit(row, say.number(amount, decimals), say)
