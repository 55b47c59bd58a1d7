"""The plan against itself, in words: what its amounts and its real growth mean for prices."""

from __future__ import annotations

from plantrack.model import PriceBasis, Status
from plantrack.scorecard.coherence import Coherence, Requirement, Split
from plantrack.scorecard.telling.bounds import bounds
from plantrack.scorecard.telling.paces import RATE_DECIMALS
from plantrack.scorecard.telling.times import years
from plantrack.scorecard.telling.values import level, status_note
from plantrack.words import Number, Say
from plantrack.words.terms import price_basis_word


def rate_range(low: float, high: float, say: Say) -> str:
    """Return "7.4–8.4 % a year" of two decimals; one rate where both read the same."""
    first, last = (say.number(100 * one, RATE_DECIMALS) for one in (low, high))
    if first == last:
        return say.rate(100 * low, RATE_DECIMALS)
    if low < 0:
        return say("{low} to {high}", low=first, high=say.rate(100 * high, RATE_DECIMALS))
    return say("{low}–{high}", low=first, high=say.rate(100 * high, RATE_DECIMALS))


def coherence_takeaway(coherence: Coherence, requirement: Requirement, say: Say) -> str:
    """Return what the set in use asks of prices, beside what prices did."""
    told = {
        "name": say.text(requirement.level.indicator.name),
        "aim": bounds(requirement.level, say),
        "year": requirement.level.target.year,
        "growth": bounds(requirement.growth, say),
        "prices": rate_range(*requirement.deflators, say),
        "start": requirement.start.year,
    }
    average = coherence.average
    if average is None:
        return say(
            "{name} of {aim} at current prices in {year} together with real growth of {growth} "
            "takes prices rising {prices} from {start}.",
            **told,
        )
    return say(
        "{name} of {aim} at current prices in {year} together with real growth of {growth} takes "
        "prices rising {prices} from {start}; in {past} they rose {rose}.",
        past=years(average.first, average.last, say),
        rose=say.rate(100 * average.deflator, RATE_DECIMALS),
        **told,
    )


def against_past(coherence: Coherence, requirement: Requirement, say: Say) -> str:
    """Return how the prices implied compare with single past years; empty without any."""
    if not coherence.years:
        return ""
    low, high = requirement.deflators
    worst = max(coherence.years, key=lambda split: split.deflator)
    reached = [split for split in coherence.years if split.deflator >= low]
    told = {
        "first": coherence.years[0].first,
        "highest": say.percent(100 * worst.deflator, RATE_DECIMALS),
        "year": worst.first,
    }
    if not reached:
        return say(
            "No year since {first} has seen prices rise so much; the most was {highest} in {year}.",
            **told,
        )
    if high < min(split.deflator for split in coherence.years):
        return say(
            "Prices have risen more in every year since {first}: the two targets leave real growth "
            "or people, not prices, to make up the amount.",
            first=coherence.years[0].first,
        )
    return say.many(
        "Prices have risen so much in {count} year since {first}; the most was {highest} in "
        "{year}.",
        "Prices have risen so much in {count} years since {first}; the most was {highest} in "
        "{year}.",
        len(reached),
        **told,
    )


def people_sentence(coherence: Coherence, say: Say) -> str:
    """Return the growth of the population everything rests on."""
    people = coherence.population
    if people is None:
        return say("The growth of the population is not known, so nothing follows for prices.")
    return say(
        "People: {rate} ({name}, {years}), taken to go on.",
        rate=say.rate(100 * people.growth, 2, signed=True),
        name=say.text(people.indicator.name),
        years=years(people.first, people.last, say),
    )


def split_sentence(split: Split, say: Say) -> str:
    """Return "Of the 10.8 % a year … about 4.5 points were prices; for each person … real"."""
    told = {
        "nominal": say.rate(100 * split.per_person, RATE_DECIMALS),
        "years": years(split.first, split.last, say),
        "prices": say.points(100 * split.deflator, 1),
        "real": say.rate(100 * split.real_per_person, RATE_DECIMALS),
        "note": notes(split.status, say),
    }
    return say(
        "Of the {nominal} at current prices in {years}{note}, about {prices} were prices; real "
        "growth per person was {real}.",
        **told,
    )


def real_needed_sentence(requirement: Requirement, needed: float, deflator: float, say: Say) -> str:
    """Return what real growth the amount takes at assumed prices, beside the growth asked."""
    return say(
        "At prices rising {prices}, {aim} at current prices in {year} takes real growth of "
        "{needed} from {start}; the same target set asks for {growth}.",
        prices=say.rate(100 * deflator, RATE_DECIMALS),
        aim=bounds(requirement.level, say),
        year=requirement.level.target.year,
        needed=say.rate(100 * needed, RATE_DECIMALS),
        start=requirement.start.year,
        growth=bounds(requirement.growth, say),
    )


def reached_sentence(requirement: Requirement, amount: float, say: Say) -> str:
    """Return where the growth asked would lead at the prices assumed."""
    return say(
        "With real growth at its lower bound and these prices it would be {amount} in {year} "
        "({basis}).",
        amount=level(requirement.level, amount, say),
        year=requirement.level.target.year,
        basis=price_basis_word(PriceBasis.CURRENT, say),
    )


def start_label(requirement: Requirement, say: Say) -> str:
    """Return the figure a requirement is counted from: "59.80 million … (2023)"."""
    return say(
        "{amount} ({year}{note})",
        amount=level(requirement.level, requirement.start.value, say),
        year=requirement.start.year,
        note=notes(requirement.start.status, say),
    )


def needed_case(requirement: Requirement, say: Say) -> str:
    """Return the prices at the growth still needed; empty where it is not counted from now."""
    if requirement.needed is None:
        return ""
    growth, deflator = requirement.needed
    return say(
        "{prices} at the {growth} still needed",
        prices=percent(100 * deflator, say),
        growth=say.rate(100 * growth, 2),
    )


def percent(value: Number, say: Say) -> str:
    return say.percent(value, RATE_DECIMALS)


def notes(status: Status, say: Say) -> str:
    """Return ", estimate" for an unsettled figure, to stand within a sentence."""
    note = status_note(status, say)
    return f", {note}" if note else ""
